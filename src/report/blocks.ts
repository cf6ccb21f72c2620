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
    };

export function plain(text: string): Cell {
  return { text, tone: 'plain' };
}

export function line(text: string, tone: Tone = 'plain'): Block {
  return { kind: 'line', text, tone };
}
