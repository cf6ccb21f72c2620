import type { Column, Table, TableRow } from '../model/table.ts';
import type { CellValue } from '../model/workbook.ts';

/** The field that says in words what a row is about: the one records take for their key. */
const NAME_FIELDS: Readonly<Record<string, string>> = {
  'duty-list': 'text',
  community: 'name',
  certificate: 'certificate',
};

export function nameColumn(table: Table): Column | undefined {
  const field = NAME_FIELDS[table.kind ?? ''];
  return field === undefined ? undefined : table.columns.find((column) => column.field === field);
}

/** A row without a name is known by the first words that stand in it. */
export function rowKey(table: Table, row: TableRow): string | null {
  const name = row.cells[(nameColumn(table)?.column ?? 0) - 1];
  if (typeof name === 'string' && name.trim() !== '') return name.trim();
  const words = row.cells.find((cell) => typeof cell === 'string' && /\p{L}/u.test(cell));
  return typeof words === 'string' ? words.trim() : null;
}

export interface BodyCell {
  readonly row: TableRow;
  readonly column: number;
  readonly cell: CellValue;
}

/** Cells of data rows; a merged cell is met once, where it starts. */
export function bodyCells(table: Table): BodyCell[] {
  const cells: BodyCell[] = [];
  for (const row of table.rows) {
    for (let index = 0; index < row.cells.length; index++) {
      const cell = row.cells[index];
      if (cell === undefined || (row.repeated.length > 0 && row.repeated.includes(index + 1))) continue;
      cells.push({ row, column: index + 1, cell });
    }
  }
  return cells;
}

export interface FieldText {
  readonly row: TableRow;
  readonly column: number;
  readonly field: string;
  readonly text: string;
}

/** Several rules read the texts of one table, one after the other. */
const textsByTable = new WeakMap<Table, readonly FieldText[]>();

/** Texts of data rows that stand under a header the pack knows; cells of mere blanks are empty. */
export function fieldTexts(table: Table): readonly FieldText[] {
  const known = textsByTable.get(table);
  if (known !== undefined) return known;
  const fields = new Map(table.columns.map(({ column, field }) => [column, field]));
  const texts: FieldText[] = [];
  for (const { row, column, cell } of bodyCells(table)) {
    const field = fields.get(column) ?? null;
    if (field === null || typeof cell !== 'string' || !/\S/u.test(cell)) continue;
    texts.push({ row, column, field, text: cell });
  }
  textsByTable.set(table, texts);
  return texts;
}
