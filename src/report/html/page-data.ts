import type { CARD_WORDS } from './words.ts';

/**
 * What the script of the page draws findings from, made once and shown as it is: words are finished, masked, and free
 * of characters that cannot be seen. Lists of one entry a finding stand side by side, which is smaller than objects.
 */
export interface PageData {
  readonly words: Readonly<Record<keyof typeof CARD_WORDS, string>>;
  readonly levels: readonly Named[];
  readonly outcomes: readonly Named[];
  readonly rules: readonly Named[];
  readonly files: readonly string[];
  readonly sheets: readonly PageSheet[];
  /** Each a text, or a text and the words of the clause. */
  readonly bases: readonly (readonly PageBasis[])[];
  readonly remedies: readonly string[];
  /** How findings may stand to a baseline. */
  readonly standings: readonly string[];
  readonly findings: PageFindings;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface PageBasis {
  readonly text: string;
  readonly quote: string;
}

export interface PageSheet {
  readonly name: string;
  readonly rows: readonly PageRow[];
}

/** Row, 1 for a header, then column and text of every cell that holds something. */
export type PageRow = readonly [number, 0 | 1, ...(number | string)[]];

/** By finding: indexes into the lists above, −1 where there is none. */
export interface PageFindings {
  readonly level: readonly number[];
  readonly outcome: readonly number[];
  readonly rule: readonly number[];
  readonly file: readonly number[];
  readonly sheet: readonly number[];
  readonly basis: readonly number[];
  readonly remedy: readonly number[];
  /** Left out where there is no baseline. */
  readonly standing?: readonly number[];
  readonly place: readonly string[];
  readonly text: readonly string[];
  /** Row and column of every cell of the sheet that is marked, the one at fault first; column 0 for a whole row. */
  readonly cells: readonly (readonly number[])[];
}
