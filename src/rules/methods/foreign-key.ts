import type { Origin } from '../../model/origin.ts';
import { foldText, nearest } from '../../model/text.ts';
import { defineMethod } from './method.ts';
import { setsWith } from './rows.ts';

type KeyFact =
  | { readonly side: 'known'; readonly key: string; readonly shown: string }
  | { readonly side: 'used'; readonly key: string; readonly shown: string; readonly at: Origin };

/** What a row names must stand in another table, wherever in the submission that is. */
export const foreignKey = defineMethod<'foreign-key', KeyFact, 'unknown' | 'unknown-nearest'>({
  id: 'foreign-key',
  messages: {
    unknown: {
      'zh-CN': '“{found}”不在{kind}的“{field}”里。',
      en: '“{found}” is not among the “{field}” of the {kind}.',
    },
    'unknown-nearest': {
      'zh-CN': '“{found}”不在{kind}的“{field}”里，那里有“{nearest}”。',
      en: '“{found}” is not among the “{field}” of the {kind}; there is “{nearest}”.',
    },
  },
  remedy: {
    'zh-CN': '请核对写法，使两张表一致；确属新增的，请补报对应的表。',
    en: 'Write it as in the other table, or add it there.',
  },
  spansFiles: (check) => check.group !== 'file',
  collect(dataset, check, _policy, gather) {
    const { of, field } = check.in;
    for (const set of setsWith(dataset, [of], [field], gather)) {
      for (const record of set.records) {
        const shown = record.text(field);
        if (shown !== '') gather.fact({ side: 'known', key: foldText(shown), shown });
      }
    }
    for (const set of setsWith(dataset, check.of, [check.field], gather)) {
      for (const record of set.records) {
        const shown = record.text(check.field);
        const at = record.at(check.field);
        if (shown !== '') gather.fact({ side: 'used', key: foldText(shown), shown, at });
      }
    }
  },
  judge(facts, check, _policy, { report, skip }) {
    const known = new Map(facts.flatMap(({ side, key, shown }) => (side === 'known' ? [[key, shown]] : [])));
    const used = facts.filter((fact) => fact.side === 'used');
    const { of: kind, field } = check.in;
    if (known.size === 0) return skip('kind-missing', { kind });
    if (used.length === 0) return skip('kind-missing', { kind: check.of[0] ?? '' });
    const names = [...known.values()];
    for (const { key, shown, at } of used) {
      if (known.has(key)) continue;
      const near = nearest(shown, names);
      const args = { found: shown, kind, field };
      if (near === null) report({ message: 'unknown', args, at });
      else report({ message: 'unknown-nearest', args: { ...args, nearest: near }, at });
    }
  },
});
