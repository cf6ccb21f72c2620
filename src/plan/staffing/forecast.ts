import type { Forecast, ForecastYear, StaffMember } from '../../model/staffing.ts';

/** Chances below this are left out of a distribution. */
const NEGLIGIBLE = 1e-9;
const POINTS = { p5: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95 } as const;

export interface Assumptions {
  /** Years of age at which one leaves. */
  readonly leaveAt: number;
  /** Percent that leave for another reason in a year. */
  readonly turnover: number;
  readonly years: number;
}

/**
 * How many of today's staff are still there at the end of each year. Who reaches the age leaves for certain; of the
 * others each one stays with the same chance, year by year and apart from the rest, so that their number is binomial.
 */
export function forecastOf(
  members: readonly StaffMember[],
  from: string,
  { leaveAt, turnover, years }: Assumptions,
): Forecast {
  const firstYear = Number(from.slice(0, 4));
  const leaving = members.flatMap(({ born }) => (born === null ? [] : [Number(born.slice(0, 4)) + leaveAt]));
  return {
    leaveAt,
    turnover,
    staff: members.length,
    unknownAge: members.length - leaving.length,
    years: Array.from({ length: years }, (_, index) => {
      const year = firstYear + index + 1;
      const retired = leaving.filter((last) => last <= year).length;
      return yearOf(year, members.length, retired, (1 - turnover / 100) ** (index + 1));
    }),
  };
}

function yearOf(year: number, staff: number, retired: number, stays: number): ForecastYear {
  const left = staff - retired;
  const { from, chances } = binomial(left, stays);
  const points = Object.fromEntries(
    Object.entries(POINTS).map(([name, share]) => [name, pointOf(from, chances, share)]),
  ) as Record<keyof typeof POINTS, number>;
  return { year, retired, mean: Math.round(left * stays * 100) / 100, ...points, from, chances };
}

/** The smallest number that `share` of the chances do not exceed. */
function pointOf(from: number, chances: readonly number[], share: number): number {
  let below = 0;
  for (const [index, chance] of chances.entries()) {
    below += chance;
    if (below >= share) return from + index;
  }
  return from + chances.length - 1;
}

/** Chances of 0 … `count` successes, each worked out from its neighbour, starting at the likeliest. */
function binomial(
  count: number,
  chance: number,
): { readonly from: number; readonly chances: readonly number[] } {
  if (count === 0 || chance === 0) return { from: 0, chances: [1] };
  if (chance === 1) return { from: count, chances: [1] };
  const likeliest = Math.min(count, Math.floor((count + 1) * chance));
  const odds = chance / (1 - chance);
  const up = [1];
  for (let k = likeliest; k < count; k++) {
    const next = (up.at(-1) as number) * ((count - k) / (k + 1)) * odds;
    if (next < NEGLIGIBLE * NEGLIGIBLE) break;
    up.push(next);
  }
  const down: number[] = [];
  for (let k = likeliest, last = 1; k > 0; k--) {
    last *= k / (count - k + 1) / odds;
    if (last < NEGLIGIBLE * NEGLIGIBLE) break;
    down.push(last);
  }
  const weights = [...down.reverse(), ...up];
  const total = weights.reduce((all, weight) => all + weight, 0);
  const shares = weights.map((weight) => weight / total);
  const first = shares.findIndex((share) => share >= NEGLIGIBLE);
  const last = shares.findLastIndex((share) => share >= NEGLIGIBLE);
  return { from: likeliest - down.length + first, chances: shares.slice(first, last + 1) };
}
