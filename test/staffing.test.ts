import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StaffMember, StaffPlace } from '../src/model/staffing.ts';
import { allocate } from '../src/plan/staffing/allocation.ts';
import { needed, per10k, shortOf } from '../src/plan/staffing/counts.ts';
import { forecastOf } from '../src/plan/staffing/forecast.ts';

const SEED = 20_261_125;
const AT = {
  file: 'a',
  sheet: 's',
  row: 2,
  column: 1,
  a1: 'A2',
  header: null,
  key: null,
  role: 'here',
} as const;

function place(name: string, workers: number, residents: number): StaffPlace {
  return {
    level: 'community',
    name,
    code: name,
    subdistrict: '',
    district: '',
    workers: { low: workers, high: workers },
    urbanResidents: { low: residents, high: residents },
    households: null,
    committeeMembers: null,
    grids: null,
    gridWorkers: null,
    at: AT,
  };
}

describe('a ratio', () => {
  it('is rounded half up to two decimals, whatever binary fractions do', () => {
    expect(per10k(5285, 2_903_900)).toBe(18.2);
    expect(per10k(1, 80_000)).toBe(0.13);
    expect(per10k(1_000_005, 10_000_000)).toBe(1000.01);
  });

  it('is the exact quotient rounded', () => {
    const whole = fc.integer({ min: 1, max: 100_000_000 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), whole, (part, residents) => {
        const doubled = 2n * BigInt(part) * 1_000_000n + BigInt(residents);
        expect(per10k(part, residents)).toBe(Number(doubled / (2n * BigInt(residents))) / 100);
      }),
      { numRuns: 2000, seed: SEED },
    );
  });

  it('asks for persons rounded up, and for none more where it is met', () => {
    expect(needed(18, 10_000)).toBe(18);
    expect(needed(18, 10_001)).toBe(19);
    expect(needed(18.2, 2_903_900)).toBe(5286);
    expect(shortOf(18, { low: 18, high: 18 }, { low: 10_000, high: 10_000 })).toEqual({ low: 0, high: 0 });
  });

  it('keeps both ends of a number that is not exact', () => {
    const workers = { low: 17, high: 19 };
    expect(shortOf(18, workers, { low: 10_000, high: 10_000 })).toEqual({ low: -1, high: 1 });
  });
});

describe('posts given out', () => {
  /** Ratios after giving, the lowest first, as exact fractions put over one denominator. */
  const ratiosOf = (places: readonly { workers: number; residents: number }[]) => {
    const common = places.reduce((product, { residents }) => product * residents, 1);
    return places.map(({ workers, residents }) => workers * (common / residents)).sort((a, b) => a - b);
  };
  const compare = (left: readonly number[], right: readonly number[]) => {
    const at = left.findIndex((value, index) => value !== right[index]);
    return at === -1 ? 0 : (left[at] as number) - (right[at] as number);
  };
  /** Every way to give `posts` to the places. */
  function* ways(count: number, posts: number): Generator<number[]> {
    if (count === 1) {
      yield [posts];
      return;
    }
    for (let first = 0; first <= posts; first++)
      for (const rest of ways(count - 1, posts - first)) yield [first, ...rest];
  }

  it('raise the lowest ratio most, then the next lowest: no way of giving does better', () => {
    const one = fc.record({
      workers: fc.integer({ min: 0, max: 12 }),
      residents: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 7 }),
        (rows, posts) => {
          const places = rows.map(({ workers, residents }, index) => place(`p${index}`, workers, residents));
          const answer = allocate(places, posts);
          const given = new Map(answer?.given.map(({ name, posts: count }) => [name, count]));
          const after = rows.map((row, index) => ({
            ...row,
            workers: row.workers + (given.get(`p${index}`) ?? 0),
          }));
          expect([...given.values()].reduce((all, count) => all + count, 0)).toBe(posts);
          for (const way of ways(rows.length, posts)) {
            const other = rows.map((row, index) => ({ ...row, workers: row.workers + (way[index] ?? 0) }));
            expect(compare(ratiosOf(after), ratiosOf(other))).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { numRuns: 500, seed: SEED },
    );
  });

  it('equals go by code, in whatever order the rows stand', () => {
    const places = ['c', 'a', 'b'].map((code) => place(code, 5, 5000));
    const names = (rows: readonly StaffPlace[]) => allocate(rows, 2)?.given.map(({ name }) => name);
    expect(names(places)).toEqual(['a', 'b']);
    expect(names([...places].reverse())).toEqual(['a', 'b']);
  });

  it('a place without exact numbers gets none and is counted', () => {
    const rough = { ...place('b', 1, 9000), urbanResidents: { low: 8000, high: 9000 } };
    const answer = allocate([place('a', 9, 5000), rough], 1);
    expect(answer?.given.map(({ name }) => name)).toEqual(['a']);
    expect(answer?.leftOut).toBe(1);
    expect(allocate([rough], 1)).toBeNull();
  });
});

describe('the forecast', () => {
  const born = (year: number): StaffMember => ({
    community: '',
    category: '',
    education: '',
    qualification: '',
    supervisor: '',
    born: `${year}-06-01`,
  });

  it('is the whole distribution: what every combination of staying and leaving adds up to', () => {
    const members = [born(1990), born(1991), born(1995), born(1999), born(1967)];
    const { years } = forecastOf(members, '2026-11-25', { leaveAt: 60, turnover: 20, years: 2 });
    const [first, second] = years;
    // The fifth turns 60 in 2027; each of the others stays with 0.8 in a year.
    for (const [year, stays] of [
      [first, 0.8],
      [second, 0.64],
    ] as const) {
      const chances = [0, 0, 0, 0, 0];
      for (let mask = 0; mask < 16; mask++) {
        const left = [1, 2, 4, 8].filter((bit) => mask & bit).length;
        chances[left] = (chances[left] ?? 0) + stays ** left * (1 - stays) ** (4 - left);
      }
      expect(year?.retired).toBe(1);
      expect(year?.from).toBe(0);
      for (const [index, chance] of chances.entries()) expect(year?.chances[index]).toBeCloseTo(chance, 12);
    }
  });

  it('adds up to one, has the mean in its middle, and is the same without turnover for certain', () => {
    const members = Array.from({ length: 5285 }, (_, index) => born(1966 + (index % 35)));
    const assumed = { leaveAt: 60, turnover: 6, years: 5 };
    for (const year of forecastOf(members, '2026-11-25', assumed).years) {
      expect(year.chances.reduce((all, chance) => all + chance, 0)).toBeCloseTo(1, 6);
      const mean = year.chances.reduce((all, chance, index) => all + chance * (year.from + index), 0);
      expect(Math.abs(mean - year.mean)).toBeLessThan(0.01);
      expect([year.p5, year.p25, year.p50, year.p75, year.p95]).toEqual(
        [year.p95, year.p5, year.p75, year.p25, year.p50].sort((a, b) => a - b),
      );
    }
    const [certain] = forecastOf(members, '2026-11-25', { ...assumed, turnover: 0 }).years;
    expect(certain?.chances).toEqual([1]);
    expect(certain?.p50).toBe(members.length - (certain?.retired ?? 0));
  });
});
