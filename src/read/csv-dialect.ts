import { CsvScanner } from './csv-scanner.ts';
import type { Limits } from './limits.ts';

const DELIMITERS = [',', '\t', ';', '，'] as const;
/** Excel's own line, which sets the delimiter and is no row: `sep=;`. */
const SEPARATOR_LINE = /^"?sep=([,;\t|，])"?(?:\r\n|\n|\r|$)/iu;

/** How the records of a text file are written. */
export interface Dialect {
  readonly delimiter: string;
  /** Characters before the first record: a line `sep=;`. */
  readonly skip: number;
}

/**
 * Takes the delimiter that a line `sep=` names, or else the one that cuts most records of the beginning of a
 * text into the same number of fields; of several, the one that gives the most fields. A Chinese comma counts
 * only where no record holds a plain one: it stands in sentences as well.
 */
export function findDialect(head: string, limits: Limits): Dialect {
  const named = SEPARATOR_LINE.exec(head);
  if (named?.[1] !== undefined) return { delimiter: named[1], skip: named[0].length };
  let best: { delimiter: string; agreeing: number; fields: number } = {
    delimiter: ',',
    agreeing: 0,
    fields: 1,
  };
  for (const delimiter of DELIMITERS) {
    if (delimiter === '，' && best.delimiter === ',' && best.agreeing > 0) continue;
    const { agreeing, fields } = agreement(widths(head, delimiter, limits));
    if (agreeing > best.agreeing || (agreeing === best.agreeing && fields > best.fields)) {
      best = { delimiter, agreeing, fields };
    }
  }
  return { delimiter: best.delimiter, skip: 0 };
}

/** Numbers of fields of the first records. */
function widths(head: string, delimiter: string, limits: Limits): number[] {
  const found: number[] = [];
  const scanner = new CsvScanner(delimiter, limits, ({ length }) => found.push(length));
  try {
    scanner.push(head);
    scanner.end();
  } catch {
    // What is over a limit or not closed is told when the whole is read.
  }
  return found;
}

/** The most frequent number of fields above one, and how many records have it. */
function agreement(counts: readonly number[]): { agreeing: number; fields: number } {
  const records = new Map<number, number>();
  for (const count of counts) if (count > 1) records.set(count, (records.get(count) ?? 0) + 1);
  let best = { agreeing: 0, fields: 1 };
  for (const [fields, agreeing] of records) {
    if (agreeing > best.agreeing || (agreeing === best.agreeing && fields > best.fields))
      best = { agreeing, fields };
  }
  return best;
}
