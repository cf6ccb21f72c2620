import type { Dataset } from '../../model/dataset.ts';
import { fileOrigin } from '../../model/origin.ts';
import type { SheetLedger } from '../../model/table.ts';
import { defineRule } from '../define.ts';

/** Hidden rows and columns are checked like all others; whoever signs the table should know that they exist. */
export const rule = defineRule({
  id: 'hidden-content',
  scope: 'workbook',
  messages: {
    sheet: {
      'zh-CN':
        '工作表“{sheet}”被隐藏，但其中有 {dataRows} 行数据，已一并检查。请取消隐藏；不报送的，删去该表。',
      en: 'The sheet “{sheet}” is hidden and holds {dataRows} rows of data, which were checked too. Unhide it, or delete it if it is not to be sent.',
    },
    rows: {
      'zh-CN':
        '工作表“{sheet}”有 {rows} 行有内容而被隐藏，已一并检查。请取消隐藏或清除筛选；不报送的，删去。',
      en: 'The sheet “{sheet}” has {rows} hidden rows that hold something; they were checked too. Unhide them or clear the filter, or delete them.',
    },
    columns: {
      'zh-CN': '工作表“{sheet}”隐藏了列：{headers}，已一并检查。请取消隐藏；不报送的，删去。',
      en: 'The sheet “{sheet}” has hidden columns ({headers}); they were checked too. Unhide them, or delete them.',
    },
    'rows-and-columns': {
      'zh-CN':
        '工作表“{sheet}”有 {rows} 行有内容而被隐藏，还隐藏了列：{headers}，均已一并检查。请取消隐藏；不报送的，删去。',
      en: 'The sheet “{sheet}” has {rows} hidden rows that hold something and hidden columns ({headers}); all were checked. Unhide them, or delete them.',
    },
  },
  check(dataset, { report }) {
    for (const ledger of dataset.ledgers) {
      const headers = hiddenHeaders(dataset, ledger);
      const message = messageFor(ledger, headers);
      if (message === null) continue;
      report({
        message,
        args: {
          sheet: ledger.sheet,
          dataRows: ledger.rows.data,
          rows: ledger.hiddenRows,
          headers: headers.join('、'),
        },
        at: { ...fileOrigin(dataset.file), sheet: ledger.sheet, role: 'here' },
      });
    }
  },
});

function messageFor({ hidden, rows, hiddenRows }: SheetLedger, headers: readonly string[]) {
  if (rows.data === 0) return null;
  if (hidden) return 'sheet';
  if (hiddenRows > 0) return headers.length > 0 ? 'rows-and-columns' : 'rows';
  return headers.length > 0 ? 'columns' : null;
}

/** Only columns of a table: the empty ones beside it are often hidden for looks. */
function hiddenHeaders({ tables }: Dataset, { sheet }: SheetLedger): string[] {
  const columns = tables.filter((table) => table.sheet === sheet).flatMap((table) => table.columns);
  return [...new Set(columns.filter(({ hidden }) => hidden).map(({ header }) => header))];
}
