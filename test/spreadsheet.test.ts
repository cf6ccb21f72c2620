import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { readHere, readWorkbook } from '../src/read/read.ts';
import { sniff } from '../src/read/sniff.ts';
import { readSpreadsheet } from '../src/read/spreadsheet.ts';
import { xlsxOf } from './support/parts.ts';
import { zipOf } from './support/zip.ts';

/** The library on bytes that our own reader might take, and what it is held against. */
const library = (bytes: Buffer) =>
  readSpreadsheet(
    bytes,
    sniff(bytes, DEFAULT_LIMITS) as Parameters<typeof readSpreadsheet>[1],
    DEFAULT_LIMITS,
  );

const read = (bytes: Buffer) => readHere({ bytes, name: '清单', limits: DEFAULT_LIMITS, encoding: null });

type Read = Awaited<ReturnType<typeof read>>;

const cellsOf = (workbook: Read) =>
  workbook.sheets.map((sheet) => [...sheet.rows()].map(({ number, cells }) => [number, ...cells]));

const delivered = (workbook: Read) =>
  cellsOf(workbook).flatMap((rows) =>
    rows.flatMap(([, ...cells]) => cells.filter((cell) => cell !== undefined)),
  );

function ods(body: string): Buffer {
  const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`;
  return zipOf([
    ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['META-INF/manifest.xml', '<manifest:manifest/>'],
    ['content.xml', content],
  ]);
}

const table = (rows: string, name = '一') => `<table:table table:name="${name}">${rows}</table:table>`;
const row = (cells: string, repeats = '') => `<table:table-row${repeats}>${cells}</table:table-row>`;
const text = (value: string) =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const refused = (bytes: Buffer) => expect(read(bytes)).rejects;

describe('what the library loses in silence', () => {
  it('two sheets of one name: refused, since one would be read for both', async () => {
    const twice = ods(table(row(text('甲'))) + table(row(text('乙'))));
    await refused(twice).toMatchObject({ reason: 'sheets-of-one-name', args: { sheet: '一' } });
    expect(cellsOf(await read(ods(table(row(text('甲'))) + table(row(text('乙')), '二'))))).toEqual([
      [[1, '甲']],
      [[1, '乙']],
    ]);
  });

  it('a sheet called __proto__: refused here, read where that is a name like any other', async () => {
    const bytes = ods(table(row(text('甲')), '__proto__'));
    await refused(bytes).toMatchObject({ reason: 'damaged', args: { part: '__proto__' } });
    const isolated = await readWorkbook(bytes, '清单.ods');
    expect(isolated.sheets.map(({ name }) => name)).toEqual(['__proto__']);
    expect(cellsOf(isolated)).toEqual([[[1, '甲']]]);
  });

  it.each(['biff8', 'ods', 'xlml'] as const)(
    'sheets called as everything in the language is, in %s: read where all that is frozen',
    async (bookType) => {
      const file = XLSX.utils.book_new();
      for (const name of ['constructor', 'toString'])
        XLSX.utils.book_append_sheet(file, XLSX.utils.aoa_to_sheet([[name, 1]]), name);
      const bytes = XLSX.write(file, { type: 'buffer', bookType }) as Buffer;
      expect(cellsOf(await readWorkbook(bytes, '清单.xls'))).toEqual([
        [[1, 'constructor', 1]],
        [[1, 'toString', 1]],
      ]);
    },
  );

  it('a sheet that throws inside: the file is refused', async () => {
    const bytes = ods(
      table(row('<table:table-cell office:value-type="no such"><text:p>1</text:p></table:table-cell>')),
    );
    await refused(bytes).toMatchObject({ reason: 'damaged' });
  });

  it('a string that is not there, a reference in small letters: fewer cells than counted, or refused', async () => {
    const bad = xlsxOf({
      sheet:
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>999999</v></c></row></sheetData>',
      strings: '<si><t>甲</t></si>',
    });
    const outcome = await library(bad).then(
      (workbook) => delivered(workbook).length,
      () => 'refused',
    );
    expect(outcome).toBe('refused');
    const small = xlsxOf({ sheet: '<sheetData><row r="1"><c r="a1"><v>1</v></c></row></sheetData>' });
    const workbook = await library(small);
    expect(workbook.countedCells).toBe(1);
    expect(delivered(workbook).length).toBeLessThanOrEqual(1);
  });

  it('a formula without a stored result', async () => {
    const cell = '<table:table-cell table:formula="of:=[.A1]&gt;5"/>';
    const workbook = await read(ods(table(row(text('甲') + cell))));
    expect(cellsOf(workbook)).toEqual([[[1, '甲', { kind: 'formula', formula: '=A1>5' }]]]);
    expect(workbook.countedCells).toBe(2);
  });

  it('a value in a tag without content, and what lies under a merged area', async () => {
    const value = '<table:table-cell office:value-type="float" office:value="5"/>';
    const covered =
      '<table:covered-table-cell office:value-type="string"><text:p>在下面</text:p></table:covered-table-cell>';
    const workbook = await read(ods(table(row(value + covered))));
    expect(cellsOf(workbook)).toEqual([[[1, 5, '在下面']]]);
    expect(workbook.countedCells).toBe(2);
  });
});

describe('what the library takes for something else in an .ods', () => {
  const number = (value: string) =>
    `<table:table-cell office:value-type="float"${value}><text:p>5</text:p></table:table-cell>`;
  const date = (value: string) =>
    `<table:table-cell office:value-type="date" office:date-value="${value}"><text:p>2月</text:p></table:table-cell>`;
  const notANumber = { kind: 'error', code: 'NaN' };

  it.each<[string, string, unknown[][]]>([
    ['a row in one tag is a row', `<table:table-row/>${row(text('甲'))}`, [[2, '甲']]],
    ['a number without its value is none', row(number('')), [[1, notANumber]]],
    ['a number with a word behind it is none', row(number(' office:value="5x"')), [[1, notANumber]]],
    ['a number in another notation is one', row(number(' office:value="-1.5E3"')), [[1, -1500]]],
    ['a day that is not in the calendar is none', row(date('2024-02-31')), [[1, notANumber]]],
    ['CDATA is text', row(text('<![CDATA[<text:p>甲 & 乙</text:p>]]>')), [[1, '<text:p>甲 & 乙</text:p>']]],
    [
      'cells in an instruction or a comment are none',
      row(`<?x ${text('乙')} ?><!-- ${text('丙')} -->${text('甲')}`),
      [[1, '甲']],
    ],
  ])('%s', async (_, rows, expected) => {
    const workbook = await read(ods(table(rows)));
    expect(cellsOf(workbook)).toEqual([expected.map(([at, ...cells]) => [at, ...cells])]);
    expect(workbook.countedCells).toBe(delivered(workbook).length);
  });

  it('a day that is in the calendar is one', async () => {
    expect(delivered(await read(ods(table(row(date('2024-02-29'))))))).toMatchObject([
      { kind: 'date', iso: '2024-02-29' },
    ]);
  });

  it('a sheet without a name has the one that LibreOffice gives it', async () => {
    const nameless = ods(`<table:table>${row(text('甲'))}</table:table>${table(row(text('乙')))}`);
    const workbook = await read(nameless);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', '一']);
    expect(delivered(workbook)).toEqual(['甲', '乙']);
  });
});

describe('what would keep the library for ever', () => {
  const far = ' table:number-rows-repeated="2000000000"';
  const wide = '<table:table-cell table:number-columns-repeated="2000000000"></table:table-cell>';
  const underMerge = '<table:covered-table-cell table:number-columns-repeated="2000000000"/>';

  it('empty rows and columns repeated 2,000,000,000 times hold nothing', async () => {
    const workbook = await read(ods(table(row(text('甲') + wide) + row(underMerge, far) + row(wide, far))));
    expect(cellsOf(workbook).map((rows) => rows.map(([number, first]) => [number, first]))).toEqual([
      [[1, '甲']],
    ]);
    expect(workbook.countedCells).toBe(1);
  });

  it.each([
    ['a filled row repeated', table(row(text('甲'), far)), 'rows'],
    [
      'a filled cell repeated',
      table(
        row(
          text('甲').replace(
            '<table:table-cell',
            '<table:table-cell table:number-columns-repeated="2000000000"',
          ),
        ),
      ),
      'columns',
    ],
    ['a filled cell beyond the last column', table(row(wide + text('甲'))), 'columns'],
    ['a filled cell beyond the last row', table(row('', far) + row(text('甲'))), 'rows'],
    [
      'a filled cell in every place',
      table(
        row(
          text('甲').replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="16384"'),
          ' table:number-rows-repeated="1048576"',
        ),
      ),
      'cells',
    ],
    ['2,000,000,000 blanks', table(row(text('<text:s text:c="2000000000"/>'))), 'text'],
  ])('%s is over a limit', async (_, body, limit) => {
    await refused(ods(body)).toMatchObject({ reason: 'too-large', args: { limit } });
  });

  const xml = (cell: string) =>
    Buffer.from(
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="一"><Table><Row>${cell}</Row></Table></Worksheet></Workbook>`,
    );
  const data = '<Data ss:Type="String">甲</Data>';

  it.each([
    ['ss:Index', `<Cell ss:Index="2000000000">${data}</Cell>`, 'columns'],
    ['ss:MergeAcross', `<Cell ss:MergeAcross="2000000000">${data}</Cell>`, 'columns'],
    ['a merged area over all', `<Cell ss:MergeAcross="16383" ss:MergeDown="1048575">${data}</Cell>`, 'grid'],
  ])('XML 2003 with %s is over a limit', async (_, cell, limit) => {
    await refused(xml(cell)).toMatchObject({ reason: 'too-large', args: { limit } });
    const sound = await read(xml(`<Cell>${data}</Cell>`));
    expect([cellsOf(sound), sound.countedCells]).toEqual([[[[1, '甲']]], 1]);
  });
});

describe('text of one country', () => {
  it('an .xls before Excel 97 in the code page of Chinese Windows', async () => {
    const file = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(file, XLSX.utils.aoa_to_sheet([['AABBCCDD', 7]]), 'list');
    const bytes = XLSX.write(file, { type: 'buffer', bookType: 'biff5' }) as Buffer;
    // The library writes no Chinese in this format: the bytes of 事项名称 in GBK and the record of code page 936 are put in.
    Buffer.from('cac2cfeec3fbb3c6', 'hex').copy(bytes, bytes.indexOf('AABBCCDD'));
    const codePage = bytes.indexOf(Buffer.from('42000200', 'hex'));
    expect(codePage).toBeGreaterThan(0);
    bytes.writeUInt16LE(936, codePage + 4);
    const workbook = await readWorkbook(bytes, '清单.xls');
    expect(cellsOf(workbook)).toEqual([[[1, '事项名称', 7]]]);
    expect(workbook.countedCells).toBe(2);
  });

  it('XML 2003 in GBK, which the library takes for UTF-8', async () => {
    const head =
      '<?xml version="1.0" encoding="GB2312"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table><Row><Cell><Data ss:Type="String">';
    const bytes = Buffer.concat([
      Buffer.from(head),
      Buffer.from('d0edd6ce', 'hex'),
      Buffer.from('</Data></Cell></Row></Table></Worksheet></Workbook>'),
    ]);
    expect(cellsOf(await read(bytes))).toEqual([[[1, '许治']]]);
  });
});

it('one sealed file after another is told as sealed, by one reader', async () => {
  const sealed = zipOf([
    ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['META-INF/manifest.xml', '<manifest:manifest><manifest:encryption-data/></manifest:manifest>'],
    ['content.xml', 'sealed'],
  ]);
  for (let time = 0; time < 3; time++) {
    await expect(readWorkbook(sealed, '清单.ods')).rejects.toMatchObject({ reason: 'encrypted' });
  }
});

it('damaged deflate data ends in an error, and a damaged picture is nobody’s', async () => {
  const parts = (name: string): [string, string][] => [
    ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['META-INF/manifest.xml', '<manifest:manifest/>'],
    ['content.xml', `<office:document-content>${table(row(text('甲')))}</office:document-content>`],
    [name, 'x'.repeat(64)],
  ];
  const flip = (bytes: Buffer) => {
    const at = bytes.indexOf('x'.repeat(64));
    bytes[at + 5] = 0;
    return bytes;
  };
  expect(cellsOf(await read(flip(zipOf(parts('Thumbnails/thumbnail.png')))))).toEqual([[[1, '甲']]]);
  await refused(flip(zipOf(parts('styles.xml')))).toMatchObject({
    reason: 'damaged',
    args: { part: 'styles.xml' },
  });
});

it('a chain of sectors that turns back ends in an answer', async () => {
  const file = XLSX.utils.book_new();
  const rows = Array.from({ length: 2000 }, (_, index) => [index, `事项${index}`]);
  XLSX.utils.book_append_sheet(file, XLSX.utils.aoa_to_sheet(rows), '一');
  const bytes = XLSX.write(file, { type: 'buffer', bookType: 'biff8' }) as Buffer;
  const looped = Buffer.from(bytes);
  const table0 = 512 + looped.readUInt32LE(76) * 512;
  // Every chained sector leads back to the first.
  for (let at = table0; at < table0 + 512; at += 4)
    if (looped.readUInt32LE(at) < 0xfffffff0) looped.writeUInt32LE(0, at);
  await expect(readWorkbook(looped, '清单.xls', { ...DEFAULT_LIMITS, seconds: 5 })).rejects.toMatchObject({
    reason: expect.stringMatching(/^(?:damaged|too-slow|too-much-memory|unknown)$/),
  });
});
