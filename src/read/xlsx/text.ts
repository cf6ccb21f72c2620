import { isUtf8 } from 'node:buffer';
import { overLimit } from '../limits.ts';
import type { PartPlace } from './tags.ts';
import { Broken, Unfamiliar } from './unfamiliar.ts';

/** Text of an XML part between two tags: entities resolved, CDATA opened, line ends as XML wants them. */
export function textBetween(bytes: Buffer, from: number, to: number): string {
  if (from >= to) return '';
  return resolved(bytes.toString('utf8', from, to));
}

/** A text of a cell as it stands in a string of XML. */
export function plainText(text: string): string {
  return unescapeControls(resolved(text));
}

function resolved(text: string): string {
  const lines = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
  if (lines.includes('<')) return withoutSections(lines);
  return lines.includes('&') ? resolveEntities(lines) : lines;
}

const CDATA = '<![CDATA[';

/** Between two tags `<` begins CDATA, whose text is taken as it stands, or a comment, which is none. */
function withoutSections(text: string): string {
  let plain = '';
  let from = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', from)) {
    plain += resolveEntities(text.slice(from, at));
    const isData = text.startsWith(CDATA, at);
    const last = isData ? ']]>' : text.startsWith('<!--', at) ? '-->' : '?>';
    const end = text.indexOf(last, at + 2);
    if (end === -1) throw new Broken();
    if (isData) plain += text.slice(at + CDATA.length, end);
    from = end + last.length;
  }
  return plain + resolveEntities(text.slice(from));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function resolveEntities(text: string): string {
  let plain = '';
  let from = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    if (end === -1) throw new Broken();
    plain += text.slice(from, at) + entity(text.slice(at + 1, Math.min(end, at + 12)));
    from = end + 1;
  }
  return plain + text.slice(from);
}

function entity(name: string): string {
  if (!name.startsWith('#')) {
    const character = ENTITIES[name];
    if (character === undefined) throw new Unfamiliar('entity');
    return character;
  }
  const isHex = name[1] === 'x' || name[1] === 'X';
  const code = isHex ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  if (!(code >= 0 && code <= 0x10ffff) || isHalf) throw new Broken();
  return String.fromCodePoint(code);
}

/** Bytes that one character can take at most, written as an escape of an escape. */
const BYTES_A_CHARACTER = 12;

/** Text of a cell, held to the limit before it is made and after. */
export function cellText(bytes: Buffer, from: number, to: number, { limits, part }: PartPlace): string {
  if (to - from > limits.text * BYTES_A_CHARACTER) {
    throw overLimit(limits, 'text', Math.ceil((to - from) / BYTES_A_CHARACTER), part);
  }
  const text = unescapeControls(textBetween(bytes, from, to));
  if (text.length > limits.text) throw overLimit(limits, 'text', text.length, part);
  return text;
}

/** Holds a text to the limit whose end has not come yet, so that no more of it is waited for. */
export function assertOpenText(from: number, to: number, { limits, part }: PartPlace): void {
  if (to - from > limits.text * BYTES_A_CHARACTER) throw overLimit(limits, 'text', limits.text + 1, part);
}

/** `_x000D_` stands for a character that XML cannot hold. */
export function unescapeControls(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Digits straight to a number; `-1` for anything else. */
export function wholeNumber(bytes: Buffer, from: number, to: number): number {
  let number = from < to ? 0 : -1;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** A number as XML Schema writes one; `NaN` for anything else, `Infinity`, `0x10` and blanks among it. */
export function decimalNumber(bytes: Buffer, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    const isDigit = byte >= 0x30 && byte <= 0x39;
    // + - . E e
    if (!isDigit && byte !== 0x2b && byte !== 0x2d && byte !== 0x2e && byte !== 0x45 && byte !== 0x65) {
      return Number.NaN;
    }
  }
  const value = from < to ? Number(bytes.toString('latin1', from, to)) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

/**
 * A whole part as UTF-8, whatever it is written in: by its byte order mark, else as its XML declaration says.
 * Throws `Broken` for bytes that are not what they are declared to be.
 */
export function asUtf8(bytes: Buffer): Buffer {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8') {
    if (!isUtf8(bytes)) throw new Broken();
    return bytes;
  }
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    throw new Broken();
  }
}

/** `utf-8`, or the name of another encoding as the part tells it. */
export function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  const head = bytes.toString('latin1', 0, 200);
  const declaration = head.slice(0, Math.max(0, head.indexOf('?>')));
  const name = /\sencoding\s*=\s*["']([\w-]+)["']/.exec(declaration)?.[1]?.toLowerCase() ?? 'utf-8';
  return name === 'us-ascii' || name === 'utf8' ? 'utf-8' : name;
}
