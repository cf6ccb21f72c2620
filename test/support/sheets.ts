import type { CellValue, Merge, Workbook } from '../../src/model/workbook.ts';

export type Cells = readonly (CellValue | null | undefined)[];

export interface SheetOf {
  readonly name?: string;
  readonly rows: readonly Cells[];
  /** `A1:C1` */
  readonly merges?: readonly string[];
  /** Cells far from the others: `XFD1048576` → text. */
  readonly far?: Readonly<Record<string, CellValue>>;
  readonly hiddenColumns?: readonly number[];
}

/** A workbook in memory; rows without a cell are left out, as readers may. */
export function workbookOf(...sheets: readonly SheetOf[]): Workbook {
  return {
    format: 'xlsx',
    encoding: null,
    countedCells: null,
    sheets: sheets.map(({ name = 'Sheet1', rows, merges = [], far = {}, hiddenColumns = [] }) => {
      const numbered = rows.map((cells, index) => ({
        number: index + 1,
        cells: cells.map((cell) => cell ?? undefined),
        hidden: false,
      }));
      for (const [at, value] of Object.entries(far)) {
        const { row, column } = cellAt(at);
        const cells: (CellValue | undefined)[] = Array.from({ length: column }, () => undefined);
        cells[column - 1] = value;
        numbered.push({ number: row, cells, hidden: false });
      }
      return { name, hidden: false, merges: merges.map(rangeOf), hiddenColumns, rows: () => numbered };
    }),
  };
}

export function rangeOf(text: string): Merge {
  const [from, to] = text.split(':').map(cellAt);
  if (from === undefined || to === undefined) throw new Error(`not a range: ${text}`);
  return { left: from.column, top: from.row, right: to.column, bottom: to.row };
}

function cellAt(text: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(text) ?? [];
  if (digits === '') throw new Error(`not a cell: ${text}`);
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}
