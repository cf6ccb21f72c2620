import { a1Of, fileOrigin } from '../../model/origin.ts';
import { defineRule } from '../define.ts';

/** A single line is a cover or a note; from two rows on, a list may have gone unread. */
const LEAST_ROWS = 2;

export const rule = defineRule({
  id: 'sheet-without-table',
  scope: 'input',
  messages: {
    unread: {
      'zh-CN':
        '工作表“{sheet}”有 {rows} 行内容，但找不到表头，整张未检查。若是清单，请在数据上方补一行列名，如“序号、事项名称、主管部门”。',
      en: 'The sheet “{sheet}” has {rows} rows but no header was found, so none of it was checked. If it is a list, put a row of column names such as 序号, 事项名称, 主管部门 above the data.',
    },
    turned: {
      'zh-CN':
        '工作表“{sheet}”的列名从上往下写在左边一列，事项从左往右排，整张未检查。请选中、复制，用“选择性粘贴→转置”把列名放到最上面一行。',
      en: 'The sheet “{sheet}” has its column names below one another and its items from left to right, so none of it was checked. Copy it and paste it transposed, so that the names stand in the top row.',
    },
    unselected: {
      'zh-CN':
        '选定要读的工作表，这个文件里一张也没有（有的是：{sheets}），整个文件未检查。请核对 --sheet 的写法。',
      en: 'The file has none of the sheets that were asked for (it has {sheets}), so none of it was checked. Check what --sheet says.',
    },
    blank: {
      'zh-CN': '文件里的工作表都是空的，没有可检查的内容。请确认报送的是填好的表。',
      en: 'Every sheet of the file is blank, so there was nothing to check. Make sure the filled-in file was sent.',
    },
  },
  check(input, { report }) {
    if (input.state !== 'read') return;
    const unread = input.sheets.filter(
      ({ skipReason, firstCell }) =>
        (skipReason === 'no-table' || skipReason === 'turned') && firstCell !== null,
    );
    // A file of which nothing was checked must not look clean, be it one line or a hidden sheet.
    const isWhole = input.sheets.every(({ rows }) => rows.header === 0);
    for (const { sheet, hidden, firstCell, rows, skipReason } of unread) {
      if (firstCell === null || (!isWhole && (hidden || rows.skipped < LEAST_ROWS))) continue;
      const { row, column, text } = firstCell;
      report({
        message: skipReason === 'turned' ? 'turned' : 'unread',
        args: skipReason === 'turned' ? { sheet } : { sheet, rows: rows.skipped },
        at: {
          file: input.path,
          sheet,
          row,
          column,
          a1: a1Of(row, column),
          header: null,
          key: text === '' ? null : text,
          role: 'here',
        },
      });
    }
    const names = input.sheets.map(({ sheet }) => sheet);
    if (
      isWhole &&
      input.sheets.some(({ skipReason }) => skipReason === 'not-selected') &&
      unread.length === 0
    ) {
      report({ message: 'unselected', args: { sheets: names.join('、') }, at: fileOrigin(input.path) });
    } else if (isWhole && unread.length === 0) report({ message: 'blank', at: fileOrigin(input.path) });
  },
});
