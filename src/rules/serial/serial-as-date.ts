import type { Value } from '../../model/dataset.ts';
import { defineRule } from '../define.ts';

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
/** How a spreadsheet writes a date once the table is saved as CSV: 1月2日, 2024-01-02, 2-Jan, Jan-2. */
const DATE_TEXT = new RegExp(
  String.raw`^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}[-\s]${MONTH}|${MONTH}[-\s]\d{1,2})$`,
  'iu',
);

/** Typed as 1-2, a serial number becomes 2 January without a word from the spreadsheet. */
export const rule = defineRule({
  id: 'serial-as-date',
  scope: 'duty-list',
  needs: ['serial'],
  messages: {
    date: {
      'zh-CN':
        '序号成了日期（{shown}），应为数字，多半是输入“1-2”一类编号时被自动转换。请把该列设为文本后重新填写。',
      en: 'The serial number has become a date ({shown}); a number is expected. The spreadsheet converts 1-2 and the like by itself: format the column as text and type the number again.',
    },
  },
  check(duties, { report }) {
    for (const item of duties.items) {
      const serial = item.value('serial');
      if (isDate(serial)) {
        report({ message: 'date', args: { shown: serial.text.trim() }, at: item.at('serial') });
      }
    }
  },
});

function isDate({ raw }: Value): boolean {
  if (typeof raw === 'object') return raw.kind === 'date';
  return typeof raw === 'string' && DATE_TEXT.test(raw.normalize('NFKC').trim());
}
