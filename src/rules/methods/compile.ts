import type { Check } from '../../model/check.ts';
import type { Origin } from '../../model/origin.ts';
import type { PolicyPack } from '../../model/policy.ts';
import type { Args, SkipReason } from '../../model/run.ts';
import type { Context, Options, Rule } from '../define.ts';
import { defineRule, defineSetRule } from '../define.ts';
import type { Conditions } from './conditions.ts';
import type { Gather, Judgement, Method, OwnConditions } from './method.ts';
import { METHODS } from './methods.ts';
import { onlyWhere } from './where.ts';

/** A fact of a method, or the word that something could not be read. */
type Gathered =
  | { readonly fact: unknown }
  | { readonly excused: true }
  | { readonly reason: SkipReason; readonly args: Args; readonly origin: Origin | null };

/** Rules out of the checks of a pack, for the day it is in force. */
export function compileChecks(policy: PolicyPack, conditions: Conditions | null, measures = false): Rule[] {
  return [...policy.checks.values()].map((check) =>
    compile(check, METHODS[check.method], policy, conditions, measures),
  );
}

function compile(
  check: Check,
  method: Method,
  policy: PolicyPack,
  conditions: Conditions | null,
  measures: boolean,
): Rule {
  const { id } = check;
  const { messages } = method;
  const own: OwnConditions = {
    holds: (kind) => conditions?.holds(id, kind) ?? null,
    doubt: (kind) => conditions?.doubt(id, kind) ?? null,
  };
  const collect = (dataset: Parameters<Method['collect']>[0]): Gathered[] => {
    const gathered: Gathered[] = [];
    const gather: Gather<unknown> = {
      fact: (fact) => gathered.push({ fact }),
      excuse: () => gathered.push({ excused: true }),
      skip: (reason, args, origin) => gathered.push({ reason, args, origin }),
      own,
    };
    method.collect(onlyWhere(dataset, check, policy, conditions, gather), check, policy, gather);
    return gathered;
  };
  const judge = (gathered: readonly Gathered[], context: Context<string, Options>): void => {
    const facts = gathered.flatMap((one) => ('fact' in one ? [one.fact] : []));
    for (const one of gathered) {
      if ('reason' in one) context.skip(one.reason, one.args, one.origin ?? undefined);
    }
    if (gathered.length === 0) context.skip('nothing-to-check');
    if (gathered.every((one) => 'reason' in one)) return;
    context.looked();
    method.judge(facts, check, policy, judgementFor(method, context, own, measures));
  };
  if (!method.spansFiles(check)) {
    return defineRule({
      id,
      scope: 'workbook',
      messages,
      check: (dataset, context) => judge(collect(dataset), context),
    });
  }
  return defineSetRule({ id, messages, collect, check: judge });
}

/** Messages of methods are told apart from those of rules by the method's name before them. */
function judgementFor(
  method: Method,
  context: Context<string, Options>,
  own: OwnConditions,
  measures: boolean,
): Judgement {
  return {
    report: (finding) => context.report({ ...finding, message: `${method.id}.${finding.message}` }),
    skip: (reason, args, origin) => context.skip(reason, args, origin),
    measure: (measure) => {
      if (measures) context.measure(measure);
    },
    rank: (ranking) => context.rank(ranking),
    own,
  };
}
