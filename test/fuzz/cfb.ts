import fc from 'fast-check';
import { utils, write } from 'xlsx';
import { LIST } from '../hostile/workbook.ts';
import { badNumber, edited, edits } from './bytes.ts';
import { readingApart } from './reading.ts';
import type { Tally } from './run.ts';

function sound(): Buffer {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(LIST.map((cells) => [...cells]));
  utils.book_append_sheet(book, sheet, '清单');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['名称'], ['甲']]), '字典');
  return write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
}

const SOUND = sound();
const SECTOR = 512;
const TABLE = (SOUND.readUInt32LE(76) + 1) * SECTOR;
const DIRECTORY = (SOUND.readUInt32LE(48) + 1) * SECTOR;
const HEADER_FIELDS = [24, 26, 28, 30, 32, 44, 48, 56, 60, 64, 68, 72, 76, 80];

/** Where each record of the workbook stream begins; the stream of a small file lies in one piece. */
function recordsIn(bytes: Buffer): number[] {
  const begin = [0x09, 0x08, 0x10, 0x00];
  const starts: number[] = [];
  let at = bytes.indexOf(Buffer.from(begin), SECTOR);
  while (
    at >= 0 &&
    at + 4 < bytes.length &&
    (bytes.readUInt16LE(at) !== 0 || bytes.readUInt16LE(at + 2) !== 0)
  ) {
    starts.push(at);
    at += 4 + bytes.readUInt16LE(at + 2);
  }
  return starts;
}
const RECORDS = recordsIn(SOUND);

const patch = fc.oneof(
  fc
    .tuple(fc.constantFrom(...HEADER_FIELDS), badNumber)
    .map(([at, value]) => ({ at, value, width: at < 44 ? 2 : 4 })),
  fc
    .tuple(fc.nat(127), fc.oneof(badNumber, fc.nat(40)))
    .map(([n, value]) => ({ at: TABLE + n * 4, value, width: 4 })),
  fc
    .tuple(fc.nat(5), fc.constantFrom(64, 66, 68, 72, 76, 116, 120), fc.oneof(badNumber, fc.nat(40)))
    .map(([entry, field, value]) => ({
      at: DIRECTORY + entry * 128 + field,
      value,
      width: field < 68 ? 2 : 4,
    })),
  fc
    .tuple(fc.constantFrom(...RECORDS), fc.constantFrom(0, 2, 4, 6, 8, 10), fc.oneof(badNumber, fc.nat(300)))
    .map(([at, field, value]) => ({ at: at + field, value, width: 2 })),
);

const patched = fc.array(patch, { minLength: 1, maxLength: 3 }).map((all) => {
  const bytes = Buffer.from(SOUND);
  for (const { at, value, width } of all) {
    if (at + width > bytes.length) continue;
    if (width === 2) bytes.writeUInt16LE(value & 0xffff, at);
    else bytes.writeUInt32LE(value >>> 0, at);
  }
  return bytes;
});

/** Old workbooks carry no checksum: they are read or refused, and what an independent count misses is told. */
export const cfbTarget = (tally: Tally) =>
  fc.asyncProperty(
    fc.oneof(
      { weight: 2, arbitrary: patched },
      { weight: 1, arbitrary: edits.map((all) => edited(SOUND, all)) },
    ),
    async (bytes) => {
      tally[(await readingApart(bytes, '清单.xls')).state]++;
    },
  );
