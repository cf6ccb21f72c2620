import { describe, expect, it } from 'vitest';
import type { PolicyPack } from '../src/model/policy.ts';
import { check } from '../src/pipeline.ts';
import type { InputFile } from '../src/read/inputs.ts';
import { RULES } from '../src/rules/index.ts';
import { policyOf } from './support/policy.ts';

const LIST = '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n1,协助维护社会治安,公安局\n';

function file(path: string, bytes: () => Promise<Buffer>): InputFile {
  return { path, absolute: '', skipped: null, bytes };
}

describe('one file never takes the run down', () => {
  it('when it cannot be opened', async () => {
    const locked = Object.assign(new Error('locked'), { code: 'EBUSY' });
    const files = [
      file('甲.csv', () => Promise.reject(locked)),
      file('乙.csv', async () => Buffer.from(LIST)),
    ];
    const run = await check({ files, policy: await policyOf('national'), rules: RULES, version: '0' });
    expect(run.inputs.map(({ state }) => state)).toEqual(['unreadable', 'read']);
    expect(run.findings[0]).toMatchObject({
      rule: 'file-unreadable',
      message: { id: 'no-access', args: { code: 'EBUSY' } },
    });
    expect(run.faults).toEqual([]);
  });

  it('when the tool itself fails on it: a fault by name, and no pretence that it was checked', async () => {
    const policy = await policyOf('national');
    const files = [
      file('甲.csv', async () => Buffer.from(LIST)),
      file('乙.pdf', async () => Buffer.from('%PDF')),
    ];
    // A vocabulary cut short makes the tables room throw, as a bug there would.
    const half = { ...policy, vocabulary: { ...policy.vocabulary, lines: null } } as unknown as PolicyPack;
    const { inputs, faults, findings } = await check({ files, policy: half, rules: RULES, version: '0' });
    expect(inputs.map(({ state }) => state)).toEqual(['unreadable', 'unreadable']);
    expect(faults).toMatchObject([{ rule: null, file: '甲.csv' }]);
    expect(findings.map(({ rule }) => rule)).toEqual(['file-unreadable']);
  });
});
