export type ListKind = 'own' | 'assist' | 'refuse' | 'certificate';
export const LIST_KINDS: readonly ListKind[] = ['own', 'assist', 'refuse', 'certificate'];

export type TableKey = ListKind | 'roster';

export type DutyField =
  | 'serial'
  | 'kind'
  | 'category'
  | 'text'
  | 'department'
  | 'cooperating'
  | 'basis'
  | 'communityPart'
  | 'departmentPart'
  | 'remark';

export type RosterField =
  | 'code'
  | 'name'
  | 'subdistrict'
  | 'district'
  | 'households'
  | 'residents'
  | 'classCode';

export type Field = DutyField | RosterField;

/** What a spreadsheet can hold that is neither text nor number. */
export type Special =
  | { special: 'error' }
  | { special: 'formula'; formula: string }
  | { special: 'date'; day: number; format: string };

export type Value = string | number | null | Special;

export type Row = Partial<Record<Field, Value>>;

export interface DutyList {
  kind: ListKind;
  rows: Row[];
  /** Header words that replace the layout's own. */
  headers: Partial<Record<Field, string>>;
  /** A count written in the title (group null) or in a category band that is not the real one. */
  declared: { group: string | null; count: number } | null;
  /** True when nothing around the list may tell its kind. */
  anonymous: boolean;
}

export interface Roster {
  rows: Row[];
  columns: RosterField[];
}

export interface Place {
  code: string;
  name: string;
  subdistrict: string;
  district: string;
}

export type Unit = 'community' | 'village';

export interface Submission {
  place: Place;
  unit: Unit;
  /** As written in the 填报时间 cell. */
  date: string;
  lists: DutyList[];
  roster: Roster | null;
}

export type Anchor =
  | { at: 'cell'; table: TableKey; row: number; field: Field }
  | { at: 'head'; table: TableKey }
  | { at: 'header'; table: TableKey; field: Field }
  | { at: 'first-header'; table: TableKey }
  | { at: 'declared'; table: TableKey; group: string | null }
  | { at: 'file' };

export interface Mark {
  rule: string;
  anchor: Anchor;
  note: string;
}

/** Where something stands: sheet name, 0-based row and column. */
export interface Ref {
  sheet: string;
  row: number;
  column: number;
}

export interface Answer {
  file: string;
  sheet: string | null;
  cell: string | null;
  rule: string;
  note: string;
}

export type Format = 'xlsx' | 'xls' | 'ods' | 'csv-utf8' | 'csv-gb18030';
