import type { WrittenNumber } from '../model/claims.ts';
import type { Finder, Found } from './finding.ts';
import { ahead, numbersIn, type Passage } from './passage.ts';
import { against, type Interval, product, quotient, shown, term } from './working.ts';

const PEOPLE = '人';
const TENS: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 十万: 100_000 };
/** 每万名城镇常住人口拥有社区工作者数达到: the scale, whose number it is, and what is counted. */
const PER =
  /每(十万|[百千万])(?:名|人|户)?([^，。；\d]{0,12}?)(?:拥有|配备|配有|有|的)([^，。；\d]{0,12}?)(?:数|人数)?(?:达到|达|为|是)?$/u;

/** 每万人x名: worked out where the draft names both numbers, else told what base it implies. */
export const findPerHead: Finder = (passage, all) =>
  passage.numbers.flatMap((stated): Found[] => {
    const match = PER.exec(ahead(passage.text, stated.start, CLAUSE));
    if (match === null) return [];
    const [, scale = '', base = '', counted = ''] = match;
    const sentence = passage.sentences.find(({ end }) => stated.start < end);
    const over = numbersIn(passage, {
      start: sentence?.start ?? 0,
      end: stated.start - (match[0]?.length ?? 0),
    }).findLast((one) => one.quantity.unit === stated.quantity.unit && standsBehind(passage, one, counted));
    if (over === undefined || stated.low <= 0) return [];
    const under = base === '' ? null : baseNamed(all, base);
    const factor = TENS[scale] ?? 1;
    const at = { kind: 'per-head', start: over.start, end: stated.end } as const;
    if (under === null) {
      const implied = quotient(over, decimals(stated), factor);
      const whole = { low: Math.ceil(implied.low), high: Math.floor(implied.high) };
      const sum = `${term(over)} ÷ ${term(stated)} × ${factor} = ${shown(whole)}`;
      return [{ ...at, verdict: 'unchecked', reason: 'base-implied', args: { implied: shown(whole) }, sum }];
    }
    const computed = quotient(over, under, factor);
    const args = { computed: shown(computed), stated: stated.text };
    const sum = `${term(over)} ÷ ${term(under)} × ${factor} = ${shown(computed)}`;
    return [{ ...at, ...against(computed, stated), args, sum }];
  });

/** 18.2 was rounded from 18.15 to 18.25; 18 from 17.5 to 18.5. */
function decimals(stated: WrittenNumber): Interval {
  return stated.low === stated.high ? { low: stated.low - 0.5, high: stated.high + 0.5 } : stated;
}

function standsBehind({ text }: Passage, { start }: WrittenNumber, counted: string): boolean {
  const noun = counted.replace(/[数量的]$/u, '');
  return noun === '' || text.slice(Math.max(0, start - noun.length - 2), start).includes(noun);
}

function baseNamed(all: readonly Passage[], name: string): WrittenNumber | null {
  for (const { numbers, text } of all) {
    const found = numbers.find(
      ({ start, quantity, low }) =>
        quantity.unit === PEOPLE &&
        low > 0 &&
        text.slice(Math.max(0, start - name.length - 2), start).includes(name),
    );
    if (found !== undefined) return found;
  }
  return null;
}

const RATIO = /(\d{1,3}):(\d{1,4})/gu;
const OF_RATIO = /比例|配比|配备|之比|的比/u;
const AROUND = 10;

/** 按1:10配比: held against the two numbers of the sentence where it names two, else told what follows from the one. */
export const findRatios: Finder = (passage) =>
  [...passage.text.matchAll(RATIO)].flatMap((match): Found[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    const before = ahead(passage.text, start, AROUND);
    if (!OF_RATIO.test(before + passage.text.slice(end, end + AROUND))) return [];
    const [one, other] = [Number(match[1]), Number(match[2])];
    if (one === 0 || other === 0) return [];
    const sentence = passage.sentences.find((each) => start < each.end);
    const people = (from: number, to: number) =>
      numbersIn(passage, { start: from, end: to }).filter(
        ({ quantity, low }) => quantity.unit === PEOPLE && low > 0,
      );
    const own = people(sentence?.start ?? 0, sentence?.end ?? end);
    const [left, right] = own;
    if (own.length === 2 && left !== undefined && right !== undefined)
      return [ratioHeld([left, right], [one, other], { start, end })];
    const known = people(0, start).at(-1);
    if (known === undefined)
      return [{ kind: 'ratio', verdict: 'unchecked', reason: 'no-base', args: {}, sum: null, start, end }];
    const share = one / other;
    const implied = product(known, { low: share, high: share });
    const whole = { low: Math.ceil(implied.low), high: Math.ceil(implied.high) };
    const args = { implied: shown(whole) };
    const sum = `${term(known)} × ${one} ÷ ${other} = ${shown(whole)}`;
    return [{ kind: 'ratio', verdict: 'unchecked', reason: 'base-implied', args, sum, start, end }];
  });

/** Whichever of the two is the fewer stands for the fewer of the ratio; to the nearest person. */
function ratioHeld(
  [left, right]: readonly [WrittenNumber, WrittenNumber],
  [one, other]: readonly [number, number],
  { start, end }: { start: number; end: number },
): Found {
  const [few, many] = left.high <= right.high ? [left, right] : [right, left];
  const [less, more] = [Math.min(one, other), Math.max(one, other)];
  const computed = quotient(many, few, less);
  const holds = computed.low <= more + 0.5 && computed.high >= more - 0.5;
  return {
    kind: 'ratio',
    verdict: holds ? 'holds' : 'fails',
    reason: holds ? 'works-out' : 'differs',
    args: { computed: `${less}:${shown(computed)}`, stated: `${one}:${other}` },
    sum: `${term(many)} ÷ ${term(few)}${less === 1 ? '' : ` × ${less}`} = ${shown(computed)}`,
    start: Math.min(few.start, start),
    end: Math.max(many.end, end),
  };
}

/** Nobody's average is so many times another average; where a draft says so, the point of a decimal has slipped. */
const MOST_TIMES_AN_AVERAGE = 5;
const AVERAGE = /平均|人均|均值/u;
const CLAUSE = 40;

/** 平均工资的11.4倍: not to be worked out without the two averages, and out of all proportion. */
export const findMultiples: Finder = (passage) =>
  passage.numbers.flatMap((stated): Found[] => {
    const { unit, low } = stated.quantity;
    const before = ahead(passage.text, stated.start, CLAUSE);
    const clause = before.split(/[，。；]/u).at(-1) ?? '';
    if (unit !== '倍' || !/的(?:近|约|将近)?$/u.test(clause)) return [];
    const isOff = AVERAGE.test(clause) && low > MOST_TIMES_AN_AVERAGE;
    return [
      {
        kind: 'multiple',
        verdict: isOff ? 'doubtful' : 'unchecked',
        reason: isOff ? 'implausible' : 'no-base',
        args: isOff ? { stated: stated.text } : {},
        sum: null,
        start: stated.start - clause.length,
        end: stated.end,
      },
    ];
  });
