import type { Workbook } from '../model/workbook.ts';
import type { EncodingId } from './encodings.ts';
import { DEFAULT_LIMITS, type Limits, overLimit } from './limits.ts';
import { sniff } from './sniff.ts';
import { UnreadableError } from './unreadable.ts';
import { type ZipEntry, zipContent } from './zip.ts';

/**
 * Bytes of a submission → Workbook. The format is told by content; `name` only names the sheet of a CSV,
 * `encoding` is what the person says its encoding is.
 * Throws `UnreadableError` with the reason when the bytes are not a readable table.
 * Readers are loaded when first needed: the spreadsheet library alone costs as much as a bare start.
 */
export async function readWorkbook(
  bytes: Buffer,
  name: string,
  limits: Limits = DEFAULT_LIMITS,
  encoding: EncodingId | null = null,
): Promise<Workbook> {
  if (bytes.length > limits.file) throw overLimit(limits, 'file', bytes.length);
  const sniffed = sniff(bytes, limits);
  if (sniffed.format === 'text') {
    const { readCsv } = await import('./csv.ts');
    return readCsv(bytes, name.replace(/\.[^.]*$/, ''), { limits, encoding });
  }
  if (sniffed.format === 'xlsx') {
    const { readXlsx } = await import('./xlsx/xlsx.ts');
    const workbook = readXlsx(bytes, sniffed.entries, limits);
    if (workbook !== null) return workbook;
    checkParts(bytes, sniffed.entries, limits);
  }
  const { readSpreadsheet } = await import('./spreadsheet.ts');
  if (sniffed.format !== 'ods') return readSpreadsheet(bytes, sniffed.format);
  const { odsHidden } = await import('./ods-hidden.ts');
  return readSpreadsheet(bytes, 'ods', odsHidden(partText(bytes, sniffed.entries, 'content.xml', limits)));
}

/** The library checks no CRC, so one flipped byte in any XML part is refused here. */
function checkParts(bytes: Buffer, entries: readonly ZipEntry[], limits: Limits): void {
  for (const entry of entries) if (/\.(?:xml|rels|bin)$/.test(entry.name)) zipContent(bytes, entry, limits);
}

function partText(bytes: Buffer, entries: readonly ZipEntry[], name: string, limits: Limits): string {
  const entry = entries.find((candidate) => candidate.name === name);
  if (entry === undefined) throw new UnreadableError('damaged', { part: name });
  return zipContent(bytes, entry, limits).toString('utf8');
}
