import { cellText } from '../model/cell-text.ts';
import type { Dataset, FieldRecord, RecordSet } from '../model/dataset.ts';
import { a1Of, columnName } from '../model/origin.ts';
import type { KindWords, Vocabulary } from '../model/policy.ts';
import type { Table, TableRow } from '../model/table.ts';
import type { Workbook } from '../model/workbook.ts';
import {
  type CanonicalRow,
  type CanonicalValue,
  type Conversion,
  type Doubt,
  isRepeated,
  type Lineage,
  lineageOf,
  NONE,
  OTHERS,
} from './canonical.ts';
import { bandCategory, itemsByRow, type ListedItem, listOf, submitterOf } from './duty-values.ts';
import { addTo } from './lists.ts';
import { ownColumn } from './own-headers.ts';
import { rejectsOf } from './rejects.ts';
import { repeatedLists } from './repeated-lists.ts';
import { Trail } from './trail.ts';
import { typedValue } from './typed.ts';

/** A row while it is put together. */
interface OpenRow {
  readonly values: Map<string, CanonicalValue>;
  readonly lineage: Map<string, Lineage>;
  readonly doubts: Doubt[];
}

export interface Source {
  readonly workbook: Workbook;
  readonly dataset: Dataset;
  readonly vocabulary: Vocabulary;
  /** The kinds of table that are wanted; all when empty. */
  readonly kinds: readonly string[];
}

/** The tables of one file as canonical rows; what has no place in them is among the rejects. */
export function convertFile(source: Source): Conversion {
  const { dataset, kinds } = source;
  const items = itemsByRow(dataset);
  const rows = new Map<string, CanonicalRow[]>();
  let joined = 0;
  let aside = 0;
  const wanted = (kind: string) => kinds.length === 0 || kinds.includes(kind);
  for (const set of dataset.records) {
    if (!wanted(set.kind.id)) {
      aside += set.table.rows.length;
      continue;
    }
    const found = convertTable(set, source, items);
    joined += set.table.rows.length - found.length;
    addTo(rows, set.kind.id, found);
  }
  const rejects = rejectsOf(source);
  const written = [...rows.values()].reduce((sum, { length }) => sum + length, 0);
  const counts = { read: rowsRead(dataset), written, joined, rejected: rejects.length, aside };
  const repeated = wanted('duty-list') ? repeatedLists(dataset, source.vocabulary) : [];
  return { rows, rejects, repeated, counts };
}

/** Rows that hold data or are not understood, as the reading of the tables counted them; not as they were converted. */
function rowsRead({ tables, ledgers }: Dataset): number {
  const inTables = tables.map(
    ({ rows, unclear }) => rows.length + new Set(unclear.map(({ row }) => row)).size,
  );
  const skipped = ledgers.map(({ rows }) => rows.skipped);
  return [...inTables, ...skipped].reduce((sum, count) => sum + count, 0);
}

function convertTable(
  { table, kind, records }: RecordSet,
  { dataset, vocabulary }: Source,
  items: ReadonlyMap<TableRow, ListedItem>,
): CanonicalRow[] {
  const trail = new Trail(table);
  const submitter = kind.id === 'duty-list' ? submitterOf(table, dataset, wordsOf(kind, 'submitter')) : null;
  const found: (CanonicalRow & OpenRow)[] = [];
  // A kind has many more fields than a table has columns.
  const fields = kind.fields.filter(({ id }) => trail.columnOf(id) !== undefined);
  const repeating = new Set(
    fields.filter((field) => field.repeats || isRepeated(kind.id, field.id)).map(({ id }) => id),
  );
  const others = otherColumns(table, trail);
  for (const record of records) {
    const { row } = record;
    const listed = items.get(row);
    const above = found.at(-1);
    trail.enter(row);
    if (kind.id === 'duty-list' && listed === undefined && above !== undefined) {
      goOn(above, record, kind, trail);
      continue;
    }
    const open: OpenRow = { values: new Map(), lineage: new Map(), doubts: [] };
    for (const field of fields) {
      if (!repeating.has(field.id) || record.text(field.id) !== NONE) readField(open, record, field, trail);
    }
    if (listed !== undefined) {
      addAround(open, 'list', listOf(listed, vocabulary.lists));
      addAround(open, 'category', bandCategory(table, listed));
      repeatCategory(open, listed, trail);
    }
    addAround(open, 'submitter', submitter);
    addOthers(open, row, others);
    found.push({ file: table.file, sheet: table.sheet, row: row.row, columns: trail.columns, ...open });
  }
  return found;
}

function wordsOf(kind: KindWords, field: string): readonly string[] {
  return kind.fields.find(({ id }) => id === field)?.words ?? [];
}

function readField(
  open: OpenRow,
  record: FieldRecord,
  field: KindWords['fields'][number],
  trail: Trail,
): void {
  const { id } = field;
  const typed = typedValue(record, field);
  if (typed !== null) {
    open.values.set(id, typed.value);
    note(open, id, trail.lineage(record.row, id, typed.steps));
    if (typed.doubt !== null)
      open.doubts.push({ field: id, reason: typed.doubt, found: String(typed.value) });
  } else if (field.repeats && record.text(id) !== '') {
    open.values.set(id, record.text(id));
    note(open, id, trail.lineage(record.row, id, []));
  }
}

function note(open: OpenRow, field: string, lineage: Lineage | null): void {
  if (lineage !== null) open.lineage.set(field, lineage);
}

/** What a row's own cell says goes before what stands around it. */
function addAround(open: OpenRow, field: string, around: ReturnType<typeof listOf>): void {
  if (around === null || open.values.has(field)) return;
  open.values.set(field, around.value);
  open.lineage.set(field, around.lineage);
}

/** An empty category repeats the one above it. */
function repeatCategory(open: OpenRow, { item }: ListedItem, trail: Trail): void {
  if (open.values.has('category') || item.category === '' || item.category === NONE) return;
  open.values.set('category', item.category);
  note(open, 'category', trail.lineage(item.row, 'category', []));
}

/** One item over several rows: what its further rows hold is put below what it has. */
function goOn(above: CanonicalRow & OpenRow, record: FieldRecord, kind: KindWords, trail: Trail): void {
  for (const field of kind.fields) {
    const column = trail.columnOf(field.id);
    if (column === undefined || record.row.repeated.includes(column)) continue;
    const typed = typedValue(record, field);
    if (typed === null) continue;
    const before = above.values.get(field.id);
    const from = [...(lineageOf(above, field.id)?.from ?? []), a1Of(record.row.row, column)];
    above.values.set(field.id, before === undefined ? typed.value : `${before}\n${typed.value}`);
    above.lineage.set(field.id, { from, steps: ['joined'] });
  }
}

/** What stands before a cell of a column that no field claims; `null` for columns that are read, and for our own. */
type OtherColumns = (column: number) => string | null;

function otherColumns(table: Table, { columns }: Trail): OtherColumns {
  const read = new Set(columns.values());
  const known = new Map<number, string | null>();
  const labelOf = (column: number): string | null => {
    if (read.has(column)) return null;
    const header = table.columns.find((one) => one.column === column)?.header ?? columnName(column);
    const own = ownColumn(header);
    return own === null ? `${header}：` : own === 'others' ? '' : null;
  };
  return (column) => {
    const label = known.get(column);
    if (label !== undefined) return label;
    known.set(column, labelOf(column));
    return known.get(column) ?? null;
  };
}

/** Cells of columns that no field claims, each with its header, so that none is lost. */
function addOthers(open: OpenRow, row: TableRow, others: OtherColumns): void {
  const parts: string[] = [];
  const from: string[] = [];
  for (let column = 1; column <= row.cells.length; column++) {
    const cell = row.cells[column - 1];
    const label = cell === undefined ? null : others(column);
    if (label === null || row.repeated.includes(column)) continue;
    const text = cellText(cell).trim();
    if (text === '') continue;
    parts.push(label + text);
    from.push(a1Of(row.row, column));
  }
  if (parts.length === 0) return;
  open.values.set(OTHERS, parts.join('；'));
  open.lineage.set(OTHERS, { from, steps: ['others'] });
}
