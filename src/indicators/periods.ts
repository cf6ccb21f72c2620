import type { Calendar } from '../model/policy.ts';
import { workingDaysBetween } from './working-days.ts';

/** The length of a stretch of time, in its unit; or the first year whose working days are not known. */
export type Length = { readonly value: number } | { readonly uncovered: number };

type Measured = (from: string, to: string, calendar: Calendar) => Length;

const DAY = 86_400_000;
const MONTHS_IN_YEAR = 12;

const workingDays: Measured = (from, to, calendar) => {
  const count = workingDaysBetween(from, to, calendar);
  return 'days' in count ? { value: count.days } : count;
};
const days: Measured = (from, to) => ({ value: Math.round((timeOf(to) - timeOf(from)) / DAY) });
const months: Measured = (from, to) => ({ value: monthsBetween(from, to) });
const years: Measured = (from, to) => ({ value: monthsBetween(from, to) / MONTHS_IN_YEAR });

const BY_UNIT: Readonly<Record<string, Measured>> = {
  工作日: workingDays,
  个工作日: workingDays,
  日: days,
  天: days,
  自然日: days,
  月: months,
  个月: months,
  年: years,
  周年: years,
};

/** Units that a time limit may have, as clauses write them. */
export const PERIOD_UNITS: readonly string[] = Object.keys(BY_UNIT);

/**
 * From one ISO day to a later or the same one. The day it starts on is not counted, the day it ends on is. Months and
 * years end on the day of the same number, or on the last of the month where there is none (民法典第二百零一条、第二百零二条);
 * what is left over is a fraction of the next month. Throws for a unit that is not in `PERIOD_UNITS`.
 */
export function lengthOf(from: string, to: string, unit: string, calendar: Calendar): Length {
  const measured = BY_UNIT[unit];
  if (measured === undefined) throw new Error(`${unit} is no unit of time`);
  return measured(from, to, calendar);
}

function monthsBetween(from: string, to: string): number {
  const [start, end] = [partsOf(from), partsOf(to)];
  let whole = (end.year - start.year) * MONTHS_IN_YEAR + end.month - start.month;
  if (monthsAfter(from, whole) > timeOf(to)) whole -= 1;
  const [last, next] = [monthsAfter(from, whole), monthsAfter(from, whole + 1)];
  return whole + (timeOf(to) - last) / (next - last);
}

/** The time of the day so many months on. */
function monthsAfter(from: string, count: number): number {
  const { year, month, day } = partsOf(from);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return Date.UTC(year, month - 1 + count, Math.min(day, last));
}

function partsOf(day: string): { year: number; month: number; day: number } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, day: date };
}

function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
