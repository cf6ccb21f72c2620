import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseShard } from '../src/cli/check/shard-option.ts';
import { policyOf } from '../src/cli/policy.ts';
import type { Run } from '../src/model/run.ts';
import {
  type CheckRequest,
  check,
  checkFiles,
  concludeRun,
  listInputs,
  settingsOf,
} from '../src/pipeline.ts';
import { FORMATS, writeReport } from '../src/report/report.ts';
import { rulesOf } from '../src/rules/rules-of.ts';
import { policyDigests } from '../src/runs/seal.ts';
import { type Blob, blobText, readBlob } from '../src/shards/blob.ts';
import { MergeError, mergeBlobs, type NamedBlob } from '../src/shards/merge.ts';
import { fromPlainJson, toPlainJson } from '../src/shards/plain-json.ts';
import { filesIn, listDigest, shardOf } from '../src/shards/shard.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const SAMPLE = path.join(ROOT, 'fixtures/cities/hohhot-sample');

/** Everything a person can get of a run, format by format. */
async function reports(run: Run): Promise<readonly (string | Buffer)[]> {
  const options = {
    width: 80,
    paint: (_: string, text: string) => text,
    quiet: false,
    fileAt: (file: string) => file,
  };
  const all: (string | Buffer)[] = [];
  for (const format of FORMATS)
    for (const locale of ['zh-CN', 'en'] as const) all.push(await writeReport(run, format, locale, options));
  return all;
}

describe('shards of the sample city', () => {
  let request: CheckRequest;
  let whole: readonly (string | Buffer)[];

  beforeAll(async () => {
    const policy = await policyOf('hohhot', null);
    const { files } = await listInputs([SAMPLE]);
    request = {
      files,
      policy,
      rules: await rulesOf(policy, { measures: true }),
      version: '0',
      measures: true,
    };
    const run = await check(request);
    // Set rules have something to say, so that they are tried too.
    expect(run.findings.some(({ rule }) => rule === 'community-code-duplicate')).toBe(true);
    whole = await reports(run);
  });

  async function shards(count: number): Promise<[NamedBlob, ...NamedBlob[]]> {
    const { files, policy } = request;
    const made: NamedBlob[] = [];
    for (let index = 1; index <= count; index++) {
      const own = filesIn(files, { index, count });
      const checked = await checkFiles({ ...request, files: own.map(({ file }) => file) });
      const blob: Blob = {
        shard: { index, count },
        basis: {
          tool: { version: '0', build: null },
          list: listDigest(files),
          files: files.length,
          packs: policy.layers.map(({ id }) => id),
          asOf: policy.asOf,
          policy: policyDigests(policy),
          settings: settingsOf({}),
          measures: true,
        },
        checked: checked.map((file, at) => ({ at: own[at]?.at ?? -1, file })),
      };
      made.push({ name: `${index}.blob`, blob: readBlob(blobText(blob)) });
    }
    return made as [NamedBlob, ...NamedBlob[]];
  }

  it.each([1, 2, 3, 40])(
    '%i of them, in any order, give the bytes of a check in one go, in every format',
    async (count) => {
      const named = (await shards(count)).reverse() as [NamedBlob, ...NamedBlob[]];
      const merged = await reports(concludeRun(mergeBlobs(named), request));
      // Not `toEqual`: a difference would print whole reports.
      expect(merged.map((report, at) => Buffer.from(report).equals(Buffer.from(whole[at] ?? '')))).toEqual(
        whole.map(() => true),
      );
    },
  );

  it('refuses what is missing, double, mixed or of another list, by name', async () => {
    const [one, two, three] = (await shards(3)) as [NamedBlob, NamedBlob, NamedBlob];
    const why = (...named: NamedBlob[]) => {
      try {
        mergeBlobs(named as [NamedBlob, ...NamedBlob[]]);
      } catch (error) {
        return error instanceof MergeError ? error.why : error;
      }
      return null;
    };
    const changed = (change: Partial<Blob['basis']>, name = 'other.blob'): NamedBlob => ({
      name,
      blob: { ...two.blob, basis: { ...two.blob.basis, ...change } },
    });
    expect(why(one, two, three)).toBeNull();
    expect(why(two)).toEqual({ mistake: 'missing', shards: [1, 3], count: 3 });
    expect(why(one, two, three, { ...two, name: 'twice.blob' })).toEqual({
      mistake: 'double',
      shard: 2,
      blobs: ['2.blob', 'twice.blob'],
    });
    const blobs = ['1.blob', 'other.blob'];
    for (const [what, other] of [
      ['tool', changed({ tool: { version: '1', build: null } })],
      ['list', changed({ list: 'x' })],
      ['policy', changed({ policy: { ...two.blob.basis.policy, rules: 'x' } })],
      ['settings', changed({ settings: settingsOf({ shown: 'none' }) })],
      ['asOf', changed({ asOf: '2024-01-01' })],
    ] as const)
      expect(why(one, other, three)).toEqual({ mistake: 'mixed', what, blobs });
    const ofFour = { name: 'other.blob', blob: { ...two.blob, shard: { index: 2, count: 4 } } };
    expect(why(one, ofFour, three)).toEqual({ mistake: 'mixed', what: 'count', blobs });
    const short = { ...two, blob: { ...two.blob, checked: two.blob.checked.slice(1) } };
    expect(why(one, short, three)).toMatchObject({ mistake: 'files' });
  });

  it('a blob cut or changed anywhere is told', async () => {
    const [one] = await shards(3);
    const text = blobText(one.blob);
    const head = text.indexOf('\n') + 1;
    fc.assert(
      fc.property(fc.integer({ min: head, max: text.length - 1 }), (at) => {
        expect(() => readBlob(text.slice(0, at))).toThrow('torn');
        const other = text[at] === 'x' ? 'y' : 'x';
        expect(() => readBlob(text.slice(0, at) + other + text.slice(at + 1))).toThrow('torn');
      }),
      { numRuns: 50, seed: 9 },
    );
    expect(() => readBlob(text.slice(0, head - 2))).toThrow('no-blob');
    expect(() => readBlob('{"jianfu":"blob","format":2}\n')).toThrow('other-format');
  });
});

describe('which shard', () => {
  it('every file is in one, by its path alone, whatever the form of its characters', () => {
    const name = '新城区/caf\u00e9社区.xlsx';
    expect(shardOf(name.normalize('NFD'), 7)).toBe(shardOf(name.normalize('NFC'), 7));
    const shards = Array.from({ length: 4000 }, (_, at) => shardOf(`街道${at % 50}/社区${at}.xlsx`, 4));
    const counts = [1, 2, 3, 4].map((index) => shards.filter((shard) => shard === index).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4000);
    expect(Math.min(...counts)).toBeGreaterThan(900);
  });

  it.each([
    ['3/16', {}, { index: 3, count: 16 }],
    ['auto', { SLURM_ARRAY_TASK_ID: '2', SLURM_ARRAY_TASK_COUNT: '4' }, { index: 2, count: 4 }],
    // One task run again: Slurm then counts one.
    ['auto/4', { SLURM_ARRAY_TASK_ID: '2', SLURM_ARRAY_TASK_COUNT: '1' }, { index: 2, count: 4 }],
    ['auto/8', { JOB_COMPLETION_INDEX: '0' }, { index: 1, count: 8 }],
    ['auto', { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '2' }, { index: 1, count: 2 }],
  ] as const)('%s with %j', (text, env, shard) => {
    expect(parseShard(text, env)).toEqual(shard);
  });

  it.each([
    ['0/4', {}],
    ['5/4', {}],
    ['3', {}],
    ['auto', {}],
    ['auto', { JOB_COMPLETION_INDEX: '0' }],
    ['auto', { SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_COUNT: '1' }],
    ['auto/4', { SLURM_ARRAY_TASK_ID: '0' }],
    ['', {}],
  ] as const)('%j with %j is refused', (text, env) => {
    expect(() => parseShard(text, env)).toThrow();
  });
});

describe('plain JSON', () => {
  it('loses nothing', () => {
    const value = new Map<unknown, unknown>([
      ['a', [undefined, Number.NaN, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]],
      ['b', new Set([1, { '~': 'map', of: [] }])],
    ]);
    expect(fromPlainJson(toPlainJson(value))).toEqual(value);
    const nested = fc.anything({
      withMap: true,
      withSet: true,
      key: fc.oneof(fc.string(), fc.constant('~')),
    });
    fc.assert(
      fc.property(nested, (any) => {
        expect(fromPlainJson(toPlainJson([any]))).toEqual([any]);
      }),
      { numRuns: 300, seed: 9 },
    );
  });
});

describe('through the real program', () => {
  it('three shards, one missing, then merged: the bytes of a check in one go', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'shards-'));
    const at = (name: string) => path.join(folder, name);
    const common = ['--policy', 'hohhot', '--jobs', '1'];
    const shard = (index: number) =>
      jianfu(['check', SAMPLE, ...common, '--shard', 'auto/3', '--out', `blob=${at(`${index}.blob`)}`], {
        env: { SLURM_ARRAY_TASK_ID: String(index) },
      });
    expect(shard(1)).toMatchObject({ code: 0, stdout: '' });
    expect(shard(3).stderr).toContain('第 3/3 份：全部 21 个文件中的');
    if (process.platform !== 'win32') expect(statSync(at('1.blob')).mode & 0o077).toBe(0);
    const merge = (...more: string[]) => jianfu(['merge', at('1.blob'), at('3.blob'), ...more]);
    expect(merge()).toMatchObject({ code: 3, stdout: '' });
    expect(merge().stderr).toContain('缺少第 2 份（共 3 份）。请补上，或重跑：--shard 2/3');
    writeFileSync(at('2.blob'), readFileSync(at('1.blob')).subarray(0, 9000));
    expect(merge(at('2.blob')).stderr).toContain('--shard 1/3');
    shard(2);
    const merged = merge(
      at('2.blob'),
      '--root',
      SAMPLE,
      '--out',
      `html=${at('m.html')}`,
      '--out',
      `json=${at('m.json')}`,
      '--lang',
      'en',
    );
    expect(merged.code).toBe(1);
    jianfu([
      'check',
      SAMPLE,
      ...common,
      '--out',
      `html=${at('u.html')}`,
      '--out',
      `json=${at('u.json')}`,
      '--lang',
      'en',
    ]);
    for (const kind of ['html', 'json'])
      expect(readFileSync(at(`m.${kind}`)).equals(readFileSync(at(`u.${kind}`))), kind).toBe(true);
    expect(merge(at('2.blob'), at('1.blob'), '--lang', 'en')).toMatchObject({ code: 3, stdout: '' });
    expect(merge(at('2.blob'), '--out', `html=${at('x.html')}`)).toMatchObject({ code: 2 });
    expect(merge(at('2.blob'), '--policy', 'beijing')).toMatchObject({ code: 3, stdout: '' });
  });

  it('settings of the folder are left to merge, and the pack is the one that was checked with', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'shards-'));
    const list = '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n1,协助维护 社会治安,公安局\n';
    writeFileSync(path.join(folder, 'a.csv'), list);
    const run = (...args: string[]) => jianfu(args, { cwd: folder });
    run(
      'check',
      'a.csv',
      '--policy',
      'hohhot',
      '--baseline',
      'base.json',
      '--update-baseline',
      '--out',
      'json=r.json',
    );
    const settings =
      'policy: beijing\ncheck:\n  baseline: base.json\n  out: [json=out.json]\n  failOn: warning\n';
    writeFileSync(path.join(folder, 'jianfu.config.yaml'), settings);
    expect(run('check', 'a.csv', '--policy', 'hohhot', '--shard', '1/1', '--out', 'blob=1.blob').code).toBe(
      0,
    );
    expect(run('merge', '1.blob').code).toBe(1);
    const { packs, baseline } = JSON.parse(readFileSync(path.join(folder, 'out.json'), 'utf8'));
    expect(packs.at(-1).id).toBe('hohhot');
    expect(baseline).toMatchObject({ fresh: 0, file: 'base.json' });
    expect(run('verify', 'r.json').stdout).toContain('一致：');
  });

  it.each([
    [['--shard', '1/2']],
    [['--out', 'blob']],
    [['--shard', '1/2', '--out', 'blob=x.blob', '--out', 'json=y.json']],
    [['--shard', '1/2', '--out', 'blob=x.blob', '--baseline', 'b.json']],
    [['--shard', '3/2', '--out', 'blob=x.blob']],
  ])('check with %j is refused before anything is read', (more) => {
    expect(jianfu(['check', SAMPLE, ...more])).toMatchObject({ code: 2, stdout: '' });
  });
});
