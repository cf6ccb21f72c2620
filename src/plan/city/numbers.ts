import type { FieldRecord } from '../../model/dataset.ts';
import type { LayoutFinding } from '../../model/layout.ts';

/** A count as a whole number; `null`, with a finding, where the cell holds none or only a rough one. */
export function countIn(
  record: FieldRecord,
  field: string,
  about: string,
  note: (finding: LayoutFinding) => void,
): number | null {
  const quantity = record.quantity(field);
  const value = quantity?.value ?? null;
  if (quantity === null || value === null || value < 0 || !Number.isInteger(value)) {
    const found = record.value(field).text.trim();
    note({ id: 'households-missing', args: { about, found }, at: record.at(field) });
    return null;
  }
  if (quantity.low !== quantity.high)
    note({
      id: 'households-inexact',
      args: { about, found: record.value(field).text.trim(), value },
      at: record.at(field),
    });
  return value;
}

/** A count that may be left out. */
export function optionalCount(record: FieldRecord, field: string): number | null {
  const value = record.quantity(field)?.value ?? null;
  return value !== null && value >= 0 && Number.isInteger(value) ? value : null;
}
