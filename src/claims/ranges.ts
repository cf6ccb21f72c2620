import type { WrittenNumber } from '../model/claims.ts';
import type { Finder, Found } from './finding.ts';
import { ahead, numbersIn, type Passage } from './passage.ts';
import { overlap, product, shown, term } from './working.ts';

const BACKWARD = /(?<!\d)(\d{1,6})(号|弄|户|人|名|项|个|条|元|岁|楼|层|栋|幢|单元|平方米)[—~-](\d{1,6})\2/gu;

/** 1722号—22号: what goes from more to less was slipped in typing or reading. */
export const findReversed: Finder = ({ text }) =>
  [...text.matchAll(BACKWARD)].flatMap((match): Found[] => {
    const [whole, from = '', , to = ''] = match;
    if (Number(from) <= Number(to)) return [];
    const place = { start: match.index, end: match.index + whole.length };
    return [
      { kind: 'range', verdict: 'doubtful', reason: 'reversed', args: { from, to }, sum: null, ...place },
    ];
  });

const NORM = /标准|规模|设置/u;

/** A norm from A to B with limits beyond which something is done: what lies between is left open. */
export const findGaps: Finder = (passage) =>
  passage.sentences.flatMap((sentence) => {
    if (!NORM.test(passage.text.slice(sentence.start, sentence.end))) return [];
    const numbers = numbersIn(passage, sentence);
    return numbers
      .filter(({ quantity }) => quantity.hedge === 'range')
      .flatMap((norm) => {
        const beside = numbers.filter(({ quantity }) => quantity.unit === norm.quantity.unit);
        const above = beside.find(({ quantity: { hedge, low } }) => hedge === 'above' && low > norm.high);
        const below = beside.find(({ quantity: { hedge, high } }) => hedge === 'below' && high < norm.low);
        return [
          ...(above === undefined ? [] : [gap(norm, above, [norm.high, above.low])]),
          ...(below === undefined ? [] : [gap(norm, below, [below.high, norm.low])]),
        ];
      });
  });

function gap(norm: WrittenNumber, limit: WrittenNumber, [from, to]: readonly [number, number]): Found {
  return {
    kind: 'range',
    verdict: 'doubtful',
    reason: 'gap',
    args: { from, to, unit: norm.quantity.unit },
    sum: null,
    start: Math.min(norm.start, limit.start),
    end: Math.max(norm.end, limit.end),
  };
}

/** Characters that words in front of a number may reach back. */
const REACH = 20;
const EACH = /每个?(社区|街道|街镇|居委会|网格|小区|村)/gu;
const TOTALS: Readonly<Record<string, RegExp>> = {
  平方公里: /(?:总面积|区域面积|辖区面积|面积)[^，。；\d]{0,4}$/u,
  '㎡': /(?:总面积|建筑面积|面积)[^，。；\d]{0,4}$/u,
  人: /(?:总人口|常住人口|人口)[^，。；\d]{0,4}$/u,
  户: /(?:总户数|户数|常住户)[^，。；\d]{0,4}$/u,
};

/** 每个社区2—3万人, 12个社区: so many of them make a whole that the draft names elsewhere. */
export const findPerUnit: Finder = (passage, all) =>
  [...passage.text.matchAll(EACH)].flatMap((match) => {
    const sentence = passage.sentences.find(({ end }) => match.index < end);
    if (sentence === undefined) return [];
    const count = countOf(match[1] ?? '', passage, sentence.start, sentence.end);
    if (count === null) return [];
    return numbersIn(passage, { start: match.index, end: sentence.end })
      .filter(({ quantity, low }) => TOTALS[quantity.unit] !== undefined && low > 0)
      .flatMap((each) => perUnit(each, count, all));
  });

function countOf(thing: string, passage: Passage, start: number, end: number): WrittenNumber | null {
  const isOfThing = (one: WrittenNumber) =>
    one.quantity.unit === '个' &&
    new RegExp(`^\\p{Script=Han}{0,3}?${thing}`, 'u').test(passage.text.slice(one.end));
  return numbersIn(passage, { start, end }).findLast(isOfThing) ?? null;
}

function perUnit(each: WrittenNumber, count: WrittenNumber, all: readonly Passage[]): Found[] {
  const whole = totalOf(each.quantity.unit, all);
  if (whole === null) return [];
  const computed = product(each, count);
  const agrees = overlap(computed, whole);
  const sum = `${term(each)} × ${term(count)} = ${shown(computed)}`;
  return [
    {
      kind: 'per-unit',
      verdict: agrees ? 'holds' : 'doubtful',
      reason: agrees ? 'works-out' : 'differs',
      args: { computed: shown(computed), stated: whole.text },
      sum,
      start: Math.min(each.start, count.start),
      end: Math.max(each.end, count.end),
    },
  ];
}

/** The first number of the draft that is called the whole. */
function totalOf(unit: string, all: readonly Passage[]): WrittenNumber | null {
  for (const { numbers, text } of all) {
    const found = numbers.find(
      (one) => one.quantity.unit === unit && TOTALS[unit]?.test(ahead(text, one.start, REACH)) === true,
    );
    if (found !== undefined) return found;
  }
  return null;
}
