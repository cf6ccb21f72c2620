import { parse } from 'csv-parse/sync';
import type { Row, Workbook } from '../model/workbook.ts';
import { decodeText } from './decode.ts';
import { type Limits, overLimit } from './limits.ts';
import { UnreadableError } from './unreadable.ts';

const DELIMITERS = [',', '\t', ';', '，'] as const;

/**
 * Reads CSV or TSV as one sheet named after the file. Values stay text: nothing is taken for a number
 * or a date, so that codes keep their digits. A row's number is the record's, as a spreadsheet shows it.
 */
export function readCsv(bytes: Buffer, sheetName: string, limits: Limits): Workbook {
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === '') throw new UnreadableError('empty');
  if (text.slice(0, 4096).includes('\u0000')) throw new UnreadableError('unknown');
  const delimiter = findDelimiter(text);
  const rows = parseRecords(text, delimiter, limits).map((record, index): Row => {
    const cells = record.map(toCell);
    return { number: index + 1, cells, hidden: false };
  });
  return {
    format: delimiter === '\t' ? 'tsv' : 'csv',
    encoding,
    countedCells: null,
    sheets: [{ name: sheetName, hidden: false, merges: [], hiddenColumns: [], rows: () => rows }],
  };
}

/** `="00123"` is how people make a spreadsheet keep the digits of a code; Ctrl-Z ends files of old programs. */
function toCell(field: string): string | undefined {
  const text = /^="([^"]*)"$/.exec(field)?.[1] ?? field;
  return text === '' || text === '\u001a' ? undefined : text;
}

function parseRecords(text: string, delimiter: string, limits: Limits): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      // Lists are put together from several hands: one file may hold all three line ends.
      record_delimiter: ['\r\n', '\n', '\r'],
      // ="00123" and a quotation in the middle of a cell are how people write.
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: limits.record,
    }) as string[][];
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    if (code === 'CSV_MAX_RECORD_SIZE') {
      throw overLimit(limits, 'record', limits.record + 1, lines === undefined ? undefined : String(lines));
    }
    throw new UnreadableError('broken-quote', { line: openQuoteLine(text, delimiter) ?? lines ?? 0 });
  }
}

/** The line of a quotation mark that nothing closes, which the parser reports at the end of the file. */
function openQuoteLine(text: string, delimiter: string): number | null {
  let line = 1;
  let openedAt: number | null = null;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') line++;
    if (character !== '"') continue;
    if (openedAt !== null) {
      if (text[at + 1] === '"') at++;
      else openedAt = null;
    } else if (at === 0 || text[at - 1] === delimiter || text[at - 1] === '\n') openedAt = line;
  }
  return openedAt;
}

/** The delimiter that stands most often outside quotes in the first twenty lines. */
function findDelimiter(text: string): string {
  const head = text
    .split(/\r?\n/, 20)
    .join('\n')
    .replace(/"[^"]*"/g, '');
  let best: string = ',';
  let most = 0;
  for (const candidate of DELIMITERS) {
    const count = head.split(candidate).length - 1;
    if (count > most) {
      best = candidate;
      most = count;
    }
  }
  return best === '，' && head.includes(',') ? ',' : best;
}
