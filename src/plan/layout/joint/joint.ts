import type { Limits } from '../limits.ts';
import type { Area } from './area.ts';
import { type Assignment, searchSkeleton } from './search.ts';
import { isHopeless, type Skeleton, skeletonsOf } from './skeletons.ts';

/** The best plan found for an area, with what is known of all others. */
export interface AreaPlan {
  readonly skeleton: Skeleton;
  readonly labels: readonly number[];
  /** Households that change community, with what new and abolished communities count for. */
  readonly price: number;
  /** No plan that leaves as few out of the range is cheaper. */
  readonly bound: number;
  /** No plan leaves fewer communities out of the range. */
  readonly leftBound: number;
  /** Of each community that is left whether that is proved of it by itself. */
  readonly isHopeless: readonly boolean[];
}

/** Skeletons searched once there is a plan, and without one. */
const [MOST, MOST_WITHOUT] = [6, 40];

export function planArea(area: Area, { steps, gap }: Limits): AreaPlan {
  let first: Skeleton | null = null;
  let best: { readonly skeleton: Skeleton; readonly found: Assignment } | null = null;
  let tried = 0;
  for (const skeleton of skeletonsOf(area)) {
    first ??= skeleton;
    if (best !== null && (tried >= MOST || !canBeat(skeleton, best) || isNear(best, first, gap))) break;
    if (tried++ >= MOST_WITHOUT) break;
    const found = searchSkeleton(area, skeleton, steps);
    if (found !== null && (best === null || found.cost < best.found.cost)) best = { skeleton, found };
  }
  const { skeleton, found } = best ?? asItIs(area);
  const isProvedCount = first !== null && first.leftCount === skeleton.leftCount;
  return {
    skeleton,
    labels: found.labels,
    price: found.cost,
    bound: isProvedCount ? Math.min(found.cost, (first as Skeleton).bound) : 0,
    leftBound: first?.leftCount ?? 0,
    isHopeless: skeleton.left.map((isLeft, at) => isLeft && isHopeless(area, at)),
  };
}

type Found = { readonly skeleton: Skeleton; readonly found: Assignment };

function canBeat(skeleton: Skeleton, best: Found): boolean {
  return skeleton.leftCount === best.skeleton.leftCount && skeleton.bound < best.found.cost;
}

function isNear({ skeleton, found }: Found, first: Skeleton, gap: number): boolean {
  return skeleton.leftCount === first.leftCount && found.cost <= first.bound * (1 + gap / 100);
}

/** Nothing is touched, whatever is out of the range. */
function asItIs({ communities, classes, home }: Area): Found {
  const left = communities.map((_, at) => classes[at] === 'over' || classes[at] === 'under');
  const leftCount = left.filter((isLeft) => isLeft).length;
  const none = communities.map(() => false);
  const skeleton = { added: communities.map(() => 0), abolished: none, left, leftCount, bound: 0 };
  return { skeleton, found: { labels: home, cost: 0 } };
}
