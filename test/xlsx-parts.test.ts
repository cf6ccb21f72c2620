import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CellValue, Handover, UnreadableReason, Workbook } from '../src/model/workbook.ts';
import { DEFAULT_LIMITS, type LimitId } from '../src/read/limits.ts';
import { readWorkbook } from '../src/read/read.ts';
import { UnreadableError } from '../src/read/unreadable.ts';
import { readXlsx } from '../src/read/xlsx/xlsx.ts';
import { zipEntries } from '../src/read/zip.ts';
import { zip } from './hostile/container.ts';
import { STYLES as STYLES_PART, parts as soundParts } from './hostile/workbook.ts';
import { type Parts, xlsxOf } from './support/parts.ts';
import { jianfu } from './support/run.ts';

const STYLES =
  '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>';
const row = (cells: string, attributes = 'r="1"') =>
  `<sheetData><row ${attributes}>${cells}</row></sheetData>`;

const part = (name: string, xml: string): Parts => ({ sheet: '', replace: { [name]: xml } });
const SHEET = 'xl/worksheets/sheet1.xml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const ONE = '<c r="A1"><v>1</v></c>';

function read(parts: Parts) {
  const bytes = xlsxOf(parts);
  return readXlsx(bytes, zipEntries(bytes, DEFAULT_LIMITS), DEFAULT_LIMITS);
}

async function own(parts: Parts): Promise<Workbook> {
  const workbook = await read(parts);
  if ('sheets' in workbook) return workbook;
  throw new Error(`handed over: ${workbook.part} ${workbook.why}`);
}

async function cells(parts: Parts): Promise<(CellValue | undefined)[]> {
  const [first] = (await own(parts)).sheets[0]?.rows() ?? [];
  return [...(first?.cells ?? [])];
}

describe('cells as few writers leave them', () => {
  it.each<[string, Parts, (CellValue | undefined)[]]>([
    ['without references', { sheet: row('<c><v>1</v></c><c/><c><v>3</v></c>', '') }, [1, undefined, 3]],
    ['references in lower case', { sheet: row('<c r="b1"><v>2</v></c>') }, [undefined, 2]],
    [
      'inline strings, rich, with phonetic runs left out',
      {
        sheet: row(
          '<c r="A1" t="inlineStr"><is><r><t>社</t></r><r><t xml:space="preserve"> 区</t></r><rPh sb="0" eb="1"><t>she</t></rPh></is></c>',
        ),
      },
      ['社 区'],
    ],
    [
      'shared strings, rich, empty and missing text',
      {
        sheet: row('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'),
        strings: '<si><r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r></si><si/>',
      },
      ['甲乙', ''],
    ],
    [
      'entities and escapes',
      { sheet: row('<c r="A1" t="str"><v>&lt;&#x4e00;&#19968;&amp;_x000D_</v></c>') },
      ['<一一&\r'],
    ],
    ['comments between rows', { sheet: `<!-- <c><v>9</v></c> -->${row('<c r="A1"><v>1</v></c>')}` }, [1]],
    [
      'a style that shows a date, built in and own',
      {
        sheet: row(
          '<c r="A1" s="1"><v>45292</v></c><c r="B1" s="2"><v>45292.5</v></c><c r="C1" s="0"><v>45292</v></c>',
        ),
        styles: STYLES,
      },
      [
        { kind: 'date', iso: '2024-01-01', format: 'm/d/yy' },
        { kind: 'date', iso: '2024-01-01T12:00:00', format: 'yyyy"年"' },
        45292,
      ],
    ],
    [
      'a date as ISO text',
      { sheet: row('<c r="A1" t="d"><v>2024-03-08</v></c>') },
      [{ kind: 'date', iso: '2024-03-08', format: '' }],
    ],
    [
      'booleans and errors',
      {
        sheet: row(
          '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#REF!</v></c>',
        ),
      },
      [true, false, { kind: 'error', code: '#REF!' }],
    ],
    [
      'formulas with and without a stored result, shared ones too',
      {
        sheet: row(
          '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1&amp;"x"</f></c><c r="C1"><f t="shared" si="0"/></c><c r="D1" t="str"><f>""</f><v></v></c>',
        ),
      },
      [2, { kind: 'formula', formula: '=A1&"x"' }, { kind: 'formula', formula: '=' }, ''],
    ],
    [
      'an empty value is an empty cell',
      { sheet: row('<c r="A1"><v></v></c><c r="B1"><v/></c><c r="C1"><v>1</v></c>') },
      [undefined, undefined, 1],
    ],
    [
      'numbers that are none, as the error they are',
      {
        sheet: row(
          '<c r="A1"><v>5x</v></c><c r="B1"><v>NaN</v></c><c r="C1"><v>0x10</v></c><c r="D1"><v>1e999</v></c><c r="E1" t="b"><v>7</v></c>',
        ),
      },
      ['5x', 'NaN', '0x10', '1e999', '7'].map((code) => ({ kind: 'error', code })),
    ],
    [
      'numbers in every form',
      {
        sheet: row(
          '<c r="A1"><v>-0.25</v></c><c r="B1"><v>1.5E-7</v></c><c r="C1"><v>0.30000000000000004</v></c><c r="D1"><v>123456789012345678</v></c><c r="E1" t="n"><v> 7 </v></c><c r="F1"><v>.5</v></c>',
        ),
      },
      [-0.25, 1.5e-7, 0.1 + 0.2, 123456789012345680, 7, 0.5],
    ],
    [
      'a reference to a text that is empty',
      { sheet: row('<c r="A1" t="s"><v></v></c>'), strings: '<si><t>甲</t></si>' },
      [],
    ],
    [
      'CDATA, with a comment and an entity beside it',
      { sheet: row('<c r="A1" t="str"><v>1&lt;<!-- no -->2<![CDATA[<c>&amp;]]>3</v></c>') },
      ['1<2<c>&amp;3'],
    ],
    [
      'names with a prefix',
      part(
        SHEET,
        `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
      ),
      [1, '甲'],
    ],
    [
      'the strict form of the standard',
      part(
        SHEET,
        '<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
      ),
      [1],
    ],
    [
      'a part in UTF-16',
      {
        sheet: '',
        replace: {
          [SHEET]: Buffer.from(
            `\ufeff<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>社区</v></c></row></sheetData></worksheet>`,
            'utf16le',
          ),
        },
      },
      ['社区'],
    ],
    ['a sheet without <sheetData>', { sheet: '<cols/>' }, []],
    [
      'a declared dimension far too large',
      { sheet: `<dimension ref="A1:XFD1048576"/>${row('<c r="A1"><v>1</v></c>')}` },
      [1],
    ],
    [
      'a target that leads up and down again',
      { sheet: row('<c r="A1"><v>1</v></c>'), target: '../xl/worksheets/sheet1.xml' },
      [1],
    ],
    [
      'a target from the root',
      { sheet: row('<c r="A1"><v>1</v></c>'), target: '/xl/worksheets/sheet1.xml' },
      [1],
    ],
  ])('%s', async (_, parts, expected) => {
    expect(await cells(parts)).toEqual(expected);
    const workbook = await readWorkbook(xlsxOf(parts), '清单.xlsx');
    const [first] = workbook.sheets[0]?.rows() ?? [];
    expect(first?.cells ?? []).toEqual(expected);
  });

  it('with parts whose names are written in another way', async () => {
    const [sheet] = (await own({ sheet: row(ONE), target: 'Worksheets\\SHEET1.xml' })).sheets;
    expect([...(sheet?.rows() ?? [])].map((found) => found.cells)).toEqual([[1]]);
  });

  it('counts what it delivers, formulas and inline strings too', async () => {
    const workbook = await own({
      sheet: row(
        '<c r="A1"><f>1</f></c><c r="B1"><v></v></c><c r="C1" t="inlineStr"><is><t>甲</t></is></c><c r="D1" s="1"/>',
      ),
    });
    expect(workbook.countedCells).toBe(2);
  });

  it('merges, hidden rows and columns', async () => {
    const { sheets } = await own({
      sheet: `<cols><col min="2" max="3" hidden="1"/></cols>${row('<c r="A1"><v>1</v></c>', 'r="3" hidden="1"').replace('r="A1"', 'r="A3"')}<mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="$B$5"/></mergeCells>`,
    });
    const [sheet] = sheets;
    expect(sheet?.merges).toEqual([
      { top: 1, left: 1, bottom: 2, right: 3 },
      { top: 5, left: 2, bottom: 5, right: 2 },
    ]);
    expect(sheet?.hiddenColumns).toEqual([2, 3]);
    expect([...(sheet?.rows() ?? [])].map(({ number, hidden }) => [number, hidden])).toEqual([[3, true]]);
  });
});

describe('what it does not know for certain it hands to the library, and says which part and why', () => {
  it.each<[string, Parts, Handover['why'], string?]>([
    [
      'two prefixes for one namespace',
      part(SHEET, `<worksheet xmlns="${MAIN}" xmlns:x="${MAIN}"><sheetData/></worksheet>`),
      'namespace',
    ],
    ['another namespace', part(SHEET, '<worksheet xmlns="urn:other"><sheetData/></worksheet>'), 'namespace'],
    ['an entity of its own', { sheet: row('<c r="A1" t="str"><v>&a;</v></c>') }, 'entity'],
    ['a row number that is none', { sheet: row('<c><v>1</v></c>', 'r="abc"') }, 'reference'],
    ['row 0', { sheet: row('<c><v>1</v></c>', 'r="0"') }, 'reference'],
    [
      'rows out of order',
      { sheet: `<sheetData><row r="2"><c r="A2"><v>1</v></c></row><row r="1">${ONE}</row></sheetData>` },
      'order',
    ],
    ['cells out of order', { sheet: row('<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>') }, 'order'],
    ['a cell twice', { sheet: row(ONE + ONE) }, 'order'],
    ['a cell without a column', { sheet: row('<c r="1"><v>1</v></c>') }, 'reference'],
    ['a style that is not there', { sheet: row('<c r="A1" s="9"><v>1</v></c>'), styles: STYLES }, 'style'],
    ['an element nobody knows in a row', { sheet: row(`<d/>${ONE}`) }, 'structure'],
    ['an element nobody knows in a cell', { sheet: row('<c r="A1"><w>1</w></c>') }, 'structure'],
    ['a second <sheetData>', { sheet: row(ONE) + row(ONE) }, 'structure'],
    [
      'no sheet at all',
      part('xl/workbook.xml', '<workbook><sheets/></workbook>'),
      'structure',
      'xl/workbook.xml',
    ],
  ])('%s', async (_, parts, why, name = SHEET) => {
    expect(await read(parts)).toEqual({ part: name, why });
  });

  it('a style, where the part of styles is missing and a number asks for one', async () => {
    const handed = async (cell: string) => {
      const kept = soundParts().filter(({ name }) => name !== STYLES_PART);
      const bytes = zip(
        kept.map((sound) =>
          sound.name === SHEET
            ? { name: SHEET, content: `<worksheet xmlns="${MAIN}">${row(cell)}</worksheet>` }
            : sound,
        ),
      );
      return await readXlsx(bytes, zipEntries(bytes, DEFAULT_LIMITS), DEFAULT_LIMITS);
    };
    expect(await handed('<c r="A1" s="1"><v>45000</v></c>')).toEqual({ part: SHEET, why: 'style' });
    expect(await handed('<c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><v>5</v></c>')).toHaveProperty('sheets');
  });

  it('and the workbook that the library then reads carries it', async () => {
    const sheet = `<sheetData><row r="2"><c r="A2"><v>2</v></c></row><row r="1">${ONE}</row></sheetData>`;
    const workbook = await readWorkbook(xlsxOf({ sheet }), '清单.xlsx');
    expect(workbook.handover).toEqual({ part: SHEET, why: 'order' });
    expect([...(workbook.sheets[0]?.rows() ?? [])].map(({ cells: [first] }) => first)).toEqual([1, 2]);
  });
});

describe('the report of a file that the library read', () => {
  const sheet = `<sheetData><row r="2"><c r="A2"><v>2</v></c></row><row r="1">${ONE}</row></sheetData>`;
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'handover-')), '清单.xlsx');
  writeFileSync(file, xlsxOf({ sheet }));

  it.each(['check', 'tables'])('says so in %s, with the part and why', (command) => {
    const shown = jianfu([command, file]).stdout.replace(/\s/g, '');
    expect(shown).toContain(`${SHEET}的写法少见（行或单元格的次序），改由通用库读取`);
  });
});

describe('what is broken it refuses, naming part and cell', () => {
  it.each<[string, Parts, UnreadableReason, Readonly<Record<string, string>>]>([
    [
      'a part that breaks off although its CRC is right',
      part(SHEET, `<worksheet><sheetData><row r="1">${ONE}</row>`),
      'damaged',
      { part: SHEET },
    ],
    ['another root', part(SHEET, '<sheet><sheetData/></sheet>'), 'damaged', { part: SHEET }],
    ['a part of nothing but a blank', part(SHEET, ' '), 'damaged', { part: SHEET }],
    ['a part that is no XML', part(SHEET, 'rubbish'), 'damaged', { part: SHEET }],
    [
      'a row number with a fraction',
      { sheet: row('<c><v>1</v></c>', 'r="2.5"') },
      'damaged',
      { part: SHEET },
    ],
    [
      'a row twice',
      { sheet: `<sheetData><row r="1">${ONE}</row><row r="1"/></sheetData>` },
      'damaged',
      { part: SHEET },
    ],
    ['a row number twice', { sheet: row(ONE, 'r="1" r="1"') }, 'damaged', { part: SHEET }],
    [
      'a cell that claims another row',
      { sheet: row('<c r="B7"><v>1</v></c>', 'r="2"') },
      'damaged',
      { part: SHEET },
    ],
    ['a type twice', { sheet: row('<c r="A1" t="n" t="n"><v>1</v></c>') }, 'damaged', { part: SHEET }],
    [
      'a type nobody knows',
      { sheet: row('<c t="zz" r="A1"><v>5</v></c>') },
      'damaged',
      { part: `${SHEET} A1` },
    ],
    ['two values in a cell', { sheet: row('<c r="A1"><v>1</v><v>2</v></c>') }, 'damaged', { part: SHEET }],
    ['two formulas in a cell', { sheet: row('<c r="A1"><f>1</f><f>2</f></c>') }, 'damaged', { part: SHEET }],
    [
      'rows of another namespace',
      { sheet: row('<y:c xmlns:y="urn:y" r="A1"><y:v>1</y:v></y:c>') },
      'damaged',
      { part: SHEET },
    ],
    ['a tag inside the name of another', { sheet: row('<<c r="A1"/>') }, 'damaged', { part: SHEET }],
    ['a tag that breaks off', part(SHEET, '<worksheet><sheetData/></worksheet'), 'damaged', { part: SHEET }],
    ['an element closed twice', part(SHEET, '<worksheet/></worksheet>'), 'damaged', { part: SHEET }],
    [
      'a document type',
      part(SHEET, '<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>'),
      'unsafe',
      { what: 'doctype', part: SHEET },
    ],
    [
      'a text that is not there',
      { sheet: row('<c r="A1"/><c r="B1" t="s"><v>5</v></c>'), strings: '<si><t>甲</t></si>' },
      'damaged',
      { part: `${SHEET} B1` },
    ],
    ['an entity without end', { sheet: row('<c r="A1" t="str"><v>&lt</v></c>') }, 'damaged', { part: SHEET }],
    [
      'a column beyond the last',
      { sheet: row('<c r="XFE1"><v>1</v></c>') },
      'too-large',
      { limit: 'columns' },
    ],
    ['a row beyond the last', { sheet: row('', 'r="1048577"') }, 'too-large', { limit: 'rows' }],
    ['a row far beyond the last', { sheet: row('', 'r="4294967296"') }, 'too-large', { limit: 'rows' }],
    [
      'two sheets of one name',
      part(
        'xl/workbook.xml',
        '<workbook xmlns:r="r"><sheets><sheet name="甲" r:id="r1"/><sheet name="甲" r:id="r1"/></sheets></workbook>',
      ),
      'sheets-of-one-name',
      { sheet: '甲' },
    ],
    [
      'elements nested too deep',
      part(SHEET, `<worksheet>${'<a>'.repeat(300)}${'</a>'.repeat(300)}<sheetData/></worksheet>`),
      'too-large',
      { limit: 'depth', where: SHEET },
    ],
  ])('%s', async (_, parts, reason, args) => {
    const error = await read(parts).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnreadableError);
    expect(error).toMatchObject({ reason, args });
  });

  it.each<[LimitId, number, Parts]>([
    ['cells', 2, { sheet: row('<c><v>1</v></c><c><v>2</v></c><c><v>3</v></c>') }],
    ['grid', 5, { sheet: row('<c r="F1"><v>1</v></c>') }],
    ['sheets', 1, twoSheets()],
    ['strings', 2, { sheet: '<sheetData/>', strings: '<si><t>1</t></si><si><t>2</t></si><si/>' }],
    ['styles', 2, { sheet: '<sheetData/>', styles: STYLES }],
    [
      'merges',
      1,
      { sheet: '<sheetData/><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>' },
    ],
    ['text', 3, { sheet: row('<c t="str"><v>四个汉字</v></c>') }],
    ['text', 3, { sheet: row('<c t="inlineStr"><is><r><t>四个</t></r><r><t>汉字</t></r></is></c>') }],
    ['text', 3, { sheet: row('<c t="s"><v>0</v></c>'), strings: '<si><t>四个汉字</t></si>' }],
    ['part', 40, { sheet: '<sheetData/>' }],
    ['total', 400, { sheet: '<sheetData/>' }],
  ])('holds to the limit of %s', async (limit, value, parts) => {
    const bytes = xlsxOf(parts);
    const limits = { ...DEFAULT_LIMITS, [limit]: value };
    const entries = zipEntries(bytes, DEFAULT_LIMITS);
    const error = await readXlsx(bytes, entries, limits).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ reason: 'too-large', args: { limit } });
  });
});

function twoSheets(): Parts {
  return part(
    'xl/workbook.xml',
    '<workbook xmlns:r="r"><sheets><sheet name="甲" r:id="r1"/><sheet name="乙" r:id="r1"/></sheets></workbook>',
  );
}
