import { availableParallelism } from 'node:os';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';

/** More threads than this only wait for one another's memory. */
const MOST = 64;
/** A thread has to load the program and warm up: below so many files for each it does not pay (docs/decisions/0072-threads-for-many-files.md). */
const FILES_FOR_A_THREAD = 1000;

/** `--jobs auto|N`: how many threads check so many files. */
export function threadsFor(jobs: string, files: number): number {
  if (jobs === 'auto') {
    return Math.max(1, Math.min(availableParallelism(), Math.floor(files / FILES_FOR_A_THREAD)));
  }
  const count = /^\d{1,2}$/.test(jobs) ? Number(jobs) : 0;
  if (count >= 1 && count <= MOST) return count;
  throw new UsageError(TEXTS.badValue, {
    option: '--jobs',
    found: jobs,
    expected: `auto | 1 … ${MOST}`,
    suggestion: 'none',
  });
}
