import type { LayoutCity, LayoutNorms, SizeClass } from '../../model/layout.ts';
import type { Division } from './divide.ts';
import { sum } from './graph.ts';
import { type Joined, joinSubdistrict } from './join.ts';
import type { Limits } from './limits.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { type Recut, recutOf } from './recut.ts';

/** What a subdistrict is decided from. */
export interface SubdistrictRequest {
  /** Indices of its communities. */
  readonly members: readonly number[];
  readonly classes: readonly SizeClass[];
  /** For each over-size community that may be divided what came of dividing it by itself. */
  readonly divisions: ReadonlyMap<number, Division>;
  readonly neighbourhood: Neighbourhood;
  readonly city: LayoutCity;
  readonly norms: LayoutNorms;
  readonly limits: Limits;
}

export interface SubdistrictChoice {
  readonly recuts: readonly Recut[];
  readonly joined: Joined;
}

/**
 * Joins the under-size, and divides some of them anew together with a neighbour where that leaves fewer communities out of
 * the range or, with as many, fewer that are new or abolished. The best such step is taken again and again until none
 * helps; each is a proved division of its own, the choice among them is not.
 */
export function decideSubdistrict(request: SubdistrictRequest): SubdistrictChoice {
  const { neighbourhood, city, norms, limits } = request;
  const known = new Map<string, Recut | null>();
  const recut = ([host = -1, ...guests]: readonly number[]): Recut | null => {
    const key = [host, ...guests].join();
    const found =
      known.get(key) ?? (known.has(key) ? null : recutOf(host, guests, neighbourhood, city, norms, limits));
    known.set(key, found);
    return found;
  };
  let best = scored([], request);
  for (;;) {
    const taken = new Set(best.recuts.flatMap(({ host, guests }) => [host, ...guests]));
    const open = candidatesOf(request, best.joined).filter((one) =>
      one.every((member) => !taken.has(member)),
    );
    const next = open.flatMap((one) => {
      const made = recut(one);
      return made === null ? [] : [scored([...best.recuts, made], request)];
    });
    const better = next.filter((one) => compare(one.score, best.score) < 0);
    if (better.length === 0) return best;
    best = better.reduce((least, one) => (compare(one.score, least.score) < 0 ? one : least));
  }
}

interface Scored extends SubdistrictChoice {
  /** Communities out of the range, new and abolished ones, households that change community. */
  readonly score: readonly number[];
}

function scored(recuts: readonly Recut[], request: SubdistrictRequest): Scored {
  const { members, neighbourhood, classes, divisions, city, norms } = request;
  const taken = new Set(recuts.flatMap(({ host, guests }) => [host, ...guests]));
  const joined = joinSubdistrict(members, neighbourhood.beside, classes, city, norms, taken);
  const own = members.flatMap((member) => (taken.has(member) ? [] : (divisions.get(member) ?? [])));
  const weightOf = (community: number) => city.communities[community]?.households ?? 0;
  const split = own.flatMap(({ parts }) => (parts === null ? [] : [parts]));
  const movedIn = (parts: readonly (readonly number[])[]) =>
    sum(parts.slice(1).flatMap((grids) => grids.map((grid) => city.grids[grid]?.households ?? 0)));
  return {
    recuts,
    joined,
    score: [
      own.length - split.length + joined.refusals.size,
      sum(split.map((parts) => parts.length - 1)) +
        sum(recuts.map(({ added }) => added)) +
        sum(joined.joinings.map((joining) => joining.members.length - 1)),
      sum(split.map(movedIn)) +
        sum(recuts.map(({ moved }) => moved)) +
        sum(joined.joinings.map(({ keeper, households }) => households - weightOf(keeper))),
    ],
  };
}

/** A host and under-size communities beside it. One that is not over-size is asked only by those nobody else takes. */
function candidatesOf(request: SubdistrictRequest, { refusals, small }: Joined): number[][] {
  const { members, neighbourhood, classes, divisions, city, norms } = request;
  if (city.borders.length === 0) return [];
  return members.flatMap((host) => {
    const { isLocked = true, isComplete = false, grids = [] } = city.communities[host] ?? {};
    const isOver = divisions.has(host);
    if (isLocked || !isComplete || grids.length === 0) return [];
    if (!isOver && classes[host] !== 'standard' && classes[host] !== 'watch') return [];
    const guests = [...(neighbourhood.beside.get(host) ?? [])]
      .filter((other) => small.has(other) && (isOver || refusals.has(other)))
      .filter((other) => (city.communities[other]?.grids.length ?? 0) > 0)
      .sort((left, right) => left - right);
    return subsetsOf(guests, norms.mergeMost - 1).map((some) => [host, ...some]);
  });
}

function subsetsOf(items: readonly number[], most: number): number[][] {
  if (most <= 0) return [];
  return items.flatMap((item, at) => [
    [item],
    ...subsetsOf(items.slice(at + 1), most - 1).map((rest) => [item, ...rest]),
  ]);
}

function compare(left: readonly number[], right: readonly number[]): number {
  for (const [at, value] of left.entries()) if (value !== right[at]) return value - (right[at] as number);
  return 0;
}
