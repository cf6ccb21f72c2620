import type { Origin } from './origin.ts';
import type { KindWords } from './policy.ts';
import type { Line, ListHead, SheetLedger, Table, TableRow } from './table.ts';
import type { CellValue, FileFormat } from './workbook.ts';

/**
 * A value of one field in one row: raw as stored; as text with all its digits, never trimmed, leading noughts of its number
 * format among them; and the format, under which `shownText` says what a person sees.
 */
export interface Value {
  readonly raw: CellValue | undefined;
  readonly text: string;
  /** Number format of a number; left out where it is shown as it is. */
  readonly format?: string;
  /** `true` when the cell holds nothing but blanks. */
  readonly empty: boolean;
}

/** How a written number is less than exact; `null` for one that stands as it is. */
export type Hedge = 'about' | 'more' | 'nearly' | 'at-least' | 'above' | 'at-most' | 'below' | 'range' | null;

/**
 * A number read from a cell, with what its words say about it. An exact one has `low = value = high`.
 * `low` and `high` are in the same unit as `value`, both included; ±Infinity where the text sets no bound.
 */
export interface Quantity {
  /** The number written, scale applied: 12000 for 1.2万. `null` for a range, which names no single one. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly hedge: Hedge;
  /** 户, 人, ㎡, 元, % … without its scale and in one spelling; empty where neither cell nor header says. */
  readonly unit: string;
  /** What the written digits were multiplied by: 10000 for 1.2万人 or a header （万人）; 1 otherwise. */
  readonly scale: number;
}

/** Why a date is not known, or not for certain. */
export type DateDoubt =
  | 'empty'
  | 'not-a-date'
  | 'no-year'
  | 'no-day'
  | 'no-such-day'
  | 'day-or-month'
  | 'short-year'
  | 'serial';

/**
 * A day read from a cell. `iso` is YYYY-MM-DD. With `short-year` (24.3.8) and `serial` (45359) the day is
 * the likely one and `doubt` says so; with every other doubt `iso` is `null`.
 */
export interface DateReading {
  readonly iso: string | null;
  readonly doubt: DateDoubt | null;
}

/** A serial number read from 1 / 1. / （一） / ① ; `number` is `null` when it cannot be read as one. */
export interface Serial {
  readonly number: number | null;
  readonly text: string;
}

/** One row of a table with its fields by id. Methods declare `this`, so that one taken off its row does not compile. */
export interface TableRecord {
  readonly row: TableRow;
  value(this: TableRecord, field: string): Value;
  /** The field as a number or interval, in the unit its header sets; `null` when the cell holds none. */
  quantity(this: TableRecord, field: string): Quantity | null;
  /** The field in percent: 43.57 for 43.57%, 百分之四十三点五七, or 0.4357 in a column of such fractions. */
  percent(this: TableRecord, field: string): Quantity | null;
  date(this: TableRecord, field: string): DateReading;
  /** The cell of a field in this row. Fields without a column point at the row's first cell. */
  at(this: TableRecord, field: string, role?: Origin['role']): Origin;
}

/** One duty item: 事项. */
export interface DutyItem extends TableRecord {
  readonly text: string;
  /** `text` folded for comparison. */
  readonly key: string;
  readonly serial: Serial;
  readonly category: string;
}

/** A count that a title or band claims, “（18项）”. */
export interface DeclaredCount extends Line {
  /** Where the claim is written, which for a continued list is not always where the list begins. */
  readonly table: Table;
  readonly count: number;
  /** Items it speaks of: those of one section, or the whole list. */
  readonly section: number | null;
}

/** Items of one list in one table, or in a table and those that continue it: 履职清单, 协助清单 … */
export interface DutyList {
  /** The table the list begins in. */
  readonly table: Table;
  /** That table and those that continue it. */
  readonly tables: readonly Table[];
  /** List id from the vocabulary; `null` when nothing tells. */
  readonly list: string | null;
  /** Community or village; `null` when nothing tells. */
  readonly scope: string | null;
  readonly head: ListHead;
  readonly items: readonly DutyItem[];
  readonly declared: readonly DeclaredCount[];
}

/** One row of a community roster: 社区. */
export interface Community extends TableRecord {
  readonly name: string;
  readonly code: string;
  readonly subdistrict: string;
  readonly households: Quantity | null;
  readonly residents: Quantity | null;
}

export interface Roster {
  readonly table: Table;
  readonly communities: readonly Community[];
}

/** A certificate a community may issue, with who asks for it and on what basis. */
export interface CertificateList {
  readonly table: Table;
  readonly certificates: readonly TableRecord[];
}

/** A row of a table of any kind, read by the types of its fields. */
export interface FieldRecord extends TableRecord {
  /** What the row is about in its own words; empty when nothing says. */
  readonly about: string;
  /** The field's text, trimmed; an empty cell of a field that repeats has the text above it. */
  text(this: FieldRecord, field: string): string;
  /** 是 or 否 and their like; `null` when the cell says neither. */
  flag(this: FieldRecord, field: string): boolean | null;
  /** What the quantity counts, an empty cell too: as the cell says, else the header, else the pack. */
  unit(this: FieldRecord, field: string): string;
}

/** The rows of one table whose kind is known. */
export interface RecordSet {
  readonly table: Table;
  readonly kind: KindWords;
  readonly records: readonly FieldRecord[];
}

/** Everything one file says. */
export interface Dataset {
  readonly file: string;
  readonly format: FileFormat;
  readonly tables: readonly Table[];
  readonly ledgers: readonly SheetLedger[];
  readonly dutyLists: readonly DutyList[];
  readonly rosters: readonly Roster[];
  readonly certificateLists: readonly CertificateList[];
  /** Every table of a known kind; duty lists, rosters and certificates are among them. */
  readonly records: readonly RecordSet[];
}
