import type { CheckOf, Operand } from '../../model/check.ts';
import type { Origin } from '../../model/origin.ts';
import type { PolicyPack } from '../../model/policy.ts';
import { rateUnitOf, roundHalfUp } from '../../model/units.ts';
import type { Report } from '../define.ts';
import { limitOf } from './bounds.ts';
import {
  type Declared,
  declaredIn,
  declaredOf,
  type Ends,
  isRows,
  meet,
  operandIn,
  quotientOf,
  rateOf,
  rowsName,
  sumOf,
} from './claim-numbers.ts';
import { defineMethod } from './method.ts';
import { setsWith } from './rows.ts';
import { collectTerm, sumsByGroup, type TermFact } from './terms.ts';

type Message = 'fails' | 'fails-share' | 'rest' | 'implied' | 'enumeration' | 'implausible';
type ClaimCheck = CheckOf<'claim'>;

type ClaimFact = Declared | TermFact;

/** Declared numbers held against each other: a sum, a rate, a share, an enumeration. It fails, or stays doubtful. */
export const claim = defineMethod<'claim', ClaimFact, Message>({
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
    const result = operandIn(check.is, facts, policy);
    if (result === null) return judgement.skip('claim-missing', { claim: nameOf(check.is) });
    const missing = operandsIn(check).find((operand) => operandIn(operand, facts, policy) === null);
    if (missing !== undefined && isRows(missing)) return judgement.skip('kind-missing', { kind: missing.of });
    if (missing !== undefined) return judgement.skip('claim-missing', { claim: nameOf(missing) });
    const at = facts.flatMap((fact) => (fact.at === null || fact !== result ? [] : [fact.at]));
    for (const finding of [judgeSaying(result, check, facts, policy), beyondLimits(result, check, policy)]) {
      const place = at[0] ?? facts[0]?.at;
      if (finding !== null && place) judgement.report({ ...finding, at: place });
    }
  },
});

type Found = Omit<Report<Message>, 'at'> & { readonly at?: Origin };

function nameOf(operand: Operand): string {
  if (typeof operand === 'string') return operand;
  return isRows(operand) ? rowsName(operand) : operand.parameter;
}

function isDeclared(fact: ClaimFact): fact is Declared {
  return !('term' in fact);
}

/** What the rows of each kind come to, as if it had been declared; `null`-free: a sum that is not known is left out. */
function rowsDeclared(facts: readonly ClaimFact[]): Declared[] {
  const sums = sumsByGroup(facts.filter((fact): fact is TermFact => !isDeclared(fact)));
  return [...(sums.get('')?.values() ?? [])].flatMap((sum) => declaredOf(sum) ?? []);
}

/** Everything that must be known. The base of a share may be missing: then it is implied. */
function operandsIn(check: ClaimCheck): readonly Operand[] {
  switch (check.says) {
    case 'sum':
      return [...check.parts, ...(check.less ?? [])];
    case 'rate':
      return [check.before, check.after];
    case 'share':
      return [check.part];
    case 'enumeration':
      return [];
  }
}

function judgeSaying(
  result: Declared,
  check: ClaimCheck,
  facts: readonly Declared[],
  policy: PolicyPack,
): Found | null {
  const of = (operand: Operand): Declared => operandIn(operand, facts, policy) ?? result;
  switch (check.says) {
    case 'sum':
      return judgeSum(result, check.parts.map(of), (check.less ?? []).map(of), check.open === true);
    case 'rate':
      return judgeRate(result, of(check.before), of(check.after));
    case 'share': {
      const whole = check.whole === undefined ? null : operandIn(check.whole, facts, policy);
      return judgeShare(result, of(check.part), whole, check.unit ?? '');
    }
    case 'enumeration':
      return judgeNames(result);
  }
}

function judgeSum(
  result: Declared,
  plus: readonly Declared[],
  minus: readonly Declared[],
  open: boolean,
): Found | null {
  const computed = sumOf(plus, minus);
  if (meet(computed, result)) return null;
  const args = {
    found: result.name,
    value: result.text,
    parts: namesOf([...plus, ...minus]),
    computed: endsText(computed),
  };
  // What is listed may not be all, but it cannot be more than the whole.
  if (!open || computed.low > result.high)
    return { message: 'fails', args, margin: Math.abs(result.low - computed.low) };
  const rest = endsText(sumOf([result], [computed]));
  return { message: 'rest', args: { ...args, rest }, outcome: 'undetermined' };
}

function judgeRate(result: Declared, before: Declared, after: Declared): Found | null {
  const computed = rateOf(before, after);
  if (meet(computed, result)) return null;
  const args = { found: result.name, value: result.text, parts: namesOf([before, after]) };
  return { message: 'fails', args: { ...args, computed: percentText(computed) } };
}

/** The unit of the share says by how much it counts below: 人/万人, else like by like. */
function judgeShare(result: Declared, part: Declared, whole: Declared | null, unit: string): Found | null {
  const { over, under } = rateUnitOf(unit);
  // Declared numbers are in the first unit of their dimension already: 36.88% is 0.3688.
  const scale = under?.factor ?? 1;
  const scaled = { low: part.low * scale, high: part.high * scale };
  const args = { found: result.name, value: result.text };
  const implied = endsText(quotientOf(scaled, result));
  if (whole === null) {
    return {
      message: 'implied',
      args: { ...args, parts: namesOf([part]), implied },
      outcome: 'undetermined',
    };
  }
  const computed = quotientOf(scaled, whole);
  if (meet(computed, result)) return null;
  const printed = { low: computed.low / over.factor, high: computed.high / over.factor };
  const text = unit === '' || unit === '%' ? percentText(computed) : endsText(printed);
  return {
    message: 'fails-share',
    args: { ...args, parts: namesOf([part, whole]), computed: text, implied },
  };
}

function judgeNames(result: Declared): Found | null {
  const { name, names, text, low } = result;
  if (names.length === 0 || names.length === low) return null;
  return {
    message: 'enumeration',
    args: { found: name, value: text, count: names.length, parts: names.join('、') },
  };
}

function beyondLimits(result: Declared, check: ClaimCheck, policy: PolicyPack): Found | null {
  for (const [parameter, beyond] of [
    [check.max, (value: number) => result.low > value],
    [check.min, (value: number) => result.high < value],
  ] as const) {
    const limit = limitOf(policy, parameter);
    if (!limit || !beyond(limit.value * limit.rate.over.factor)) continue;
    const args = { found: result.name, value: result.text, limit: limit.value, unit: limit.unit };
    return { message: 'implausible', args, outcome: 'undetermined', citation: limit.citation };
  }
  return null;
}

function namesOf(operands: readonly Declared[]): string {
  return operands.map(({ name, text }) => `“${name}”（${text}）`).join('、');
}

/** 26661 至 26694, or one number; small ones with two decimals. */
function endsText({ low, high }: Ends): string {
  const written = (value: number) =>
    String(Math.abs(value) >= WHOLE_FROM ? Math.round(value) : roundHalfUp(value));
  return written(low) === written(high) ? written(low) : `${written(low)}～${written(high)}`;
}

function percentText({ low, high }: Ends): string {
  return `${endsText({ low: low * 100, high: high * 100 })}%`;
}

const WHOLE_FROM = 1000;
