import type { DateReading, Quantity, TableRecord, Value } from '../model/dataset.ts';
import { showsPercent } from '../model/number-format.ts';
import { a1Of, type Origin } from '../model/origin.ts';
import type { Table, TableRow } from '../model/table.ts';
import { unitOf } from '../model/units.ts';
import { toDate } from './dates.ts';
import { inHeaderUnit, times, toQuantity } from './quantity.ts';
import { type HeaderUnit, headerUnit, unitsAbove } from './units.ts';
import { toValue } from './values.ts';

/** Columns by field; the first of several columns with one meaning counts, the others are reported by a rule. */
export function fieldColumns(table: Table): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const { field, column } of table.columns) {
    if (field !== null && !columns.has(field)) columns.set(field, column);
  }
  return columns;
}

/** A row with its fields by id. Addresses are worked out when asked for. */
export class RowRecord implements TableRecord {
  constructor(
    readonly row: TableRow,
    private readonly table: Table,
    private readonly columns: ReadonlyMap<string, number>,
    /** What the row is about in its own words; empty when nothing says. */
    readonly about: string,
  ) {}

  value(field: string): Value {
    const column = this.columns.get(field);
    if (column === undefined) return toValue(undefined);
    return toValue(this.row.cells[column - 1], this.row.formats?.[column - 1]);
  }

  quantity(field: string): Quantity | null {
    const value = this.value(field);
    const quantity = toQuantity(value);
    if (quantity === null) return null;
    if (isShownAsPercent(value)) return { ...times(quantity, 100), unit: '%' };
    const { unit, scale } = headerUnit(this.header(field));
    if (unit !== '') return inHeaderUnit(quantity, { unit, scale });
    const usual = { unit: this.usualUnit(field), scale };
    return inHeaderUnit(quantity, (scale === 1 ? this.unitAbove(usual.unit) : null) ?? usual);
  }

  /** The unit in a line above the table, where it counts what the field counts: 万元 is for money, never for 户. */
  private unitAbove(usual: string): HeaderUnit | null {
    if (usual === '') return null;
    const { dimension } = unitOf(usual);
    const [only, other] = unitsOver(this.table).filter(({ unit }) => unitOf(unit).dimension === dimension);
    return other === undefined ? (only ?? null) : null;
  }

  /** What the field counts where neither cell nor header says; empty where nobody knows. */
  protected usualUnit(_field: string): string {
    return '';
  }

  percent(field: string): Quantity | null {
    const column = this.columns.get(field);
    const value = this.value(field);
    const quantity = toQuantity(value);
    if (quantity === null || column === undefined) return null;
    // Its own format says so, whatever the column looks like: 1 is 100% and 1.2 is 120%.
    if (isShownAsPercent(value)) return { ...times(quantity, 100), unit: '%' };
    if (quantity.unit === '%') return quantity;
    if (quantity.unit === '‰') return { ...times(quantity, 0.1), unit: '%' };
    if (quantity.unit !== '' || quantity.scale !== 1) return null;
    return { ...times(quantity, holdsFractions(this.table, column) ? 100 : 1), unit: '%' };
  }

  date(field: string): DateReading {
    return toDate(this.value(field));
  }

  private header(field: string): string {
    const column = this.columns.get(field);
    return this.table.columns.find((candidate) => candidate.column === column)?.header ?? '';
  }

  at(field: string, role: Origin['role'] = 'here'): Origin {
    const { file, sheet, columns: headed } = this.table;
    const column = this.columns.get(field) ?? headed[0]?.column ?? 1;
    return {
      file,
      sheet,
      row: this.row.row,
      column,
      a1: a1Of(this.row.row, column),
      header: headed.find((candidate) => candidate.column === column)?.header ?? null,
      key: this.about === '' ? null : this.about,
      role,
    };
  }
}

function isShownAsPercent({ format }: Value): boolean {
  return format !== undefined && showsPercent(format);
}

const unitsByTable = new WeakMap<Table, readonly HeaderUnit[]>();

function unitsOver(table: Table): readonly HeaderUnit[] {
  const units = unitsByTable.get(table) ?? table.unitLines.flatMap(unitsAbove);
  unitsByTable.set(table, units);
  return units;
}

const fractions = new WeakMap<Table, Map<number, boolean>>();

/**
 * A spreadsheet stores 43.57% as 0.4357. A column is in such fractions when all its bare numbers lie
 * between 0 and 1 and one of them is not whole; one of 43.57 among them says that they are percent.
 */
function holdsFractions(table: Table, column: number): boolean {
  const known = fractions.get(table) ?? new Map<number, boolean>();
  fractions.set(table, known);
  const answer = known.get(column) ?? readFractions(table, column);
  known.set(column, answer);
  return answer;
}

function readFractions(table: Table, column: number): boolean {
  const values = table.rows.flatMap(({ cells }) => {
    const quantity = toQuantity(toValue(cells[column - 1]));
    return quantity?.value == null || quantity.unit !== '' ? [] : [quantity.value];
  });
  return (
    values.every((value) => value >= 0 && value <= 1) && values.some((value) => !Number.isInteger(value))
  );
}
