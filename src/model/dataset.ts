import type { Origin } from './origin.ts';
import type { Line, ListHead, SheetLedger, Table, TableRow } from './table.ts';
import type { CellValue } from './workbook.ts';

/** A value of one field in one row: raw as stored, and as text a person would read (never trimmed). */
export interface Value {
  readonly raw: CellValue | undefined;
  readonly text: string;
  /** `true` when the cell holds nothing but blanks. */
  readonly empty: boolean;
}

/** A number read from a cell that may carry a unit or a hedge. */
export interface Quantity {
  readonly value: number;
  /** What stood behind the digits, as written: 户, 万, 人 …; empty for a bare number. */
  readonly unit: string;
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
  /** The field as one number; `null` when the cell is empty or not one number. */
  quantity(this: TableRecord, field: string): Quantity | null;
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
  readonly count: number;
  /** Items it speaks of: those of one section, or the whole list. */
  readonly section: number | null;
}

/** Items of one list in one table: 履职清单, 协助清单 … */
export interface DutyList {
  readonly table: Table;
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

/** Everything one file says. */
export interface Dataset {
  readonly file: string;
  readonly tables: readonly Table[];
  readonly ledgers: readonly SheetLedger[];
  readonly dutyLists: readonly DutyList[];
  readonly rosters: readonly Roster[];
  readonly certificateLists: readonly CertificateList[];
}
