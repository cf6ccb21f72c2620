import type { DutyItem } from '../../model/dataset.ts';
import { defineRule } from '../define.ts';

/** Blanks, punctuation and width do not make two items different. */
export const rule = defineRule({
  id: 'duty-item-duplicate',
  scope: 'duty-list',
  needs: ['text'],
  messages: {
    repeated: {
      'zh-CN': '“{text}”在{list}中重复出现，首次在 {first}。请删去一条，或写明两者的区别。',
      en: '“{text}” stands twice in the {list}, first at {first}. Delete one, or say how they differ.',
    },
  },
  check(duties, { report }) {
    const seen = new Map<string, DutyItem>();
    for (const item of duties.items) {
      const first = seen.get(item.key);
      if (item.key === '') continue;
      if (first === undefined) {
        seen.set(item.key, item);
        continue;
      }
      const origin = first.at('text', 'first');
      report({
        message: 'repeated',
        args: { text: item.text, list: duties.list ?? '', first: origin.a1 ?? '' },
        at: [item.at('text'), origin],
      });
    }
  },
});
