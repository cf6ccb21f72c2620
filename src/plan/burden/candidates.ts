import type { Essence } from './essence.ts';

/** Pairs of characters that more items than this share tell too little to be looked up. */
const LONGEST_LIST = 200;

/**
 * For each item of `before` those of `after` worth comparing, in ascending order. Of two items one of which says half
 * of what the other says, the rarer half of the one's pairs has one of the other's; so only these are looked up, from either side.
 */
export function candidatesOf(
  before: readonly Essence[],
  after: readonly Essence[],
  pairCount: number,
): number[][] {
  const counts = new Int32Array(pairCount);
  const distinct = (essence: Essence) => [...new Set(essence.pairs)].filter((pair) => pair >= 0);
  const [left, right] = [before.map(distinct), after.map(distinct)];
  for (const pairs of [...left, ...right]) for (const pair of pairs) counts[pair] = (counts[pair] ?? 0) + 1;
  const found = before.map(() => new Set<number>());
  lookUp(left, indexOf(right, counts), counts, (index, other) => found[index]?.add(other));
  lookUp(right, indexOf(left, counts), counts, (index, other) => found[other]?.add(index));
  return found.map((others) => [...others].sort((one, other) => one - other));
}

function indexOf(items: readonly (readonly number[])[], counts: Int32Array): Map<number, number[]> {
  const index = new Map<number, number[]>();
  for (const [item, pairs] of items.entries()) {
    for (const pair of pairs) {
      if ((counts[pair] ?? 0) > LONGEST_LIST) continue;
      const list = index.get(pair);
      if (list === undefined) index.set(pair, [item]);
      else list.push(item);
    }
  }
  return index;
}

function lookUp(
  items: readonly (readonly number[])[],
  index: ReadonlyMap<number, readonly number[]>,
  counts: Int32Array,
  found: (item: number, other: number) => void,
): void {
  for (const [item, pairs] of items.entries()) {
    const rarest = [...pairs].sort((one, other) => (counts[one] ?? 0) - (counts[other] ?? 0) || one - other);
    for (const pair of rarest.slice(0, Math.ceil(pairs.length / 2) + 1))
      for (const other of index.get(pair) ?? []) found(item, other);
  }
}
