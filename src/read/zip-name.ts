import { crc32 } from 'node:zlib';
import { tryStrict } from './decode.ts';

/** The flag by which an entry says that its name is UTF-8. */
const UTF8_FLAG = 0x800;
/** The field in which Info-ZIP and others keep the name in UTF-8 beside the one in the system's encoding. */
const UNICODE_PATH = 0x7075;

/** Where names of entries stand in a directory record, from its first byte. */
const [FLAGS, NAME_LENGTH, EXTRA_LENGTH, NAME] = [8, 28, 30, 46];

export interface EntryNames {
  /** The Unicode path where one belongs to this very entry, else the plain name. */
  readonly name: string;
  /** What programs that know of no Unicode paths go by. */
  readonly plainName: string;
}

/** The names of an entry, read from its record in the central directory at `at`. */
export function entryNames(bytes: Buffer, at: number): EntryNames {
  const end = at + NAME + bytes.readUInt16LE(at + NAME_LENGTH);
  const raw = bytes.subarray(at + NAME, end);
  const plainName = plainNameOf(raw, (bytes.readUInt16LE(at + FLAGS) & UTF8_FLAG) !== 0);
  const extra = bytes.subarray(end, end + bytes.readUInt16LE(at + EXTRA_LENGTH));
  return { name: unicodePath(extra, raw) ?? plainName, plainName };
}

/** UTF-8 where the entry says so, else UTF-8 or the GB18030 that Chinese Windows writes without saying so. */
function plainNameOf(raw: Buffer, saysUtf8: boolean): string {
  // A decoder costs more than all else about an entry, and the parts of a workbook are named in ASCII.
  if (raw.every((byte) => byte < 0x80)) return raw.toString('latin1');
  const utf8 = tryStrict('utf-8', raw);
  if (utf8 !== null && saysUtf8) return utf8;
  const gb18030 = tryStrict('gb18030', raw);
  // 小学 in GBK is valid UTF-8 too, but what it says there is no Chinese.
  if (utf8 !== null && (gb18030 === null || HAN.test(utf8) || !HAN.test(gb18030))) return utf8;
  return gb18030 ?? raw.toString('latin1');
}

const HAN = /\p{Script=Han}/u;

/** A field is its id and length, two bytes each, and its content: version 1, CRC-32 of the other name, name. */
function unicodePath(extra: Buffer, raw: Buffer): string | null {
  for (let at = 0; at + 4 <= extra.length; ) {
    const content = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    const isName = extra.readUInt16LE(at) === UNICODE_PATH && content.length > 5 && content[0] === 1;
    if (isName && content.readUInt32LE(1) === crc32(raw)) return tryStrict('utf-8', content.subarray(5));
    at += 4 + extra.readUInt16LE(at + 2);
  }
  return null;
}
