import { type Limits, overLimit } from './limits.ts';
import { UnreadableError } from './unreadable.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** How many cells of a record open with a quotation mark, and how many of those have words behind the closing one. */
export interface Quotations {
  opened: number;
  torn: number;
}

/** The fields of one record, and the physical line (from 1) on which it begins. */
export type OnRecord = (fields: string[], line: number, quotations: Quotations) => void;

/**
 * Cuts text that comes in pieces into the records of RFC 4180, as people leave them: any mix of line ends, rows
 * of any length, quotations inside cells. A quotation mark opens a cell only at its start and closes it only
 * before a delimiter or line end; a cell like `"甲"乙` stays as it is written. Never more than one unfinished
 * record is held. Throws `UnreadableError` for one that is over a limit and for a quotation nothing closes.
 */
export class CsvScanner {
  private rest = '';
  /** An unfinished record is looked at again only when it has doubled, so that long ones cost no more a byte. */
  private nextLook = 0;
  private readonly delimiter: number;
  /** Of the record at hand; one object for all, since a file may have a million. */
  private readonly quotations: Quotations = { opened: 0, torn: 0 };

  constructor(
    delimiter: string,
    private readonly limits: Limits,
    private readonly onRecord: OnRecord,
    /** The physical line on which the rest of the text begins. */
    private line = 1,
  ) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  push(text: string): void {
    this.rest += text;
    const isOver = () => this.isOver(this.rest);
    if (this.rest.length >= this.nextLook || isOver()) this.scan(false);
    if (isOver()) throw this.tooLong(this.rest);
  }

  end(): void {
    this.scan(true);
  }

  private scan(isLast: boolean): void {
    const text = this.rest;
    let start = 0;
    while (start < text.length) {
      const next = this.record(text, start, isLast);
      if (next === UNFINISHED) break;
      start = next;
    }
    this.rest = start === 0 ? text : text.slice(start);
    this.nextLook = start === 0 ? 2 * text.length : 0;
    if (isLast) this.rest = '';
  }

  /** Reads one record and returns where the next begins. */
  private record(text: string, start: number, isLast: boolean): number {
    const { delimiter } = this;
    const { length } = text;
    const fields: string[] = [];
    this.quotations.opened = 0;
    this.quotations.torn = 0;
    let lines = 1;
    let at = start;
    for (;;) {
      const from = at;
      if (text.charCodeAt(at) === QUOTE) {
        const close = closing(text, at);
        if (close === -1 || (close + 1 === length && !isLast)) {
          return this.unfinished(text.slice(start), lines, isLast);
        }
        at = fieldEnd(text, close + 1, delimiter);
        const content = text.slice(from + 1, close);
        lines += lineEndsIn(content);
        this.quotations.opened++;
        if (at !== close + 1) this.quotations.torn++;
        const plain = content.includes('"') ? content.replaceAll('""', '"') : content;
        fields.push(at === close + 1 ? plain : `"${plain}"${text.slice(close + 1, at)}`);
      } else {
        at = fieldEnd(text, at, delimiter);
        fields.push(text.slice(from, at));
      }
      const code = text.charCodeAt(at);
      if (code !== delimiter) break;
      at++;
    }
    // A carriage return that ends a piece may be half of CR LF.
    const isCut = at === length || (text.charCodeAt(at) === CR && at + 1 === length);
    if (isCut && !isLast) return UNFINISHED;
    if (at < length) at += text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
    this.emit(fields, text, start, at, lines);
    return at;
  }

  private emit(fields: string[], text: string, start: number, end: number, lines: number): void {
    if ((end - start) * 3 > this.limits.record) {
      const record = text.slice(start, end);
      if (this.isOver(record)) throw this.tooLong(record);
    }
    if (fields.length > this.limits.columns) {
      throw overLimit(this.limits, 'columns', fields.length, String(this.line));
    }
    this.onRecord(fields, this.line, this.quotations);
    this.line += lines;
  }

  /**
   * A quotation nothing has closed so far. At the end of the text, or when it has swallowed whole lines up to the
   * limit of a record, nothing ever will: it is refused by the line it opens on, which is where it is put right.
   */
  private unfinished(record: string, lines: number, isLast: boolean): number {
    if (isLast || (this.isOver(record) && /[\r\n]/.test(record))) {
      throw new UnreadableError('broken-quote', { line: this.line + lines - 1 });
    }
    return UNFINISHED;
  }

  private isOver(record: string): boolean {
    // Three bytes is the most that a unit of UTF-16 takes in UTF-8; most records need no closer look.
    return record.length * 3 > this.limits.record && Buffer.byteLength(record) > this.limits.record;
  }

  private tooLong(record: string): UnreadableError {
    return overLimit(this.limits, 'record', Buffer.byteLength(record), String(this.line));
  }
}

const UNFINISHED = -1;

/** Where a field without quotation ends: at a delimiter, a line end or the end of the text. */
export function fieldEnd(text: string, from: number, delimiter: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === LF || code === CR) break;
  }
  return at;
}

/** The mark that ends a quotation: the first one that is not doubled. -1 when there is none. */
export function closing(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

/** Line ends in a text, CR LF as one. */
function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) count++;
  }
  return count;
}
