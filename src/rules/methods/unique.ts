import type { Group } from '../../model/check.ts';
import type { Origin } from '../../model/origin.ts';
import { foldText } from '../../model/text.ts';
import { groupOf, spansFiles } from './groups.ts';
import { defineMethod } from './method.ts';
import { setsWith } from './rows.ts';

interface KeyFact {
  readonly group: string;
  readonly key: string;
  readonly shown: string;
  readonly at: Origin;
}

/** No two rows with the same values in some fields. Rows that leave one of them empty are no repetition. */
export const unique = defineMethod<'unique', KeyFact, 'repeated'>({
  id: 'unique',
  messages: {
    repeated: {
      'zh-CN': '“{found}”已在 {file} 的 {first} 出现过，应当唯一。',
      en: '“{found}” stands in {file}, {first} already and must be unique.',
    },
  },
  remedy: {
    'zh-CN': '请核对是否重复填报；确属两个的，请改正编号或名称。',
    en: 'Check whether one was told twice; where there are two, correct the code or name.',
  },
  spansFiles: (check) => spansFiles(check.group ?? 'all'),
  collect(dataset, check, _policy, gather) {
    const group: Group = check.group ?? 'all';
    for (const set of setsWith(dataset, check.of, check.fields, gather)) {
      for (const record of set.records) {
        const texts = check.fields.map((field) => record.text(field));
        const within = groupOf(record, set, group);
        if (within === null || texts.includes('')) continue;
        const at = record.at(check.fields.at(-1) ?? '');
        gather.fact({ group: within.key, key: texts.map(foldText).join('\n'), shown: texts.join(' '), at });
      }
    }
  },
  judge(facts, _check, _policy, { report }) {
    const seen = new Map<string, KeyFact>();
    for (const fact of facts) {
      const key = `${fact.group}\n\n${fact.key}`;
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, fact);
        continue;
      }
      const { file, sheet, a1 } = first.at;
      report({
        message: 'repeated',
        args: { found: fact.shown, file, first: `${sheet ?? ''}!${a1 ?? ''}` },
        at: [fact.at, { ...first.at, role: 'first' }],
      });
    }
  },
});
