import type { Origin } from '../model/origin.ts';
import type { Table } from '../model/table.ts';
import { type FieldText, fieldTexts, rowKey } from './body-cells.ts';
import type { Context, Options } from './define.ts';
import { cellOrigin, firstHeaderOrigin } from './origins.ts';

/** A cell of text. Most cells are in order and never asked for their address. */
export class FieldCell {
  constructor(
    readonly text: string,
    private readonly table: Table,
    private readonly cell: FieldText,
  ) {}

  get at(): Origin {
    const { row, column } = this.cell;
    return cellOrigin(this.table, row.row, column, rowKey(this.table, row));
  }
}

/**
 * The cells of a table's columns of these fields that hold text. A table without such a column is skipped,
 * so that it cannot pass for one whose cells are in order.
 */
export function fieldCells<M extends string, O extends Options>(
  table: Table,
  fields: readonly string[],
  { skip }: Context<M, O>,
): FieldCell[] {
  if (!table.columns.some(({ field }) => field !== null && fields.includes(field))) {
    skip('nothing-to-check', {}, firstHeaderOrigin(table));
    return [];
  }
  const cells: FieldCell[] = [];
  for (const cell of fieldTexts(table)) {
    if (fields.includes(cell.field)) cells.push(new FieldCell(cell.cell, table, cell));
  }
  return cells;
}
