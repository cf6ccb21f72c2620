import type { LayoutCity, LayoutDecision, LayoutNorms, SizeClass } from '../../model/layout.ts';
import { type MergeRequest, mergeCommunities, possibleGroups, refusalOf } from './merge.ts';

type Reason = LayoutDecision['reason'];

/** Communities of one subdistrict that become one; `keeper` gives the name. */
export interface Joining {
  readonly keeper: number;
  readonly members: readonly number[];
  readonly households: number;
}

export interface Joined {
  readonly joinings: readonly Joining[];
  /** Why an under-size community was joined with none, by its index. */
  readonly refusals: ReadonlyMap<number, Reason>;
  /** Under-size communities that may be joined or cut anew. */
  readonly small: ReadonlySet<number>;
}

/** Joins the under-size communities of one subdistrict as far as it goes. `members`: indices of its communities; `taken`: those decided otherwise. */
export function joinSubdistrict(
  members: readonly number[],
  beside: ReadonlyMap<number, ReadonlySet<number>>,
  classes: readonly SizeClass[],
  city: LayoutCity,
  norms: LayoutNorms,
  taken: ReadonlySet<number>,
): Joined {
  const request = requestOf(members, beside, classes, city, norms, taken);
  const groups = mergeCommunities(request);
  const joined = new Set(groups.flatMap((group) => group.members));
  const possible = new Set(possibleGroups(request).flatMap((group) => group.members));
  const refusals = new Map<number, Reason>();
  for (const [at, community] of members.entries()) {
    if (request.small[at] && !joined.has(at))
      refusals.set(community, reasonFor(at, members, possible.has(at), request, city));
  }
  return {
    joinings: groups.map((group) => {
      const all = group.members.map((at) => members[at] as number);
      const weightOf = (community: number) => city.communities[community]?.households ?? 0;
      const keeper = all.reduce((best, other) => (weightOf(other) > weightOf(best) ? other : best));
      return { keeper, members: all, households: group.households };
    }),
    refusals,
    small: new Set(members.filter((_, at) => request.small[at])),
  };
}

function requestOf(
  members: readonly number[],
  beside: ReadonlyMap<number, ReadonlySet<number>>,
  classes: readonly SizeClass[],
  { communities }: LayoutCity,
  { low, high, mergeMost }: LayoutNorms,
  taken: ReadonlySet<number>,
): MergeRequest {
  const placeOf = new Map(members.map((community, at) => [community, at]));
  const neighbours = members.map((community) =>
    [...(beside.get(community) ?? [])]
      .flatMap((other) => placeOf.get(other) ?? [])
      .sort((left, right) => left - right),
  );
  // Over-size communities are divided by themselves; what nobody may touch or knows the size of is no partner.
  const locked = members.map((community) => {
    const { isLocked, isComplete, households } = communities[community] as LayoutCity['communities'][number];
    const isOut = isLocked || !isComplete || households === null || classes[community] === 'over';
    return isOut || taken.has(community);
  });
  return {
    households: members.map((community) => communities[community]?.households ?? 0),
    neighbours,
    small: members.map(
      (community, at) =>
        classes[community] === 'under' && !locked[at] && communities[community]?.isMergeable !== false,
    ),
    locked,
    min: low,
    max: high,
    most: mergeMost,
  };
}

function reasonFor(
  at: number,
  members: readonly number[],
  isPossible: boolean,
  request: MergeRequest,
  { communities }: LayoutCity,
): Reason {
  const { totals } = refusalOf(at, request);
  const nameOf = (neighbour: number) => communities[members[neighbour] as number]?.name ?? '';
  const shown = totals.map(({ neighbour, households }) => `${nameOf(neighbour)} ${households}`).join('、');
  const args = { low: request.min, high: request.max, totals: shown };
  if (totals.length === 0) return { id: 'no-partner', args: {} };
  if (isPossible) return { id: 'partners-taken', args };
  const isFull = totals.every(({ households, locked }) => locked || households > request.max);
  return { id: isFull ? 'partners-too-large' : 'partners-too-small', args };
}
