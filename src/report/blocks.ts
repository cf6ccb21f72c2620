/** What sections build and formats draw. Blocks hold finished words, but no layout, colour or escape. */

export type Tone = 'plain' | 'error' | 'warning' | 'info' | 'good' | 'muted';

export interface Cell {
  readonly text: string;
  readonly tone: Tone;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'line'; readonly text: string; readonly tone: Tone }
  /** `fill`: the column that takes what width is left and wraps. */
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
      readonly fill: number;
    }
  | Picture;

/** Some rows of a sheet. `columns` are the names of its columns; cells say in which of them they stand. */
export interface Picture {
  readonly kind: 'picture';
  readonly columns: readonly string[];
  readonly rows: readonly PictureRow[];
}

export interface PictureRow {
  /** The row's number; empty for a line that is no row of the sheet. */
  readonly mark: string;
  readonly role: Cell;
  readonly cells: readonly PictureCell[];
  /** A line of text beside the columns, such as a title: it has no say in how wide they are. */
  readonly loose?: boolean;
  /** The only cell is a remark over the whole width. */
  readonly spans?: boolean;
}

export interface PictureCell extends Cell {
  /** 0-based index into `columns`. */
  readonly column: number;
}

export function plain(text: string): Cell {
  return { text, tone: 'plain' };
}

export function line(text: string, tone: Tone = 'plain'): Block {
  return { kind: 'line', text, tone };
}
