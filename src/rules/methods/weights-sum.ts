import type { CheckOf, Group } from '../../model/check.ts';
import { limitOf, shown } from './bounds.ts';
import { spansFiles } from './groups.ts';
import { defineMethod } from './method.ts';
import { collectTerm, sumsByGroup, type TermFact } from './terms.ts';

const TERM = 'weights';

/** Weights or full marks add up to a total: 100% or 100 分. */
export const weightsSum = defineMethod<'weights-sum', TermFact, 'differs' | 'unread'>({
  id: 'weights-sum',
  messages: {
    differs: {
      'zh-CN': '{about}：{field}合计为 {value} {unit}，应为 {limit} {unit}，相差 {gap}。',
      en: '{about}: {field} adds up to {value} {unit} instead of {limit}; the difference is {gap}.',
    },
    unread: {
      'zh-CN': '{about}：{field}有 {count} 个单元格不是数字，合计算不准。',
      en: '{about}: in {field} {count, plural, one {{count} cell holds} other {{count} cells hold}} no number; the total is not certain.',
    },
  },
  remedy: {
    'zh-CN': '请核对各项权重或分值，使合计与总分一致。',
    en: 'Correct the weights or marks, so that they add up.',
  },
  spansFiles: (check) => spansFiles(groupIn(check)),
  collect(dataset, check, _policy, gather) {
    const term = { field: check.field };
    collectTerm(dataset, { name: TERM, term, kinds: check.of, group: groupIn(check), besides: [] }, gather);
  },
  judge(facts, { field, total }, policy, judgement) {
    const limit = limitOf(policy, total);
    if (!limit) return judgement.skip('parameter-missing', { parameter: total });
    const { factor } = limit.rate.over;
    for (const terms of sumsByGroup(facts).values()) {
      const sum = terms.get(TERM);
      if (sum === undefined) continue;
      const about = sum.label === '' ? (sum.at.a1 ?? '') : sum.label;
      const value = shown(sum.low / factor);
      const gap = shown(Math.abs(value - limit.value));
      if (sum.unread.length > 0) {
        const args = { about, field, count: sum.unread.length };
        judgement.report({ message: 'unread', args, at: sum.unread, outcome: 'undetermined' });
      } else if (gap > 0) {
        const args = { about, field, value, unit: limit.unit, limit: limit.value, gap };
        judgement.report({ message: 'differs', args, at: sum.at, margin: gap, citation: limit.citation });
      }
    }
  },
});

function groupIn({ group }: CheckOf<'weights-sum'>): Group {
  return group ?? 'table';
}
