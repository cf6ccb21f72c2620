import type { Community } from '../../model/dataset.ts';
import { defineRule } from '../define.ts';

const FIELDS = ['households', 'registeredHouseholds', 'dwellings', 'residents'] as const;
type Field = (typeof FIELDS)[number];

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
    unmeasured: {
      'zh-CN': '“{field}”写的是“{found}”，不是单纯的数字，无法汇总。请只填确切的数字，不带单位和“约”字。',
      en: '“{field}” says “{found}”, more than a number, and cannot be added up. Enter the exact number alone, without unit or “about”.',
    },
    unreadable: {
      'zh-CN': '“{field}”写的是“{found}”，读不出数字。请核实后填写确切的数字。',
      en: '“{field}” says “{found}”, which cannot be read as a number. Find out the exact number and enter it.',
    },
  },
  check({ communities }, { report }) {
    for (const community of communities) {
      for (const field of FIELDS) {
        const { raw, text, empty } = community.value(field);
        const found = text.trim();
        if (typeof raw !== 'string' || empty || NUMBER.test(found.normalize('NFKC'))) continue;
        const value = understood(community, field);
        const args = { field, found, ...(value === null ? {} : { value }) };
        const message = value !== null ? 'unit' : /\p{Nd}/u.test(found) ? 'unmeasured' : 'unreadable';
        report({ message, args, at: community.at(field) });
      }
    }
  },
});

/** Only the two counts that other rules reckon with have been read as numbers. */
function understood(community: Community, field: Field): number | null {
  const quantity = field === 'households' || field === 'residents' ? community[field] : null;
  // 0.57 × 10 000 is not quite 5700 in binary.
  return quantity === null ? null : Number(quantity.value.toPrecision(12));
}
