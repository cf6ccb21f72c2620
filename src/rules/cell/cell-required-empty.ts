import { rowKey } from '../body-cells.ts';
import { defineRule } from '../define.ts';
import { cellOrigin } from '../origins.ts';

/** A missing column is one fault, not one per row: `header-missing` reports it. */
export const rule = defineRule({
  id: 'cell-required-empty',
  scope: 'table',
  messages: {
    empty: {
      'zh-CN': '第 {row} 行没有填“{field}”，该项必填。请补填；多余的行请删去。',
      en: 'Row {row} has no “{field}”, which is required. Fill it in, or delete the row.',
    },
  },
  check(table, { policy, report }) {
    const kind = policy.vocabulary.kinds.find(({ id }) => id === table.kind);
    for (const field of kind?.fields ?? []) {
      const column = table.columns.find((candidate) => candidate.field === field.id)?.column;
      if (!field.required || column === undefined) continue;
      for (const row of table.rows) {
        const cell = row.cells[column - 1];
        if (cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '')) continue;
        report({
          message: 'empty',
          args: { row: row.row, field: field.id },
          at: cellOrigin(table, row.row, column, rowKey(table, row)),
        });
      }
    }
  },
});
