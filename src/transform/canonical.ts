import { a1Of } from '../model/origin.ts';
import type { FieldType, KindWords, LocalText } from '../model/policy.ts';

/** A value in a canonical table; texts that could not be read by the type of their field stay as written. */
export type CanonicalValue = string | number | boolean | null;

/** What was done to a cell of a submission on its way into a canonical table. */
export type Step =
  | 'trimmed'
  | 'number'
  | 'scaled'
  | 'date'
  | 'flag'
  | 'code'
  | 'filled-down'
  | 'merged-down'
  | 'joined'
  | 'from-column'
  | 'from-band'
  | 'from-title'
  | 'from-line'
  | 'from-sheet-name'
  | 'from-file-name'
  | 'others';

/** Where a canonical cell comes from. */
export interface Lineage {
  /** Cells of the source, A1, in the order they were joined; empty for what a name of file or sheet says. */
  readonly from: readonly string[];
  /** Empty where the cell was taken as it stands. */
  readonly steps: readonly Step[];
}

/** Where the value of a field comes from; `null` where the row has none. */
export function lineageOf(
  { values, lineage, columns, row }: Pick<CanonicalRow, 'values' | 'lineage' | 'columns' | 'row'>,
  field: string,
): Lineage | null {
  const column = columns.get(field);
  const told = lineage.get(field);
  if (told !== undefined || column === undefined || !values.has(field)) return told ?? null;
  return { from: [a1Of(row, column)], steps: [] };
}

/** Why a value may not mean what its column says. */
export type DoubtReason =
  | 'hedged'
  | 'not-a-number'
  | 'not-whole'
  | 'other-unit'
  | 'not-a-date'
  | 'date-likely'
  | 'not-a-flag'
  | 'digits-lost'
  | 'error-value'
  | 'formula-without-value';

export interface Doubt {
  readonly field: string;
  readonly reason: DoubtReason;
  readonly found: string;
}

export interface CanonicalRow {
  readonly file: string;
  readonly sheet: string;
  /** The physical row, from 1. */
  readonly row: number;
  /** By field; fields without a value are left out. */
  readonly values: ReadonlyMap<string, CanonicalValue>;
  /** Only of cells that do not stand as they are in their own row and column: most do, see `lineageOf`. */
  readonly lineage: ReadonlyMap<string, Lineage>;
  /** The columns of the source, from 1, by field; one map for all rows of a table. */
  readonly columns: ReadonlyMap<string, number>;
  readonly doubts: readonly Doubt[];
}

export type RejectReason =
  | 'unclear'
  | 'no-table'
  | 'turned'
  | 'not-selected'
  | 'change-log'
  | 'result-sheet'
  | 'kind-unknown'
  | 'no-place'
  | 'unreadable';

/** A row that is in no canonical table, or a file that could not be read. */
export interface Reject {
  readonly file: string;
  readonly sheet: string | null;
  /** The physical row; `null` for a whole file. */
  readonly row: number | null;
  readonly reason: RejectReason;
  /** What stands in the row. */
  readonly text: string;
}

/**
 * The account of one file or of all. `read` is counted by the reading of the tables, all else by the conversion:
 * rows written, rows joined to the one above, rejects, and rows of kinds that were not asked for.
 */
export interface RowCounts {
  readonly read: number;
  readonly written: number;
  readonly joined: number;
  readonly rejected: number;
  readonly aside: number;
}

export function isBalanced({ read, written, joined, rejected, aside }: RowCounts): boolean {
  return read === written + joined + rejected + aside;
}

/** Tables of one file, on sheets of their own, that both say they are a unit's list. */
export interface RepeatedList {
  readonly file: string;
  /** As the pack calls it in Chinese. */
  readonly list: string;
  /** What says so, as `协助清单!A1`. */
  readonly at: readonly string[];
}

/** What one file gives. */
export interface Conversion {
  readonly rows: ReadonlyMap<string, readonly CanonicalRow[]>;
  readonly rejects: readonly Reject[];
  readonly repeated: readonly RepeatedList[];
  readonly counts: RowCounts;
}

export interface CanonicalColumn {
  readonly field: string;
  readonly label: LocalText;
  readonly type: FieldType;
  readonly unit: string | null;
  /** An empty cell of this column is read as the one above it, so that a row without a value says so. */
  readonly repeats: boolean;
}

/** Stands in a column that repeats, in a row that has no value there. */
export const NONE = '—';

/** Whatever stood in columns that no field of the kind claims, header and text, so that nothing is lost. */
export const OTHERS = 'others';

/** The columns of a kind's canonical table, in the order of the pack. */
export function canonicalColumns(kind: KindWords): CanonicalColumn[] {
  return kind.fields.map(({ id, label, type, unit, repeats }) => ({
    field: id,
    label,
    type,
    unit,
    repeats: repeats || isRepeated(kind.id, id),
  }));
}

/** A list and a category go on until another is named. */
export function isRepeated(kind: string, field: string): boolean {
  return kind === 'duty-list' && (field === 'list' || field === 'category');
}
