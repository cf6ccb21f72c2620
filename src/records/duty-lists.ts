import type { DeclaredCount, DutyItem, DutyList, Serial } from '../model/dataset.ts';
import type { Line, ListHead, Table, TableRow } from '../model/table.ts';
import { foldText } from '../model/text.ts';
import { fieldColumns, RowRecord } from './record.ts';
import { toSerial } from './values.ts';

/**
 * The duty lists of a table: one for each list its rows belong to. A row's own column decides, then its
 * band, then the table's title, sheet name or file name.
 */
export function dutyListsOf(table: Table): DutyList[] {
  const lists = new Map<string, { head: ListHead; items: DutyItem[]; declared: DeclaredCount[] }>();
  const open = (list: string | null, head: ListHead) => {
    const key = list ?? '';
    const known = lists.get(key);
    if (known !== undefined) return known;
    const created = { head: { ...head, list }, items: [], declared: declaredIn(head, null) };
    lists.set(key, created);
    return created;
  };
  const columns = fieldColumns(table);
  let category = '';
  let section = -1;
  for (const row of table.rows) {
    // Merged down over several rows, one item stays one: its further rows hold more of its basis.
    if (isContinuation(row, columns)) continue;
    const { list, head } = belongsTo(table, row);
    const target = open(list, head);
    if (row.section !== section) {
      section = row.section;
      category = '';
      const band = table.sections[section];
      if (band?.band && band.list === null) target.declared.push(...declaredIn(band.band, section));
    }
    const item = toItem(table, row, columns, category);
    category = item.category;
    target.items.push(item);
  }
  if (lists.size === 0) open(table.head.list, table.head);
  return [...lists.values()].map(({ head, items, declared }) => ({
    table,
    list: head.list,
    scope: table.scope,
    head,
    items,
    declared,
  }));
}

function belongsTo(table: Table, row: TableRow): { list: string | null; head: ListHead } {
  if (row.list !== null) return { list: row.list, head: { ...table.head, from: 'column' } };
  for (let index = row.section; index >= 0; index--) {
    const section = table.sections[index];
    if (!section?.band || section.list === null) continue;
    // “三、其他事项” on the level of “二、依法协助…事项” ends that list.
    const style = bandStyle(section.band.text);
    const isEnded = table.sections
      .slice(index + 1, row.section + 1)
      .some(({ band }) => band !== null && style !== null && bandStyle(band.text) === style);
    if (isEnded) break;
    return { list: section.list, head: { ...section.band, from: 'band', list: section.list } };
  }
  return { list: table.head.list, head: table.head };
}

/** How a band is numbered: 一、 and （一） are two levels; `null` for one without a number. */
function bandStyle(text: string): string | null {
  if (/^\s*[（(][一二三四五六七八九十]+[)）]/u.test(text)) return 'bracketed';
  return /^\s*[一二三四五六七八九十]+[、.．\s]/u.test(text) ? 'bare' : null;
}

/** “（18项）”, “共18项” at the head of a list or section. A bare number is not taken for a count. */
function declaredIn(line: Line, section: number | null): DeclaredCount[] {
  const match = /(\d+)\s*[项条]\s*[)）]?\s*$/u.exec(line.text.normalize('NFKC'));
  return match === null ? [] : [{ ...line, count: Number(match[1]), section }];
}

/** An empty category cell repeats the one above it, as merged cells do once they are saved as CSV. */
function toItem(table: Table, row: TableRow, columns: ReadonlyMap<string, number>, above: string): DutyItem {
  const column = columns.get('text');
  const cell = column === undefined ? undefined : row.cells[column - 1];
  const item = new ItemRecord(row, table, columns, typeof cell === 'string' ? cell.trim() : '');
  const written = item.value('category').text.trim();
  const banded = table.sections[row.section]?.category ?? '';
  item.category = written !== '' ? written : above !== '' ? above : banded;
  return item;
}

const OWN_NUMBER =
  /^\s*(?:[（(]?\d{1,3}[)）]|\d{1,3}\s*[.、．]|[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、.．])\s*(?!\d)/u;

function isContinuation(row: TableRow, columns: ReadonlyMap<string, number>): boolean {
  const text = columns.get('text');
  return text !== undefined && row.repeated.includes(text);
}

class ItemRecord extends RowRecord implements DutyItem {
  readonly key: string;
  readonly serial: Serial;
  category = '';

  constructor(
    row: TableRow,
    table: Table,
    columns: ReadonlyMap<string, number>,
    readonly text: string,
  ) {
    super(row, table, columns, text);
    // A number written into the text says nothing about what the item is.
    this.key = foldText(columns.has('serial') ? text : text.replace(OWN_NUMBER, ''));
    this.serial = toSerial(this.value('serial'));
  }
}
