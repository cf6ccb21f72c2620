import type { Workbook } from '../model/workbook.ts';
import { sniff } from './sniff.ts';

/** Anything larger is refused before it is parsed. */
export const MAX_FILE_BYTES = 536_870_912;

/**
 * Bytes of a submission → Workbook. The format is told by content; `name` only names the sheet of a CSV.
 * Throws `UnreadableError` with the reason when the bytes are not a readable table.
 * Readers are loaded when first needed: the spreadsheet library alone costs as much as a bare start.
 */
export async function readWorkbook(bytes: Buffer, name: string): Promise<Workbook> {
  const sniffed = sniff(bytes);
  if (sniffed.format === 'text') {
    const { readCsv } = await import('./csv.ts');
    return readCsv(bytes, name.replace(/\.[^.]*$/, ''));
  }
  const { readSpreadsheet } = await import('./spreadsheet.ts');
  if (sniffed.format !== 'xlsx') return readSpreadsheet(bytes, sniffed.format, null);
  const { countCells } = await import('./count-cells.ts');
  return readSpreadsheet(bytes, 'xlsx', countCells(bytes, sniffed.entries));
}
