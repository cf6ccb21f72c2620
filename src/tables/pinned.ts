import { columnName } from '../model/origin.ts';
import { type ColumnPin, fitsPattern, type Pins, type PinTrace } from '../model/pins.ts';
import type { Table } from '../model/table.ts';
import { foldText } from '../model/text.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { firstLine, readGrid } from './grid.ts';
import type { FieldMatch, Lexicon } from './lexicon.ts';

/** What is pinned for one sheet. */
export interface SheetPins {
  readonly headerRow: number | null;
  readonly columns: readonly ColumnPin[];
}

export const UNPINNED: SheetPins = { headerRow: null, columns: [] };

export function isSelected(sheet: string, { sheets }: Pins): boolean {
  return sheets.length === 0 || sheets.some((pattern) => fitsPattern(sheet, pattern));
}

export function pinsFor(file: string, sheet: string, { headerRow, columns }: Pins): SheetPins {
  return { headerRow, columns: columns.filter((pin) => fitsFile(file, pin) && fitsSheet(sheet, pin)) };
}

function fitsFile(file: string, pin: ColumnPin): boolean {
  const name = file.split('/').at(-1) ?? file;
  return pin.file === null || fitsPattern(file, pin.file) || fitsPattern(name, pin.file);
}

function fitsSheet(sheet: string, pin: ColumnPin): boolean {
  return pin.sheet === null || fitsPattern(sheet, pin.sheet);
}

/** The field a column is pinned to, by its number or by any of its header texts. */
export function pinnedField(column: number, path: readonly string[], { columns }: SheetPins): string | null {
  const texts = [...path, path.join('/')].map(foldText);
  const pin = columns.find((one) =>
    typeof one.column === 'number' ? one.column === column : texts.includes(foldText(one.column)),
  );
  return pin?.field ?? null;
}

/** The same words, to which header texts that are pinned are added: they too make a row a header. */
export function withPinnedWords(lexicon: Lexicon, { columns }: SheetPins): Lexicon {
  const words = new Map(
    columns.flatMap(({ column, field }) => (typeof column === 'string' ? [[foldText(column), field]] : [])),
  );
  if (words.size === 0) return lexicon;
  return {
    ...lexicon,
    fieldsOf(header) {
      const field = words.get(foldText(header));
      return field === undefined ? lexicon.fieldsOf(header) : matchesOf(field, lexicon);
    },
  };
}

/** A field by its id in every kind that has it. */
export function matchesOf(field: string, { vocabulary }: Lexicon): FieldMatch[] {
  return vocabulary.kinds
    .filter((kind) => kind.fields.some(({ id }) => id === field))
    .map((kind) => ({ kind, field }));
}

/** What every pin found in one file. */
export function traces(file: string, workbook: Workbook, tables: readonly Table[], pins: Pins): PinTrace[] {
  const names = workbook.sheets.map(({ name }) => name);
  const sheets = pins.sheets.map((pin): PinTrace => {
    const used = names.some((name) => fitsPattern(name, pin));
    return { kind: 'sheet', pin, used, found: names };
  });
  const selected = workbook.sheets.filter(({ name }) => isSelected(name, pins));
  return [
    ...sheets,
    ...(pins.headerRow === null ? [] : [headerRowTrace(pins.headerRow, selected, tables)]),
    ...pins.columns.map((pin) => columnTrace(pin, file, tables)),
  ];
}

/** What stands right above and below the row, where it is blank. */
function headerRowTrace(headerRow: number, sheets: readonly Sheet[], tables: readonly Table[]): PinTrace {
  const used = tables.some(({ headerRows }) => headerRows.includes(headerRow));
  const found = used ? [] : sheets.flatMap((sheet) => rowsAround(headerRow, sheet));
  return { kind: 'header-row', pin: String(headerRow), used, found };
}

function rowsAround(headerRow: number, sheet: Sheet): string[] {
  const { rows } = readGrid(sheet);
  const below = rows.findIndex(({ number }) => number > headerRow);
  const end = below === -1 ? rows.length : below;
  return rows.slice(Math.max(0, end - 1), end + 1).map((row) => {
    const { text } = firstLine(row);
    return `${sheet.name}!${row.number} ${text}`;
  });
}

function columnTrace(pin: ColumnPin, file: string, tables: readonly Table[]): PinTrace {
  const name = typeof pin.column === 'number' ? columnName(pin.column) : pin.column;
  const own = tables.filter(({ sheet }) => fitsFile(file, pin) && fitsSheet(sheet, pin));
  const used = own.some(({ columns }) =>
    columns.some(
      ({ column, header, field }) =>
        field === pin.field &&
        pinnedField(column, header.split('/'), { headerRow: null, columns: [pin] }) !== null,
    ),
  );
  const found = own.flatMap(({ columns }) =>
    columns.map(({ column, header }) => `${columnName(column)} ${header}`),
  );
  return { kind: 'column', pin: `${pin.place} ${pin.field}: ${name}`, used, found };
}
