import type { LocalText } from '../../model/policy.ts';
import type { Args, Run } from '../../model/run.ts';
import type { Wording } from '../wording.ts';

/** What a part of the report is made from. */
export interface Sources {
  readonly run: Run;
  readonly wording: Wording;
  readonly figures: ReadonlyMap<string, number>;
  readonly say: (text: LocalText, args?: Args) => string;
}

/** Attachments of the compliance report, by their numbers. */
export const FINDINGS_ANNEX = 1;
export const CLAUSES_ANNEX = 2;
