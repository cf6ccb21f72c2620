import type { Dataset, DutyItem, DutyList } from '../model/dataset.ts';
import { a1Of } from '../model/origin.ts';
import type { ListWords } from '../model/policy.ts';
import { enclosing, type ListHead, type Table, type TableRow } from '../model/table.ts';
import type { Lineage, Step } from './canonical.ts';

/** An item with the list it belongs to. */
export interface ListedItem {
  readonly item: DutyItem;
  readonly duties: DutyList;
}

/** The items of a file by their rows; a row that only goes on with the item above has none. */
export function itemsByRow({ dutyLists }: Dataset): ReadonlyMap<TableRow, ListedItem> {
  return new Map(
    dutyLists.flatMap((duties) => duties.items.map((item) => [item.row, { item, duties }] as const)),
  );
}

/** A value that stands around a row and not in it. */
export interface Surrounding {
  readonly value: string;
  readonly lineage: Lineage;
}

const HEAD_STEPS: Readonly<Record<NonNullable<ListHead['from']>, Step>> = {
  column: 'from-column',
  band: 'from-band',
  title: 'from-title',
  'sheet-name': 'from-sheet-name',
  'file-name': 'from-file-name',
  continued: 'from-title',
};

/** Which list the item is in, by the name the pack gives the list. */
export function listOf({ duties }: ListedItem, lists: readonly ListWords[]): Surrounding | null {
  const known = namedLists.get(duties);
  if (known !== undefined) return known;
  const named = nameList(duties, lists);
  namedLists.set(duties, named);
  return named;
}

/** One for all items of a list. */
const namedLists = new WeakMap<DutyList, Surrounding | null>();

function nameList(duties: DutyList, lists: readonly ListWords[]): Surrounding | null {
  const { list, head } = duties;
  if (list === null || head.from === null) return null;
  const label = lists.find(({ id }) => id === list)?.label['zh-CN'] ?? list;
  const isNamed = head.from === 'sheet-name' || head.from === 'file-name';
  const from = isNamed ? [] : [a1Of(head.row, head.column)];
  return { value: label, lineage: { from, steps: [HEAD_STEPS[head.from]] } };
}

/** The category of an item that the band above it says. */
export function bandCategory(table: Table, { item }: ListedItem): Surrounding | null {
  if (item.category === '') return null;
  for (const { band, category } of enclosing(table.sections, item.row.section)) {
    if (band === null || category !== item.category) continue;
    return {
      value: category,
      lineage: { from: [a1Of(band.row, band.column)], steps: ['from-band'] },
    };
  }
  return null;
}

const LINE = /^[\s（(]*([^：:]*?)(?:[（(][^（）()]*[）)])?\s*[：:]\s*(.+?)\s*$/u;

/** The unit that filled the table in, as 填报单位：… above it says, else the first words of the file's name. */
export function submitterOf(table: Table, { tables }: Dataset, words: readonly string[]): Surrounding | null {
  for (const { metas } of [table, ...tables]) {
    for (const { text, row, column } of metas) {
      const [, word = '', value = ''] = LINE.exec(text) ?? [];
      if (words.includes(word.trim()) && value !== '') {
        return { value, lineage: { from: [a1Of(row, column)], steps: ['from-line'] } };
      }
    }
  }
  const name = UNIT_NAME.exec(table.file.split('/').at(-1) ?? '')?.[1];
  return name === undefined ? null : { value: name, lineage: { from: [], steps: ['from-file-name'] } };
}

/** 01公主府社区居委会20240308（修改版2）.xlsx → 公主府社区居委会. */
const UNIT_NAME =
  /^[\d\s._\-、（）()]*(\p{Script=Han}+?(?:居民委员会|村民委员会|居委会|村委会|社区|嘎查|街道|村|镇|乡|苏木))(?![村社区居委])/u;
