import type { WrittenNumber } from '../model/claims.ts';
import { BEFORE } from '../records/hedges.ts';
import { toQuantity } from '../records/quantity.ts';
import { unitOf } from '../records/units.ts';

const HEDGE = `(?:${BEFORE.map(([word]) => word).join('|')})`;
const ARABIC = String.raw`(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const SCALED = `${ARABIC}[余多来几]?(?:百万|千万|十万|[百千万亿])?[余多]?`;
const NUMBER = new RegExp(`${HEDGE}?(?<![\\d.A-Za-z])${SCALED}`, 'gu');
/** 11-15个, 1000户至3000户: only before a unit, as records/quantity.ts reads ranges. */
const RANGE_TO = new RegExp(`^(?:[—~～-]|至|到)${SCALED}`, 'u');
const AFTER = /^(?:左右|上下|以上|以下|以内)/u;
const LONGEST_UNIT = 5;
/** 个 before a noun is the unit; these are units as a whole. */
const WITH_GE = ['个月', '个百分点', '个小时', '个工作日'];

/** Numbers in digits, in the order they stand; dates, codes and times of day are none. */
export function writtenNumbers(text: string): WrittenNumber[] {
  const found: WrittenNumber[] = [];
  let from = 0;
  for (const match of text.matchAll(NUMBER)) {
    if (match.index < from) continue;
    const number = numberAt(text, match.index, match.index + match[0].length);
    if (number === null) continue;
    from = number.end;
    if (!isDate(number)) found.push(number);
  }
  return found;
}

function numberAt(text: string, start: number, digitsEnd: number): WrittenNumber | null {
  const unit = unitAt(text, digitsEnd);
  const range = RANGE_TO.exec(text.slice(digitsEnd + unit.length));
  if (range !== null) {
    const rangeEnd = digitsEnd + unit.length + range[0].length;
    const end = rangeEnd + unitAt(text, rangeEnd).length;
    const quantity = toQuantity({ raw: text.slice(start, end), text: text.slice(start, end) });
    if (quantity !== null) return withRounding(text, start, end, quantity);
  }
  const end = digitsEnd + unit.length;
  const after = AFTER.exec(text.slice(end))?.[0] ?? '';
  for (const stop of [end + after.length, end, digitsEnd]) {
    const quantity = toQuantity({ raw: text.slice(start, stop), text: text.slice(start, stop) });
    if (quantity !== null) return withRounding(text, start, stop, quantity);
  }
  return null;
}

function unitAt(text: string, at: number): string {
  const whole = WITH_GE.find((word) => text.startsWith(word, at));
  if (whole !== undefined) return whole;
  if (text[at] === '个') return '个';
  for (let length = LONGEST_UNIT; length > 0; length--) {
    const word = text.slice(at, at + length);
    if (word.length === length && unitOf(word) !== null) return word;
  }
  return '';
}

function withRounding(
  text: string,
  start: number,
  end: number,
  quantity: WrittenNumber['quantity'],
): WrittenNumber {
  const written = text.slice(start, end);
  const decimals = /\.(\d+)/.exec(written)?.[1]?.length ?? 0;
  const isRate = quantity.unit === '%' || quantity.unit === '倍' || quantity.unit === '百分点';
  const place = decimals > 0 || isRate ? quantity.scale * 10 ** -decimals : 0;
  const half = quantity.hedge === null ? place / 2 : 0;
  return { start, end, text: written, quantity, low: quantity.low - half, high: quantity.high + half };
}

const [FIRST_YEAR, LAST_YEAR] = [1900, 2100];

function isDate({ quantity: { unit, value }, text }: WrittenNumber): boolean {
  if (unit === '月' || unit === '日') return true;
  return (
    unit === '年' && /^\d{4}年$/.test(text) && value !== null && value >= FIRST_YEAR && value <= LAST_YEAR
  );
}
