import type { Vocabulary } from '../model/policy.ts';
import type { SheetLedger, Table, TableSet } from '../model/table.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { firstLine, type RowCount, TableDraft } from './draft.ts';
import { type Grid, type GridRow, readGrid } from './grid.ts';
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

/** A title stands at most this many rows above its header, instructions between them. */
const MAX_ROWS_ABOVE_HEADER = 10;

function readSheet(file: string, sheet: Sheet, lexicon: Lexicon): { tables: Table[]; ledger: SheetLedger } {
  const grid = readGrid(sheet);
  const { rows } = grid;
  const count = emptyCount();
  const drafts: TableDraft[] = [];
  let above: GridRow[] = [];
  let current: TableDraft | null = null;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as GridRow;
    const header = headerAt(rows, index, lexicon);
    if (header !== null && isHeader(header, above, current)) {
      index += header.rows.length - 1;
      if (current !== null && hasSameColumns(current.header, header) && current.isContinuedBy(above)) {
        current.repeatHeader(header, above);
        above = [];
        continue;
      }
      if (current?.isBare && above.length === 0 && understoodIn(current.header) <= 2) {
        // 街道 | 东街街道 | 社区 | 某社区 right above the header fills in a form; it heads nothing.
        drafts.pop();
        above = [...current.withdraw()];
      }
      current = new TableDraft(header, lexicon, count, above);
      drafts.push(current);
      above = [];
    } else if (current === null || above.length > 0 || opensNextTable(rows, index, current, lexicon)) {
      above.push(row);
    } else {
      current.addBody(row, rows[index - 1], rows[index + 1]);
    }
  }
  // Rows that waited for a header which never came.
  if (current === null) count.skipped += above.length;
  else for (const row of above) current.addUnclear(row);
  return { tables: drafts.map((draft) => draft.toTable(file, sheet)), ledger: ledgerOf(sheet, grid, count) };
}

function emptyCount(): RowCount {
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
): boolean {
  const row = rows[index] as GridRow;
  if (!isLoneText(row)) return false;
  const isApart = row.number > (rows[index - 1]?.number ?? 0) + 1;
  if (!isApart && current.mayBeItem(row) && lexicon.listIn(firstLine(row).text) === null) return false;
  for (let ahead = index + 1; ahead <= index + MAX_ROWS_ABOVE_HEADER; ahead++) {
    const header = headerAt(rows, ahead, lexicon);
    if (header !== null && understoodIn(header) >= 2) return true;
    const row = rows[ahead];
    if (row === undefined || !(isLoneText(row) || isSignature(row, lexicon))) return false;
  }
  return false;
}

function isLoneText(row: GridRow | undefined): boolean {
  return row?.filled.length === 1 && typeof row.cells[(row.filled[0] ?? 1) - 1] === 'string';
}

function ledgerOf(sheet: Sheet, { rows, cells }: Grid, count: RowCount): SheetLedger {
  const first = rows[0];
  const last = rows.at(-1)?.number ?? 0;
  return {
    sheet: sheet.name,
    hidden: sheet.hidden,
    rows: { ...count, blank: last - rows.length },
    skipReason: count.skipped > 0 ? 'no-table' : null,
    firstCell: first === undefined ? null : firstLine(first),
    cells,
    hiddenRows: rows.filter((row) => row.hidden).length,
    hiddenColumns: sheet.hiddenColumns.length,
  };
}
