import { sum } from './graph.ts';

/**
 * Joins under-size communities with neighbours so that as many as possible come into the range, and of those
 * choices the one in which the fewest households get a new community. Exact: every group that may be formed is
 * listed, and the best disjoint choice of groups is found by trying all that can still win.
 */

export interface MergeRequest {
  readonly households: readonly number[];
  /** For each community those it touches along a crossable border, in ascending order. */
  readonly neighbours: readonly (readonly number[])[];
  /** Communities that are to be joined if they can. */
  readonly small: readonly boolean[];
  /** Communities that must stay as they are. */
  readonly locked: readonly boolean[];
  /** Households of a joined community, both ends inside. */
  readonly min: number;
  readonly max: number;
  /** Communities in one group at most. */
  readonly most: number;
}

/** Communities that become one, in ascending order; the largest of them gives the name. */
export interface MergeGroup {
  readonly members: readonly number[];
  readonly households: number;
  /** Households of all members but the largest. */
  readonly renamed: number;
}

/** Groups in the order of their first members. Small communities in none of them could not be joined. */
export function mergeCommunities(request: MergeRequest): readonly MergeGroup[] {
  const clusters = clustersOf(possibleGroups(request));
  return clusters
    .flatMap((groups) => bestChoice(groups, request.small))
    .sort((left, right) => (left.members[0] as number) - (right.members[0] as number));
}

/** Every connected group that holds a small community, breaks no lock and comes into the range. */
export function possibleGroups(request: MergeRequest): readonly MergeGroup[] {
  const { households, neighbours, small, locked, min, max, most } = request;
  const found = new Map<string, MergeGroup>();
  const seen = new Set<string>();
  const grow = (members: readonly number[], total: number): void => {
    const key = members.join();
    if (seen.has(key)) return;
    seen.add(key);
    if (members.length > 1 && total >= min) {
      const largest = Math.max(...members.map((member) => households[member] as number));
      found.set(key, { members, households: total, renamed: total - largest });
    }
    if (members.length === most) return;
    for (const next of new Set(members.flatMap((member) => neighbours[member] ?? []))) {
      const joined = total + (households[next] as number);
      if (locked[next] || members.includes(next) || joined > max) continue;
      grow(
        [...members, next].sort((left, right) => left - right),
        joined,
      );
    }
  };
  for (const [community, isSmall] of small.entries()) {
    if (isSmall && !locked[community]) grow([community], households[community] as number);
  }
  return [...found.values()].sort((left, right) => compare(left.members, right.members));
}

/** Groups that share a community, directly or over others, are decided together. */
function clustersOf(groups: readonly MergeGroup[]): readonly (readonly MergeGroup[])[] {
  let clusters: { members: Set<number>; groups: MergeGroup[] }[] = [];
  for (const group of groups) {
    const touching = clusters.filter(({ members }) => group.members.some((member) => members.has(member)));
    const merged = { members: new Set(group.members), groups: [] as MergeGroup[] };
    for (const cluster of touching) {
      for (const member of cluster.members) merged.members.add(member);
      merged.groups.push(...cluster.groups);
    }
    merged.groups.push(group);
    clusters = [...clusters.filter((cluster) => !touching.includes(cluster)), merged];
  }
  return clusters.map((cluster) => cluster.groups);
}

interface Choice {
  readonly groups: readonly MergeGroup[];
  readonly solved: number;
  readonly renamed: number;
}

function bestChoice(groups: readonly MergeGroup[], small: readonly boolean[]): readonly MergeGroup[] {
  const smallIn = ({ members }: MergeGroup) => members.filter((member) => small[member]);
  const wanted = [...new Set(groups.flatMap(smallIn))].sort((left, right) => left - right);
  let best: Choice = { groups: [], solved: 0, renamed: 0 };
  // Each small community in turn: left alone, or joined by one of its groups.
  const decide = (at: number, taken: ReadonlySet<number>, choice: Choice, open: number): void => {
    if (choice.solved + open < best.solved) return;
    const community = wanted[at];
    if (community === undefined) {
      if (isBetter(choice, best)) best = choice;
      return;
    }
    const isOpen = !taken.has(community);
    if (isOpen) {
      for (const group of groups) {
        if (!group.members.includes(community) || group.members.some((member) => taken.has(member))) continue;
        const solved = smallIn(group).length;
        decide(
          at + 1,
          new Set([...taken, ...group.members]),
          {
            groups: [...choice.groups, group],
            solved: choice.solved + solved,
            renamed: choice.renamed + group.renamed,
          },
          open - solved,
        );
      }
    }
    decide(at + 1, isOpen ? new Set([...taken, community]) : taken, choice, isOpen ? open - 1 : open);
  };
  decide(0, new Set(), { groups: [], solved: 0, renamed: 0 }, wanted.length);
  return best.groups;
}

function isBetter(left: Choice, right: Choice): boolean {
  if (left.solved !== right.solved) return left.solved > right.solved;
  if (left.renamed !== right.renamed) return left.renamed < right.renamed;
  return left.groups.length > right.groups.length;
}

function compare(left: readonly number[], right: readonly number[]): number {
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const difference = (left[at] as number) - (right[at] as number);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Why a small community was joined with nobody: what it would come to with each neighbour. */
export interface MergeRefusal {
  readonly community: number;
  readonly totals: readonly {
    readonly neighbour: number;
    readonly households: number;
    readonly locked: boolean;
  }[];
}

export function refusalOf(community: number, request: MergeRequest): MergeRefusal {
  const { households, neighbours, locked } = request;
  return {
    community,
    totals: (neighbours[community] ?? []).map((neighbour) => ({
      neighbour,
      households: sum([households[community] as number, households[neighbour] as number]),
      locked: locked[neighbour] === true,
    })),
  };
}
