import { rowKey, unusualTexts } from '../body-cells.ts';
import { defineRule } from '../define.ts';
import { cellOrigin } from '../origins.ts';

const BETWEEN_HAN = /(?<=\p{Script=Han})[^\S\ufeff]+(?=\p{Script=Han})/gu;
/** Nearly every cell has no blank at all. U+FEFF counts as blank, but cannot be seen: `cell-invisible-character`. */
const BLANK = /[^\S\ufeff]/u;
const ENDS = /^[^\S\ufeff]|[^\S\ufeff]$/u;
const ALL_ENDS = /^[^\S\ufeff]+|[^\S\ufeff]+$/gu;
/** A line that opens with 二、 begins the next point of the text. */
const NEXT_POINT = /^[一二三四五六七八九十]+[、.．]/u;

/** Where a cell lists several things one after another, the blank after one of these parts them. */
const LISTED: Readonly<Record<string, RegExp>> = {
  legalBasis: /[条款项号]$/u,
  leadDepartment: /[局委部办厅院会处所站队府]$|中心$/u,
  cooperatingDepartments: /[局委部办厅院会处所站队府]$|中心$/u,
};

export const rule = defineRule({
  id: 'cell-inner-space',
  scope: 'table',
  messages: {
    inner: {
      'zh-CN': '“{field}”的文字中间有空格或换行：“{text}”（␣ 为空格，⏎ 为换行）。请删去，使词语连写。',
      en: '“{field}” has blanks or line breaks inside its words: “{text}” (␣ blank, ⏎ line break). Delete them.',
    },
    ends: {
      'zh-CN': '“{field}”的首尾有空格或换行：“{text}”（␣ 为空格，⏎ 为换行）。请删去，以免比对不上。',
      en: '“{field}” begins or ends with blanks or line breaks: “{text}” (␣ blank, ⏎ line break). Delete them, or comparisons fail.',
    },
  },
  repair: (text, field) =>
    text
      .replace(BETWEEN_HAN, (blank, index: number) => (isInner(blank, index, text, field) ? '' : blank))
      .replace(ALL_ENDS, ''),
  check(table, { report }) {
    for (const { row, column, field, cell: text } of unusualTexts(table)) {
      if (!BLANK.test(text)) continue;
      const message = hasInnerBlank(text, field) ? 'inner' : ENDS.test(text) ? 'ends' : null;
      if (message === null) continue;
      report({
        message,
        args: { field, text: visible(text) },
        at: cellOrigin(table, row.row, column, rowKey(table, row)),
      });
    }
  },
});

function hasInnerBlank(text: string, field: string): boolean {
  return [...text.matchAll(BETWEEN_HAN)].some(({ 0: blank, index }) => isInner(blank, index, text, field));
}

/** Whether the blank parts the characters of a word, and not two things that are listed. */
function isInner(blank: string, index: number, text: string, field: string): boolean {
  const isBreak = /[\r\n]/u.test(blank);
  if (isBreak && NEXT_POINT.test(text.slice(index + blank.length))) return false;
  return LISTED[field]?.test(text.slice(0, index)) !== true;
}

function visible(text: string): string {
  return text.replace(/\r\n|[\r\n]/gu, '⏎').replace(/[^\S\ufeff]/gu, '␣');
}
