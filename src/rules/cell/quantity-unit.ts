import { defineRule } from '../define.ts';

const FIELDS = ['households', 'registeredHouseholds', 'dwellings', 'residents'];

/** Digits, with commas for thousands or without: what a CSV holds for a number. */
const NUMBER = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u;

export const rule = defineRule({
  id: 'quantity-unit',
  scope: 'roster',
  messages: {
    unit: {
      'zh-CN': '“{field}”写的是“{found}”，按 {value} 理解。请只填确切的数字，不带单位和“约”字。',
      en: '“{field}” says “{found}”, taken for {value}. Enter the exact number alone, without unit or “about”.',
    },
    interval: {
      'zh-CN': '“{field}”写的是“{found}”，是范围或界限，不是一个数。请只填确切的数字。',
      en: '“{field}” says “{found}”, a range or a bound and not one number. Enter the exact number alone.',
    },
    unreadable: {
      'zh-CN': '“{field}”写的是“{found}”，读不出一个数字。请核实后填写确切的数字。',
      en: '“{field}” says “{found}”, which is not one number. Find out the exact number and enter it.',
    },
  },
  check({ communities }, { report }) {
    for (const community of communities) {
      for (const field of FIELDS) {
        const { raw, text, empty } = community.value(field);
        const isDate = typeof raw === 'object' && raw.kind === 'date';
        const found = text.trim();
        if (!isDate && (typeof raw !== 'string' || empty || NUMBER.test(found.normalize('NFKC')))) continue;
        const quantity = community.quantity(field);
        const at = community.at(field);
        if (quantity === null) report({ message: 'unreadable', args: { field, found }, at });
        else if (quantity.value === null || !Number.isFinite(quantity.low + quantity.high)) {
          report({ message: 'interval', args: { field, found }, at });
        } else report({ message: 'unit', args: { field, found, value: quantity.value }, at });
      }
    }
  },
});
