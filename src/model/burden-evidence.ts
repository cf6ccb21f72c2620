import type { Rate } from './burden-report.ts';
import type { Origin } from './origin.ts';

/** Signs cleared away, added up over the rows of one or more tables. */
export interface SignsCleared {
  readonly rows: number;
  readonly removed: number;
  readonly wallRules: number;
  /** Rows that say how many there were. A rate needs the stock of every row that says how many went. */
  readonly stockKnown: number;
  readonly before: number;
  readonly after: number;
  /** `null` where the stock is not known of every row. */
  readonly rate: Rate | null;
  /** Rows of which before − removed is not after. */
  readonly uneven: readonly {
    readonly at: Origin;
    readonly before: number;
    readonly removed: number;
    readonly after: number;
  }[];
}

/** Different certificates that may be issued, in either version. */
export interface CertificateCount {
  readonly before: number;
  readonly after: number;
  readonly rate: Rate;
  /** Names that are gone, and names that are new. */
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

/** A field that forms of more than one department ask for. */
export interface SharedField {
  readonly name: string;
  readonly departments: readonly string[];
  readonly forms: readonly string[];
}

/** A form much of which another department's form has asked already. */
export interface Prefill {
  readonly form: string;
  readonly from: string;
  /** Its fields that the other form has, and all of its fields. */
  readonly share: Rate;
  readonly at: Origin;
}

export interface FormLoad {
  readonly forms: number;
  /** Forms that name their fields: only they can be held against each other. */
  readonly withFields: number;
  /** Forms of which the list says that they are stopped or joined. */
  readonly stopped: Rate;
  readonly effort: { readonly known: number; readonly hours: number };
  readonly shared: readonly SharedField[];
  readonly prefills: readonly Prefill[];
}

/** How much one department asks of those below, the most first; shares add up to where Pareto draws his line. */
export interface Pusher {
  readonly department: string;
  readonly dispatched: number;
  readonly unapproved: number;
  readonly forms: number;
  readonly share: Rate;
  readonly cumulative: Rate;
  /** Points deducted by the pack; `null` where it gives none for a task. */
  readonly points: number | null;
}

export type AdmissionFault =
  | 'no-approval'
  | 'unknown-approval'
  | 'before-approval'
  | 'after-end'
  | 'short-lead'
  | 'late-decision';

/** Something sent down, or let in, against the rules of admission. Days are working days. */
export interface AdmissionBreach {
  readonly fault: AdmissionFault;
  readonly item: string;
  readonly department: string;
  /** Found and set: working days for the two limits of the pack, else ISO days or numbers of approvals. */
  readonly found: string;
  readonly limit: string;
  readonly at: Origin;
}

export interface AdmissionRecord {
  readonly dispatched: number;
  readonly admissions: number;
  readonly breaches: readonly AdmissionBreach[];
  /** Applications and decisions whose working days cannot be counted: a day or a calendar year is missing. */
  readonly uncounted: number;
  /** Limits in working days; `null` where the pack sets none. */
  readonly lead: number | null;
  readonly decision: number | null;
}

/** What else tells of burden, each `null` where no table says anything of it. */
export interface BurdenEvidence {
  readonly signs: SignsCleared | null;
  readonly certificates: CertificateCount | null;
  readonly forms: FormLoad | null;
  readonly pushers: readonly Pusher[];
  readonly admission: AdmissionRecord | null;
  /** Points that the pack deducts for a task without approval; `null` where they are not public. */
  readonly points: number | null;
}
