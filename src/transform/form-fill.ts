import { cellText } from '../model/cell-text.ts';
import type { FieldWords, KindWords, ListWords } from '../model/policy.ts';
import type { Table } from '../model/table.ts';
import { unitOf } from '../model/units.ts';
import type { Sheet } from '../model/workbook.ts';
import type { CanonicalRow, CanonicalValue } from './canonical.ts';

/** A column of another office's form and the field that goes into it. */
export interface FormField {
  readonly column: number;
  readonly field: FieldWords;
  /** What a number in the unit of the field is multiplied by to stand under this header; 1 for all else. */
  readonly factor: number;
}

/** Where a table of a form can be filled in. */
export interface FormPlace {
  readonly table: Table;
  readonly kind: KindWords;
  readonly fields: readonly FormField[];
  /** The first row below the header, and the last before something else stands; `null` where nothing does. */
  readonly from: number;
  readonly to: number | null;
}

/** Something that stands where rows are to be filled in. */
export interface FormObstacle {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly found: string;
}

/** What a header counts in: 万人 is a unit of 人 and a scale of 10000. */
export type HeaderUnitOf = (header: string) => { readonly unit: string; readonly scale: number };

/** Where the rows of a kind belong in a table of a form, or what stands there already. */
export function formPlace(
  table: Table,
  kind: KindWords,
  sheet: Sheet,
  headerUnit: HeaderUnitOf,
): FormPlace | FormObstacle {
  const taken = new Set<string>();
  const fields = table.columns.flatMap(({ column, field: id, header }): FormField[] => {
    const field = kind.fields.find((one) => one.id === id);
    if (field === undefined || taken.has(field.id)) return [];
    taken.add(field.id);
    return [{ column, field, factor: factorFor(field, headerUnit(header)) }];
  });
  const from = Math.max(...table.headerRows) + 1;
  const own = new Set(table.rows.map(({ row }) => row));
  for (const { number, cells } of sheet.rows()) {
    if (number < from) continue;
    const filled = cells.flatMap((cell, at) =>
      cell === undefined || cellText(cell).trim() === '' || isFormula(cell) ? [] : [at + 1],
    );
    const isPrepared = own.has(number) || filled.length === 0;
    if (!isPrepared) return { table, kind, fields, from, to: number - 1 };
    const column = filled.find((one) =>
      fields.some(({ column: known, field }) => known === one && field.id !== 'serial'),
    );
    if (column !== undefined)
      return { sheet: sheet.name, row: number, column, found: cellText(cells[column - 1]) };
  }
  return { table, kind, fields, from, to: null };
}

function isFormula(cell: Parameters<typeof cellText>[0]): boolean {
  return typeof cell === 'object' && cell.kind === 'formula';
}

function factorFor({ type, unit }: FieldWords, header: ReturnType<HeaderUnitOf>): number {
  if (type !== 'whole' && type !== 'number') return 1;
  const [own, asked] = [unitOf(unit ?? ''), unitOf(header.unit)];
  const sameThing = header.unit !== '' && unit !== null && own.dimension === asked.dimension;
  return (sameThing ? own.factor / asked.factor : 1) / header.scale;
}

/** Rows by the table of the form they go into; those of a list that no table is for are left. */
export function allotRows(
  places: readonly FormPlace[],
  rows: readonly CanonicalRow[],
  lists: readonly ListWords[],
): {
  readonly placed: ReadonlyMap<FormPlace, readonly CanonicalRow[]>;
  readonly left: readonly CanonicalRow[];
} {
  const labelOf = ({ table }: FormPlace) =>
    lists.find(({ id }) => id === table.head.list)?.label['zh-CN'] ?? null;
  const placed = new Map(places.map((place): [FormPlace, CanonicalRow[]] => [place, []]));
  const [first, second] = places;
  const left: CanonicalRow[] = [];
  for (const row of rows) {
    const own = places.find((place) => labelOf(place) !== null && labelOf(place) === row.values.get('list'));
    const place = second === undefined ? first : own;
    if (place === undefined) left.push(row);
    else placed.get(place)?.push(row);
  }
  return { placed, left };
}

/** A value as it stands under the header of a form. */
export function underHeader(value: CanonicalValue, { factor }: FormField): CanonicalValue {
  return typeof value === 'number' && factor !== 1 ? Number((value * factor).toPrecision(15)) : value;
}
