import { defineRule } from '../define.ts';
import { firstHeaderOrigin } from '../origins.ts';

/** Which columns a kind of table must have stands in the pack's `columns.yaml` (`required`). */
export const rule = defineRule({
  id: 'header-missing',
  scope: 'table',
  messages: {
    absent: {
      'zh-CN': '{kind}缺少“{field}”列。请补上这一列，或把列名改为政策包认得的写法。',
      en: 'The {kind} has no column “{field}”. Add it, or rename the column to a header the pack knows.',
    },
  },
  check(table, { policy, report }) {
    const kind = policy.vocabulary.kinds.find(({ id }) => id === table.kind);
    for (const field of kind?.fields ?? []) {
      if (!field.required || table.columns.some((column) => column.field === field.id)) continue;
      report({
        message: 'absent',
        args: { kind: table.kind ?? '', field: field.id },
        at: firstHeaderOrigin(table),
      });
    }
  },
});
