import { a1Of } from '../../model/origin.ts';
import type { Column } from '../../model/table.ts';
import { defineRule } from '../define.ts';
import { headerOrigin } from '../origins.ts';

export const rule = defineRule({
  id: 'header-ambiguous',
  scope: 'table',
  messages: {
    taken: {
      'zh-CN':
        '“{header}”与 {first} 的“{firstHeader}”都表示“{field}”，只检查了前一列。请合并两列，或把其中一列改名。',
      en: '“{header}” and “{firstHeader}” at {first} both mean “{field}”; only the first was checked. Merge the two, or rename one.',
    },
    rivals: {
      'zh-CN': '列名“{header}”有多种含义，按“{field}”检查，也可能是“{others}”。请改用含义唯一的列名。',
      en: 'The column “{header}” may mean several things: it was checked as “{field}”, but could be {others}. Use a name with one meaning.',
    },
  },
  check(table, { policy, report }) {
    const kind = policy.vocabulary.kinds.find(({ id }) => id === table.kind);
    // A field id says nothing to a reader, and only one argument is shown by its label.
    const wordOf = (id: string) => kind?.fields.find((field) => field.id === id)?.words[0] ?? id;
    const taken = new Map<string, Column>();
    for (const column of table.columns) {
      const { field, header, rivals } = column;
      if (field === null) continue;
      const first = taken.get(field);
      const at = headerOrigin(table, column);
      if (first !== undefined) {
        const address = a1Of(first.headerRow, first.column);
        report({
          message: 'taken',
          args: { header, firstHeader: first.header, first: address, field },
          at: [at, { ...headerOrigin(table, first), role: 'first' }],
        });
        continue;
      }
      taken.set(field, column);
      if (rivals.length === 0) continue;
      report({ message: 'rivals', args: { header, field, others: rivals.map(wordOf).join('、') }, at });
    }
  },
});
