import { UnreadableError } from './unreadable.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';
}

/**
 * Bytes to text without guessing: byte order mark, then strict UTF-8, then UTF-16 by its NUL bytes,
 * then strict GB18030. Statistical detectors take short GBK tables for Big5, so none is asked.
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
  const utf16 = utf16WithoutMark(bytes);
  if (utf16 !== null) return { text: strict(utf16, bytes), encoding: utf16 };
  const utf8 = tryStrict('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  return { text: strict('gb18030', bytes), encoding: 'gb18030' };
}

/** A table in UTF-16 has a NUL beside every comma, digit and line end, always on the same side. */
function utf16WithoutMark(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const head = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head.length; at++) {
    if (head[at] === 0) at % 2 === 0 ? even++ : odd++;
  }
  if (odd > 1 && even === 0) return 'utf-16le';
  if (even > 1 && odd === 0) return 'utf-16be';
  return null;
}

function tryStrict(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function strict(encoding: string, bytes: Buffer): string {
  const text = tryStrict(encoding, bytes);
  if (text !== null) return text;
  const offset = firstBadByte(encoding, bytes);
  const line = bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1;
  throw new UnreadableError('encoding', { encoding, offset, line });
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
