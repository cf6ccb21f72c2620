import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Tally } from './fuzz/run.ts';
import { ROOT } from './support/paths.ts';

/** FUZZ_SEED tries other inputs, FUZZ_TIMES=10 ten times as many. The same seed gives the same inputs. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_124);
const TIMES = Number(process.env.FUZZ_TIMES ?? 1);
/**
 * More than 100,000 inputs in all. What the library reads is little of it: .ods in the process that tries it, some hundreds a
 * second, old workbooks (cfb) in a process of its own, as for users, some tens, where our own readers give two thousand.
 */
const RUNS = { zip: 40_000, xml: 33_000, csv: 24_000, ods: 2_000, cfb: 1_500 } as const;
/** No input may take longer. The library's process is ended by the limit `seconds` before. */
const HANG_SECONDS = 60;

interface Result {
  readonly tally: Tally;
  /** What fast-check says of the smallest input that was answered wrongly. */
  readonly report: string | null;
}

/** Runs a target in a process of its own, which cannot hang unseen: it writes a dot before each input. */
function fuzz(name: string, runs: number): Promise<Result> {
  const args = ['--import', 'tsx', path.join(ROOT, 'test/fuzz/run.ts'), name, String(runs), String(SEED)];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let inputs = 0;
  let last = '';
  let errors = '';
  let isHanging = false;
  const hang = setTimeout(() => {
    isHanging = true;
    child.kill('SIGKILL');
  }, HANG_SECONDS * 1000);
  child.stdout.on('data', (data: Buffer) => {
    const text = data.toString('utf8');
    hang.refresh();
    const dots = /^\.*/.exec(text)?.[0].length ?? 0;
    inputs += dots;
    last += text.slice(dots);
  });
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      clearTimeout(hang);
      const again = `node --import tsx test/fuzz/run.ts ${name} 1 ${SEED} ${inputs - 1}`;
      const where = `input ${inputs} of ${runs}; alone: ${again}`;
      if (isHanging) reject(new Error(`no answer in ${HANG_SECONDS} s: ${where}`));
      else if (code !== 0) reject(new Error(`exit ${code}: ${where}\n${errors.slice(0, 2000)}`));
      else resolve(JSON.parse(last) as Result);
    });
  });
}

describe('changed inputs are read or refused, never lost, never anything else', () => {
  it.each(Object.entries(RUNS))(
    `%s: %d inputs times ${TIMES}, seed ${SEED}`,
    async (name, runs) => {
      const { tally, report } = await fuzz(name, runs * TIMES);
      expect(report).toBeNull();
      const { read, told, handed, refused, held } = tally;
      expect(read + told + handed + refused).toBe(runs * TIMES);
      // A target that only ever refuses, or is never held against another reader, tries nothing.
      expect(read).toBeGreaterThan(runs / 5);
      expect(refused).toBeGreaterThan(runs / 10);
      if (name !== 'cfb') expect(held).toBeGreaterThan(runs / 8);
    },
    600_000 * TIMES,
  );
});
