import type { CellValue } from '../../model/workbook.ts';
import { oddCells, rowKey } from '../body-cells.ts';
import { defineRule } from '../define.ts';
import { cellOrigin } from '../origins.ts';

/** What an error becomes when the table is saved as CSV. */
const ERROR_TEXT = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|GETTING_DATA)$/u;

export const rule = defineRule({
  id: 'cell-error-value',
  scope: 'table',
  messages: {
    error: {
      'zh-CN': '单元格是公式错误 {code}，不是数据。请改正公式，或直接填写数值。',
      en: 'The cell shows the formula error {code} instead of data. Mend the formula, or type the value.',
    },
  },
  check(table, { report }) {
    for (const { row, column, cell } of oddCells(table)) {
      const code = errorIn(cell);
      if (code === null) continue;
      report({
        message: 'error',
        args: { code },
        at: cellOrigin(table, row.row, column, rowKey(table, row)),
      });
    }
  },
});

function errorIn(cell: CellValue): string | null {
  if (typeof cell === 'object') return cell.kind === 'error' ? cell.code : null;
  return typeof cell === 'string' && cell.includes('#') && ERROR_TEXT.test(cell.trim()) ? cell.trim() : null;
}
