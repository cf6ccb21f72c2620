import { cellText } from '../model/cell-text.ts';
import { a1Of } from '../model/origin.ts';
import type { Table, TableAddress, TableRow } from '../model/table.ts';
import { foldText } from '../model/text.ts';
import { Outline } from './outline.ts';

/** 清单（续）, （续表）, and the number of items at the end of a title. */
const GOES_ON = /[（(]?续表?[)）]?/gu;
const BRACKETED = /[（(][^()（）]*\d+[^()（）]*[)）]/gu;

/** Rows on either side of the break that are asked for their number, as one of them may be spoiled. */
const ASKED = 5;
/** Items that may be missing at the break. */
const MISSING = 3;

/**
 * Tables that go on with the list of the table before them, on another sheet or beside it: the same headers,
 * serial numbers that go on, as most of those near the break have it, and no title that says otherwise. They take over what that table says it is, and
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
  if (!goesOnCounting(before, table)) return false;
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

function goesOnCounting(before: Table, table: Table): boolean {
  const [above, below] = [serialsOf(before).slice(-ASKED).reverse(), serialsOf(table).slice(0, ASKED)];
  const [nearest = null, next = null] = [above[0], below[0]];
  if (nearest !== null && next === nearest + 1) return true;
  const [last, first] = [agreed(above, 1), agreed(below, -1)];
  if (last === null || first === null || first === 1) return false;
  return first > last && first - last <= 1 + MISSING;
}

/**
 * The number of the row next to the break, as most rows make it from their own by counting `step` for each row on the
 * way; where no two agree, the row nearest to it has the word. `null` when none has a number.
 */
function agreed(serials: readonly (number | null)[], step: 1 | -1): number | null {
  const votes = new Map<number, number>();
  for (const [distance, serial] of serials.entries()) {
    if (serial === null) continue;
    const number = serial + step * distance;
    votes.set(number, (votes.get(number) ?? 0) + 1);
  }
  const most = Math.max(...votes.values());
  return [...votes].find(([, count]) => count === most)?.[0] ?? null;
}

/** The serial number of each row, where it is written in digits. An item over several rows counts once. */
function serialsOf({ columns, rows }: Table): (number | null)[] {
  const column = columns.find(({ field }) => field === 'serial')?.column;
  if (column === undefined) return [];
  return rows.filter(({ repeated }) => !repeated.includes(column)).map((row) => serialIn(row, column));
}

function serialIn({ cells }: TableRow, column: number): number | null {
  const digits = /^[（(]?(\d{1,4})[)）.、．]?$/u.exec(cellText(cells[column - 1]).trim())?.[1];
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
