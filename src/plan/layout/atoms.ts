import type { LayoutBorder, LayoutCity, LayoutNorms } from '../../model/layout.ts';
import type { GridGraph } from './graph.ts';

/** Grids of one community as the search sees them: what must stay together is one atom. */
export interface Atoms {
  readonly graph: GridGraph;
  /** Grids of each atom. */
  readonly grids: readonly (readonly number[])[];
  /** The atom with the service centre; `null` where none or several grids have one. */
  readonly centre: number | null;
}

/** `borders`: those with both ends among `grids`. */
export function atomsOf(
  grids: readonly number[],
  borders: readonly LayoutBorder[],
  city: LayoutCity,
  norms: LayoutNorms,
): Atoms {
  const atomOf = new Map<number, number>();
  const unitAtom = new Map<string, number>();
  const members: number[][] = [];
  for (const grid of grids) {
    const unit = city.grids[grid]?.unit ?? null;
    const atom = (unit === null ? undefined : unitAtom.get(unit)) ?? members.push([]) - 1;
    if (unit !== null) unitAtom.set(unit, atom);
    members[atom]?.push(grid);
    atomOf.set(grid, atom);
  }
  const centres = [
    ...new Set(grids.filter((grid) => city.grids[grid]?.isCentre).map((grid) => atomOf.get(grid))),
  ];
  return {
    graph: {
      households: members.map((atom) =>
        atom.reduce((sum, grid) => sum + (city.grids[grid]?.households ?? 0), 0),
      ),
      borders: bordersBetween(atomOf, borders, norms),
    },
    grids: members,
    centre: centres.length === 1 ? (centres[0] ?? null) : null,
  };
}

function bordersBetween(
  atomOf: ReadonlyMap<number, number>,
  borders: readonly LayoutBorder[],
  norms: LayoutNorms,
) {
  const costs = new Map<number, number>();
  const size = atomOf.size;
  for (const border of borders) {
    const [left = 0, right = 0] = [atomOf.get(border.a), atomOf.get(border.b)];
    if (border.crossing === 'barred' || left === right) continue;
    const key = Math.min(left, right) * size + Math.max(left, right);
    costs.set(key, (costs.get(key) ?? 0) + priceOf(border, norms));
  }
  return [...costs]
    .sort(([left], [right]) => left - right)
    .map(([key, cost]) => ({ a: Math.floor(key / size), b: key % size, cost }));
}

/** Decimetres that a boundary along this border counts for. */
export function priceOf({ decimetres, crossing }: LayoutBorder, { priced }: LayoutNorms): number {
  return crossing === 'priced' ? Math.round((decimetres * priced) / 100) : decimetres;
}
