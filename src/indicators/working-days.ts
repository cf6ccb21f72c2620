import type { Calendar, CalendarYear } from '../model/policy.ts';

/**
 * Working days (工作日): Monday to Friday, less the days off and plus the make-up days that are announced each year.
 * The day a period starts on is not counted (期间开始的当日不计入，自下一日起算); the day it ends on is.
 */

/** `uncovered`: the first year that was needed and that the calendar does not know. Never a guess. */
export type WorkingDays = { readonly days: number } | { readonly uncovered: number };
export type WorkingDay = { readonly day: string } | { readonly uncovered: number };

const DAY = 86_400_000;
const THURSDAY = 4;

/**
 * New Year of the next year may move days from here on (29 December 2007 and 2018 were make-up days), so these
 * days are known only once the next year has been announced.
 */
const OPEN_FROM = '12-29';

const NOTHING: Pick<CalendarYear, 'off' | 'work'> = { off: [], work: [] };

/** Working days after `from` up to and with `to`, both ISO days; below zero where `to` comes first. */
export function workingDaysBetween(from: string, to: string, calendar: Calendar): WorkingDays {
  if (from > to) {
    const turned = workingDaysBetween(to, from, calendar);
    return 'days' in turned ? { days: turned.days === 0 ? 0 : -turned.days } : turned;
  }
  if (from === to) return { days: 0 };
  const uncovered = firstUncovered(from, to, calendar);
  if (uncovered !== null) return { uncovered };
  let days = weekdaysUpTo(numberOf(to)) - weekdaysUpTo(numberOf(from));
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    const { off, work } = calendar.get(year) ?? NOTHING;
    const within = (day: string) => from < day && day <= to;
    days -= off.filter((day) => within(day) && isWeekday(day)).length;
    days += work.filter((day) => within(day) && !isWeekday(day)).length;
  }
  return { days };
}

/** The working day that is `count` of them after `from`; `from` itself where `count` is 0. `count` is whole and not below 0. */
export function addWorkingDays(from: string, count: number, calendar: Calendar): WorkingDay {
  let day = from;
  for (let left = count; left > 0; ) {
    const next = isoOf(numberOf(day) + 1);
    const uncovered = firstUncovered(day, next, calendar);
    if (uncovered !== null) return { uncovered };
    day = next;
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return { day };
}

function isWorkingDay(day: string, calendar: Calendar): boolean {
  const { off, work } = calendar.get(yearOf(day)) ?? NOTHING;
  return isWeekday(day) ? !off.includes(day) : work.includes(day);
}

/** The first year needed for the days after `from` up to `to` that is not there. */
function firstUncovered(from: string, to: string, calendar: Calendar): number | null {
  const last = to.slice(5) >= OPEN_FROM ? yearOf(to) + 1 : yearOf(to);
  for (let year = yearOf(isoOf(numberOf(from) + 1)); year <= last; year++)
    if (!calendar.has(year)) return year;
  return null;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** Days since 1 January 1970, a Thursday. */
function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

function isoOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** 0 is Monday. */
function weekdayOf(number: number): number {
  return (((number + THURSDAY - 1) % 7) + 7) % 7;
}

function isWeekday(day: string): boolean {
  return weekdayOf(numberOf(day)) < 5;
}

/** Weekdays up to and with a day, counted from the Monday before 1 January 1970; below zero before it. */
function weekdaysUpTo(number: number): number {
  const fromMonday = number + THURSDAY - 1;
  const weeks = Math.floor(fromMonday / 7);
  return weeks * 5 + Math.min(weekdayOf(number) + 1, 5);
}
