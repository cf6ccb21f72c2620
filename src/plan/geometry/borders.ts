import { topology } from 'topojson-server';
import type { LayoutBorder, LayoutFinding, LayoutGrid, LayoutShape, Place } from '../../model/layout.ts';
import { nearPairs, type Stretch } from './near.ts';

type Note = (finding: LayoutFinding) => void;

/** A border shorter than this joins no two grids: they meet at a corner. In decimetres. */
const SHORTEST = 10;

/** Who lies beside whom: outlines that share a border exactly, and those that run side by side. The latter are told. */
export function bordersOf(
  shapes: readonly LayoutShape[],
  grids: readonly LayoutGrid[],
  note: Note,
): readonly LayoutBorder[] {
  const { shared, single } = arcsOf(shapes);
  const borders = [...shared]
    .filter(([, metres]) => Math.round(metres * 10) >= SHORTEST)
    .map(([pair, metres]) => border(pair, metres, 'shared'));
  for (const [pair, metres] of nearPairs(single)) {
    if (shared.has(pair)) continue;
    borders.push(border(pair, metres, 'near'));
    const [a, b] = gridsOf(pair);
    const args = { about: grids[a]?.id ?? '', other: grids[b]?.id ?? '', metres: Math.round(metres) };
    note({ id: 'border-near', args, at: grids[a]?.at ?? null });
  }
  return borders.sort((left, right) => left.a - right.a || left.b - right.b);
}

function gridsOf(pair: string): readonly [number, number] {
  const [a = 0, b = 0] = pair.split(' ').map(Number);
  return [a, b];
}

function border(pair: string, metres: number, source: LayoutBorder['source']): LayoutBorder {
  const [a, b] = gridsOf(pair);
  return { a, b, decimetres: Math.round(metres * 10), crossing: 'free', barrier: '', source };
}

interface Arcs {
  /** Metres that two grids share, by `a b` with a < b. */
  readonly shared: ReadonlyMap<string, number>;
  /** Stretches of outline that one grid has for itself. */
  readonly single: readonly Stretch[];
}

function arcsOf(shapes: readonly LayoutShape[]): Arcs {
  const objects = Object.fromEntries(
    shapes.map(({ grid, polygons }) => [
      grid,
      { type: 'MultiPolygon', coordinates: polygons as unknown as number[][][][] } as const,
    ]),
  );
  const { arcs, objects: drawn } = topology(objects);
  const owners: number[][] = arcs.map(() => []);
  for (const { grid } of shapes) {
    const outline = drawn[grid] as unknown as { readonly arcs: readonly (readonly (readonly number[])[])[] };
    for (const arc of outline.arcs.flat(2)) {
      const own = owners[arc < 0 ? ~arc : arc] as number[];
      if (!own.includes(grid)) own.push(grid);
    }
  }
  const shared = new Map<string, number>();
  const single: Stretch[] = [];
  for (const [at, own] of owners.entries()) {
    const places = arcs[at] as unknown as readonly Place[];
    const [a, b] = [...own].sort((left, right) => left - right);
    if (b !== undefined) shared.set(`${a} ${b}`, (shared.get(`${a} ${b}`) ?? 0) + lengthOf(places));
    else if (a !== undefined)
      for (let place = 1; place < places.length; place++)
        single.push({ grid: a, from: places[place - 1] as Place, to: places[place] as Place });
  }
  return { shared, single };
}

function lengthOf(places: readonly Place[]): number {
  let length = 0;
  for (let at = 1; at < places.length; at++) length += distance(places[at - 1] as Place, places[at] as Place);
  return length;
}

function distance([x, y]: Place, [u, v]: Place): number {
  return Math.hypot(u - x, v - y);
}
