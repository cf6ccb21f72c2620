import { putMeta, putRows, putTitle } from './blocks.ts';
import type { Layout } from './layout.ts';
import { type Columns, fieldsOf } from './layouts-plain.ts';
import {
  addSheet,
  type Column,
  col,
  emptyPlacement,
  mark,
  merge,
  type Placement,
  put,
  type Sheet,
} from './place.ts';
import type { DutyList, Submission } from './types.ts';
import { sheetNameOf } from './words.ts';

/** A column under zero or more group words; the column's own word is merged down to the last row. */
interface TallColumn extends Column {
  groups: readonly string[];
}

const tall = (column: Column, ...groups: string[]): TallColumn => ({ ...column, groups });

function putTallHeader(
  placement: Placement,
  sheet: Sheet,
  top: number,
  depth: number,
  columns: readonly TallColumn[],
  list: DutyList,
): number {
  const table = list.kind;
  columns.forEach((column, c) => {
    column.groups.forEach((word, level) => {
      const same = (i: number): boolean =>
        columns[i]?.groups.slice(0, level + 1).join('/') === column.groups.slice(0, level + 1).join('/');
      if (same(c - 1)) return;
      let right = c;
      while (same(right + 1)) right += 1;
      put(sheet, top + level, c, word);
      merge(sheet, top + level, c, top + level, right);
    });
    const ref = put(sheet, top + column.groups.length, c, list.headers[column.field] ?? column.word);
    merge(sheet, ref.row, c, top + depth - 1, c);
    mark(placement, { at: 'header', table, field: column.field }, ref);
    if (c === 0) mark(placement, { at: 'first-header', table }, ref);
  });
  for (let r = top; r < top + depth; r++) sheet.headings.add(r);
  return top + depth;
}

function placeTall(
  sub: Submission,
  columns: Readonly<Record<DutyList['kind'], readonly TallColumn[]>>,
  depth: number,
  bracketed: boolean,
): Placement {
  const placement = emptyPlacement();
  sub.lists.forEach((list, i) => {
    const sheet = addSheet(placement, sheetNameOf(list, i));
    const own = columns[list.kind];
    let at = putTitle(placement, sheet, 0, list, sub.unit, own.length, true);
    at = putMeta(sheet, at, sub, own.length);
    at = putTallHeader(placement, sheet, at, depth, own, list);
    putRows(placement, sheet, at, list, own, bracketed && list.kind === 'own' ? { serial: 'bracket' } : {});
  });
  return placement;
}

const serial = tall(col('serial', '序号'));
const text = tall(col('text', '事项名称'));
const remark = tall(col('remark', '备注'));
const shares = [
  tall(col('communityPart', '社区职责'), '职责分工'),
  tall(col('departmentPart', '部门职责'), '职责分工'),
];

const two = {
  own: [serial, text, ...shares, tall(col('basis', '政策依据')), remark],
  assist: [
    serial,
    text,
    tall(col('department', '主管部门')),
    ...shares,
    tall(col('basis', '政策依据')),
    remark,
  ],
  refuse: [serial, text, tall(col('department', '主管部门')), remark],
  certificate: [serial, tall(col('text', '证明事项名称')), tall(col('department', '要求开具单位')), remark],
};

/** 5: two header rows, 序号 merged down, 职责分工 merged over two columns. */
export const twoRowHeader: Layout = {
  id: 'two-row-header',
  numbering: 'run',
  sharedHeader: false,
  ownSheets: true,
  declares: 'title',
  fields: fieldsOf(two as Columns),
  place: (sub) => placeTall(sub, two, 2, false),
};

const deep = [
  tall(col('communityPart', '社区职责'), '职责分工'),
  tall(col('department', '牵头部门'), '职责分工', '部门职责'),
  tall(col('cooperating', '配合部门'), '职责分工', '部门职责'),
];

const three = {
  own: [serial, text, ...deep, tall(col('basis', '依据')), remark],
  assist: [serial, text, ...deep, tall(col('basis', '依据')), remark],
  refuse: [serial, text, tall(col('department', '牵头部门')), remark],
  certificate: [serial, text, tall(col('department', '要求开具单位')), remark],
};

/** 6: three header rows, 序号 merged down all of them; own items numbered （一）（二）. */
export const threeRowHeader: Layout = {
  id: 'three-row-header',
  numbering: 'run',
  sharedHeader: false,
  ownSheets: true,
  declares: 'title',
  fields: fieldsOf(three as Columns),
  place: (sub) => placeTall(sub, three, 3, true),
};
