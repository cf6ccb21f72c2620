import type { Line, Section, TableRow } from '../model/table.ts';
import type { RowAccount } from './account.ts';
import { type BodyColumns, bodyRole, headsNumbered, isPageMark } from './classify.ts';
import { firstLine, type GridRow, linesOf } from './grid.ts';
import type { Lexicon } from './lexicon.ts';
import { Outline, sectionOf } from './outline.ts';

/** What stands below a header. */
export interface Body {
  readonly rows: TableRow[];
  readonly sections: readonly Section[];
  readonly notes: Line[];
  readonly subtotals: Line[];
  readonly unclear: Line[];
}

/** One headless name over numbered rows is chance, or an item without its number; two are a habit. */
const LEAST_HEADINGS = 2;

/**
 * Gives every row below a header its role. `pages`: the rows below each of the places where the header stands.
 * Rows are looked at one by one, with their neighbours and with what was seen of all of them before.
 */
export function readBody(
  pages: readonly (readonly GridRow[])[],
  columns: BodyColumns,
  lexicon: Lexicon,
  account: RowAccount,
): Body {
  const outline = new Outline();
  const body: Body = { rows: [], sections: outline.sections, notes: [], subtotals: [], unclear: [] };
  const all = pages.flat();
  const headings = all.filter((row, index) => headsNumbered(row, all[index + 1], columns)).length;
  for (const page of pages) {
    // Notes or signatures have begun below the items.
    let isClosing = false;
    for (const [index, row] of page.entries()) {
      const [before, after] = [page[index - 1], page[index + 1]];
      const isFirst = body.rows.length === 0 && outline.sections.length === 1;
      const place = { before, after, isFirst, isClosing, hasHeadings: headings >= LEAST_HEADINGS };
      const role = bodyRole(row, columns, place, lexicon);
      account.add(row.number, role);
      if (role === 'data') body.rows.push(toRow(row, outline.current));
      else if (role === 'band') outline.add(sectionOf(firstLine(row), lexicon));
      else if (role === 'note') {
        body.notes.push(...linesOf(row));
        isClosing ||= body.rows.length > 0 && !isPageMark(firstLine(row).text);
      } else (role === 'subtotal' ? body.subtotals : body.unclear).push(firstLine(row));
    }
  }
  return body;
}

function toRow({ number, cells, formats, repeated, hidden }: GridRow, section: number): TableRow {
  const row = { row: number, cells, repeated, section, list: null, hidden };
  return formats === undefined ? row : { ...row, formats };
}
