import { TableDraft } from './draft.ts';
import { firstLine, type GridRow } from './grid.ts';
import { type Header, headerAt, isSignature } from './header.ts';
import type { Lexicon } from './lexicon.ts';
import { type SheetPins, UNPINNED } from './pinned.ts';

/** The tables that stand below one another in some rows; `left` are rows that wait for a header which never came. */
export interface Reading {
  readonly drafts: readonly TableDraft[];
  readonly left: readonly GridRow[];
}

/** A title stands at most this many rows above its header, instructions between them. */
const MAX_ROWS_ABOVE_HEADER = 10;

/** Finds the headers and says which rows stand above and below each. No row is left out. */
export function readTables(rows: readonly GridRow[], lexicon: Lexicon, pins: SheetPins = UNPINNED): Reading {
  const drafts: TableDraft[] = [];
  let above: GridRow[] = [];
  let current: TableDraft | null = null;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as GridRow;
    const header = headerAt(rows, index, lexicon, pins);
    const isPinned = row.number === pins.headerRow;
    if (header !== null && (isPinned || isHeader(header, above, current))) {
      index += header.rows.length - 1;
      if (current !== null && hasSameColumns(current.header, header) && current.isContinuedBy(above)) {
        current.repeatHeader(header, above);
      } else {
        current = openTable(header, above, drafts);
      }
      above = [];
    } else if (current === null || above.length > 0 || opensNextTable(rows, index, current, lexicon, pins)) {
      above.push(row);
    } else {
      current.addBody(row);
    }
  }
  return { drafts, left: above };
}

/** 街道 | 东街街道 | 社区 | 某社区 right above the header fills in a form; it heads nothing. */
function openTable(header: Header, above: readonly GridRow[], drafts: TableDraft[]): TableDraft {
  const last = drafts.at(-1);
  const isForm = last?.isBare === true && above.length === 0 && understoodIn(last.header) <= 2;
  if (isForm) drafts.pop();
  const draft = isForm
    ? new TableDraft(header, last.above, last.header.rows)
    : new TableDraft(header, above, []);
  drafts.push(draft);
  return draft;
}

/** One understood label alone is a header only where nothing is being read, or right under a title. */
function isHeader(header: Header, above: readonly GridRow[], current: TableDraft | null): boolean {
  if (understoodIn(header) >= 2) return true;
  return header.confidence === 1 && header.columns.length === 1 && (current === null || above.length > 0);
}

function understoodIn(header: Header): number {
  return header.columns.filter((column) => column.field !== null).length;
}

function hasSameColumns(left: Header, right: Header): boolean {
  const labels = ({ columns }: Header) =>
    columns.map(({ column, header }) => `${column}:${header}`).join('\n');
  return labels(left) === labels(right);
}

/** A lone text followed soon by a header is the next table's title, not a band or an item of this one. */
function opensNextTable(
  rows: readonly GridRow[],
  index: number,
  current: TableDraft,
  lexicon: Lexicon,
  pins: SheetPins,
): boolean {
  const row = rows[index] as GridRow;
  if (!isLoneText(row)) return false;
  const isApart = row.number > (rows[index - 1]?.number ?? 0) + 1;
  if (!isApart && current.mayBeItem(row) && lexicon.listIn(firstLine(row).text) === null) return false;
  for (let ahead = index + 1; ahead <= index + MAX_ROWS_ABOVE_HEADER; ahead++) {
    const header = headerAt(rows, ahead, lexicon, pins);
    if (header !== null && understoodIn(header) >= 2) return true;
    const row = rows[ahead];
    if (row === undefined || !(isLoneText(row) || isSignature(row, lexicon))) return false;
  }
  return false;
}

function isLoneText(row: GridRow | undefined): boolean {
  return row?.filled.length === 1 && typeof row.cells[(row.filled[0] ?? 1) - 1] === 'string';
}
