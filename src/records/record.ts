import type { Quantity, TableRecord, Value } from '../model/dataset.ts';
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
export class RowRecord implements TableRecord {
  constructor(
    readonly row: TableRow,
    private readonly table: Table,
    private readonly columns: ReadonlyMap<string, number>,
    /** What the row is about in its own words; empty when nothing says. */
    private readonly about: string,
  ) {}

  value(field: string): Value {
    const column = this.columns.get(field);
    return toValue(column === undefined ? undefined : this.row.cells[column - 1]);
  }

  quantity(field: string): Quantity | null {
    const quantity = toQuantity(this.value(field));
    if (quantity === null || quantity.unit !== '') return quantity;
    return { ...quantity, value: Math.round(quantity.value * this.headerScale(field) * 1000) / 1000 };
  }

  /** 常住人口（万人） counts in ten thousands. */
  private headerScale(field: string): number {
    const column = this.columns.get(field);
    const header = this.table.columns.find((candidate) => candidate.column === column)?.header ?? '';
    return /[(（][^()（）]*万/u.test(header) ? 10_000 : 1;
  }

  at(field: string, role: Origin['role'] = 'here'): Origin {
    const { file, sheet, columns: headed } = this.table;
    const column = this.columns.get(field) ?? headed[0]?.column ?? 1;
    return {
      file,
      sheet,
      row: this.row.row,
      column,
      a1: a1Of(this.row.row, column),
      header: headed.find((candidate) => candidate.column === column)?.header ?? null,
      key: this.about === '' ? null : this.about,
      role,
    };
  }
}
