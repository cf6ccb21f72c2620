import type { CellValue, Merge, Row, Sheet } from '../model/workbook.ts';

/** A row that holds something, with what its merges say. */
export interface GridRow {
  readonly number: number;
  readonly hidden: boolean;
  /** Values as stored, with vertically merged cells repeated downwards (合并即同上). */
  readonly cells: readonly (CellValue | undefined)[];
  /** 1-based columns that hold a value of their own in this row. */
  readonly filled: readonly number[];
  /** 1-based columns whose value is repeated from a merge that starts further up. */
  readonly repeated: readonly number[];
  /** Last column of the horizontal merge that starts at a column; the column itself when there is none. */
  readonly spanEnd: (column: number) => number;
  /** Last row of the vertical merge that starts at a column of this row. */
  readonly spanBottom: (column: number) => number;
}

export interface Grid {
  /** Rows that hold something, in order. Blank cells and cells of mere blanks are empty. */
  readonly rows: readonly GridRow[];
  /** Cells the reader delivered, blank texts included. */
  readonly cells: number;
}

export function readGrid(sheet: Sheet): Grid {
  const rows: GridRow[] = [];
  let cells = 0;
  const starts = new Map<number, Merge[]>();
  for (const merge of sheet.merges) {
    starts.set(merge.top, [...(starts.get(merge.top) ?? []), merge]);
  }
  let open: { readonly merge: Merge; readonly value: CellValue | undefined }[] = [];
  for (const row of sheet.rows()) {
    open = open.filter(({ merge }) => merge.bottom >= row.number);
    const filled = filledColumns(row);
    const repeated: number[] = [];
    cells += row.cells.filter((cell) => cell !== undefined).length;
    const here = starts.get(row.number) ?? [];
    const values = [...row.cells];
    for (const { merge, value } of open) {
      for (let column = values.length; column < merge.left; column++) values[column] = undefined;
      if (values[merge.left - 1] !== undefined || value === undefined) continue;
      values[merge.left - 1] = value;
      repeated.push(merge.left);
    }
    for (const merge of here) {
      if (merge.bottom > merge.top) open.push({ merge, value: row.cells[merge.left - 1] });
    }
    if (filled.length === 0) continue;
    const startingAt = (column: number) => here.find((merge) => merge.left === column);
    rows.push({
      number: row.number,
      hidden: row.hidden,
      cells: values,
      filled,
      repeated,
      spanEnd: (column) => startingAt(column)?.right ?? column,
      spanBottom: (column) => startingAt(column)?.bottom ?? row.number,
    });
  }
  return { rows, cells };
}

function filledColumns(row: Row): number[] {
  return row.cells.flatMap((cell, index) => (isFilled(cell) ? [index + 1] : []));
}

export function isFilled(cell: CellValue | undefined): boolean {
  return cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '');
}

/** What a person would read in the cell; numbers without an exponent. */
export function shownText(cell: CellValue | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return plainNumber(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell.kind === 'date' ? cell.iso : cell.kind === 'error' ? cell.code : cell.formula;
}

function plainNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
}
