import type { LayoutCity, PlanBreach, PlanClaim } from '../../model/layout.ts';

/** The state a plan leads to, worked out from its lists of grids alone. Nothing here is shared with the planner. */
export interface Projected {
  /** For each community of the plan the indices of its grids. */
  readonly gridsOf: readonly (readonly number[])[];
  /** For each grid its community in the plan; −1 for none. */
  readonly after: readonly number[];
  /** For each community of the plan the indices of the existing ones that its grids come from. */
  readonly origins: readonly (readonly number[])[];
  /** Whether a community of the plan is an existing one with the very same grids. */
  readonly isUnchanged: readonly boolean[];
}

/** Each grid once, and none that is not there. */
export function project(claim: PlanClaim, city: LayoutCity, note: (breach: PlanBreach) => void): Projected {
  const indexOf = new Map(city.grids.map(({ id }, index) => [id, index]));
  const after: number[] = city.grids.map(() => -1);
  const gridsOf = claim.communities.map(({ id, grids }, at) =>
    grids.flatMap((name) => {
      const grid = indexOf.get(name);
      if (grid === undefined) {
        note({ id: 'plan-grid-unknown', args: { grid: name, about: id } });
        return [];
      }
      const other = after[grid] as number;
      if (other !== -1) {
        const first = claim.communities[other]?.id ?? '';
        note({ id: 'plan-grid-twice', args: { grid: name, about: id, first } });
        return [];
      }
      after[grid] = at;
      return [grid];
    }),
  );
  for (const [grid, { id }] of city.grids.entries())
    if (after[grid] === -1) note({ id: 'plan-grid-missing', args: { grid: id } });
  const existing = new Map(city.communities.map(({ id }, index) => [id, index]));
  const origins = claim.communities.map(({ id, from }, at) => {
    const own = gridsOf[at] as number[];
    const named = own.length > 0 ? [] : (from ?? [id]).flatMap((other) => existing.get(other) ?? []);
    const found = own.map((grid) => city.grids[grid]?.community ?? -1);
    return [...new Set([...found, ...named])].sort((left, right) => left - right);
  });
  return {
    gridsOf,
    after,
    origins,
    isUnchanged: claim.communities.map(({ id }, at) => {
      const [only, second] = origins[at] as readonly number[];
      return (
        only !== undefined &&
        second === undefined &&
        city.communities[only]?.id === id &&
        city.communities[only]?.grids.length === gridsOf[at]?.length
      );
    }),
  };
}
