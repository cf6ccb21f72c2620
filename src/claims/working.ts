import type { Verdict, WrittenNumber } from '../model/claims.ts';
import { roundHalfUp } from '../model/units.ts';

/** From `low` to `high`, both included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** `a ÷ b × factor` for all that `a` and `b` may be; `b` above 0. */
export function quotient(a: Interval, b: Interval, factor = 1): Interval {
  return { low: (a.low / b.high) * factor, high: (a.high / b.low) * factor };
}

export function difference(a: Interval, b: Interval): Interval {
  return { low: a.low - b.high, high: a.high - b.low };
}

export function total(parts: readonly Interval[]): Interval {
  return {
    low: parts.reduce((sum, { low }) => sum + low, 0),
    high: parts.reduce((sum, { high }) => sum + high, 0),
  };
}

export function product(a: Interval, b: Interval): Interval {
  return { low: a.low * b.low, high: a.high * b.high };
}

/** What people do with floating-point numbers that are equal on paper. */
const TINY = 1e-9;

export function overlap(a: Interval, b: Interval): boolean {
  const slack = TINY * Math.max(1, Math.abs(a.low), Math.abs(b.low));
  return a.low <= b.high + slack && b.low <= a.high + slack;
}

/** How what was worked out stands to what is written: to its digits, or cut off where it should have been rounded. */
export function against(computed: Interval, stated: WrittenNumber): { verdict: Verdict; reason: Outcome } {
  if (overlap(computed, stated)) return { verdict: 'holds', reason: 'works-out' };
  const place = stated.high - stated.low;
  const isCutOff = computed.low >= stated.low && computed.low < (stated.quantity.value ?? 0) + place;
  return isCutOff && place > 0
    ? { verdict: 'doubtful', reason: 'cut-off' }
    : { verdict: 'fails', reason: 'differs' };
}

type Outcome = 'works-out' | 'cut-off' | 'differs';

/** 43.57; 43.57～47.33 for an interval; 2800～ and ～50 where one end is open. Half up, two decimals. */
export function shown({ low, high }: Interval): string {
  const side = (value: number) => (Number.isFinite(value) ? String(roundHalfUp(value)) : '');
  return side(low) === side(high) ? side(low) : `${side(low)}～${side(high)}`;
}

/** A number in a sum, without hedge and unit: what it is taken for. */
export function term({ quantity }: WrittenNumber): string {
  return quantity.value !== null && quantity.hedge === null ? String(quantity.value) : `[${shown(quantity)}]`;
}

export function isWhole({ quantity: { value, hedge } }: WrittenNumber): boolean {
  return hedge === null && Number.isInteger(value);
}
