import type { Neighbour } from './graph.ts';

/** One step of the sweep over the grids: the grid that comes, its earlier neighbours, and the grids it lets go. */
export interface Step {
  readonly grid: number;
  /** Places in the frontier before this step of the neighbours met already, with the price of the border. */
  readonly back: readonly { readonly place: number; readonly cost: number }[];
  /** Places in the frontier after the grid was appended that leave it, because all their neighbours were met. */
  readonly leaving: readonly number[];
}

/**
 * An order in which grids are met so that few grids at a time have neighbours still to come (the frontier).
 * From each grid as a start the order is grown greedily; the order with the smallest sum of 4^width wins,
 * the smallest grid on a tie.
 */
export function sweepOrder(neighbours: readonly (readonly Neighbour[])[]): readonly number[] {
  let best: readonly number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let start = 0; start < neighbours.length; start++) {
    const { order, weight } = grow(start, neighbours, least);
    if (weight >= least) continue;
    best = order;
    least = weight;
  }
  return best;
}

/** States of the search grow with the power of the frontier's width, so that is what is summed. */
const PER_PLACE = 4;

function grow(
  start: number,
  neighbours: readonly (readonly Neighbour[])[],
  give: number,
): { order: readonly number[]; weight: number } {
  const missing = neighbours.map((list) => list.length);
  const met = new Uint8Array(neighbours.length);
  const touched = new Set<number>([start]);
  const order: number[] = [];
  let width = 0;
  let weight = 0;
  while (order.length < neighbours.length && weight < give) {
    const grid = touched.size === 0 ? met.indexOf(0) : nextGrid(touched, neighbours, missing, met);
    touched.delete(grid);
    met[grid] = 1;
    order.push(grid);
    width += growthOf(grid, neighbours, missing, met);
    for (const next of neighbours[grid] ?? []) {
      (missing[next.grid] as number)--;
      if (met[next.grid] === 0) touched.add(next.grid);
    }
    weight += PER_PLACE ** width;
  }
  return { order, weight };
}

/** The touched grid that widens the frontier least; of equals the smallest. */
function nextGrid(
  touched: ReadonlySet<number>,
  neighbours: readonly (readonly Neighbour[])[],
  missing: readonly number[],
  met: Uint8Array,
): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const grid of touched) {
    const growth = growthOf(grid, neighbours, missing, met);
    if (growth > least || (growth === least && grid > best)) continue;
    best = grid;
    least = growth;
  }
  return best;
}

/** By how much meeting `grid` changes the frontier's width: itself, if neighbours are to come, less those it completes. */
function growthOf(
  grid: number,
  neighbours: readonly (readonly Neighbour[])[],
  missing: readonly number[],
  met: Uint8Array,
): number {
  let growth = (missing[grid] as number) > 0 ? 1 : 0;
  for (const next of neighbours[grid] ?? []) if (met[next.grid] === 1 && missing[next.grid] === 1) growth--;
  return growth;
}

/** The order as steps over places of a frontier, ready for the search. */
export function stepsOf(
  order: readonly number[],
  neighbours: readonly (readonly Neighbour[])[],
): readonly Step[] {
  const missing = neighbours.map((list) => list.length);
  const frontier: number[] = [];
  return order.map((grid) => {
    const list = neighbours[grid] ?? [];
    const back = list
      .map((next) => ({ place: frontier.indexOf(next.grid), cost: next.cost }))
      .filter(({ place }) => place !== -1);
    frontier.push(grid);
    for (const next of list) (missing[next.grid] as number)--;
    const leaving = frontier.flatMap((held, place) => (missing[held] === 0 ? [place] : []));
    for (const place of [...leaving].reverse()) frontier.splice(place, 1);
    return { grid, back, leaving };
  });
}
