import { trimmedText } from '../model/cell-text.ts';
import type { LocalText } from '../model/policy.ts';
import {
  MARK_STATES,
  REPLIES,
  RESULT_COLUMNS,
  RESULT_SHEET,
  type Reply,
  type ResultColumn,
  type ReturnedMark,
} from '../model/result-sheet.ts';
import type { Row, Workbook } from '../model/workbook.ts';

const KEY = /^[0-9a-f]{12}(?:\.\d+)?$/;

/**
 * What the sheet of results of a marked copy says when it comes back, row by row; rows of findings that were gone the time
 * before are left out. Columns are known by their headers, as people move them about.
 */
export function returnedMarks({ sheets }: Workbook): ReturnedMark[] {
  return sheets
    .filter(({ name }) => RESULT_SHEET.test(name))
    .flatMap((sheet) => {
      let columns: ReadonlyMap<ResultColumn, number> | null = null;
      const marks: ReturnedMark[] = [];
      for (const row of sheet.rows()) {
        if (columns === null) columns = columnsIn(row);
        else marks.push(...markIn(row, columns));
      }
      return marks;
    });
}

function says(text: string, words: LocalText): boolean {
  return Object.values(words).includes(text);
}

/** Where the columns stand, if this is the header. */
function columnsIn({ cells }: Row): ReadonlyMap<ResultColumn, number> | null {
  const texts = cells.map(trimmedText);
  const names = Object.keys(RESULT_COLUMNS) as ResultColumn[];
  const found = new Map(
    names.map((name) => [name, texts.findIndex((text) => says(text, RESULT_COLUMNS[name]))]),
  );
  return found.get('key') === -1 || found.get('reply') === -1 ? null : found;
}

function markIn({ cells }: Row, columns: ReadonlyMap<ResultColumn, number>): ReturnedMark[] {
  const text = (name: ResultColumn) => trimmedText(cells[columns.get(name) ?? -1]);
  const key = text('key');
  if (!KEY.test(key) || says(text('state'), MARK_STATES.fixed)) return [];
  const reply = (Object.keys(REPLIES) as Reply[]).find((one) => says(text('reply'), REPLIES[one])) ?? null;
  const told = { place: text('place'), level: text('level'), text: text('text') };
  return [{ key, ...told, basis: text('basis'), remedy: text('remedy'), reply, note: text('note') }];
}
