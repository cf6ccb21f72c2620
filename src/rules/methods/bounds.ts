import type { FieldRecord } from '../../model/dataset.ts';
import type { PolicyPack } from '../../model/policy.ts';
import { type RateUnit, rateUnitOf, roundHalfUp, unitOf } from '../../model/units.ts';

/** A number out of a cell, in the first unit of its dimension. A hedged number has two ends. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
  /** Empty where neither cell nor header nor pack says what is counted. */
  readonly dimension: string;
}

/** The number in a field; `null` where the cell holds none. */
export function boundsIn(record: FieldRecord, field: string): Bounds | null {
  const quantity = record.quantity(field);
  if (quantity === null) return null;
  // The scale (万) is in the number already; 平方公里 and % are not.
  const { dimension, factor } = unitOf(record.unit(field));
  return { low: quantity.low * factor, high: quantity.high * factor, dimension };
}

/** A limit of the pack on its day, with what it counts. */
export interface Limit {
  readonly parameter: string;
  readonly value: number;
  readonly unit: string;
  readonly rate: RateUnit;
  readonly citation: string | null;
}

/** `undefined` where the check sets no such limit; `null` where the pack has no value on that day. */
export function limitOf(policy: PolicyPack, parameter: string | undefined): Limit | null | undefined {
  if (parameter === undefined) return undefined;
  const found = policy.parameters.get(parameter);
  if (found === undefined || typeof found.value !== 'number') return null;
  const { value, unit, citation } = found;
  return { parameter, value, unit, rate: rateUnitOf(unit), citation };
}

/** As printed: half up, to two decimals, four where little is left. */
export function shown(value: number): number {
  return roundHalfUp(value, Math.abs(value) < 1 ? 4 : 2);
}
