import { guarded } from '../model/csv-guard.ts';
import type { Patch, Patched, PatchRefusal } from './patch-xlsx.ts';

/** Where the fields of a text stand, by record and place. */
export type CsvFields = readonly (readonly {
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}[])[];

/** How the bytes are to be read. */
export interface CsvLayout {
  readonly encoding: string;
  readonly delimiter: string;
  readonly fieldsOf: (text: string) => CsvFields;
}

/**
 * The same text with other values in some fields; all else, encoding, delimiter, quotation marks and line ends, stays byte for byte.
 * Refused where the bytes are not what the encoding would make of their text.
 */
export async function patchCsv(
  bytes: Buffer,
  patches: readonly Patch[],
  { encoding, delimiter, fieldsOf }: CsvLayout,
): Promise<Patched | PatchRefusal> {
  const { default: iconv } = await import('iconv-lite');
  const name = encoding.replace('utf-16', 'utf16');
  const whole = iconv.decode(bytes, name, { stripBOM: false });
  if (!iconv.encode(whole, name).equals(bytes)) return 'structure';
  const mark = whole.startsWith('\ufeff') ? whole.slice(0, 1) : '';
  const text = whole.slice(mark.length);
  const records = fieldsOf(text);
  const refused = new Map<Patch, PatchRefusal>();
  const placed = patches.flatMap((patch) => {
    const field = records[patch.row - 1]?.[patch.column - 1];
    if (field === undefined) refused.set(patch, 'no-cell');
    return field === undefined ? [] : [{ patch, field }];
  });
  let made = mark;
  let at = 0;
  for (const { patch, field } of placed.sort((left, right) => left.field.start - right.field.start)) {
    made += text.slice(at, field.start) + fieldText(patch.after, field.isQuoted, delimiter);
    at = field.end;
  }
  return { bytes: iconv.encode(made + text.slice(at), name), refused };
}

function fieldText(value: string | number, isQuoted: boolean, delimiter: string): string {
  const text = typeof value === 'number' ? String(value) : guarded(value);
  const needsQuotes = isQuoted || /["\r\n]/u.test(text) || text.includes(delimiter);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
