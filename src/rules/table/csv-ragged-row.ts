import type { Table, TableRow } from '../../model/table.ts';
import type { CellValue } from '../../model/workbook.ts';
import { rowKey } from '../body-cells.ts';
import { defineRule } from '../define.ts';
import { cellOrigin } from '../origins.ts';

/** Only text files can have it: in a workbook every cell has its own address. */
export const rule = defineRule({
  id: 'csv-ragged-row',
  scope: 'workbook',
  messages: {
    long: {
      'zh-CN':
        '本行分出 {found} 格，其他行 {expected} 格，多出“{text}”，后面的内容可能错了列。多半是单元格里的分隔符没有用引号括起来。请核对后加引号，或改报 .xlsx。',
      en: 'This row is cut into {found} cells, the others into {expected}; “{text}” is over, and cells may stand in the wrong column. Most often a delimiter inside a cell is not in quotation marks. Quote the cell, or send an .xlsx.',
    },
    short: {
      'zh-CN':
        '有 {count} 行比其他行少格（本行 {found} 格，其他行 {expected} 格），少的按空格处理。请核对内容有没有错列或漏填。',
      en: '{count, plural, one {{count} row has} other {{count} rows have}} fewer cells than the others (this one {found}, the others {expected}); what is missing counts as empty. Check for shifted or missing content.',
    },
  },
  check({ format, tables }, { report, skip }) {
    if (format !== 'csv' && format !== 'tsv') {
      skip('nothing-to-check');
      return;
    }
    for (const table of tables) {
      const expected = commonWidth(table);
      const at = (row: TableRow, column: number) => cellOrigin(table, row.row, column, rowKey(table, row));
      for (const row of table.rows) {
        const extra = row.cells.slice(expected).filter(isFilled);
        if (extra.length === 0) continue;
        const args = { found: row.cells.length, expected, text: extra.join('、') };
        report({ message: 'long', args, at: at(row, expected + 1) });
      }
      const short = table.rows.filter(({ cells }) => cells.length < expected);
      const [first] = short;
      if (first === undefined) continue;
      const args = { count: short.length, found: first.cells.length, expected };
      report({ message: 'short', args, at: at(first, first.cells.length) });
    }
  },
});

/** The number of cells that most rows have; of two, the larger. */
function commonWidth({ rows }: Table): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) {
    const most = counts.get(best) ?? 0;
    if (count > most || (count === most && width > best)) best = width;
  }
  return best;
}

function isFilled(cell: CellValue | undefined): boolean {
  return cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '');
}
