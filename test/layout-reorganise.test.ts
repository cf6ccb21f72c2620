import { describe, expect, it } from 'vitest';
import type { LayoutPlan } from '../src/model/layout.ts';
import { planLayout } from '../src/plan/layout/plan.ts';
import { claimInJson } from '../src/plan/verify/claims.ts';
import { verifyPlan } from '../src/plan/verify/verify.ts';
import { folderWith, NORMS, planningCity, smallCity } from './support/layout-city.ts';
import { planMistakes } from './support/plan-schema.ts';
import { jianfu } from './support/run.ts';

/** A street of grids: 甲, over-size, with 乙, under-size, at its end; 丙 could take 乙 in. */
const STREET = {
  '社区.csv': [
    '社区名称,所属街道,常住户数,管理负荷过重,有条件与周边社区合并',
    '甲社区,东街道,4800,是,',
    '乙社区,东街道,600,,是',
    '丙社区,东街道,1500,,',
  ],
  '网格.csv': [
    '网格编码,所属社区,常住户数,党群服务中心',
    ...[1, 2, 3, 4, 5, 6].map((at) => `甲${at},甲社区,800,${at === 1 ? '是' : '否'}`),
    '乙1,乙社区,600,是',
    '丙1,丙社区,1500,是',
  ],
  '相邻.csv': [
    '网格甲,网格乙,共同边界长度,屏障',
    ...[1, 2, 3, 4, 5].map((at) => `甲${at},甲${at + 1},200,无`),
    '甲6,乙1,100,无',
    '乙1,丙1,100,无',
  ],
};

type Street = Record<keyof typeof STREET, readonly string[]>;

function planned(street: Street): LayoutPlan {
  const folder = folderWith(
    Object.fromEntries(Object.entries(street).map(([name, lines]) => [name, `${lines.join('\n')}\n`])),
  );
  const { stdout, stderr } = jianfu(['layout', 'plan', folder, '--policy', 'hohhot', '--out', 'json']);
  expect(stderr).toBe('');
  const plan = JSON.parse(stdout) as LayoutPlan;
  expect(planMistakes(plan)).toBe('');
  const checked = folderWith({ '方案.json': stdout });
  const { code } = jianfu(['layout', 'check', `${checked}/方案.json`, folder, '--policy', 'hohhot']);
  expect(code).toBe(0);
  return plan;
}

const reasonsOf = (plan: LayoutPlan) =>
  plan.decisions.map(({ name, reason }) => `${name} ${reason.id}`).sort();

describe('an over-size and an under-size community in one', () => {
  it('are divided anew together where that needs no new community and abolishes none', () => {
    const plan = planned(STREET);
    expect(reasonsOf(plan)).toEqual(['丙社区 standard', '乙社区 reorganised-with', '甲社区 reorganised']);
    const { before, added, abolished, after, outOfRangeAfter, householdsMoved } = plan.totals;
    expect([before, added, abolished, after, outOfRangeAfter]).toEqual([3, 0, 0, 3, 0]);
    expect(householdsMoved).toBe(2400);
    // Three grids go over: 200 m of border, no household off the mean of 2700 but 300 on each side, 2400 that move.
    const price = 2 * 2000 + 5 * (2 * 2400 + 2 * 3000 - 2 * 5400 + 2 * 600) + 2 * 5 * 2400;
    expect(plan.decisions.find(({ name }) => name === '甲社区')?.proof).toMatchObject({
      price,
      bound: price,
    });
  });

  it('are not where the centre of the over-size one stands between them', () => {
    const street = {
      ...STREET,
      '网格.csv': STREET['网格.csv'].map((line) =>
        line.startsWith('甲1,') ? '甲1,甲社区,800,否' : line.startsWith('甲6,') ? '甲6,甲社区,800,是' : line,
      ),
    };
    expect(reasonsOf(planned(street))).toEqual(['丙社区 merged', '乙社区 merged-into', '甲社区 split']);
  });

  it('are not across a river', () => {
    const street = {
      ...STREET,
      '相邻.csv': STREET['相邻.csv'].map((line) => line.replace('甲6,乙1,100,无', '甲6,乙1,100,河流')),
    };
    expect(reasonsOf(planned(street))).toEqual(['丙社区 merged', '乙社区 merged-into', '甲社区 split']);
  });

  it('and one in the standard gives grids to a small one that nobody else can take', () => {
    const street = {
      ...STREET,
      '社区.csv': STREET['社区.csv'].map((line) => line.replace('4800,是', '2900,').replace('1500', '2700')),
      '网格.csv': [
        ...STREET['网格.csv'].filter((line) => !/^[甲丙]/u.test(line)),
        ...[1, 2, 3].map((at) => `甲${at},甲社区,800,${at === 1 ? '是' : '否'}`),
        '甲6,甲社区,500,否',
        '丙1,丙社区,2700,是',
      ],
      '相邻.csv': [...STREET['相邻.csv'].filter((line) => !/甲[45]/u.test(line)), '甲3,甲6,200,无'],
    };
    const plan = planned(street);
    expect(reasonsOf(plan)).toEqual(['丙社区 standard', '乙社区 reorganised-with', '甲社区 reorganised']);
    expect(plan.totals).toMatchObject({ added: 0, abolished: 0, outOfRangeBefore: 1, outOfRangeAfter: 0 });
  });
});

describe('made cities', () => {
  it.each([1, 2, 3, 4])('are never worse for it, and the plan holds (seed %i)', (seed) => {
    const city = planningCity(smallCity(seed));
    const common = { city, mode: 'rules' as const, policy: [], asOf: '2026-01-01', limits: { ways: 20_000 } };
    const plan = planLayout({ ...common, norms: NORMS });
    expect(verifyPlan(claimInJson(plan) as never, city, NORMS).breaches).toEqual([]);
    const alone = planLayout({ ...common, mode: 'split', norms: NORMS });
    expect(plan.totals.outOfRangeAfter).toBeLessThanOrEqual(alone.totals.outOfRangeAfter);
    const pairs = planLayout({ ...common, norms: { ...NORMS, mergeMost: 1 } });
    expect(pairs.decisions.filter(({ action }) => action === 'reorganised')).toEqual([]);
  });
});
