import type { ResultColumn } from '../../model/result-sheet.ts';

/** What is marked in a workbook, in finished words. */

/** A mark on one cell: what its comment says. */
export interface CellMark {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A row of the sheet of results. `sheet` and `a1` are what its place leads to; `null` where there is none. */
export interface ResultRow {
  readonly place: string;
  readonly sheet: string | null;
  readonly a1: string | null;
  readonly level: string;
  /** What became of a finding of the last time; `null` where there was none. */
  readonly state: string | null;
  readonly text: string;
  readonly basis: string;
  readonly remedy: string;
  readonly reply: string;
  readonly note: string;
  /** By which the row is known again when the workbook comes back. */
  readonly key: string;
}

export interface ResultSheet {
  readonly name: string;
  readonly title: string;
  /** How to use the sheet, above its header. */
  readonly guide: string;
  readonly headers: Readonly<Record<ResultColumn, string>>;
  /** What may be chosen as a reply. */
  readonly replies: readonly string[];
  readonly footer: string;
  readonly rows: readonly ResultRow[];
}

export interface Marks {
  readonly cells: ReadonlyMap<string, readonly CellMark[]>;
  readonly sheet: ResultSheet;
}

/** Why a workbook was not marked. */
export type MarkRefusal = 'signed' | 'shared' | 'structure' | 'comments';

/** Who our comments are by. */
export const AUTHOR = 'jianfu';
/** Always true; its text is what our rule is known by, whoever saved the workbook since. */
export const MARK_FORMULA = 'LEN("jianfu")=6';
/** The part that says how to make the bytes that were sent in again. */
export const RECIPE = 'jianfu/original.bin';
