import type { TableRecord } from '../model/dataset.ts';
import { a1Of, type Origin } from '../model/origin.ts';
import type { Table, TableRow } from '../model/table.ts';
import { toQuantity, toValue } from './values.ts';

/** Columns by field; the first of several columns with one meaning counts, the others are reported by a rule. */
export function fieldColumns(table: Table): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const { field, column } of table.columns) {
    if (field !== null && !columns.has(field)) columns.set(field, column);
  }
  return columns;
}

/** A row with its fields by id. Addresses are worked out when asked for. */
export function toRecord(
  table: Table,
  row: TableRow,
  columns: ReadonlyMap<string, number>,
  key: string,
): TableRecord {
  const value = (field: string) => {
    const column = columns.get(field);
    return toValue(column === undefined ? undefined : row.cells[column - 1]);
  };
  return {
    row,
    value,
    quantity: (field) => toQuantity(value(field)),
    at: (field, role = 'here'): Origin => {
      const column = columns.get(field) ?? table.columns[0]?.column ?? 1;
      return {
        file: table.file,
        sheet: table.sheet,
        row: row.row,
        column,
        a1: a1Of(row.row, column),
        header: table.columns.find((candidate) => candidate.column === column)?.header ?? null,
        key: key === '' ? null : key,
        role,
      };
    },
  };
}
