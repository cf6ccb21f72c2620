import { defineRule } from '../define.ts';
import { fieldCells } from '../field-cells.ts';

/**
 * Digits that belong where they stand: 1.民政局 2.公安局, （2024年）, 〔2024〕12号, and service numbers that are
 * part of the name behind them (市12345热线办, 公安局110指挥中心).
 */
const RIGHTFUL = [
  /(?:^|[\s；;，,、]{1,4})[0-9０-９]{1,2}[.．、)）]/u,
  /[（(〔[](?:19|20)\d{2}年?[）)〕\]](?:\d+号)?/u,
  /(?:19|20)\d{2}年/u,
  /(?<![0-9０-９])1(?:\d\d|\d{4})(?=\p{Script=Han})/u,
];
const GLUED =
  /(?<=\p{Script=Han})\s{0,3}(?:[（(][0-9０-９－-]+[）)]|(?:[:：]\s{0,3})?[0-9０-９][0-9０-９－-]*)/u;
const DIGITS = new RegExp(`(${RIGHTFUL.map(({ source }) => source).join('|')})|${GLUED.source}`, 'gu');

/** 1、民政局2、公安局: without blanks a number looks glued to the name before it. */
const NUMBERED = /^[0-9０-９]{1,2}[.．、)）](?!.*[0-9０-９]{3})/su;

export const rule = defineRule({
  id: 'department-digits',
  scope: 'table',
  messages: {
    digits: {
      'zh-CN': '部门名称“{found}”夹带数字。请只写部门全称“{expected}”，电话、序号另列。',
      en: 'The department “{found}” has digits in its name. Write “{expected}”; telephone and number go elsewhere.',
    },
  },
  check(table, context) {
    if (table.kind !== 'duty-list') return;
    for (const cell of fieldCells(table, ['leadDepartment', 'cooperatingDepartments'], context)) {
      const found = cell.text.trim();
      if (NUMBERED.test(found)) continue;
      const expected = found.replace(DIGITS, (_, rightful?: string) => rightful ?? '');
      if (expected !== found) context.report({ message: 'digits', args: { found, expected }, at: cell.at });
    }
  },
});
