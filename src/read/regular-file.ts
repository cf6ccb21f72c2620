import { closeSync, constants, type Dirent, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { UnreadableError } from './unreadable.ts';

/**
 * The bytes of a regular file, taken once. A pipe is not waited for, and no device is read. `refuse` sees the size before anything
 * is brought into memory. Throws `UnreadableError` for what is no file, and for one that changed meanwhile.
 */
export function readRegularFile(file: string, refuse: (size: number) => void): Buffer {
  // Without O_NONBLOCK, opening a pipe waits for a writer. Windows has neither.
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const before = fstatSync(handle);
    const kind = kindOf(before);
    if (kind !== null) throw new UnreadableError('not-a-file', { kind });
    refuse(before.size);
    const bytes = readAll(handle, before.size);
    const after = fstatSync(handle);
    if (bytes.length !== after.size || before.mtimeMs !== after.mtimeMs) throw new UnreadableError('changed');
    return bytes;
  } finally {
    closeSync(handle);
  }
}

/** One byte more is asked for than there should be, so that growth is seen too. */
function readAll(handle: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  while (length < bytes.length) {
    const count = readSync(handle, bytes, length, bytes.length - length, null);
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
}

/** What stands under a name that is no regular file; `null` for one that is. */
export function kindOf(facts: Stats | Dirent): 'folder' | 'pipe' | 'socket' | 'device' | 'other' | null {
  if (facts.isFile()) return null;
  if (facts.isDirectory()) return 'folder';
  if (facts.isFIFO()) return 'pipe';
  if (facts.isSocket()) return 'socket';
  return facts.isCharacterDevice() || facts.isBlockDevice() ? 'device' : 'other';
}
