import { a1Of } from '../../model/origin.ts';
import type { KindWords, Locale } from '../../model/policy.ts';
import {
  type CanonicalColumn,
  type CanonicalRow,
  canonicalColumns,
  lineageOf,
  NONE,
  OTHERS,
  type Reject,
} from '../../transform/canonical.ts';
import { addTo } from '../../transform/lists.ts';
import { OWN_HEADERS } from '../../transform/own-headers.ts';
import type { PlainColumn, PlainTable, PlainValue } from '../../write/plain-table.ts';
import { say } from '../say.ts';
import { CONVERT_WORDS, DOUBT_WORDS, REJECT_WORDS } from './convert-words.ts';

export interface Choice {
  /** Field ids, in order; `null` for all that some row fills. */
  readonly select: readonly string[] | null;
  readonly withOrigin: boolean;
  readonly allColumns: boolean;
  /** The field each of whose values gets a sheet of its own; `null` for one sheet a kind. */
  readonly sheetsBy: string | null;
}

/** A canonical table and, column by column, which field it holds; `null` for what is no field. */
export interface CanonicalTable {
  readonly kind: KindWords;
  readonly columns: readonly CanonicalColumn[];
  readonly rows: readonly CanonicalRow[];
  readonly plain: PlainTable;
  /** What programs call the columns of `plain`: field ids, and those of `OWN_HEADERS`. */
  readonly ids: readonly string[];
}

const TAIL_TYPE = 'text' as const;

/**
 * The tables of a kind: one, or one for each value of a field, in the order in which they come. A sheet that is named after a list
 * tells it to whoever reads it, so that no column has to.
 */
export function canonicalTables(
  kind: KindWords,
  rows: readonly CanonicalRow[],
  choice: Choice,
  locale: Locale,
): CanonicalTable[] {
  const { sheetsBy } = choice;
  const field = kind.fields.find(({ id }) => id === sheetsBy);
  if (field === undefined) return [canonicalTable(kind, rows, choice, locale)];
  const groups = new Map<string, CanonicalRow[]>();
  for (const row of rows) addTo(groups, String(row.values.get(field.id) ?? ''), [row]);
  return [...groups].map(([value, own]) => {
    const isTold = field.id === 'list' && value !== '';
    const without = isTold ? own.map((row) => withoutField(row, field.id)) : own;
    const table = canonicalTable(kind, without, choice, locale);
    const name = value === '' ? say(CONVERT_WORDS.notSaid, locale, { field: field.label[locale] }) : value;
    return { ...table, plain: { ...table.plain, name } };
  });
}

function withoutField(row: CanonicalRow, field: string): CanonicalRow {
  const values = new Map(row.values);
  values.delete(field);
  return { ...row, values };
}

/** Columns in the order of the pack, then what no field claims, what is in doubt, and where the row stands. */
export function canonicalTable(
  kind: KindWords,
  rows: readonly CanonicalRow[],
  { select, withOrigin, allColumns }: Choice,
  locale: Locale,
): CanonicalTable {
  const filled = new Set(rows.flatMap(({ values }) => [...values.keys()]));
  const all = canonicalColumns(kind);
  const columns =
    select === null
      ? all.filter(({ field }) => allColumns || filled.has(field))
      : select.flatMap((id) => all.filter(({ field }) => field === id));
  const isDoubted = rows.some(({ doubts }) => doubts.length > 0);
  const own = (id: keyof typeof OWN_HEADERS, value: (row: CanonicalRow) => PlainValue) => ({
    id,
    column: { header: OWN_HEADERS[id][locale], type: TAIL_TYPE },
    value,
  });
  const tail = [
    ...(select === null && filled.has(OTHERS)
      ? [own('others', (row) => row.values.get(OTHERS) ?? null)]
      : []),
    ...(isDoubted ? [own('notes', (row) => notesOn(row, all, locale))] : []),
    ...(withOrigin
      ? [own('file', ({ file }) => file), own('sheet', ({ sheet }) => sheet), own('row', ({ row }) => row)]
      : []),
  ];
  const plain: PlainTable = {
    name: kind.label[locale],
    columns: [...columns.map((column) => headed(column, locale)), ...tail.map(({ column }) => column)],
    rows: rows.map((row) => [
      ...columns.map(({ field, repeats }) => row.values.get(field) ?? (repeats ? NONE : null)),
      ...tail.map(({ value }) => value(row)),
    ]),
  };
  const ids = [...columns.map(({ field }) => field), ...tail.map(({ id }) => id)];
  return { kind, columns, rows, plain, ids };
}

/** 常住户数（户）: a number says what it counts. */
function headed({ label, type, unit }: CanonicalColumn, locale: Locale): PlainColumn {
  const counts = unit !== null && (type === 'whole' || type === 'number');
  const tail = counts ? (locale === 'en' ? ` (${unit})` : `（${unit}）`) : '';
  return { header: label[locale] + tail, type };
}

function notesOn(
  { doubts }: CanonicalRow,
  columns: readonly CanonicalColumn[],
  locale: Locale,
): string | null {
  if (doubts.length === 0) return null;
  const parts = doubts.map(({ field, reason, found }) => {
    const label = columns.find((column) => column.field === field)?.label[locale] ?? field;
    return locale === 'en'
      ? `${label}: ${DOUBT_WORDS[reason].en} (${found})`
      : `${label}：${DOUBT_WORDS[reason]['zh-CN']}（${found}）`;
  });
  return parts.join(locale === 'en' ? '; ' : '；');
}

/** The table as programs read it: columns by id, and nothing where a row says nothing. */
export function idTable({ plain, columns, ids }: CanonicalTable): PlainTable {
  return {
    name: plain.name,
    columns: plain.columns.map(({ type }, at) => ({ header: ids[at] ?? '', type })),
    rows: plain.rows.map((row) =>
      row.map((value, at) => (columns[at]?.repeats === true && value === NONE ? null : value)),
    ),
  };
}

/** One object a row: fields by id, `null` where the row says nothing, doubts as facts. */
export function recordsOf({ columns, rows }: CanonicalTable, { withOrigin }: Choice): unknown[] {
  return rows.map((row) => ({
    ...Object.fromEntries(columns.map(({ field }) => [field, row.values.get(field) ?? null])),
    ...(row.values.has(OTHERS) ? { [OTHERS]: row.values.get(OTHERS) } : {}),
    ...(row.doubts.length === 0 ? {} : { doubts: row.doubts }),
    ...(withOrigin ? { source: { file: row.file, sheet: row.sheet, row: row.row } } : {}),
  }));
}

/** One line a row: where each of its cells comes from. The canonical table has its header in row 1. */
export function* lineageLines(
  { kind, columns, rows, plain }: CanonicalTable,
  { sheetsBy }: Choice,
): Generator<unknown> {
  const sheetOf = sheetsBy === null ? {} : { sheet: plain.name };
  const fields = [...columns.map(({ field }) => field), OTHERS];
  for (const [index, canonical] of rows.entries()) {
    const cells = fields.flatMap((field, at) => {
      const found = lineageOf(canonical, field);
      if (found === null) return [];
      return [[field, { cell: field === OTHERS ? null : a1Of(index + 2, at + 1), ...found }]];
    });
    const { file, sheet, row } = canonical;
    const cellsByField: unknown = Object.fromEntries(cells);
    yield { table: kind.id, ...sheetOf, row: index + 2, source: { file, sheet, row }, cells: cellsByField };
  }
}

export function rejectsTable(rejects: readonly Reject[], locale: Locale): PlainTable {
  const text = (header: string): PlainColumn => ({ header, type: 'text' });
  const { file, sheet, row } = OWN_HEADERS;
  return {
    name: CONVERT_WORDS.rejects[locale],
    columns: [
      text(file[locale]),
      text(sheet[locale]),
      text(row[locale]),
      text(CONVERT_WORDS.reason[locale]),
      text(CONVERT_WORDS.content[locale]),
    ],
    rows: rejects.map((reject) => [
      reject.file,
      reject.sheet,
      reject.row,
      REJECT_WORDS[reject.reason][locale],
      reject.text,
    ]),
  };
}
