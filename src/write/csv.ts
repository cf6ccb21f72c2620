import { guarded } from '../model/csv-guard.ts';
import {
  type FlagWords,
  type PlainTable,
  PlainTableError,
  type PlainValue,
  percentText,
} from './plain-table.ts';

export type CsvEncoding = 'utf-8' | 'gb18030';

const MARK = '\ufeff';

/**
 * CSV as spreadsheets open it: every cell quoted, lines end with CRLF, UTF-8 with a byte order mark. No cell begins
 * a formula. Throws `PlainTableError` for a character the encoding does not have.
 */
export async function toCsv(table: PlainTable, encoding: CsvEncoding, flags: FlagWords): Promise<Buffer> {
  const head = table.columns.map(({ header }) => header);
  const lines = [head, ...table.rows.map((row) => row.map((value, at) => shown(value, at, table, flags)))];
  const text = lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
  if (encoding === 'utf-8') return Buffer.from(MARK + text);
  const { default: iconv } = await import('iconv-lite');
  const bytes = iconv.encode(text, 'gb18030');
  // A half of a surrogate pair has no code in any encoding; all else has one in GB18030.
  if (iconv.decode(bytes, 'gb18030') !== text) throw firstLost(lines, iconv);
  return bytes;
}

function shown(value: PlainValue, at: number, { columns }: PlainTable, flags: FlagWords): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? flags.yes : flags.no;
  if (typeof value === 'number') return columns[at]?.type === 'percent' ? percentText(value) : String(value);
  return guarded(value);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

interface Codec {
  encode(text: string, encoding: string): Buffer;
  decode(bytes: Buffer, encoding: string): string;
}

function firstLost(lines: readonly (readonly string[])[], codec: Codec): PlainTableError {
  for (const [row, cells] of lines.entries()) {
    for (const [column, text] of cells.entries()) {
      const back = codec.decode(codec.encode(text, 'gb18030'), 'gb18030');
      if (back !== text)
        return new PlainTableError('encoding', { row: row + 1, column: column + 1, found: text });
    }
  }
  return new PlainTableError('encoding', { row: 1, column: 1, found: '' });
}
