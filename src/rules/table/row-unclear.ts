import { defineRule } from '../define.ts';
import { lineOrigin } from '../origins.ts';

export const rule = defineRule({
  id: 'row-unclear',
  scope: 'table',
  messages: {
    neither: {
      'zh-CN':
        '第 {row} 行“{text}”既不像数据行，也不像标题、分类行、合计或说明，未参与检查。请补全该行，或以“注：”开头写成说明。',
      en: 'Row {row}, “{text}”, looks like neither data nor a title, category, total or note, and was not checked. Complete it, or begin it with 注： to make it a note.',
    },
  },
  check(table, { report }) {
    for (const line of table.unclear) {
      report({
        message: 'neither',
        args: { row: line.row, text: line.text },
        at: lineOrigin(table, line, 'here'),
      });
    }
  },
});
