import type { CellValue } from '../../model/workbook.ts';
import type { Limits } from '../limits.ts';
import { type CellContext, numberOrDate } from './cell.ts';

const [LESS, GREATER, SLASH, SPACE, QUOTE, EQUALS] = [0x3c, 0x3e, 0x2f, 0x20, 0x22, 0x3d];
const [MINUS, DOT, ZERO, NINE, LETTER_A, LETTER_Z] = [0x2d, 0x2e, 0x30, 0x39, 0x41, 0x5a];
const [C, H, I, N, R, S, T, V] = [0x63, 0x68, 0x69, 0x6e, 0x72, 0x73, 0x74, 0x76];
const APOSTROPHE = 0x27;
const ROW = Buffer.from('<row r="');

/** As many digits as a number holds without loss, and powers of ten to divide by without loss. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);

/**
 * Cells as nearly every program writes them: `<c r="B2" s="3" t="s"><v>12</v></c>` or `<c r="B2" s="3"/>`,
 * numbers and shared strings, no blank too many. This is where the time of a check goes, so bytes are
 * compared one by one and nothing is called. At the first cell that is otherwise in anything (cut off, out of
 * order, beyond a limit, another type), it stops before it, and `readCell` looks at that one.
 */
export class PlainCells {
  /** The row as far as it was read; what stands behind `size` is left from rows before. */
  readonly values: (CellValue | undefined)[] = [];
  size = 0;
  /** Number formats of the row as far as there are any, by place. */
  formats: (string | undefined)[] | null = null;
  /** Values among them. */
  count = 0;
  lastColumn = 0;
  rowNumber = 0;

  constructor(
    private readonly context: CellContext,
    private readonly limits: Limits,
  ) {}

  /** Begins a row. */
  open(number: number): void {
    this.rowNumber = number;
    this.size = 0;
    this.formats = null;
    this.count = 0;
    this.lastColumn = 0;
  }

  /** Adds a value; empty places are filled up to its column. */
  add(column: number, value: CellValue): void {
    while (this.size < column - 1) this.values[this.size++] = undefined;
    this.values[this.size++] = value;
    this.count++;
  }

  /** Notes under what format a number is shown. */
  show(column: number, style: number): void {
    const format = this.context.numberStyles?.[style] ?? null;
    if (format === null) return;
    this.formats ??= [];
    while (this.formats.length < column - 1) this.formats.push(undefined);
    this.formats[column - 1] = format;
  }

  /** Opens a row that is written with its number first and hides nothing; returns where its tag ends, or `start`. */
  openRow(bytes: Buffer, start: number, to: number): number {
    for (let index = 0; index < ROW.length; index++) {
      if (bytes[start + index] !== ROW[index]) return start;
    }
    let at = start + ROW.length;
    let number = 0;
    let byte = bytes[at] as number;
    while (byte >= ZERO && byte <= NINE) {
      number = number * 10 + byte - ZERO;
      byte = bytes[++at] as number;
    }
    if (number <= this.rowNumber || number > this.limits.rows || byte !== QUOTE) return start;
    let quotes = 0;
    for (at++; bytes[at] !== GREATER; at++) {
      byte = bytes[at] as number;
      if (at >= to || byte === LESS || byte === APOSTROPHE || byte === SLASH) return start;
      if (byte === QUOTE) quotes++;
      else if (byte < SPACE) return start;
      else if (byte === SPACE && bytes[at + 1] === H && bytes[at + 2] === I) return start;
      else if (byte === SPACE && bytes[at + 1] === R && bytes[at + 2] === EQUALS) return start;
    }
    if (quotes % 2 !== 0 || at >= to) return start;
    this.open(number);
    return at + 1;
  }

  /** Adds cells of the open row; returns where it stopped. */
  read(bytes: Buffer, start: number, to: number): number {
    const { context, values, rowNumber: row } = this;
    const { strings, dateStyles, numberStyles } = context;
    const { columns } = this.limits;
    const texts = strings.count;
    let last = this.lastColumn;
    let { size, count } = this;
    let done = start;
    for (;;) {
      let at = done;
      if (bytes[at] !== LESS || bytes[at + 1] !== C || bytes[at + 2] !== SPACE) break;
      if (bytes[at + 3] !== R || bytes[at + 4] !== EQUALS || bytes[at + 5] !== QUOTE) break;
      at += 6;
      let byte = bytes[at] as number;
      let column = 0;
      while (byte >= LETTER_A && byte <= LETTER_Z) {
        column = column * 26 + byte - 0x40;
        byte = bytes[++at] as number;
      }
      let number = 0;
      while (byte >= ZERO && byte <= NINE) {
        number = number * 10 + byte - ZERO;
        byte = bytes[++at] as number;
      }
      if (number !== row || column <= last || column > columns || byte !== QUOTE) break;
      byte = bytes[++at] as number;
      let style = 0;
      if (byte === SPACE && bytes[at + 1] === S) {
        if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) break;
        at += 4;
        byte = bytes[at] as number;
        while (byte >= ZERO && byte <= NINE) {
          style = style * 10 + byte - ZERO;
          byte = bytes[++at] as number;
        }
        if (byte !== QUOTE) break;
        byte = bytes[++at] as number;
      }
      let isText = false;
      if (byte === SPACE) {
        if (bytes[at + 1] !== T || bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) break;
        isText = bytes[at + 4] === S;
        if ((!isText && bytes[at + 4] !== N) || bytes[at + 5] !== QUOTE) break;
        at += 6;
        byte = bytes[at] as number;
      }
      if (byte === SLASH) {
        if (bytes[at + 1] !== GREATER || at + 2 > to) break;
        last = column;
        done = at + 2;
        continue;
      }
      if (byte !== GREATER || bytes[at + 1] !== LESS || bytes[at + 2] !== V || bytes[at + 3] !== GREATER)
        break;
      at += 4;
      const from = at;
      byte = bytes[at] as number;
      const isNegative = byte === MINUS;
      if (isNegative) byte = bytes[++at] as number;
      let digits = 0;
      const wholeFrom = at;
      while (byte >= ZERO && byte <= NINE) {
        digits = digits * 10 + byte - ZERO;
        byte = bytes[++at] as number;
      }
      let length = at - wholeFrom;
      let decimals = 0;
      if (byte === DOT) {
        byte = bytes[++at] as number;
        const decimalsFrom = at;
        while (byte >= ZERO && byte <= NINE) {
          digits = digits * 10 + byte - ZERO;
          byte = bytes[++at] as number;
        }
        decimals = at - decimalsFrom;
        length += decimals;
      }
      if (byte !== LESS || length === 0 || length > EXACT_DIGITS) break;
      if (bytes[at + 1] !== SLASH || bytes[at + 2] !== V || bytes[at + 3] !== GREATER) break;
      if (bytes[at + 4] !== LESS || bytes[at + 5] !== SLASH || bytes[at + 6] !== C) break;
      if (bytes[at + 7] !== GREATER || at + 8 > to) break;
      let value: CellValue;
      if (isText) {
        if (digits >= texts || isNegative || decimals > 0) break;
        value = strings.at(digits);
      } else {
        const exact = decimals === 0 ? digits : digits / (POWERS[decimals] as number);
        value = isNegative ? -exact : exact;
        const format = dateStyles === null ? null : dateStyles[style];
        if (format === undefined) break;
        if (format !== null) value = numberOrDate(value, bytes, from, at, style, context);
        else if (numberStyles !== null && numberStyles[style] !== null) this.show(column, style);
      }
      while (size < column - 1) values[size++] = undefined;
      values[size++] = value;
      count++;
      last = column;
      done = at + 8;
    }
    this.size = size;
    this.count = count;
    this.lastColumn = last;
    return done;
  }
}
