import { cellText } from '../model/cell-text.ts';
import { a1Of } from '../model/origin.ts';
import type { Table, TableAddress, TableRow } from '../model/table.ts';
import { foldText } from '../model/text.ts';
import { Outline } from './outline.ts';

/** 清单（续）, （续表）, and the number of items at the end of a title. */
const GOES_ON = /[（(]?续表?[)）]?/gu;
const BRACKETED = /[（(][^()（）]*\d+[^()（）]*[)）]/gu;

/**
 * Tables that go on with the list of the table before them, on another sheet or beside it: the same headers,
 * serial numbers that go on, and no title that says otherwise. They take over what that table says it is, and
 * the sections it was in.
 */
export function joinContinued(tables: readonly Table[]): Table[] {
  const joined: Table[] = [];
  for (const table of tables) {
    const before = joined.at(-1);
    joined.push(before !== undefined && goesOn(before, table) ? continued(before, table) : table);
  }
  return joined;
}

/** Tables that are read as one list, from where it begins on. */
export function joinedIn(tables: readonly Table[]): TableAddress[][] {
  const lists: TableAddress[][] = [];
  for (const table of tables) {
    if (table.continues === null) lists.push([addressOf(table)]);
    else lists.at(-1)?.push(addressOf(table));
  }
  return lists.filter(({ length }) => length > 1);
}

function addressOf({ sheet, headerRows, columns }: Table): TableAddress {
  return { sheet, cell: a1Of(headerRows[0] ?? 1, columns[0]?.column ?? 1) };
}

function goesOn(before: Table, table: Table): boolean {
  if (table.kind === null || table.kind !== before.kind || headersOf(table) !== headersOf(before))
    return false;
  const [last, first] = [serialIn(before, before.rows.at(-1)), serialIn(table, table.rows[0])];
  if (last === null || first !== last + 1) return false;
  if (table.head.from === 'column') return before.head.from === 'column';
  if (table.head.from === 'file-name' || table.head.from === null) return !hasBandedList(table);
  return table.head.from === 'title' && table.head.list === before.head.list && isSameTitle(before, table);
}

function headersOf({ columns }: Table): string {
  return columns.map(({ header }) => foldText(header)).join('\n');
}

function hasBandedList({ sections, rows }: Table): boolean {
  return sections[rows[0]?.section ?? 0]?.band !== null && sections.some(({ list }) => list !== null);
}

function isSameTitle(before: Table, table: Table): boolean {
  const plain = (text: string) => foldText(text.replace(GOES_ON, '').replace(BRACKETED, ''));
  return plain(before.head.text) === plain(table.head.text);
}

/** The serial number of a row, where it is written in digits. */
function serialIn(table: Table, row: TableRow | undefined): number | null {
  const column = table.columns.find(({ field }) => field === 'serial')?.column;
  if (row === undefined || column === undefined) return null;
  const digits = /^[（(]?(\d{1,4})[)）.、．]?$/u.exec(cellText(row.cells[column - 1]).trim())?.[1];
  return digits === undefined ? null : Number(digits);
}

/** What stands before the first band here goes on with the last section of the table before. */
function continued(before: Table, table: Table): Table {
  const shift = before.sections.length - 1;
  const last = before.rows.at(-1)?.section ?? 0;
  const outline = new Outline(before.sections, last);
  for (const { band, ...section } of table.sections) {
    if (band !== null) outline.add({ ...section, band });
  }
  return {
    ...table,
    head:
      table.head.from === 'column'
        ? table.head
        : { ...table.head, from: 'continued', list: before.head.list },
    scope: before.scope,
    unitLines: table.unitLines.length > 0 ? table.unitLines : before.unitLines,
    sections: outline.sections,
    rows: table.rows.map((row) => ({ ...row, section: row.section === 0 ? last : row.section + shift })),
    continues: { sheet: before.sheet, row: before.headerRows[0] ?? 1 },
  };
}
