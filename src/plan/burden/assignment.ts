import munkres from 'munkres';

/** Two items that may be the same, by their places in the two versions. */
export interface Edge {
  readonly before: number;
  readonly after: number;
  /** 0…1, higher is likelier. */
  readonly score: number;
}

/** Larger tangles are paired off from the likeliest down: trying everything would take the cube of their size. */
const LARGEST_TANGLE = 200;

/**
 * Pairs items so that each is in one pair at most and the scores add up to the most: one optimal assignment for each tangle
 * of items that edges hold together. Where scores are equal, items nearer in place are paired.
 */
export function assign(edges: readonly Edge[]): Edge[] {
  return tanglesOf(edges)
    .flatMap((tangle) => pairOff(tangle))
    .sort((left, right) => left.before - right.before);
}

function pairOff(tangle: readonly Edge[]): readonly Edge[] {
  if (tangle.length === 1) return tangle;
  const rows = distinct(tangle.map(({ before }) => before));
  const columns = distinct(tangle.map(({ after }) => after));
  return Math.max(rows.size, columns.size) > LARGEST_TANGLE
    ? greedily(tangle)
    : optimally(tangle, rows, columns);
}

function greedily(tangle: readonly Edge[]): Edge[] {
  const taken = { before: new Set<number>(), after: new Set<number>() };
  return [...tangle]
    .sort(
      (left, right) => gainOf(right) - gainOf(left) || left.before - right.before || left.after - right.after,
    )
    .filter(({ before, after }) => {
      if (taken.before.has(before) || taken.after.has(after)) return false;
      taken.before.add(before);
      taken.after.add(after);
      return true;
    });
}

function optimally(
  tangle: readonly Edge[],
  rows: ReadonlyMap<number, number>,
  columns: ReadonlyMap<number, number>,
): Edge[] {
  const known = new Map<number, Edge>();
  // No edge gains nothing, so that a pair is never forced.
  const costs = Array.from({ length: rows.size }, () => new Array<number>(columns.size).fill(0));
  for (const edge of tangle) {
    const [row = 0, column = 0] = [rows.get(edge.before), columns.get(edge.after)];
    (costs[row] as number[])[column] = -gainOf(edge);
    known.set(row * columns.size + column, edge);
  }
  return munkres(costs).flatMap(([row, column]) => known.get(row * columns.size + column) ?? []);
}

/** Whole numbers, so that sums are exact: thousandths of the score, then how near the places are. */
function gainOf({ before, after, score }: Edge): number {
  return Math.round(score * 1000) * 10_000 - Math.min(9_999, Math.abs(before - after));
}

function distinct(values: readonly number[]): ReadonlyMap<number, number> {
  const sorted = [...new Set(values)].sort((left, right) => left - right);
  return new Map(sorted.map((value, index) => [value, index]));
}

function tanglesOf(edges: readonly Edge[]): Edge[][] {
  const parents = new Map<number, number>();
  const root = (node: number): number => {
    let at = node;
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up;
    if (at !== node) parents.set(node, at);
    return at;
  };
  // Items of the later version are told from those of the earlier by their sign.
  for (const { before, after } of edges) {
    const [left, right] = [root(before), root(-after - 1)];
    if (left !== right) parents.set(left, right);
  }
  const tangles = new Map<number, Edge[]>();
  for (const edge of edges) {
    const at = root(edge.before);
    const tangle = tangles.get(at);
    if (tangle === undefined) tangles.set(at, [edge]);
    else tangle.push(edge);
  }
  return [...tangles.values()];
}
