import { cellText } from '../../model/cell-text.ts';
import type { Dataset } from '../../model/dataset.ts';
import { a1Of } from '../../model/origin.ts';
import type { Locale, PolicyPack } from '../../model/policy.ts';
import type { Workbook } from '../../model/workbook.ts';
import { understand } from '../../pipeline.ts';
import type { InputFile } from '../../read/inputs.ts';
import type { Limits } from '../../read/limits.ts';
import { UnreadableError } from '../../read/unreadable.ts';
import { readRecords } from '../../records/records.ts';
import { headerUnit } from '../../records/units.ts';
import { type CanonicalRow, type CanonicalValue, lineageOf } from '../../transform/canonical.ts';
import { convertFile } from '../../transform/convert.ts';
import { allotRows, type FormPlace, formPlace, underHeader } from '../../transform/form-fill.ts';
import { cellsOf } from '../../transform/repairs.ts';
import { type Filled, fillXlsx, type SheetFill } from '../../write/fill-xlsx.ts';
import type { FlagWords } from '../../write/plain-table.ts';
import { inputsOf } from '../inputs.ts';
import { UsageError } from '../usage-error.ts';
import { FORM_WORDS } from './form-words.ts';

/** The blank workbook of another office, with the tables in it that can be filled. */
export interface FormFile {
  readonly file: InputFile;
  readonly workbook: Workbook;
  readonly places: readonly FormPlace[];
}

/** Reads a form. Throws `UsageError` for one that cannot be filled, with what stands in the way. */
export async function readForm(path: string, policy: PolicyPack, limits: Limits): Promise<FormFile> {
  const [file] = await inputsOf([path], limits);
  if (file === undefined) throw new UsageError(FORM_WORDS.notXlsx, { path });
  const { workbook, dataset } = await readIn(file, policy, limits);
  if (workbook.format !== 'xlsx') throw new UsageError(FORM_WORDS.notXlsx, { path });
  if (workbook.handover !== undefined) throw new UsageError(FORM_WORDS.unfamiliar, { path });
  const places = dataset.tables.flatMap((table): FormPlace[] => {
    const kind = policy.vocabulary.kinds.find(({ id }) => id === table.kind);
    const sheet = workbook.sheets.find(({ name }) => name === table.sheet);
    if (kind === undefined || sheet === undefined) return [];
    const place = formPlace(table, kind, sheet, headerUnit);
    if ('table' in place) return [place];
    const at = `${place.sheet}!${a1Of(place.row, place.column)}`;
    throw new UsageError(FORM_WORDS.notBlank, { path, at, found: place.found });
  });
  if (places.length === 0) throw new UsageError(FORM_WORDS.noTable, { path });
  for (const place of places) {
    const same = places.filter(({ kind }) => kind === place.kind);
    if (same.length > 1 && same.some(({ table }) => table.head.list === null)) {
      const sheets = same.map(({ table }) => `${table.sheet}!A${table.headerRows[0] ?? 1}`).join('、');
      throw new UsageError(FORM_WORDS.severalTables, { path, sheets });
    }
  }
  return { file, workbook, places };
}

async function readIn(
  file: InputFile,
  policy: PolicyPack,
  limits: Limits,
): Promise<{ readonly workbook: Workbook; readonly dataset: Dataset }> {
  try {
    const { workbook, set } = await understand(file, policy, { limits });
    return { workbook, dataset: readRecords(set) };
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    throw new UsageError(FORM_WORDS.notXlsx, { path: file.path });
  }
}

/** A form that was filled in. */
export interface FilledForm extends Pick<Filled, 'formulas' | 'short'> {
  readonly bytes: Buffer;
  readonly tables: readonly FilledTable[];
  /** Rows of lists that no table of the form is for. */
  readonly left: readonly CanonicalRow[];
}

export interface FilledTable {
  readonly place: FormPlace;
  readonly rows: readonly CanonicalRow[];
  /** Fields that rows have and the form does not. */
  readonly missing: readonly string[];
}

/** Fills canonical rows into a form, and reads it again to see that it says what they say. Throws `UsageError`. */
export async function fillForm(
  form: FormFile,
  rows: ReadonlyMap<string, readonly CanonicalRow[]>,
  policy: PolicyPack,
  limits: Limits,
  flags: FlagWords,
): Promise<FilledForm> {
  const { lists } = policy.vocabulary;
  const kinds = [...new Set(form.places.map(({ kind }) => kind))];
  const allotted = kinds.map((kind) =>
    allotRows(
      form.places.filter((place) => place.kind === kind),
      rows.get(kind.id) ?? [],
      lists,
    ),
  );
  const placed = allotted.flatMap(({ placed: own }) => [...own]);
  for (const [place, own] of placed) refuseTooMany(form.file.path, place, own.length);
  const fills = placed.map(([place, own]) => sheetFill(place, own, flags));
  const made = await fillXlsx(await form.file.bytes(), fills);
  if (typeof made === 'string') throw new UsageError(FORM_WORDS[made], { path: form.file.path });
  const again = await readIn({ ...form.file, bytes: async () => made.bytes }, policy, limits);
  refuseUntrue(form, placed, again, made, policy);
  const tables = placed.map(([place, own]): FilledTable => {
    const known = new Set(place.fields.map(({ field }) => field.id));
    if (place.table.head.list !== null) known.add('list');
    const filled = new Set(own.flatMap(({ values }) => [...values.keys()]));
    return { place, rows: own, missing: [...filled].filter((id) => !known.has(id) && id !== 'serial') };
  });
  const { bytes, formulas, short } = made;
  return { bytes, formulas, short, tables, left: allotted.flatMap(({ left }) => left) };
}

function refuseTooMany(path: string, { table, from, to }: FormPlace, rows: number): void {
  if (to === null || rows <= to - from + 1) return;
  const args = { path, sheet: table.sheet, from, to, rows, room: Math.max(0, to - from + 1) };
  throw new UsageError(FORM_WORDS.tooFewRows, { ...args, next: to + 1, lacking: rows - args.room });
}

function sheetFill(
  { table, fields, from }: FormPlace,
  rows: readonly CanonicalRow[],
  flags: FlagWords,
): SheetFill {
  return {
    sheet: table.sheet,
    from,
    columns: fields.map(({ column }) => column),
    percents: new Set(fields.flatMap(({ column, field }) => (field.type === 'percent' ? [column] : []))),
    width: Math.max(...table.columns.map(({ column }) => column)),
    rows: rows.map((row, at) => fields.map((field) => valueFor(row, at, field))),
    flags,
  };
}

/** Rows are numbered as they stand in the form. */
function valueFor(row: CanonicalRow, at: number, field: FormPlace['fields'][number]): CanonicalValue {
  if (field.field.id === 'serial') return at + 1;
  return underHeader(row.values.get(field.field.id) ?? null, field);
}

/** What was written is read again: the same values under the same headers, and nothing else different. */
function refuseUntrue(
  { file, workbook, places }: FormFile,
  placed: readonly (readonly [FormPlace, readonly CanonicalRow[]])[],
  again: { readonly workbook: Workbook; readonly dataset: Dataset },
  { formulas }: Filled,
  { vocabulary }: PolicyPack,
): void {
  const kinds = [...new Set(places.map(({ kind }) => kind.id))];
  const read = convertFile({ ...again, vocabulary, kinds }).rows;
  const isFormula = (sheet: string, cell: string) =>
    formulas.some((one) => one.sheet === sheet && one.cell === cell);
  const ours = new Set<string>();
  for (const [{ table, kind, fields, from }, rows] of placed) {
    const found = new Map(
      (read.get(kind.id) ?? []).filter(({ sheet }) => sheet === table.sheet).map((row) => [row.row, row]),
    );
    for (const [at, row] of rows.entries()) {
      for (const { column, field } of fields) {
        const cell = a1Of(from + at, column);
        ours.add(`${table.sheet}!${cell}`);
        const wanted = field.id === 'serial' ? at + 1 : row.values.get(field.id);
        const value = found.get(from + at)?.values.get(field.id);
        if (wanted === undefined || value === wanted || isFormula(table.sheet, cell)) continue;
        const args = { path: file.path, at: `${table.sheet}!${cell}` };
        throw new UsageError(FORM_WORDS.untrue, {
          ...args,
          wanted: String(wanted),
          found: String(value ?? ''),
        });
      }
    }
  }
  const after = cellsOf(again.workbook);
  for (const [key, cell] of cellsOf(workbook)) {
    const [sheet, row, column] = JSON.parse(key) as [string, number, number];
    const now = after.get(key);
    const isResult = typeof now === 'object' && now.kind === 'formula';
    if (isResult || ours.has(`${sheet}!${a1Of(row, column)}`) || cellText(now) === cellText(cell)) continue;
    const args = { path: file.path, at: `${sheet}!${a1Of(row, column)}` };
    throw new UsageError(FORM_WORDS.untrue, { ...args, wanted: cellText(cell), found: cellText(now) });
  }
}

/** One line a row: where each cell of the form comes from. */
export function* formLineage({ tables }: FilledForm): Generator<unknown> {
  for (const { place, rows } of tables) {
    for (const [at, row] of rows.entries()) {
      const cells = place.fields.flatMap(({ column, field }) => {
        const found = field.id === 'serial' ? null : lineageOf(row, field.id);
        return found === null ? [] : [[field.id, { cell: a1Of(place.from + at, column), ...found }] as const];
      });
      const source = { file: row.file, sheet: row.sheet, row: row.row };
      const { sheet } = place.table;
      yield { table: place.kind.id, sheet, row: place.from + at, source, cells: Object.fromEntries(cells) };
    }
  }
}

/** Doubtful values with the cell of the form they stand in. */
export function doubtsIn({ tables }: FilledForm, locale: Locale) {
  return tables.flatMap(({ place, rows }) =>
    rows.flatMap(({ doubts }, at) =>
      doubts.flatMap(({ field: id, reason, found }) => {
        const known = place.fields.find(({ field }) => field.id === id);
        if (known === undefined) return [];
        const cell = `${place.table.sheet}!${a1Of(place.from + at, known.column)}`;
        return [{ cell, label: known.field.label[locale], reason, found }];
      }),
    ),
  );
}
