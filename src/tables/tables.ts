import { NO_PINS, type Pins } from '../model/pins.ts';
import type { Vocabulary } from '../model/policy.ts';
import { RESULT_SHEET } from '../model/result-sheet.ts';
import {
  CHANGE_LOG,
  type SheetLedger,
  type SkippedRows,
  type Stretch,
  type Table,
  type TableSet,
} from '../model/table.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { RowAccount } from './account.ts';
import { joinContinued, joinedIn } from './continued.ts';
import type { TableDraft } from './draft.ts';
import { firstLine, type Grid, type GridRow, readGrid } from './grid.ts';
import { lanesOf } from './lanes.ts';
import { type Lexicon, makeLexicon } from './lexicon.ts';
import { isSelected, pinsFor, type SheetPins, traces, withPinnedWords } from './pinned.ts';
import { type Reading, readTables } from './reading.ts';
import { isTurned } from './turned.ts';

/** Finds the tables of every sheet and accounts for every physical row. `file` names the origin. */
export function findTables(
  file: string,
  workbook: Workbook,
  vocabulary: Vocabulary,
  pins: Pins = NO_PINS,
): TableSet {
  const lexicon = lexiconOf(vocabulary);
  const sheets = workbook.sheets.map((sheet) =>
    CHANGE_LOG.test(sheet.name)
      ? unreadSheet(sheet, 'change-log')
      : RESULT_SHEET.test(sheet.name)
        ? unreadSheet(sheet, 'result-sheet')
        : isSelected(sheet.name, pins)
          ? readSheet(file, sheet, lexicon, pinsFor(file, sheet.name, pins))
          : unreadSheet(sheet, 'not-selected'),
  );
  const tables = joinContinued(sheets.flatMap((sheet) => sheet.tables));
  return {
    file,
    format: workbook.format,
    kinds: vocabulary.kinds,
    tables,
    joined: joinedIn(tables),
    pins: traces(file, workbook, tables, pins),
    ledgers: sheets.map(({ ledger }) => ledger),
    stretches: sheets.map(({ stretches }) => stretches),
  };
}

const prepared = new WeakMap<Vocabulary, Lexicon>();

function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const known = prepared.get(vocabulary) ?? makeLexicon(vocabulary);
  prepared.set(vocabulary, known);
  return known;
}

interface ReadSheet {
  readonly tables: readonly Table[];
  readonly ledger: SheetLedger;
  readonly stretches: readonly Stretch[];
}

function readSheet(file: string, sheet: Sheet, words: Lexicon, pins: SheetPins): ReadSheet {
  const grid = readGrid(sheet);
  const lexicon = withPinnedWords(words, pins);
  if (pins.headerRow === null && isTurned(grid.rows, lexicon)) return unreadSheet(sheet, 'turned', grid);
  const account = new RowAccount(grid.rows.at(-1)?.number ?? 0);
  const { drafts, left } = readLanes(grid, lexicon, pins);
  const tables = drafts.map((draft) => draft.toTable(file, sheet, lexicon, account));
  for (const row of left) account.add(row.number, 'skipped');
  return { tables, ledger: ledgerOf(sheet, grid, account, 'no-table'), stretches: account.stretches() };
}

/** A sheet whose rows are counted and not read. */
function unreadSheet(sheet: Sheet, reason: SkippedRows, grid = readGrid(sheet)): ReadSheet {
  const account = new RowAccount(grid.rows.at(-1)?.number ?? 0);
  for (const row of grid.rows) account.add(row.number, 'skipped');
  return { tables: [], ledger: ledgerOf(sheet, grid, account, reason), stretches: account.stretches() };
}

/** The tables of all lanes. Rows without a table go to the nearest one before them, else to the first. */
function readLanes({ rows }: Grid, lexicon: Lexicon, pins: SheetPins): Reading {
  const drafts: TableDraft[] = [];
  let early: GridRow[] = [];
  for (const lane of lanesOf(rows, lexicon, pins)) {
    const reading = readTables(lane, lexicon, pins);
    drafts.push(...reading.drafts);
    const last = drafts.at(-1);
    if (last === undefined) early = [...early, ...reading.left];
    else last.addLeft(reading.left);
  }
  const [first] = drafts;
  if (first === undefined) return { drafts, left: early };
  first.addLeft(early);
  return { drafts, left: [] };
}

function ledgerOf(
  sheet: Sheet,
  { rows, cells }: Grid,
  account: RowAccount,
  reason: SkippedRows,
): SheetLedger {
  const first = rows[0];
  const counts = account.counts();
  return {
    sheet: sheet.name,
    hidden: sheet.hidden,
    rows: counts,
    skipReason: counts.skipped > 0 ? reason : null,
    firstCell: first === undefined ? null : firstLine(first),
    cells,
    hiddenRows: rows.filter((row) => row.hidden).length,
    hiddenColumns: sheet.hiddenColumns.length,
  };
}
