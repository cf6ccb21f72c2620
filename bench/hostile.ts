import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Outcome, outcomeOf } from '../test/hostile/answer.ts';
import { KINDS } from '../test/hostile/kinds.ts';

/**
 * Seconds and memory that the real program takes for each kind of hostile file, one after the other, each in a
 * run of its own; start-up is included. `-- PATTERN` takes only kinds whose name fits. Needs `npm run build` first.
 */
const AIM = { seconds: 2, mebibytes: 300 };
const GUARD = { seconds: 60, mebibytes: 4096 };
const SHOWN = 10;

const pattern = new RegExp(process.argv[2] ?? '');
const folder = mkdtempSync(path.join(tmpdir(), 'hostile-'));
interface Measured extends Outcome {
  readonly id: string;
  readonly size: number;
  readonly expected: string;
}
const rows: Measured[] = [];
for (const { id, file, bytes, answer: expected } of KINDS.filter(({ id }) => pattern.test(id))) {
  const target = path.join(folder, file);
  writeFileSync(target, bytes());
  const { size } = statSync(target);
  rows.push({ id, size, expected, ...(await outcomeOf(target, GUARD)) });
  rmSync(target);
}
rmSync(folder, { recursive: true });

const { seconds, mebibytes } = AIM;
/** Alone, a folder with nothing to read in it ends the run; beside others it is passed over. */
const isRight = ({ answer, expected }: Measured) =>
  answer === expected || (expected === 'skipped' && answer === 'exit 2');
const wrong = rows.filter((row) => !isRight(row));
const slow = rows.filter((row) => row.seconds > seconds);
const large = rows.filter((row) => row.mebibytes > mebibytes);
const table = (title: string, sorted: readonly Measured[]) =>
  [
    `${title}:`,
    ...sorted
      .slice(0, SHOWN)
      .map(
        (row) =>
          `  ${row.seconds.toFixed(2)} s  ${String(Math.round(row.mebibytes)).padStart(4)} MiB  ${row.size} bytes  ${row.id}  ${row.answer.slice(0, 60)}`,
      ),
  ].join('\n');

process.stdout.write(
  `${[
    `${rows.length} kinds: ${wrong.length} answered otherwise than they should be, ${slow.length} over ${seconds} s, ${large.length} over ${mebibytes} MiB`,
    table(
      'slowest',
      rows.toSorted((left, right) => right.seconds - left.seconds),
    ),
    table(
      'most memory of one process',
      rows.toSorted((left, right) => right.mebibytes - left.mebibytes),
    ),
    ...wrong.map(({ id, answer, expected }) => `${id}\n  is     ${answer}\n  not    ${expected}`),
  ].join('\n')}\n`,
);
