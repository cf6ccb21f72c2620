import { defineRule } from '../define.ts';

/** Merged cells repeat their value in every row they cover, so that only a truly empty cell is empty here. */
export const rule = defineRule({
  id: 'basis-missing',
  scope: 'duty-list',
  lists: ['perform', 'assist'],
  needs: ['text', 'legalBasis'],
  messages: {
    empty: {
      'zh-CN': '“{text}”没有填写依据。请补上法律法规条款或文件文号；与上一行相同的，写“同上”。',
      en: '“{text}” has no legal basis. Add the clause or document number, or write 同上 where the row above holds.',
    },
  },
  check({ items }, { report }) {
    for (const item of items) {
      if (item.text === '' || !item.value('legalBasis').empty) continue;
      report({ message: 'empty', args: { text: item.text }, at: item.at('legalBasis') });
    }
  },
});
