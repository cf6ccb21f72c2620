import { UnreadableError } from './unreadable.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';
}

/**
 * Bytes to text without guessing: byte order mark; where there are NUL bytes, UTF-16 by how it reads; then
 * strict UTF-8, then strict GB18030. Statistical detectors take short GBK tables for Big5, so none is asked.
 * Throws `UnreadableError('encoding')` with the offset and line of the first byte that fits neither.
 */
export function decodeText(bytes: Buffer): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { text: strict('utf-8', bytes.subarray(3)), encoding: 'utf-8-bom' };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: strict('utf-16le', bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: strict('utf-16be', bytes), encoding: 'utf-16be' };
  if (bytes.includes(0)) {
    const utf16 = utf16WithoutMark(bytes);
    if (utf16 !== null) return utf16;
  }
  const utf8 = tryStrict('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const gb18030 = tryStrict('gb18030', bytes);
  if (gb18030 !== null) return { text: gb18030, encoding: 'gb18030' };
  throw refusal(
    'UTF-8 / GB18030',
    bytes,
    Math.max(firstBadByte('utf-8', bytes), firstBadByte('gb18030', bytes)),
  );
}

/** Share of characters that a Chinese table is made of, below which bytes are not taken for UTF-16. */
const PLAUSIBLE_SHARE = 0.9;
const PLAUSIBLE = /[\t\r\n\x20-\x7e\u2010-\u2460\u3000-\u9fff\uff00-\uffef]/gu;

/** Text in UTF-16 without a mark is told by how it reads: the other byte order gives characters no table holds. */
function utf16WithoutMark(bytes: Buffer): Decoded | null {
  let best: Decoded | null = null;
  let bestShare = PLAUSIBLE_SHARE;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = bytes.length % 2 === 0 ? tryStrict(encoding, bytes) : null;
    if (text === null || text === '') continue;
    const share = (text.match(PLAUSIBLE)?.length ?? 0) / text.length;
    if (share > bestShare) {
      best = { text, encoding };
      bestShare = share;
    }
  }
  return best;
}

/** Text, or `null` when a byte does not belong to the encoding. */
export function tryStrict(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function strict(encoding: string, bytes: Buffer): string {
  const text = tryStrict(encoding, bytes);
  if (text !== null) return text;
  throw refusal(encoding.toUpperCase(), bytes, firstBadByte(encoding, bytes));
}

/** `offset` counts bytes from 1, as the message says. */
function refusal(encoding: string, bytes: Buffer, at: number): UnreadableError {
  const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
  return new UnreadableError('encoding', { encoding, offset: at + 1, line });
}

/** Halves the range until the shortest prefix that cannot be decoded is known. */
function firstBadByte(encoding: string, bytes: Buffer): number {
  const decodes = (length: number) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
