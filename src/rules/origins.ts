import { a1Of, type Origin } from '../model/origin.ts';
import type { Column, Line, Table } from '../model/table.ts';

/** The cell of a title, band or note. */
export function lineOrigin(table: Table, line: Line, role: Origin['role'] = 'title'): Origin {
  return {
    file: table.file,
    sheet: table.sheet,
    row: line.row,
    column: line.column,
    a1: a1Of(line.row, line.column),
    header: null,
    key: line.text === '' ? null : line.text,
    role,
  };
}

/** The lowest header cell of a column. */
export function headerOrigin(table: Table, column: Column): Origin {
  return {
    file: table.file,
    sheet: table.sheet,
    row: column.headerRow,
    column: column.column,
    a1: a1Of(column.headerRow, column.column),
    header: column.header,
    key: null,
    role: 'header',
  };
}

/** Any cell of a body row, whether its column has a meaning or not. */
export function cellOrigin(table: Table, row: number, column: number, key: string | null = null): Origin {
  return {
    file: table.file,
    sheet: table.sheet,
    row,
    column,
    a1: a1Of(row, column),
    header: table.columns.find((candidate) => candidate.column === column)?.header ?? null,
    key,
    role: 'here',
  };
}

/** The table's first header cell: where something about the header as a whole is reported. */
export function firstHeaderOrigin(table: Table): Origin {
  const [first] = table.columns;
  if (first === undefined) return cellOrigin(table, table.headerRows[0] ?? 1, 1);
  return headerOrigin(table, { ...first, headerRow: table.headerRows[0] ?? first.headerRow });
}
