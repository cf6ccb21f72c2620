import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { jianfu } from './support/run.ts';

const ROSTER = [
  '社区名称,常住户数,是否管理负荷过重,是否有条件合并',
  '甲社区,4200,是,否',
  '乙社区,4000,是,否',
  '丙社区,3500,是,否',
  '丁社区,3600,,否',
].join('\n');

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'whatif-'));
  writeFileSync(path.join(made, '名册.csv'), ROSTER);
  return made;
}

describe('jianfu whatif', () => {
  const SET = ['--policy', 'hohhot', '--set', 'community.households.split-above=3000..5000:500'];

  it('counts who fails at each value and names the value at which each changes sides', () => {
    const { code, stdout } = jianfu(['whatif', folder(), ...SET, '--out', 'json']);
    expect(code).toBe(0);
    const { trials, flips } = JSON.parse(stdout);
    expect(
      trials.map(({ values, breaks, uncertain, keeps }: Record<string, unknown>) => [
        values,
        breaks,
        uncertain,
        keeps,
      ]),
    ).toEqual([
      [[3000], 3, 1, 0],
      [[3500], 2, 1, 1],
      [[4000], 1, 0, 3],
      [[4500], 0, 0, 4],
      [[5000], 0, 0, 4],
    ]);
    const own = flips.filter(({ rule }: { rule: string }) => rule === 'community-size-split');
    expect(own.map(({ value, about, breaks }: Record<string, unknown>) => [value, about, breaks])).toEqual([
      [3500, '丙社区', 'below'],
      [3600, '丁社区', 'below'],
      [4000, '乙社区', 'below'],
      [4200, '甲社区', 'below'],
    ]);
  });

  it('says what can be tried, and that a file is no report with measures', () => {
    const made = folder();
    const unknown = jianfu([
      'whatif',
      made,
      '--policy',
      'hohhot',
      '--set',
      'community.households.split-abov=1..2',
    ]);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('您是不是想写“community.households.split-above”？');
    writeFileSync(path.join(made, 'r.json'), '{}');
    expect(jianfu(['whatif', path.join(made, 'r.json'), ...SET])).toMatchObject({ code: 2, stdout: '' });
    expect(jianfu(['whatif', made, '--set', 'a=5..1']).code).toBe(2);
  });
});
