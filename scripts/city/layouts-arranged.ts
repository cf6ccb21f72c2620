import { putMeta, putRows, putTitle } from './blocks.ts';
import type { Layout } from './layout.ts';
import { type Columns, fieldsOf } from './layouts-plain.ts';
import {
  addSheet,
  col,
  countOf,
  emptyPlacement,
  mark,
  merge,
  type Placement,
  put,
  putHeader,
  type Sheet,
} from './place.ts';
import type { DutyList, Row, Submission } from './types.ts';
import { chineseNumber, sheetNameOf } from './words.ts';

/** Arrangements that take more than one table for one list, or more than one list for one sheet. */

const serial = col('serial', '序号');
const text = col('text', '事项名称');

const columns: Columns = {
  own: [serial, text, col('basis', '政策依据')],
  assist: [serial, text, col('department', '主管部门'), col('basis', '政策依据')],
  refuse: [serial, text, col('department', '责任部门')],
  certificate: [serial, text, col('department', '要求开具单位')],
};

/** A list with title and header as it would stand alone, put `left` columns to the right. */
function putBeside(placement: Placement, sheet: Sheet, list: DutyList, sub: Submission, left: number): void {
  const alone = emptyPlacement();
  const page = addSheet(alone, sheet.name);
  const own = columns[list.kind];
  const at = putHeader(
    alone,
    page,
    putTitle(alone, page, 0, list, sub.unit, own.length, true),
    own,
    [list.kind],
    list.headers,
  );
  putRows(alone, page, at, list, own);
  for (const [key, value] of page.cells) {
    const [row = 0, column = 0] = key.split(':').map(Number);
    put(sheet, row, column + left, value);
  }
  for (const area of page.merges) merge(sheet, area.top, area.left + left, area.bottom, area.right + left);
  for (const [key, ref] of alone.anchors) {
    placement.anchors.set(key, { ...ref, column: ref.column + left });
  }
}

/** 12: two lists side by side on each of two sheets, a blank column between them. */
export const besideLists: Layout = {
  id: 'beside-lists',
  numbering: 'run',
  sharedHeader: false,
  ownSheets: false,
  declares: 'title',
  fields: fieldsOf(columns),
  place: (sub) => {
    const placement = emptyPlacement();
    const pages = [sub.lists.slice(0, 2), sub.lists.slice(2)];
    pages.forEach((lists, i) => {
      const sheet = addSheet(placement, `事项${i + 1}`);
      let left = 0;
      for (const list of lists) {
        putBeside(placement, sheet, list, sub, left);
        left += columns[list.kind].length + 1;
      }
    });
    return placement;
  },
};

/** Rows on the first sheet of a list that goes on. */
const FIRST_PAGE = 15;

/** Puts rows of the list from `first` on; anchors keep the row's place in the whole list. */
function putPage(
  placement: Placement,
  sheet: Sheet,
  start: number,
  list: DutyList,
  [first, end]: readonly [number, number],
): void {
  const page = emptyPlacement();
  putRows(page, sheet, start, { ...list, rows: list.rows.slice(first, end) }, columns[list.kind]);
  for (const { field } of columns[list.kind]) {
    for (let row = 0; row < end - first; row++) {
      const ref = page.anchors.get(`cell/${list.kind}/${row}/${field}`);
      if (ref !== undefined) mark(placement, { at: 'cell', table: list.kind, row: first + row, field }, ref);
    }
  }
}

/** 13: a list goes on on a second sheet, under the same header and without its title. */
export const continuedSheets: Layout = {
  id: 'continued-sheets',
  numbering: 'run',
  untouched: [FIRST_PAGE - 1, FIRST_PAGE],
  sharedHeader: false,
  ownSheets: false,
  declares: 'title',
  fields: fieldsOf(columns),
  place: (sub) => {
    const placement = emptyPlacement();
    sub.lists.forEach((list, i) => {
      const sheet = addSheet(placement, sheetNameOf(list, i));
      const own = columns[list.kind];
      const at = putTitle(placement, sheet, 0, list, sub.unit, own.length, true);
      const body = putHeader(placement, sheet, at, own, [list.kind], list.headers);
      putPage(placement, sheet, body, list, [0, FIRST_PAGE]);
      const next = addSheet(placement, `Sheet${i + 10}`);
      const below = putHeader(placement, next, 0, own, [list.kind], list.headers);
      putPage(placement, next, below, list, [FIRST_PAGE, list.rows.length]);
    });
    return placement;
  },
};

function putBand(sheet: Sheet, row: number, words: string, width: number) {
  const ref = put(sheet, row, 0, words);
  merge(sheet, row, 0, row, width - 1);
  return ref;
}

/** The rows of a category in two parts, each below a band of its own with its count. */
function putHalves(
  placement: Placement,
  sheet: Sheet,
  start: number,
  list: DutyList,
  [first, end]: readonly [number, number],
): number {
  const middle = first + Math.ceil((end - first) / 2);
  const parts = [
    ['经常性工作', first, middle],
    ['阶段性工作', middle, end],
  ] as const;
  let at = start;
  parts
    .filter(([, from, to]) => to > from)
    .forEach(([words, from, to], i) => {
      const band = `（${chineseNumber(i + 1)}）${words}（${to - from}项）`;
      putBand(sheet, at, band, columns[list.kind].length);
      putPage(placement, sheet, at + 1, list, [from, to]);
      at += 1 + to - from;
    });
  return at;
}

const categoryOf = (row: Row | undefined): string => String(row?.category);

/** 14: bands in bands, each with its count; numbering runs on. */
export const nestedBands: Layout = {
  id: 'nested-bands',
  numbering: 'run',
  sharedHeader: false,
  ownSheets: true,
  declares: 'category',
  fields: fieldsOf(columns),
  place: (sub) => {
    const placement = emptyPlacement();
    sub.lists.forEach((list, i) => {
      const sheet = addSheet(placement, sheetNameOf(list, i));
      const own = columns[list.kind];
      let at = putTitle(placement, sheet, 0, list, sub.unit, own.length, false);
      at = putMeta(sheet, at, sub, own.length);
      at = putHeader(placement, sheet, at, own, [list.kind], list.headers);
      let band = 0;
      for (let first = 0; first < list.rows.length; ) {
        const group = categoryOf(list.rows[first]);
        let end = first + 1;
        while (end < list.rows.length && categoryOf(list.rows[end]) === group) end += 1;
        band += 1;
        const ref = putBand(
          sheet,
          at,
          `${chineseNumber(band)}、${group}（${countOf(list, group)}项）`,
          own.length,
        );
        mark(placement, { at: 'declared', table: list.kind, group }, ref);
        at = putHalves(placement, sheet, at + 1, list, [first, end]);
        first = end;
      }
    });
    return placement;
  },
};

export const ARRANGED_LAYOUTS: readonly Layout[] = [besideLists, continuedSheets, nestedBands];
