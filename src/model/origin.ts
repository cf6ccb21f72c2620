/** Where a fact stands in a submission: 出处. */

/** `role` tells several origins of one finding apart. */
export type OriginRole = 'here' | 'first' | 'header' | 'title' | 'file';

/** `row` and `column` are 1-based; both are `null` when the origin is a whole sheet or file. */
export interface Origin {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: number | null;
  /** The physical line of a text file, from 1, where it is another number than the row. */
  readonly line?: number;
  readonly a1: string | null;
  /** The column's header as written. */
  readonly header: string | null;
  /** What the row is about in its own words (an item's text, a community's name): survives moved rows. */
  readonly key: string | null;
  readonly role: OriginRole;
}

/** `1 → A`, `27 → AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export function a1Of(row: number, column: number): string {
  return columnName(column) + String(row);
}

export function fileOrigin(file: string): Origin {
  return { file, sheet: null, row: null, column: null, a1: null, header: null, key: null, role: 'file' };
}
