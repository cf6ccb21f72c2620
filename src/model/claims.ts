import type { Quantity } from './dataset.ts';
import type { Args } from './run.ts';

/** A draft as its paragraphs, in the order they stand; empty ones are left out. */
export interface TextDocument {
  readonly format: 'docx' | 'markdown' | 'text';
  readonly paragraphs: readonly string[];
}

/**
 * `fails`: worked out, it comes out otherwise. `doubtful`: nothing is wrong for certain, and a person has to look.
 * `unchecked`: what it takes is not in the draft or the data.
 */
export type Verdict = 'fails' | 'doubtful' | 'unchecked' | 'holds';

export type ClaimKind =
  | 'change'
  | 'rate'
  | 'share'
  | 'sum'
  | 'part'
  | 'enumeration'
  | 'per-head'
  | 'ratio'
  | 'multiple'
  | 'range'
  | 'span'
  | 'per-unit'
  | 'count';

/** Why a claim has its verdict. */
export type ClaimReason =
  | 'works-out'
  | 'cut-off'
  | 'differs'
  | 'months-differ'
  | 'count-differs'
  | 'wrong-way'
  | 'no-base'
  | 'base-unsure'
  | 'base-implied'
  | 'no-rate'
  | 'extremes'
  | 'coarser'
  | 'untraced'
  | 'not-listed-out'
  | 'list-unsure'
  | 'implausible'
  | 'reversed'
  | 'gap'
  | 'overlap'
  | 'parts-short'
  | 'parts-exceed'
  | 'steps-differ'
  | 'no-data'
  | 'data-agrees'
  | 'data-differs'
  | 'data-partly';

/** A number that a draft claims, held against what else it says and against data: 数字说法. */
export interface Claim {
  readonly kind: ClaimKind;
  readonly verdict: Verdict;
  readonly reason: { readonly id: ClaimReason; readonly args: Args };
  /** The words, in the signs they are compared in. */
  readonly quote: string;
  /** Both from 1; empty paragraphs do not count, and sentences end with 。！？. */
  readonly paragraph: number;
  readonly sentence: number;
  /** What was worked out, in signs only: (140 − 79) ÷ 140 = 43.57%. `null` where nothing could be. */
  readonly sum: string | null;
}

/** A number in a running text. */
export interface WrittenNumber {
  /** Offsets in the paragraph, of the number with its hedge and unit. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quantity: Quantity;
  /** What the number may have been before it was rounded to the digits written: 2.88万 is 28,750 to 28,850. */
  readonly low: number;
  readonly high: number;
}

/** What data say of one thing that drafts count: of a list one number for each unit, else one in all. */
export interface CountedData {
  /** `list.perform`, `community`, `grid`, `staff` … */
  readonly id: string;
  /** Words that name it in a draft. */
  readonly words: readonly string[];
  readonly counts: readonly number[];
}
