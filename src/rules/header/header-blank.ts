import type { Table } from '../../model/table.ts';
import { oddCells } from '../body-cells.ts';
import { defineRule } from '../define.ts';
import { cellOrigin } from '../origins.ts';

/** A single stray cell is no column. */
const LEAST_CELLS = 2;
/** Serial numbers often stand under a blank header. */
const SERIAL = /^[\s\d.、（）()一二三四五六七八九十①-⑳]+$/u;

/** What stands in a column without a header was read by nobody: that must not go unsaid. */
export const rule = defineRule({
  id: 'header-blank',
  scope: 'table',
  messages: {
    unheaded: {
      'zh-CN':
        '{column} 列没有列名，却有 {count} 行内容（如“{text}”），都没有检查。请补上列名，或删去多余的列。',
      en: 'Column {column} has no header but {count} rows of content (such as “{text}”), none of it checked. Give it a header, or delete it.',
    },
  },
  check(table, { report }) {
    for (const [column, cells] of unheadedColumns(table)) {
      const [first] = cells;
      if (first === undefined || cells.length < LEAST_CELLS) continue;
      const at = cellOrigin(table, first.row, column);
      const name = at.a1?.replace(/\d+$/u, '') ?? '';
      report({ message: 'unheaded', args: { column: name, count: cells.length, text: first.text }, at });
    }
  },
});

interface UnheadedCell {
  readonly row: number;
  readonly text: string;
}

function unheadedColumns(table: Table): ReadonlyMap<number, readonly UnheadedCell[]> {
  const headed = new Set(table.columns.map(({ column }) => column));
  const found = new Map<number, UnheadedCell[]>();
  for (const { row, column, cell } of oddCells(table)) {
    if (headed.has(column) || typeof cell !== 'string' || cell.trim() === '' || SERIAL.test(cell)) continue;
    const cells = found.get(column);
    if (cells === undefined) found.set(column, [{ row: row.row, text: cell.trim() }]);
    else cells.push({ row: row.row, text: cell.trim() });
  }
  return found;
}
