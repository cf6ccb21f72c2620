import type { LayoutBorder, LayoutCity, LayoutNorms } from '../../model/layout.ts';
import type { GridGraph } from './graph.ts';

/** Grids of one community as the search sees them: what must stay together is one atom. */
export interface Atoms {
  readonly graph: GridGraph;
  /** Grids of each atom. */
  readonly grids: readonly (readonly number[])[];
  /** The atom with the service centre; `null` where none or several grids have one. */
  readonly centre: number | null;
  /** The atoms that whole communities became, in the order of `whole`. */
  readonly guests: readonly number[];
}

/**
 * `borders`: those with both ends among `grids`. `whole`: communities that each become one atom, wherever their centres
 * are; where two communities meet there is a boundary already, which costs nothing.
 */
export function atomsOf(
  grids: readonly number[],
  borders: readonly LayoutBorder[],
  city: LayoutCity,
  norms: LayoutNorms,
  whole: readonly number[] = [],
): Atoms {
  const atomOf = new Map<number, number>();
  const unitAtom = new Map<string, number>();
  const members: number[][] = [];
  for (const grid of grids) {
    const { community = -1, unit: own = null } = city.grids[grid] ?? {};
    const unit = whole.includes(community) ? `${community}` : own === null ? null : `${community} ${own}`;
    const atom = (unit === null ? undefined : unitAtom.get(unit)) ?? members.push([]) - 1;
    if (unit !== null) unitAtom.set(unit, atom);
    members[atom]?.push(grid);
    atomOf.set(grid, atom);
  }
  const centres = [
    ...new Set(
      grids
        .filter((grid) => city.grids[grid]?.isCentre && !whole.includes(city.grids[grid]?.community ?? -1))
        .map((grid) => atomOf.get(grid)),
    ),
  ];
  const costOf = (border: LayoutBorder) =>
    city.grids[border.a]?.community === city.grids[border.b]?.community ? priceOf(border, norms) : 0;
  return {
    graph: {
      households: members.map((atom) =>
        atom.reduce((sum, grid) => sum + (city.grids[grid]?.households ?? 0), 0),
      ),
      borders: bordersBetween(atomOf, borders, costOf),
    },
    grids: members,
    centre: centres.length === 1 ? (centres[0] ?? null) : null,
    guests: whole.map((community) => unitAtom.get(`${community}`) ?? -1),
  };
}

function bordersBetween(
  atomOf: ReadonlyMap<number, number>,
  borders: readonly LayoutBorder[],
  costOf: (border: LayoutBorder) => number,
) {
  const costs = new Map<number, number>();
  const size = atomOf.size;
  for (const border of borders) {
    const [left = 0, right = 0] = [atomOf.get(border.a), atomOf.get(border.b)];
    if (border.crossing === 'barred' || left === right) continue;
    const key = Math.min(left, right) * size + Math.max(left, right);
    costs.set(key, (costs.get(key) ?? 0) + costOf(border));
  }
  return [...costs]
    .sort(([left], [right]) => left - right)
    .map(([key, cost]) => ({ a: Math.floor(key / size), b: key % size, cost }));
}

/** Decimetres that a boundary along this border counts for. */
export function priceOf({ decimetres, crossing }: LayoutBorder, { priced }: LayoutNorms): number {
  return crossing === 'priced' ? Math.round((decimetres * priced) / 100) : decimetres;
}
