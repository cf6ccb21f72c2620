import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { type Limits, overLimit } from './limits.ts';
import { UnreadableError } from './unreadable.ts';
import { entryNames } from './zip-name.ts';

/** One file inside a ZIP container, as its central directory describes it. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  /** What programs go by that do not look for a Unicode name. */
  readonly plainName: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its own header begins, and where its packed bytes do. */
  readonly offset: number;
  readonly start: number;
  readonly encrypted: boolean;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const [END_SIZE, DIRECTORY_SIZE, LOCAL_SIZE] = [22, 46, 30];
/** Encrypted; encrypted strongly; names hidden. */
const ENCRYPTED = 0x1 | 0x40 | 0x2000;
/** Sizes and checksum stand behind the packed bytes, in at most so many bytes. */
const [STREAMED, DESCRIPTOR_SIZE] = [0x8, 24];
/** Where a count, size or offset has this value, the true one stands in a ZIP64 record. */
const [IN_ZIP64, COUNT_IN_ZIP64] = [0xffffffff, 0xffff];

/**
 * Lists the entries of a ZIP container. Throws `UnreadableError`: `damaged` when the directory cannot be
 * read, `unsafe` when two programs could read two different contents out of it.
 */
export function zipEntries(bytes: Buffer, limits: Limits): ZipEntry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const size = bytes.readUInt32LE(end + 12);
  const directory = bytes.readUInt32LE(end + 16);
  if (count === COUNT_IN_ZIP64 || directory === IN_ZIP64) throw unsafe('zip64');
  if (count > limits.entries) throw overLimit(limits, 'entries', count);
  // A second archive put before this one, or anything else, would push the directory away from its place.
  if (directory + size !== end) throw directory + size < end ? unsafe('glued') : damaged('zipDirectory');
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = directory;
  for (let index = 0; index < count; index++) {
    if (at + DIRECTORY_SIZE > end || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY)
      throw damaged('zipDirectory');
    const nameLength = bytes.readUInt16LE(at + 28);
    const rawName = bytes.subarray(at + DIRECTORY_SIZE, at + DIRECTORY_SIZE + nameLength);
    const entry = entryAt(bytes, at, rawName, directory);
    const key = partKey(entry.name);
    if (names.has(key)) throw unsafe('duplicate', entry.name);
    names.add(key);
    entries.push(entry);
    at += DIRECTORY_SIZE + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (at !== end) throw damaged('zipDirectory');
  assertApart(entries);
  return entries;
}

/** Programs find parts whatever the case and slashes of their names, so that two that differ in nothing else are one. */
export function partKey(name: string): string {
  return name.replaceAll('\\', '/').toLowerCase();
}

function entryAt(bytes: Buffer, at: number, rawName: Buffer, directory: number): ZipEntry {
  const { name, plainName } = entryNames(bytes, at);
  const [packedSize, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
  const offset = bytes.readUInt32LE(at + 42);
  if (packedSize === IN_ZIP64 || size === IN_ZIP64 || offset === IN_ZIP64) throw unsafe('zip64', name);
  if (offset + LOCAL_SIZE > directory || bytes.readUInt32LE(offset) !== LOCAL_ENTRY) throw damaged(name);
  const nameEnd = offset + LOCAL_SIZE + bytes.readUInt16LE(offset + 26);
  const start = nameEnd + bytes.readUInt16LE(offset + 28);
  if (start + packedSize > directory) throw damaged(name);
  const method = bytes.readUInt16LE(at + 10);
  const isSame =
    bytes.subarray(offset + LOCAL_SIZE, nameEnd).equals(rawName) && bytes.readUInt16LE(offset + 8) === method;
  if (!isSame) throw unsafe('local', name);
  return {
    name,
    plainName,
    method,
    crc: bytes.readUInt32LE(at + 16),
    packedSize,
    size,
    offset,
    start,
    encrypted: (bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
  };
}

/** Whether an entry's own header says the sizes of the directory, or that it does not know them. */
function agreesOnSizes(bytes: Buffer, { offset, packedSize, size }: ZipEntry): boolean {
  if ((bytes.readUInt16LE(offset + 6) & STREAMED) !== 0) return true;
  const own = [bytes.readUInt32LE(offset + 18), bytes.readUInt32LE(offset + 22)];
  return own.every((value, index) => value === [packedSize, size][index] || value === IN_ZIP64);
}

/** The first entry begins the file, and no two share a byte: one that does is read once and paid for twice. */
function assertApart(entries: readonly ZipEntry[]): void {
  let end = 0;
  for (const { offset, start, packedSize, name } of inOrder(entries)) {
    if (end === 0 && offset !== 0) throw unsafe('leading');
    if (offset < end) throw unsafe('overlap', name);
    end = start + packedSize;
  }
}

function inOrder(entries: readonly ZipEntry[]): ZipEntry[] {
  return [...entries].sort((left, right) => left.offset - right.offset);
}

/** Nothing but zeros stands between a document's parts: what the directory does not list, another program may find. */
export function assertNothingBetween(bytes: Buffer, entries: readonly ZipEntry[]): void {
  let end = 0;
  const starts = inOrder(entries).map(
    ({ offset, start, packedSize }) => [offset, start + packedSize] as const,
  );
  const directory = bytes.readUInt32LE(findEnd(bytes) + 16);
  for (const [offset, next] of [...starts, [directory, directory] as const]) {
    const gap = bytes.subarray(Math.min(end + DESCRIPTOR_SIZE, offset), offset);
    if (gap.some((byte) => byte !== 0)) throw damaged('zipDirectory');
    end = next;
  }
}

/** Names of a document's parts stay inside it. An archive of submissions only shows its names. */
export function assertPartNames(entries: readonly ZipEntry[]): void {
  for (const { name, plainName } of entries) {
    if (name !== plainName) throw unsafe('local', plainName);
    // What follows a NUL is not seen by every program.
    if (name.includes('\0')) throw damaged('zipDirectory');
    const steps = name.replaceAll('\\', '/').split('/');
    if (steps.includes('..') || steps[0] === '' || /^[a-z]:/i.test(name)) throw unsafe('name', name);
  }
}

/** Deflate makes at most this many bytes of one. */
const MAX_RATIO = 1032;

/** How many bytes an entry may take once inflated: none where what it claims has it refused unopened. */
export function promisedBy(entry: ZipEntry, limits: Limits): number {
  return entry.encrypted || entry.size > limits.part || isLie(entry) ? 0 : entry.size;
}

function isLie({ size, packedSize, method }: ZipEntry): boolean {
  return size > packedSize * (method === 0 ? 1 : MAX_RATIO);
}

/** The packed bytes of an entry that may be inflated. */
function packedBytes(bytes: Buffer, entry: ZipEntry, limits: Limits): Buffer {
  if (entry.encrypted) throw new UnreadableError('encrypted');
  if (entry.size > limits.part) throw overLimit(limits, 'part', entry.size, entry.name);
  if (entry.method !== 0 && entry.method !== 8) throw unsafe('method', entry.name);
  if (!agreesOnSizes(bytes, entry)) throw damaged(entry.name);
  if (isLie(entry)) throw damaged(entry.name);
  return bytes.subarray(entry.start, entry.start + entry.packedSize);
}

/** Inflates one entry and holds its size and CRC-32 against the directory. */
export function zipContent(bytes: Buffer, entry: ZipEntry, limits: Limits): Buffer {
  const packed = packedBytes(bytes, entry, limits);
  const content = entry.method === 0 ? packed : inflate(packed, entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged(entry.name);
  return content;
}

/** One chunk as large as the promised content spares growing and joining; a liar gains no more than this. */
function chunkFor(size: number): number {
  return Math.min(Math.max(size, 1024), 4_194_304);
}

/** What `info` makes of the answer; `bytesWritten` is how many bytes were unpacked. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

function inflate(packed: Buffer, entry: ZipEntry): Buffer {
  try {
    const { buffer, engine } = inflateRawSync(packed, {
      maxOutputLength: Math.max(entry.size, 1),
      chunkSize: chunkFor(entry.size),
      info: true,
    }) as unknown as Inflated;
    if (engine.bytesWritten === packed.length) return buffer;
  } catch {
    // Told below, as for packed bytes that go on behind their end.
  }
  throw damaged(entry.name);
}

const STREAM_CHUNK = 262_144;

/** The content of one entry in chunks; the last comes only when size and CRC-32 are right. */
export async function* zipChunks(bytes: Buffer, entry: ZipEntry, limits: Limits): AsyncGenerator<Buffer> {
  const packed = packedBytes(bytes, entry, limits);
  let size = 0;
  let crc = 0;
  for await (const chunk of entry.method === 0 ? slices(packed) : inflated(packed, entry)) {
    size += chunk.length;
    crc = crc32(chunk, crc);
    if (size > entry.size || (size === entry.size && crc !== entry.crc)) throw damaged(entry.name);
    yield chunk;
  }
  if (size !== entry.size) throw damaged(entry.name);
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += STREAM_CHUNK) yield bytes.subarray(at, at + STREAM_CHUNK);
}

async function* inflated(packed: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: STREAM_CHUNK });
  stream.end(packed);
  try {
    yield* stream;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw damaged(entry.name);
    throw error;
  }
  if (stream.bytesWritten !== packed.length) throw damaged(entry.name);
}

/** The end record ends the file but for its own comment. Blanks that mail adds behind it are passed over. */
function findEnd(bytes: Buffer): number {
  let length = bytes.length;
  while (length > 0 && (bytes[length - 1] === 0 || (bytes[length - 1] as number) === 0x0a)) length--;
  // The record itself may end with zeros.
  const last = Math.min(bytes.length, length + END_SIZE) - END_SIZE;
  for (let at = last; at >= Math.max(0, last - 65_535 - END_SIZE); at--) {
    if (bytes.readUInt32LE(at) !== END_OF_DIRECTORY) continue;
    const end = at + END_SIZE + bytes.readUInt16LE(at + 20);
    if (end > bytes.length) continue;
    if (end < length) throw unsafe('trailing');
    return at;
  }
  throw damaged('zipDirectory');
}

function damaged(part: string): UnreadableError {
  return new UnreadableError('damaged', { part });
}

function unsafe(what: string, part = ''): UnreadableError {
  return new UnreadableError('unsafe', { what, part });
}
