import type { FileFormat } from '../../model/workbook.ts';
import { defineRule } from '../define.ts';
import { cellsOf, quantityColumns } from '../typed-cells.ts';

/** In these everything is text. */
const TEXT_FORMATS: readonly FileFormat[] = ['csv', 'tsv'];
/** A plain number: units, hedges and words are told by `quantity-unit`. */
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u;

/** A column that holds no number but as text has one fault, that of its format, and is told once. */
export const rule = defineRule({
  id: 'cell-number-as-text',
  scope: 'workbook',
  messages: {
    text: {
      'zh-CN':
        '“{field}”的“{found}”是文本，不是数字，求和时会被当作 0。请选中该列，用“转换为数字”（WPS：文本型数字转为数字）改正。',
      en: '“{found}” in “{field}” is text and not a number; a sum counts it as 0. Select the column and use Convert to Number.',
    },
    column: {
      'zh-CN':
        '“{field}”整列的 {count} 个数都是文本，如“{found}”，求和得 0。请选中该列，用“转换为数字”（WPS：文本型数字转为数字）改正。',
      en: 'All {count} numbers of “{field}” are text, as “{found}”; their sum is 0. Select the column and use Convert to Number.',
    },
  },
  check(dataset, { report, skip }) {
    const columns = TEXT_FORMATS.includes(dataset.format) ? [] : quantityColumns(dataset);
    if (columns.length === 0) skip('nothing-to-check');
    for (const column of columns) {
      const field = column.field.id;
      const cells = [...cellsOf(column)];
      const texts = cells.filter(({ raw }) => typeof raw === 'string' && NUMBER.test(raw.trim()));
      const argsOf = ({ raw }: (typeof cells)[number]) => ({ field, found: String(raw).trim() });
      const [first, second] = texts;
      if (first === undefined) continue;
      if (second !== undefined && cells.every(({ raw }) => typeof raw !== 'number')) {
        const args = { ...argsOf(first), count: texts.length };
        report({ message: 'column', args, at: first.record.at(field) });
        continue;
      }
      for (const cell of texts) report({ message: 'text', args: argsOf(cell), at: cell.record.at(field) });
    }
  },
});
