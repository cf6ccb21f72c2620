import type { Layout } from './layout.ts';
import { kindColumn, listBands, stackedLists } from './layouts-one-sheet.ts';
import {
  bareSheets,
  categoryBands,
  looseSheets,
  mergedCategory,
  titledSheets,
  villageSheets,
} from './layouts-plain.ts';
import { threeRowHeader, twoRowHeader } from './layouts-tall.ts';
import { addSheet, col, mark, type Placement, put, putHeader } from './place.ts';
import type { Roster, RosterField } from './types.ts';

export const COMMUNITY_LAYOUTS: readonly Layout[] = [
  titledSheets,
  bareSheets,
  listBands,
  kindColumn,
  twoRowHeader,
  threeRowHeader,
  mergedCategory,
  categoryBands,
  stackedLists,
  looseSheets,
];

export const VILLAGE_LAYOUTS: readonly Layout[] = [villageSheets, twoRowHeader, stackedLists];

/** A workbook that carries no duty list, only a roster. */
export const rosterOnly: Layout = {
  id: 'roster-only',
  numbering: 'run',
  sharedHeader: false,
  ownSheets: false,
  declares: 'nowhere',
  fields: () => [],
  place: () => ({ sheets: [], anchors: new Map() }),
};

const ROSTER_WORDS: Readonly<Record<RosterField, string>> = {
  code: '社区代码',
  name: '社区名称',
  subdistrict: '所属街道',
  district: '所属旗县区',
  households: '常住户数',
  residents: '常住人口',
  classCode: '城乡分类代码',
};

export function placeRoster(placement: Placement, roster: Roster): void {
  const sheet = addSheet(placement, '社区花名册');
  const columns = roster.columns.map((field) => col(field, ROSTER_WORDS[field]));
  let at = putHeader(placement, sheet, 0, columns, ['roster'], {});
  roster.rows.forEach((row, i) => {
    columns.forEach((column, c) => {
      const ref = put(sheet, at, c, row[column.field] ?? null);
      mark(placement, { at: 'cell', table: 'roster', row: i, field: column.field }, ref);
    });
    at += 1;
  });
}
