import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GridGraph, neighboursOf, piecesOf, sum } from '../src/plan/layout/graph.ts';
import { type SplitRequest, splitGrids } from '../src/plan/layout/split.ts';

/** Every division into connected parts within the range, tried one after the other. */
function cheapestByTrying(request: SplitRequest): number {
  const { graph, parts } = request;
  const part: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  const place = (grid: number, opened: number): void => {
    if (grid === graph.households.length) {
      if (opened === parts) least = Math.min(least, priceOf(request, part));
      return;
    }
    for (let name = 0; name <= Math.min(opened, parts - 1); name++) {
      part[grid] = name;
      place(grid + 1, Math.max(opened, name + 1));
    }
  };
  place(0, 0);
  return least;
}

/** The price of a division, worked out from the definition alone; `Infinity` where it breaks a rule. */
function priceOf(
  { graph, parts, min, max, centre, guests = [], prices }: SplitRequest,
  part: readonly number[],
): number {
  const neighbours = neighboursOf(graph);
  const total = sum(graph.households);
  const anchors = [...(centre === null ? [] : [centre]), ...guests].map((grid) => part[grid]);
  if (new Set(anchors).size < anchors.length) return Number.POSITIVE_INFINITY;
  let price = 0;
  for (let name = 0; name < parts; name++) {
    const grids = part.flatMap((other, grid) => (other === name ? [grid] : []));
    const weight = sum(grids.map((grid) => graph.households[grid] ?? 0));
    if (weight < min || weight > max || piecesOf(grids, neighbours).length !== 1)
      return Number.POSITIVE_INFINITY;
    price += prices.balance * Math.abs(parts * weight - total);
    if (centre !== null && part[centre] === name) price += parts * prices.move * (total - weight);
  }
  for (const { a, b, cost } of graph.borders) if (part[a] !== part[b]) price += parts * cost;
  return price;
}

/** Grids in a lattice with some borders missing, as rivers leave them. */
const graphs = fc
  .record({
    width: fc.integer({ min: 1, max: 4 }),
    height: fc.integer({ min: 1, max: 2 }),
    households: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 12, maxLength: 12 }),
    costs: fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 24, maxLength: 24 }),
    missing: fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
  })
  .map(({ width, height, households, costs, missing }): GridGraph => {
    const borders: { a: number; b: number; cost: number }[] = [];
    for (let grid = 0; grid < width * height; grid++) {
      const isLast = (grid + 1) % width === 0;
      if (!isLast) borders.push({ a: grid, b: grid + 1, cost: costs[2 * grid] ?? 0 });
      if (grid + width < width * height)
        borders.push({ a: grid, b: grid + width, cost: costs[2 * grid + 1] ?? 0 });
    }
    return {
      households: households.slice(0, width * height),
      borders: borders.filter((_, index) => !(missing[index] && missing[index + 1])),
    };
  });

const requests = graphs.chain((graph) =>
  fc.record({
    graph: fc.constant(graph),
    parts: fc.integer({ min: 1, max: 4 }),
    min: fc.integer({ min: 0, max: 500 }),
    max: fc.integer({ min: 300, max: 3000 }),
    centre: fc.option(fc.integer({ min: 0, max: graph.households.length - 1 })),
    guests: fc.uniqueArray(fc.integer({ min: 0, max: graph.households.length - 1 }), { maxLength: 2 }),
    prices: fc.record({ balance: fc.integer({ min: 0, max: 9 }), move: fc.integer({ min: 0, max: 9 }) }),
    most: fc.constantFrom(3, 100_000),
  }),
);

describe('splitting a community', () => {
  it('finds what trying every division finds, or says how far it may be off', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const best = cheapestByTrying(request);
        const { part, price, bound } = splitGrids(request);
        expect(bound).toBeLessThanOrEqual(best);
        expect(price).toBeGreaterThanOrEqual(best);
        if (part !== null) expect(priceOf(request, part)).toBe(price);
        if (request.most > 3) expect(price).toBe(best);
      }),
      { seed: 7, numRuns: 1500 },
    );
  });

  it('cuts a street of four equal grids in the middle', () => {
    const borders = [0, 1, 2].map((grid) => ({ a: grid, b: grid + 1, cost: 100 }));
    const graph = { households: [1000, 1000, 1000, 1000], borders };
    const request = { parts: 2, min: 1000, max: 3000, centre: 0, most: 1000 };
    const answer = splitGrids({ graph, ...request, prices: { balance: 5, move: 0 } });
    expect(answer).toMatchObject({ part: [0, 0, 1, 1], price: 200, bound: 200 });
    // Nobody moves who need not: the centre keeps as many as a community may have.
    const still = splitGrids({ graph, ...request, prices: { balance: 0, move: 5 } });
    expect(still.part).toEqual([0, 0, 0, 1]);
  });

  it('finds no division where one grid alone is too large', () => {
    const graph = { households: [3076, 1500], borders: [{ a: 0, b: 1, cost: 10 }] };
    const answer = splitGrids({
      graph,
      parts: 2,
      min: 1000,
      max: 3000,
      centre: null,
      prices: { balance: 5, move: 0 },
      most: 1000,
    });
    expect(answer).toMatchObject({
      part: null,
      price: Number.POSITIVE_INFINITY,
      bound: Number.POSITIVE_INFINITY,
    });
  });
});
