import { findDialect } from './csv-dialect.ts';
import { closing, fieldEnd } from './csv-scanner.ts';
import type { Limits } from './limits.ts';

/** A field of a CSV text: where it stands, its quotation marks included. */
export interface CsvSpan {
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

const [QUOTE, LF, CR] = [0x22, 0x0a, 0x0d] as const;

/** A line `sep=;` is the first of a text. */
const FIRST_LINE = 20;

/** Where every field of a whole text stands, by record and place, cut as `CsvScanner` cuts it. */
export function csvSpans(text: string, delimiter: string, limits: Limits): CsvSpan[][] {
  const { skip } = findDialect(text.slice(0, FIRST_LINE), limits);
  const code = delimiter.charCodeAt(0);
  const records: CsvSpan[][] = [];
  for (let at = skip; at < text.length; ) {
    const fields: CsvSpan[] = [];
    for (;;) {
      const start = at;
      const close = text.charCodeAt(at) === QUOTE ? closing(text, at) : -1;
      at = fieldEnd(text, close === -1 ? at : close + 1, code);
      fields.push({ start, end: at, isQuoted: close !== -1 && at === close + 1 });
      if (text.charCodeAt(at) !== code) break;
      at++;
    }
    records.push(fields);
    at += text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
  }
  return records;
}
