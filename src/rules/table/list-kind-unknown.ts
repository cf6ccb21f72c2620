import { defineRule } from '../define.ts';
import { lineOrigin } from '../origins.ts';

/** Rules that hold for one kind of list pass such rows over; without this they would look checked. */
export const rule = defineRule({
  id: 'list-kind-unknown',
  scope: 'duty-list',
  messages: {
    unnamed: {
      'zh-CN':
        '有 {items} 条事项看不出属于哪一类清单，只对某类清单适用的检查未做。请在标题、工作表名或“清单类型”列中写明，如“社区依法履行职责事项清单”。',
      en: '{items} items belong to no list that can be told, so checks for one kind of list were left out. Name the list in the title, the sheet name or a column 清单类型, as in 社区依法履行职责事项清单.',
    },
  },
  check(duties, { report }) {
    if (duties.list !== null || duties.items.length === 0) return;
    report({
      message: 'unnamed',
      args: { items: duties.items.length },
      at: lineOrigin(duties.table, duties.head),
    });
  },
});
