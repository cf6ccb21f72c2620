import { oddCells, rowKey } from '../body-cells.ts';
import { defineRule } from '../define.ts';
import { cellOrigin } from '../origins.ts';

/** Formulas are never worked out here: a value that was not stored is a value nobody has seen. */
export const rule = defineRule({
  id: 'cell-formula-without-value',
  scope: 'table',
  messages: {
    unstored: {
      'zh-CN':
        '公式 {formula} 没有保存计算结果，该值未检查。请在 WPS 或 Excel 中打开并保存一次，或粘贴为数值。',
      en: 'The formula {formula} was saved without its result, so the value was not checked. Open and save the file in WPS or Excel, or paste the value.',
    },
  },
  check(table, { report }) {
    for (const { row, column, cell } of oddCells(table)) {
      if (typeof cell !== 'object' || cell.kind !== 'formula') continue;
      report({
        message: 'unstored',
        args: { formula: cell.formula },
        at: cellOrigin(table, row.row, column, rowKey(table, row)),
      });
    }
  },
});
