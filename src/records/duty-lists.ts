import type { DeclaredCount, DutyItem, DutyList, Serial } from '../model/dataset.ts';
import {
  enclosing,
  type Line,
  type ListHead,
  type Section,
  type Table,
  type TableRow,
} from '../model/table.ts';
import { foldText } from '../model/text.ts';
import { fieldColumns, RowRecord } from './record.ts';
import { toSerial } from './values.ts';

interface OpenList {
  readonly table: Table;
  readonly tables: Table[];
  readonly scope: string | null;
  readonly head: ListHead;
  readonly items: DutyItem[];
  readonly declared: DeclaredCount[];
}

/** What a row belongs to, and the cell that says so. */
interface Belonging {
  readonly list: string | null;
  readonly scope: string | null;
  readonly head: ListHead;
}

/**
 * The duty lists of a table and of those that continue it: one for each list its rows belong to. A row's own
 * column decides, then its band, then the table's title, sheet name or file name.
 */
export function dutyListsOf(tables: readonly Table[]): DutyList[] {
  const lists = new Map<string, OpenList>();
  const open = (table: Table, { list, scope, head }: Belonging): OpenList => {
    const key = JSON.stringify([list, scope]);
    const known = lists.get(key);
    if (known?.tables.includes(table) === false) known.tables.push(table);
    if (known !== undefined) return known;
    const declared = declaredIn(table, head, null);
    const created = { table, tables: [table], scope, head: { ...head, list }, items: [], declared };
    lists.set(key, created);
    return created;
  };
  const read = new Set<Section>();
  for (const table of tables) readItems(table, open, read);
  const [first] = tables;
  if (lists.size === 0 && first !== undefined) {
    open(first, { list: first.head.list, scope: first.scope, head: first.head });
  }
  return [...lists.values()].map((list) => ({ ...list, list: list.head.list }));
}

/** `read`: sections whose claims were read, which a table that continues another shares with it. */
function readItems(
  table: Table,
  open: (table: Table, belonging: Belonging) => OpenList,
  read: Set<Section>,
): void {
  const columns = fieldColumns(table);
  let category = '';
  let section = -1;
  for (const row of table.rows) {
    // Merged down over several rows, one item stays one: its further rows hold more of its basis.
    if (isContinuation(row, columns)) continue;
    const target = open(table, belongsTo(table, row));
    if (row.section !== section) {
      section = row.section;
      category = '';
      target.declared.push(...declaredAround(table, section, read));
    }
    const item = toItem(table, row, columns, category);
    category = item.category;
    target.items.push(item);
  }
}

/** Counts claimed by the bands around a section, the outer ones first; each band is asked once. */
function declaredAround(table: Table, index: number, read: Set<Section>): DeclaredCount[] {
  const bands = [...enclosing(table.sections, index)].reverse().filter((section) => !read.has(section));
  return bands.flatMap((section) => {
    read.add(section);
    if (section.band === null || section.list !== null) return [];
    return declaredIn(table, section.band, table.sections.indexOf(section));
  });
}

function belongsTo(table: Table, row: TableRow): Belonging {
  const around = [...enclosing(table.sections, row.section)];
  const scope = around.find((section) => section.scope !== null)?.scope ?? table.scope;
  if (row.list !== null) return { list: row.list, scope, head: { ...table.head, from: 'column' } };
  // “三、其他事项” on the level of “二、依法协助…事项” ends that list: it is not inside it.
  const named = around.find((section) => section.band !== null && section.list !== null);
  if (!named?.band) return { list: table.head.list, scope, head: table.head };
  return { list: named.list, scope, head: { ...named.band, from: 'band', list: named.list } };
}

/** “（18项）”, “共18项” at the head of a list or section. A bare number is not taken for a count. */
function declaredIn(table: Table, line: Line, section: number | null): DeclaredCount[] {
  const match = /(\d+)\s*[项条]\s*[)）]?\s*$/u.exec(line.text.normalize('NFKC'));
  return match === null ? [] : [{ ...line, table, count: Number(match[1]), section }];
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
