import type { Plane } from './plane.ts';

/** Cuts a set of cells into groups of the sizes asked for, each as compact as straight cuts make it. */
export function cutInto(
  cells: readonly number[],
  sizes: readonly number[],
  { sites }: Plane,
): readonly (readonly number[])[] {
  if (sizes.length === 1) return [cells];
  const middle = sizes.length >> 1;
  const share = sum(sizes.slice(0, middle)) / sum(sizes);
  const [left, right] = [0, 1].map((axis) => cells.map((cell) => sites[cell]?.[axis] ?? 0)) as [
    number[],
    number[],
  ];
  const spread = (values: readonly number[]) =>
    values.reduce((most, value) => Math.max(most, value), -Infinity) -
    values.reduce((least, value) => Math.min(least, value), Infinity);
  const axis = spread(left) >= spread(right) ? 0 : 1;
  const sorted = [...cells].sort(
    (one, other) => (sites[one]?.[axis] ?? 0) - (sites[other]?.[axis] ?? 0) || one - other,
  );
  const cut = Math.max(
    middle,
    Math.min(cells.length - (sizes.length - middle), Math.round(share * cells.length)),
  );
  const plane = { sites } as Plane;
  return [
    ...cutInto(sorted.slice(0, cut), sizes.slice(0, middle), plane),
    ...cutInto(sorted.slice(cut), sizes.slice(middle), plane),
  ];
}

/**
 * Cells that a straight cut left away from the rest of their group go to the group beside them that they touch
 * most, until every group hangs together. `within`: groups that may take each other's cells.
 */
export function mendGroups(
  groupOf: number[],
  within: (group: number) => number,
  beside: readonly (readonly number[])[],
): void {
  for (let round = 0; round < 20; round++) {
    const loose = looseCells(groupOf, beside);
    if (loose.length === 0) return;
    for (const cell of loose) {
      const counts = new Map<number, number>();
      for (const other of beside[cell] ?? []) {
        const group = groupOf[other] as number;
        if (group !== groupOf[cell] && within(group) === within(groupOf[cell] as number))
          counts.set(group, (counts.get(group) ?? 0) + 1);
      }
      const [best] = [...counts].sort((left, right) => right[1] - left[1] || left[0] - right[0]);
      if (best !== undefined) groupOf[cell] = best[0];
    }
  }
}

/** Cells outside the largest piece of their group. */
function looseCells(groupOf: readonly number[], beside: readonly (readonly number[])[]): number[] {
  const seen = new Uint8Array(groupOf.length);
  const pieces = new Map<number, number[][]>();
  for (let start = 0; start < groupOf.length; start++) {
    if (seen[start]) continue;
    seen[start] = 1;
    const piece = [start];
    for (const at of piece) {
      for (const next of beside[at] ?? []) {
        if (seen[next] || groupOf[next] !== groupOf[start]) continue;
        seen[next] = 1;
        piece.push(next);
      }
    }
    const group = groupOf[start] as number;
    pieces.set(group, [...(pieces.get(group) ?? []), piece]);
  }
  return [...pieces.values()].flatMap((own) =>
    own
      .sort((left, right) => right.length - left.length)
      .slice(1)
      .flat(),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
