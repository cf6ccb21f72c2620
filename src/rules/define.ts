import type { CertificateList, Dataset, DutyList, Roster } from '../model/dataset.ts';
import type { Origin } from '../model/origin.ts';
import type { LocalText, PolicyPack } from '../model/policy.ts';
import type { Args, Input, Measure, Outcome, Ranking, SkipReason } from '../model/run.ts';
import type { Table } from '../model/table.ts';

/** What a rule looks at, one at a time. */
export interface Subjects {
  input: Input;
  workbook: Dataset;
  table: Table;
  'duty-list': DutyList;
  roster: Roster;
  'certificate-list': CertificateList;
}
export type Scope = keyof Subjects;

export type Options = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What a rule says about one fault: facts only. */
export interface Report<M extends string> {
  readonly message: M;
  readonly args?: Args;
  /** The first origin is the cell at fault. */
  readonly at: Origin | readonly Origin[];
  /** Overrides what the pack's modality says, for what cannot be decided from the data. */
  readonly outcome?: Outcome;
  readonly margin?: number;
  /** The clause this very finding rests on, where the rule knows it better than the pack's list of clauses. */
  readonly citation?: string | null;
}

export interface Context<M extends string, O extends Options> {
  readonly policy: PolicyPack;
  readonly options: O;
  report(finding: Report<M>): void;
  /** Says that this subject could not be checked. Never use it for “nothing wrong”. */
  skip(reason: SkipReason, args?: Args, origin?: Origin): void;
  /** Leaves a number that was held against a parameter, so that other values of it can be tried. */
  measure(measure: Omit<Measure, 'rule'>): void;
  /** Leaves an order of departments, communities … for the report. */
  rank(ranking: Omit<Ranking, 'rule'>): void;
  /** Says that something was looked at all the same, after a part of the subject was skipped. */
  looked(): void;
}

/**
 * What a rule asks a pack for by id. `<scope>` and `<list>` stand for any of the vocabulary, `<field>` for any field of
 * type `id`.
 */
export interface Asks {
  readonly parameters?: readonly string[];
  readonly catalogues?: readonly string[];
}

interface Head<M extends string, O extends Options> {
  /** Says the fault, in kebab-case; also the name of the file, of its page and of its fixtures. */
  readonly id: string;
  /** Defaults; a pack may set others of the same type. Numbers of a regulation are parameters instead. */
  readonly options: O;
  readonly asks: Asks;
  /** ICU messages. Arguments called field, list, otherList, kind and scope are shown by their label. */
  readonly messages: Readonly<Record<M, LocalText>>;
  /**
   * A text put right where there is one way only, else the text as it is. `field` is that of its column, empty outside
   * columns. Nothing but what the rule finds fault with is changed.
   */
  readonly repair?: (text: string, field: string) => string;
}

/** A rule over one file: pure, so that files can be checked in any order and in parallel. */
export interface FileRule<S extends Scope = Scope, M extends string = string, O extends Options = Options>
  extends Head<M, O> {
  readonly scope: S;
  /** Fields whose column must be there; without it the subject is skipped as 无法判断. */
  readonly needs: readonly string[];
  /** Lists the rule looks at (scope `duty-list`); all when empty. */
  readonly lists: readonly string[];
  check(subject: Subjects[S], context: Context<M, O>): void;
}

/** A rule over all files: `collect` leaves small facts behind per file, `check` runs once over all of them. */
export interface SetRule<F = unknown, M extends string = string, O extends Options = Options>
  extends Head<M, O> {
  readonly scope: 'set';
  collect(dataset: Dataset): readonly F[];
  check(facts: readonly F[], context: Context<M, O>): void;
}

export type Rule = FileRule | SetRule;

type FileRuleInput<S extends Scope, M extends string, O extends Options> = Omit<
  FileRule<S, M, O>,
  'needs' | 'lists' | 'options' | 'asks'
> & {
  readonly needs?: readonly string[];
  readonly lists?: readonly string[];
  readonly options?: O;
  readonly asks?: Asks;
};

export function defineRule<S extends Scope, M extends string, O extends Options = Record<never, never>>(
  rule: FileRuleInput<S, M, O>,
): FileRule {
  return { needs: [], lists: [], options: {}, asks: {}, ...rule } as unknown as FileRule;
}

export function defineSetRule<F, M extends string, O extends Options = Record<never, never>>(
  rule: Omit<SetRule<F, M, O>, 'options' | 'scope' | 'asks'> & { readonly options?: O; readonly asks?: Asks },
): SetRule {
  return { options: {}, asks: {}, scope: 'set', ...rule } as unknown as SetRule;
}
