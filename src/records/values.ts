import { cellText, shownText } from '../model/cell-text.ts';
import type { Serial, Value } from '../model/dataset.ts';
import type { CellValue } from '../model/workbook.ts';
import { chineseNumber } from './numerals.ts';

/** A cell as raw value and as the text a person reads in it. Nothing is trimmed or corrected. */
export function toValue(raw: CellValue | undefined, format?: string): Value {
  if (format !== undefined && typeof raw === 'number') {
    return { raw, text: NOUGHTS.test(format) ? shownText(raw, format) : cellText(raw), format, empty: false };
  }
  const text = cellText(raw);
  return { raw, text, empty: text.trim() === '' };
}

/** Codes are kept as numbers under formats like 000000000000, which give them the noughts in front. */
const NOUGHTS = /^00+$/;

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

const SERIAL = /^第?[(]?(\d+|[零〇一二三四五六七八九十百千两廿卅]+)[)]?[项条]?[,.．。、]*$/u;

/** Reads `1`, `1.`, `1、`, `（1）`, `（一）`, `一、`, `①`, `第3项`; `number` is `null` for anything else, as `1.2`. */
export function toSerial(value: Value): Serial {
  if (typeof value.raw === 'number' && Number.isInteger(value.raw))
    return { number: value.raw, text: value.text };
  const text = value.text.normalize('NFC').trim();
  const circled = CIRCLED.indexOf(text.charAt(0)) + 1;
  if (circled > 0 && text.length === 1) return { number: circled, text };
  const digits = SERIAL.exec(text.normalize('NFKC').replace(/\s/gu, ''))?.[1];
  if (digits === undefined) return { number: null, text };
  return { number: /^\d/u.test(digits) ? Number(digits) : chineseNumber(digits), text };
}
