import type { Table } from '../../model/table.ts';
import { oddCells, rowKey, unusualTexts } from '../body-cells.ts';
import { defineRule } from '../define.ts';
import { cellOrigin, headerOrigin, lineOrigin } from '../origins.ts';

/**
 * Format and control characters (Cf, Cc) but tab and line ends, separators of lines and paragraphs, and letters without
 * a shape. Blanks of every width are seen as blanks: `cell-inner-space` has them.
 */
const INVISIBLE = /[\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|(?![\t\n\r])\p{Cc}/gu;
/** A file of old programs ends with Ctrl-Z, and pictures join their parts with U+200D. */
const JOINED_PICTURE = /\p{Extended_Pictographic}\ufe0f?\u200d(?=\p{Extended_Pictographic})/gu;
const JOINED_OR_INVISIBLE = new RegExp(`(${JOINED_PICTURE.source})|${INVISIBLE.source}`, 'gu');

export const rule = defineRule({
  id: 'cell-invisible-character',
  scope: 'table',
  messages: {
    invisible: {
      'zh-CN':
        '有看不见的字符：“{text}”（第 {positions} 个字）。看上去一样的词会比对不上，文字也可能倒着显示。请删去后重新输入。',
      en: 'There are invisible characters: “{text}” (character {positions}). Words that look the same will not match, and text may be shown backwards. Delete them and type the text again.',
    },
  },
  repair: (text) => text.replace(JOINED_OR_INVISIBLE, (_, joined?: string) => joined ?? ''),
  check(table, { report }) {
    const tell = (text: string, at: () => ReturnType<typeof cellOrigin>) => {
      const positions = positionsIn(text);
      if (positions.length === 0) return;
      report({
        message: 'invisible',
        args: { text: visible(text), positions: positions.join('、') },
        at: at(),
      });
    };
    for (const line of table.titles) tell(line.text, () => lineOrigin(table, line));
    for (const column of table.columns) tell(column.header, () => headerOrigin(table, column));
    for (const { row, column, cell } of textCells(table)) {
      tell(cell, () => cellOrigin(table, row.row, column, rowKey(table, row)));
    }
  },
});

function* textCells(table: Table) {
  for (const body of unusualTexts(table)) yield body;
  for (const { row, column, field, cell } of oddCells(table)) {
    if (field === null && typeof cell === 'string') yield { row, column, cell };
  }
}

/** Counted in characters from 1. Most texts have none, and a search costs less than a list of matches. */
function positionsIn(text: string): number[] {
  if (text.search(INVISIBLE) === -1) return [];
  const plain = text.replace(JOINED_PICTURE, (all) => `${all.slice(0, -1)}\ufe0f`);
  return [...plain.matchAll(INVISIBLE)].map(({ index }) => [...plain.slice(0, index)].length + 1);
}

function visible(text: string): string {
  const named = text.replace(INVISIBLE, (character) => {
    const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `<U+${point}>`;
  });
  return named.trim();
}
