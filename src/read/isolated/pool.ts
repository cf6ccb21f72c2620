import { availableParallelism } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import type { Workbook } from '../../model/workbook.ts';
import { ReaderStartError, UnreadableError } from '../unreadable.ts';
import type { Submission } from './messages.ts';
import { ReaderProcess } from './reader-process.ts';

/** The program itself checks while readers read; more of them than this wait for it. */
const MAX_READERS = 4;

/** A thread checks one file at a time, so it never needs a second. */
export const READERS = isMainThread ? Math.min(MAX_READERS, availableParallelism()) : 1;

interface Waiting {
  readonly submission: Submission;
  readonly resolve: (workbook: Workbook) => void;
  readonly reject: (error: unknown) => void;
}

const waiting: Waiting[] = [];
const readers = new Set<ReaderProcess>();
const idle: ReaderProcess[] = [];
let isBroken = false;

// No reader outlives the program, however it ends.
process.once('exit', () => {
  for (const reader of readers) reader.kill();
});

/**
 * Reads one file in a child process, at most `READERS` at a time, in the order in which they are asked for. A child that
 * dies takes its file with it and no other. They end with the program; nothing has to be closed.
 */
export function readIsolated(submission: Submission): Promise<Workbook> {
  return new Promise((resolve, reject) => {
    // Told once as a failure of the tool; what could not be started is not tried for every file.
    if (isBroken) return reject(new UnreadableError('no-reader'));
    waiting.push({ submission, resolve, reject });
    serve();
  });
}

function serve(): void {
  while (waiting.length > 0) {
    const [next] = waiting;
    const reader = next === undefined ? undefined : (idle.pop() ?? started(next.submission));
    if (next === undefined || reader === undefined) return;
    waiting.shift();
    void give(reader, next);
  }
}

/** `undefined` while all readers are busy. */
function started({ limits }: Submission): ReaderProcess | undefined {
  if (readers.size >= READERS) return undefined;
  const reader = new ReaderProcess(limits.memory);
  readers.add(reader);
  return reader;
}

async function give(reader: ReaderProcess, { submission, resolve, reject }: Waiting): Promise<void> {
  try {
    resolve(await reader.read(submission));
  } catch (error) {
    const cannotStart = error instanceof ReaderStartError;
    reject(cannotStart && isBroken ? new UnreadableError('no-reader') : error);
    isBroken ||= cannotStart;
  }
  if (reader.isSpent) readers.delete(reader);
  else idle.push(reader);
  serve();
}
