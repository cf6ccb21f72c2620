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
 * Takes the delimiter that a line `sep=` names, or else the one that leaves every quotation whole; of several, the
 * one that cuts most records of the beginning of a text into the same number of fields, then the one that gives the
 * most fields. A Chinese comma counts only where no record holds a plain one: it stands in sentences as well.
 */
export function findDialect(head: string, limits: Limits): Dialect {
  const named = SEPARATOR_LINE.exec(head);
  if (named?.[1] !== undefined) return { delimiter: named[1], skip: named[0].length };
  let best: Cut = { delimiter: ',', isWhole: false, agreeing: 0, fields: 1 };
  for (const delimiter of DELIMITERS) {
    if (delimiter === '，' && best.delimiter === ',' && best.agreeing > 0) continue;
    const cut = cutAt(delimiter, head, limits);
    if (isBetter(cut, best)) best = cut;
  }
  return { delimiter: best.delimiter, skip: 0 };
}

/** What a delimiter makes of the beginning of a text. */
interface Cut {
  readonly delimiter: string;
  /** Cells are in quotation marks, and each of them ends where its quotation does. */
  readonly isWhole: boolean;
  readonly agreeing: number;
  readonly fields: number;
}

function isBetter(cut: Cut, best: Cut): boolean {
  if (cut.isWhole !== best.isWhole) return cut.isWhole;
  return cut.agreeing > best.agreeing || (cut.agreeing === best.agreeing && cut.fields > best.fields);
}

function cutAt(delimiter: string, head: string, limits: Limits): Cut {
  const widths: number[] = [];
  let opened = 0;
  let torn = 0;
  const scanner = new CsvScanner(delimiter, limits, ({ length }, _, quotations) => {
    widths.push(length);
    // A title in quotation marks that is alone on its line is whole with any delimiter.
    if (length > 1) opened += quotations.opened;
    torn += quotations.torn;
  });
  try {
    scanner.push(head);
    scanner.end();
  } catch {
    // What is over a limit or not closed is told when the whole is read.
  }
  return { delimiter, isWhole: opened > 0 && torn === 0, ...agreement(widths) };
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
