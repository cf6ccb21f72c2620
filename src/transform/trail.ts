import { a1Of } from '../model/origin.ts';
import type { Table, TableRow } from '../model/table.ts';
import type { Lineage, Step } from './canonical.ts';

/** Remembers, going down a table, which cell of each column spoke last, for cells that repeat it. */
export class Trail {
  private readonly last = new Map<number, number>();
  readonly columns: ReadonlyMap<string, number>;

  constructor(table: Table) {
    const columns = new Map<string, number>();
    for (const { field, column } of table.columns) {
      if (field !== null && !columns.has(field)) columns.set(field, column);
    }
    this.columns = columns;
  }

  columnOf(field: string): number | undefined {
    return this.columns.get(field);
  }

  /** To be called for every row, from the top. */
  enter(row: TableRow): void {
    for (const column of this.columns.values()) {
      const cell = row.cells[column - 1];
      const isOwn = cell !== undefined && !(typeof cell === 'string' && cell.trim() === '');
      if (isOwn && !row.repeated.includes(column)) this.last.set(column, row.row);
    }
  }

  /** The cell a field of this row was taken from, with what was done to it; `null` for its own cell as it stands. */
  lineage(row: TableRow, field: string, steps: readonly Step[]): Lineage | null {
    const column = this.columns.get(field);
    if (column === undefined) return { from: [], steps };
    const at = this.last.get(column) ?? row.row;
    if (at === row.row && steps.length === 0) return null;
    const repeats: Step[] =
      at === row.row ? [] : [row.repeated.includes(column) ? 'merged-down' : 'filled-down'];
    return { from: [a1Of(at, column)], steps: [...repeats, ...steps] };
  }
}
