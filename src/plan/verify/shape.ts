import type { LayoutCity, LayoutNorms, PlanBreach, PlanClaim } from '../../model/layout.ts';
import type { Projected } from './projected.ts';

type Note = (breach: PlanBreach) => void;

/** What every changed community must keep to: connected, in one subdistrict, in the range, nothing locked, units whole. */
export function verifyShapes(
  claim: PlanClaim,
  city: LayoutCity,
  norms: LayoutNorms,
  state: Projected,
  note: Note,
): void {
  const beside = crossable(city);
  for (const [at, { id }] of claim.communities.entries()) {
    const own = state.gridsOf[at] ?? [];
    const origins = (state.origins[at] ?? []).map((index) => city.communities[index]);
    if (own.length === 0 && origins.every((origin) => (origin?.grids.length ?? 0) > 0))
      note({ id: 'plan-empty', args: { about: id } });
    if (state.isUnchanged[at] || own.length + origins.length === 0) continue;
    const pieces = countPieces(own, beside);
    if (pieces > 1 && city.borders.length > 0)
      note({ id: 'plan-not-connected', args: { about: id, pieces } });
    const subdistricts = [...new Set(origins.map((origin) => origin?.subdistrict ?? ''))];
    if (subdistricts.length > 1)
      note({ id: 'plan-across-subdistricts', args: { about: id, found: subdistricts.join('、') } });
    for (const origin of origins)
      if (origin?.isLocked) note({ id: 'plan-locked-touched', args: { about: id, community: origin.name } });
    verifyRange(id, householdsOf(own, origins, city), norms, note);
  }
  verifyUnits(claim, city, state, note);
}

function verifyRange(about: string, households: number | null, { low, high }: LayoutNorms, note: Note): void {
  if (households === null) return;
  if (households < low) note({ id: 'plan-too-small', args: { about, households, low } });
  if (households > high) note({ id: 'plan-too-large', args: { about, households, high } });
}

/** Of grids, else of whole communities that have none. */
export function householdsOf(
  own: readonly number[],
  origins: readonly (LayoutCity['communities'][number] | undefined)[],
  city: LayoutCity,
): number | null {
  let sum = 0;
  for (const grid of own) sum += city.grids[grid]?.households ?? 0;
  for (const origin of origins) {
    if (origin === undefined || origin.grids.length > 0) continue;
    if (origin.households === null) return null;
    sum += origin.households;
  }
  return sum;
}

/** For each grid those that one may walk to within a community; grids of one unit hold together. */
function crossable({ grids, borders, communities }: LayoutCity): ReadonlyMap<number, readonly number[]> {
  const beside = new Map<number, number[]>(grids.map((_, index) => [index, []]));
  const link = (one: number, other: number) => {
    beside.get(one)?.push(other);
    beside.get(other)?.push(one);
  };
  for (const { a, b, crossing } of borders) if (crossing !== 'barred') link(a, b);
  for (const { grids: own } of communities) {
    const firsts = new Map<string, number>();
    for (const grid of own) {
      const unit = grids[grid]?.unit;
      if (unit === null || unit === undefined) continue;
      const first = firsts.get(unit);
      if (first === undefined) firsts.set(unit, grid);
      else link(first, grid);
    }
  }
  return beside;
}

function countPieces(own: readonly number[], beside: ReadonlyMap<number, readonly number[]>): number {
  const open = new Set(own);
  let pieces = 0;
  for (const start of own) {
    if (!open.delete(start)) continue;
    pieces++;
    const queue = [start];
    for (const grid of queue)
      for (const next of beside.get(grid) ?? []) if (open.delete(next)) queue.push(next);
  }
  return pieces;
}

/** Grids of one unit that were in one community must be in one afterwards. */
function verifyUnits(
  claim: PlanClaim,
  { communities, grids }: LayoutCity,
  { after }: Projected,
  note: Note,
): void {
  for (const { grids: own } of communities) {
    const homes = new Map<string, Set<number>>();
    for (const grid of own) {
      const unit = grids[grid]?.unit ?? null;
      if (unit === null || after[grid] === -1) continue;
      homes.set(unit, (homes.get(unit) ?? new Set()).add(after[grid] as number));
    }
    for (const [unit, parts] of homes) {
      if (parts.size < 2) continue;
      const found = [...parts].map((part) => claim.communities[part]?.id ?? '').join('、');
      note({ id: 'plan-unit-divided', args: { unit, found } });
    }
  }
}
