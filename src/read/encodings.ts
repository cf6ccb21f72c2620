import { nearest } from '../model/text.ts';

/** Encodings a text may be in, under the names the decoder of the platform goes by. */
export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5'] as const;
export type EncodingId = (typeof ENCODINGS)[number];

/** Other names people type. GB18030 holds all of GBK and GB2312. */
const ALIASES: Readonly<Record<string, EncodingId>> = {
  utf8: 'utf-8',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  ansi: 'gb18030',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  'big-5': 'big5',
};

/** `GBK` → `gb18030`; `null` for a name that is not known. */
export function encodingNamed(name: string): EncodingId | null {
  const lower = name.trim().toLowerCase().replaceAll('_', '-');
  return ENCODINGS.find((id) => id === lower) ?? ALIASES[lower] ?? null;
}

export function nearestEncoding(name: string): string | null {
  return nearest(name.toLowerCase(), [...ENCODINGS, ...Object.keys(ALIASES)]);
}
