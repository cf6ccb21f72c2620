import { rowKey, unusualTexts } from '../body-cells.ts';
import { defineRule } from '../define.ts';
import { cellOrigin } from '../origins.ts';

/** Punctuation is left alone: full width is its proper form in Chinese. */
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/gu;

export const rule = defineRule({
  id: 'cell-full-width',
  scope: 'table',
  messages: {
    wide: {
      'zh-CN': '“{field}”中有全角数字或字母：“{found}”。请改为半角：“{expected}”。',
      en: '“{field}” has full-width digits or letters: “{found}”. Write “{expected}”.',
    },
  },
  repair: (text) => text.replace(FULL_WIDTH, halfWidth),
  check(table, { report }) {
    for (const { row, column, field, cell: text } of unusualTexts(table)) {
      if (text.search(FULL_WIDTH) === -1) continue;
      const found = text.trim();
      const expected = found.replace(FULL_WIDTH, halfWidth);
      report({
        message: 'wide',
        args: { field, found, expected },
        at: cellOrigin(table, row.row, column, rowKey(table, row)),
      });
    }
  },
});

function halfWidth(character: string): string {
  return character.normalize('NFKC');
}
