import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeRng } from '../scripts/city/prng.ts';
import type { LayoutCity, LayoutNorms, LayoutPlan, PlanBreach } from '../src/model/layout.ts';
import { planLayout } from '../src/plan/layout/plan.ts';
import { claimInJson } from '../src/plan/verify/claims.ts';
import { verifyPlan } from '../src/plan/verify/verify.ts';
import { cityIn, folderWith, NORMS, planningCity, planOf, smallCity } from './support/layout-city.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const STREET = path.join(ROOT, 'fixtures/layout/street');

/** A plan that a test may spoil. */
type Draft = { -readonly [K in keyof LayoutPlan]: Mutable<LayoutPlan[K]> };
type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

describe('a plan held against its tables', () => {
  let city: LayoutCity;
  let norms: LayoutNorms;
  let plan: LayoutPlan;

  beforeAll(async () => {
    ({ city, norms } = await cityIn(STREET));
    plan = planLayout({ city, norms, mode: 'rules', policy: [], asOf: '2026-01-01', limits: { ways: 1000 } });
  });

  function breachesOf(spoil: (draft: Draft) => void): readonly PlanBreach[] {
    const draft = structuredClone(plan) as Draft;
    spoil(draft);
    const claim = claimInJson(draft);
    if (claim === null) throw new Error('no plan');
    return verifyPlan(claim, city, norms).breaches;
  }

  const of = (draft: Draft, id: string) => {
    const found = draft.communities.find((community) => community.id === id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
  };
  const move = (draft: Draft, grid: string, from: string, to: string) => {
    of(draft, from).grids = of(draft, from).grids.filter((other) => other !== grid);
    of(draft, to).grids.push(grid);
  };

  it('is accepted as it was made', () => {
    expect(breachesOf(() => {})).toEqual([]);
  });

  const SPOILT: readonly (readonly [string, (draft: Draft) => void, Partial<PlanBreach>])[] = [
    [
      'a grid left out',
      (d) => void of(d, '甲社区-2').grids.pop(),
      { id: 'plan-grid-missing', args: { grid: '甲6' } },
    ],
    [
      'a grid in two communities',
      (d) => void of(d, '甲社区').grids.push('甲6'),
      { id: 'plan-grid-twice', args: { grid: '甲6', about: '甲社区-2', first: '甲社区' } },
    ],
    [
      'a grid that is not there',
      (d) => void of(d, '甲社区').grids.push('甲7'),
      { id: 'plan-grid-unknown', args: { grid: '甲7', about: '甲社区' } },
    ],
    [
      'a community in two pieces',
      (d) => {
        move(d, '甲2', '甲社区', '甲社区-2');
        move(d, '甲5', '甲社区-2', '甲社区');
      },
      { id: 'plan-not-connected', args: { about: '甲社区', pieces: 3 } },
    ],
    [
      'a community across the river',
      (d) => move(d, '子1', '子社区', '丁社区'),
      { id: 'plan-not-connected', args: { about: '丁社区', pieces: 2 } },
    ],
    [
      'a community that is too large',
      (d) => {
        move(d, '甲4', '甲社区-2', '甲社区');
        move(d, '甲5', '甲社区-2', '甲社区');
      },
      { id: 'plan-too-large', args: { about: '甲社区', households: 3500, high: 3000 } },
    ],
    [
      'a community that is too small',
      (d) => {
        move(d, '甲4', '甲社区-2', '甲社区');
        move(d, '甲5', '甲社区-2', '甲社区');
      },
      { id: 'plan-too-small', args: { about: '甲社区-2', households: 700, low: 1000 } },
    ],
    [
      'a locked community touched',
      (d) => move(d, '辛1', '辛社区', '甲社区'),
      { id: 'plan-locked-touched', args: { about: '甲社区', community: '辛社区' } },
    ],
    [
      'a unit divided',
      (d) => move(d, '巳1', '巳社区', '甲社区'),
      { id: 'plan-unit-divided', args: { unit: '和平里', found: '甲社区、巳社区' } },
    ],
    [
      'households that do not add up',
      (d) => {
        of(d, '丙社区').households = 2200;
      },
      { id: 'plan-number-wrong', args: { about: '丙社区', what: 'households', claimed: 2200, real: 2300 } },
    ],
    [
      'arithmetic that does not come out',
      (d) => {
        d.totals.after = 18;
      },
      { id: 'plan-arithmetic', args: { before: 17, added: 3, abolished: 1, after: 18 } },
    ],
    [
      'fewer households moved than are',
      (d) => {
        d.totals.householdsMoved = 100;
      },
      { id: 'plan-total-wrong', args: { what: 'householdsMoved', claimed: 100, real: 7400 } },
    ],
    [
      'a new community under the name of an old one',
      (d) => {
        of(d, '甲社区-2').id = '乙社区';
      },
      { id: 'plan-id-used', args: { about: '乙社区' } },
    ],
    [
      'another norm',
      (d) => {
        d.norms.high = 3500;
      },
      { id: 'plan-norm-differs', args: { what: 'high', claimed: 3500, real: 3000 } },
    ],
    [
      'a proof of something cheaper',
      (d) => {
        const proof = d.decisions.find(({ name }) => name === '甲社区')?.proof;
        if (proof) [proof.price, proof.bound] = [100, 100];
      },
      { id: 'plan-price-wrong', args: { about: '甲社区', claimed: 100, bound: 100, real: 25_000 } },
    ],
    [
      'an existing community passed over',
      (d) => {
        d.decisions = d.decisions.filter(({ name }) => name !== '戊社区');
      },
      { id: 'plan-community-missing', args: { about: '戊社区' } },
    ],
    [
      'a class that is not so',
      (d) => {
        const decision = d.decisions.find(({ name }) => name === '戊社区');
        if (decision) decision.class = 'standard';
      },
      { id: 'plan-class-wrong', args: { about: '戊社区', claimed: 'standard', real: 'over' } },
    ],
  ];

  it.each(SPOILT)('is refused with %s', (_, spoil, expected) => {
    expect(breachesOf(spoil)).toContainEqual(expected);
  });

  it('is refused for one thing where one thing is wrong', () => {
    const ids = (spoil: (draft: Draft) => void) => breachesOf(spoil).map(({ id }) => id);
    expect(
      ids((d) => {
        of(d, '丙社区').households = 2200;
      }),
    ).toEqual(['plan-number-wrong']);
    expect(
      ids((d) => {
        d.totals.householdsMoved = 100;
      }),
    ).toEqual(['plan-total-wrong']);
    expect(
      ids((d) => {
        d.norms.high = 3500;
      }),
    ).toEqual(['plan-norm-differs']);
    expect(
      ids((d) => {
        d.decisions = d.decisions.slice(1);
      }),
    ).toEqual(['plan-community-missing']);
  });

  it('shares no code with the planner', () => {
    const folder = path.join(ROOT, 'src/plan/verify');
    const imports = readdirSync(folder).flatMap((file) =>
      [...readFileSync(path.join(folder, file), 'utf8').matchAll(/from '([^']+)'/g)].map(
        ([, target = '']) => target,
      ),
    );
    expect(imports.length).toBeGreaterThan(5);
    expect(imports.filter((target) => !/^(?:\.\/|\.\.\/\.\.\/model\/)/.test(target))).toEqual([]);
  });
});

describe('plans of made cities', () => {
  it.each([1, 2, 3, 4, 5, 6])('hold, and cost the same whatever grids are called (seed %i)', (seed) => {
    const made = smallCity(seed);
    const city = planningCity(made);
    const plan = planOf(city);
    const claim = claimInJson(plan);
    expect(claim && verifyPlan(claim, city, NORMS).breaches).toEqual([]);
    const names = makeRng(seed).shuffle(made.codes.map((_, cell) => `g${cell}`));
    const other = planOf(planningCity(made, (cell) => names[cell] ?? ''));
    expect(other.decisions.map(({ community, action, proof }) => [community, action, proof?.price])).toEqual(
      plan.decisions.map(({ community, action, proof }) => [community, action, proof?.price]),
    );
    expect(other.totals.outOfRangeAfter).toBe(plan.totals.outOfRangeAfter);
    expect(planOf(planningCity(made))).toEqual(plan);
  });
});

describe('jianfu layout check', () => {
  it('accepts the plan it made, and says what was counted', () => {
    const json = path.join(folderWith({}), 'plan.json');
    jianfu(['layout', 'plan', STREET, '--policy', 'hohhot', '--out', `json=${json}`]);
    const { code, stdout, stderr } = jianfu(['layout', 'check', json, STREET, '--policy', 'hohhot']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('17 + 3（新增）− 1（撤并）= 19');
    expect(stdout).toContain('方案成立');
    const set = ['--set', 'community.households.std-high=2900'];
    const other = jianfu(['layout', 'check', json, STREET, '--policy', 'hohhot', '--lang', 'en', ...set]);
    expect(other.code).toBe(1);
    expect(other.stdout).toContain('plan-norm-differs');
  });

  it('takes anyone’s plan as a table of grids and new communities', () => {
    const table = (rows: readonly string[]) =>
      path.join(folderWith({ '方案.csv': ['网格编码,调整后社区', ...rows, ''].join('\n') }), '方案.csv');
    const check = (rows: readonly string[]) =>
      jianfu(['layout', 'check', table(rows), STREET, '--policy', 'hohhot', '--out', 'json']);
    const good = check(['甲4,甲北社区', '甲5,甲北社区', '甲6,甲北社区', '乙1,丙社区', '乙2,丙社区']);
    expect(JSON.parse(good.stdout)).toMatchObject({
      breaches: [],
      counted: { added: 1, abolished: 1, after: 17, householdsMoved: 2900 },
    });
    expect(good.code).toBe(0);
    const bad = check(['甲2,甲北社区', '甲6,甲北社区', '甲9,甲北社区']);
    expect(bad.code).toBe(1);
    expect((JSON.parse(bad.stdout) as { breaches: PlanBreach[] }).breaches.map(({ id }) => id)).toEqual([
      'plan-grid-unknown',
      'plan-not-connected',
      'plan-not-connected',
    ]);
  });

  it('takes the workbook of a plan for the plan, and counts the same', () => {
    const folder = folderWith({});
    const [json, xlsx] = [path.join(folder, 'plan.json'), path.join(folder, '方案.xlsx')];
    const out = ['--out', `json=${json}`, '--out', `xlsx=${xlsx}`];
    expect(jianfu(['layout', 'plan', STREET, '--policy', 'hohhot', ...out]).stderr).toBe('');
    const { code, stdout } = jianfu(['layout', 'check', xlsx, STREET, '--policy', 'hohhot', '--out', 'json']);
    const { uneven, ...totals } = (JSON.parse(readFileSync(json, 'utf8')) as LayoutPlan).totals;
    // A table of grids does not say which community was divided, so nothing is off a mean.
    expect([code, uneven > 0]).toEqual([0, true]);
    expect(JSON.parse(stdout)).toMatchObject({ breaches: [], counted: totals });
  });

  it('writes over no file that it read', () => {
    const folder = folderWith({ '社区.csv': '社区名称,所属街道,常住户数\n甲社区,东街道,5000\n' });
    const file = path.join(folder, '社区.csv');
    for (const command of [['advise'], ['plan'], ['check', file]]) {
      const args = ['layout', ...command, folder, '--policy', 'hohhot', '--out', `json=${file}`];
      expect(jianfu(args)).toMatchObject({ code: 2, stdout: '' });
    }
    expect(readFileSync(file, 'utf8')).toContain('甲社区');
  });

  it('refuses what is no plan', () => {
    const folder = folderWith({ 'a.json': '{"communities": 3}', 'b.csv': '序号,事项名称\n1,某事\n' });
    for (const file of ['a.json', 'b.csv', 'none.json']) {
      const { code, stdout, stderr } = jianfu([
        'layout',
        'check',
        path.join(folder, file),
        STREET,
        '--policy',
        'hohhot',
      ]);
      expect([code, stdout, stderr.includes(file)]).toEqual([2, '', true]);
    }
  });
});
