import { attribute, plainAttribute } from './package-xml.ts';

/** What the number format of a cell style shows a number as. */
export type CellStyle = 'date' | 'percent' | 'other';

/** Formats that every spreadsheet program has, by number; those from 27 on are dates of the Chinese versions. */
const DATES = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;
const PERCENTS = [9, 10];

/** The cell styles of a styles part, in their order. */
export function cellStyles(styles: string): CellStyle[] {
  const formats = new Map(
    [...styles.matchAll(/<numFmt\b[^>]*>/gu)].map(([tag]) => [
      Number(attribute(tag, 'numFmtId')),
      plainAttribute(attribute(tag, 'formatCode') ?? ''),
    ]),
  );
  const [, list = ''] = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/u.exec(styles) ?? [];
  return [...list.matchAll(/<xf\b[^>]*>/gu)].map(([tag]) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0);
    const code = formats.get(id);
    return code === undefined ? builtIn(id) : ofCode(code);
  });
}

function builtIn(id: number): CellStyle {
  if (PERCENTS.includes(id)) return 'percent';
  return DATES.some(([from, to]) => id >= from && id <= to) ? 'date' : 'other';
}

function ofCode(code: string): CellStyle {
  const plain = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/gu, '');
  if (plain.includes('%')) return 'percent';
  return /[yd]/iu.test(plain) ? 'date' : 'other';
}
