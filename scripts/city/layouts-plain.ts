import { putFooter, putMeta, putRows, putTitle, type RowOptions } from './blocks.ts';
import type { Layout } from './layout.ts';
import { addSheet, type Column, col, emptyPlacement, mark, put, putHeader } from './place.ts';
import type { DutyField, DutyList, ListKind, Submission } from './types.ts';
import { sheetNameOf } from './words.ts';

export type Columns = Readonly<Record<ListKind, readonly Column[]>>;

export const fieldsOf =
  (columns: Columns) =>
  (kind: ListKind): readonly DutyField[] =>
    columns[kind].map((c) => c.field as DutyField);

const serial = col('serial', '序号');
const text = col('text', '事项名称');
const remark = col('remark', '备注');

interface SheetShape {
  title: 'none' | 'plain' | 'counted';
  meta: boolean;
  footer: boolean;
  rows: (list: DutyList) => RowOptions;
}

function placeSheets(sub: Submission, columns: Columns, shape: SheetShape) {
  const placement = emptyPlacement();
  sub.lists.forEach((list, i) => {
    const sheet = addSheet(placement, sheetNameOf(list, i));
    const own = columns[list.kind];
    let at = 0;
    if (shape.title !== 'none') {
      at = putTitle(placement, sheet, at, list, sub.unit, own.length, shape.title === 'counted');
    }
    if (shape.meta) at = putMeta(sheet, at, sub, own.length);
    // Without a title the first header cell stands for the list.
    mark(placement, { at: 'head', table: list.kind }, { sheet: sheet.name, row: at, column: 0 });
    at = putHeader(placement, sheet, at, own, [list.kind], list.headers);
    at = putRows(placement, sheet, at, list, own, shape.rows(list));
    if (shape.footer) putFooter(sheet, at);
  });
  return placement;
}

const titledColumns: Columns = {
  own: [serial, text, col('basis', '法律法规政策依据'), remark],
  assist: [serial, text, col('department', '主管部门'), col('basis', '法律法规政策依据'), remark],
  refuse: [serial, text, col('department', '责任部门'), remark],
  certificate: [serial, col('text', '证明事项名称'), col('department', '要求开具单位'), remark],
};

/** 1: a sheet for each list, merged title, labels in row 2, header in row 3. */
export const titledSheets: Layout = {
  id: 'titled-sheets',
  numbering: 'run',
  sharedHeader: false,
  ownSheets: true,
  declares: 'title',
  fields: fieldsOf(titledColumns),
  place: (sub) =>
    placeSheets(sub, titledColumns, { title: 'counted', meta: true, footer: false, rows: () => ({}) }),
};

const bareColumns: Columns = {
  own: [serial, text, col('category', '事项类别'), col('department', '主管部门'), remark],
  assist: [serial, text, col('category', '事项类别'), col('department', '主管部门'), remark],
  refuse: [serial, text, col('category', '事项类别'), remark],
  certificate: [serial, text, remark],
};

/** 2: header in row 1 and nothing above it; no basis column. */
export const bareSheets: Layout = {
  id: 'bare-sheets',
  numbering: 'run',
  sharedHeader: false,
  ownSheets: true,
  declares: 'nowhere',
  fields: fieldsOf(bareColumns),
  place: (sub) =>
    placeSheets(sub, bareColumns, { title: 'none', meta: false, footer: false, rows: () => ({}) }),
};

const mergedColumns: Columns = {
  own: [col('category', '类别'), serial, text, col('basis', '依据')],
  assist: [col('category', '类别'), serial, text, col('department', '牵头部门'), col('basis', '依据')],
  refuse: [col('category', '类别'), serial, text, remark],
  certificate: [serial, text, remark],
};

/** 7: category as a cell merged down; numbering starts again in each, written 1. 2. 3. */
export const mergedCategory: Layout = {
  id: 'merged-category',
  numbering: 'restart',
  sharedHeader: false,
  ownSheets: true,
  declares: 'nowhere',
  fields: fieldsOf(mergedColumns),
  place: (sub) =>
    placeSheets(sub, mergedColumns, {
      title: 'plain',
      meta: false,
      footer: false,
      rows: () => ({ mergeCategory: true, serial: 'dot' }),
    }),
};

const bandColumns: Columns = {
  own: [serial, text, col('basis', '设定依据')],
  assist: [serial, text, col('department', '业务主管部门'), col('basis', '设定依据')],
  refuse: [serial, text, col('department', '责任单位'), remark],
  certificate: [serial, text, remark],
};

/** 8: a band row above each category, numbering runs on across them. */
export const categoryBands: Layout = {
  id: 'category-bands',
  numbering: 'run',
  sharedHeader: false,
  ownSheets: true,
  declares: 'category',
  fields: fieldsOf(bandColumns),
  place: (sub) =>
    placeSheets(sub, bandColumns, {
      title: 'plain',
      meta: true,
      footer: true,
      rows: () => ({ bands: true }),
    }),
};

const looseColumns: Columns = {
  own: [col('serial', '序 号'), col('text', '工作事项'), col('basis', '实施依据'), col('remark', '备 注')],
  assist: [
    col('serial', '序 号'),
    col('text', '工作事项'),
    col('department', '责任单位'),
    col('cooperating', '协同部门'),
    col('basis', '实施依据'),
    col('remark', '备 注'),
  ],
  refuse: [
    col('serial', '序 号'),
    col('text', '工作事项'),
    col('department', '牵头部门'),
    col('remark', '说 明'),
  ],
  certificate: [col('serial', '编 号'), col('text', '证明事项名称'), col('remark', '备 注')],
};

/** 10: blank rows inside the list, totals below, spaced header words, a hidden sheet of choices. */
export const looseSheets: Layout = {
  id: 'loose-sheets',
  numbering: 'run',
  sharedHeader: false,
  ownSheets: true,
  declares: 'nowhere',
  fields: fieldsOf(looseColumns),
  place: (sub) => {
    const placement = placeSheets(sub, looseColumns, {
      title: 'plain',
      meta: true,
      footer: true,
      rows: (list) => ({
        blankAfter: [5, 12].filter((n) => n < list.rows.length),
        total: true,
        serial: 'pause',
      }),
    });
    const choices = [...new Set(sub.lists.flatMap((l) => l.rows.map((r) => String(r.department))))].sort();
    for (const sheet of placement.sheets) {
      sheet.choices.push({ column: 2, top: 3, bottom: sheet.rows - 1, values: choices });
    }
    const dictionary = addSheet(placement, '字典');
    dictionary.hidden = true;
    choices.forEach((value, row) => {
      put(dictionary, row, 0, value);
    });
    return placement;
  },
};

/** 11: the village form, four titled sheets. */
export const villageSheets: Layout = {
  ...titledSheets,
  id: 'village-sheets',
  declares: 'nowhere',
  place: (sub) =>
    placeSheets(sub, titledColumns, { title: 'plain', meta: true, footer: true, rows: () => ({}) }),
};
