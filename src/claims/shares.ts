import type { WrittenNumber } from '../model/claims.ts';
import type { Finder, Found } from './finding.ts';
import { ahead, numbersIn, type Passage } from './passage.ts';
import { against, type Interval, overlap, quotient, shown, term } from './working.ts';

/** 占X%, 占总人口的X%, 占比达X%: group 1 names the base. */
const OF = /占(?:比|比例|比重)?(?:(?:了)?([^，。；、占\d]{1,12}?)的)?(?:比例|比重)?(?:为|达到|达|是)?$/u;

/** Characters in front of a share in which its part may stand. */
const REACH = 80;

/** A占x%: held against the base that is named, else against the totals named before it. */
export const findShares: Finder = (passage, all) =>
  passage.numbers.flatMap((stated) => {
    if (stated.quantity.unit !== '%') return [];
    const before = ahead(passage.text, stated.start, REACH);
    const clause = before.slice(Math.max(...['。', '；'].map((mark) => before.lastIndexOf(mark))) + 1);
    const match = OF.exec(clause);
    const part = numbersIn(passage, { start: stated.start - clause.length, end: stated.start }).findLast(
      ({ quantity }) => quantity.unit !== '%',
    );
    if (match === null || part === undefined || part.low <= 0) return [];
    return [judged({ passage, all, part, stated }, match[1] ?? '')];
  });

interface Share {
  readonly passage: Passage;
  readonly all: readonly Passage[];
  readonly part: WrittenNumber;
  readonly stated: WrittenNumber;
}

function judged(share: Share, name: string): Found {
  const { part, stated } = share;
  const named = name === '' ? null : namedBase(share, name);
  if (named !== null) {
    const { verdict, reason } = against(quotient(part, named, 100), stated);
    return { ...found(share, named), verdict, reason };
  }
  const bases = name === '' ? basesBefore(share) : [];
  const fitting = bases.find((base) => overlap(quotient(part, base, 100), stated));
  if (fitting !== undefined) return { ...found(share, fitting), verdict: 'holds', reason: 'works-out' };
  const implied = impliedBase(part, stated);
  const last = bases[0];
  if (last === undefined)
    return { ...found(share, null), verdict: 'unchecked', reason: 'base-implied', args: { implied } };
  const sums = bases.map((base) => `${base.text}: ${shown(quotient(part, base, 100))}%`).join('; ');
  return {
    ...found(share, last),
    verdict: 'doubtful',
    reason: 'base-unsure',
    args: { bases: sums, stated: stated.text, implied },
  };
}

/** The whole that makes the share come out as written: 21449 ÷ 80.4% is 26661～26694. */
export function impliedBase(part: Interval, share: Interval): string {
  return shown({
    low: Math.ceil((part.low / share.high) * 100),
    high: Math.floor((part.high / share.low) * 100),
  });
}

function found({ part, stated }: Share, base: WrittenNumber | null): Omit<Found, 'verdict' | 'reason'> {
  const computed = base === null ? null : `${shown(quotient(part.quantity, base.quantity, 100))}%`;
  return {
    kind: 'share',
    args: { computed: computed ?? '', stated: stated.text },
    sum: base === null ? null : `${term(part)} ÷ ${term(base)} = ${computed}`,
    start: part.start,
    end: stated.end,
  };
}

const NEAR = 6;

/** The number that follows the base's name: in this paragraph before the share, else anywhere. */
function namedBase({ passage, all, part, stated }: Share, name: string): WrittenNumber | null {
  const word = name.replace(/^(?:全市|全区|全县|全部|本市|本区)/u, '');
  const fits = (one: WrittenNumber, { text }: Passage) =>
    one.quantity.unit === part.quantity.unit &&
    one.high >= part.low &&
    text.slice(Math.max(0, one.start - word.length - NEAR), one.start).includes(word);
  const here = passage.numbers.findLast((one) => one.start < stated.start && fits(one, passage));
  if (here !== undefined) return here;
  for (const other of all) {
    const there = other.numbers.find((one) => one !== part && fits(one, other));
    if (there !== undefined) return there;
  }
  return null;
}

/** Larger numbers of the same unit in this sentence and the two before it, nearest first. */
function basesBefore({ passage, part }: Share): WrittenNumber[] {
  const at = passage.sentences.findIndex(({ end }) => part.start < end);
  const start = passage.sentences[Math.max(0, at - 2)]?.start ?? 0;
  return numbersIn(passage, { start, end: part.start })
    .filter(({ quantity, low }) => quantity.unit === part.quantity.unit && low > part.high)
    .reverse();
}
