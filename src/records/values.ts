import { cellText } from '../model/cell-text.ts';
import type { Quantity, Serial, Value } from '../model/dataset.ts';
import type { CellValue } from '../model/workbook.ts';
import { chineseNumber } from './numerals.ts';

/** A cell as raw value and as the text a person reads in it. Nothing is trimmed or corrected. */
export function toValue(raw: CellValue | undefined): Value {
  const text = cellText(raw);
  return { raw, text, empty: text.trim() === '' };
}

const SCALE: Readonly<Record<string, number>> = { 万: 10_000, 千: 1_000, 百: 100, 亿: 100_000_000 };

/** A number with at most a hedge before and a unit behind; a range or a second number is not one quantity. */
const QUANTITY = /^(?:大约|约|近|共)?\s*([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*([^\d.,~-]*)$/u;

/** Reads `1200`, `1,200`, `１２００`, `1200户`, `约1.2万人`; `null` when the cell is not one number. */
export function toQuantity(value: Value): Quantity | null {
  if (typeof value.raw === 'number') return { value: value.raw, unit: '' };
  if (typeof value.raw !== 'string') return null;
  const match = QUANTITY.exec(value.text.normalize('NFKC').trim());
  if (match === null) return null;
  const unit = (match[2] ?? '').trim();
  const scaled = Number((match[1] ?? '').replaceAll(',', '')) * (SCALE[unit.charAt(0)] ?? 1);
  // 0.57 × 10,000 is not whole in binary; people write at most a few decimals.
  return { value: Math.round(scaled * 1000) / 1000, unit };
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

const SERIAL = /^第?[(]?(\d+|[零〇一二三四五六七八九十百千两]+)[)]?[项条]?[,.．。、]*$/u;

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
