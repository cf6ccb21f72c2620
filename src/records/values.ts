import type { Quantity, Serial, Value } from '../model/dataset.ts';
import type { CellValue } from '../model/workbook.ts';
import { chineseNumber } from './numerals.ts';

/** A cell as raw value and as the text a person reads in it. Nothing is trimmed or corrected. */
export function toValue(raw: CellValue | undefined): Value {
  const text = textOf(raw);
  return { raw, text, empty: text.trim() === '' };
}

function textOf(raw: CellValue | undefined): string {
  if (raw === undefined) return '';
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'number') {
    return Number.isInteger(raw) && Math.abs(raw) < 1e21 ? BigInt(raw).toString() : String(raw);
  }
  if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE';
  if (raw.kind === 'date') return raw.iso;
  return raw.kind === 'error' ? raw.code : raw.formula;
}

const SCALE: Readonly<Record<string, number>> = { 万: 10_000, 千: 1_000, 百: 100, 亿: 100_000_000 };

/** Reads `1200`, `1,200`, `１２００`, `1200户`, `1.2万人`; `null` when no number opens the text. */
export function toQuantity(value: Value): Quantity | null {
  if (typeof value.raw === 'number') return { value: value.raw, unit: '' };
  const text = value.text
    .normalize('NFKC')
    .trim()
    .replace(/^[约近]/u, '');
  const match = /^(-?\d{1,3}(?:,\d{3})+|-?\d+)(\.\d+)?\s*(.*)$/su.exec(text);
  if (match === null) return null;
  const number = Number((match[1] ?? '').replaceAll(',', '') + (match[2] ?? ''));
  const unit = (match[3] ?? '').trim();
  const scale = SCALE[unit.charAt(0)] ?? 1;
  return { value: number * scale, unit };
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** Reads `1`, `1.`, `1、`, `（1）`, `（一）`, `一、`, `①`, `第3项`; `number` is `null` when it is none of these. */
export function toSerial(value: Value): Serial {
  const text = value.text.normalize('NFC').trim();
  const circled = CIRCLED.indexOf(text.charAt(0)) + 1;
  if (circled > 0 && text.length === 1) return { number: circled, text };
  const bare = text
    .normalize('NFKC')
    .replace(/^第|[项条]$/gu, '')
    .replace(/[\s()、,.．。]/gu, '');
  if (/^\d+$/u.test(bare)) return { number: Number(bare), text };
  return { number: chineseNumber(bare), text };
}
