import fc from 'fast-check';
import { type Part, zip } from '../hostile/container.ts';
import { parts } from '../hostile/workbook.ts';
import { badNumber, edited, edits } from './bytes.ts';
import { expectSame, readingHere } from './reading.ts';
import type { Tally } from './run.ts';

const SOUND = { packed: zip(parts()), stored: zip(parts().map((part) => ({ ...part, method: 0 }))) };
const whole = await readingHere(SOUND.packed);
if (whole.state !== 'read') throw new Error('the sound workbook is refused');

const claims = fc.record(
  {
    size: badNumber,
    packedSize: badNumber,
    crc: badNumber,
    method: fc.constantFrom(0, 1, 8, 9, 12, 14, 99),
    offset: badNumber,
    flags: fc.constantFrom(0, 1, 8, 0x40, 0x800, 0x2000, 0xffff),
    localName: fc.constantFrom('', 'x', 'xl/styles.xml', 'xl/workbook.xml'),
    localSize: badNumber,
  },
  { requiredKeys: [] },
);
/** None in most of the inputs, so that a good share of them is read. */
const lies = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(fc.tuple(fc.nat(6), claims), { minLength: 1, maxLength: 2 }) },
);
const order = fc.oneof(
  { weight: 3, arbitrary: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }) },
  { weight: 1, arbitrary: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 6 }) },
);
const frame = fc.record(
  {
    count: fc.nat(9),
    directoryOffset: badNumber,
    before: fc.uint8Array({ maxLength: 9 }).map((bytes) => Buffer.from(bytes)),
    after: fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes)),
    comment: fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes)),
  },
  { requiredKeys: [] },
);

const framed = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: frame });
const lying = fc.tuple(lies, order, framed).map(([all, sequence, around]) => {
  const changed: Part[] = parts();
  for (const [index, what] of all) changed[index] = { ...(changed[index] as Part), claims: what };
  return zip(
    sequence.map((index) => changed[index] as Part),
    around,
  );
});
const changed = fc
  .tuple(fc.constantFrom(SOUND.packed, SOUND.stored), edits)
  .map(([bytes, all]) => edited(bytes, all));

/** Every part that is looked at carries a checksum, so a container is refused or says what it said before. */
export const zipTarget = (tally: Tally) =>
  fc.asyncProperty(
    fc.oneof({ weight: 1, arbitrary: changed }, { weight: 3, arbitrary: lying }),
    async (bytes) => {
      const found = await readingHere(bytes);
      tally[found.state]++;
      if (found.state === 'read') {
        tally.held++;
        // A container cut down to its first bytes is a text of its own.
        if (found.workbook.format === 'xlsx') expectSame(found.cells, whole.cells);
        else if (found.cells.size > bytes.length) throw new Error('more cells than bytes');
      }
    },
  );
