import * as XLSX from 'xlsx';
import { encodeGb18030 } from './gb18030.ts';
import { a1, type Placement, type Sheet } from './place.ts';
import type { Format, Value } from './types.ts';

const REF_ERROR = 0x17;

function toCell(value: Value): XLSX.CellObject | null {
  if (value === null) return null;
  if (typeof value === 'string') return { t: 's', v: value };
  if (typeof value === 'number') return { t: 'n', v: value };
  if (value.special === 'error') return { t: 'e', v: REF_ERROR, w: '#REF!' };
  // A stub with a formula is the only shape that this writer leaves without a cached value.
  if (value.special === 'formula') return { t: 'z', f: value.formula };
  return { t: 'n', v: value.day, z: value.format };
}

const WIDE = new Set(['事项名称', '工作事项', '证明事项名称']);

function toWorksheet(sheet: Sheet): XLSX.WorkSheet {
  const out: XLSX.WorkSheet = {};
  const widths = Array.from({ length: sheet.columns }, () => ({ wch: 14 }));
  for (const [key, value] of sheet.cells) {
    const [row = 0, column = 0] = key.split(':').map(Number);
    const cell = toCell(value);
    if (cell) out[a1({ sheet: sheet.name, row, column })] = cell;
    if (typeof value === 'string' && WIDE.has(value)) widths[column] = { wch: 60 };
  }
  const last = { r: Math.max(sheet.rows, 1) - 1, c: Math.max(sheet.columns, 1) - 1 };
  out['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: last });
  out['!merges'] = sheet.merges.map((m) => ({ s: { r: m.top, c: m.left }, e: { r: m.bottom, c: m.right } }));
  out['!cols'] = widths;
  return out;
}

/** What the library calls the formats that hold several sheets. */
const BOOK_TYPES = { xlsx: 'xlsx', xlsb: 'xlsb', xls: 'biff8', ods: 'ods', 'xml-2003': 'xlml' } as const;
export type BookFormat = keyof typeof BOOK_TYPES;

// Fixed properties: the writer would otherwise be free to put today's date in.
const PROPS: XLSX.FullProperties = {
  Title: '社区事项清单',
  Author: '社区文书',
  CreatedDate: new Date(Date.UTC(2024, 2, 8)),
};

export function writeBook(placement: Placement, format: BookFormat): Buffer {
  const book = XLSX.utils.book_new();
  // This writer cannot hide a sheet of an .ods, and a dictionary left in view is another submission.
  const sheets = placement.sheets.filter((sheet) => format !== 'ods' || !sheet.hidden);
  for (const sheet of sheets) XLSX.utils.book_append_sheet(book, toWorksheet(sheet), sheet.name);
  book.Workbook = {
    Sheets: sheets.map((sheet) => ({ name: sheet.name, Hidden: sheet.hidden ? 1 : 0 })),
  };
  book.Props = PROPS;
  // Office keeps texts in a shared table; the writer's default is inline results.
  return XLSX.write(book, { type: 'buffer', bookType: BOOK_TYPES[format], compression: true, bookSST: true });
}

/** What a spreadsheet program leaves of a value when it saves text: what is shown. */
function shown(value: Value): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (value.special === 'error') return '#REF!';
  if (value.special === 'formula') return '';
  return XLSX.SSF.format(value.format, value.day);
}

function quote(text: string, delimiter: string): string {
  const isPlain = !/["\r\n]|^\s|\s$/.test(text) && !text.includes(delimiter);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

export function writeText(sheet: Sheet, delimiter: string): string {
  const lines: string[] = [];
  for (let row = 0; row < sheet.rows; row++) {
    const cells = Array.from({ length: sheet.columns }, (_, c) =>
      quote(shown(sheet.cells.get(`${row}:${c}`) ?? null), delimiter),
    );
    lines.push(cells.join(delimiter));
  }
  return `${lines.join('\r\n')}\r\n`;
}

export const extensionOf = (format: Format): string => (format.startsWith('csv') ? 'csv' : format);

export function writePlacement(placement: Placement, format: Format): Buffer {
  if (format === 'xlsx' || format === 'xls' || format === 'ods') return writeBook(placement, format);
  const [sheet] = placement.sheets;
  if (!sheet || placement.sheets.length > 1) throw new Error('a CSV file holds one sheet');
  const hasSpecial = [...sheet.cells.values()].some((value) => typeof value === 'object' && value !== null);
  if (hasSpecial) throw new Error('a CSV file cannot hold this value');
  const text = writeText(sheet, ',');
  return format === 'csv-gb18030' ? encodeGb18030(text) : Buffer.from(`\ufeff${text}`);
}
