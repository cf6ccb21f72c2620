import type { Origin } from '../../model/origin.ts';
import type { Measure } from '../../model/run.ts';
import { type Limit, shown } from './bounds.ts';

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
  { parameter, unit, value: limit }: Limit,
): Omit<Measure, 'rule'> {
  const margin = shown(marginOf(side, low, high, limit));
  const place = { file, sheet, a1 };
  return { parameter, side, low, high, unit, limit, margin, about, at: place, open: unanswered.length > 0 };
}

function marginOf(side: Measure['side'], low: number, high: number, limit: number): number {
  switch (side) {
    case 'min':
    case 'target':
      return low - limit;
    case 'max':
      return limit - high;
    case 'equals':
      return 0 - Math.max(Math.abs(low - limit), Math.abs(high - limit));
  }
}
