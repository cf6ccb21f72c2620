import { defineRule } from '../define.ts';
import { serialSteps } from '../serial-steps.ts';

/** A row without a readable number is allowed one step, so that one fault is not reported twice. */
export const rule = defineRule({
  id: 'serial-gap',
  scope: 'duty-list',
  needs: ['serial'],
  messages: {
    jump: {
      'zh-CN': '序号应为 {expected}，实为 {found}，中间缺号。请核对是否漏行，再重新编号。',
      en: 'The serial number should be {expected} and is {found}. See whether rows are missing, then renumber.',
    },
  },
  check(duties, { report }) {
    const rows = duties.tables.reduce((sum, table) => sum + table.rows.length, 0);
    const isWholeTable = duties.items.length === rows;
    let last = isWholeTable ? 0 : null;
    for (const { item, number, ignored, detached } of serialSteps(duties)) {
      const expected = last === null || detached ? number : last + 1 + ignored;
      last = number;
      if (number <= expected) continue;
      report({ message: 'jump', args: { expected, found: number }, at: item.at('serial') });
    }
  },
});
