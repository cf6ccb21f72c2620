import { isUtf8 } from 'node:buffer';
import type { Limits } from '../limits.ts';
import { type ZipEntry, zipChunks } from '../zip.ts';
import { encodingOf } from './text.ts';
import { Broken, Unfamiliar } from './unfamiliar.ts';

/** Parts from this size on are read piece by piece and never stand in memory whole. */
export const LARGE = 8 * 1_048_576;
/** No tag, cell or text of a part that is read in pieces may be longer. */
const LONGEST = 4 * 1_048_576;
const FIRST_ROOM = 1_048_576;

/** Takes a part as it comes. `push` uses bytes from `from` to `to` and returns where it stopped. */
export interface PieceReader {
  push(bytes: Buffer, from: number, to: number, isLast: boolean): number;
  /** Waited for between pieces, for those who pass rows on to something slower. */
  pause?(): Promise<void> | undefined;
}

/** Inflates one part into a reader piece by piece. Throws `UnreadableError` for a wrong size or CRC. */
export async function readPieces(
  zip: Buffer,
  entry: ZipEntry,
  limits: Limits,
  reader: PieceReader,
): Promise<void> {
  let room = Buffer.allocUnsafe(FIRST_ROOM);
  let held = 0;
  let isFirst = true;
  for await (const chunk of zipChunks(zip, entry, limits)) {
    // Another encoding would have to be turned into UTF-8 whole.
    if (isFirst && encodingOf(chunk) !== 'utf-8') throw new Unfamiliar('encoding');
    isFirst = false;
    if (held + chunk.length > room.length) {
      room = Buffer.concat([room.subarray(0, held)], 2 * (held + chunk.length));
    }
    chunk.copy(room, held);
    held += chunk.length;
    const used = reader.push(room, 0, held, false);
    // Pieces end at tags, so that no character is cut.
    if (!isUtf8(room.subarray(0, used))) throw new Broken();
    room.copyWithin(0, used, held);
    held -= used;
    if (held > LONGEST) throw new Unfamiliar('structure');
    await reader.pause?.();
  }
  reader.push(room, 0, held, true);
}
