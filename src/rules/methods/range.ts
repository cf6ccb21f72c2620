import type { CheckOf } from '../../model/check.ts';
import type { Origin } from '../../model/origin.ts';
import { agree } from '../../model/units.ts';
import type { Report } from '../define.ts';
import { type Bounds, boundsIn, type Limit, limitOf, shown } from './bounds.ts';
import { measureOf } from './measuring.ts';
import { defineMethod } from './method.ts';
import { setsWith, unansweredIn } from './rows.ts';

interface RangeFact {
  readonly about: string;
  readonly at: Origin;
  readonly bounds: Bounds;
  /** Fields the clause asks for besides and the row does not answer. */
  readonly unanswered: readonly string[];
}

type Message = 'below' | 'above' | 'below-unless' | 'above-unless' | 'uncertain' | 'unit';
type Side = 'below' | 'above';

/** A number between two limits, both included: 超过 and 小于 are strict. */
export const range = defineMethod<'range', RangeFact, Message>({
  id: 'range',
  messages: {
    below: {
      'zh-CN': '{about}：{field}为 {value} {unit}，低于 {limit} {unit}，差 {gap} {unit}。',
      en: '{about}: {field} is {value} {unit}, below {limit} {unit} by {gap}.',
    },
    above: {
      'zh-CN': '{about}：{field}为 {value} {unit}，高于 {limit} {unit}，多 {gap} {unit}。',
      en: '{about}: {field} is {value} {unit}, above {limit} {unit} by {gap}.',
    },
    'below-unless': {
      'zh-CN':
        '{about}：{field}为 {value} {unit}，低于 {limit} {unit}，差 {gap} {unit}；条文还要看“{besides}”，表中没有填明。',
      en: '{about}: {field} is {value} {unit}, below {limit} {unit} by {gap}; the clause also asks for “{besides}”, which is not given.',
    },
    'above-unless': {
      'zh-CN':
        '{about}：{field}为 {value} {unit}，高于 {limit} {unit}，多 {gap} {unit}；条文还要看“{besides}”，表中没有填明。',
      en: '{about}: {field} is {value} {unit}, above {limit} {unit} by {gap}; the clause also asks for “{besides}”, which is not given.',
    },
    uncertain: {
      'zh-CN':
        '{about}：{field}是约数（{low} 至 {high} {unit}），是否越过 {limit} {unit}定不了，请填确切的数字。',
      en: '{about}: {field} is only approximate ({low} to {high} {unit}); whether it passes {limit} {unit} cannot be told. Enter the exact number.',
    },
    unit: {
      'zh-CN': '{about}：{field}的单位是“{foundUnit}”，标准的单位是“{unit}”，不能相比。',
      en: '{about}: {field} counts “{foundUnit}”, the standard counts “{unit}”; they cannot be compared.',
    },
  },
  remedy: {
    'zh-CN': '请核对数字和单位；属实的，按条文办理或说明情况。',
    en: 'Check number and unit; where they are right, act on the clause or say why not.',
  },
  spansFiles: () => false,
  collect(dataset, check, _policy, gather) {
    for (const set of setsWith(dataset, check.of, [check.field], gather)) {
      for (const record of set.records) {
        const bounds = boundsIn(record, check.field);
        const unanswered = unansweredIn(record, set, check.besides);
        if (unanswered === null) gather.excuse();
        if (bounds === null || unanswered === null) continue;
        const at = record.at(check.field);
        gather.fact({ about: record.about === '' ? (at.a1 ?? '') : record.about, at, bounds, unanswered });
      }
    }
  },
  judge(facts, check, policy, judgement) {
    const limits = limitsIn(check).flatMap(([side, parameter]) => {
      const limit = limitOf(policy, parameter);
      if (limit === null) judgement.skip('parameter-missing', { parameter: parameter ?? '' });
      return limit ? [{ side, limit }] : [];
    });
    for (const fact of facts) {
      // A number in another unit, or only approximate, is so for both limits: one cell, one finding.
      let finding: Report<Message> | null = null;
      for (const { side, limit } of limits) {
        const measured = measuredIn(fact, limit);
        if (measured !== null) judgement.measure(measureOf(measured, SIDE[side], limit));
        finding ??= findingIn(fact, side, limit, check.field);
      }
      if (finding !== null) judgement.report(finding);
    }
  },
});

const SIDE = { below: 'min', above: 'max' } as const;

/** The number in the unit of the limit; `null` where it counts something else. */
function measuredIn({ about, at, bounds, unanswered }: RangeFact, { rate: { over } }: Limit) {
  if (!agree(bounds.dimension, over.dimension)) return null;
  return { about, at, low: bounds.low / over.factor, high: bounds.high / over.factor, unanswered };
}

function limitsIn({ min, max }: CheckOf<'range'>): readonly (readonly [Side, string | undefined])[] {
  return [
    ['below', min],
    ['above', max],
  ];
}

/** What a row breaks on one side; `null` where it keeps the limit. */
function findingIn(
  { about, at, bounds, unanswered }: RangeFact,
  side: Side,
  { rate: { over }, value: limit, unit, citation }: Limit,
  field: string,
): Report<Message> | null {
  const args = { about, field, unit, limit };
  const undetermined = { at, citation, outcome: 'undetermined' } as const;
  if (!agree(bounds.dimension, over.dimension)) {
    return { message: 'unit', args: { ...args, foundUnit: bounds.dimension }, ...undetermined };
  }
  const low = bounds.low / over.factor;
  const high = bounds.high / over.factor;
  const beyond = (value: number) => (side === 'below' ? limit - value : value - limit);
  const [near, far] = side === 'below' ? [high, low] : [low, high];
  if (beyond(far) <= 0) return null;
  if (beyond(near) <= 0) {
    return { message: 'uncertain', args: { ...args, low: shown(low), high: shown(high) }, ...undetermined };
  }
  const gap = shown(beyond(near));
  const numbers = { ...args, value: shown(near), gap };
  const [besides] = unanswered;
  if (besides === undefined) return { message: side, args: numbers, at, citation, margin: gap };
  return { message: `${side}-unless`, args: { ...numbers, besides }, margin: gap, ...undetermined };
}
