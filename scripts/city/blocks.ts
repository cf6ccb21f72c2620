import { type Column, countOf, mark, merge, type Placement, put, type Sheet } from './place.ts';
import type { DutyList, Submission, Unit } from './types.ts';
import { chineseNumber, type SerialStyle, serialText, titleOf } from './words.ts';

/** The building blocks every layout is put together from; each returns the next free row. */

export function putTitle(
  placement: Placement,
  sheet: Sheet,
  row: number,
  list: DutyList,
  unit: Unit,
  width: number,
  counted: boolean,
): number {
  const text = titleOf(list, unit);
  const ref = put(sheet, row, 0, counted ? `${text}（${countOf(list, null)}项）` : text);
  merge(sheet, row, 0, row, width - 1);
  sheet.headings.add(row);
  mark(placement, { at: 'head', table: list.kind }, ref);
  if (counted) mark(placement, { at: 'declared', table: list.kind, group: null }, ref);
  return row + 1;
}

export function putMeta(sheet: Sheet, row: number, sub: Submission, width: number): number {
  put(sheet, row, 0, `填报单位（盖章）：${sub.place.name}`);
  merge(sheet, row, 0, row, 1);
  put(sheet, row, 2, '填报人：社区文书');
  put(sheet, row, width - 1, `填报时间：${sub.date}`);
  if (width > 4) merge(sheet, row, 2, row, width - 2);
  return row + 1;
}

export function putFooter(sheet: Sheet, row: number): number {
  put(sheet, row, 0, '审核人：社区书记');
  put(sheet, row, 2, '制表人：社区文书');
  put(sheet, row + 1, 0, '联系电话：0471-0000000');
  put(sheet, row + 2, 0, '注：本表一式两份，街道、社区各留存一份。');
  return row + 3;
}

export interface RowOptions {
  serial?: SerialStyle;
  /** A band row above each category, with its count. */
  bands?: boolean;
  /** The category once, merged down its rows. */
  mergeCategory?: boolean;
  /** Blank rows after these positions (1-based). */
  blankAfter?: readonly number[];
  total?: boolean;
}

export function putRows(
  placement: Placement,
  sheet: Sheet,
  start: number,
  list: DutyList,
  columns: readonly Column[],
  options: RowOptions = {},
): number {
  const table = list.kind;
  let at = start;
  let band = 0;
  list.rows.forEach((row, i) => {
    const opens = list.rows[i - 1]?.category !== row.category;
    const group = String(row.category);
    if (options.bands && opens) {
      band += 1;
      const ref = put(sheet, at, 0, `${chineseNumber(band)}、${group}（${countOf(list, group)}项）`);
      merge(sheet, at, 0, at, columns.length - 1);
      mark(placement, { at: 'declared', table, group }, ref);
      at += 1;
    }
    columns.forEach((column, c) => {
      const value = row[column.field] ?? null;
      const hides = column.field === 'category' && options.mergeCategory && !opens;
      const shown = column.field === 'serial' ? serialText(value, options.serial ?? 'number') : value;
      mark(
        placement,
        { at: 'cell', table, row: i, field: column.field },
        put(sheet, at, c, hides ? null : shown),
      );
      if (column.field === 'category' && options.mergeCategory && opens) {
        merge(sheet, at, c, at + countRun(list, i) - 1, c);
      }
    });
    at += 1;
    if (options.blankAfter?.includes(i + 1)) at += 1;
  });
  if (options.total) {
    put(sheet, at, 0, '合计');
    put(sheet, at, 1, `${list.rows.length}项`);
    at += 1;
  }
  return at;
}

function countRun(list: DutyList, start: number): number {
  let end = start;
  while (list.rows[end + 1]?.category === list.rows[start]?.category && end + 1 < list.rows.length) end += 1;
  return end - start + 1;
}
