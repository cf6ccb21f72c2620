import type { CheckOf, Operand } from '../../model/check.ts';
import type { PolicyPack } from '../../model/policy.ts';
import { rateUnitOf, roundHalfUp } from '../../model/units.ts';
import type { Report } from '../define.ts';
import { limitOf } from './bounds.ts';
import { type Declared, type Ends, meet, operandIn, quotientOf, rateOf, sumOf } from './claim-numbers.ts';

/** What a claim says of its numbers, and whether they bear it out. */

export type ClaimCheck = CheckOf<'claim'>;
export type ClaimMessage = 'fails' | 'fails-share' | 'rest' | 'implied' | 'enumeration' | 'implausible';
type Found = Omit<Report<ClaimMessage>, 'at'>;

/** Everything that must be known. The base of a share may be missing: then it is implied. */
export function operandsIn(check: ClaimCheck): readonly Operand[] {
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

export function judgeSaying(
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
      return judgeShare(result, of(check.part), whole, check);
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
function judgeShare(
  result: Declared,
  part: Declared,
  whole: Declared | null,
  { unit = '', open }: { readonly unit?: string; readonly open?: true },
): Found | null {
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
    ...(open === true ? { outcome: 'undetermined' as const } : {}),
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

export function beyondLimits(result: Declared, check: ClaimCheck, policy: PolicyPack): Found | null {
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
