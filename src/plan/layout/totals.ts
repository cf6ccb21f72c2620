import type {
  LayoutCity,
  LayoutDecision,
  LayoutNorms,
  LayoutTotals,
  PlannedCommunity,
} from '../../model/layout.ts';
import { sum } from './graph.ts';
import { classOf } from './norms.ts';

/** The numbers of a plan, counted from the communities before and after. */
export function totalsOf(
  city: LayoutCity,
  norms: LayoutNorms,
  decisions: readonly LayoutDecision[],
  communities: readonly PlannedCommunity[],
): LayoutTotals {
  const added = communities.filter(({ isNew }) => isNew).length;
  const abolished = decisions.filter(({ community, into }) => !into.includes(community)).length;
  const isOut = (households: number | null) => ['under', 'over'].includes(classOf(households, norms));
  const after = new Map(communities.flatMap(({ id, grids }) => grids.map((grid) => [grid, id] as const)));
  const moved = city.grids.filter(({ id, community }) => after.get(id) !== city.communities[community]?.id);
  return {
    before: city.communities.length,
    added,
    abolished,
    after: communities.length,
    outOfRangeBefore: city.communities.filter(({ households }) => isOut(households)).length,
    outOfRangeAfter: communities.filter(({ households }) => isOut(households)).length,
    householdsMoved: movedWhole(city, decisions) + sum(moved.map(({ households }) => households)),
    gridsMoved: moved.length,
    uneven: unevenOf(decisions, communities),
    ...boundaryOf(city, after),
    households: sum(city.communities.map(({ households }) => households ?? 0)),
  };
}

/** Communities without a table of grids are joined whole. */
function movedWhole(city: LayoutCity, decisions: readonly LayoutDecision[]): number {
  return sum(
    decisions.map(({ community, into, households }, index) =>
      city.communities[index]?.grids.length === 0 && !into.includes(community) ? (households ?? 0) : 0,
    ),
  );
}

function unevenOf(decisions: readonly LayoutDecision[], communities: readonly PlannedCommunity[]): number {
  const byId = new Map(communities.map((community) => [community.id, community]));
  let uneven = 0;
  for (const { action, into, households } of decisions) {
    if (action !== 'split' || households === null) continue;
    const mean = households / into.length;
    for (const id of into) uneven += Math.abs((byId.get(id)?.households ?? mean) - mean);
  }
  return Math.max(0, Math.ceil(uneven - 1e-9));
}

/** Boundary that runs where none ran before. */
function boundaryOf({ grids, borders }: LayoutCity, after: ReadonlyMap<string, string>) {
  let [boundary, boundaryPriced, count] = [0, 0, 0];
  for (const { a, b, decimetres, crossing } of borders) {
    const [left, right] = [grids[a], grids[b]];
    if (left === undefined || right === undefined || crossing === 'barred') continue;
    if (left.community !== right.community || after.get(left.id) === after.get(right.id)) continue;
    count++;
    boundary += decimetres;
    if (crossing === 'priced') boundaryPriced += decimetres;
  }
  return { boundary, boundaryPriced, borders: count };
}
