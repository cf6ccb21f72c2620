import { foldText } from '../model/text.ts';
import type { GridRow } from './grid.ts';
import { type Header, headerAt, isSignature } from './header.ts';
import type { Lexicon } from './lexicon.ts';
import type { SheetPins } from './pinned.ts';

/** First columns of the tables that stand side by side; empty where one table stands alone. */
type Cuts = readonly number[];
const NO_CUTS: Cuts = [];

/**
 * The rows of a sheet in parts that hold no tables side by side, in reading order: from top to bottom, and
 * in each stretch from left to right. Tables side by side are told by blank columns between headers of their
 * own, or by a header that begins anew. Rows keep their numbers and columns.
 */
export function lanesOf(
  rows: readonly GridRow[],
  lexicon: Lexicon,
  pins: SheetPins,
): readonly (readonly GridRow[])[] {
  if (pins.headerRow !== null) return lanesUnder(rows, pins, lexicon);
  const gutters = guttersOf(rows);
  const apart = gutters.length === 0 ? NO_CUTS : tablesApart(rows, gutters, lexicon);
  if (apart.length > 0) return lanesAt(rows, apart).flatMap((lane) => stretchesOf(lane, lexicon));
  return stretchesOf(rows, lexicon);
}

/** Below a header whose row is pinned only its own words part the columns. */
function lanesUnder(
  rows: readonly GridRow[],
  pins: SheetPins,
  lexicon: Lexicon,
): readonly (readonly GridRow[])[] {
  const index = rows.findIndex(({ number }) => number === pins.headerRow);
  const header = headerAt(rows, index, lexicon, pins);
  const cuts = header === null ? NO_CUTS : cutsOf(header, lexicon);
  return cuts.length === 0 ? [rows] : lanesAt(rows, cuts);
}

/** Columns at which something begins again behind a blank column. Lone texts reach over gutters. */
function guttersOf(rows: readonly GridRow[]): Cuts {
  const used: boolean[] = [];
  for (const row of rows) {
    if (row.filled.length > 1) for (const column of row.filled) used[column] = true;
  }
  const cuts: number[] = [];
  let last: number | null = null;
  for (const text of Object.keys(used)) {
    const column = Number(text);
    if (last !== null && column > last + 1) cuts.push(column);
    last = column;
  }
  return cuts;
}

/** Those gutters that have a table on either side. */
function tablesApart(rows: readonly GridRow[], gutters: Cuts, lexicon: Lexicon): Cuts {
  const kept: number[] = [];
  let from = 1;
  for (const cut of gutters) {
    if (!holdsTable(rows, from, cut - 1, lexicon)) continue;
    if (!holdsTable(rows, cut, Number.POSITIVE_INFINITY, lexicon)) break;
    kept.push(cut);
    from = cut;
  }
  return kept;
}

function holdsTable(rows: readonly GridRow[], left: number, right: number, lexicon: Lexicon): boolean {
  const lane = rows.flatMap((row) => row.within(left, right) ?? []);
  return lane.some((_, index) => isOwnHeader(headerAt(lane, index, lexicon)));
}

/** A header by itself: of a known kind, with its key and one more column understood. */
function isOwnHeader(header: Header | null): header is Header {
  if (header?.kind == null) return false;
  const fields = header.columns.map(({ field }) => field);
  const hasKey = header.kind.key.some((key) => fields.includes(key));
  return hasKey && fields.filter((field) => field !== null).length >= 2;
}

function lanesAt(rows: readonly GridRow[], cuts: Cuts): GridRow[][] {
  const edges = [1, ...cuts, Number.POSITIVE_INFINITY];
  return edges
    .slice(0, -1)
    .map((left, lane) => rows.flatMap((row) => row.within(left, (edges[lane + 1] ?? 0) - 1) ?? []));
}

/** Stretches of rows, each cut where its headers begin anew. */
function stretchesOf(rows: readonly GridRow[], lexicon: Lexicon): readonly (readonly GridRow[])[] {
  const found: (readonly GridRow[])[] = [];
  let from = 0;
  let cuts = NO_CUTS;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as GridRow;
    const header = row.filled.length < 2 ? null : headerAt(rows, index, lexicon);
    if (header === null) continue;
    const own = cutsOf(header, lexicon);
    if (own.join() !== cuts.join()) {
      const start = firstAbove(rows, index, from, lexicon);
      if (start > from) found.push(...lanesAt(rows.slice(from, start), cuts));
      from = start;
      cuts = own;
    }
    index += header.rows.length - 1;
  }
  if (from === 0 && cuts.length === 0) return [rows];
  return [...found, ...lanesAt(rows.slice(from), cuts)];
}

/** Columns at which a header begins anew: its first label again, each part a header by itself. */
function cutsOf({ rows, columns }: Header, lexicon: Lexicon): Cuts {
  const [first] = columns;
  if (first === undefined || columns.length < 4) return NO_CUTS;
  const again = columns
    .slice(2)
    .filter(({ header, field }) =>
      first.field === null ? foldText(header) === foldText(first.header) : field === first.field,
    )
    .map(({ column }) => column)
    .filter((cut) => rows.every((row) => row.filled.every((at) => at >= cut || row.spanEnd(at) < cut)));
  if (again.length === 0) return NO_CUTS;
  const isWhole = lanesAt(rows, again).every((lane) => isOwnHeader(headerAt(lane, 0, lexicon)));
  return isWhole ? again : NO_CUTS;
}

/** Titles and signature lines right above a header belong to it, up to the next blank row. */
function firstAbove(rows: readonly GridRow[], header: number, from: number, lexicon: Lexicon): number {
  let start = header;
  while (start > from) {
    const [row, below] = [rows[start - 1] as GridRow, rows[start] as GridRow];
    const isApart = start < header && below.number > row.number + 1;
    if (isApart || !(isSignature(row, lexicon) || isHeading(row, lexicon))) break;
    start--;
  }
  return start;
}

function isHeading(row: GridRow, lexicon: Lexicon): boolean {
  const [first, second, third] = row.filled.map((column) => row.cells[column - 1]);
  if (typeof first !== 'string' || third !== undefined || lexicon.startsLine(first, 'note')) return false;
  return second === undefined || (typeof second === 'string' && lexicon.listIn(second) !== null);
}
