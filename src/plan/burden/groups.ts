import type { Compared, Link } from './align.ts';
import type { Edge } from './assignment.ts';
import type { Essence } from './essence.ts';
import type { Comparison } from './likeness.ts';

/** This share of a part has to be found in the whole. */
const PART = 0.8;
/** Together the parts have to say this share of the whole; */
const TOGETHER = 0.65;
/** and each has to add this share of its characters, light ones too: 宣传 and 督导 may be all that tells two parts apart. */
const ADDS = 0.08;
/** A part is taken out of a pair of its own only where it fits the whole by so much better. */
const BETTER = 0.1;

interface Essences {
  readonly before: readonly Essence[];
  readonly after: readonly Essence[];
}

/** A whole of one version with its parts in the other. */
interface Whole {
  readonly side: 'before' | 'after';
  readonly whole: number;
  readonly parts: readonly number[];
  readonly score: number;
}

/**
 * Finds items that were joined (n→1) or split (1→n): the parts are contained in the whole, and together they say nearly
 * all of it. `loose` are the pairs that remain.
 */
export function groupsOf(
  compared: readonly Compared[],
  pairs: readonly Edge[],
  essences: Essences,
  comparison: Comparison,
): { groups: Link[]; loose: readonly Edge[] } {
  const partner = {
    before: new Map(pairs.map((pair) => [pair.before, pair])),
    after: new Map(pairs.map((pair) => [pair.after, pair])),
  };
  const wholes = (['after', 'before'] as const)
    .flatMap((side) => wholesOn(side, compared, partner, essences, comparison))
    .sort(
      (left, right) =>
        right.score - left.score || left.whole - right.whole || (left.side < right.side ? -1 : 1),
    );
  const taken = { before: new Set<number>(), after: new Set<number>() };
  const groups = wholes.flatMap(({ side, whole, parts, score }): Link[] => {
    const other = side === 'after' ? 'before' : 'after';
    if (taken[side].has(whole) || parts.some((part) => taken[other].has(part))) return [];
    taken[side].add(whole);
    for (const part of parts) taken[other].add(part);
    const ends = side === 'after' ? { before: parts, after: [whole] } : { before: [whole], after: parts };
    return [{ ...ends, score, reason: 'parts', certain: true }];
  });
  return {
    groups,
    loose: pairs.filter(({ before, after }) => !taken.before.has(before) && !taken.after.has(after)),
  };
}

function wholesOn(
  side: Whole['side'],
  compared: readonly Compared[],
  partner: Readonly<Record<Whole['side'], ReadonlyMap<number, Edge>>>,
  essences: Essences,
  comparison: Comparison,
): Whole[] {
  const other = side === 'after' ? 'before' : 'after';
  const parts = new Map<number, number[]>();
  for (const pair of compared) {
    const [whole, part] = [pair[side], pair[other]];
    const own = partner[other].get(part);
    const isPartner = own?.[side] === whole;
    // A part that is the whole said otherwise is its partner, and no part of it.
    if (!isPartner && pair.likeness[other] < PART) continue;
    if (!isPartner && own !== undefined && pair.score < own.score + BETTER) continue;
    const known = parts.get(whole);
    if (known === undefined) parts.set(whole, [part]);
    else known.push(part);
  }
  return [...parts].flatMap(([whole, candidates]) => {
    const essence = essences[side][whole];
    if (essence === undefined || candidates.length < 2) return [];
    const first = partner[side].get(whole)?.[other];
    const chosen = cover(
      essence,
      candidates.map((part) => ({
        part,
        marks: comparison.marks(essence, [essences[other][part] ?? essence]),
        isFirst: part === first,
      })),
    );
    return chosen.parts.length < 2 || chosen.share < TOGETHER
      ? []
      : [{ side, whole, parts: chosen.parts.sort((left, right) => left - right), score: chosen.share }];
  });
}

interface Candidate {
  readonly part: number;
  readonly marks: Uint8Array;
  readonly isFirst: boolean;
}

/** Takes the part that adds most, again and again, its partner before all others. */
function cover(essence: Essence, candidates: readonly Candidate[]): { parts: number[]; share: number } {
  const covered = new Uint8Array(essence.weights.length);
  const added = ({ marks }: Candidate) =>
    marks.reduce((sum, mark, at) => sum + (mark === 1 && covered[at] === 0 ? 1 : 0), 0);
  const parts: number[] = [];
  let share = 0;
  for (let left = [...candidates]; left.length > 0; ) {
    const best = left.reduce((one, other) =>
      one.isFirst || (!other.isFirst && added(one) >= added(other)) ? one : other,
    );
    const gain = added(best) / covered.length;
    if (gain < ADDS) break;
    parts.push(best.part);
    share += gain;
    for (const [at, mark] of best.marks.entries()) if (mark === 1) covered[at] = 1;
    left = left.filter((candidate) => candidate !== best);
  }
  return { parts, share };
}
