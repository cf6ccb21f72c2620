import { crc32, inflateRawSync } from 'node:zlib';
import { type Limits, overLimit } from './limits.ts';
import { UnreadableError } from './unreadable.ts';
import { entryName } from './zip-name.ts';

/** One file inside a ZIP container, as its central directory describes it. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
  readonly encrypted: boolean;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

/** Lists the entries of a ZIP container. Throws `UnreadableError` when the directory cannot be trusted. */
export function zipEntries(bytes: Buffer, limits: Limits): ZipEntry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.entries) throw overLimit(limits, 'entries', count);
  let at = bytes.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged('ZIP directory');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: entryName(bytes, at),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Inflates one entry and holds its size and CRC-32 against the directory. */
export function zipContent(bytes: Buffer, entry: ZipEntry, limits: Limits): Buffer {
  if (entry.encrypted) throw new UnreadableError('encrypted');
  if (entry.size > limits.part) throw overLimit(limits, 'part', entry.size, entry.name);
  const header = entry.offset;
  if (header + 30 > bytes.length || bytes.readUInt32LE(header) !== LOCAL_ENTRY) throw damaged(entry.name);
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (packed.length !== entry.packedSize) throw damaged(entry.name);
  const content = inflate(packed, entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged(entry.name);
  return content;
}

/** One chunk as large as the promised content spares growing and joining; a liar gains no more than this. */
function chunkFor(size: number): number {
  return Math.min(Math.max(size, 1024), 4_194_304);
}

function inflate(packed: Buffer, entry: ZipEntry): Buffer {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged(entry.name);
  try {
    return inflateRawSync(packed, {
      maxOutputLength: Math.max(entry.size, 1),
      chunkSize: chunkFor(entry.size),
    });
  } catch {
    throw damaged(entry.name);
  }
}

function findEnd(bytes: Buffer): number {
  const last = bytes.length - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at--) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw damaged('ZIP directory');
}

function damaged(part: string): UnreadableError {
  return new UnreadableError('damaged', { part });
}
