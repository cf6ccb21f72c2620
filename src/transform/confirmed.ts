import { cellText } from '../model/cell-text.ts';
import type { Dataset } from '../model/dataset.ts';
import type { CellValue, Workbook } from '../model/workbook.ts';
import { type Edit, keyOf } from './edit.ts';
import { cellsOf } from './repairs.ts';

/** A change that a person said yes to, as a review sheet carries it: all texts. */
export interface Confirmed {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
}

/** A change that was confirmed and cannot be made: the cell says something else by now, or is of a kind that stays. */
export interface Stale extends Pick<Edit, 'sheet' | 'row' | 'column' | 'before'> {
  readonly found: string;
  readonly why: 'changed' | 'cell';
}

const NUMBER = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/u;

/** What was confirmed as edits of a file that says what it said then; a cell that says so already is left out. */
export function confirmedEdits(
  confirmed: readonly Confirmed[],
  { workbook, dataset }: { readonly workbook: Workbook; readonly dataset: Dataset },
): { readonly edits: Edit[]; readonly stale: Stale[] } {
  const edits: Edit[] = [];
  const stale: Stale[] = [];
  if (confirmed.length === 0) return { edits, stale };
  const cells = cellsOf(workbook);
  for (const { before, after, ...place } of confirmed) {
    const cell = cells.get(keyOf(place));
    const found = cellText(cell);
    if (found.trim() === after.trim()) continue;
    if (found.trim() !== before.trim()) stale.push({ ...place, before, found, why: 'changed' });
    else {
      const value = asWritten(after, cell, fieldTypeAt(dataset, place));
      edits.push({
        ...place,
        before: found,
        after: value,
        rules: [],
        formatOf: lenderFor(dataset, place, cell),
      });
    }
  }
  return { edits, stale };
}

/** A number in the place of a number, but never a code. */
function asWritten(after: string, cell: CellValue | undefined, type: string | null): string | number {
  const wasNumber = typeof cell === 'number' || (typeof cell === 'object' && cell.kind === 'date');
  return wasNumber && type !== 'id' && NUMBER.test(after) ? Number(after) : after;
}

type Place = Pick<Edit, 'sheet' | 'row' | 'column'>;

function fieldTypeAt({ records }: Dataset, { sheet, row, column }: Place): string | null {
  const set = records.find(({ table }) => table.sheet === sheet && table.rows.some((one) => one.row === row));
  const id = set?.table.columns.find((one) => one.column === column)?.field;
  return set?.kind.fields.find((field) => field.id === id)?.type ?? null;
}

/** A cell that was empty, or a date that becomes a number, looks like the nearest one of its column. */
function lenderFor(
  { tables }: Dataset,
  { sheet, row, column }: Place,
  cell: CellValue | undefined,
): number | null {
  if (cell !== undefined && typeof cell !== 'object') return null;
  const rows =
    tables.find((one) => one.sheet === sheet && one.rows.some((own) => own.row === row))?.rows ?? [];
  const plain = rows.filter(({ cells }) => {
    const value = cells[column - 1];
    return value !== undefined && typeof value !== 'object';
  });
  return (plain.findLast((one) => one.row < row) ?? plain.find((one) => one.row > row))?.row ?? null;
}
