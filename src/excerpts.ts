import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CheckSettings } from './check-file.ts';
import { cellText, shownText } from './model/cell-text.ts';
import type { Excerpt, ExcerptRow, Finding, Run } from './model/run.ts';
import type { Table } from './model/table.ts';
import type { CellValue, Row, Sheet, Workbook } from './model/workbook.ts';
import type { InputFile } from './read/inputs.ts';
import { openAhead } from './read/opened.ts';
import { HIDDEN, type MaskCell, maskFor, type Shown } from './rules/masking.ts';
import { residentNames } from './rules/personal-columns.ts';
import { findTables } from './tables/tables.ts';

/** A cell is drawn to be recognised; whoever wants all of it opens the file. */
const MOST_CHARACTERS = 60;
/** Cells of a row; those at fault are kept wherever they stand. */
const MOST_CELLS = 40;
/** Places of one finding that are drawn; the first is the one at fault. */
const MOST_ORIGINS = 4;

/** Columns at fault by row. */
type Rows = Map<number, Set<number>>;

/**
 * Reads files with findings once more and takes out the rows around them. What cannot be read again, or is no longer
 * what was checked, has no excerpt.
 */
export async function excerptsOf(
  { findings, inputs }: Pick<Run, 'findings' | 'inputs'>,
  files: readonly InputFile[],
  settings: CheckSettings,
  shown: Shown,
): Promise<readonly Excerpt[]> {
  const places = placesIn(findings);
  const hashes = new Map(inputs.map(({ path, sha256 }) => [path, sha256]));
  const wanted = files.filter(({ path }) => places.has(path));
  const excerpts: Excerpt[] = [];
  for await (const [{ path }, opened] of openAhead(wanted, settings)) {
    const workbook = (await opened?.workbook().catch(() => null)) ?? null;
    const isSame = opened !== null && opened.sha256 === hashes.get(path);
    if (workbook !== null && isSame)
      excerpts.push(...excerptsIn(path, workbook, places.get(path) ?? new Map(), settings, shown));
    await nextTurn();
  }
  return excerpts;
}

/** What is to be drawn, by file and sheet. */
function placesIn(findings: readonly Finding[]): Map<string, Map<string, Rows>> {
  const files = new Map<string, Map<string, Rows>>();
  for (const { origins } of findings) {
    for (const [index, { file, sheet, row, column }] of origins.slice(0, MOST_ORIGINS).entries()) {
      if (sheet === null || row === null) continue;
      const rows = entryOf(entryOf(files, file, newMap<string, Rows>), sheet, newMap<number, Set<number>>);
      const columns = entryOf(rows, row, newSet);
      if (column !== null) columns.add(column);
      if (index === 0 && row > 1) entryOf(rows, row - 1, newSet);
    }
  }
  return files;
}

const newMap = <Key, Value>() => new Map<Key, Value>();
const newSet = () => new Set<number>();

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}

function excerptsIn(
  file: string,
  workbook: Workbook,
  places: ReadonlyMap<string, Rows>,
  { policy, pins }: CheckSettings,
  shown: Shown,
): Excerpt[] {
  const { tables } = findTables(file, workbook, policy.vocabulary, pins);
  const mask = maskFor(residentNames(tables, policy));
  return workbook.sheets.flatMap((sheet) => {
    const rows = places.get(sheet.name);
    if (rows === undefined) return [];
    const own = tables.filter((table) => table.sheet === sheet.name);
    return [{ file, sheet: sheet.name, rows: excerptRows(sheet, own, rows, mask, shown) }];
  });
}

function excerptRows(
  sheet: Sheet,
  tables: readonly Table[],
  places: Rows,
  mask: MaskCell,
  shown: Shown,
): ExcerptRow[] {
  const headers = headersAbove(tables, [...places.keys()]);
  const wanted = new Set([...places.keys(), ...headers]);
  const repeated = repeatedIn(tables, wanted);
  const rows: ExcerptRow[] = [];
  for (const row of sheet.rows()) {
    if (!wanted.has(row.number)) continue;
    const header = headers.has(row.number);
    const headed = header ? [] : tables.filter(({ headerRows }) => (headerRows[0] ?? 0) < row.number);
    const texts = textsOf(row, repeated.get(row.number), headed, mask);
    const marked = places.get(row.number);
    const cells = texts
      .filter(({ column }, index) => index < MOST_CELLS || marked?.has(column) === true)
      // A header says what a column is, and nothing of anyone.
      .map(({ column, text }) => ({ column, text: shown === 'none' && !header ? HIDDEN : shortened(text) }));
    if (cells.length > 0 || (marked?.size ?? 0) > 0) rows.push({ row: row.number, header, cells });
  }
  return rows;
}

/** Rows of the headers under which the rows stand; tables side by side have theirs in the same rows. */
function headersAbove(tables: readonly Table[], rows: readonly number[]): Set<number> {
  const tops = [...new Set(tables.map(({ headerRows }) => headerRows[0] ?? 0))].sort((a, b) => a - b);
  const needed = new Set(rows.map((row) => tops.findLast((top) => top <= row)));
  return new Set(tables.flatMap(({ headerRows }) => (needed.has(headerRows[0] ?? 0) ? [...headerRows] : [])));
}

/** What merged cells further up say for a row. */
function repeatedIn(
  tables: readonly Table[],
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, ReadonlyMap<number, CellValue | undefined>> {
  return new Map(
    tables.flatMap(({ rows }) =>
      rows
        .filter(({ row, repeated }) => repeated.length > 0 && wanted.has(row))
        .map(({ row, repeated, cells }) => [
          row,
          new Map(repeated.map((column) => [column, cells[column - 1]])),
        ]),
    ),
  );
}

interface CellWords {
  readonly column: number;
  readonly text: string;
}

function textsOf(
  { cells, formats }: Row,
  repeated: ReadonlyMap<number, CellValue | undefined> | undefined,
  tables: readonly Table[],
  mask: MaskCell,
): CellWords[] {
  const most = Math.max(cells.length, ...(repeated?.keys() ?? []));
  return Array.from({ length: most }, (_, index): CellWords => {
    const column = index + 1;
    const cell = cells[index] ?? repeated?.get(column);
    const written = cellText(cell).trim();
    const masked = mask(written, headerOf(tables, column));
    // A number format could part the digits that have to be hidden.
    return { column, text: masked === written ? shownText(cell, formats?.[index]).trim() : masked };
  }).filter(({ text }) => text !== '');
}

function headerOf(tables: readonly Table[], column: number): string {
  const headed = tables.findLast((table) => table.columns.some((own) => own.column === column));
  return headed?.columns.find((own) => own.column === column)?.header ?? '';
}

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= MOST_CHARACTERS ? text : `${characters.slice(0, MOST_CHARACTERS).join('')}…`;
}
