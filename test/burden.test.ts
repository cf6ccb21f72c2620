import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timesAYear } from '../src/indicators/frequency.ts';
import type { BurdenChange, ChangeKind, ListedItem } from '../src/model/burden.ts';
import { balanceOf, isBalanced } from '../src/plan/burden/balance.ts';
import { burdenOf } from '../src/plan/burden/reduction.ts';
import { jianfu } from './support/run.ts';

const HEAD = '序号,清单类型,事项名称,主管部门,去向,频次,单次用时';
const BEFORE = [
  HEAD,
  '1,履职清单,推行居务公开,民政局,,每季度1次,30',
  '2,履职清单,管理本居民委员会的财产,民政局,,,',
  '3,履职清单,推动社区互助服务,民政局,,,',
  '4,协助清单,协助做好老年人权益保障工作,民政局,,每月2次,60',
  '5,协助清单,协助做好残疾人权益保障工作,民政局,,每月1次,60',
  '6,协助清单,协助开展经济普查,统计局,,,',
  '7,协助清单,协助开展招商引资工作,商务局,,,',
  '8,协助清单,协助做好征兵工作,武装部,移交武装部,,',
  '9,协助清单,协助做好慢性病患者健康管理,卫健委,,,',
  '10,协助清单,协助做好犬只登记,公安局,取消,,',
];
const AFTER = [
  HEAD,
  '1,履职清单,做好居务公开工作,民政局,,每季度1次,30',
  '2,履职清单,管理本居民委员会的财产,民政局,,,',
  '3,协助清单,推动社区互助服务,民政局,,,',
  '4,协助清单,协助做好老年人、残疾人权益保障工作,民政局,,每月1次,60',
  '5,协助清单,协助开展人口普查,统计局,,,',
  '6,不应承担清单,不得向社区摊派招商引资任务指标,商务局,,,',
];
const DISPATCHED = [
  '序号,下派日期,下派部门,下派事项,承接社区',
  '1,2024-05-03,卫健委,慢性病患者健康管理,甲社区',
  '2,2023-05-03,公安局,犬只登记,甲社区',
  '3,2024-05-03,公安局,犬只登记,乙社区',
];
const FORMS = [
  '序号,报表名称,制发部门,更新频率',
  '1,经济普查月报表,统计局,每月',
  '2,居民用水统计表,水务局,每月',
];

const folder = mkdtempSync(path.join(tmpdir(), 'burden-'));
function file(name: string, lines: readonly string[]): string {
  const target = path.join(folder, name);
  writeFileSync(target, lines.join('\n'));
  return target;
}
const before = file('甲社区2023.csv', BEFORE);
const after = file('甲社区2024.csv', AFTER);
const evidence = ['--evidence', file('下派.csv', DISPATCHED), '--evidence', file('报表.csv', FORMS)];

function facts(...args: readonly string[]) {
  return JSON.parse(jianfu(['burden', before, after, ...args, '--out', 'json']).stdout);
}

describe('jianfu burden', () => {
  it('tells the reduction in lines from the one in fact, with both sums and the account', () => {
    const { code, stdout } = jianfu(['burden', before, after, ...evidence, '--since', '2024-01-01']);
    expect(code).toBe(0);
    const plain = stdout.replace(/\s+/g, '');
    expect(plain).toContain('由10项到5项');
    expect(plain).toContain('核算：10−取消4−上收0−移交1−合并1+新增1+拆分0=5');
    expect(plain).toContain('名义（清单条数）550.00%10−5');
    expect(plain).toContain('实际（不再做、不再要）110.00%取消4+上收0−仍在下派1−仍要填报1−新增1');
    expect(plain).toContain('两者相差4合并1−拆分0+移交1+仍在下派1+仍要填报1');
    expect(plain).toContain('取消的4项里，1项现列入不应承担的清单');
    expect(plain).toContain('其中履职移到协助1');
    expect(plain).toContain('原有3/10项38小时／年，现有2/5项14小时／年');
  });

  it('counts what is asked of this community, and only from the day on that is said', () => {
    const of = (result: { stillDone: { item: { text: string }; demand: { by: string } }[] }) =>
      result.stillDone.map(({ item, demand }) => `${demand.by} ${item.text}`);
    expect(of(facts(...evidence, '--since', '2024-01-01'))).toEqual([
      'form 协助开展经济普查',
      'dispatch 协助做好慢性病患者健康管理',
    ]);
    expect(of(facts(...evidence))).toContain('dispatch 协助做好犬只登记');
    expect(facts().stillDone).toEqual([]);
    expect(jianfu(['burden', before, after]).stdout).toContain('--evidence');
  });

  it('counts what a map of functions gives to another body as handed over', () => {
    const map = (owner: string, was = '社区') =>
      file(`职能${owner}${was}.csv`, ['序号,职能名称,原承担单位,现承担单位', `1,经济普查,${was},${owner}`]);
    const tally = (...more: string[]) => {
      const { handedOver, removed } = facts(...more).balance.likely;
      return [handedOver, removed];
    };
    expect(tally()).toEqual([1, 4]);
    expect(tally('--evidence', map('区统计局'))).toEqual([2, 3]);
    // What stays with the community, or was another's before, takes nothing away.
    expect(tally('--evidence', map('居委会'))).toEqual([1, 4]);
    expect(tally('--evidence', map('区统计局', '街道经济科'))).toEqual([1, 4]);
  });

  it('counts the hours of all communities that a list says do an item', () => {
    const head = '序号,清单类型,事项名称,频次,单次用时';
    const one = file('区2023.csv', [head, '1,履职清单,推行居务公开,每月1次,60']);
    const all = file('区2024.csv', [`${head},涉及社区数`, '1,履职清单,推行居务公开,每月1次,60,30']);
    const { effort } = JSON.parse(jianfu(['burden', one, all, '--out', 'json']).stdout);
    expect([effort.before.hours, effort.after.hours]).toEqual([12, 360]);
  });

  it('names evidence that cannot be read', () => {
    const { code, stdout } = jianfu(['burden', before, after, '--evidence', file('坏.xlsx', ['%PDF-1.7'])]);
    expect(code).toBe(1);
    expect(stdout).toContain('坏.xlsx');
  });

  it('holds declared numbers against the lists, hedged ones as intervals', () => {
    const { declared } = facts('--declared', '10多:5');
    expect(declared).toEqual({ before: '10多', after: '5', low: 50, high: 75, agrees: true });
    const wrong = jianfu(['burden', before, after, '--declared', '140项:79项']);
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toContain('43.57%');
    expect(jianfu(['burden', before, after, '--declared', '许多'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('breaks down as asked, and says the same in English', () => {
    const { stdout } = jianfu(['burden', before, after, '--by', 'department', '--lang', 'en']);
    expect(stdout).toContain('By lead department');
    expect(stdout).not.toContain('By list');
    expect(stdout).toMatch(/5\s+4\s+1\s+20\.00%\s+民政局/);
    expect(jianfu(['burden', before, after, '--by', 'depart']).stderr).toContain('department');
    const { likely, shares } = facts();
    expect(likely.nominal).toEqual({ value: 50, numerator: 5, denominator: 10 });
    expect(
      shares.list.map(({ name, before: was, after: is }: Record<string, unknown>) => [name, was, is]),
    ).toEqual([
      ['perform', 3, 2],
      ['assist', 7, 3],
    ]);
  });
});

describe('the account', () => {
  const KINDS: readonly ChangeKind[] = [
    'kept',
    'reworded',
    'moved',
    'merged',
    'split',
    'taken-back',
    'handed-over',
    'removed',
    'added',
  ];
  const item = {
    unit: '',
    list: 'assist',
    text: '',
    key: '',
    category: '',
    department: '',
    basis: '',
    disposition: '',
    timesAYear: null,
    minutes: null,
    communities: 1,
  } as unknown as ListedItem;
  const sizes: Readonly<Record<ChangeKind, readonly [number, number]>> = {
    kept: [1, 1],
    reworded: [1, 1],
    moved: [1, 1],
    merged: [3, 1],
    split: [1, 4],
    'taken-back': [1, 0],
    'handed-over': [1, 0],
    removed: [1, 0],
    added: [0, 1],
  };
  const change = (kind: ChangeKind, certain: boolean): BurdenChange => {
    const [left, right] = sizes[kind];
    const times = (count: number) => Array.from({ length: count }, () => ({ ...item }));
    return {
      kind,
      before: times(left),
      after: times(right),
      score: 1,
      reason: { id: 'alike', args: {} },
      certain,
    };
  };

  it('comes out even whatever changed, and what is 待核 moves only between gone and stayed', () => {
    const changes = fc.array(
      fc.tuple(fc.constantFrom(...KINDS), fc.boolean()).map(([kind, certain]) => change(kind, certain)),
    );
    fc.assert(
      fc.property(changes, (all) => {
        const { likely, strict } = balanceOf(all);
        expect(isBalanced(likely) && isBalanced(strict)).toBe(true);
        expect([strict.before, strict.after]).toEqual([likely.before, likely.after]);
        expect(strict.removed).toBeGreaterThanOrEqual(likely.removed);
        const lists = { unit: '', scope: null, folder: '', files: [], items: [], rivals: [] };
        const { likely: reduction } = burdenOf([{ unit: '', before: lists, after: lists, changes: all }], []);
        const { mergedAway, splitExtra, handedOver, stillDispatched, stillAsked } = reduction.difference;
        expect(reduction.nominal.numerator - reduction.real.numerator).toBe(
          mergedAway - splitExtra + handedOver + stillDispatched + stillAsked,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out what is barred, before and after', () => {
    const barred = { ...change('removed', true), before: [{ ...item, list: 'not-undertake' }] };
    expect(balanceOf([barred]).likely).toMatchObject({ before: 0, removed: 0 });
  });
});

it.each([
  ['每月2次', 24],
  ['月报', 12],
  ['每季度1次', 4],
  ['每半年一次', 2],
  ['每周三次', 156],
  ['每2周1次', 26],
  ['年报', 1],
  ['实时更新', null],
  ['按需', null],
  ['', null],
])('%s is %s times a year', (text, times) => {
  expect(timesAYear(text)).toBe(times);
});
