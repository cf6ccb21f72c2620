import type { Vocabulary } from '../model/policy.ts';
import type { Line, RowRole, Section, SheetLedger, Table, TableRow, TableSet } from '../model/table.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { announce } from './announce.ts';
import { bandCategory, bodyRole } from './classify.ts';
import { type Grid, type GridRow, readGrid, shownText } from './grid.ts';
import { type Header, headerAt, isSignature } from './header.ts';
import { type Lexicon, makeLexicon } from './lexicon.ts';

/** Finds the tables of every sheet and accounts for every physical row. `file` names the origin. */
export function findTables(file: string, workbook: Workbook, vocabulary: Vocabulary): TableSet {
  const lexicon = lexiconOf(vocabulary);
  const perSheet = workbook.sheets.map((sheet) => readSheet(file, sheet, lexicon));
  return {
    file,
    tables: perSheet.flatMap(({ tables }) => tables),
    ledgers: perSheet.map(({ ledger }) => ledger),
  };
}

const prepared = new WeakMap<Vocabulary, Lexicon>();

function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const known = prepared.get(vocabulary) ?? makeLexicon(vocabulary);
  prepared.set(vocabulary, known);
  return known;
}

/** A table while it is being read. */
interface Draft {
  readonly header: Header;
  readonly titles: Line[];
  readonly metas: Line[];
  readonly headerRows: number[];
  readonly sections: Section[];
  readonly rows: TableRow[];
  readonly notes: Line[];
  readonly subtotals: Line[];
  readonly unclear: Line[];
}

function readSheet(file: string, sheet: Sheet, lexicon: Lexicon): { tables: Table[]; ledger: SheetLedger } {
  const grid = readGrid(sheet);
  const { rows } = grid;
  const count = emptyCount();
  const drafts: Draft[] = [];
  let pending: GridRow[] = [];
  let current: Draft | null = null;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as GridRow;
    const header = headerAt(rows, index, lexicon);
    if (header !== null && isHeader(header, pending, current)) {
      count.header += header.rows.length;
      index += header.rows.length - 1;
      if (current !== null && pending.length === 0 && sameColumns(current.header, header)) {
        current.headerRows.push(...header.rows.map(({ number }) => number));
        continue;
      }
      current = openDraft(header, pending, lexicon, count);
      drafts.push(current);
      pending = [];
    } else if (current === null || pending.length > 0 || opensNextTable(rows, index, lexicon)) {
      pending.push(row);
    } else {
      addBodyRow(current, row, lexicon, count);
    }
  }
  closePending(pending, drafts.at(-1) ?? null, count);
  const tables = drafts.map((draft) => toTable(file, sheet, draft, lexicon));
  return { tables, ledger: ledgerOf(sheet, grid, count) };
}

function emptyCount(): Record<RowRole, number> {
  return {
    title: 0,
    meta: 0,
    header: 0,
    data: 0,
    band: 0,
    blank: 0,
    subtotal: 0,
    note: 0,
    unclear: 0,
    skipped: 0,
  };
}

/** One understood label alone is a header only where nothing is being read, or right under a title. */
function isHeader(header: Header, pending: readonly GridRow[], current: Draft | null): boolean {
  const understood = header.columns.filter((column) => column.field !== null).length;
  if (understood >= 2) return true;
  return header.confidence === 1 && header.columns.length === 1 && (current === null || pending.length > 0);
}

function sameColumns(left: Header, right: Header): boolean {
  const labels = ({ columns }: Header) =>
    columns.map(({ column, header }) => `${column}:${header}`).join('\n');
  return labels(left) === labels(right);
}

/** A lone text followed within three rows by a header is the next table's title, not a band of this one. */
function opensNextTable(rows: readonly GridRow[], index: number, lexicon: Lexicon): boolean {
  const isLoneText = (row: GridRow | undefined) =>
    row?.filled.length === 1 && typeof row.cells[(row.filled[0] ?? 1) - 1] === 'string';
  if (!isLoneText(rows[index])) return false;
  for (let ahead = index + 1; ahead <= index + 3; ahead++) {
    const header = headerAt(rows, ahead, lexicon);
    if (header !== null && header.columns.filter((column) => column.field !== null).length >= 2) return true;
    const row = rows[ahead];
    if (!isLoneText(row) && !(row !== undefined && isSignature(row, lexicon))) return false;
  }
  return false;
}

function linesOf(row: GridRow): Line[] {
  return row.filled.map((column) => ({
    row: row.number,
    column,
    text: shownText(row.cells[column - 1]).trim(),
  }));
}

/** Text above a header: signature lines, titles, or group labels that sit right above the header. */
function openDraft(
  header: Header,
  above: readonly GridRow[],
  lexicon: Lexicon,
  count: Record<RowRole, number>,
): Draft {
  const draft: Draft = {
    header,
    titles: [],
    metas: [],
    headerRows: header.rows.map(({ number }) => number),
    sections: [{ band: null, list: null, category: null }],
    rows: [],
    notes: [],
    subtotals: [],
    unclear: [],
  };
  for (const row of above) {
    if (isSignature(row, lexicon)) {
      draft.metas.push(...linesOf(row));
      count.meta++;
    } else if (row.filled.length === 1) {
      draft.titles.push(...linesOf(row));
      count.title++;
    } else {
      draft.unclear.push(...linesOf(row).slice(0, 1));
      count.unclear++;
    }
  }
  return draft;
}

function addBodyRow(draft: Draft, row: GridRow, lexicon: Lexicon, count: Record<RowRole, number>): void {
  const columnOf = (field: string) =>
    draft.header.columns.find((column) => column.field === field)?.column ?? null;
  const key = draft.header.kind?.key.map(columnOf).find((column) => column !== null) ?? null;
  const role = bodyRole(
    row,
    { key, serial: columnOf('serial'), count: draft.header.columns.length },
    lexicon,
  );
  count[role]++;
  const line = linesOf(row)[0] as Line;
  if (role === 'data') {
    draft.rows.push({
      row: row.number,
      cells: row.cells,
      section: draft.sections.length - 1,
      list: null,
      repeated: row.repeated,
      hidden: row.hidden,
    });
  } else if (role === 'band') {
    const list = lexicon.listIn(line.text);
    draft.sections.push({ band: line, list, category: list === null ? bandCategory(line.text) : null });
  } else if (role === 'subtotal') draft.subtotals.push(line);
  else if (role === 'note') draft.notes.push(...linesOf(row));
  else draft.unclear.push(line);
}

/** Rows that waited for a header which never came. */
function closePending(pending: readonly GridRow[], last: Draft | null, count: Record<RowRole, number>): void {
  if (last === null) {
    count.skipped += pending.length;
    return;
  }
  count.unclear += pending.length;
  last.unclear.push(...pending.flatMap((row) => linesOf(row).slice(0, 1)));
}

function toTable(file: string, sheet: Sheet, draft: Draft, lexicon: Lexicon): Table {
  const { header, rows, ...rest } = draft;
  return {
    file,
    sheet: sheet.name,
    sheetHidden: sheet.hidden,
    kind: header.kind?.id ?? null,
    confidence: header.confidence,
    columns: header.columns.map((column) => ({
      ...column,
      hidden: sheet.hiddenColumns.includes(column.column),
    })),
    ...announce({ file, sheet: sheet.name, titles: draft.titles, header }, rows, lexicon),
    ...rest,
  };
}

function ledgerOf(sheet: Sheet, { rows, cells }: Grid, count: Record<RowRole, number>): SheetLedger {
  const first = rows[0];
  const last = rows.at(-1)?.number ?? 0;
  return {
    sheet: sheet.name,
    hidden: sheet.hidden,
    rows: { ...count, blank: last - rows.length },
    skipReason: count.skipped > 0 ? 'no-table' : null,
    firstCell: first === undefined ? null : (linesOf(first)[0] ?? null),
    cells,
    hiddenRows: rows.filter((row) => row.hidden).length,
    hiddenColumns: sheet.hiddenColumns.length,
  };
}
