import type { Origin } from './origin.ts';
import type { Pins } from './pins.ts';
import type { Citation, LocalText, Severity } from './policy.ts';
import type { ReturnedMark } from './result-sheet.ts';
import type { RowRole, SheetLedger, TableAddress } from './table.ts';
import type { BaselineAccount, WaiverAccount } from './waiver.ts';
import type { FileFormat, Handover, TextFacts, Unreadable } from './workbook.ts';

export type Args = Readonly<Record<string, string | number>>;

/** 违反 / 建议 / 无法判断. */
export type Outcome = 'breach' | 'advice' | 'undetermined';

/** Something is wrong in the data: 问题. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  readonly message: { readonly id: string; readonly args: Args };
  readonly origins: readonly Origin[];
  /** Citation ids. */
  readonly citations: readonly string[];
  /** Distance to the limit in the limit's own unit, where there is one. */
  readonly margin?: number;
  /** Whose duty the row is, as it says itself; left out where it says none. */
  readonly department?: string;
  /** Stable while the row moves: made of rule, file, key, message and value, not of the address. */
  readonly fingerprint: string;
  /** How it stands to the baseline, where there is one. */
  readonly standing?: 'new' | 'known';
}

/** A check that could not be made, and why: 未检查. */
export interface Skip {
  readonly rule: string;
  readonly reason: { readonly id: SkipReason; readonly args: Args };
  readonly origin: Origin | null;
}

export type SkipReason =
  | 'nothing-to-check'
  | 'no-second-count'
  | 'column-missing'
  | 'cell-missing'
  | 'year-missing'
  | 'no-value'
  | 'too-costly'
  | 'kind-missing'
  | 'claim-missing'
  | 'parameter-missing'
  | 'catalogue-missing'
  | 'region-missing'
  | 'list-unknown'
  | 'scope-unknown';

/** The tool failed: 故障. */
export interface Fault {
  readonly rule: string | null;
  readonly file: string | null;
  readonly error: string;
}

export type SkippedFile = 'lock-file' | 'system-file' | 'not-a-table' | 'link';

export type InputState = 'read' | 'unreadable' | 'skipped';

/** A file the run was asked to look at. */
export interface Input {
  readonly path: string;
  readonly sha256: string | null;
  readonly bytes: number;
  readonly state: InputState;
  readonly format: FileFormat | null;
  readonly encoding: string | null;
  /** How a text file became cells; `null` for other formats. */
  readonly text: TextFacts | null;
  readonly unreadable: Unreadable | null;
  /** Why a file was passed over unread. */
  readonly skipped: SkippedFile | null;
  /** Cells that hold something, counted by another way than the reader's own. */
  readonly countedCells: number | null;
  /** Why the spreadsheet library read an .xlsx that our own reader would not. */
  readonly handover: Handover | null;
  readonly sheets: readonly SheetLedger[];
  /** Tables read as one list that goes on under a repeated header, list by list. */
  readonly joined: readonly (readonly TableAddress[])[];
  /** What a marked copy says that came back; only where there is one. */
  readonly returned?: readonly ReturnedMark[];
}

export type RuleState = 'passed' | 'findings' | 'skipped' | 'crashed';

export interface RuleResult {
  readonly id: string;
  readonly severity: Severity;
  readonly state: RuleState;
  readonly findings: number;
  readonly skips: number;
  readonly faults: number;
}

/**
 * A number that a check held against a parameter, whether it kept it or not. `low` and `high` are in the unit of the
 * parameter, and the same for an exact number.
 */
export interface Measure {
  readonly rule: string;
  readonly parameter: string;
  /** `min` and `target`: not below; `max`: not above; `equals`: the same. */
  readonly side: 'min' | 'target' | 'max' | 'equals';
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** The value in force. */
  readonly limit: number;
  /** Room that is left up to the limit, by the end that is nearer to breaking it; below 0 beyond it. */
  readonly margin: number;
  /** What was measured: a community, a table, a group. */
  readonly about: string;
  readonly at: Pick<Origin, 'file' | 'sheet' | 'a1'>;
  /** The clause asks for more than the number, and the row does not say: beyond the limit it is undetermined. */
  readonly open: boolean;
}

/** Departments, communities … in order of a number, the most first: 排名. */
export interface Ranking {
  readonly rule: string;
  /** What the number counts; empty where nothing says. */
  readonly unit: string;
  readonly entries: readonly RankingEntry[];
}

export interface RankingEntry {
  /** Those of one number share a place: 1, 1, 3. `null` where the number is not known or only approximate. */
  readonly place: number | null;
  /** How many share the place. */
  readonly tied: number;
  readonly about: string;
  readonly rows: number;
  readonly value: number | null;
  readonly at: readonly Pick<Origin, 'file' | 'sheet' | 'a1'>[];
}

/** A figure that a report prints, with the parts it is made of. */
export interface Figure {
  readonly id: string;
  readonly value: number;
  /** Both `null` for a count. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Decimals it is rounded to, half up; `null` for a count, which is exact. */
  readonly rounding: number | null;
  /** `count`: how many of `parts` there are; `sum`: what they add up to. */
  readonly formula: 'count' | 'sum';
  /** The values of the pack that decide what is counted. */
  readonly parameters: readonly FigureParameter[];
  readonly parts: FigureParts;
}

export interface FigureParameter {
  readonly id: string;
  readonly value: number | string;
  readonly unit: string;
  /** Citation id. */
  readonly citation: string | null;
}

/** What a figure is made of, said as a filter over the run: a key that is absent filters nothing out. */
export type FigureParts =
  | { readonly of: 'inputs'; readonly states?: readonly InputState[]; readonly withFindings?: boolean }
  | { readonly of: 'rows'; readonly roles?: readonly RowRole[] }
  | { readonly of: 'rules'; readonly state?: RuleState }
  | {
      readonly of: 'findings';
      readonly severity?: Severity;
      readonly outcome?: Outcome;
      readonly rule?: string;
      readonly file?: string;
    }
  | { readonly of: 'skips'; readonly rule: string };

/** One thing that a figure counts, with how much it adds. */
export type FigurePart =
  | { readonly kind: 'finding'; readonly finding: Finding; readonly weight: number }
  | { readonly kind: 'input'; readonly input: Input; readonly weight: number }
  | { readonly kind: 'sheet'; readonly file: string; readonly sheet: string; readonly weight: number }
  | { readonly kind: 'rule'; readonly rule: string; readonly weight: number }
  | { readonly kind: 'skip'; readonly skip: Skip; readonly weight: number };

/** What a person chose that decides the result beside files and packs. */
export interface RunSettings {
  /** Limits that are not those of the program, by id. */
  readonly limits: Readonly<Record<string, number>>;
  readonly encoding: string | null;
  readonly pins: Pins;
  readonly values: 'masked' | 'none';
}

/** What a run can be told by, and held against when it is made again: 封签. */
export interface Seal {
  /** The first 16 hex digits of the SHA-256 of everything else in the run, whatever the language of its report. */
  readonly code: string;
  /** SHA-256 of the packs in force, part by part: rules, checks, parameters … */
  readonly policy: Readonly<Record<string, string>>;
}

/** Rows of a sheet around what was found in it, as a person sees them, with personal data masked: 摘录. */
export interface Excerpt {
  readonly file: string;
  readonly sheet: string;
  /** From top to bottom: the header, the row above, the row itself; what lies between is left out. */
  readonly rows: readonly ExcerptRow[];
}

export interface ExcerptRow {
  readonly row: number;
  /** Whether it is a header of a table. */
  readonly header: boolean;
  /** Cells that hold something, from left to right; long texts are cut. */
  readonly cells: readonly { readonly column: number; readonly text: string }[];
}

/** A clause in the ledger of a pack, and how far rules check it. */
export interface PackClause {
  readonly pack: string;
  readonly citation: Citation | null;
  readonly clause: string;
  readonly covered: 'checked' | 'partly' | 'by-hand' | 'not-covered';
  readonly rules: readonly string[];
  /** Why it is not checked, or not wholly. */
  readonly reason: LocalText | null;
}

/** The result of one check: everything a report may say, in facts. */
export interface Run {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'jianfu'; readonly version: string };
  readonly packs: readonly { readonly id: string; readonly title: LocalText; readonly reviewed: string }[];
  readonly asOf: string;
  readonly settings: RunSettings;
  readonly seal: Seal;
  /** Labels of the ids that messages and origins carry. */
  readonly terms: Readonly<Record<string, LocalText>>;
  readonly inputs: readonly Input[];
  readonly rules: readonly RuleResult[];
  readonly findings: readonly Finding[];
  readonly skips: readonly Skip[];
  readonly faults: readonly Fault[];
  readonly figures: readonly Figure[];
  readonly rankings: readonly Ranking[];
  /** Only where they were asked for: one for each number and limit. */
  readonly measures?: readonly Measure[];
  /** Only where a report draws them; sheets in the order of their findings. */
  readonly excerpts?: readonly Excerpt[];
  /** Only where a report tells it: the ledgers of all layers. */
  readonly clauses?: readonly PackClause[];
  /** The citations that findings and figures refer to. */
  readonly citations: readonly Citation[];
  /** Only where there is a list of waivers; what is waived is not among `findings`. */
  readonly waivers?: WaiverAccount;
  /** Only where there is a baseline. */
  readonly baseline?: BaselineAccount;
}
