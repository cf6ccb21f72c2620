import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { encodeGb18030 } from '../../scripts/city/gb18030.ts';
import { decodeText } from '../../src/read/decode.ts';
import { edited, edits } from './bytes.ts';
import { type Cells, expectSame, readingHere } from './reading.ts';
import type { Tally } from './run.ts';

const field = fc.string({
  unit: fc.constantFrom(
    '社',
    '区',
    '序',
    '1',
    '0',
    'a',
    ' ',
    '"',
    ',',
    '，',
    ';',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '=',
    '-',
  ),
  maxLength: 8,
});
const table = fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
const ENCODINGS = {
  'utf-8': (text: string) => Buffer.from(text),
  mark: (text: string) => Buffer.from(`\ufeff${text}`),
  gb18030: encodeGb18030,
  'utf-16le': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
} as const;
const encoding = fc.constantFrom<keyof typeof ENCODINGS>('utf-8', 'mark', 'gb18030', 'utf-16le', 'utf-16be');
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
/** Two header cells that settle what the delimiter is. */
const HEADER = ['序号', '事项名称', '主管部门', '备注', '依据', '层级', '方式'];

const written = fc.tuple(table, encoding, lineEnd, fc.constantFrom(',', '\t', ';'));

/** Every field quoted, so that there is one meaning only. */
function textOf(rows: readonly (readonly string[])[], end: string, delimiter: string): string {
  const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
  return [HEADER, ...rows].map((cells) => cells.map(quote).join(delimiter)).join(end) + end;
}

function expectedOf(rows: readonly (readonly string[])[]): Cells {
  const cells = new Map<string, string>();
  for (const [index, row] of rows.entries()) {
    for (const [column, value] of row.entries()) {
      // `="00123"` is how people make a spreadsheet keep the digits of a code; Ctrl-Z ends files of old programs.
      const text = /^="([^"]*)"$/.exec(value)?.[1] ?? value;
      if (text !== '' && text !== '\u001a') cells.set(`0!${index + 1}:${column}`, text);
    }
  }
  return cells;
}

/**
 * What is written is read, cell by cell. Where bytes are changed at random, the records are those that csv-parse
 * makes of the same text, or the text is refused.
 */
export const csvTarget = (tally: Tally) =>
  fc.asyncProperty(written, fc.option(edits, { freq: 2 }), async ([rows, code, end, delimiter], all) => {
    const sound = ENCODINGS[code](textOf(rows, end, delimiter));
    const bytes = all === null ? sound : edited(sound, all);
    const found = await readingHere(bytes);
    tally[found.state]++;
    if (all === null) {
      if (found.state !== 'read') throw new Error(`a sound text is ${found.state}`);
      tally.held++;
      expectSame(found.cells, expectedOf([HEADER, ...rows]));
    } else if (found.state === 'read' && found.workbook.text?.delimiter === delimiter) {
      const records = recordsBy(decodeText(bytes).text, delimiter);
      if (records === null) return;
      tally.held++;
      expectSame(found.cells, expectedOf(records));
    }
  });

/** `null` for what csv-parse refuses, as it does quotations with words around them. */
function recordsBy(text: string, delimiter: string): string[][] | null {
  // It takes a NUL behind a quotation for the end of the text.
  if (text.includes('\0')) return null;
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    }) as string[][];
  } catch {
    return null;
  }
}
