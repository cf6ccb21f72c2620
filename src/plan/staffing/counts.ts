import type { FieldRecord } from '../../model/dataset.ts';
import type { Count } from '../../model/staffing.ts';

/** A whole number of persons or households with its ends; `null` where the cell holds none or leaves an end open. */
export function countOf(record: FieldRecord, field: string): Count | null {
  const quantity = record.quantity(field);
  if (quantity === null) return null;
  const { low, high } = quantity;
  return Number.isInteger(low) && Number.isInteger(high) && low >= 0 ? { low, high } : null;
}

export const NONE: Count = { low: 0, high: 0 };

export function sum(left: Count, right: Count): Count {
  return { low: left.low + right.low, high: left.high + right.high };
}

export function isExact({ low, high }: Count): boolean {
  return low === high;
}

const HUNDREDTHS = 100;
const TEN_THOUSAND = 10_000;

/** `part` to 10,000 of `whole`, half up to two decimals, worked out in whole numbers. */
export function per10k(part: number, whole: number): number {
  const scale = TEN_THOUSAND * HUNDREDTHS;
  return Math.floor((2 * part * scale + whole) / (2 * whole)) / HUNDREDTHS;
}

/** Both ends of a ratio whose parts may have two ends each. */
export function ratioOf(part: Count, whole: Count): Count {
  return { low: per10k(part.low, whole.high), high: per10k(part.high, whole.low) };
}

/** Persons that `norm` to 10,000 asks for, rounded up. A norm has at most two decimals. */
export function needed(norm: number, residents: number): number {
  return Math.ceil((Math.round(norm * HUNDREDTHS) * residents) / (TEN_THOUSAND * HUNDREDTHS));
}

/** Persons wanting; below 0 where there are more than asked for. */
export function shortOf(norm: number, workers: Count, residents: Count): Count {
  return {
    low: needed(norm, residents.low) - workers.high,
    high: needed(norm, residents.high) - workers.low,
  };
}

/** `part` of `whole` in percent, half up to two decimals. */
export function percentOf(part: number, whole: number): number {
  return Math.floor((2 * part * HUNDREDTHS * HUNDREDTHS + whole) / (2 * whole)) / HUNDREDTHS;
}
