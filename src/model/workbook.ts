/**
 * A submitted file as cells with addresses. No word of the field stands here: what a cell means is
 * decided later, by `tables` and `records`.
 */

/** A date. `iso` is `YYYY-MM-DD`, with `THH:MM:SS` when the cell has a time; `format` is the number format. */
export interface DateCell {
  readonly kind: 'date';
  readonly iso: string;
  readonly format: string;
}

/** A spreadsheet error such as `#REF!`. */
export interface ErrorCell {
  readonly kind: 'error';
  readonly code: string;
}

/** A formula whose result was never stored, so that its value is not known here. */
export interface FormulaCell {
  readonly kind: 'formula';
  readonly formula: string;
}

export type CellValue = string | number | boolean | DateCell | ErrorCell | FormulaCell;

/** One physical row. `number` is 1-based; `cells[0]` is column A; an empty cell is `undefined`. */
export interface Row {
  readonly number: number;
  readonly cells: readonly (CellValue | undefined)[];
  readonly hidden: boolean;
  /** Number formats under which numbers of this row are shown, by place as in `cells`; left out where there are none. */
  readonly formats?: CellFormats;
}

/** By place as in `cells`; a date has its own with it. `shownNumber` says what a person sees. */
export type CellFormats = readonly (string | undefined)[];

/** A merged area, 1-based and inclusive. Only its top-left cell holds a value. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: readonly Merge[];
  /** 1-based numbers of hidden columns. */
  readonly hiddenColumns: readonly number[];
  /** Rows from top to bottom; rows with no cell at all may be left out. May be called more than once. */
  rows(): Iterable<Row>;
}

export type FileFormat = 'xlsx' | 'xls' | 'ods' | 'fods' | 'xml' | 'csv' | 'tsv';

/** Why a text was taken for its encoding: byte order mark, valid UTF-8, UTF-16 by how it reads … */
export type EncodingReason = 'mark' | 'valid' | 'pattern' | 'not-utf-8' | 'named';

/** Another encoding in which the same few bytes make sense, with the beginning of both readings. */
export interface EncodingRival {
  readonly encoding: string;
  readonly taken: string;
  readonly otherwise: string;
}

/** From this row on, down to the next of these, a row stands as many physical lines further on as here. */
export interface LineShift {
  readonly row: number;
  readonly line: number;
}

/** How the bytes of a text file became cells. */
export interface TextFacts {
  readonly encodingFrom: EncodingReason;
  readonly rival: EncodingRival | null;
  readonly delimiter: string;
  /** Where line and row differ: cells with line breaks, a line `sep=`. Empty when they never do. */
  readonly lines: readonly LineShift[];
}

export interface Workbook {
  readonly format: FileFormat;
  /** How text was decoded, for formats that do not say it themselves. */
  readonly encoding: string | null;
  /** Only for formats that are plain text. */
  readonly text?: TextFacts;
  /**
   * Cells that hold something, counted by another way than the reader's own; `null` where the format
   * allows no second count.
   */
  readonly countedCells: number | null;
  readonly sheets: readonly Sheet[];
  /** Why the spreadsheet library read an .xlsx that our own reader would not; absent for what ours read. */
  readonly handover?: Handover;
}

/** A part that our own .xlsx reader does not know for certain, and what about it. */
export interface Handover {
  readonly part: string;
  readonly why:
    | 'binary'
    | 'encoding'
    | 'entity'
    | 'namespace'
    | 'order'
    | 'part'
    | 'reference'
    | 'structure'
    | 'style';
}

/** Why a file could not be read: a reason id with its arguments, worded by the rule `file-unreadable`. */
export interface Unreadable {
  readonly reason: UnreadableReason;
  readonly args: Readonly<Record<string, string | number>>;
}

export type UnreadableReason =
  | 'empty'
  | 'encrypted'
  | 'pdf'
  | 'word'
  | 'presentation'
  | 'image'
  | 'archive'
  | 'html'
  | 'mht'
  | 'damaged'
  | 'unsafe'
  | 'too-large'
  | 'encoding'
  | 'broken-quote'
  | 'unknown'
  | 'sheets-of-one-name'
  | 'too-slow'
  | 'too-much-memory'
  | 'reader-died'
  | 'no-reader'
  | 'not-a-file'
  | 'changed'
  | 'no-access';
