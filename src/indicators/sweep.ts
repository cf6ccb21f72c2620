import type { Measure } from '../model/run.ts';
import { standingAt } from './measures.ts';

/** Values that are tried for a parameter. */
export interface Sweep {
  readonly parameter: string;
  readonly values: readonly number[];
}

/** One value for each parameter, and how the units measured come out under them. */
export interface Trial {
  readonly values: readonly number[];
  readonly breaks: number;
  readonly uncertain: number;
  readonly keeps: number;
}

/** A unit changes sides at `value`: with a `max` it breaks below it, with a `min` above it. */
export interface FlipPoint {
  readonly parameter: string;
  readonly value: number;
  readonly breaks: 'below' | 'above';
  readonly about: string;
  readonly at: Measure['at'];
  readonly rule: string;
}

/** Every combination of the values, over the numbers one run has left; nothing is read again. */
export function trialsOf(measures: readonly Measure[], sweeps: readonly Sweep[]): Trial[] {
  const units = unitsOf(
    measures.filter(({ parameter }) => sweeps.some((sweep) => sweep.parameter === parameter)),
  );
  const combinations = sweeps.reduce<readonly (readonly number[])[]>(
    (all, { values }) => all.flatMap((before) => values.map((value) => [...before, value])),
    [[]],
  );
  return combinations.map((values) => {
    const chosen = new Map(sweeps.map(({ parameter }, index) => [parameter, values[index] ?? 0]));
    const counts = { breaks: 0, uncertain: 0, keeps: 0 };
    for (const unit of units) {
      const standings = unit.map((measure) => standingAt(measure, chosen.get(measure.parameter) ?? 0));
      const open = unit.some((measure, index) => measure.open && standings[index] === 'breaks');
      const firm = unit.some((measure, index) => !measure.open && standings[index] === 'breaks');
      counts[firm ? 'breaks' : open || standings.includes('uncertain') ? 'uncertain' : 'keeps'] += 1;
    }
    return { values, ...counts };
  });
}

/** A unit breaks if any of its numbers does. */
function unitsOf(measures: readonly Measure[]): readonly (readonly Measure[])[] {
  const units = new Map<string, Measure[]>();
  for (const measure of measures) {
    const { file, sheet } = measure.at;
    const key = JSON.stringify([file, sheet, measure.about]);
    const unit = units.get(key);
    if (unit === undefined) units.set(key, [measure]);
    else unit.push(measure);
  }
  return [...units.values()];
}

/** Where units change sides between the least and the greatest value tried, in order of the value. */
export function flipPoints(measures: readonly Measure[], { parameter, values }: Sweep): FlipPoint[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return measures
    .filter((measure) => measure.parameter === parameter && measure.side !== 'equals')
    .map(({ side, low, high, about, at, rule }): FlipPoint => {
      const value = side === 'max' ? low : high;
      return { parameter, value, breaks: side === 'max' ? 'below' : 'above', about, at, rule };
    })
    .filter(({ value }) => value >= least && value <= most)
    .sort((left, right) => left.value - right.value);
}
