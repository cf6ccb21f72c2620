import { defineRule } from '../define.ts';
import { fieldCells } from '../field-cells.ts';

const PREFIX = /^(?:\s*(?:法律|法规|政策|设定|实施|公开)*依据\s*[:：]\s*)+/u;

/** The column's header says 依据 already; the prefix mostly comes from pasting, sometimes twice over. */
export const rule = defineRule({
  id: 'basis-prefix',
  scope: 'table',
  messages: {
    prefix: {
      'zh-CN': '依据前多了“{found}”，列名已经说明。请删去，只写“{expected}”。',
      en: 'The basis opens with “{found}”, which the header says already. Write “{expected}”.',
    },
    alone: {
      'zh-CN': '依据栏只写了“{found}”，后面没有内容。请补上条款或文号。',
      en: 'The basis holds “{found}” and nothing after it. Add the clause or document number.',
    },
  },
  repair: (text) => {
    const rest = text.replace(PREFIX, '');
    return rest.trim() === '' ? text : rest;
  },
  check(table, context) {
    for (const cell of fieldCells(table, ['legalBasis'], context)) {
      const prefix = PREFIX.exec(cell.text)?.[0];
      if (prefix === undefined) continue;
      const found = prefix.trim();
      const expected = cell.text.slice(prefix.length).trim();
      if (expected === '') context.report({ message: 'alone', args: { found }, at: cell.at });
      else context.report({ message: 'prefix', args: { found, expected }, at: cell.at });
    }
  },
});
