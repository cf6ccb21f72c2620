import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRng } from '../scripts/city/prng.ts';
import { filesOf } from '../scripts/layout-city/files.ts';
import type { LayoutPlan, SizeClass } from '../src/model/layout.ts';
import { neighboursOf, piecesOf, sum } from '../src/plan/layout/graph.ts';
import type { Area } from '../src/plan/layout/joint/area.ts';
import { Flow } from '../src/plan/layout/joint/flow.ts';
import { planArea } from '../src/plan/layout/joint/joint.ts';
import { planLayout } from '../src/plan/layout/plan.ts';
import { claimInJson } from '../src/plan/verify/claims.ts';
import { verifyPlan } from '../src/plan/verify/verify.ts';
import { folderWith, NORMS, planningCity, smallCity } from './support/layout-city.ts';
import { ROOT } from './support/paths.ts';
import { planMistakes } from './support/plan-schema.ts';
import { jianfu } from './support/run.ts';

const [LOW, CEILING, SPLIT] = [10, 30, 40];

/** Lattices of grids that belong to three communities in stripes. */
const areas = fc
  .record({
    width: fc.constant(4),
    households: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 10, maxLength: 10 }),
    stripes: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
    added: fc.integer({ min: 0, max: 20 }),
    abolished: fc.integer({ min: 0, max: 20 }),
    hasCentres: fc.boolean(),
  })
  .map(({ width, households: all, stripes, added, abolished, hasCentres }): Area => {
    const size = 2 * width;
    const home = Array.from({ length: size }, (_, atom) => {
      const column = atom % width;
      return column < stripes[0] ? 0 : column < Math.min(width - 1, stripes[0] + stripes[1]) ? 1 : 2;
    });
    const communities = [...new Set(home)].sort();
    const borders = Array.from({ length: size }, (_, atom) => [
      ...((atom + 1) % width === 0 ? [] : [{ a: atom, b: atom + 1, cost: 100 }]),
      ...(atom + width < size ? [{ a: atom, b: atom + width, cost: 100 }] : []),
    ]).flat();
    const households = all.slice(0, size);
    const weights = communities.map((at) => sum(households.filter((_, atom) => home[atom] === at)));
    return {
      communities,
      households: weights,
      classes: weights.map(
        (weight): SizeClass =>
          weight < LOW ? 'under' : weight > SPLIT ? 'over' : weight > CEILING ? 'watch' : 'standard',
      ),
      beside: communities.map((at) => communities.filter((other) => Math.abs(other - at) === 1)),
      atoms: {
        graph: { households, borders },
        grids: households.map((_, atom) => [atom]),
        centre: null,
        guests: [],
      },
      home,
      isCentre: home.map((at, atom) => hasCentres && home.indexOf(at) === atom),
      low: LOW,
      ceiling: CEILING,
      added,
      abolished,
    };
  });

/** The fewest left out of the range, and the least price with so few, by trying every assignment. */
function bestByTrying(area: Area): readonly [number, number] {
  const { home, communities, classes, beside, isCentre, atoms } = area;
  const neighbours = neighboursOf(atoms.graph);
  const slots = communities.flatMap((at) => (classes[at] === 'over' ? [at, at, at] : []));
  const labels: number[] = [];
  let best: readonly [number, number] = [Number.POSITIVE_INFINITY, 0];
  const judge = (): readonly [number, number] | null => {
    let [left, price] = [0, 0];
    for (let label = 0; label < communities.length + slots.length; label++) {
      const own = labels.flatMap((other, atom) => (other === label ? [atom] : []));
      const isSlot = label >= communities.length;
      if (own.length === 0 && isSlot) continue;
      if (isSlot) price += area.added;
      const isSame = !isSlot && home.every((at, atom) => (at === label) === (labels[atom] === label));
      const isOut = classes[label] === 'over' || classes[label] === 'under';
      if (isSame && isOut) left++;
      if (isSame) continue;
      if (own.length === 0) {
        if (classes[label] !== 'under') return null;
        price += area.abolished;
        continue;
      }
      if (home.some((at, atom) => at === label && isCentre[atom] && labels[atom] !== label)) return null;
      const weight = sum(own.map((atom) => atoms.graph.households[atom] ?? 0));
      if (weight < LOW || weight > CEILING || piecesOf(own, neighbours).length > 1) return null;
    }
    for (const [atom, at] of home.entries())
      if (labels[atom] !== at) price += atoms.graph.households[atom] ?? 0;
    return [left, price];
  };
  const place = (atom: number): void => {
    if (atom === home.length) {
      const found = judge();
      if (found !== null && (found[0] < best[0] || (found[0] === best[0] && found[1] < best[1])))
        best = found;
      return;
    }
    const at = home[atom] as number;
    const own = slots.flatMap((host, slot) => (host === at ? [communities.length + slot] : []));
    const fresh = own.findIndex((slot) => !labels.slice(0, atom).includes(slot));
    for (const label of [at, ...(beside[at] ?? []), ...own.slice(0, fresh === -1 ? own.length : fresh + 1)]) {
      labels[atom] = label;
      place(atom + 1);
    }
  };
  place(0);
  return best;
}

describe('all communities of a subdistrict together', () => {
  it('is never below its bound, and mostly what trying everything finds', () => {
    let [same, all] = [0, 0];
    fc.assert(
      fc.property(areas, (area) => {
        const [left, price] = bestByTrying(area);
        const plan = planArea(area, { ways: 1, steps: 4000, gap: 0 });
        expect(plan.leftBound).toBeLessThanOrEqual(left);
        expect(plan.skeleton.leftCount).toBeGreaterThanOrEqual(left);
        if (plan.skeleton.leftCount > left) return;
        expect(plan.price).toBeGreaterThanOrEqual(price);
        if (plan.leftBound === left) expect(plan.bound).toBeLessThanOrEqual(price);
        all++;
        if (plan.price === price) same++;
      }),
      { seed: 3, numRuns: 120 },
    );
    expect(all).toBeGreaterThan(100);
    expect(same / all).toBeGreaterThan(0.95);
  });

  it('a flow takes the cheap way first, and none that costs more than it brings', () => {
    const flow = new Flow(4);
    const near = flow.arc(0, 1, 5, 1);
    const far = flow.arc(0, 2, 5, 3);
    flow.arc(1, 3, 4, -2);
    flow.arc(2, 3, 9, -2);
    flow.arc(1, 2, 9, 0);
    expect(flow.run(0, 3)).toBe(-5);
    expect([flow.flowOn(near), flow.flowOn(far)]).toEqual([5, 0]);
  });

  it.each([1, 2, 3])('holds, leaves room, and is the same again (seed %i)', (seed) => {
    const city = planningCity(smallCity(seed));
    const plan = () =>
      planLayout({
        city,
        norms: NORMS,
        mode: 'joint',
        policy: [],
        asOf: '2026-01-01',
        limits: { steps: 30_000 },
      });
    const made = plan();
    expect(verifyPlan(claimInJson(made) as never, city, NORMS).breaches).toEqual([]);
    expect(plan()).toEqual(made);
    expect(made.totals.outOfRangeAfter).toBe(0);
    const before = new Map(city.communities.map(({ id, grids }) => [id, grids.length]));
    for (const { id, households, grids } of made.communities)
      if (before.get(id) !== grids.length) expect(households).toBeLessThanOrEqual(NORMS.high - NORMS.room);
  });
});

describe('jianfu layout plan --mode joint', () => {
  const joint = (paths: readonly string[], ...more: string[]) =>
    jianfu([
      'layout',
      'plan',
      ...paths,
      '--policy',
      'hohhot',
      '--mode',
      'joint',
      '--steps',
      '20000',
      ...more,
    ]);

  it('says of each subdistrict how far it is from the best, and is accepted by layout check', () => {
    const files = Object.fromEntries(
      Object.entries(filesOf(smallCity(3))).filter(([name]) => /社区|网格.csv|相邻/.test(name)),
    );
    const rng = makeRng(5);
    const shuffled = Object.fromEntries(
      Object.entries(files).map(([name, text]) => {
        const [head = '', ...rows] = text.trimEnd().split('\n');
        return [name, `${[head, ...rng.shuffle(rows)].join('\n')}\n`];
      }),
    );
    const [one, other] = [folderWith(files), folderWith(shuffled)];
    const { code, stdout } = joint([one], '--out', 'json');
    const plan = JSON.parse(stdout) as LayoutPlan;
    expect([code, planMistakes(plan)]).toEqual([0, '']);
    expect((JSON.parse(joint([other], '--out', 'json').stdout) as LayoutPlan).communities).toEqual(
      plan.communities,
    );
    expect(plan.proofs.length).toBeGreaterThan(0);
    const saved = path.join(folderWith({ 'p.json': stdout }), 'p.json');
    const check = (file: string) =>
      jianfu(['layout', 'check', file, one, '--policy', 'hohhot', '--out', 'json']);
    expect(check(saved).code).toBe(0);
    const proofs = plan.proofs.map((proof) => ({ ...proof, price: proof.price - 1, bound: 0 }));
    const spoilt = path.join(folderWith({ 'p.json': JSON.stringify({ ...plan, proofs }) }), 'p.json');
    expect(JSON.parse(check(spoilt).stdout)).toMatchObject({
      breaches: [{ id: 'plan-price-wrong' }, {}].slice(0, proofs.length),
    });
    const table = joint([one]).stdout;
    expect(table).toContain('各街道的方案离最优多远');
    expect(joint([one], '--lang', 'en').stdout).toContain('How far from the best');
  });

  it('leaves alone what it must, with the reason', () => {
    const { stdout } = joint([path.join(ROOT, 'fixtures/layout/street')], '--out', 'json');
    const plan = JSON.parse(stdout) as LayoutPlan;
    expect(planMistakes(plan)).toBe('');
    const reasons = Object.fromEntries(plan.decisions.map(({ name, reason }) => [name, reason.id]));
    expect(reasons).toMatchObject({
      丙社区: 'transferred',
      乙社区: 'dissolved',
      丁社区: 'watch',
      戊社区: 'grid-too-large',
      己社区: 'in-pieces',
      庚社区: 'not-overloaded',
      辛社区: 'locked',
      壬社区: 'not-mergeable',
      子社区: 'left-out',
      寅社区: 'incomplete',
      卯社区: 'no-grids',
      巳社区: 'unit-too-large',
    });
  });

  it('says what a limit should have been', () => {
    for (const [option, value] of [
      ['--steps', '0'],
      ['--gap', '-1'],
      ['--gap', 'x'],
    ] as const) {
      const { code, stderr } = joint([path.join(ROOT, 'fixtures/layout/street')], option, value);
      expect([code, stderr.includes(option)]).toEqual([2, true]);
    }
  });
});
