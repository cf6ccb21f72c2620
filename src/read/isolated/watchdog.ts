import { Worker } from 'node:worker_threads';

const TICK_MS = 50;
const MEBIBYTE = 1_048_576;

/** What the program finds on standard error of a reader that was ended, and V8's own words among it. */
export const OVER_TIME = 'jianfu: over time';
export const OVER_MEMORY = /out of memory|Allocation failed/;

/**
 * The thread beside the reading. A reader caught in a loop cannot look at a clock, and memory outside V8's heap has no
 * limit of its own, so this thread counts both and ends the process. It needs no /proc and no parent: the same on every
 * system, and nothing is left running when the program itself is killed. Ticks are counted rather than a clock read, so
 * that a machine that slept or was busy elsewhere does not end an innocent file.
 */
const WATCH = `
const { workerData: { budget, tickMs, mebibyte, overTime } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const left = new Int32Array(budget);
const parent = process.ppid;
function end(why) {
  try { writeSync(2, why); } catch {}
  process.kill(process.pid, 'SIGKILL');
}
setInterval(() => {
  const ticks = Atomics.load(left, 0);
  if (ticks === 0) return;
  if (process.memoryUsage.rss() > Atomics.load(left, 1) * mebibyte) end('out of memory');
  if (process.ppid !== parent) end('');
  if (Atomics.compareExchange(left, 0, ticks, ticks - 1) === ticks && ticks === 1) end(overTime);
}, tickMs);
`;

export interface Watchdog {
  /** From here the time runs. */
  start(seconds: number, bytes: number): void;
  stop(): void;
}

/** Resolves when the watch stands. */
export function watchdog(): Promise<Watchdog> {
  const budget = new SharedArrayBuffer(8);
  const left = new Int32Array(budget);
  const worker = new Worker(WATCH, {
    eval: true,
    execArgv: [],
    env: {},
    workerData: { budget, tickMs: TICK_MS, mebibyte: MEBIBYTE, overTime: OVER_TIME },
  });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('online', () => {
      worker.unref();
      resolve({
        start(seconds, bytes) {
          Atomics.store(left, 1, Math.ceil(bytes / MEBIBYTE));
          Atomics.store(left, 0, Math.max(1, Math.ceil((seconds * 1000) / TICK_MS)));
        },
        stop: () => void Atomics.store(left, 0, 0),
      });
    });
  });
}
