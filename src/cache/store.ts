import {
  closeSync,
  fstatSync,
  futimesSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

/** Entries by key, each a file of its own that begins with the CRC-32 of the rest. */
export interface Store {
  /** `null` where there is no entry, or none that is whole. */
  get(key: string): Buffer | null;
  /** Whole or not at all, whoever else writes. A folder that cannot be written is no error: nothing is kept then. */
  put(key: string, content: Buffer): void;
  /** Removes the longest unused entries beyond the bound, once enough was written. */
  close(): void;
}

const CHECKSUM = 4;
/** Entries hold what submissions say, so they are their owner's alone. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 };
/** Within a day an entry that is used again counts as fresh. */
const DAY = 86_400_000;
/** A part of the bound; so much is written before the folder is gone through. */
const SWEEP_AFTER = 1 / 16;

/** `bound` in bytes. A run may go beyond it by a sixteenth before the oldest entries go. */
export function openStore(folder: string, bound: number): Store {
  let written = 0;
  let isWritable = true;
  const fileOf = (key: string) => path.join(folder, key.slice(0, 2), key.slice(2));
  const sweep = () => {
    written = 0;
    sweepStore(folder, bound);
  };
  return {
    get: (key) => readEntry(fileOf(key)),
    put(key, content) {
      if (!isWritable) return;
      try {
        writeEntry(fileOf(key), content);
        written += content.length + CHECKSUM;
        if (written > bound * SWEEP_AFTER) sweep();
      } catch {
        // Full, read-only, taken away: the run needs no cache.
        isWritable = false;
      }
    },
    close() {
      try {
        if (written > 0 && isDue(folder)) sweep();
      } catch {
        // The next run tries again.
      }
    },
  };
}

function readEntry(file: string): Buffer | null {
  let entry: number;
  try {
    entry = openSync(file, 'r+');
  } catch {
    return null;
  }
  try {
    const { size, mtimeMs } = fstatSync(entry);
    const bytes = Buffer.allocUnsafe(size);
    if (size < CHECKSUM || readSync(entry, bytes) < size) return null;
    const content = bytes.subarray(CHECKSUM);
    if (crc32(content) !== bytes.readUInt32LE()) return null;
    const now = Date.now();
    if (now - mtimeMs > DAY) futimesSync(entry, now / 1000, now / 1000);
    return content;
  } finally {
    closeSync(entry);
  }
}

function writeEntry(file: string, content: Buffer): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: OWNER_ONLY.folder });
  const beside = `${file}.${process.pid}.part`;
  const checksum = Buffer.alloc(CHECKSUM);
  checksum.writeUInt32LE(crc32(content));
  writeFileSync(beside, Buffer.concat([checksum, content]), { mode: OWNER_ONLY.file });
  renameSync(beside, file);
}

interface Entry {
  readonly file: string;
  readonly bytes: number;
  readonly used: number;
}

/** What the folder holds. Entries that go while they are counted do not count. */
export function entriesOf(folder: string): readonly Entry[] {
  const entries: Entry[] = [];
  for (const part of namesIn(folder)) {
    for (const name of namesIn(path.join(folder, part))) {
      const file = path.join(folder, part, name);
      const facts = statSync(file, { throwIfNoEntry: false });
      if (facts?.isFile()) entries.push({ file, bytes: facts.size, used: facts.mtimeMs });
    }
  }
  return entries;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const SWEPT = 'swept';

function isDue(folder: string): boolean {
  const last = statSync(path.join(folder, SWEPT), { throwIfNoEntry: false });
  return last === undefined || Date.now() - last.mtimeMs > DAY;
}

function sweepStore(folder: string, bound: number): void {
  const oldestFirst = [...entriesOf(folder)].sort((left, right) => left.used - right.used);
  let left = oldestFirst.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { file, bytes } of oldestFirst) {
    if (left <= bound) break;
    rmSync(file, { force: true });
    left -= bytes;
  }
  writeFileSync(path.join(folder, SWEPT), '', { mode: OWNER_ONLY.file });
}
