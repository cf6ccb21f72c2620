import type { Catalogue } from '../../model/policy.ts';
import { foldText } from '../../model/text.ts';
import { nameColumn } from '../body-cells.ts';
import { defineRule } from '../define.ts';
import { madeOnce } from '../made-once.ts';
import { cellOrigin, firstHeaderOrigin } from '../origins.ts';

const CATALOGUE = 'word.placeholder';
const NUMBER = /[\d零〇一二三四五六七八九十百]+$/u;

export const rule = defineRule({
  id: 'cell-placeholder',
  scope: 'table',
  asks: { catalogues: [CATALOGUE] },
  messages: {
    left: {
      'zh-CN': '“{text}”是模板里的占位文字，不是实际内容。请填写实际的“{field}”；没有的，删去该行。',
      en: '“{text}” is a placeholder of the template. Write the real “{field}”, or delete the row.',
    },
  },
  check(table, { policy, report, skip }) {
    const column = nameColumn(table);
    if (column === undefined || column.field === null) return;
    const catalogue = policy.catalogues.get(CATALOGUE);
    if (catalogue === undefined) {
      skip('catalogue-missing', { catalogue: CATALOGUE }, firstHeaderOrigin(table));
      return;
    }
    const isPlaceholder = matcherFor(catalogue);
    for (const row of table.rows) {
      const cell = row.cells[column.column - 1];
      if (typeof cell !== 'string' || !isPlaceholder(foldText(cell))) continue;
      const text = cell.trim();
      report({
        message: 'left',
        args: { text, field: column.field },
        at: cellOrigin(table, row.row, column.column, text),
      });
    }
  },
});

/** 证明一 in the catalogue stands for 证明二, 证明3 … as well, but not for a bare 证明. */
const matcherFor = madeOnce(({ entries }: Catalogue): ((folded: string) => boolean) => {
  const words = entries.flatMap(({ name, synonyms }) => [name, ...synonyms]).map(foldText);
  const whole = new Set(words);
  const stems = new Set(words.map((word) => word.replace(NUMBER, '')).filter((stem) => stem !== ''));
  return (folded) => whole.has(folded) || (NUMBER.test(folded) && stems.has(folded.replace(NUMBER, '')));
});
