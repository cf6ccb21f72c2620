import type {
  LayoutBorder,
  LayoutCity,
  LayoutDecision,
  LayoutNorms,
  LayoutTotals,
  PlanBreach,
  PlanClaim,
  SizeClass,
} from '../../model/layout.ts';
import type { Projected } from './projected.ts';
import { householdsOf } from './shape.ts';

type Note = (breach: PlanBreach) => void;

/** The numbers of the projected state, counted from the tables. */
export function countAnew(
  claim: PlanClaim,
  city: LayoutCity,
  norms: LayoutNorms,
  state: Projected,
): LayoutTotals {
  const existing = new Set(city.communities.map(({ id }) => id));
  const planned = new Set(claim.communities.map(({ id }) => id));
  const idAfter = (grid: number) => claim.communities[state.after[grid] as number]?.id;
  const moved = city.grids.flatMap(({ community }, grid) =>
    idAfter(grid) === city.communities[community]?.id ? [] : [grid],
  );
  const weights = claim.communities.map((_, at) => weightOf(at, city, state));
  const whole = city.communities.filter(({ id, grids }) => grids.length === 0 && !planned.has(id));
  return {
    before: city.communities.length,
    added: claim.communities.filter(({ id }) => !existing.has(id)).length,
    abolished: city.communities.filter(({ id }) => !planned.has(id)).length,
    after: claim.communities.length,
    outOfRangeBefore: city.communities.filter(({ households }) => isOut(households, norms)).length,
    outOfRangeAfter: weights.filter((households) => isOut(households, norms)).length,
    householdsMoved:
      add(moved.map((grid) => city.grids[grid]?.households ?? 0)) +
      add(whole.map(({ households }) => households ?? 0)),
    gridsMoved: moved.length,
    uneven: unevenOf(claim, weights),
    ...boundaryOf(city, state),
    households: add(city.communities.map(({ households }) => households ?? 0)),
  };
}

function weightOf(at: number, city: LayoutCity, { gridsOf, origins, isUnchanged }: Projected): number | null {
  const from = (origins[at] ?? []).map((index) => city.communities[index]);
  // The roster's number stands for a community that nobody touches and whose grids are not all known.
  if (isUnchanged[at]) return from[0]?.households ?? null;
  return householdsOf(gridsOf[at] ?? [], from, city);
}

function isOut(households: number | null, { low, splitAbove }: LayoutNorms): boolean {
  return households !== null && (households < low || households > splitAbove);
}

function unevenOf({ decisions, communities }: PlanClaim, weights: readonly (number | null)[]): number {
  let uneven = 0;
  for (const { action, into } of decisions ?? []) {
    if (action !== 'split' || into.length === 0) continue;
    const own = into.map((id) => weights[communities.findIndex((one) => one.id === id)] ?? 0);
    const mean = add(own) / own.length;
    for (const weight of own) uneven += Math.abs(weight - mean);
  }
  return Math.max(0, Math.ceil(uneven - 1e-9));
}

function boundaryOf({ grids, borders }: LayoutCity, { after }: Projected) {
  const fresh = borders.filter(
    ({ a, b, crossing }) =>
      crossing !== 'barred' && grids[a]?.community === grids[b]?.community && after[a] !== after[b],
  );
  return {
    boundary: add(fresh.map(({ decimetres }) => decimetres)),
    boundaryPriced: add(fresh.map(({ decimetres, crossing }) => (crossing === 'priced' ? decimetres : 0))),
    borders: fresh.length,
  };
}

/** Every number that the plan claims, against the one counted. */
export function verifyNumbers(
  claim: PlanClaim,
  city: LayoutCity,
  state: Projected,
  counted: LayoutTotals,
  note: Note,
): void {
  for (const [at, { id, households, residents, from }] of claim.communities.entries()) {
    const real = weightOf(at, city, state);
    if (households !== null && households !== real)
      note({
        id: 'plan-number-wrong',
        args: { about: id, what: 'households', claimed: households, real: real ?? '' },
      });
    const people = state.isUnchanged[at] ? null : residentsOf(at, city, state);
    if (residents !== null && people !== null && residents !== people)
      note({
        id: 'plan-number-wrong',
        args: { about: id, what: 'residents', claimed: residents, real: people },
      });
    const origins = (state.origins[at] ?? []).map((index) => city.communities[index]?.id ?? '');
    if (from !== null && [...from].sort().join() !== [...origins].sort().join())
      note({
        id: 'plan-from-wrong',
        args: { about: id, claimed: from.join('、'), real: origins.join('、') },
      });
  }
  const { totals } = claim;
  if (totals === null) return;
  if (totals.before + totals.added - totals.abolished !== totals.after) {
    const { before, added, abolished, after } = totals;
    note({ id: 'plan-arithmetic', args: { before, added, abolished, after } });
  }
  for (const what of Object.keys(counted) as (keyof LayoutTotals)[]) {
    if (totals[what] !== counted[what])
      note({ id: 'plan-total-wrong', args: { what, claimed: totals[what] ?? '', real: counted[what] } });
  }
}

function residentsOf(at: number, city: LayoutCity, { gridsOf }: Projected): number | null {
  let sum = 0;
  for (const grid of gridsOf[at] ?? []) {
    const residents = city.grids[grid]?.residents ?? null;
    if (residents === null) return null;
    sum += residents;
  }
  return (gridsOf[at]?.length ?? 0) === 0 ? null : sum;
}

/** What the plan says of each existing community: its class, where its grids go, and the price of a split. */
export function verifyDecisions(
  claim: PlanClaim,
  city: LayoutCity,
  norms: LayoutNorms,
  state: Projected,
  note: Note,
): void {
  if (claim.decisions === null) return;
  const byId = new Map(claim.decisions.map((decision) => [decision.community, decision]));
  for (const [index, community] of city.communities.entries()) {
    const decision = byId.get(community.id);
    if (decision === undefined) {
      note({ id: 'plan-community-missing', args: { about: community.id } });
      continue;
    }
    const size = sizeOf(community.households, norms);
    if (decision.class !== size)
      note({ id: 'plan-class-wrong', args: { about: community.id, claimed: decision.class, real: size } });
    const into = claim.communities.flatMap(({ id }, at) =>
      (state.origins[at] ?? []).includes(index) ? [id] : [],
    );
    if ([...into].sort().join() !== [...decision.into].sort().join())
      note({
        id: 'plan-action-wrong',
        args: { about: community.id, claimed: decision.into.join('、'), real: into.join('、') },
      });
    else if (decision.action !== 'kept' && decision.proof !== null)
      verifyPrice(decision, index, claim, city, norms, state, note);
  }
}

function sizeOf(households: number | null, { low, high, splitAbove }: LayoutNorms): SizeClass {
  if (households === null) return 'unknown';
  if (households < low) return 'under';
  if (households <= high) return 'standard';
  return households <= splitAbove ? 'watch' : 'over';
}

/**
 * A price that is not the plan's own would make its proof one of something else. The parts may hold grids of neighbours
 * that were cut anew with this community; where two communities met there was a boundary already.
 */
function verifyPrice(
  { community, into, proof }: LayoutDecision,
  index: number,
  claim: PlanClaim,
  city: LayoutCity,
  norms: LayoutNorms,
  { after, gridsOf }: Projected,
  note: Note,
): void {
  const parts = into.map((id) => claim.communities.findIndex((one) => one.id === id));
  const weights = parts.map((part) =>
    add((gridsOf[part] ?? []).map((grid) => city.grids[grid]?.households ?? 0)),
  );
  const total = add(weights);
  let price = 0;
  for (const border of city.borders) {
    const [one, other] = [after[border.a] as number, after[border.b] as number];
    if (!parts.includes(one) || city.grids[border.a]?.community !== city.grids[border.b]?.community) continue;
    if (border.crossing !== 'barred' && one !== other) price += parts.length * decimetresOf(border, norms);
  }
  for (const weight of weights) price += norms.balance * Math.abs(parts.length * weight - total);
  const centres = new Set(
    city.communities[index]?.grids.flatMap((grid) =>
      city.grids[grid]?.isCentre ? [city.grids[grid]?.unit ?? grid] : [],
    ),
  );
  if (centres.size === 1) {
    for (const part of parts)
      for (const grid of gridsOf[part] ?? []) {
        const { community = -1, households = 0 } = city.grids[grid] ?? {};
        const isMoved = city.communities[community]?.id !== claim.communities[part]?.id;
        if (isMoved) price += parts.length * norms.move * households;
      }
  }
  if (proof !== null && (proof.price !== price || proof.bound > price))
    note({
      id: 'plan-price-wrong',
      args: { about: community, claimed: proof.price, bound: proof.bound, real: price },
    });
}

function decimetresOf({ decimetres, crossing }: LayoutBorder, { priced }: LayoutNorms): number {
  return crossing === 'priced' ? Math.round((decimetres * priced) / 100) : decimetres;
}

function add(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
