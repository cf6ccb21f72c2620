import { putFooter, putMeta, putRows, putTitle } from './blocks.ts';
import type { Layout } from './layout.ts';
import { type Columns, fieldsOf } from './layouts-plain.ts';
import { addSheet, col, countOf, emptyPlacement, mark, merge, put, putHeader } from './place.ts';
import { LIST_KINDS, type Submission } from './types.ts';
import { chineseNumber, titleOf } from './words.ts';

const serial = col('serial', '序号');
const text = col('text', '事项名称');
const remark = col('remark', '备注');

const same = (columns: Columns['own']): Columns => ({
  own: columns,
  assist: columns,
  refuse: columns,
  certificate: columns,
});

const unitWord = (sub: Submission): string => (sub.unit === 'village' ? '村级组织' : '社区');

const bandColumns = same([serial, text, col('department', '主管部门'), col('basis', '法律政策依据'), remark]);

/** 3: one sheet, one header, a band row for each list. */
export const listBands: Layout = {
  id: 'list-bands',
  numbering: 'run',
  sharedHeader: true,
  ownSheets: false,
  declares: 'title',
  fields: fieldsOf(bandColumns),
  place: (sub) => {
    const placement = emptyPlacement();
    const sheet = addSheet(placement, '事项清单');
    const width = bandColumns.own.length;
    put(sheet, 0, 0, `${unitWord(sub)}事项清单汇总表`);
    merge(sheet, 0, 0, 0, width - 1);
    sheet.headings.add(0);
    let at = putMeta(sheet, 1, sub, width);
    at = putHeader(placement, sheet, at, bandColumns.own, LIST_KINDS, sub.lists[0]?.headers ?? {});
    sub.lists.forEach((list, i) => {
      const band = `${chineseNumber(i + 1)}、${titleOf(list, sub.unit)}（${countOf(list, null)}项）`;
      const ref = put(sheet, at, 0, band);
      merge(sheet, at, 0, at, width - 1);
      mark(placement, { at: 'head', table: list.kind }, ref);
      mark(placement, { at: 'declared', table: list.kind, group: null }, ref);
      at = putRows(placement, sheet, at + 1, list, bandColumns[list.kind]);
    });
    return placement;
  },
};

const kindColumns = same([
  serial,
  col('kind', '事项类型'),
  text,
  col('department', '牵头部门'),
  col('basis', '设定依据'),
  remark,
]);

/** 4: one sheet, the column 事项类型 tells the list. */
export const kindColumn: Layout = {
  id: 'kind-column',
  numbering: 'run',
  sharedHeader: true,
  ownSheets: false,
  declares: 'nowhere',
  fields: fieldsOf(kindColumns),
  place: (sub) => {
    const placement = emptyPlacement();
    const sheet = addSheet(placement, 'Sheet1');
    const title = put(sheet, 0, 0, `${unitWord(sub)}工作事项汇总表`);
    merge(sheet, 0, 0, 0, kindColumns.own.length - 1);
    sheet.headings.add(0);
    let at = putHeader(placement, sheet, 1, kindColumns.own, LIST_KINDS, sub.lists[0]?.headers ?? {});
    for (const list of sub.lists) {
      mark(placement, { at: 'head', table: list.kind }, title);
      at = putRows(placement, sheet, at, list, kindColumns[list.kind]);
    }
    return placement;
  },
};

const stackedColumns: Columns = {
  own: [serial, text, col('basis', '政策依据'), remark],
  assist: [serial, text, col('department', '责任部门'), col('basis', '政策依据'), remark],
  refuse: [serial, text, remark],
  certificate: [serial, col('text', '证明事项名称'), col('department', '要求开具单位'), remark],
};

/** 9: lists stacked in one sheet, each with title and header, blank rows between; also the CSV form. */
export const stackedLists: Layout = {
  id: 'stacked-lists',
  numbering: 'run',
  sharedHeader: false,
  ownSheets: false,
  declares: 'title',
  fields: fieldsOf(stackedColumns),
  place: (sub) => {
    const placement = emptyPlacement();
    const sheet = addSheet(placement, 'Sheet1');
    let at = 0;
    for (const list of sub.lists) {
      const own = stackedColumns[list.kind];
      at = putTitle(placement, sheet, at, list, sub.unit, own.length, true);
      at = putHeader(placement, sheet, at, own, [list.kind], list.headers);
      at = putRows(placement, sheet, at, list, own) + 2;
    }
    putFooter(sheet, at - 1);
    return placement;
  },
};
