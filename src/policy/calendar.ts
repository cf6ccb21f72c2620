import type { CalendarYear } from '../model/policy.ts';
import type { CalendarYearDocument } from './documents.ts';

const DAY = 86_400_000;

/** A year of `calendar.yaml` with its spans of days written out. A later layer replaces a year as a whole. */
export function calendarYear(
  { year, citation, off, work }: CalendarYearDocument,
  pack: string,
): CalendarYear {
  return { year, off: off.flatMap(daysOf).sort(), work: work.flatMap(daysOf).sort(), citation, pack };
}

/** `2026-02-15/2026-02-17` → the three days. */
export function daysOf(span: string): string[] {
  const [from = '', to = from] = span.split('/');
  const days: string[] = [];
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += DAY) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
