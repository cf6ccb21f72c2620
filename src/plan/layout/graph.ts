/**
 * Grids as a graph of whole numbers: what every planner of the layout works on. Names, codes and geometry
 * stay outside; a grid is its index.
 */

/** A shared border that people may cross within one community. `cost`: price of a community boundary along it, in decimetres. */
export interface Border {
  readonly a: number;
  readonly b: number;
  readonly cost: number;
}

export interface GridGraph {
  /** Households of each grid, whole numbers ≥ 0. */
  readonly households: readonly number[];
  /** Crossable borders; each pair at most once, a ≠ b. Borders that must not be crossed are left out. */
  readonly borders: readonly Border[];
}

export interface Neighbour {
  readonly grid: number;
  readonly cost: number;
}

/** For each grid its neighbours in ascending order. Throws `RangeError` on a border that names no grid, itself, or a pair twice. */
export function neighboursOf({ households, borders }: GridGraph): readonly (readonly Neighbour[])[] {
  const neighbours: Neighbour[][] = households.map(() => []);
  for (const { a, b, cost } of borders) {
    const [left, right] = [neighbours[a], neighbours[b]];
    if (left === undefined || right === undefined || a === b) throw new RangeError(`border ${a}–${b}`);
    left.push({ grid: b, cost });
    right.push({ grid: a, cost });
  }
  for (const [grid, list] of neighbours.entries()) {
    list.sort((left, right) => left.grid - right.grid);
    if (list.some((next, index) => next.grid === list[index - 1]?.grid)) {
      throw new RangeError(`border of grid ${grid} named twice`);
    }
  }
  return neighbours;
}

/** Connected pieces of a set of grids, each in ascending order, the piece with the smallest grid first. */
export function piecesOf(
  grids: readonly number[],
  neighbours: readonly (readonly Neighbour[])[],
): number[][] {
  const open = new Set(grids);
  const pieces: number[][] = [];
  for (const start of [...grids].sort((left, right) => left - right)) {
    if (!open.delete(start)) continue;
    const piece = [start];
    for (let at = 0; at < piece.length; at++) {
      for (const { grid } of neighbours[piece[at] as number] ?? []) if (open.delete(grid)) piece.push(grid);
    }
    pieces.push(piece.sort((left, right) => left - right));
  }
  return pieces;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
