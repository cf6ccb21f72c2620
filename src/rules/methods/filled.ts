import type { Origin } from '../../model/origin.ts';
import { groupOf, spansFiles } from './groups.ts';
import { defineMethod } from './method.ts';
import { setsWith, unansweredIn } from './rows.ts';

interface EmptyFact {
  readonly group: string;
  readonly about: string;
  readonly field: string;
  readonly at: Origin;
  readonly empty: boolean;
}

/** What a clause asks to be stated is stated: no row leaves these fields empty. In groups, how many rows do is told. */
export const filled = defineMethod<'filled', EmptyFact, 'empty' | 'empty-rows'>({
  id: 'filled',
  messages: {
    empty: { 'zh-CN': '{about}：“{field}”没有填。', en: '{about}: “{field}” is not given.' },
    'empty-rows': {
      'zh-CN': '{about}：有 {count} 行没有填“{field}”。',
      en: '{about}: “{field}” is not given in {count, plural, one {{count} row} other {{count} rows}}.',
    },
  },
  remedy: {
    'zh-CN': '请补填；确实没有的，按条文办理或说明情况。',
    en: 'Enter it; where there is none, act on the clause or say why not.',
  },
  spansFiles: (check) => spansFiles(check.group ?? 'row'),
  collect(dataset, check, _policy, gather) {
    for (const set of setsWith(dataset, check.of, check.fields, gather)) {
      for (const record of set.records) {
        const within = groupOf(record, set, check.group ?? 'row');
        if (within === null || unansweredIn(record, set, check.besides) === null) continue;
        for (const field of check.fields) {
          const empty = record.text(field) === '';
          const at = record.at(field);
          const about = within.label === '' ? (at.a1 ?? '') : within.label;
          gather.fact({ group: within.key, about, field, at, empty });
        }
      }
    }
  },
  judge(facts, check, _policy, { report }) {
    const groups = new Map<string, EmptyFact[]>();
    for (const fact of facts.filter(({ empty }) => empty)) {
      const key = `${fact.group}\n\n${fact.field}`;
      groups.set(key, [...(groups.get(key) ?? []), fact]);
    }
    for (const members of groups.values()) {
      const [first] = members;
      if (first === undefined) continue;
      const { about, field } = first;
      const at = members.map((member) => member.at);
      if (check.group === null) report({ message: 'empty', args: { about, field }, at });
      else {
        const count = members.length;
        report({ message: 'empty-rows', args: { about, field, count }, at, margin: -count });
      }
    }
  },
});
