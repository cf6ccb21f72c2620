import type { Hedge, Quantity } from '../model/dataset.ts';

/** A hedge that a word sets; a range is set by its two numbers. */
export type Named = Exclude<Hedge, null | 'range'>;

/** Words before a number, longest first. */
export const BEFORE: readonly (readonly [string, Named])[] = [
  ['不少于', 'at-least'],
  ['不低于', 'at-least'],
  ['不小于', 'at-least'],
  ['不超过', 'at-most'],
  ['不多于', 'at-most'],
  ['不高于', 'at-most'],
  ['不大于', 'at-most'],
  ['大约', 'about'],
  ['大概', 'about'],
  ['约为', 'about'],
  ['将近', 'nearly'],
  ['接近', 'nearly'],
  ['不到', 'nearly'],
  ['不足', 'nearly'],
  ['至少', 'at-least'],
  ['最少', 'at-least'],
  ['至多', 'at-most'],
  ['最多', 'at-most'],
  ['超过', 'above'],
  ['多于', 'above'],
  ['高于', 'above'],
  ['大于', 'above'],
  ['少于', 'below'],
  ['低于', 'below'],
  ['小于', 'below'],
  ['>=', 'at-least'],
  ['<=', 'at-most'],
  ['≥', 'at-least'],
  ['≧', 'at-least'],
  ['≤', 'at-most'],
  ['≦', 'at-most'],
  ['>', 'above'],
  ['<', 'below'],
  ['≈', 'about'],
  ['约', 'about'],
  ['近', 'nearly'],
  ['逾', 'more'],
  ['超', 'above'],
];
/** Words behind a number and its unit. */
export const AFTER: readonly (readonly [string, Named])[] = [
  ['左右', 'about'],
  ['上下', 'about'],
  ['以上', 'at-least'],
  ['以下', 'at-most'],
  ['以内', 'at-most'],
];
/** 1200余户, 140多, 三十来个: right behind the digits or their scale. */
export const MORE: Readonly<Record<string, Named>> = { 余: 'more', 多: 'more', 几: 'more', 来: 'about' };

/**
 * The interval a hedge leaves. People round to the last digit they write, so that its worth is the width:
 * 约1200 is 1150 to 1250, 1200余 is 1200 to 1300, 近2000 is 1500 to 2000.
 */
export function hedged(number: Quantity, hedge: Named, place: number): Quantity {
  const value = number.value ?? 0;
  const [low, high] = {
    about: [value - place / 2, value + place / 2],
    more: [value, value + place],
    nearly: [value - place / 2, value],
    'at-least': [value, Infinity],
    above: [value, Infinity],
    'at-most': [-Infinity, value],
    below: [-Infinity, value],
  }[hedge] as [number, number];
  return { ...number, hedge, low: tidy(low), high: tidy(high) };
}

/** 0.57 × 10,000 is not whole in binary; people write few decimals, so nine are kept. */
export function tidy(value: number): number {
  return Number.isFinite(value) ? Number(value.toFixed(9)) : value;
}
