import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarYaml } from '../scripts/make-calendar.ts';
import { addWorkingDays, workingDaysBetween } from '../src/indicators/working-days.ts';
import { ROOT } from './support/paths.ts';
import { policyOf } from './support/policy.ts';

const { calendar } = await policyOf('national');
const YEARS = [...calendar.keys()];
const FIRST = `${Math.min(...YEARS)}-01-01`;
/** The last day that no later announcement can move. */
const LAST = `${Math.max(...YEARS)}-12-28`;
const DAY = 86_400_000;

const iso = (number: number) => new Date(number * DAY).toISOString().slice(0, 10);
const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY;
const anyDay = fc.integer({ min: numberOf(FIRST), max: numberOf(LAST) }).map(iso);

/** Day by day, by the library the data comes from. */
function counted(from: string, to: string): number {
  let days = 0;
  for (let at = numberOf(from) + 1; at <= numberOf(to); at++) if (isWorkday(iso(at))) days += 1;
  return days;
}

function days(from: string, to: string): number {
  const count = workingDaysBetween(from, to, calendar);
  if (!('days' in count)) throw new Error(`${count.uncovered} is not covered`);
  return count.days;
}

describe('working days', () => {
  it('do not count the day a period starts on, and count the day it ends on', () => {
    // Spring Festival 2026: off from Sunday 15 to Monday 23 February, Saturday 14 and 28 February are worked.
    expect(days('2026-02-13', '2026-02-14')).toBe(1);
    expect(days('2026-02-14', '2026-02-23')).toBe(0);
    expect(days('2026-02-13', '2026-02-24')).toBe(2);
    expect(days('2026-02-27', '2026-03-01')).toBe(1);
    expect(days('2026-03-02', '2026-03-02')).toBe(0);
    expect(addWorkingDays('2026-02-13', 2, calendar)).toEqual({ day: '2026-02-24' });
    expect(addWorkingDays('2026-02-15', 0, calendar)).toEqual({ day: '2026-02-15' });
  });

  it('agree with counting day by day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 800 }), (from, span) => {
        const to = iso(Math.min(numberOf(from) + span, numberOf(LAST)));
        expect(days(from, to)).toBe(counted(from, to));
      }),
      { numRuns: 200 },
    );
  });

  it('add up over any day between, and turn their sign when turned round', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (a, b, c) => {
        expect(days(a, b) + days(b, c)).toBe(days(a, c));
        expect(days(a, b) + days(b, a)).toBe(0);
      }),
    );
  });

  it('added and counted again come to the same number, on a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        fc.pre(from < '2026-09-01');
        const end = addWorkingDays(from, count, calendar);
        if (!('day' in end)) throw new Error(`${end.uncovered} is not covered`);
        expect(days(from, end.day)).toBe(count);
        expect(isWorkday(end.day)).toBe(true);
      }),
    );
  });

  it.each([
    ['2014-12-30', '2015-01-05', 2014],
    ['2026-12-01', '2027-01-04', 2027],
    ['2013-01-01', '2013-01-02', 2013],
    // New Year's arrangement for 2027 may make any of these days a working day or none.
    ['2026-12-01', '2026-12-29', 2027],
    ['2031-05-01', '2031-05-02', 2031],
  ])('from %s to %s are not known: %i was not announced', (from, to, uncovered) => {
    expect(workingDaysBetween(from, to, calendar)).toEqual({ uncovered });
    expect(workingDaysBetween(to, from, calendar)).toEqual({ uncovered });
  });

  it('are known up to the last day that is announced', () => {
    expect(workingDaysBetween('2026-12-01', '2026-12-28', calendar)).toEqual({ days: 19 });
    expect(workingDaysBetween('2014-12-31', '2015-01-05', calendar)).toEqual({ days: 2 });
    expect(addWorkingDays('2026-12-28', 1, calendar)).toEqual({ uncovered: 2027 });
  });

  it('come from data that the script writes again to the byte', () => {
    const file = path.join(ROOT, 'packs/national/calendar.yaml');
    expect(readFileSync(file, 'utf8')).toBe(calendarYaml());
    expect(YEARS.length).toBeGreaterThanOrEqual(12);
  });
});
