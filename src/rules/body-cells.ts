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
  readonly field: string | null;
}

/** A text under a header the pack knows. */
export interface FieldText {
  readonly row: TableRow;
  readonly column: number;
  readonly field: string;
  readonly cell: string;
}

interface Body {
  readonly cells: readonly BodyCell[];
  readonly texts: readonly FieldText[];
  readonly unusual: readonly FieldText[];
}

/** Several rules read the cells of one table, one after the other. */
const bodies = new WeakMap<Table, Body>();

/**
 * Cells of data rows that are more than plain text or number under a known header: errors, formulas, dates,
 * texts with a `#`, and whatever stands in a column nobody knows. A merged cell is met once, where it starts.
 */
export function oddCells(table: Table): readonly BodyCell[] {
  return bodyOf(table).cells;
}

/** Texts of data rows that stand under a header the pack knows; cells of mere blanks are empty. */
export function fieldTexts(table: Table): readonly FieldText[] {
  return bodyOf(table).texts;
}

/** Of `fieldTexts`, those with a blank, a letter or digit of full width, or any character not met in plain text. */
export function unusualTexts(table: Table): readonly FieldText[] {
  return bodyOf(table).unusual;
}

/** Chinese, ASCII without blanks, and the marks of Chinese text: nearly every cell is of these alone. */
const USUAL =
  /^[\x21-\x7e\u4e00-\u9fff\u2014\u2018-\u201d\u2026\u3001\u3002\u3008-\u3011\u3014\u3015\uff01-\uff0f\uff1a\uff1b\uff1f]*$/;

function bodyOf(table: Table): Body {
  const known = bodies.get(table) ?? readBody(table);
  bodies.set(table, known);
  return known;
}

function readBody(table: Table): Body {
  const fields: (string | null)[] = [];
  for (const { column, field } of table.columns) fields[column] = field;
  const cells: BodyCell[] = [];
  const texts: FieldText[] = [];
  const unusual: FieldText[] = [];
  for (const row of table.rows) {
    for (let column = 1; column <= row.cells.length; column++) {
      const cell = row.cells[column - 1];
      if (cell === undefined || (row.repeated.length > 0 && row.repeated.includes(column))) continue;
      if (typeof cell === 'number' || typeof cell === 'boolean') continue;
      const body = { row, column, cell, field: fields[column] ?? null };
      if (isFieldText(body)) {
        texts.push(body);
        if (!USUAL.test(body.cell)) unusual.push(body);
      }
      if (body.field === null || typeof cell !== 'string' || cell.includes('#')) cells.push(body);
    }
  }
  return { cells, texts, unusual };
}

function isFieldText(body: BodyCell): body is BodyCell & FieldText {
  return body.field !== null && typeof body.cell === 'string' && /\S/u.test(body.cell);
}
