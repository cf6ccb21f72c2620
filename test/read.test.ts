import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import type { CellValue, Workbook } from '../src/model/workbook.ts';
import { readWorkbook } from '../src/read/read.ts';

type Cell = XLSX.CellObject;

/** 1 January 2024 in days, for the calendar that begins in 1900 and the one that begins in 1904. */
const NEW_YEAR = { 1900: 45_292, 1904: 43_830 };
type Calendar = keyof typeof NEW_YEAR;

const DATE = { kind: 'date', iso: '2024-01-01' };
const NOON = { kind: 'date', iso: '2024-01-01T12:00:00' };

describe('an .xlsx is read as it was written', () => {
  it('with every kind of value in its cell', async () => {
    const [list] = await sheetsOf(written('xlsx', 1900));
    expect(valuesOf(list)).toEqual([
      ['序号', '社区代码', '常住户数', '启用时间', '状态'],
      [1, '001501020010', 2000.5, DATE, true],
      [2, ' 1200 ', undefined, NOON, false],
      ['合计', undefined, 4001, undefined, { kind: 'error', code: '#REF!' }],
    ]);
  });

  it('with its dates in the calendar of 1904', async () => {
    const [list] = await sheetsOf(written('xlsx', 1904));
    expect(valuesOf(list).map((cells) => cells[3])).toEqual(['启用时间', DATE, NOON, undefined]);
  });

  it('with the number format of its dates', async () => {
    const [list] = await sheetsOf(written('xlsx', 1900));
    const formats = [...(list?.rows() ?? [])].flatMap(({ cells }) =>
      cells.flatMap((cell) => (typeof cell === 'object' && cell.kind === 'date' ? [cell.format] : [])),
    );
    expect(formats).toEqual(['yyyy-mm-dd', 'm"月"d"日"']);
  });

  it('with merges, hidden rows, hidden columns and hidden sheets', async () => {
    const [list, words, secret] = await sheetsOf(written('xlsx', 1900));
    expect(list?.merges).toEqual([{ top: 4, left: 1, bottom: 4, right: 2 }]);
    expect([...(list?.rows() ?? [])].map(({ number, hidden }) => [number, hidden])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, false],
    ]);
    expect(list?.hiddenColumns).toEqual([3]);
    expect([list, words, secret].map((sheet) => [sheet?.name, sheet?.hidden])).toEqual([
      ['清单', false],
      ['字典', true],
      ['内部', true],
    ]);
  });

  it('with the same cells counted as delivered', async () => {
    const workbook = await readWorkbook(written('xlsx', 1900), '清单.xlsx');
    expect(workbook.format).toBe('xlsx');
    expect(workbook.countedCells).toBe(deliveredBy(workbook));
    expect(workbook.countedCells).toBe(19);
  });

  it('with its rows as often as they are asked for', async () => {
    const [list] = await sheetsOf(written('xlsx', 1900));
    expect(valuesOf(list)).toEqual(valuesOf(list));
  });

  it('whatever its name says', async () => {
    const workbook = await readWorkbook(written('xlsx', 1900), '清单.csv');
    expect(workbook.format).toBe('xlsx');
  });
});

describe('a formula whose result was never stored', () => {
  it.each(['<f>A1+1</f>', '<f>A1+1</f><v></v>', '<f>A1+1</f><v/>'])('is a formula: %s', async (inner) => {
    const workbook = await readWorkbook(withCell(`<c r="B1">${inner}</c>`), '清单.xlsx');
    expect(valuesOf(workbook.sheets[0])).toEqual([[1, { kind: 'formula', formula: '=A1+1' }]]);
    expect(workbook.countedCells).toBe(deliveredBy(workbook));
  });

  it('is its result once there is one, even 0 or an empty text', async () => {
    const zero = await readWorkbook(withCell('<c r="B1"><f>A1-1</f><v>0</v></c>'), '清单.xlsx');
    expect(valuesOf(zero.sheets[0])).toEqual([[1, 0]]);
    const blank = await readWorkbook(withCell('<c r="B1" t="str"><f>""</f><v></v></c>'), '清单.xlsx');
    expect(valuesOf(blank.sheets[0])).toEqual([[1, '']]);
  });
});

describe('cells written by other hands', () => {
  it.each([
    ['an inline string', '<c r="B1" t="inlineStr"><is><t>协助</t></is></c>', '协助'],
    ['rich text', '<c r="B1" t="inlineStr"><is><r><t>协</t></r><r><t>助</t></r></is></c>', '协助'],
    ['a text that looks like a number', '<c r="B1" t="str"><v>001</v></c>', '001'],
    ['a number of twelve digits', '<c r="B1"><v>150102001001</v></c>', 150_102_001_001],
    ['a number with an exponent', '<c r="B1"><v>1.50102001001E11</v></c>', 150_102_001_001],
    ['a boolean', '<c r="B1" t="b"><v>1</v></c>', true],
    ['an error', '<c r="B1" t="e"><v>#N/A</v></c>', { kind: 'error', code: '#N/A' }],
    ['an error nobody knows', '<c r="B1" t="e"><v>#SPILL!</v></c>', { kind: 'error' }],
  ] as const)('%s', async (_, xml, expected) => {
    const workbook = await readWorkbook(withCell(xml), '清单.xlsx');
    expect(valuesOf(workbook.sheets[0])).toMatchObject([[1, expected]]);
    expect(workbook.countedCells).toBe(deliveredBy(workbook));
  });

  it('leaves cells that only carry a format uncounted', async () => {
    const workbook = await readWorkbook(withCell('<c r="B1" s="0"/><c r="C1" s="0"></c>'), '清单.xlsx');
    expect(workbook.countedCells).toBe(1);
    expect(deliveredBy(workbook)).toBe(1);
  });
});

describe.each(['biff8', 'ods'] as const)('the same table as %s', (bookType) => {
  it('gives the same values and merges', async () => {
    const options = { error: bookType === 'biff8' };
    const [expected] = await sheetsOf(written('xlsx', 1900, options));
    const workbook = await readWorkbook(written(bookType, 1900, options), '清单');
    expect(workbook.format).toBe(bookType === 'ods' ? 'ods' : 'xls');
    expect(workbook.countedCells).toBe(deliveredBy(workbook));
    expect(valuesOf(workbook.sheets[0])).toEqual(valuesOf(expected));
    expect(workbook.sheets[0]?.merges).toEqual(expected?.merges);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['清单', '字典', '内部']);
  });

  it('gives the same dates from the calendar of 1904', async () => {
    const [list] = await sheetsOf(written(bookType, 1904));
    expect(valuesOf(list).map((cells) => cells[3])).toEqual(['启用时间', DATE, NOON, undefined]);
  });
});

/** `error: false` leaves out the error cell: ODF knows only formulas that fail. */
function written(bookType: 'xlsx' | 'biff8' | 'ods', calendar: Calendar, { error = true } = {}): Buffer {
  const day = NEW_YEAR[calendar];
  const list = XLSX.utils.aoa_to_sheet([
    ['序号', '社区代码', '常住户数', '启用时间', '状态'],
    [1, '001501020010', 2000.5, null, true],
    [2, ' 1200 ', null, null, false],
    ['合计', null, null, null, null],
  ]);
  const put = (address: string, cell: Cell) => {
    list[address] = cell;
  };
  put('D2', { t: 'n', v: day, z: bookType === 'ods' ? 'yyyy/m/d' : 'yyyy-mm-dd' });
  put('D3', { t: 'n', v: day + 0.5, z: 'm"月"d"日"' });
  put('C4', { t: 'n', v: 4001, f: 'C2*2' });
  if (error) put('E4', { t: 'e', v: 23 });
  list['!merges'] = [XLSX.utils.decode_range('A4:B4')];
  list['!rows'] = [{}, { hidden: true }];
  list['!cols'] = [{}, {}, { hidden: true }];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, list, '清单');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['词条']]), '字典');
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['说明']]), '内部');
  book.Workbook = {
    WBProps: { date1904: calendar === 1904 },
    Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }],
  };
  return XLSX.write(book, { type: 'buffer', bookType }) as Buffer;
}

/** A workbook with 1 in A1 and the given XML beside it, as no library would write it. */
function withCell(xml: string): Buffer {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[1]]), '清单');
  const file = XLSX.CFB.read(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer, {
    type: 'buffer',
  });
  const part = XLSX.CFB.find(file, '/xl/worksheets/sheet1.xml');
  if (part === null) throw new Error('no worksheet');
  const sheet = Buffer.from(part.content as Uint8Array).toString('utf8');
  part.content = Buffer.from(sheet.replace('</c></row>', `</c>${xml}</row>`));
  return Buffer.from(XLSX.CFB.write(file, { type: 'buffer', fileType: 'zip' }) as Buffer);
}

async function sheetsOf(bytes: Buffer): Promise<Workbook['sheets']> {
  return (await readWorkbook(bytes, '清单.xlsx')).sheets;
}

/** Cells row by row, dates without their format, rows cut behind their last cell. */
function valuesOf(sheet: Workbook['sheets'][number] | undefined): unknown[][] {
  return [...(sheet?.rows() ?? [])].map(({ cells }) => {
    const values = cells.map(comparable);
    return values.slice(0, values.findLastIndex((value) => value !== undefined) + 1);
  });
}

function comparable(cell: CellValue | undefined): unknown {
  return typeof cell === 'object' && cell.kind === 'date' ? { kind: cell.kind, iso: cell.iso } : cell;
}

function deliveredBy(workbook: Workbook): number {
  return workbook.sheets
    .flatMap((sheet) => [...sheet.rows()])
    .flatMap(({ cells }) => cells.filter((cell) => cell !== undefined)).length;
}
