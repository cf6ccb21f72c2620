import type { Finding } from './run.ts';

/** What came out when a saved run was made again: 一致, or where it differs. */
export interface Verification {
  readonly seal: string;
  /** The seal of the run made again; the same only where everything is. */
  readonly sealNow: string;
  readonly isSame: boolean;
  /** Versions of the tool, where they are not the same. */
  readonly tool: { readonly before: string; readonly now: string } | null;
  /** Parts of the packs in force that are not the same any more: rules, parameters, catalogues … */
  readonly policy: readonly string[];
  /** Files of the run that are not there, and those whose content is another. */
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  /** Files beside those of the run. They were not checked. */
  readonly besides: readonly string[];
  /** Findings that only one of the two runs has. */
  readonly onlyBefore: readonly Finding[];
  readonly onlyNow: readonly Finding[];
  /** Other parts of the run that differ: skips, faults, figures … */
  readonly parts: readonly string[];
}
