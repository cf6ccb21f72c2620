import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { threadsFor } from '../src/cli/check/jobs.ts';
import { NO_PINS } from '../src/model/pins.ts';
import type { PolicyPack } from '../src/model/policy.ts';
import type { InputFile } from '../src/read/inputs.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import type { Rule } from '../src/rules/define.ts';
import { rulesOf } from '../src/rules/rules-of.ts';
import { checkInThreads } from '../src/threads/threads.ts';
import { ROOT } from './support/paths.ts';
import { policyOf } from './support/policy.ts';

const CITY = path.join(ROOT, 'fixtures/cities/hohhot-sample');

/** Stands for a thread: answers with the path, and dies of one file. */
const DYING = `import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ path }) => {
  if (path === 'deadly.xlsx') process.exit(7);
  parentPort.postMessage({ input: { path }, outcome: { faults: [] }, pins: [] });
});`;

const DYING_ENTRY = new URL(`data:text/javascript,${encodeURIComponent(DYING)}`);
const workWith = (policy: PolicyPack, files: readonly InputFile[], rules: readonly Rule[]) => ({
  files,
  settings: { policy, limits: DEFAULT_LIMITS, encoding: null, pins: NO_PINS },
  rules,
  cache: null,
  onProgress: (_done: number) => {},
});

describe('files checked in threads', () => {
  let policy: PolicyPack;
  beforeAll(async () => {
    policy = await policyOf('base');
  });

  it('give the same report, byte for byte, for any number of threads', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'threads-'));
    const [one, ...more] = [1, 2, 3].map((jobs) => {
      const out = path.join(folder, `${jobs}.json`);
      const program = path.join(ROOT, 'bin/jianfu.js');
      const args = ['check', CITY, '--policy', 'hohhot', '--jobs', String(jobs), '--out', `json=${out}`];
      const { status, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
      expect(status, stderr).toBe(1);
      return readFileSync(out, 'utf8');
    });
    expect(JSON.parse(one ?? '').findings.length).toBeGreaterThan(10);
    // Not `toBe`: a difference would print both reports.
    expect(more.map((report) => report === one)).toEqual([true, true]);
  });

  it('a file that cannot be opened is a finding all the same', async () => {
    const bytes = () => Promise.reject(Object.assign(new Error('denied'), { code: 'EACCES' }));
    const lost: InputFile = { path: '打不开.xlsx', absolute: '', skipped: null, bytes };
    const rules = await rulesOf(policy);
    const [checked] = await checkInThreads(workWith(policy, [lost], rules), 1, DYING_ENTRY);
    const found = checked?.outcome.findings.map(({ rule, message }) => [rule, message.id]);
    expect(found).toEqual([['file-unreadable', 'no-access']]);
  });

  it('a thread that dies takes its file with it, as a fault, and the next file is checked', async () => {
    const names = ['a.xlsx', 'deadly.xlsx', 'b.xlsx', 'c.xlsx'];
    const files = names.map((name) => ({
      path: name,
      absolute: '',
      skipped: null,
      bytes: async () => Buffer.from('x'),
    }));
    const seen: number[] = [];
    const onProgress = (done: number) => seen.push(done);
    const work = { ...workWith(policy, files, []), onProgress };
    const checked = await checkInThreads(work, 1, DYING_ENTRY);
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(checked.map(({ input }) => input.path)).toEqual(names);
    expect(checked.map(({ outcome }) => outcome.faults.map(({ file }) => file))).toEqual([
      [],
      ['deadly.xlsx'],
      [],
      [],
    ]);
    expect(checked[1]?.outcome.faults[0]?.error).toContain('7');
  });
});

describe('--jobs', () => {
  it('auto keeps few files in one thread; a number is taken at its word', () => {
    expect(threadsFor('auto', 20)).toBe(1);
    expect(threadsFor('3', 1)).toBe(3);
  });

  it.each(['0', '-1', 'two', '65', ''])('%j is refused', (jobs) => {
    expect(() => threadsFor(jobs, 1)).toThrow();
  });
});
