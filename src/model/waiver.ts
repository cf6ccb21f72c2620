import type { Finding } from './run.ts';

/** What somebody with the authority to do so has decided about one finding: that it stands, and until when: 豁免. */
export interface Waiver {
  readonly fingerprint: string;
  readonly reason: string;
  /** Who decided. While this is `null` the waiver is only proposed, and nothing is waived. */
  readonly approver: string | null;
  /** Number of the document it rests on: 新民函〔2024〕12号. */
  readonly document: string | null;
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly expires: string;
  /** What the finding is about, for those who read the list; what is waived is told by the fingerprint alone. */
  readonly rule: string | null;
  readonly file: string | null;
  /** `sheet!A1` on the day it was written. */
  readonly cell: string | null;
}

/** A finding with the waiver that lets it stand. */
export interface Waived {
  readonly finding: Finding;
  readonly waiver: Waiver;
}

/**
 * Why a waiver lets nothing stand: its last day is over; nobody has approved it; what it is about is not found any more; or this run
 * did not look at its file or rule.
 */
export type IdleReason = 'expired' | 'proposed' | 'unused' | 'not-looked-at';

/** The account of all waivers of a run: every one is in one of the two lists. */
export interface WaiverAccount {
  /** Where they are written. */
  readonly file: string;
  readonly waived: readonly Waived[];
  readonly idle: readonly { readonly waiver: Waiver; readonly why: IdleReason }[];
}

/** A finding as an earlier run left it. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly file: string;
  readonly cell: string | null;
}

/** How the findings of a run stand to those of an earlier one. */
export interface BaselineAccount {
  readonly file: string;
  readonly asOf: string;
  readonly fresh: number;
  readonly known: number;
  /** Found before, looked for and not found again. */
  readonly gone: readonly BaselineEntry[];
  /** Whether known findings were taken out of the run: then only `known` tells of them. */
  readonly newOnly: boolean;
}
