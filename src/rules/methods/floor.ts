import type { Origin } from '../../model/origin.ts';
import { agree } from '../../model/units.ts';
import { type Bounds, boundsIn, limitOf, shown } from './bounds.ts';
import { defineMethod } from './method.ts';
import { setsWith } from './rows.ts';

interface FloorFact {
  readonly about: string;
  readonly at: readonly [Origin, Origin];
  readonly bounds: Bounds;
  readonly floor: Bounds;
}

/** A number of a row is not below another of the same row: 只增不减, 不低于上年. */
export const floor = defineMethod<'floor', FloorFact, 'below' | 'below-times' | 'uncertain' | 'unit'>({
  id: 'floor',
  messages: {
    below: {
      'zh-CN': '{about}：{field}为 {value}，低于{besides} {floor}，差 {gap}。',
      en: '{about}: {field} is {value}, below {besides}, {floor}, by {gap}.',
    },
    'below-times': {
      'zh-CN': '{about}：{field}为 {value}，低于{besides} {floor} 的 {times} 倍，差 {gap}。',
      en: '{about}: {field} is {value}, below {times} times {besides}, {floor}, by {gap}.',
    },
    uncertain: {
      'zh-CN': '{about}：{field}与{besides}有约数，孰高孰低定不了，请填确切的数字。',
      en: '{about}: {field} and {besides} are only approximate; which is higher cannot be told. Enter exact numbers.',
    },
    unit: {
      'zh-CN': '{about}：{field}的单位是“{foundUnit}”，{besides}的单位是“{expectedUnit}”，不能相比。',
      en: '{about}: {field} counts “{foundUnit}”, {besides} counts “{expectedUnit}”; they cannot be compared.',
    },
  },
  remedy: {
    'zh-CN': '请核对两个数；属实的，按条文补足。',
    en: 'Check both numbers; where they are right, make up the difference.',
  },
  spansFiles: () => false,
  collect(dataset, check, _policy, gather) {
    for (const set of setsWith(dataset, check.of, [check.field, check.other], gather)) {
      for (const record of set.records) {
        const bounds = boundsIn(record, check.field);
        const floor = boundsIn(record, check.other);
        const at = [record.at(check.field), record.at(check.other)] as const;
        if (bounds === null || floor === null) continue;
        gather.fact({ about: record.about === '' ? (at[0].a1 ?? '') : record.about, at, bounds, floor });
      }
    }
  },
  judge(facts, { field, other, times }, policy, judgement) {
    const factor = limitOf(policy, times);
    if (factor === null) return judgement.skip('parameter-missing', { parameter: times ?? '' });
    const { value = 1, citation = null } = factor ?? {};
    for (const { about, at, bounds, floor } of facts) {
      const args = { about, field, besides: other };
      const undetermined = { at, citation, outcome: 'undetermined' } as const;
      if (!agree(bounds.dimension, floor.dimension)) {
        const units = { foundUnit: bounds.dimension, expectedUnit: floor.dimension };
        judgement.report({ message: 'unit', args: { ...args, ...units }, ...undetermined });
      } else if (bounds.high < floor.low * value) {
        const gap = shown(floor.low * value - bounds.high);
        const numbers = { ...args, value: shown(bounds.high), floor: shown(floor.low), gap };
        if (factor === undefined) judgement.report({ message: 'below', args: numbers, at, margin: gap });
        else {
          const scaled = { ...numbers, times: value };
          judgement.report({ message: 'below-times', args: scaled, at, margin: gap, citation });
        }
      } else if (bounds.low < floor.high * value) {
        judgement.report({ message: 'uncertain', args, ...undetermined });
      }
    }
  },
});
