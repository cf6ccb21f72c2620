import type { ClaimReason, Verdict } from '../model/claims.ts';
import { chineseNumber } from '../records/numerals.ts';
import { toQuantity } from '../records/quantity.ts';
import type { Finder, Found } from './finding.ts';
import type { Passage } from './passage.ts';
import { type Interval, overlap, shown } from './working.ts';

const NUMERALS = '[一二两三四五六七八九十]{1,3}|\\d{1,3}';
const RUNNING = new RegExp(`(\\d{4})年?[—~-](\\d{4})年[^。]{0,30}?连续(${NUMERALS})年`, 'gu');

/** 2020~2023年…连续四年. */
export const findRuns: Finder = ({ text }) =>
  [...text.matchAll(RUNNING)].map((match): Found => {
    const [whole, from = '', to = '', years = ''] = match;
    const [computed, stated] = [Number(to) - Number(from) + 1, numberOf(years)];
    const isRight = computed === stated;
    return span(match.index, whole, isRight ? 'holds' : 'fails', isRight ? 'works-out' : 'differs', {
      computed,
      stated,
      sum: `${to} − ${from} + 1 = ${computed}`,
    });
  });

function numberOf(text: string): number {
  return /\d/.test(text) ? Number(text) : (chineseNumber(text) ?? 0);
}

interface Worked {
  readonly computed: number | string;
  readonly stated: number | string;
  readonly sum: string;
}

function span(
  start: number,
  quote: string,
  verdict: Verdict,
  reason: ClaimReason,
  { computed, stated, sum }: Worked,
): Found {
  return { kind: 'span', verdict, reason, args: { computed, stated }, sum, start, end: start + quote.length };
}

const MONTHS_A_YEAR = 12;
const MONTHS_A_QUARTER = 3;
const PERIOD = '(\\d{4})年(?:第?([一二三四])季度|(\\d{1,2})月(?:\\d{1,2}日)?|([上下])半年)?';
const PHASE = new RegExp(`阶段（${PERIOD}(?:底|初)?(?:[—~至到-]${PERIOD}(?:底|初)?)?）`, 'u');

interface Phase {
  readonly passage: Passage;
  readonly start: number;
  readonly quote: string;
  /** Months since the year 0, both included. */
  readonly months: Interval;
}

const known = new WeakMap<readonly Passage[], readonly Phase[]>();

/** The phases of a draft, read once: every passage asks for them. */
function phasesOf(all: readonly Passage[]): readonly Phase[] {
  const phases = known.get(all) ?? readPhases(all);
  known.set(all, phases);
  return phases;
}

function readPhases(all: readonly Passage[]): Phase[] {
  return all.flatMap((passage) => {
    const match = PHASE.exec(passage.text);
    if (match === null) return [];
    const [quote, ...groups] = match;
    const from = monthsOf(groups.slice(0, 4));
    const to = groups[4] === undefined ? from : monthsOf(groups.slice(4));
    return [{ passage, start: match.index, quote, months: { low: from.low, high: to.high } }];
  });
}

function monthsOf([year, quarter, month, half]: readonly (string | undefined)[]): Interval {
  const first = Number(year) * MONTHS_A_YEAR;
  if (quarter !== undefined) {
    const low = first + (numberOf(quarter) - 1) * MONTHS_A_QUARTER;
    return { low, high: low + MONTHS_A_QUARTER - 1 };
  }
  if (month !== undefined) return { low: first + Number(month) - 1, high: first + Number(month) - 1 };
  if (half !== undefined)
    return half === '上' ? { low: first, high: first + 5 } : { low: first + 6, high: first + 11 };
  return { low: first, high: first + MONTHS_A_YEAR - 1 };
}

/** Phases one after another, and none begins before the one before it has ended. */
export const findPhases: Finder = (passage, all) => {
  const phases = phasesOf(all);
  return phases.flatMap((phase, index): Found[] => {
    const before = phases[index - 1];
    if (phase.passage !== passage || before === undefined || phase.months.low > before.months.high) return [];
    const both = before.months.high - phase.months.low + 1;
    const args = { months: both, before: before.quote };
    const end = phase.start + phase.quote.length;
    return [
      { kind: 'span', verdict: 'doubtful', reason: 'overlap', args, sum: null, start: phase.start, end },
    ];
  });
};

const CYCLE = new RegExp(`(?:周期|实验期|试点期|建设期)(?:为|是|共)?(${NUMERALS})(个月|年)`, 'gu');

/** 周期为两年, and phases that take three. */
export const findCycles: Finder = (passage, all) => {
  const phases = phasesOf(all);
  const [first, last] = [phases[0], phases.at(-1)];
  if (first === undefined || last === undefined || phases.length < 2) return [];
  const months = last.months.high - first.months.low + 1;
  return [...passage.text.matchAll(CYCLE)].map((match): Found => {
    const stated = numberOf(match[1] ?? '') * (match[2] === '年' ? MONTHS_A_YEAR : 1);
    const isRight = months === stated;
    return span(
      match.index,
      match[0],
      isRight ? 'holds' : 'doubtful',
      isRight ? 'works-out' : 'months-differ',
      {
        computed: months,
        stated,
        sum: `${day(first.months.low)}～${day(last.months.high)}: ${months}`,
      },
    );
  });
};

function day(months: number): string {
  return `${Math.floor(months / MONTHS_A_YEAR)}-${String((months % MONTHS_A_YEAR) + 1).padStart(2, '0')}`;
}

const WORK = '试点|改革|实验|探索|实践|建设';
const LASTED = new RegExp(`((?:将近|近|约)?(?:${NUMERALS})年多?)的[^，。；]{0,4}?(${WORK})`, 'gu');
const BEGAN = /(\d{4})年(\d{1,2})月[^。]{0,60}?(?:启动|开始|实施)/u;
const DATED = /(?<!\d)(\d{4})(?:-|年)(\d{1,2})(?:-|月)(\d{1,2})/u;
/** Lines at either end of a draft in which its day stands. */
const EDGE = 5;
const HALF_A_YEAR = 6;

/** 近两年的改革试点, begun in one month and told in another. */
export const findDurations: Finder = (passage, all) =>
  [...passage.text.matchAll(LASTED)].flatMap((match): Found[] => {
    const [quote, length = '', work = ''] = match;
    const [began, told] = [beginningOf(work, all), dayOf(all)];
    const quantity = toQuantity({ raw: length, text: length });
    if (began === null || told === null || told <= began || quantity === null) return [];
    const slack = quantity.hedge === null ? HALF_A_YEAR : 1;
    const stated = { low: quantity.low * MONTHS_A_YEAR - slack, high: quantity.high * MONTHS_A_YEAR + slack };
    const computed = told - began;
    const isRight = overlap({ low: computed, high: computed }, stated);
    return [
      span(match.index, quote, isRight ? 'holds' : 'doubtful', isRight ? 'works-out' : 'months-differ', {
        computed,
        stated: shown({ low: quantity.low * MONTHS_A_YEAR, high: quantity.high * MONTHS_A_YEAR }),
        sum: `${day(began)}～${day(told)}: ${computed}`,
      }),
    ];
  });

function beginningOf(work: string, all: readonly Passage[]): number | null {
  for (const { text, sentences } of all) {
    for (const { start, end } of sentences) {
      const sentence = text.slice(start, end);
      const match = BEGAN.exec(sentence);
      if (match !== null && sentence.includes(work))
        return Number(match[1]) * MONTHS_A_YEAR + Number(match[2]) - 1;
    }
  }
  return null;
}

function dayOf(all: readonly Passage[]): number | null {
  for (const { text } of [...all.slice(0, EDGE), ...all.slice(-EDGE)]) {
    const match = DATED.exec(text);
    if (match !== null && text.length <= LONGEST_LINE)
      return Number(match[1]) * MONTHS_A_YEAR + Number(match[2]) - 1;
  }
  return null;
}

/** A line that says when, where and by whom is no sentence of the text. */
const LONGEST_LINE = 60;
