import { describe, expect, it } from 'vitest';
import type { CellValue } from '../src/model/workbook.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { readWorkbook } from '../src/read/read.ts';
import { UnreadableError } from '../src/read/unreadable.ts';
import { readXlsx } from '../src/read/xlsx/xlsx.ts';
import { zipEntries } from '../src/read/zip.ts';
import { type Parts, xlsxOf } from './support/parts.ts';

const STYLES =
  '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>';
const row = (cells: string, attributes = 'r="1"') =>
  `<sheetData><row ${attributes}>${cells}</row></sheetData>`;

function own(parts: Parts) {
  const bytes = xlsxOf(parts);
  return readXlsx(bytes, zipEntries(bytes, DEFAULT_LIMITS), DEFAULT_LIMITS);
}

function cells(parts: Parts): (CellValue | undefined)[] | undefined {
  const [first] = own(parts)?.sheets[0]?.rows() ?? [];
  return first === undefined ? undefined : [...first.cells];
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
    [
      'comments between rows go to the library',
      { sheet: `<!-- <c><v>9</v></c> -->${row('<c r="A1"><v>1</v></c>')}` },
      [1],
    ],
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
  ])('%s', async (what, parts, expected) => {
    if (what.includes('library')) expect(own(parts)).toBeNull();
    else expect(cells(parts)).toEqual(expected);
    const workbook = await readWorkbook(xlsxOf(parts), '清单.xlsx');
    const [first] = workbook.sheets[0]?.rows() ?? [];
    expect(first?.cells).toEqual(expected);
  });

  it('counts what it delivers, formulas and inline strings too', () => {
    const workbook = own({
      sheet: row(
        '<c r="A1"><f>1</f></c><c r="B1"><v></v></c><c r="C1" t="inlineStr"><is><t>甲</t></is></c><c r="D1" s="1"/>',
      ),
    });
    expect(workbook?.countedCells).toBe(2);
  });

  it('merges, hidden rows and columns', () => {
    const sheet = own({
      sheet: `<cols><col min="2" max="3" hidden="1"/></cols>${row('<c r="A1"><v>1</v></c>', 'r="3" hidden="1"').replace('r="A1"', 'r="A3"')}<mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="$B$5"/></mergeCells>`,
    })?.sheets[0];
    expect(sheet?.merges).toEqual([
      { top: 1, left: 1, bottom: 2, right: 3 },
      { top: 5, left: 2, bottom: 5, right: 2 },
    ]);
    expect(sheet?.hiddenColumns).toEqual([2, 3]);
    expect([...(sheet?.rows() ?? [])].map(({ number, hidden }) => [number, hidden])).toEqual([[3, true]]);
  });
});

describe('what it does not know for certain it hands to the library', () => {
  it.each<[string, Parts]>([
    [
      'a prefix before every name',
      {
        sheet: '',
        replace: {
          'xl/worksheets/sheet1.xml':
            '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData/></x:worksheet>',
        },
      },
    ],
    ['CDATA', { sheet: row('<c r="A1" t="str"><v><![CDATA[甲]]></v></c>') }],
    [
      'a document type',
      {
        sheet: '',
        replace: {
          'xl/worksheets/sheet1.xml':
            '<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>',
        },
      },
    ],
    ['an entity of its own', { sheet: row('<c r="A1" t="str"><v>&a;</v></c>') }],
    ['a row number that is none', { sheet: row('<c><v>1</v></c>', 'r="abc"') }],
    ['a row number with a fraction', { sheet: row('<c><v>1</v></c>', 'r="2.5"') }],
    [
      'rows out of order',
      {
        sheet:
          '<sheetData><row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
      },
    ],
    ['a cell that claims another row', { sheet: row('<c r="B7"><v>1</v></c>', 'r="2"') }],
    ['a column beyond the last', { sheet: row('<c r="XFE1"><v>1</v></c>') }],
    ['a row beyond the last', { sheet: row('<c><v>1</v></c>', 'r="1048577"') }],
    [
      'a string that is not there',
      { sheet: row('<c r="A1" t="s"><v>5</v></c>'), strings: '<si><t>甲</t></si>' },
    ],
    ['a type nobody knows', { sheet: row('<c r="A1" t="zz"><v>5</v></c>') }],
    ['a number that is none', { sheet: row('<c r="A1"><v>5x</v></c>') }],
    ['a part in another case', { sheet: row('<c r="A1"><v>5</v></c>'), target: 'worksheets/Sheet1.xml' }],
    ['no sheet at all', { sheet: '', replace: { 'xl/workbook.xml': '<workbook><sheets/></workbook>' } }],
  ])('%s', (_, parts) => {
    expect(own(parts)).toBeNull();
  });
});

describe('what is broken it refuses', () => {
  it('a part that breaks off although its CRC is right', () => {
    const part = 'xl/worksheets/sheet1.xml';
    const cut = {
      sheet: '',
      replace: { [part]: '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>' },
    };
    const refused = () => own(cut);
    expect(refused).toThrow(UnreadableError);
    expect(refused).toThrow(part);
  });
});
