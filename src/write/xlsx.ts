import { a1Of, columnName } from '../model/origin.ts';
import { packageOf } from './package.ts';
import { type FlagWords, type PlainTable, PlainTableError, type PlainValue } from './plain-table.ts';
import { sheetNames } from './sheet-names.ts';
import { fixedParts, PLAIN_FOOTER, type SheetPlace, STYLE, sheetFrame, xmlText } from './xlsx-parts.ts';

/** What a sheet of an .xlsx can hold. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const MOST_CHARACTERS = 32_767;

/** The same tables are to be the same file whenever they are written. */
export const NO_MOMENT = new Date(Date.UTC(2000, 0, 1));

/**
 * A workbook with one sheet a table: header frozen and with a filter, texts as texts. No text becomes a formula. The
 * bytes depend on the tables alone. Throws `PlainTableError` for what a sheet cannot hold.
 */
export async function toXlsx(
  tables: readonly PlainTable[],
  flags: FlagWords,
  footer = PLAIN_FOOTER,
): Promise<Buffer> {
  const names = sheetNames(tables.map(({ name }) => name));
  const areas = tables.map(areaOf);
  const places = areas.map((area, index) => ({ name: names[index] ?? '', area }));
  return packageOf(partsOf(tables, places, flags, footer));
}

function* partsOf(
  tables: readonly PlainTable[],
  places: readonly SheetPlace[],
  flags: FlagWords,
  footer: string,
): Generator<readonly [string, Buffer]> {
  for (const [part, text] of fixedParts(places)) yield [part, Buffer.from(text)];
  for (const [index, table] of tables.entries()) {
    yield [`xl/worksheets/sheet${index + 1}.xml`, sheetPart(table, flags, true, footer)];
  }
}

function areaOf({ columns, rows, total }: PlainTable): string {
  const found = (row: number, column: number) => ({ row, column, found: '' });
  const needed = rows.length + (total === undefined ? 1 : 2);
  if (needed > MOST_ROWS) throw new PlainTableError('too-many-rows', found(needed, 1));
  if (columns.length > MOST_COLUMNS) throw new PlainTableError('too-many-columns', found(1, columns.length));
  return `$A$1:$${columnName(Math.max(1, columns.length))}$${rows.length + 1}`;
}

const ROWS_A_PIECE = 1000;

/** What the cells of a sheet need to know of it. */
interface SheetContext {
  readonly table: PlainTable;
  readonly flags: FlagWords;
  /** Whether the workbook has the styles of `xlsx-parts.ts`. */
  readonly isStyled: boolean;
}

/** A worksheet part. Without styles its cells look as the workbook's default does. */
export function sheetPart(
  table: PlainTable,
  flags: FlagWords,
  isStyled = true,
  footer = PLAIN_FOOTER,
): Buffer {
  const sheet = { table, flags, isStyled };
  const [before, after] = sheetFrame(
    areaOf(table),
    table.columns.map(({ width }, column) => width ?? widthOf(table, column)),
    { footer, below: table.total === undefined ? 0 : 1 },
  );
  const head = table.columns.map(({ header }, at) => textCell(1, at + 1, header, STYLE.header, sheet));
  const pieces = [Buffer.from(`${before}<row r="1">${head.join('')}</row>`)];
  for (let from = 0; from < table.rows.length; from += ROWS_A_PIECE) {
    const rows = table.rows.slice(from, from + ROWS_A_PIECE);
    pieces.push(Buffer.from(rows.map((row, at) => rowXml(row, from + at + 2, sheet)).join('')));
  }
  return Buffer.concat([...pieces, Buffer.from(totalRow(sheet) + withChoices(after, table))]);
}

/** The sums below the rows, with their results for programs that do not work them out. */
function totalRow(sheet: SheetContext): string {
  const { total, columns, rows } = sheet.table;
  if (total === undefined) return '';
  const row = rows.length + 2;
  const cells = columns.map((_, at) => {
    if (at === 0) return textCell(row, 1, total.label, STYLE.total, sheet);
    const open = `<c r="${a1Of(row, at + 1)}"${styleOf(STYLE.total, sheet)}`;
    if (!total.columns.includes(at)) return `${open}/>`;
    const values = rows.map((values) => values[at]);
    const sum = values.reduce<number>((all, value) => all + (typeof value === 'number' ? value : 0), 0);
    // Of no rows there is nothing to point at.
    const letter = columnName(at + 1);
    const formula = rows.length === 0 ? '' : `<f>SUM(${letter}2:${letter}${row - 1})</f>`;
    return `${open}>${formula}<v>${sum}</v></c>`;
  });
  return `<row r="${row}">${cells.join('')}</row>`;
}

/** Drop-downs for the columns that offer a choice, where the order of a sheet's parts has them. */
function withChoices(after: string, { columns, rows }: PlainTable): string {
  const lists = columns.flatMap(({ choices }, at) => {
    if (choices === undefined || rows.length === 0) return [];
    const letter = columnName(at + 1);
    const source = xmlText(`"${choices.join(',')}"`);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letter}2:${letter}${rows.length + 1}"><formula1>${source}</formula1></dataValidation>`;
  });
  if (lists.length === 0) return after;
  const validations = `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
  return after.replace('<pageMargins', `${validations}<pageMargins`);
}

function rowXml(values: readonly PlainValue[], row: number, sheet: SheetContext): string {
  const cells = values.map((value, at) => cellXml(value, row, at + 1, sheet));
  const height = heightOf(values, sheet.table);
  return `<row r="${row}"${height === null ? '' : ` ht="${height}"`}>${cells.join('')}</row>`;
}

/** Points of a line, and of the highest row. */
const [LINE, HIGHEST] = [14.25, 400];

/** Columns of a set width wrap, and not every program then fits the row to its text. */
function heightOf(values: readonly PlainValue[], { columns }: PlainTable): number | null {
  const lines = columns.map(({ width }, at) =>
    width === undefined ? 1 : linesOf(String(values[at] ?? ''), width),
  );
  const most = lines.reduce((all, count) => Math.max(all, count), 1);
  return most === 1 ? null : Math.min(HIGHEST, most * LINE);
}

/** Lines of a text in so many characters, a Chinese one for two. */
export function linesOf(text: string, width: number): number {
  const own = text.split('\n').map((line) => Math.max(1, Math.ceil(cellWidth(line) / (width - 2))));
  return own.reduce((sum, count) => sum + count, 0);
}

function cellXml(value: PlainValue, row: number, column: number, sheet: SheetContext): string {
  if (value === null) return '';
  const { type } = sheet.table.columns[column - 1] ?? { type: 'text' };
  const { yes, no } = sheet.flags;
  if (typeof value === 'boolean') return textCell(row, column, value ? yes : no, STYLE.plain, sheet);
  const open = (style: number) => `<c r="${a1Of(row, column)}"${styleOf(style, sheet)}`;
  if (typeof value === 'number') {
    const formula = sheet.table.formulas?.(row - 2, column - 1) ?? null;
    const told = formula === null ? '' : `<f>${xmlText(formula)}</f>`;
    return `${open(type === 'percent' ? STYLE.percent : STYLE.plain)}>${told}<v>${value}</v></c>`;
  }
  const day = type === 'date' && sheet.isStyled ? dayNumber(value) : null;
  if (day !== null) return `${open(STYLE.date)}><v>${day}</v></c>`;
  return textCell(row, column, value, type === 'id' ? STYLE.text : STYLE.plain, sheet);
}

function styleOf(style: number, { isStyled }: SheetContext): string {
  return isStyled ? ` s="${style}"` : '';
}

function textCell(row: number, column: number, text: string, style: number, sheet: SheetContext): string {
  if (text === '') return '';
  if (text.length > MOST_CHARACTERS) {
    throw new PlainTableError('text-too-long', { row, column, found: text.slice(0, 20) });
  }
  const open = `<c r="${a1Of(row, column)}"${styleOf(style, sheet)}`;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

const DAY = 86_400_000;
/** Before 1 March 1900 spreadsheets count a day that never was. */
const FIRST_SURE_DAY = 61;

/** An ISO day as spreadsheets number it; `null` for any other text and for days they number wrongly. */
export function dayNumber(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) return null;
  const day = (time - Date.UTC(1899, 11, 30)) / DAY;
  return day >= FIRST_SURE_DAY ? day : null;
}

const [NARROWEST, WIDEST] = [6, 48];
/** Rows that are looked at for the width of a column. */
const LOOKED_AT = 200;

/** As many characters as the widest line of the column, a Chinese one for two, within bounds; longer ones wrap. */
function widthOf({ columns, rows }: PlainTable, column: number): number {
  const texts = [columns[column]?.header, ...rows.slice(0, LOOKED_AT).map((row) => row[column])];
  const lines = texts.flatMap((value) => String(value ?? '').split('\n'));
  const widest = lines.reduce((most, line) => Math.max(most, cellWidth(line)), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, widest + 3));
}

export function cellWidth(line: string): number {
  return line.length + (line.match(/[^\u0000-\u02ff]/gu)?.length ?? 0);
}
