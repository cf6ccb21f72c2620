import type { Claim, CountedData, TextDocument } from '../model/claims.ts';
import type { Vocabulary } from '../model/policy.ts';
import { findChanges } from './changes.ts';
import { findEnumerations } from './enumerations.ts';
import { claimOf, type Finder, type Found } from './finding.ts';
import { listFinder } from './lists.ts';
import { findNotations } from './notations.ts';
import { type Passage, passagesOf } from './passage.ts';
import { findMultiples, findPerHead, findRatios } from './per-head.ts';
import { findGaps, findPerUnit, findReversed } from './ranges.ts';
import { findShares } from './shares.ts';
import { findCycles, findDurations, findPhases, findRuns } from './spans.ts';
import { findComparisons, findEquations, findParts } from './sums.ts';
import { unitFinder } from './units-counted.ts';

const FINDERS: readonly Finder[] = [
  findComparisons,
  findChanges,
  findShares,
  findEquations,
  findParts,
  findPerHead,
  findRatios,
  findMultiples,
  findEnumerations,
  findNotations,
  findReversed,
  findGaps,
  findPerUnit,
  findRuns,
  findPhases,
  findCycles,
  findDurations,
];

/** The claims of a draft in the order they stand, each with what came of it. `data` is what else is known. */
export function findClaims(
  { paragraphs }: TextDocument,
  vocabulary: Vocabulary,
  data: readonly CountedData[] = [],
): Claim[] {
  const passages = passagesOf(paragraphs);
  const finders = [
    ...FINDERS,
    listFinder(vocabulary, data),
    ...(data.length === 0 ? [] : [unitFinder(data)]),
  ];
  return passages.flatMap((passage) => {
    const found = finders.flatMap((find) => find(passage, passages));
    const all = withoutRepeats([...found, ...alone(passage, found)]);
    return all.sort(inOrder).map((one) => claimOf(one, passage));
  });
}

/** A percentage that nothing else spoke of cannot be checked, and is told all the same. */
function alone(passage: Passage, found: readonly Found[]): Found[] {
  return passage.numbers
    .filter(({ quantity }) => quantity.unit === '%')
    .filter(({ start, end }) => !found.some((one) => one.start <= start && one.end >= end))
    .map(({ start, end }): Found => {
      const clause =
        passage.text
          .slice(0, start)
          .split(/[，。；：]/u)
          .at(-1) ?? '';
      const rest = /^[^，。；：]{0,16}/u.exec(passage.text.slice(end))?.[0] ?? '';
      const place = { start: start - clause.length, end: end + rest.length };
      return { kind: 'share', verdict: 'unchecked', reason: 'no-base', args: {}, sum: null, ...place };
    });
}

/** Two ways of finding that come upon the same words and say the same. */
function withoutRepeats(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ kind, reason, verdict, end, args }) => {
    const key = [kind, reason, verdict, end, args.stated ?? ''].join('\n');
    return !seen.has(key) && seen.add(key);
  });
}

function inOrder(left: Found, right: Found): number {
  return left.start - right.start || left.end - right.end;
}
