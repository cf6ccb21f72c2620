import type { FieldType } from '../model/policy.ts';

/** A value as it is to stand in a cell. Dates are ISO days, percentages fractions of one; `null` leaves the cell empty. */
export type PlainValue = string | number | boolean | null;

/** A column of a table to be written. A text stays text in a column of any type. */
export interface PlainColumn {
  readonly header: string;
  readonly type: FieldType;
  /** What a person may choose in it, where the file can offer a choice. */
  readonly choices?: readonly string[];
  /** In characters; by the texts of the column where nothing is said. */
  readonly width?: number;
}

/** A table to be written: one header row, values by column, nothing above or below. */
export interface PlainTable {
  /** The name of its sheet, where the file has sheets. */
  readonly name: string;
  readonly columns: readonly PlainColumn[];
  readonly rows: readonly (readonly PlainValue[])[];
  /** What works a number out anew in a workbook, by row and column from 0; other formats have the number alone. */
  readonly formulas?: (row: number, column: number) => string | null;
  /** Below the rows, where the file can hold it: a label in the first column and the sums of some others, from 0. */
  readonly total?: { readonly label: string; readonly columns: readonly number[] };
}

/** How a yes or no is written for people. */
export interface FlagWords {
  readonly yes: string;
  readonly no: string;
}

/** 0.4357 as 43.57%, without the dust of binary fractions. */
export function percentText(fraction: number): string {
  return `${Number((fraction * 100).toPrecision(12))}%`;
}

/** What does not fit the format it is written in. */
export class PlainTableError extends Error {
  constructor(
    readonly reason: 'encoding' | 'text-too-long' | 'too-many-rows' | 'too-many-columns',
    readonly place: { readonly row: number; readonly column: number; readonly found: string },
  ) {
    super(`${reason} at row ${place.row}, column ${place.column}: ${place.found}`);
  }
}
