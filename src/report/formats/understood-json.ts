import { columnName } from '../../model/origin.ts';
import type { TableSet } from '../../model/table.ts';

/** What was understood of one workbook, in facts: sheets with the role of every row, and their tables. */
export function understoodJson({ file, tables, ledgers, stretches }: TableSet): string {
  const sheets = ledgers.map((ledger, index) => ({
    ...ledger,
    stretches: stretches[index] ?? [],
    tables: tables
      .filter(({ sheet }) => sheet === ledger.sheet)
      .map(({ file: _file, sheet: _sheet, sheetHidden: _hidden, columns, rows, ...facts }) => ({
        ...facts,
        columns: columns.map((column) => ({ ...column, letter: columnName(column.column) })),
        rows: rows.map(({ row, section, list, hidden }) => ({ row, section, list, hidden })),
      })),
  }));
  return `${JSON.stringify({ schemaVersion: 1, file, sheets }, null, 2)}\n`;
}
