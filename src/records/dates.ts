import type { DateDoubt, DateReading, Value } from '../model/dataset.ts';
import { halfWidth } from './half-width.ts';
import { chineseNumber, NUMERAL } from './numerals.ts';

/** Days of the calendar of spreadsheets that a list of this century can mean: 1954-10-03 to 2119-01-15. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

const TIME = String.raw`(?:[T\s]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4}|\d{2})([-/.\\、—–])(\d{1,2})\2(\d{1,2})\.?${TIME}$`, 'u');
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/u;
const IN_WORDS = new RegExp(
  String.raw`^(?:公元)?(\d{4}|\d{2})年(\d{1,2})月(?:(\d{1,2})[日号]?)?${TIME}$`,
  'u',
);
const WITHOUT_YEAR = /^\d{1,2}月\d{1,2}[日号]?$/u;
/** 199005 too: 出生年月 is often filled in so. */
const WITHOUT_DAY = /^(?:\d{4}(?:[-/.]\d{1,2}|年(?:\d{1,2}月)?)|(?:19|20)\d{2}(?:0[1-9]|1[0-2]))$/u;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/u;
const ENGLISH = /^(\d{1,2})[-\s]([a-z]{3})[a-z]*(?:[-\s,]+(\d{4}|\d{2}))?$/iu;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** Reads a day; what leaves a doubt is told, never guessed away. */
export function toDate({ raw, text, empty }: Value): DateReading {
  if (empty) return without('empty');
  if (typeof raw === 'object') return raw.kind === 'date' ? cellDate(raw.iso) : without('not-a-date');
  if (typeof raw === 'boolean') return without('not-a-date');
  return written(arabic(halfWidth(text).trim()));
}

/** 二〇二四年三月八日 → 2024年3月8日; blanks between the parts go. */
function arabic(text: string): string {
  const plain = text.replace(/\s*([年月日号])\s*/gu, '$1');
  if (!/年|月/u.test(plain)) return plain;
  return plain.replace(new RegExp(`[${NUMERAL}]+(?=[年月日号]|$)`, 'gu'), (numeral) => {
    const number = chineseNumber(numeral);
    return number === null ? numeral : String(number);
  });
}

function cellDate(iso: string): DateReading {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return dayOf(year ?? 0, month ?? 0, day ?? 0, null);
}

function written(text: string): DateReading {
  const first = YEAR_FIRST.exec(text);
  if (first !== null) return yearFirst(first[1] ?? '', Number(first[3]), Number(first[4]));
  const words = IN_WORDS.exec(text);
  if (words !== null) {
    return words[3] === undefined
      ? without('no-day')
      : yearFirst(words[1] ?? '', Number(words[2]), Number(words[3]));
  }
  const digits = DIGITS.exec(text);
  if (digits !== null) return dayOf(Number(digits[1]), Number(digits[2]), Number(digits[3]), null);
  const last = YEAR_LAST.exec(text);
  if (last !== null) return yearLast(Number(last[1]), Number(last[3]), Number(last[4]));
  const english = ENGLISH.exec(text);
  if (english !== null) return inEnglish(english);
  if (WITHOUT_YEAR.test(text)) return without('no-year');
  if (WITHOUT_DAY.test(text)) return without('no-day');
  return serial(text);
}

/** 24.3.8 is most likely 2024; 68 and above most likely 19xx, as spreadsheets have it. */
function yearFirst(year: string, month: number, day: number): DateReading {
  if (year.length === 4) return dayOf(Number(year), month, day, null);
  return dayOf(century(Number(year)), month, day, 'short-year');
}

function century(year: number): number {
  return year < 68 ? 2000 + year : 1900 + year;
}

function yearLast(left: number, right: number, year: number): DateReading {
  if (left <= 12 && right <= 12 && left !== right) return without('day-or-month');
  return left > 12 ? dayOf(year, right, left, null) : dayOf(year, left, right, null);
}

function inEnglish([, day, name, year]: RegExpExecArray): DateReading {
  const at = MONTHS.indexOf((name ?? '').toLowerCase());
  if (at === -1 || at % 3 !== 0) return without('not-a-date');
  if (year === undefined) return without('no-year');
  return yearFirst(year, at / 3 + 1, Number(day));
}

function serial(text: string): DateReading {
  const number = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (number < FIRST_SERIAL || number > LAST_SERIAL) return without('not-a-date');
  return { iso: new Date(DAY_ZERO + number * DAY).toISOString().slice(0, 10), doubt: 'serial' };
}

function dayOf(year: number, month: number, day: number, doubt: DateDoubt | null): DateReading {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? { iso: date.toISOString().slice(0, 10), doubt } : without('no-such-day');
}

function without(doubt: DateDoubt): DateReading {
  return { iso: null, doubt };
}
