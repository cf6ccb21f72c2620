import type { DateDoubt } from '../../model/dataset.ts';
import { defineRule } from '../define.ts';
import { cellsOf, typedColumns } from '../typed-cells.ts';

/** 2024.13.1 and 3/4 are meant for dates; 长期, 每年3月底前 and 2024年 answer the question in words. */
const MEANT_FOR_DATE = /^(?=.*\d)[\d\s./、年月日号:T—–-]+$/u;

/** Doubts worth a word. A month without a day says what it says. */
const TOLD = {
  'no-year': 'no-year',
  'no-such-day': 'no-such-day',
  'day-or-month': 'day-or-month',
  'short-year': 'short-year',
  serial: 'serial',
  'not-a-date': 'not-a-date',
} as const satisfies Partial<Record<DateDoubt, string>>;

export const rule = defineRule({
  id: 'date-unreadable',
  scope: 'workbook',
  messages: {
    'no-year': {
      'zh-CN': '“{field}”写的是“{found}”，没有年份。请写全，如 2024-03-08。',
      en: '“{field}” says “{found}”, without a year. Write it in full, as 2024-03-08.',
    },
    'no-such-day': {
      'zh-CN': '“{field}”写的是“{found}”，没有这一天。请核对后改正，写成 2024-03-08 的样子。',
      en: '“{field}” says “{found}”, a day that does not exist. Correct it, as 2024-03-08.',
    },
    'day-or-month': {
      'zh-CN': '“{field}”写的是“{found}”，分不清哪个是月、哪个是日。请写成 2024-03-08 的样子。',
      en: '“{field}” says “{found}”, which leaves open what is the month and what the day. Write it as 2024-03-08.',
    },
    'short-year': {
      'zh-CN': '“{field}”写的是“{found}”，年份只有两位，按 {iso} 理解。请写全四位年份。',
      en: '“{field}” says “{found}” with a year of two digits, taken for {iso}. Write all four.',
    },
    serial: {
      'zh-CN':
        '“{field}”是数字 {found}，按表格软件的日期序号理解为 {iso}。请把单元格设为日期格式，或写成 {iso}。',
      en: '“{field}” is the number {found}, taken for the day number of {iso}. Format the cell as a date, or write {iso}.',
    },
    'not-a-date': {
      'zh-CN': '“{field}”写的是“{found}”，读不出日期。请写成 2024-03-08 的样子；没有的留空。',
      en: '“{field}” says “{found}”, which is no date. Write it as 2024-03-08, or leave it empty.',
    },
  },
  check(dataset, { report, skip }) {
    const columns = typedColumns(dataset, ['date']);
    if (columns.length === 0) skip('nothing-to-check');
    for (const column of columns) {
      const field = column.field.id;
      for (const { record } of cellsOf(column)) {
        const { iso, doubt } = record.date(field);
        if (doubt === null || !(doubt in TOLD)) continue;
        const found = record.value(field).text.trim();
        if (doubt === 'not-a-date' && !MEANT_FOR_DATE.test(found.normalize('NFKC'))) continue;
        const message = TOLD[doubt as keyof typeof TOLD];
        report({ message, args: { field, found, ...(iso === null ? {} : { iso }) }, at: record.at(field) });
      }
    }
  },
});
