import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { standingAt } from '../src/indicators/measures.ts';
import { check, listInputs } from '../src/pipeline.ts';
import { rulesOf } from '../src/rules/rules-of.ts';
import { policyOf } from './support/policy.ts';

const ROSTER = [
  '社区名称,常住户数,是否管理负荷过重,是否有条件合并',
  '甲社区,4200,是,否',
  '乙社区,4000,是,否',
  '丙社区,约4000,是,否',
  '丁社区,3500,否,否',
  '戊社区,3600,,否',
].join('\n');

async function runWith(measures: boolean) {
  const folder = mkdtempSync(path.join(tmpdir(), 'measures-'));
  writeFileSync(path.join(folder, '名册.csv'), ROSTER);
  const { files } = await listInputs([folder]);
  const policy = await policyOf('hohhot');
  return check({ files, policy, rules: await rulesOf(policy, { measures }), version: '0' });
}

describe('measures', () => {
  it('are left only where they are asked for, and change nothing else', async () => {
    const { measures, ...withThem } = await runWith(true);
    const without = await runWith(false);
    expect('measures' in without).toBe(false);
    // The seal covers the measures too.
    expect({ ...withThem, seal: without.seal }).toEqual(without);
    expect(measures?.length).toBeGreaterThan(0);
  });

  it('hold every number a limit was held against, also those that kept it', async () => {
    const { measures = [] } = await runWith(true);
    const split = measures.filter(({ rule }) => rule === 'community-size-split');
    expect(
      split.map(({ about, side, low, high, unit, open, at }) => [about, side, low, high, unit, open, at.a1]),
    ).toEqual([
      ['甲社区', 'max', 4200, 4200, '户', false, 'B2'],
      ['乙社区', 'max', 4000, 4000, '户', false, 'B3'],
      ['丙社区', 'max', 3500, 4500, '户', false, 'B4'],
      ['戊社区', 'max', 3600, 3600, '户', true, 'B6'],
    ]);
  });

  it('judge another value of the parameter as the check itself would', async () => {
    const { measures = [], findings } = await runWith(true);
    const policy = await policyOf('hohhot');
    const rule = 'community-size-split';
    const limit = Number(policy.parameters.get('community.households.split-above')?.value);
    const breaking = measures
      .filter((measure) => measure.rule === rule && standingAt(measure, limit) !== 'keeps')
      .map(({ at }) => at.a1);
    const found = findings
      .filter((finding) => finding.rule === rule)
      .map(({ origins: [origin] }) => origin?.a1);
    expect(breaking).toEqual(found);
    const [first] = measures.filter((measure) => measure.rule === rule);
    if (first === undefined) throw new Error('no measure');
    expect([4199, 4200, 4201].map((value) => standingAt(first, value))).toEqual(['breaks', 'keeps', 'keeps']);
  });
});
