import { isUtf8 } from 'node:buffer';
import type { EncodingReason, EncodingRival } from '../model/workbook.ts';
import type { EncodingId } from './encodings.ts';
import { UnreadableError } from './unreadable.ts';

/** What a text was taken for and why. `skip` is the length in bytes of its byte order mark. */
export interface Detected {
  readonly encoding: EncodingId;
  readonly from: EncodingReason;
  readonly skip: number;
}

const MARKS: readonly (readonly [EncodingId, Buffer])[] = [
  ['utf-8', Buffer.from('efbbbf', 'hex')],
  ['utf-16le', Buffer.from('fffe', 'hex')],
  ['utf-16be', Buffer.from('feff', 'hex')],
];

/**
 * Tells the encoding without guessing: what the person named; byte order mark; where there are NUL bytes,
 * UTF-16 by how it reads; then strict UTF-8, then GB18030, which `decodeChunks` holds strictly. Statistical
 * detectors take short GBK tables for Big5, so none is asked, and Big5 is read only when it is named.
 */
export function detectEncoding(bytes: Buffer, named: EncodingId | null = null): Detected {
  const marked = MARKS.find(([, mark]) => mark.equals(bytes.subarray(0, mark.length)));
  if (named !== null) {
    return { encoding: named, from: 'named', skip: marked?.[0] === named ? marked[1].length : 0 };
  }
  if (marked !== undefined) return { encoding: marked[0], from: 'mark', skip: marked[1].length };
  if (bytes.includes(0)) {
    const utf16 = utf16WithoutMark(bytes);
    if (utf16 !== null) return { encoding: utf16, from: 'pattern', skip: 0 };
  }
  if (isUtf8(bytes)) return { encoding: 'utf-8', from: 'valid', skip: 0 };
  return { encoding: 'gb18030', from: 'not-utf-8', skip: 0 };
}

/** As much text as a reader takes at a time, in bytes. */
export const CHUNK_BYTES = 65_536;

/**
 * The text in pieces, so that it never stands in memory whole. Throws `UnreadableError('encoding')` with the offset
 * and line of the first byte that does not belong to the encoding.
 */
export function* decodeChunks(bytes: Buffer, detected: Detected, size = CHUNK_BYTES): Generator<string> {
  const { encoding, from, skip } = detected;
  if (encoding === 'utf-8' && isUtf8(bytes)) {
    for (let at = skip; at < bytes.length; ) {
      const end = characterStart(bytes, Math.min(at + size, bytes.length), at);
      yield bytes.toString('utf8', at, end);
      at = end;
    }
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  try {
    for (let at = skip; at < bytes.length; at += size) {
      yield decoder.decode(bytes.subarray(at, at + size), { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw from === 'not-utf-8' ? neither(bytes) : refusal(encoding, bytes, firstBadByte(encoding, bytes));
  }
}

/** Text as a whole; see `decodeChunks`. */
export function decodeText(bytes: Buffer, named: EncodingId | null = null) {
  const detected = detectEncoding(bytes, named);
  return { text: [...decodeChunks(bytes, detected)].join(''), ...detected };
}

/** Where a character starts at or before `end`, so that none is cut; at least one byte beyond `after`. */
function characterStart(bytes: Buffer, end: number, after: number): number {
  let start = end;
  while (start > after && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  if (start > after) return start;
  start = end;
  while (((bytes[start] ?? 0) & 0xc0) === 0x80) start++;
  return start;
}

/** Share of characters that a Chinese table is made of, below which bytes are not taken for UTF-16. */
const PLAUSIBLE_SHARE = 0.9;
const PLAUSIBLE = /[\t\r\n\x20-\x7e\u2010-\u2460\u3000-\u9fff\uff00-\uffef]/gu;

/** Text in UTF-16 without a mark is told by how it reads: the other byte order gives characters no table holds. */
function utf16WithoutMark(bytes: Buffer): EncodingId | null {
  let best: EncodingId | null = null;
  let bestShare = PLAUSIBLE_SHARE;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = bytes.length % 2 === 0 ? tryStrict(encoding, bytes) : null;
    if (text === null || text === '') continue;
    const share = (text.match(PLAUSIBLE)?.length ?? 0) / text.length;
    if (share > bestShare) {
      best = encoding;
      bestShare = share;
    }
  }
  return best;
}

/** Beyond this many bytes, text in UTF-8 has never been seen to be GB2312 as well. */
const MAX_AMBIGUOUS_BYTES = 1024;
/** GB2312: punctuation and the characters of daily use, which a wrong reading soon leaves. */
const GB2312 = /^(?:[\x00-\x7f]|[\xa1-\xa9\xb0-\xf7][\xa1-\xfe])*$/;
const SAMPLE_CHARACTERS = 12;

/**
 * The other way to read a tiny text that is UTF-8 and GB2312 at once, as two bytes in three of short GBK words may
 * be; `null` where there is none.
 */
export function rivalOf(bytes: Buffer, { encoding, from }: Detected): EncodingRival | null {
  if (encoding !== 'utf-8' || from !== 'valid' || bytes.length > MAX_AMBIGUOUS_BYTES) return null;
  const isPlain = bytes.every((byte) => byte < 0x80);
  if (isPlain || !GB2312.test(bytes.toString('latin1'))) return null;
  const other = tryStrict('gb18030', bytes);
  if (other === null) return null;
  return { encoding: 'gb18030', taken: sample(bytes.toString('utf8')), otherwise: sample(other) };
}

function sample(text: string): string {
  return [...text.replace(/[\x00-\x7f]/g, '')].slice(0, SAMPLE_CHARACTERS).join('');
}

/** Text, or `null` when a byte does not belong to the encoding. */
export function tryStrict(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The encoding that holds longer says where the fault lies. */
function neither(bytes: Buffer): UnreadableError {
  const at = Math.max(firstBadByte('utf-8', bytes), firstBadByte('gb18030', bytes));
  return refusal('utf-8 / gb18030', bytes, at);
}

/** `offset` counts bytes from 1, as the message says. */
function refusal(encoding: string, bytes: Buffer, at: number): UnreadableError {
  const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
  return new UnreadableError('encoding', { encoding: encoding.toUpperCase(), offset: at + 1, line });
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
