import type { CellValue, Merge, Row, Sheet } from '../model/workbook.ts';

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
  ) {}

  /** Last column of the horizontal merge that starts at a column; the column itself when there is none. */
  spanEnd(column: number): number {
    return this.merges.find((merge) => merge.left === column)?.right ?? column;
  }

  /** Last row of the vertical merge that starts at a column of this row. */
  spanBottom(column: number): number {
    return this.merges.find((merge) => merge.left === column)?.bottom ?? this.number;
  }
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
    if (filled.length > 0) rows.push(new GridRow(row.number, row.hidden, values, filled, repeated, here));
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
