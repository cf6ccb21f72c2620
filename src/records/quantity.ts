import type { Quantity, Value } from '../model/dataset.ts';
import { halfWidth } from './half-width.ts';
import { AFTER, BEFORE, hedged, MORE, type Named, tidy } from './hedges.ts';
import { chineseDecimal, NUMERAL } from './numerals.ts';
import { SCALES, unitOf } from './units.ts';

const ARABIC = String.raw`(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const NUMBER = new RegExp(`^([+-]?)(${ARABIC}|[${NUMERAL}点]+)`, 'u');
const SCALE = /^(?:十万|百万|千万|[百千万亿])/u;
const RANGE = new RegExp(`^(${ARABIC})(.*?)(?:[—–~～―]+|-|至|到)(${ARABIC})(.*)$`, 'u');
const REMARK = /\([^()\d]*\)$/u;

/**
 * Reads one number with its unit and hedge: `1,200`, `１２００户`, `约1.2万人`, `1000—3000`, `一百二十户`, `≥85%`;
 * `null` when the cell is not one number, as 1-2, 3/4, 12个月内 and A12.
 */
export function toQuantity({ raw, text }: Pick<Value, 'raw' | 'text'>): Quantity | null {
  if (typeof raw === 'number') return Number.isFinite(raw) ? exact(raw) : null;
  if (typeof raw !== 'string') return null;
  if (/^\d{1,15}$/.test(raw)) return exact(Number(raw));
  const plain = halfWidth(text).replace(/\s+/gu, ' ').trim();
  if (plain === '' || plain.length > LONGEST) return null;
  return percentWords(plain) ?? range(plain) ?? single(plain);
}

/** Longer cells are sentences. */
const LONGEST = 40;

export function exact(value: number, unit = '', scale = 1): Quantity {
  return { value, low: value, high: value, hedge: null, unit, scale };
}

/** What a unit or scale of the column's header makes of a number that has none of its own. */
export function inHeaderUnit(quantity: Quantity, header: { unit: string; scale: number }): Quantity {
  if (quantity.unit !== '' || quantity.scale !== 1)
    return quantity.unit === '' ? { ...quantity, unit: header.unit } : quantity;
  return { ...times(quantity, header.scale), unit: header.unit, scale: header.scale };
}

export function times(quantity: Quantity, factor: number): Quantity {
  const { value, low, high } = quantity;
  return {
    ...quantity,
    value: value === null ? null : tidy(value * factor),
    low: tidy(low * factor),
    high: tidy(high * factor),
  };
}

function percentWords(plain: string): Quantity | null {
  const match = /^(.*?)(百|千)分之(.+)$/u.exec(plain);
  if (match === null) return null;
  return single(`${match[1]}${match[3]}${match[2] === '百' ? '%' : '‰'}`);
}

function range(plain: string): Quantity | null {
  const match = RANGE.exec(plain);
  if (match === null) return null;
  const [, from = '', between = '', to = '', tail = ''] = match;
  const upper = single(to + tail);
  const lower = single(from + (between === '' ? tail : between));
  if (upper?.value == null || lower?.value == null || upper.hedge !== null || lower.hedge !== null)
    return null;
  if (lower.unit !== upper.unit && lower.unit !== '') return null;
  // 1-2 and 3-1 are serial numbers, 0471-123 is a telephone: a plain hyphen needs a unit or large numbers.
  const isHyphen = plain.slice(from.length + between.length, plain.length - to.length - tail.length) === '-';
  if (isHyphen && upper.unit === '' && Math.min(lower.value, upper.value) < SMALLEST_HYPHENED) return null;
  if (lower.value >= upper.value || /^0\d/.test(from)) return null;
  return {
    value: null,
    low: lower.value,
    high: upper.value,
    hedge: 'range',
    unit: upper.unit,
    scale: upper.scale,
  };
}

const SMALLEST_HYPHENED = 100;

function single(plain: string): Quantity | null {
  let rest = plain.replace(REMARK, '').trim();
  const before = BEFORE.find(([word]) => rest.startsWith(word));
  rest = rest.slice(before?.[0].length ?? 0).replace(/^\s*(?:共(?:计|有)?)?\s*/u, '');
  const isMoney = rest.startsWith('¥');
  if (isMoney) rest = rest.slice(1).trim();
  if (rest.startsWith('负')) rest = `-${rest.slice(1)}`;
  const digits = numberAt(rest);
  if (digits === null) return null;
  const tail = readTail(rest.slice(digits.length));
  if (tail === null || (isMoney && tail.unit !== '')) return null;
  const hedges = [before?.[1], tail.hedge].filter((hedge) => hedge !== undefined);
  if (hedges.length > 1 && hedges[0] !== 'about') return null;
  const unit = isMoney ? '元' : tail.unit;
  const number = times(exact(digits.value, unit, tail.scale), tail.scale);
  const hedge = hedges.at(-1);
  return hedge === undefined ? number : hedged(number, hedge, digits.place * tail.scale);
}

interface Digits {
  readonly value: number;
  /** Characters taken. */
  readonly length: number;
  /** Worth of one in the last digit that is not a trailing nought: 100 for 1200, 0.1 for 1.2. */
  readonly place: number;
}

function numberAt(text: string): Digits | null {
  const [all = '', sign, written = ''] = NUMBER.exec(text) ?? [];
  const size = /\d/.test(written) ? Number(written.replaceAll(',', '')) : chineseDecimal(written);
  if (written === '' || size === null) return null;
  return { value: sign === '-' ? -size : size, length: all.length, place: placeOf(size) };
}

function placeOf(value: number): number {
  if (value === 0) return 1;
  const [whole = '', decimals] = String(value).split('.');
  return 10 ** (decimals === undefined ? (/0*$/.exec(whole)?.[0].length ?? 0) : -decimals.length);
}

/** What stands behind the digits: scale, 余 or 多 on either side of it, unit, 左右 or 以上. */
function readTail(text: string): { unit: string; scale: number; hedge: Named | undefined } | null {
  let rest = text.trim();
  const whole = unitOf(rest);
  if (rest === '' || whole !== null) return { unit: whole ?? '', scale: 1, hedge: undefined };
  const hedges: Named[] = [];
  const takeMore = () => {
    const hedge = MORE[rest.charAt(0)];
    if (hedge === undefined) return;
    hedges.push(hedge);
    rest = rest.slice(1);
  };
  takeMore();
  const scale = SCALE.exec(rest)?.[0] ?? '';
  rest = rest.slice(scale.length);
  takeMore();
  const after = AFTER.find(([word]) => rest.endsWith(word));
  if (after !== undefined) {
    hedges.push(after[1]);
    rest = rest.slice(0, -after[0].length);
  }
  rest = rest.trim();
  const unit = rest === '' ? '' : unitOf(rest);
  if (unit === null || hedges.length > 1) return null;
  return { unit, scale: SCALES[scale] ?? 1, hedge: hedges[0] };
}
