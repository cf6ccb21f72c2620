import type { Allocation, StaffPlace } from '../../model/staffing.ts';
import { byCodeUnit } from '../../model/text.ts';
import { isExact, per10k } from './counts.ts';
import { withinOf } from './ratios.ts';

interface Taker {
  readonly place: StaffPlace;
  readonly residents: number;
  readonly before: number;
  workers: number;
}

/**
 * Gives out posts one by one to whoever has the fewest workers to a resident. Of all ways to give them out this has the
 * highest lowest ratio, then the highest second lowest, and so on: a post given anywhere else leaves the lowest as it
 * is. Ratios are compared by multiplying out; equals go by code, then by name.
 */
export function allocate(places: readonly StaffPlace[], posts: number): Allocation | null {
  const takers = places.flatMap((place): Taker[] => {
    const { workers, urbanResidents } = place;
    if (workers === null || urbanResidents === null || urbanResidents.low === 0) return [];
    if (!isExact(workers) || !isExact(urbanResidents)) return [];
    return [{ place, residents: urbanResidents.low, before: workers.low, workers: workers.low }];
  });
  if (takers.length === 0) return null;
  const heap = [...takers].sort(neediest);
  const [lowest] = heap;
  const lowestBefore = per10k(lowest?.workers ?? 0, lowest?.residents ?? 1);
  for (let given = 0; given < posts; given++) {
    (heap[0] as Taker).workers++;
    sink(heap);
  }
  const last = heap[0] as Taker;
  return {
    posts,
    given: takers
      .filter(({ workers, before }) => workers > before)
      .sort(
        (left, right) => right.workers - right.before - (left.workers - left.before) || byPlace(left, right),
      )
      .map(({ place, residents, workers, before }) => ({
        name: place.name,
        within: withinOf(place),
        posts: workers - before,
        before: per10k(before, residents),
        after: per10k(workers, residents),
      })),
    lowestBefore,
    lowestAfter: per10k(last.workers, last.residents),
    leftOut: places.length - takers.length,
  };
}

function neediest(left: Taker, right: Taker): number {
  return left.workers * right.residents - right.workers * left.residents || byPlace(left, right);
}

function byPlace({ place: left }: Taker, { place: right }: Taker): number {
  return (
    byCodeUnit(left.code, right.code) ||
    byCodeUnit(left.district, right.district) ||
    byCodeUnit(left.subdistrict, right.subdistrict) ||
    byCodeUnit(left.name, right.name)
  );
}

/** Puts the first of a binary heap where it belongs after it was given a post. */
function sink(heap: Taker[]): void {
  for (let at = 0; ; ) {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    let first = at;
    if (left < heap.length && neediest(heap[left] as Taker, heap[first] as Taker) < 0) first = left;
    if (right < heap.length && neediest(heap[right] as Taker, heap[first] as Taker) < 0) first = right;
    if (first === at) return;
    [heap[at], heap[first]] = [heap[first] as Taker, heap[at] as Taker];
    at = first;
  }
}
