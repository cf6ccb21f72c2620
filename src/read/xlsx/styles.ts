import { overLimit } from '../limits.ts';
import { MAIN } from './book.ts';
import { type PartPlace, Tags } from './tags.ts';
import { Broken } from './unfamiliar.ts';

/** Formats that need no definition in the file and show a date or a time; 27–36 and 50–58 are East Asian. */
const BUILT_IN_DATES: Readonly<Record<number, string>> = {
  14: 'm/d/yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Formats that need no definition either and show a number otherwise than as it is. */
const BUILT_IN_NUMBERS: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  41: '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
};

/** For each cell style its number format, once where that shows a date, and once where it shows a number otherwise than as it is. */
export interface StyleFormats {
  readonly dates: readonly (string | null)[];
  readonly numbers: readonly (string | null)[];
}

export function readStyles(xml: Buffer, place: PartPlace): StyleFormats {
  const formats = new Map<number, string>();
  const dates: (string | null)[] = [];
  const numbers: (string | null)[] = [];
  const tags = new Tags(xml, place);
  if (!tags.openRoot('styleSheet', MAIN)) throw new Broken();
  let inCellStyles = false;
  while (tags.next()) {
    if (tags.is('cellXfs')) inCellStyles = !tags.isClosing && !tags.isEmpty;
    else if (tags.isClosing) continue;
    else if (tags.is('numFmt')) {
      const attributes = tags.attributes();
      formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
    } else if (inCellStyles && tags.is('xf')) {
      const id = formatId(tags);
      const format = formats.get(id) ?? BUILT_IN_DATES[id] ?? BUILT_IN_NUMBERS[id] ?? '';
      const isDate = isDateFormat(format);
      dates.push(isDate ? format : null);
      numbers.push(isDate || PLAIN.test(format) ? null : format);
      if (dates.length > place.limits.styles) {
        throw overLimit(place.limits, 'styles', dates.length, place.part);
      }
    }
  }
  tags.assertEnd();
  return { dates, numbers };
}

/** Numbers as they are, and text. */
const PLAIN = /^(?:General)?$|^@$/i;

function formatId(tags: Tags): number {
  while (tags.nextAttribute()) if (tags.attributeIs('numFmtId')) return tags.valueNumber();
  return 0;
}

/** A format shows a date when a date letter is left once quoted, escaped and bracketed parts are passed over. */
export function isDateFormat(code: string): boolean {
  for (let at = 0; at < code.length; at++) {
    const character = code[at] as string;
    if (character === '"') at = endOf(code, '"', at);
    else if (character === '\\' || character === '_' || character === '*') at++;
    else if (character === '[') {
      const end = endOf(code, ']', at);
      if (/^\[(?:h+|m+|s+)\]$/i.test(code.slice(at, end + 1))) return true;
      at = end;
    } else if (/^General/i.test(code.slice(at, at + 7))) at += 6;
    else if (/^E[+-]/i.test(code.slice(at, at + 2))) at++;
    else if (/[ymdhseg]/i.test(character)) return true;
  }
  return false;
}

function endOf(code: string, mark: string, from: number): number {
  const end = code.indexOf(mark, from + 1);
  return end === -1 ? code.length : end;
}
