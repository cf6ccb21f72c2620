import type { Limits } from '../../model/check.ts';
import type { Origin } from '../../model/origin.ts';
import type { LocalText, PolicyPack } from '../../model/policy.ts';
import { agree } from '../../model/units.ts';
import type { Report } from '../define.ts';
import { type Limit, limitOf, shown } from './bounds.ts';
import { measureOf } from './measuring.ts';
import type { Judgement } from './method.ts';
import { type Sum, sumsByGroup, type TermFact } from './terms.ts';

/** One sum over another, held against limits: what the methods ratio and share have in common. */

const SIDES = ['below', 'above', 'short'] as const;
type Side = (typeof SIDES)[number];
export type RatioMessage = Side | 'no-denominator' | 'unread' | 'uncertain' | 'unit' | 'unless';

export const NUMERATOR = 'numerator';
export const DENOMINATOR = 'denominator';
const PARAMETER = { below: 'min', above: 'max', short: 'target' } as const;

const PARTS = '{numerator} ÷ {denominator}';

export const RATIO_MESSAGES: Readonly<Record<RatioMessage, LocalText>> = {
  below: {
    'zh-CN': `{about}：{value} {unit}（${PARTS}），低于 {limit} {unit}，按分母还差 {gap}。`,
    en: `{about}: {value} {unit} (${PARTS}), below {limit} {unit}; {gap} more are needed for this denominator.`,
  },
  above: {
    'zh-CN': `{about}：{value} {unit}（${PARTS}），高于 {limit} {unit}，按分母多出 {gap}。`,
    en: `{about}: {value} {unit} (${PARTS}), above {limit} {unit}; {gap} too many for this denominator.`,
  },
  short: {
    'zh-CN': `{about}：{value} {unit}（${PARTS}），未达到目标 {limit} {unit}，按分母还差 {gap}。`,
    en: `{about}: {value} {unit} (${PARTS}), short of the target {limit} {unit}; {gap} more are needed for this denominator.`,
  },
  'no-denominator': {
    'zh-CN': '{about}：分母为 0 或没有填，算不出比例。',
    en: '{about}: the denominator is 0 or not given; there is no ratio.',
  },
  unread: {
    'zh-CN': '{about}：有 {count} 个单元格不是数字，比例算不准。',
    en: '{about}: {count, plural, one {{count} cell holds} other {{count} cells hold}} no number; the ratio is not certain.',
  },
  uncertain: {
    'zh-CN': `{about}：含约数（${PARTS}），在 {low} 至 {high} {unit} 之间，是否越过 {limit} {unit}定不了。`,
    en: `{about}: only approximate (${PARTS}), {low} to {high} {unit}; whether it passes {limit} {unit} cannot be told.`,
  },
  unit: {
    'zh-CN': '{about}：单位是“{foundUnit}”，标准“{unit}”要的是“{expectedUnit}”，不能相比。',
    en: '{about}: counts “{foundUnit}” where the standard “{unit}” asks for “{expectedUnit}”; they cannot be compared.',
  },
  unless: {
    'zh-CN': `{about}：{value} {unit}（${PARTS}），不合 {limit} {unit}；条文还要看“{besides}”，表中没有填明。`,
    en: `{about}: {value} {unit} (${PARTS}), against {limit} {unit}; the clause also asks for “{besides}”, which is not given.`,
  },
};

type Limited = Limits & { readonly target?: string };

/** Judges sums by their groups; also the method `share`, whose sums are counts. */
export function judgeRatio(
  facts: readonly TermFact[],
  check: Limited,
  kind: string,
  policy: PolicyPack,
  judgement: Judgement<RatioMessage>,
): void {
  if (facts.every(({ term }) => term !== DENOMINATOR)) {
    judgement.skip('kind-missing', { kind });
    return;
  }
  const limits = limitsIn(check, policy);
  for (const { side, limit } of limits) {
    if (limit === null) judgement.skip('parameter-missing', { parameter: check[PARAMETER[side]] ?? '' });
  }
  for (const terms of sumsByGroup(facts).values()) {
    const under = terms.get(DENOMINATOR);
    if (under === undefined) continue;
    const over = terms.get(NUMERATOR) ?? none(under);
    measure(over, under, limits, judgement);
    const finding = findingIn(over, under, limits);
    if (finding !== null) judgement.report(finding);
  }
}

function measure(
  over: Sum,
  under: Sum,
  limits: readonly SideLimit[],
  judgement: Judgement<RatioMessage>,
): void {
  if (over.unread.length > 0 || under.unread.length > 0 || under.low <= 0) return;
  const unanswered = [...over.unanswered, ...under.unanswered];
  for (const { side, limit } of limits) {
    if (limit === null || clashIn(over, under, limit) !== null) continue;
    const [low, high] = [quotient(over.low, under.high, limit), quotient(over.high, under.low, limit)];
    const at = over.rows > 0 ? over.at : under.at;
    judgement.measure(measureOf({ about: under.label, at, low, high, unanswered }, PARAMETER[side], limit));
  }
}

/** One division of products, so that 18 of 10,000 is exactly 18 per ten thousand. */
function quotient(top: number, below: number, { rate }: Limit): number {
  return (top * (rate.under?.factor ?? 1)) / (below * rate.over.factor);
}

interface SideLimit {
  readonly side: Side;
  readonly limit: Limit | null;
}

function limitsIn(check: Limited, policy: PolicyPack): readonly SideLimit[] {
  return SIDES.flatMap((side) => {
    const limit = limitOf(policy, check[PARAMETER[side]]);
    return limit === undefined ? [] : [{ side, limit }];
  });
}

/** A community that no row of the other table names has none, if that table was handed in at all. */
function none(under: Sum): Sum {
  return {
    ...under,
    term: NUMERATOR,
    low: 0,
    high: 0,
    rows: 0,
    dimension: '',
    whole: true,
    unread: [],
    clash: null,
  };
}

/** The first limit that a group breaks, or why its ratio is not known. */
function findingIn(over: Sum, under: Sum, limits: readonly SideLimit[]): Report<RatioMessage> | null {
  const about = under.label === '' ? (under.at.a1 ?? '') : under.label;
  const at = [over.rows > 0 ? over.at : under.at, under.at];
  const outcome = 'undetermined';
  const unread = [...over.unread, ...under.unread];
  if (unread.length > 0) {
    return { message: 'unread', args: { about, count: unread.length }, at: unread, outcome };
  }
  if (under.high <= 0) return { message: 'no-denominator', args: { about }, at, outcome };
  for (const { side, limit } of limits) {
    if (limit === null) continue;
    const clash = clashIn(over, under, limit);
    if (clash !== null) return { message: 'unit', args: { about, unit: limit.unit, ...clash }, at, outcome };
    const finding = compare({ over, under, about, at, side, limit });
    if (finding !== null) return finding;
  }
  return null;
}

function clashIn(over: Sum, under: Sum, { rate }: Limit): { foundUnit: string; expectedUnit: string } | null {
  const expectedUnder = rate.under?.dimension ?? over.dimension;
  for (const [sum, expected] of [
    [over, rate.under === null ? under.dimension : rate.over.dimension],
    [under, expectedUnder],
  ] as const) {
    if (sum.clash !== null) return { foundUnit: sum.clash, expectedUnit: sum.dimension };
    if (!agree(sum.dimension, expected)) return { foundUnit: sum.dimension, expectedUnit: expected };
  }
  return null;
}

interface Comparison {
  readonly over: Sum;
  readonly under: Sum;
  readonly about: string;
  readonly at: readonly Origin[];
  readonly side: Side;
  readonly limit: Limit;
}

/** Products are compared, not quotients: 18 of 10,000 is exactly 18 per ten thousand. */
function compare({ over, under, about, at, side, limit }: Comparison): Report<RatioMessage> | null {
  const { rate, unit, citation } = limit;
  const lacks = (top: number, below: number) => {
    const asked = (limit.value * rate.over.factor * below) / (rate.under?.factor ?? 1);
    const gap = side === 'above' ? top - asked : asked - top;
    return Math.abs(gap) <= ROUNDING * Math.max(1, asked) ? 0 : gap;
  };
  const [near, far] =
    side === 'above'
      ? [lacks(over.low, under.high), lacks(over.high, under.low)]
      : [lacks(over.high, under.low), lacks(over.low, under.high)];
  if (far <= 0) return null;
  const value = (top: number, below: number) => shown(quotient(top, below, limit));
  const args = { about, unit, limit: limit.value, numerator: shown(over.low), denominator: shown(under.low) };
  if (near <= 0) {
    const ends = { low: value(over.low, under.high), high: value(over.high, under.low) };
    return { message: 'uncertain', args: { ...args, ...ends }, at, outcome: 'undetermined', citation };
  }
  const found = value(over.low, under.low);
  const margin = shown(Math.abs(found - limit.value));
  const [besides] = [...over.unanswered, ...under.unanswered];
  if (besides !== undefined) {
    const open = { ...args, value: found, besides };
    return { message: 'unless', args: open, at, margin, outcome: 'undetermined', citation };
  }
  // A gap in persons is rounded up: half a person cannot be appointed.
  const gap = over.whole ? Math.ceil(near - ROUNDING) : shown(near);
  const soft = side === 'short' ? ({ outcome: 'advice' } as const) : {};
  return { message: side, args: { ...args, value: found, gap }, at, margin, citation, ...soft };
}

/** What binary fractions may leave over: 0.1 × 30 is not quite 3. */
const ROUNDING = 1e-9;
