import type { PinTrace } from './pins.ts';
import type { KindWords } from './policy.ts';
import type { CellFormats, CellValue, FileFormat } from './workbook.ts';

/** What a physical row is. Every row of a sheet has exactly one role. */
export type RowRole =
  | 'title'
  | 'meta'
  | 'header'
  | 'data'
  | 'band'
  | 'blank'
  | 'subtotal'
  | 'note'
  | 'unclear'
  | 'skipped';

/** A line of text around or inside a table. */
export interface Line {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A column with the header as written and the field it was matched to. */
export interface Column {
  readonly column: number;
  /** Header texts from top to bottom, as written, joined with `/`. */
  readonly header: string;
  /** The row of the lowest header cell: where a finding about this header points. */
  readonly headerRow: number;
  readonly field: string | null;
  /** Other fields whose words match this header as well. */
  readonly rivals: readonly string[];
  readonly hidden: boolean;
}

/** The cell at the head of a list (band, title or else first header cell), and what told the list. */
export interface ListHead extends Line {
  readonly from: 'column' | 'band' | 'title' | 'sheet-name' | 'file-name' | 'continued' | null;
  readonly list: string | null;
}

/** A stretch of rows under one band; the rows before the first band form a section without one. */
export interface Section {
  readonly band: Line | null;
  readonly list: string | null;
  /** Community or village, where the band says so and the table holds both or says nothing. */
  readonly scope: string | null;
  /** The band's words without number and count, where it is not the name of a list. */
  readonly category: string | null;
  /** Index of the section this one is part of: （一） stands under 一、. */
  readonly parent: number | null;
}

/** A section and those it is part of, from the inside out. */
export function* enclosing(sections: readonly Section[], index: number): Generator<Section> {
  for (let at: number | null = index; at !== null; ) {
    const section: Section | undefined = sections[at];
    if (section === undefined) return;
    yield section;
    at = section.parent;
  }
}

export interface TableRow {
  readonly row: number;
  readonly cells: readonly (CellValue | undefined)[];
  /** Number formats of the cells, where any has one. */
  readonly formats?: CellFormats;
  /** 1-based columns whose value is repeated from a merged cell further up. */
  readonly repeated: readonly number[];
  /** Index into `sections`. */
  readonly section: number;
  /** The list this row's own cell names, where a column tells the list. */
  readonly list: string | null;
  readonly hidden: boolean;
}

export interface Table {
  readonly file: string;
  readonly sheet: string;
  readonly sheetHidden: boolean;
  /** Kind id from the vocabulary, or `null` when no kind fits. */
  readonly kind: string | null;
  /** 0…1: share of header cells understood, halved when the key column is missing. */
  readonly confidence: number;
  /** What title, sheet name or file name say the table is; bands and rows may say otherwise. */
  readonly head: ListHead;
  /** The list the sheet's name announces by itself, which the title may contradict. */
  readonly sheetList: string | null;
  /** Community or village, where the names say so. */
  readonly scope: string | null;
  /** The column that tells each row's list, as in 事项类型. */
  readonly listColumn: number | null;
  /** The table before this one, where this is its continuation without a title of its own. */
  readonly continues: { readonly sheet: string; readonly row: number } | null;
  readonly titles: readonly Line[];
  readonly metas: readonly Line[];
  /** Rows above the header in which 单位： stands, as written: what submits the table, or what its numbers count. */
  readonly unitLines: readonly string[];
  readonly headerRows: readonly number[];
  readonly columns: readonly Column[];
  readonly sections: readonly Section[];
  readonly rows: readonly TableRow[];
  readonly notes: readonly Line[];
  readonly subtotals: readonly Line[];
  readonly unclear: readonly Line[];
}

/** No header was found; the list runs from left to right; the sheet was not asked for; it is our own log of changes, or our own list of results. */
export type SkippedRows = 'no-table' | 'turned' | 'not-selected' | 'change-log' | 'result-sheet';

/** Names of sheets, and of files beside a CSV, in which `fix` logs what it changed; they are no part of the submission. */
export const CHANGE_LOG = /(?:^|\.)(?:修改记录|Changes)（jianfu(?: \d+)?）$/u;

/** Rows of one role that follow each other, both ends included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly role: RowRole;
}

/**
 * The account of every physical row of a sheet. A row that two tables side by side share counts once, by
 * the weightiest of its roles: data, unclear, header, band, subtotal, note, meta, title.
 */
/** A table by its first header cell: A2. */
export interface TableAddress {
  readonly sheet: string;
  readonly cell: string;
}

export interface SheetLedger {
  readonly sheet: string;
  readonly hidden: boolean;
  readonly rows: Readonly<Record<RowRole, number>>;
  /** Why rows were skipped, when they were. */
  readonly skipReason: SkippedRows | null;
  /** First cell that holds anything, for sheets in which no table was found. */
  readonly firstCell: Line | null;
  /** Cells that hold something, blank texts included, as the reader delivered them. */
  readonly cells: number;
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
}

export interface TableSet {
  readonly file: string;
  readonly format: FileFormat;
  /** The kinds of table that were looked for. */
  readonly kinds: readonly KindWords[];
  readonly tables: readonly Table[];
  /** Tables read as one list that goes on under a repeated header, list by list. */
  readonly joined: readonly (readonly TableAddress[])[];
  readonly ledgers: readonly SheetLedger[];
  /** What became of each pin. */
  readonly pins: readonly PinTrace[];
  /** What every row of each sheet is, in the order of `ledgers`. */
  readonly stretches: readonly (readonly Stretch[])[];
}
