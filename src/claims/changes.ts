import type { WrittenNumber } from '../model/claims.ts';
import type { Finder, Found } from './finding.ts';
import { ahead, numbersIn, type Passage, type Sentence } from './passage.ts';
import { against, difference, type Interval, overlap, quotient, shown, term, total } from './working.ts';

const DOWN = '减少|减至|降低|下降|降|精简|压减|压缩|缩减|缩短|减|并';
const UP = '增加|提高|提升|上升|上调|扩大|增长|新增|增设|增|升|涨';
const EVEN = '调整|重新划分|划分|整合|变更|变化|优化|变|改';
/** 由140项减少到79项: what stands between the two numbers ends so. */
const BETWEEN = new RegExp(
  `^[^，。；、]{0,14}?(?:(${DOWN})|(${UP})|${EVEN})(?:到|至|为|成)[^\\d，。；]{0,4}$`,
  'u',
);
const RATE = new RegExp(
  `(?:${DOWN}|${UP}|涨幅|降幅|增幅)(?:了|率|率为|率达|幅度|幅度为|幅度达|达|达到|为)?$`,
  'u',
);
const REACH = 24;
const POINTS = '百分点';

interface Change {
  readonly from: WrittenNumber;
  readonly to: WrittenNumber;
  readonly way: 'down' | 'up' | 'even';
  readonly sentence: Sentence;
  /** Where the next change or the sentence ends. */
  readonly end: number;
}

/** 由A减少到B, with the rate or difference beside it, and what is said to have come and gone. */
export const findChanges: Finder = (passage) =>
  changesIn(passage).flatMap((change) => {
    const doubts = [...extremes(change, passage), ...coarser(change, passage)];
    const plainly = judged(change, passage);
    // What is doubtful as a whole has no rate that would say more.
    const isIdle = plainly.reason === 'no-rate' && doubts.length > 0;
    return [...doubts, ...(isIdle ? [] : [plainly]), ...steps(change, passage)];
  });

/** Every 由A到B of a passage. */
export function changesIn(passage: Passage): Change[] {
  return passage.sentences.flatMap((sentence) => {
    const numbers = numbersIn(passage, sentence);
    const pairs = numbers.flatMap((from, index) => {
      const to = numbers[index + 1];
      if (to === undefined || !isSameUnit(from, to)) return [];
      const match = BETWEEN.exec(passage.text.slice(from.end, to.start));
      if (match === null) return [];
      const way = match[1] !== undefined ? 'down' : match[2] !== undefined ? 'up' : 'even';
      return [{ from, to, way, sentence } as const];
    });
    return pairs.map((pair, index) => ({ ...pair, end: pairs[index + 1]?.from.start ?? sentence.end }));
  });
}

function isSameUnit(one: WrittenNumber, other: WrittenNumber): boolean {
  const [left, right] = [one.quantity.unit, other.quantity.unit];
  return left === right || left === '' || right === '';
}

function judged(change: Change, passage: Passage): Found {
  const { from, to, way } = change;
  const wrong = way === 'down' ? to.low >= from.high : way === 'up' ? to.high <= from.low : false;
  const base = { kind: 'change', start: from.start, end: to.end } as const;
  if (wrong) {
    const args = { from: from.text, to: to.text };
    return { ...base, verdict: 'fails', reason: 'wrong-way', args, sum: null };
  }
  const beside = besideIn(change, passage);
  if (beside !== null) return held(change, beside);
  return noRate(change);
}

/** The number that says how large the change is: behind it, or right in front. */
function besideIn({ from, to, end, sentence }: Change, passage: Passage): WrittenNumber | null {
  const behind = numbersIn(passage, { start: to.end, end })[0];
  if (behind !== undefined && behind.start - to.end <= REACH && saysRate(passage, to.end, behind))
    return behind;
  const before = numbersIn(passage, { start: sentence.start, end: from.start }).at(-1);
  const isRate = before?.quantity.unit === '%' && from.start - before.end <= REACH;
  return before !== undefined && isRate && saysRate(passage, sentence.start, before) ? before : null;
}

function saysRate({ text }: Passage, from: number, number: WrittenNumber): boolean {
  return RATE.test(ahead(text, number.start, REACH, from));
}

function held(change: Change, stated: WrittenNumber): Found {
  const { unit } = stated.quantity;
  const isRate = unit === '%' || unit === '倍';
  const computed = isRate ? rateIn(change, unit) : stepOf(change);
  if (computed === null) return { ...noRate(change), end: stated.end };
  const { verdict, reason } = against(computed, stated);
  // The sum shows the numbers as they are written; what they may have been before rounding has its say in the verdict.
  const written = { from: change.from.quantity, to: change.to.quantity };
  const value = shown((isRate ? rateIn(written, unit) : stepOf(written)) ?? computed);
  const tail = unit === '倍' || unit === POINTS ? '' : unit;
  return {
    kind: isRate ? 'rate' : 'sum',
    verdict,
    reason,
    args: { computed: `${value}${tail}`, stated: stated.text },
    sum: `${isRate ? `(${signsOf(change)}) ÷ ${term(change.from)}` : signsOf(change)} = ${value}${tail}`,
    start: Math.min(change.from.start, stated.start),
    end: Math.max(change.to.end, stated.end),
  };
}

interface Step {
  readonly from: Interval;
  readonly to: Interval;
}

function stepOf({ from, to }: Step): Interval {
  return from.high > to.high ? difference(from, to) : difference(to, from);
}

function rateIn(step: Step, unit: string): Interval | null {
  const rate = rateOf(step);
  if (rate === null || unit === '%') return rate;
  return { low: rate.low / PERCENT, high: rate.high / PERCENT };
}

const PERCENT = 100;

function signsOf({ from, to }: Change): string {
  return from.high > to.high ? `${term(from)} − ${term(to)}` : `${term(to)} − ${term(from)}`;
}

/** Per cent of the former number, above 0 whichever way it went; `null` without a base. */
function rateOf({ from, to }: Step): Interval | null {
  if (from.low <= 0) return null;
  const left = quotient(to, from, PERCENT);
  return from.high > to.high
    ? { low: PERCENT - left.high, high: PERCENT - left.low }
    : { low: left.low - PERCENT, high: left.high - PERCENT };
}

function noRate(change: Change): Found {
  const { from, to } = change;
  const rate = rateOf({ from: from.quantity, to: to.quantity });
  const sum = rate === null ? null : `(${signsOf(change)}) ÷ ${term(from)} = ${shown(rate)}%`;
  return {
    kind: 'change',
    verdict: 'unchecked',
    reason: 'no-rate',
    args: {},
    sum,
    start: from.start,
    end: to.end,
  };
}

/** 最高薪酬从3级提高到12级: two tops, of which nobody says that they are one person's. */
function extremes({ from, to }: Change, { text }: Passage): Found[] {
  const clause =
    text
      .slice(0, from.start)
      .split(/[，。；：]/u)
      .at(-1) ?? '';
  const word = /最(?:高|低|大|小|多|少|好)/u.exec(clause)?.[0];
  if (word === undefined) return [];
  const start = from.start - clause.length;
  return [
    {
      kind: 'change',
      verdict: 'doubtful',
      reason: 'extremes',
      args: { word },
      sum: null,
      start,
      end: to.end,
    },
  ];
}

const FINER = /精细|精准|细化|缩小/u;
const MANAGED = /网格|社区|居委会|小区/u;

/** Fewer grids are larger ones, whatever is said of finer management. */
function coarser(change: Change, { text, sentences }: Passage): Found[] {
  const { from, to, sentence } = change;
  const near = sentences.filter(({ start }) => start >= sentence.start).slice(0, 2);
  const words = FINER.exec(text.slice(sentence.start, near.at(-1)?.end))?.[0];
  const thing = MANAGED.exec(text.slice(from.end, to.start))?.[0];
  if (from.low <= to.high || words === undefined || thing === undefined || to.low <= 0) return [];
  const larger = quotient(from, to, 100);
  const grown = { low: larger.low - 100, high: larger.high - 100 };
  return [
    {
      kind: 'change',
      verdict: 'doubtful',
      reason: 'coarser',
      args: { thing, grown: `${shown(grown)}%`, words },
      sum: `${term(from)} ÷ ${term(to)} − 1 = ${shown(grown)}%`,
      start: from.start,
      end: to.end,
    },
  ];
}

const COMING = /(?:新增|增设|增加|新设|新建)(?:了)?$/u;
const GOING = /(?:撤并|撤销|核减|取消|减少|撤)(?:了)?$/u;

/** 新增54个、撤并2个 … 398个增加到450个. */
function steps({ from, to, sentence }: Change, passage: Passage): Found[] {
  const earlier = numbersIn(passage, { start: sentence.start, end: from.start }).filter((one) =>
    isSameUnit(one, from),
  );
  const before = (one: WrittenNumber) => ahead(passage.text, one.start, REACH, sentence.start);
  const coming = earlier.filter((one) => COMING.test(before(one)));
  const going = earlier.filter((one) => GOING.test(before(one)));
  const first = [...coming, ...going].sort((left, right) => left.start - right.start)[0];
  if (first === undefined) return [];
  const computed = difference(total([from, ...coming]), total(going));
  const signs = [...coming.map((one) => ` + ${term(one)}`), ...going.map((one) => ` − ${term(one)}`)].join(
    '',
  );
  const agrees = overlap(computed, to);
  return [
    {
      kind: 'sum',
      verdict: agrees ? 'holds' : 'doubtful',
      reason: agrees ? 'works-out' : 'steps-differ',
      args: { computed: shown(computed), stated: to.text },
      sum: `${term(from)}${signs} = ${shown(computed)}`,
      start: first.start,
      end: to.end,
    },
  ];
}
