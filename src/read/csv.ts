import { unguarded } from '../model/csv-guard.ts';
import type { LineShift, Row, TextFacts, Workbook } from '../model/workbook.ts';
import { findDialect } from './csv-dialect.ts';
import { CsvScanner } from './csv-scanner.ts';
import { decodeChunks, detectEncoding, rivalOf } from './decode.ts';
import type { EncodingId } from './encodings.ts';
import { type Limits, overLimit } from './limits.ts';
import { UnreadableError } from './unreadable.ts';

export interface CsvOptions {
  readonly limits: Limits;
  /** What the person says the encoding is; `null` leaves it to the bytes. */
  readonly encoding?: EncodingId | null;
  /** Bytes decoded at a time. */
  readonly chunkBytes?: number;
}

/** What is known of a text file once it was read to its end. */
export interface CsvFacts {
  readonly encoding: EncodingId;
  readonly text: TextFacts;
}

/**
 * Reads CSV or TSV as one sheet named after the file. Values stay text: nothing is taken for a number
 * or a date, so that codes keep their digits. A row's number is the record's, as a spreadsheet shows it.
 */
export function readCsv(bytes: Buffer, sheetName: string, options: CsvOptions): Workbook {
  const { limits } = options;
  // To hold a million rows takes twenty times as long as to count them.
  if (lineEndBytes(bytes) > limits.rows) scanCsv(bytes, options, () => {});
  const rows: Row[] = [];
  let cells = 0;
  const { encoding, text } = scanCsv(bytes, options, (row) => {
    rows.push(row);
    cells += row.cells.length;
    if (cells > limits.cells) throw overLimit(limits, 'cells', cells, String(row.number));
  });
  return {
    format: text.delimiter === '\t' ? 'tsv' : 'csv',
    encoding,
    text,
    countedCells: null,
    sheets: [{ name: sheetName, hidden: false, merges: [], hiddenColumns: [], rows: () => rows }],
  };
}

/** At least as many as there are rows but one, in any encoding. */
function lineEndBytes(bytes: Buffer): number {
  let count = 0;
  for (const byte of bytes) if (byte === LF || byte === CR) count++;
  return count;
}

/**
 * Hands over the rows one by one; beside the bytes, no more than one piece of text and one record is held.
 * Throws `UnreadableError`, after rows may have been handed over already.
 */
export function scanCsv(bytes: Buffer, options: CsvOptions, onRow: (row: Row) => void): CsvFacts {
  const { limits } = options;
  const detected = detectEncoding(bytes, options.encoding ?? null);
  const chunks = decodeChunks(bytes, detected, options.chunkBytes);
  const head = chunks.next().value ?? '';
  if (isBinary(head.slice(0, HEAD_CHARACTERS))) throw new UnreadableError('unknown');
  if (isBinary(head)) throw new UnreadableError('damaged', { part: 'zeros' });
  const { delimiter, skip } = findDialect(head, limits);
  const lines: LineShift[] = [];
  let number = 0;
  let shift = 0;
  let isBlank = true;
  const onRecord = (fields: string[], line: number) => {
    number++;
    if (number > limits.rows) throw overLimit(limits, 'rows', number, String(line));
    if (line - number !== shift) {
      shift = line - number;
      lines.push({ row: number, line });
    }
    const cells = toCells(fields);
    if (isBlank) isBlank = cells.every((cell) => cell === undefined || cell.trim() === '');
    onRow({ number, cells, hidden: false });
  };
  const scanner = new CsvScanner(delimiter, limits, onRecord, skip > 0 ? 2 : 1);
  scanner.push(head.slice(skip));
  for (const chunk of chunks) {
    if (isBinary(chunk)) throw new UnreadableError('damaged', { part: 'zeros' });
    scanner.push(chunk);
  }
  scanner.end();
  if (isBlank) throw new UnreadableError('empty');
  const text = { encodingFrom: detected.from, rival: rivalOf(bytes, detected), delimiter, lines };
  return { encoding: detected.encoding, text };
}

/** A stray NUL is told as an invisible character; where they abound, this is no text. */
const MAX_NUL_SHARE = 0.05;
/** What begins as a text and goes on as none was not written to its end. */
const HEAD_CHARACTERS = 4096;

function isBinary(text: string): boolean {
  return text.includes('\0') && text.split('\0').length - 1 > text.length * MAX_NUL_SHARE;
}

function toCells(fields: readonly string[]): (string | undefined)[] {
  const cells = fields as (string | undefined)[];
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index] as string;
    if (field === '' || field === '\u001a') cells[index] = undefined;
    else if (field.charCodeAt(0) === EQUALS) cells[index] = codeIn(field);
    else if (field.charCodeAt(0) === APOSTROPHE) cells[index] = unguarded(field);
  }
  return cells;
}

const [LF, CR] = [0x0a, 0x0d];
const EQUALS = 0x3d;
/** Tables written by programs have it before what a spreadsheet would run as a formula. */
const APOSTROPHE = 0x27;

/** `="00123"` is how people make a spreadsheet keep the digits of a code. Ctrl-Z ends files of old programs. */
function codeIn(field: string): string | undefined {
  const text = /^="([^"]*)"$/.exec(field)?.[1] ?? field;
  return text === '' ? undefined : text;
}
