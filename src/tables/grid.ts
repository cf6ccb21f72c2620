import { trimmedText } from '../model/cell-text.ts';
import type { Line } from '../model/table.ts';
import type { CellFormats, CellValue, Merge, Row, Sheet } from '../model/workbook.ts';

const NONE: readonly never[] = [];

/** A row that holds something, with what its merges say. */
export class GridRow {
  constructor(
    readonly number: number,
    readonly hidden: boolean,
    /** Values as stored, with vertically merged cells repeated downwards (合并即同上). */
    readonly cells: readonly (CellValue | undefined)[],
    /** 1-based columns that hold a value of their own in this row. */
    readonly filled: readonly number[],
    /** 1-based columns whose value is repeated from a merge that starts further up. */
    readonly repeated: readonly number[],
    private readonly merges: readonly Merge[],
    readonly formats: CellFormats | undefined = undefined,
    /** The columns it is seen through. */
    private readonly left = 1,
    private readonly right = Number.POSITIVE_INFINITY,
  ) {}

  /** Whether a column is among those the row is seen through. */
  covers(column: number): boolean {
    return column >= this.left && column <= this.right;
  }

  /**
   * The row as seen through some of its columns, or `null` when nothing of it stands there. A merged title
   * that reaches into them belongs to it with its own address.
   */
  within(left: number, right: number): GridRow | null {
    const isInside = (column: number) =>
      (column >= left && column <= right) || (column < left && this.spanEnd(column) >= left);
    const filled = this.filled.filter(isInside);
    if (filled.length === 0) return null;
    const cells = this.cells.slice(0, Math.min(right, this.cells.length));
    for (let column = 1; column < left; column++) {
      if (!filled.includes(column)) cells[column - 1] = undefined;
    }
    const repeated = this.repeated.filter((column) => column >= left && column <= right);
    const { number, hidden, merges, formats } = this;
    return new GridRow(number, hidden, cells, filled, repeated, merges, formats, left, right);
  }

  /** Last column of the horizontal merge that starts at a column; the column itself when there is none. */
  spanEnd(column: number): number {
    return this.merges.find((merge) => merge.left === column)?.right ?? column;
  }

  /** Last row of the vertical merge that starts at a column of this row. */
  spanBottom(column: number): number {
    return this.merges.find((merge) => merge.left === column)?.bottom ?? this.number;
  }
}

/** The first cell of a row as a line of text. */
export function firstLine(row: GridRow): Line {
  return lineAt(row, row.filled[0] ?? 1);
}

export function linesOf(row: GridRow): Line[] {
  return row.filled.map((column) => lineAt(row, column));
}

function lineAt(row: GridRow, column: number): Line {
  return { row: row.number, column, text: trimmedText(row.cells[column - 1]) };
}

export interface Grid {
  /** Rows that hold something, in order. Blank cells and cells of mere blanks are empty. */
  readonly rows: readonly GridRow[];
  /** Cells the reader delivered, blank texts included. */
  readonly cells: number;
}

interface OpenMerge {
  readonly merge: Merge;
  readonly value: CellValue | undefined;
}

export function readGrid(sheet: Sheet): Grid {
  const starts = mergesByTop(sheet.merges);
  const rows: GridRow[] = [];
  let cells = 0;
  let open: OpenMerge[] = [];
  for (const row of sheet.rows()) {
    if (open.length > 0) open = open.filter(({ merge }) => merge.bottom >= row.number);
    const here = starts.get(row.number) ?? NONE;
    const filled: number[] = [];
    for (let index = 0; index < row.cells.length; index++) {
      const cell = row.cells[index];
      if (cell !== undefined) cells++;
      if (isFilled(cell)) filled.push(index + 1);
    }
    const { values, repeated } =
      open.length === 0 ? { values: row.cells, repeated: NONE } : fillDown(row, open);
    for (const merge of here) {
      if (merge.bottom > merge.top) open.push({ merge, value: row.cells[merge.left - 1] });
    }
    if (filled.length > 0)
      rows.push(new GridRow(row.number, row.hidden, values, filled, repeated, here, row.formats));
  }
  return { rows, cells };
}

function mergesByTop(merges: readonly Merge[]): ReadonlyMap<number, Merge[]> {
  const starts = new Map<number, Merge[]>();
  for (const merge of merges) {
    const known = starts.get(merge.top);
    if (known === undefined) starts.set(merge.top, [merge]);
    else known.push(merge);
  }
  return starts;
}

function fillDown(row: Row, open: readonly OpenMerge[]) {
  const values = [...row.cells];
  const repeated: number[] = [];
  for (const { merge, value } of open) {
    while (values.length < merge.left) values.push(undefined);
    if (values[merge.left - 1] !== undefined || value === undefined) continue;
    values[merge.left - 1] = value;
    repeated.push(merge.left);
  }
  return { values, repeated };
}

function isFilled(cell: CellValue | undefined): boolean {
  return cell !== undefined && (typeof cell !== 'string' || /\S/u.test(cell));
}
