import type { WrittenNumber } from '../model/claims.ts';
import type { Finder, Found } from './finding.ts';
import { ahead, numbersIn, type Passage } from './passage.ts';
import { against, difference, overlap, quotient, shown, term, total } from './working.ts';

const WRITTEN_OUT =
  /(?<![\d.])(\d{1,12}(?:\.\d{1,6})?(?:[+−-]\d{1,12}(?:\.\d{1,6})?){1,30})=(\d+(?:\.\d+)?)/gu;

/** 18+61=79, as it is written out. */
export const findEquations: Finder = ({ text }) =>
  [...text.matchAll(WRITTEN_OUT)].map((match): Found => {
    const [whole, terms = '', result = ''] = match;
    const steps = terms.replaceAll('−', '-').match(/[+-]?\d+(?:\.\d+)?/g) ?? [];
    const computed = steps.reduce((sum, step) => sum + Number(step), 0);
    const isRight = Math.abs(computed - Number(result)) < TINY;
    return {
      kind: 'sum',
      verdict: isRight ? 'holds' : 'fails',
      reason: isRight ? 'works-out' : 'differs',
      args: { computed: shown({ low: computed, high: computed }), stated: result },
      sum: `${terms} = ${shown({ low: computed, high: computed })}`,
      start: match.index,
      end: match.index + whole.length,
    };
  });

/** Characters that words in front of a number may reach back. */
const REACH = 30;
const TINY = 1e-6;
/** 每万人18.2名 is no part of anything. */
const RATES = /(?:每|平均|人均)[^，。；、]*$/u;
const OF_WHICH = /(?:其中|包括)[：，]?/gu;

/** 共A项，其中B项、C项: parts that are all of it add up to it, and none is more. */
export const findParts: Finder = (passage) =>
  [...passage.text.matchAll(OF_WHICH)].flatMap((match): Found[] => {
    const sentence = passage.sentences.find(({ end }) => match.index < end);
    if (sentence === undefined) return [];
    const from = match.index + match[0].length;
    const stop = passage.text.slice(from, sentence.end).search(/[；。]|其中/u);
    const end = stop === -1 ? sentence.end : from + stop;
    const whole = numbersIn(passage, { start: sentence.start, end: match.index }).findLast(isCount);
    if (whole === undefined) return [];
    const parts = numbersIn(passage, { start: from, end }).filter(
      (one) =>
        isCount(one) &&
        one.quantity.unit === whole.quantity.unit &&
        !RATES.test(ahead(passage.text, one.start, REACH, from)),
    );
    return judgedParts(whole, parts);
  });

function isCount({ quantity: { unit, scale }, low }: WrittenNumber): boolean {
  return low > 0 && !['%', '倍', '百分点', '年', '个月', '天'].includes(unit) && scale > 0;
}

function judgedParts(whole: WrittenNumber, parts: readonly WrittenNumber[]): Found[] {
  const last = parts.at(-1);
  if (last === undefined) return [];
  const computed = total(parts);
  const sum = `${parts.map(term).join(' + ')} = ${shown(computed)}`;
  const args = { computed: shown(computed), stated: whole.text };
  const base = { kind: 'part', args, sum, start: whole.start, end: last.end } as const;
  const tooLarge = parts.find((part) => part.low > whole.high);
  if (tooLarge !== undefined)
    return [{ ...base, args: { ...args, part: tooLarge.text }, verdict: 'fails', reason: 'parts-exceed' }];
  // One part within its whole says nothing more.
  if (parts.length === 1) return [];
  if (overlap(computed, whole)) return [{ ...base, verdict: 'holds', reason: 'works-out' }];
  // Parts may be named twice over: of 600, 300 are members and 400 women.
  return computed.low > whole.high
    ? [{ ...base, args: { ...args, part: shown(computed) }, verdict: 'doubtful', reason: 'parts-exceed' }]
    : [{ ...base, verdict: 'unchecked', reason: 'parts-short' }];
}

const COMPARED =
  /(?:同比|环比|[比较]上(?:年|月|季度)|[比较]去年)[^，。；\d]{0,6}?(增长|增加|上升|提高|下降|减少|降低)(?:了|率|约)?$/u;
const EARLIER = /(?:上年同期|去年同期|上年|去年|同期|上月|上季度|上季)[^，。；\d]{0,6}$/u;

/** 今年120件，上年100件，同比增长20%. */
export const findComparisons: Finder = (passage) =>
  passage.numbers.flatMap((stated): Found[] => {
    const way = COMPARED.exec(ahead(passage.text, stated.start, REACH))?.[1];
    if (stated.quantity.unit !== '%' || way === undefined) return [];
    const known = numbersIn(passage, { start: startOf(passage, stated), end: stated.start }).filter(isCount);
    const from = known.findLast((one) => EARLIER.test(ahead(passage.text, one.start, REACH)));
    const to = known.findLast((one) => one !== from && one.quantity.unit === from?.quantity.unit);
    const place = { start: Math.min(stated.start, from?.start ?? stated.start), end: stated.end };
    const base = { kind: 'rate', ...place, start: Math.min(place.start, to?.start ?? place.start) } as const;
    if (from === undefined || to === undefined)
      return [{ ...base, verdict: 'unchecked', reason: 'no-base', args: {}, sum: null }];
    const isLess = /下降|减少|降低/u.test(way);
    const step = isLess ? difference(from, to) : difference(to, from);
    const computed = quotient(step, from, 100);
    const signs = isLess ? `${term(from)} − ${term(to)}` : `${term(to)} − ${term(from)}`;
    const args = { computed: `${shown(computed)}%`, stated: stated.text };
    return [
      {
        ...base,
        ...against(computed, stated),
        args,
        sum: `(${signs}) ÷ ${term(from)} = ${shown(computed)}%`,
      },
    ];
  });

/** What stands since the last 。 or ；, in which both numbers have to be. */
function startOf({ text }: Passage, { start }: WrittenNumber): number {
  return Math.max(text.lastIndexOf('。', start), text.lastIndexOf('；', start)) + 1;
}
