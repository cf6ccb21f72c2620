import type { CityFile } from './city.ts';
import { encodeGb18030 } from './gb18030.ts';
import type { Placement, Sheet } from './place.ts';
import { type BookFormat, writeBook, writeText } from './writers.ts';

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

interface TextFormat {
  readonly extension: string;
  readonly delimiter: string;
  readonly encode: (text: string) => Buffer;
}

/** As Excel and WPS name them: “CSV UTF-8”, “CSV” on Chinese Windows, “Unicode text”. */
const TEXT_FORMATS = {
  'csv-utf8-mark': { extension: 'csv', delimiter: ',', encode: (text) => Buffer.from(`\ufeff${text}`) },
  'csv-utf8': { extension: 'csv', delimiter: ',', encode: (text) => Buffer.from(text) },
  'csv-gb18030': { extension: 'csv', delimiter: ',', encode: encodeGb18030 },
  'csv-semicolon': { extension: 'csv', delimiter: ';', encode: (text) => Buffer.from(text) },
  'tsv-utf8': { extension: 'tsv', delimiter: '\t', encode: (text) => Buffer.from(text) },
  'tsv-utf16': { extension: 'txt', delimiter: '\t', encode: utf16 },
} as const satisfies Record<string, TextFormat>;

const BOOK_EXTENSIONS = {
  xlsx: 'xlsx',
  xlsb: 'xlsb',
  xls: 'xls',
  ods: 'ods',
  'xml-2003': 'xml',
} as const satisfies Record<BookFormat, string>;

export type SavedAs = BookFormat | keyof typeof TEXT_FORMATS;
export const BOOK_FORMATS = Object.keys(BOOK_EXTENSIONS) as BookFormat[];
export const SAVED_AS: readonly SavedAs[] = [
  ...BOOK_FORMATS,
  ...(Object.keys(TEXT_FORMATS) as (keyof typeof TEXT_FORMATS)[]),
];

export const isText = (format: SavedAs): format is keyof typeof TEXT_FORMATS => format in TEXT_FORMATS;

/**
 * A workbook in one format: one file, or for text a folder of its name with one file a sheet. The sheets of
 * a text file are called after it, so that they keep their names.
 */
export function saveAs(placement: Placement, name: string, format: SavedAs): CityFile[] {
  if (!isText(format))
    return [{ file: `${name}.${BOOK_EXTENSIONS[format]}`, bytes: writeBook(placement, format) }];
  const { extension, delimiter, encode } = TEXT_FORMATS[format];
  return placement.sheets.map((sheet: Sheet) => ({
    file: `${name}/${sheet.name}.${extension}`,
    bytes: encode(writeText(sheet, delimiter)),
  }));
}
