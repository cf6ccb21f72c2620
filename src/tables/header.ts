import { cellText, trimmedText } from '../model/cell-text.ts';
import type { KindWords } from '../model/policy.ts';
import type { Column } from '../model/table.ts';
import type { GridRow } from './grid.ts';
import {
  type HeadedColumn,
  headerMeaning,
  isUnmistakable,
  labelledMeaning,
  namesKey,
} from './header-kind.ts';
import type { Lexicon } from './lexicon.ts';
import { matchesOf, pinnedField, type SheetPins, UNPINNED } from './pinned.ts';

/** A header block of one to three rows, and what its columns mean. */
export interface Header {
  readonly rows: readonly GridRow[];
  readonly columns: readonly Column[];
  readonly kind: KindWords | null;
  /** Share of headed columns that were understood; halved when the kind's key column is missing. */
  readonly confidence: number;
}

const MAX_HEADER_ROWS = 3;
/** A header cell is a label; anything longer is text of the list. */
const MAX_LABEL_CHARACTERS = 40;

/**
 * Tries to read a header that starts at `rows[start]`. A row takes part when its cells are labels, not
 * values; following rows are drawn in when a merge reaches into them or when they carry the finer labels.
 * A lone cell is a title, never the upper part of a header.
 * Returns `null` when fewer than half of the labels mean something.
 */
export function headerAt(
  rows: readonly GridRow[],
  start: number,
  lexicon: Lexicon,
  pins: SheetPins = UNPINNED,
): Header | null {
  const first = rows[start];
  if (first === undefined) return null;
  if (pins.headerRow !== null && first.number < pins.headerRow) return null;
  const isPinned = first.number === pins.headerRow;
  if (!isPinned && !(isLabelRow(first) && mayBeHeader(first, rows[start + 1], lexicon))) return null;
  if (!isPinned && isSignature(first, lexicon)) return null;
  let best: Header | null = null;
  const block: GridRow[] = [first];
  for (;;) {
    const header = readHeader(block, lexicon, pins);
    if (header !== null && (best === null || understood(header) > understood(best))) best = header;
    const next = first.filled.length === 1 ? undefined : rows[start + block.length];
    if (block.length === MAX_HEADER_ROWS || next === undefined || !continues(block, next, lexicon)) break;
    block.push(next);
  }
  const forced = forcedRows(first);
  if (best !== null && best.rows.length < forced)
    return readHeader(block.slice(0, forced), lexicon, pins) ?? best;
  return best;
}

/** A cheap look that spares nearly every row of data the whole reading: it or the row below names a field. */
function mayBeHeader(first: GridRow, below: GridRow | undefined, lexicon: Lexicon): boolean {
  return namesField(first, lexicon) || (below !== undefined && namesField(below, lexicon));
}

function namesField(row: GridRow, lexicon: Lexicon): boolean {
  return row.filled.some((column) => {
    const cell = row.cells[column - 1];
    return (
      typeof cell === 'string' && cell.length <= MAX_LABEL_CHARACTERS && lexicon.fieldsOf(cell).length > 0
    );
  });
}

function understood(header: Header): number {
  return header.columns.filter((column) => column.field !== null).length;
}

function isLabelRow(row: GridRow): boolean {
  return row.filled.every((column) => {
    const cell = row.cells[column - 1];
    return (
      typeof cell === 'string' &&
      cell.length <= MAX_LABEL_CHARACTERS &&
      !cell.includes('。') &&
      !cell.includes('；')
    );
  });
}

/** 填报单位：… 填报时间：… stands above a header, never in it; but 联系电话 may well be a column. */
export function isSignature(row: GridRow, lexicon: Lexicon): boolean {
  const texts = row.filled.map((column) => cellText(row.cells[column - 1]));
  const signed = texts.filter((text) => lexicon.startsLine(text, 'meta'));
  if (signed.length === 0) return false;
  const known = texts.filter((text) => lexicon.fieldsOf(text).length > 0);
  return known.length < 2 || signed.some((text) => /[:：]/u.test(text));
}

/** Rows that the first row's own vertical merges take in. */
function forcedRows(first: GridRow): number {
  const bottom = Math.max(...first.filled.map((column) => first.spanBottom(column)));
  return Math.min(bottom - first.number + 1, MAX_HEADER_ROWS);
}

/** Whether `next` is a further header row below `block`, not the first row of data. */
function continues(block: readonly GridRow[], next: GridRow, lexicon: Lexicon): boolean {
  const first = block[0] as GridRow;
  const above = block.at(-1) as GridRow;
  if (next.number !== above.number + 1) return false;
  if (first.filled.some((column) => first.spanBottom(column) >= next.number)) return isLabelRow(next);
  if (!isLabelRow(next) || !mayBeGroups(first, lexicon)) return false;
  const finer = next.filled.filter((column) => {
    const group = above.filled.findLast((start) => start <= column);
    const ownLabel = above.filled.includes(column) && groupEnd(above, column, next) === column;
    return (
      group === undefined || !ownLabel || lexicon.fieldsOf(cellText(above.cells[column - 1])).length === 0
    );
  });
  const known = finer.filter((column) => lexicon.fieldsOf(cellText(next.cells[column - 1])).length > 0);
  return known.length > 0 && known.length * 2 >= next.filled.length && finer.length === next.filled.length;
}

/** A title in two cells, or a form filled in above the table, is not a row of group labels. */
function mayBeGroups(row: GridRow, lexicon: Lexicon): boolean {
  if (namesField(row, lexicon)) return true;
  if (lexicon.listIn(row.filled.map((column) => cellText(row.cells[column - 1])).join('')) !== null)
    return false;
  return row.filled.every((column) => {
    const text = cellText(row.cells[column - 1]);
    return text.length <= LONGEST_GROUP && !/[:：\d]/u.test(text) && lexicon.listIn(text) === null;
  });
}

const LONGEST_GROUP = 10;

function readHeader(block: readonly GridRow[], lexicon: Lexicon, pins: SheetPins): Header | null {
  const headed = pinnedColumns(headedColumns(block, lexicon), block, lexicon, pins);
  const known = headed.filter(({ matches }) => matches.length > 0);
  const isPinned = block[0]?.number === pins.headerRow;
  if (!isPinned && known.length === 0) return null;
  const isHalfKnown = known.length * 2 >= headed.length;
  if (!isPinned && !isHalfKnown && known.length < 3) return null;
  const { kind, fields: fieldsByColumn } =
    pins.columns.length === 0 ? labelledMeaning(headed, lexicon) : headerMeaning(headed, lexicon);
  if (!isPinned && !isHalfKnown && !namesKey(known, kind)) return null;
  const columns = headed.map(({ column, path, row }, index): Column => {
    const fields = fieldsByColumn[index] ?? [];
    return {
      column,
      header: path.join('/'),
      headerRow: row,
      field: fields[0] ?? null,
      rivals: fields.slice(1),
      hidden: false,
    };
  });
  const matched = columns.filter((column) => column.field !== null).length;
  const hasKey = kind?.key.some((key) => columns.some((column) => column.field === key)) === true;
  const share = matched / columns.length;
  return {
    rows: [...block],
    columns,
    kind: hasKey || isUnmistakable(columns, kind, lexicon.vocabulary.kinds) ? kind : null,
    confidence: hasKey ? share : share / 2,
  };
}

/**
 * Columns with what a person has pinned them to. A pinned field is that column's alone; a column pinned by its
 * letter may be without a header.
 */
function pinnedColumns(
  headed: readonly HeadedColumn[],
  block: readonly GridRow[],
  lexicon: Lexicon,
  pins: SheetPins,
): readonly HeadedColumn[] {
  if (pins.columns.length === 0) return headed;
  const first = block[0] as GridRow;
  const row = block.at(-1)?.number ?? 1;
  const blank = pins.columns.flatMap(({ column }) =>
    typeof column === 'number' && first.covers(column) && headed.every((one) => one.column !== column)
      ? [{ column, path: [''], row, matches: [] }]
      : [],
  );
  const all = [...headed, ...blank].sort((left, right) => left.column - right.column);
  const fields = all.map(({ column, path }) => pinnedField(column, path, pins));
  const taken = new Set(fields);
  return all.map((one, index) => {
    const field = fields[index] ?? null;
    const matches =
      field === null ? one.matches.filter((match) => !taken.has(match.field)) : matchesOf(field, lexicon);
    return { ...one, matches };
  });
}

/** Leaf columns with their labels from top to bottom; group labels reach over the columns they span. */
function headedColumns(block: readonly GridRow[], lexicon: Lexicon): HeadedColumn[] {
  const labels = new Map<number, { path: string[]; row: number }>();
  for (const [index, row] of block.entries()) {
    const isLast = index === block.length - 1;
    for (const column of row.filled) {
      const end = isLast ? column : groupEnd(row, column, block[index + 1]);
      for (let at = column; at <= end; at++) {
        const label = labels.get(at) ?? { path: [], row: row.number };
        label.path.push(trimmedText(row.cells[column - 1]));
        label.row = row.number;
        labels.set(at, label);
      }
    }
  }
  return [...labels]
    .sort(([left], [right]) => left - right)
    .map(([column, { path, row }]) => {
      const leaf = lexicon.fieldsOf(path.at(-1) ?? '');
      const joined = path.length > 1 ? lexicon.fieldsOf(path.join('')) : [];
      const upper = path.length > 1 && leaf.length === 0 ? lexicon.fieldsOf(path[0] ?? '') : [];
      return { column, path, row, matches: joined.length > 0 ? joined : leaf.length > 0 ? leaf : upper };
    });
}

/** Without merges (CSV) a group label reaches to the next label of its row, over columns labelled below. */
function groupEnd(row: GridRow, column: number, below: GridRow | undefined): number {
  const merged = row.spanEnd(column);
  if (merged > column || below === undefined || !below.filled.includes(column)) return merged;
  const next = row.filled.find((other) => other > column) ?? Number.POSITIVE_INFINITY;
  let end = column;
  while (end + 1 < next && below.filled.includes(end + 1)) end++;
  return end;
}
