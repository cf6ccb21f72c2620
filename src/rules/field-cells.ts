import type { Origin } from '../model/origin.ts';
import type { Table } from '../model/table.ts';
import type { Context, Options } from './define.ts';
import { cellOrigin, firstHeaderOrigin } from './origins.ts';

/** A cell of text with its address. */
export interface FieldCell {
  readonly field: string;
  readonly text: string;
  readonly at: Origin;
}

/** Fields that say what a row is about, so that a finding keeps its identity when rows move. */
const KEY_FIELDS = ['text', 'certificate', 'name'];

/**
 * The cells of a table's columns of these fields that hold text. A table without such a column is skipped,
 * so that it cannot pass for one whose cells are in order.
 */
export function fieldCells<M extends string, O extends Options>(
  table: Table,
  fields: readonly string[],
  { policy, skip }: Context<M, O>,
): FieldCell[] {
  const columns = table.columns.filter(({ field }) => field !== null && fields.includes(field));
  if (columns.length === 0) {
    const kind = policy.vocabulary.kinds.find(({ id }) => id === table.kind);
    const usual = fields.find((field) => kind?.fields.some(({ id }) => id === field));
    const header = firstHeaderOrigin(table);
    if (usual === undefined) skip('nothing-to-check', {}, header);
    else skip('column-missing', { field: usual }, header);
    return [];
  }
  const key = table.columns.find(({ field }) => field !== null && KEY_FIELDS.includes(field))?.column ?? 0;
  return table.rows.flatMap(({ row, cells }) => {
    const about = cells[key - 1];
    return columns.flatMap(({ column, field }) => {
      const text = cells[column - 1];
      if (typeof text !== 'string' || field === null) return [];
      const at = cellOrigin(table, row, column, typeof about === 'string' ? about.trim() : null);
      return [{ field, text, at }];
    });
  });
}
