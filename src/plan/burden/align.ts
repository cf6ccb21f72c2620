import type { ListedItem, PairDecision } from '../../model/burden.ts';
import { assign, type Edge } from './assignment.ts';
import { candidatesOf } from './candidates.ts';
import type { EssenceReader } from './essence.ts';
import { groupsOf } from './groups.ts';
import { Comparison, type Likeness, scoreOf } from './likeness.ts';
import { sameTexts } from './same-texts.ts';

/** Items of two versions that belong together, by their places. */
export interface Link {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly score: number;
  readonly reason: 'same-text' | 'same-content' | 'alike' | 'parts' | 'duplicate' | 'reviewed';
  readonly certain: boolean;
}

/** From here on two items are the same duty for certain; see bench/README.md for how often that is right. */
export const SURE = 0.4;
/** Below this nothing is even likely; between the two a person decides. */
export const LIKELY = 0.35;

/** Two items that were compared. `score` is the likeness with what list, department and basis add to it. */
export interface Compared extends Edge {
  readonly likeness: Likeness;
}

/** Pairs the items of two versions: the same texts first, then what is most alike, then what was joined or split. */
export function align(
  before: readonly ListedItem[],
  after: readonly ListedItem[],
  reader: EssenceReader,
  decisions: readonly PairDecision[] = [],
): Link[] {
  const decided = decidedPairs(before, after, decisions);
  const same = sameTexts(before, after, decided.links);
  const links: Link[] = [...decided.links, ...same];
  const rest = {
    before: leftOver(
      before.length,
      links.flatMap((link) => link.before),
    ),
    after: leftOver(
      after.length,
      links.flatMap((link) => link.after),
    ),
  };
  const essences = {
    before: rest.before.map((index) => reader.read(before[index]?.key ?? '')),
    after: rest.after.map((index) => reader.read(after[index]?.key ?? '')),
  };
  const comparison = new Comparison(reader.pairCount);
  const compared = candidatesOf(essences.before, essences.after, reader.pairCount).flatMap((others, left) =>
    others.flatMap((right): Compared[] => {
      const [one, other] = [before[rest.before[left] ?? -1], after[rest.after[right] ?? -1]];
      const [essence, otherEssence] = [essences.before[left], essences.after[right]];
      if (!one || !other || !essence || !otherEssence || decided.isRefused(one, other)) return [];
      const likeness = comparison.of(essence, otherEssence);
      return [
        { before: left, after: right, likeness, score: bounded(scoreOf(likeness) + support(one, other)) },
      ];
    }),
  );
  const pairs = assign(compared.filter(({ score }) => score >= LIKELY));
  const { groups, loose } = groupsOf(compared, pairs, essences, comparison);
  const outer = (link: Link): Link => ({
    ...link,
    before: link.before.map((index) => rest.before[index] ?? -1),
    after: link.after.map((index) => rest.after[index] ?? -1),
  });
  const single = loose.map(({ before: left, after: right, score }): Link => {
    const isSame = essences.before[left]?.text === essences.after[right]?.text;
    const reason = isSame ? 'same-content' : 'alike';
    return {
      before: [left],
      after: [right],
      score: isSame ? 1 : score,
      reason,
      certain: isSame || score >= SURE,
    };
  });
  return [...links, ...[...groups, ...single].map(outer)];
}

/** What stands beside the text says little by itself, and tips the scales between equals. */
function support(before: ListedItem, after: ListedItem): number {
  const agreement = (left: string, right: string, gain: number, loss: number) =>
    left === '' || right === '' ? 0 : left === right ? gain : -loss;
  return (
    agreement(before.list ?? '', after.list ?? '', 0.02, 0.04) +
    agreement(before.department, after.department, 0.02, 0.02) +
    agreement(before.basis, after.basis, 0.03, 0)
  );
}

function bounded(score: number): number {
  return Math.min(1, Math.max(0, score));
}

function leftOver(length: number, taken: readonly number[]): number[] {
  const isTaken = new Set(taken);
  return Array.from({ length }, (_, index) => index).filter((index) => !isTaken.has(index));
}

/** What a person has decided before: such pairs are made or barred wherever both texts stand. */
function decidedPairs(
  before: readonly ListedItem[],
  after: readonly ListedItem[],
  decisions: readonly PairDecision[],
): { links: Link[]; isRefused: (one: ListedItem, other: ListedItem) => boolean } {
  const refused = new Set(
    decisions.filter(({ same }) => !same).map((pair) => pairKey(pair.before, pair.after)),
  );
  const links = joinedDecisions(
    before,
    after,
    decisions.filter(({ same }) => same),
  );
  return { links, isRefused: (one, other) => refused.has(pairKey(one.key, other.key)) };
}

function pairKey(before: string, after: string): string {
  return `${before}\n${after}`;
}

/** Decisions that share an item are one link: three items that were joined are three pairs. */
function joinedDecisions(
  before: readonly ListedItem[],
  after: readonly ListedItem[],
  decisions: readonly PairDecision[],
): Link[] {
  let groups: { before: Set<number>; after: Set<number> }[] = [];
  const places = { before: firstPlaces(before), after: firstPlaces(after) };
  for (const decision of decisions) {
    const [left, right] = [places.before.get(decision.before), places.after.get(decision.after)];
    if (left === undefined || right === undefined) continue;
    const touched = groups.filter((group) => group.before.has(left) || group.after.has(right));
    const joined = {
      before: new Set([left, ...touched.flatMap((group) => [...group.before])]),
      after: new Set([right, ...touched.flatMap((group) => [...group.after])]),
    };
    groups = [...groups.filter((group) => !touched.includes(group)), joined];
  }
  return groups.map((group) => ({
    before: [...group.before].sort((left, right) => left - right),
    after: [...group.after].sort((left, right) => left - right),
    score: 1,
    reason: 'reviewed',
    certain: true,
  }));
}

function firstPlaces(items: readonly ListedItem[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [index, { key }] of items.entries()) if (!places.has(key)) places.set(key, index);
  return places;
}
