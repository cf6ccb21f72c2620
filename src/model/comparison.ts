import type { Finding, Run } from './run.ts';

/** Nouns of comparing runs: what became of every finding from one run to the next. */

/**
 * `open`: there as before; `moved`: there, in another place; `fixed`: looked for and not there any more; `lost`: not
 * looked for any more, as the file or the rule is gone; `new`: in a file that was there before; `added`: in a file
 * that was not.
 */
export type FindingChange = 'open' | 'moved' | 'fixed' | 'lost' | 'new' | 'added';
export const FINDING_CHANGES: readonly FindingChange[] = ['new', 'added', 'open', 'moved', 'fixed', 'lost'];

/** Why a finding is `lost`. */
export type LostWhy = 'file-gone' | 'file-unreadable' | 'rule-off' | 'rule-skipped';

export interface ChangedFinding {
  readonly change: FindingChange;
  /** `null` for what is new. */
  readonly before: Finding | null;
  /** `null` for what is gone. */
  readonly after: Finding | null;
  readonly why: LostWhy | null;
}

/** A file of one run and the same file in the next; by path, by content, or by its name without days and versions. */
export interface FilePair {
  readonly before: string;
  readonly after: string;
  readonly by: 'path' | 'content' | 'name';
}

/** From one run to the next. */
export interface RunStep {
  readonly files: {
    readonly pairs: readonly FilePair[];
    readonly gone: readonly string[];
    readonly added: readonly string[];
  };
  readonly counts: Readonly<Record<FindingChange, number>>;
  readonly findings: readonly ChangedFinding[];
}

/** A number over the runs: it only rises, only falls, stays, or does both. */
export type Trend = 'rising' | 'falling' | 'level' | 'mixed';

export interface RuleCounts {
  readonly rule: string;
  /** By run; `null` where the rule was not in force, crashed, or had nothing to look at. */
  readonly counts: readonly (number | null)[];
  readonly trend: Trend;
}

/** One run among those compared. */
export interface ComparedRun extends Pick<Run, 'packs' | 'asOf' | 'tool'> {
  readonly name: string;
  readonly seal: string;
  /** Files that are not passed over, rows of data, findings. */
  readonly files: number;
  readonly rows: number;
  readonly findings: number;
  readonly errors: number;
  /** Findings to 100 rows of data, half up with two decimals; `null` without rows. */
  readonly per100: number | null;
}

export interface RunComparison {
  readonly runs: readonly ComparedRun[];
  /** From each run to the next; `null` where the two share no file, as two districts. */
  readonly steps: readonly (RunStep | null)[];
  readonly rules: readonly RuleCounts[];
  /** Whether all runs were made by one tool under the same policy. */
  readonly isSameBasis: boolean;
}
