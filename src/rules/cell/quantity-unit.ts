import type { FieldRecord } from '../../model/dataset.ts';
import type { CellValue } from '../../model/workbook.ts';
import { defineRule, type Report } from '../define.ts';
import { cellsOf, quantityColumns, type TypedColumn } from '../typed-cells.ts';

/** Counts in rosters of a city are put together and added up; elsewhere 5万元 or 620㎡ says what it says. */
const SUMMED = 'community';
/** Digits, with commas for thousands or without: what a CSV holds for a number. */
const NUMBER = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u;

export const rule = defineRule({
  id: 'quantity-unit',
  scope: 'workbook',
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
  check(dataset, { report, skip }) {
    const columns = quantityColumns(dataset);
    if (columns.length === 0) skip('nothing-to-check');
    for (const column of columns) {
      for (const { raw, record } of cellsOf(column)) {
        const fault = isWords(raw) ? faultOf(record, column) : null;
        if (fault !== null) report(fault);
      }
    }
  },
});

/** More than a number: words, or a date that a number was turned into. */
function isWords(raw: CellValue): boolean {
  if (typeof raw === 'object') return raw.kind === 'date';
  return typeof raw === 'string' && raw.trim() !== '' && !NUMBER.test(raw.trim().normalize('NFKC'));
}

function faultOf(
  record: FieldRecord,
  { set, field: { id: field, type } }: TypedColumn,
): Report<'unit' | 'interval' | 'unreadable'> | null {
  const found = record.value(field).text.trim();
  const at = record.at(field);
  const quantity = type === 'percent' ? record.percent(field) : record.quantity(field);
  if (quantity === null) return { message: 'unreadable', args: { field, found }, at };
  const { value, low, high, hedge } = quantity;
  if (value === null || !Number.isFinite(low + high))
    return { message: 'interval', args: { field, found }, at };
  const isExact = hedge === null && (set.kind.id !== SUMMED || type !== 'whole');
  return isExact ? null : { message: 'unit', args: { field, found, value }, at };
}
