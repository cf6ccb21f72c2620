import type { Operand } from '../../model/check.ts';
import type { PolicyPack } from '../../model/policy.ts';
import type { Args, SkipReason } from '../../model/run.ts';
import { type Declared, declaredIn, declaredOf, isRows, operandIn, rowsName } from './claim-numbers.ts';
import { checksByPlace } from './claim-places.ts';
import {
  beyondLimits,
  type ClaimCheck,
  type ClaimMessage,
  judgeSaying,
  operandsIn,
} from './claim-sayings.ts';
import { defineMethod, type Judgement } from './method.ts';
import { setsWith } from './rows.ts';
import { collectTerm, sumsByGroup, type TermFact } from './terms.ts';

type ClaimFact = Declared | TermFact;

/** Declared numbers held against each other: a sum, a rate, a share, an enumeration. It fails, or stays doubtful. */
export const claim = defineMethod<'claim', ClaimFact, ClaimMessage>({
  id: 'claim',
  messages: {
    fails: {
      'zh-CN': '“{found}”为 {value}，按{parts}算是 {computed}，对不上。',
      en: '“{found}” is {value}; from {parts} it comes to {computed}.',
    },
    'fails-share': {
      'zh-CN': '“{found}”为 {value}，按{parts}算是 {computed}，对不上；要成立，分母应是 {implied}。',
      en: '“{found}” is {value}; from {parts} it comes to {computed}. To hold, the base would have to be {implied}.',
    },
    rest: {
      'zh-CN': '“{found}”为 {value}，列出的{parts}合计 {computed}，还有 {rest} 没有着落，分解不开。',
      en: '“{found}” is {value}; {parts} add up to {computed}; {rest} are not accounted for.',
    },
    implied: {
      'zh-CN': '“{found}”为 {value}，没有写明分母；由{parts}推算，分母是 {implied}。',
      en: '“{found}” is {value} without a base; {parts} imply a base of {implied}.',
    },
    enumeration: {
      'zh-CN': '“{found}”写的是 {value}，列出的有 {count} 个：{parts}。',
      en: '“{found}” says {value}; {count} are named: {parts}.',
    },
    implausible: {
      'zh-CN': '“{found}”为 {value}，越过合理界限 {limit} {unit}，多半是笔误。',
      en: '“{found}” is {value}, beyond the plausible limit of {limit} {unit}; most likely a slip.',
    },
  },
  remedy: {
    'zh-CN': '请写明分子、分母和口径，核对后更正。',
    en: 'Say what was divided by what, and correct it.',
  },
  spansFiles: () => true,
  collect(dataset, check, _policy, gather) {
    for (const set of setsWith(dataset, check.of, ['claim', 'claimed'], gather)) {
      for (const record of set.records) {
        const declared = declaredIn(record);
        if (declared === null) gather.excuse();
        else gather.fact(declared);
      }
    }
    for (const term of operandsIn(check).filter(isRows)) {
      const wanted = { name: rowsName(term), term, kinds: [term.of], group: 'all', besides: [] } as const;
      collectTerm(dataset, wanted, { ...gather, excuse: () => {} });
    }
  },
  judge(gathered, check, policy, judgement) {
    const facts = [...gathered.filter(isDeclared), ...rowsDeclared(gathered)];
    const named = checksByPlace(check, facts);
    if (named.length === 0) judgement.skip('claim-missing', { claim: nameOf(check.is) });
    for (const one of named) judgeOne(one, facts, policy, judgement);
  },
});

/** One claim, its names written out. */
function judgeOne(
  check: ClaimCheck,
  facts: readonly Declared[],
  policy: PolicyPack,
  judgement: Judgement<ClaimMessage>,
): void {
  const lack = lackIn(check, facts, policy);
  if (lack !== null) judgement.skip(...lack);
  const result = operandIn(check.is, facts, policy);
  if (lack !== null || result === null) return;
  const at = facts.flatMap((fact) => (fact.at === null || fact !== result ? [] : [fact.at]));
  for (const finding of [judgeSaying(result, check, facts, policy), beyondLimits(result, check, policy)]) {
    const place = at[0] ?? facts[0]?.at;
    if (finding !== null && place) judgement.report({ ...finding, at: place });
  }
}

/** What must be known and is not: a number that nobody declared, or rows that nobody handed in. */
function lackIn(
  check: ClaimCheck,
  facts: readonly Declared[],
  policy: PolicyPack,
): readonly [SkipReason, Args] | null {
  const lacking = [check.is, ...operandsIn(check)].find(
    (operand) => operandIn(operand, facts, policy) === null,
  );
  if (lacking === undefined) return null;
  return isRows(lacking)
    ? ['kind-missing', { kind: lacking.of }]
    : ['claim-missing', { claim: nameOf(lacking) }];
}

function nameOf(operand: Operand): string {
  if (typeof operand === 'string') return operand;
  return isRows(operand) ? rowsName(operand) : operand.parameter;
}

function isDeclared(fact: ClaimFact): fact is Declared {
  return !('term' in fact);
}

/** What the rows of each kind come to, as if it had been declared; a sum that is not known is left out. */
function rowsDeclared(facts: readonly ClaimFact[]): Declared[] {
  const sums = sumsByGroup(facts.filter((fact): fact is TermFact => !isDeclared(fact)));
  return [...(sums.get('')?.values() ?? [])].flatMap((sum) => declaredOf(sum) ?? []);
}
