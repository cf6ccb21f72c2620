import { defineRule } from '../define.ts';
import { firstHeaderOrigin } from '../origins.ts';

/** What the other rules say about such a table rests on a guess; this says so. */
export const rule = defineRule({
  id: 'table-uncertain',
  scope: 'table',
  options: { limit: 0.6 },
  messages: {
    'half-understood': {
      'zh-CN':
        '按“{kind}”检查，但列名只认得出 {confidence}%（应不低于 {limit}%），结论仅供参考。请把列名改成政策包认得的写法。',
      en: 'Checked as a {kind}, but only {confidence}% of its columns are understood (expected at least {limit}%), so the findings may mislead. Use column names the pack knows.',
    },
    'kind-unknown': {
      'zh-CN':
        '列名只认得出 {confidence}%，看不出是哪一类表，内容未检查。请补上关键列，如“事项名称”或“社区代码”。',
      en: 'Only {confidence}% of the columns are understood and the kind of table is not known, so its content was not checked. Add the key column, such as 事项名称 or 社区代码.',
    },
  },
  check(table, { options, report }) {
    const confidence = Math.floor(table.confidence * 100);
    const at = firstHeaderOrigin(table);
    if (table.kind === null) {
      report({ message: 'kind-unknown', args: { confidence }, at });
    } else if (table.confidence < options.limit) {
      const limit = Math.round(options.limit * 100);
      report({ message: 'half-understood', args: { kind: table.kind, confidence, limit }, at });
    }
  },
});
