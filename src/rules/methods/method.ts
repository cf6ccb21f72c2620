import type { Expression } from '../../expression/compile.ts';
import type { CheckOf, MethodId } from '../../model/check.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Origin } from '../../model/origin.ts';
import type { LocalText, PolicyPack } from '../../model/policy.ts';
import type { Args, Measure, Ranking, SkipReason } from '../../model/run.ts';
import type { Report } from '../define.ts';

/** The check's own expressions for a kind of table; `null` where it has none. */
export interface OwnConditions {
  /** What must be true. */
  holds(kind: string): Expression | null;
  /** Where this is true, what does not hold is left open by the source. */
  doubt(kind: string): Expression | null;
}

/** Takes what a method reads in one file: facts, and what could not be read. */
export interface Gather<F> {
  fact(fact: F): void;
  /** A row was looked at and is none of the clause's business. */
  excuse(): void;
  skip(reason: SkipReason, args: Args, origin: Origin | null): void;
  readonly own: OwnConditions;
}

/** Where a method says what is wrong. */
export interface Judgement<M extends string = string> {
  report(finding: Report<M>): void;
  skip(reason: SkipReason, args?: Args, origin?: Origin): void;
  measure(measure: Omit<Measure, 'rule'>): void;
  rank(ranking: Omit<Ranking, 'rule'>): void;
  readonly own: OwnConditions;
}

/**
 * A general method: it reads facts out of each file and judges them, at once for one file, or over all files.
 * Facts are plain data, because they may have to pass to another process.
 */
export interface Method<M extends MethodId = MethodId, F = unknown, S extends string = string> {
  readonly id: M;
  /** What is wrong, without the remedy. */
  readonly messages: Readonly<Record<S, LocalText>>;
  /** What to do, unless the check says it better. */
  readonly remedy: LocalText;
  /** Whether the facts of several files must be put together before they are judged. */
  spansFiles(check: CheckOf<M>): boolean;
  collect(dataset: Dataset, check: CheckOf<M>, policy: PolicyPack, gather: Gather<F>): void;
  judge(facts: readonly F[], check: CheckOf<M>, policy: PolicyPack, judgement: Judgement<S>): void;
}

export function defineMethod<M extends MethodId, F, S extends string>(method: Method<M, F, S>): Method {
  return method as unknown as Method;
}
