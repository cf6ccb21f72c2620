import { fileOrigin } from '../../model/origin.ts';
import { defineRule } from '../define.ts';

/** Guards against a library that drops cells in silence. */
export const rule = defineRule({
  id: 'cells-lost',
  scope: 'input',
  messages: {
    fewer: {
      'zh-CN':
        '文件中有 {counted} 个单元格有内容，只读到 {delivered} 个，可能有内容未参与检查。请在 WPS 或 Excel 中另存为新的 .xlsx 后重报。',
      en: '{counted} cells of the file hold something, {delivered} were read, so some may not have been checked. Save the file anew as .xlsx in WPS or Excel.',
    },
  },
  check(input, { report, skip }) {
    if (input.state !== 'read') return;
    if (input.countedCells === null)
      return skip('no-second-count', { format: input.format ?? '' }, fileOrigin(input.path));
    const delivered = input.sheets.reduce((sum, { cells }) => sum + cells, 0);
    if (delivered >= input.countedCells) return;
    report({
      message: 'fewer',
      args: { counted: input.countedCells, delivered },
      at: fileOrigin(input.path),
    });
  },
});
