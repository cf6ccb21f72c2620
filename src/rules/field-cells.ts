import type { Origin } from '../model/origin.ts';
import type { Table } from '../model/table.ts';
import { fieldTexts, rowKey } from './body-cells.ts';
import type { Context, Options } from './define.ts';
import { cellOrigin, firstHeaderOrigin } from './origins.ts';

/** A cell of text with its address. */
export interface FieldCell {
  readonly text: string;
  readonly at: Origin;
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
  return fieldTexts(table)
    .filter(({ field }) => fields.includes(field))
    .map(({ row, column, text }) => ({
      text,
      // Most cells are in order and never asked for their address.
      get at() {
        return cellOrigin(table, row.row, column, rowKey(table, row));
      },
    }));
}
