import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { makeRng } from '../scripts/city/prng.ts';
import { filesOf } from '../scripts/layout-city/files.ts';
import type { LayoutAdvice, LayoutPlan } from '../src/model/layout.ts';
import type { Scenario } from '../src/report/layout/compare-blocks.ts';
import { folderWith, smallCity } from './support/layout-city.ts';
import { ROOT } from './support/paths.ts';
import { planMistakes } from './support/plan-schema.ts';
import { jianfu } from './support/run.ts';

const STREET = path.join(ROOT, 'fixtures/layout/street');
const rowsOf = (file: string) =>
  parse(readFileSync(path.join(STREET, file)), { columns: true }) as Record<string, string>[];

const street = () =>
  Object.fromEntries(
    readdirSync(STREET).map((file) => [file, readFileSync(path.join(STREET, file), 'utf8')]),
  );

/** Plans with the real program; `code` 1 says that the data has something wrong. */
function plan(paths: readonly string[], ...more: string[]): { code: number | null; plan: LayoutPlan } {
  const { code, stdout, stderr } = jianfu([
    'layout',
    'plan',
    ...paths,
    '--policy',
    'hohhot',
    '--out',
    'json',
    ...more,
  ]);
  expect(stderr).toBe('');
  return { code, plan: JSON.parse(stdout) as LayoutPlan };
}

describe('jianfu layout plan', () => {
  it('gives every community of the street the reason its row asks for, in the published form', () => {
    const { code, plan: made } = plan([STREET]);
    expect(code).toBe(1);
    expect(planMistakes(made)).toBe('');
    const reasons = Object.fromEntries(made.decisions.map(({ name, reason }) => [name, reason.id]));
    const asked = rowsOf('社区.csv').map(({ 社区名称 = '', 备注 = '' }) => [社区名称, 备注]);
    expect(asked.length).toBe(17);
    expect(reasons).toEqual(Object.fromEntries(asked));
    expect(made.findings.map(({ id, at }) => `${id} ${at?.a1}`)).toEqual([
      'households-missing C41',
      'community-without-grids A15',
      'community-in-pieces A7',
    ]);
  });

  it('carries what a person can check: the grid, the piece, the totals, the search', () => {
    const { plan: made } = plan([STREET]);
    const argsOf = (name: string) => made.decisions.find((decision) => decision.name === name)?.reason.args;
    expect(argsOf('戊社区')).toMatchObject({ grid: '戊1', households: 3100, high: 3000 });
    expect(argsOf('己社区')).toMatchObject({ grid: '己1', households: 500, pieces: 2 });
    expect(argsOf('巳社区')).toMatchObject({ unit: '和平里', grids: 2, households: 3300 });
    expect(argsOf('癸社区')).toMatchObject({ totals: '丁社区 4400、戊社区 5900' });
    expect(argsOf('丑社区')).toMatchObject({ fewest: 2, parts: 3 });
    const proved = made.decisions.find(({ name }) => name === '甲社区')?.proof;
    // 2100 and 2100: 2 × 200 m of border, and 2 × 2100 households that move at half a metre.
    expect(proved).toMatchObject({ price: 2 * 2000 + 2 * 2100 * 5, bound: 2 * 2000 + 2 * 2100 * 5 });
  });

  it('adds up: no household lost, every grid once, the arithmetic of communities', () => {
    const { plan: made } = plan([STREET]);
    const { before, added, abolished, after, householdsMoved } = made.totals;
    expect([before, added, abolished, after]).toEqual([17, 3, 1, 19]);
    expect(made.communities.length).toBe(after);
    const grids = made.communities.flatMap((community) => community.grids);
    expect([...grids].sort()).toEqual(
      rowsOf('网格.csv')
        .map(({ 网格编码 = '' }) => 网格编码)
        .sort(),
    );
    // 甲 2100, 乙 800, 丑 5900 − 1400.
    expect(householdsMoved).toBe(2100 + 800 + 4500);
  });

  it('only divides in mode split, and divides at another limit when told so', () => {
    const { plan: split } = plan([STREET], '--mode', 'split');
    expect(split.decisions.filter(({ action }) => action === 'merged')).toEqual([]);
    expect(split.decisions.find(({ name }) => name === '乙社区')?.reason.id).toBe('mode-split');
    const { plan: lower } = plan([STREET], '--set', 'community.households.split-above=3400');
    expect(lower.decisions.find(({ name }) => name === '丁社区')).toMatchObject({
      class: 'over',
      action: 'split',
    });
  });

  it('takes neighbours from the column 相邻网格, and tells the one that only one side names', () => {
    const files = {
      '社区.csv': '社区名称,所属街道,常住户数\n甲社区,东街道,5000\n乙社区,东街道,900\n丙社区,东街道,1200\n',
      '网格.csv': [
        '网格编码,所属社区,所属街道,常住户数,相邻网格',
        'A1,甲社区,东街道,2500,A2',
        'A2,甲社区,东街道,2500,A1',
        'B1,乙社区,东街道,900,C1、X9',
        'C1,丙社区,东街道,1200,',
        'A2,丙社区,东街道,300,',
        'D1,丁社区,东街道,300,',
      ].join('\n'),
    };
    const { plan: made } = plan([folderWith(files)]);
    expect(made.findings.map(({ id, args }) => `${id} ${args.about}`)).toEqual([
      'grid-twice A2',
      'community-unknown D1',
      'neighbour-unknown B1',
      'border-one-sided B1',
    ]);
    expect(made.decisions.map(({ name, reason }) => `${name} ${reason.id}`).sort()).toEqual([
      '丙社区 standard',
      '乙社区 partners-too-large',
      '甲社区 incomplete',
    ]);
  });

  it('without any word of neighbours it claims no geography', () => {
    const { 相邻关系: _, ...files } = Object.fromEntries(
      Object.entries(street()).map(([name, text]) => [name.replace('.csv', ''), text]),
    );
    const folder = folderWith(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`${name}.csv`, text ?? ''])),
    );
    const { plan: made } = plan([folder]);
    expect(made.decisions.filter(({ action }) => action !== 'kept')).toEqual([]);
    expect(made.decisions.find(({ name }) => name === '甲社区')?.reason.id).toBe('no-borders');
  });

  it('is the same whatever the order of rows, and fits 80 columns in both languages', () => {
    const city = smallCity(3);
    const files = Object.fromEntries(
      Object.entries(filesOf(city)).filter(([name]) => /社区|网格.csv|相邻/.test(name)),
    );
    const rng = makeRng(5);
    const shuffled = Object.fromEntries(
      Object.entries(files).map(([name, text]) => {
        const [head = '', ...rows] = text.trimEnd().split('\n');
        return [name, `${[head, ...rng.shuffle(rows)].join('\n')}\n`];
      }),
    );
    const [one, other] = [folderWith(files), folderWith(shuffled)];
    const { code, plan: made } = plan([one]);
    expect(code).toBe(0);
    expect(made.totals.outOfRangeAfter).toBeLessThan(made.totals.outOfRangeBefore);
    expect(plan([other]).plan).toEqual(made);
    for (const language of ['zh-CN', 'en']) {
      const { stdout } = jianfu(['layout', 'plan', one, '--policy', 'hohhot', '--lang', language]);
      expect(
        Math.max(...stdout.split('\n').map((line) => line.replace(/[^\x20-\x7e]/gu, '..').length)),
      ).toBeLessThanOrEqual(84);
      for (const { name } of made.decisions) expect(stdout.replace(/\s/gu, '')).toContain(name);
    }
  });

  it('says which parameter a pack lacks, and what a slip should have been', () => {
    const { code, stderr } = jianfu(['layout', 'plan', STREET]);
    expect(code).toBe(2);
    expect(stderr).toContain('community.households.std-low');
    expect(jianfu(['layout', 'plan', STREET, '--policy', 'hohhot', '--set', 'split=1']).stderr).toContain(
      '--set',
    );
    expect(jianfu(['layout', 'plan', STREET, '--policy', 'hohhot', '--ways', '0']).stderr).toContain(
      '--ways',
    );
    const empty = folderWith({ '清单.csv': '序号,事项名称\n1,协助维护社会治安\n' });
    expect(jianfu(['layout', 'advise', empty, '--policy', 'hohhot'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('jianfu layout compare', () => {
  const compare = (...more: string[]) => jianfu(['layout', 'compare', STREET, '--policy', 'hohhot', ...more]);

  it('sets plans at several values side by side, and marks those that no other outdoes', () => {
    const { code, stdout } = compare(
      '--set',
      'community.households.split-above=3400..5000:800',
      '--out',
      'json',
    );
    expect(code).toBe(1);
    const { scenarios } = JSON.parse(stdout) as { scenarios: Scenario[] };
    expect(scenarios.map(({ values }) => Object.values(values))).toEqual([[3400], [4200], [5000]]);
    // By hand: 丁 3500 is divided at 3400 only, 甲 4200 there only, 丑 5900 at each.
    expect(scenarios.map(({ totals }) => totals.added)).toEqual([4, 2, 2]);
    expect(scenarios.map(({ outOfPack }) => outOfPack)).toEqual([11, 12, 12]);
    expect(scenarios.map(({ isEfficient }) => isEfficient)).toEqual([true, true, true]);
    const { plan: alone } = plan([STREET], '--set', 'community.households.split-above=3400');
    expect(scenarios[0]?.totals).toEqual(alone.totals);
  });

  it('moves fewer where moving costs more, and says what it can be asked', () => {
    const set = ['--set', 'layout.price.move=0..20:20', '--set', 'layout.price.balance=0..20:20'];
    const { scenarios } = JSON.parse(compare(...set, '--out', 'json').stdout) as { scenarios: Scenario[] };
    // Move and balance at 0 and 20 metres a household: 甲 is cut 2100 and 2100, or 2800 and 1400.
    const [, even, still] = scenarios.map(({ totals }) => totals.householdsMoved);
    expect((even ?? 0) - (still ?? 0)).toBe(700);
    expect(compare('--set', 'layout.price.move=0..20:20').stdout).toContain('●');
    for (const set of [[], ['--set', 'layout.price.mov=1'], ['--set', 'layout.price.move=0..99']]) {
      expect(compare(...set)).toMatchObject({ code: 2, stdout: '' });
    }
  });
});

describe('jianfu layout advise', () => {
  it('classes by households alone, and names what a plan still needs', () => {
    const { code, stdout } = jianfu([
      'layout',
      'advise',
      path.join(STREET, '社区.csv'),
      '--policy',
      'hohhot',
      '--out',
      'json',
    ]);
    expect(code).toBe(0);
    const advice = JSON.parse(stdout) as LayoutAdvice;
    expect(advice.classes).toEqual({ over: 9, watch: 1, standard: 2, under: 5, unknown: 0 });
    const partsOf = (name: string) => advice.communities.find((one) => one.name === name)?.parts;
    expect([partsOf('甲社区'), partsOf('丑社区'), partsOf('庚社区'), partsOf('丁社区')]).toEqual([
      2, 2, 1, 1,
    ]);
    expect(advice.communities.find(({ name }) => name === '丑社区')?.fill).toBe(98);
    expect(advice.lacks).toEqual([
      { id: 'lacks-grids', communities: 17 },
      { id: 'lacks-borders', communities: 17 },
      { id: 'lacks-mergeable', communities: 1 },
    ]);
  });

  it('rounds staff up in every part, so that a split asks for more', () => {
    const folder = folderWith({
      '社区.csv': '社区名称,所属街道,常住户数,常住人口\n甲社区,东街道,5000,12500\n',
    });
    const { stdout } = jianfu([
      'layout',
      'advise',
      folder,
      '--policy',
      'hohhot',
      '--out',
      'json',
      '--set',
      'staff.per-10k=18.2',
    ]);
    const [advice] = (JSON.parse(stdout) as LayoutAdvice).communities;
    // 12,500 × 18.2 / 10,000 = 22.75; half of it is 11.4.
    expect(advice?.workers).toEqual({ before: 23, after: 24 });
  });
});
