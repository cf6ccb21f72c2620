import type { Claim } from '../model/claims.ts';
import type { Args } from '../model/run.ts';
import type { Passage } from './passage.ts';

/** A claim with its offsets in the passage. */
export interface Found extends Omit<Claim, 'paragraph' | 'sentence' | 'quote' | 'reason'> {
  readonly reason: Claim['reason']['id'];
  readonly args: Args;
  readonly start: number;
  readonly end: number;
}

/** Looks for claims of one sort in a passage; `all` are the passages of the draft, for what is said elsewhere. */
export type Finder = (passage: Passage, all: readonly Passage[]) => Found[];

export function claimOf(found: Found, { paragraph, sentencesBefore, text, sentences }: Passage): Claim {
  const { kind, verdict, reason, args, sum, start, end } = found;
  const sentence = sentences.findIndex((one) => start < one.end);
  return {
    kind,
    verdict,
    reason: { id: reason, args },
    quote: text.slice(start, end),
    paragraph,
    sentence: sentencesBefore + sentence + 1,
    sum,
  };
}
