import { cellText } from '../model/cell-text.ts';
import type { Table } from '../model/table.ts';
import type { CellValue, Sheet } from '../model/workbook.ts';
import type { Reject, RejectReason } from './canonical.ts';
import type { Source } from './convert.ts';

/** Rows of a file that are in no canonical table, sheet by sheet, with all that stands in them. */
export function rejectsOf(source: Source): Reject[] {
  const { workbook, dataset } = source;
  return workbook.sheets.flatMap((sheet, index) => {
    const tables = dataset.tables.filter((table) => table.sheet === sheet.name);
    if (tables.length > 0) return tables.flatMap((table) => rejectsIn(table, sheet, source));
    const reason = dataset.ledgers[index]?.skipReason ?? null;
    return reason === null ? [] : wholeSheet(dataset.file, sheet, reason);
  });
}

function wholeSheet(file: string, sheet: Sheet, reason: RejectReason): Reject[] {
  return [...sheet.rows()].flatMap(({ number, cells }) => {
    const text = textOf(cells);
    return text === '' ? [] : [{ file, sheet: sheet.name, row: number, reason, text }];
  });
}

function rejectsIn(table: Table, sheet: Sheet, { dataset }: Source): Reject[] {
  const { file } = dataset;
  const of = (row: number, reason: RejectReason, text: string): Reject => ({
    file,
    sheet: sheet.name,
    row,
    reason,
    text,
  });
  const isKnown = dataset.records.some((set) => set.table === table);
  const unread = isKnown ? [] : table.rows.map(({ row, cells }) => of(row, 'kind-unknown', textOf(cells)));
  const wanted = new Set(table.unclear.map(({ row }) => row));
  if (wanted.size === 0) return unread;
  const unclear = [...sheet.rows()].filter(({ number }) => wanted.has(number));
  return [...unread, ...unclear.map(({ number, cells }) => of(number, 'unclear', textOf(cells)))];
}

type Cells = readonly (CellValue | undefined)[];

function textOf(cells: Cells): string {
  return cells
    .map((cell) => cellText(cell).trim())
    .filter((part) => part !== '')
    .join('｜');
}
