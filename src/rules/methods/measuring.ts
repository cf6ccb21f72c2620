import type { Origin } from '../../model/origin.ts';
import type { Measure } from '../../model/run.ts';
import type { Limit } from './bounds.ts';

interface Measured {
  readonly about: string;
  readonly at: Origin;
  /** In the unit of the limit. */
  readonly low: number;
  readonly high: number;
  readonly unanswered: readonly string[];
}

/** The number a limit was held against, for trying other values of its parameter. */
export function measureOf(
  { about, at: { file, sheet, a1 }, low, high, unanswered }: Measured,
  side: Measure['side'],
  { parameter, unit }: Limit,
): Omit<Measure, 'rule'> {
  return { parameter, side, low, high, unit, about, at: { file, sheet, a1 }, open: unanswered.length > 0 };
}
