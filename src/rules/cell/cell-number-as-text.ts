import { defineRule } from '../define.ts';

/** Columns of a roster that are summed. */
const FIELDS = ['households', 'registeredHouseholds', 'dwellings', 'residents'];
/** A plain number: units, hedges and words are told by `quantity-unit`. */
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u;

/**
 * In a CSV everything is text. A table of a workbook tells itself by numbers among its cells; one that has none at all
 * was most likely pasted from a CSV, and is not held against the submitter cell by cell.
 */
export const rule = defineRule({
  id: 'cell-number-as-text',
  scope: 'roster',
  messages: {
    text: {
      'zh-CN':
        '“{field}”的“{found}”是文本，不是数字，求和时会被当作 0。请选中该列，用“转换为数字”（WPS：文本型数字转为数字）改正。',
      en: '“{found}” in “{field}” is text and not a number; a sum counts it as 0. Select the column and use Convert to Number.',
    },
  },
  check({ table, communities }, { report, skip }) {
    const fields = FIELDS.filter((field) => table.columns.some((column) => column.field === field));
    const isTyped = communities.some((community) =>
      fields.some((field) => typeof community.value(field).raw === 'number'),
    );
    if (!isTyped) {
      skip('nothing-to-check');
      return;
    }
    for (const community of communities) {
      for (const field of fields) {
        const { raw, text } = community.value(field);
        const found = text.trim();
        if (typeof raw !== 'string' || !NUMBER.test(found)) continue;
        report({ message: 'text', args: { field, found }, at: community.at(field) });
      }
    }
  },
});
