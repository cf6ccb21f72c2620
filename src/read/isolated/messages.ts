import type { Row, Sheet, Unreadable, Workbook } from '../../model/workbook.ts';
import type { Submission } from '../read.ts';

export type { Submission };

/** What a reader sends: once when it stands ready, then one answer for each submission. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'workbook'; readonly workbook: FlatWorkbook; readonly residentBytes: number }
  | { readonly kind: 'unreadable'; readonly unreadable: Unreadable; readonly residentBytes: number }
  | { readonly kind: 'failed'; readonly error: string; readonly residentBytes: number };

const KINDS: ReadonlySet<unknown> = new Set<Answer['kind']>(['ready', 'workbook', 'unreadable', 'failed']);

/** A row without names: number, hidden, cells, and number formats where there are any. A third of the bytes and the time of objects. */
type FlatRow = readonly [number, boolean, Row['cells'], Row['formats']?];

interface FlatSheet extends Omit<Sheet, 'rows'> {
  readonly rows: readonly FlatRow[];
}

export interface FlatWorkbook extends Omit<Workbook, 'sheets'> {
  readonly sheets: readonly FlatSheet[];
}

export function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'kind' in value && KINDS.has(value.kind);
}

/** A workbook as data that can be sent. */
export function flatten({ sheets, ...facts }: Workbook): FlatWorkbook {
  return { ...facts, sheets: sheets.map(flattenSheet) };
}

function flattenSheet(sheet: Sheet): FlatSheet {
  const { name, hidden, merges, hiddenColumns } = sheet;
  const rows = Array.from(
    sheet.rows(),
    ({ number, hidden, cells, formats }): FlatRow =>
      formats === undefined ? [number, hidden, cells] : [number, hidden, cells, formats],
  );
  return { name, hidden, merges, hiddenColumns, rows };
}

/** The workbook again, as its readers know it. */
export function unfold({ sheets, ...facts }: FlatWorkbook): Workbook {
  return {
    ...facts,
    sheets: sheets.map(({ rows, ...sheet }) => ({
      ...sheet,
      *rows(): Iterable<Row> {
        for (const [number, hidden, cells, formats] of rows)
          yield formats === undefined ? { number, hidden, cells } : { number, hidden, cells, formats };
      },
    })),
  };
}
