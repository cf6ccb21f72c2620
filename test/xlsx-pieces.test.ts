import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnName } from '../src/model/origin.ts';
import type { Row } from '../src/model/workbook.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import type { CellContext } from '../src/read/xlsx/cell.ts';
import { CellCount } from '../src/read/xlsx/guard.ts';
import { SheetScanner } from '../src/read/xlsx/sheet.ts';
import { ReadyStrings } from '../src/read/xlsx/string-table.ts';
import { readStrings, StringScanner } from '../src/read/xlsx/strings.ts';
import { streamXlsx } from '../src/read/xlsx/xlsx.ts';
import { zipEntries } from '../src/read/zip.ts';
import { xlsxOf } from './support/parts.ts';

const SEED = 20_261_124;
const place = { part: 'xl/worksheets/sheet1.xml', limits: DEFAULT_LIMITS };
const strings = new ReadyStrings(place);
for (const text of ['甲', '乙 & 丙', '']) strings.add(text);
const context: CellContext = {
  strings,
  lostStrings: null,
  dateStyles: [null, 'yyyy-mm-dd'],
  numberStyles: null,
  date1904: false,
};

/** Everything that a worksheet can hold which the scanner treats in different ways, cut anywhere. */
const SHEET = `<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><!-- <c r="A1"><v>9</v></c> -->
<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" spans="1:3" ht="20.1"><c r="A1" s="1"><v>45292</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" s="0"/></row>
<!-- between rows --><row r="2" hidden="1"><c r="A2"><f>1+1</f><v>2</v></c><c r="C2" t="inlineStr"><is><r><t>社</t></r><r><t>区</t></r></is></c></row>
<row r="4"/><row><c t="str"><v><![CDATA[<c>]]></v></c><c><v>-0.5</v></c><c><f>A1</f></c><c r="AB5"><v></v></c></row></sheetData>
<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells></worksheet>`;

interface Said {
  readonly rows: readonly Row[];
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly unknown[];
  readonly counted: number;
}

/** Reads a worksheet in pieces of the given lengths, over and over, as they would come from an inflater. */
function inPieces(xml: string, lengths: readonly number[]): Said {
  const bytes = Buffer.from(xml);
  const rows: Row[] = [];
  let hiddenColumns: readonly number[] = [];
  const scanner = new SheetScanner(context, place, {
    columns: (hidden) => {
      hiddenColumns = hidden;
    },
    row: (row) => rows.push(row),
  });
  const count = new CellCount();
  let [held, counted] = [0, 0];
  for (let [at, turn] = [0, 0]; at < bytes.length; turn++) {
    at = Math.min(bytes.length, at + (lengths[turn % lengths.length] ?? 1));
    // What lies behind the piece is rubbish, as in a buffer that is used again.
    const room = Buffer.concat([bytes.subarray(held, at), Buffer.from('1</v></c>"<')]);
    const to = at - held;
    held += scanner.push(room, 0, to, at === bytes.length);
    const end = at === bytes.length ? at : bytes.lastIndexOf('>', at - 1) + 1;
    if (end <= counted) continue;
    count.count(bytes, counted, end, 0);
    counted = end;
  }
  return { rows, hiddenColumns, merges: scanner.merges, counted: count.cells };
}

describe('a worksheet in pieces', () => {
  const whole = inPieces(SHEET, [SHEET.length * 4]);

  it('says what it says whole', () => {
    expect(whole).toEqual({
      rows: [
        {
          number: 1,
          hidden: false,
          cells: [{ kind: 'date', iso: '2024-01-01', format: 'yyyy-mm-dd' }, '乙 & 丙'],
        },
        { number: 2, hidden: true, cells: [2, undefined, '社区'] },
        { number: 4, hidden: false, cells: [] },
        { number: 5, hidden: false, cells: ['<c>', -0.5, { kind: 'formula', formula: '=A1' }] },
      ],
      hiddenColumns: [2, 3],
      merges: [{ top: 1, left: 1, bottom: 2, right: 2 }],
      counted: 7,
    });
  });

  it('byte by byte', () => {
    expect(inPieces(SHEET, [1])).toEqual(whole);
  });

  it('cut anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }), (lengths) => {
        expect(inPieces(SHEET, lengths)).toEqual(whole);
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});

describe('shared strings in pieces', () => {
  const XML = Buffer.from(
    '<?xml version="1.0"?><sst><si><t>甲</t></si><si><t>&lt;乙</t></si><si><t xml:space="preserve"> 丙</t></si><!-- </t></si><si><t> --><si/><si><r><t>丁</t></r><rPh><t>ding</t></rPh><r><t>_x000D_</t></r></si><si><t>戊</t></si></sst>',
  );
  const TEXTS = ['甲', '<乙', ' 丙', '', '丁\r', '戊'];

  it.each([1, 2, 7, 1000])('of %i bytes', (length) => {
    const scanner = new StringScanner(place);
    let held = 0;
    for (let at = 0; at < XML.length; ) {
      at = Math.min(XML.length, at + length);
      const room = Buffer.concat([XML.subarray(held, at), Buffer.from('</t></si>')]);
      held += scanner.push(room, 0, at - held, at === XML.length);
    }
    const { table } = scanner;
    expect(Array.from({ length: table.count }, (_, index) => table.at(index))).toEqual(TEXTS);
  });

  it('or whole, with and without a comment, are the same', () => {
    for (const xml of [XML, Buffer.from(XML.toString().replace(/<!--.*-->/, ''))]) {
      const table = readStrings(xml, place);
      expect(Array.from({ length: table.count }, (_, index) => table.at(index))).toEqual(TEXTS);
    }
  });
});

describe('a large workbook', () => {
  const TEXT = '协助开展社会治安综合治理'.repeat(8);
  const ROWS = 40_000;
  const sheet = `<sheetData>${Array.from({ length: ROWS }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index + 1}</v></c><c r="B${index + 1}" t="s"><v>${index}</v></c><c r="C${index + 1}" t="str"><v>${TEXT}</v></c></row>`).join('')}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`;
  const texts = Array.from({ length: ROWS }, (_, index) => `<si><t>${TEXT}${index}</t></si>`).join('');

  it('is given away row by row, with merges and the second count at the end', async () => {
    const bytes = xlsxOf({ sheet, strings: texts });
    const entries = zipEntries(bytes, DEFAULT_LIMITS);
    // Both parts are large enough to come in pieces.
    expect(entries.filter(({ size }) => size > 8 * 1_048_576)).toHaveLength(2);
    const seen: string[] = [];
    let rows = 0;
    let pauses = 0;
    const handover = await streamXlsx(bytes, entries, DEFAULT_LIMITS, {
      begin: ({ name }) => seen.push(`begin ${name}`),
      row: ({ number, cells }) => {
        rows++;
        if (number !== rows || cells[0] !== rows || cells[1] !== `${TEXT}${rows - 1}` || cells[2] !== TEXT)
          seen.push(`row ${number}`);
      },
      end: ({ merges, countedCells }) => seen.push(`end ${merges.length} ${countedCells}`),
      pause: () => {
        pauses++;
        return undefined;
      },
    });
    expect(handover).toBeNull();
    expect(seen).toEqual(['begin 清单', `end 1 ${3 * ROWS}`]);
    expect(rows).toBe(ROWS);
    expect(pauses).toBeGreaterThan(20);
  });
});

describe('any way to write where a cell stands', () => {
  const reference = fc.constantFrom('full', 'lower', 'dollar', 'none');

  it('gives the same cells', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), reference), { maxLength: 5 }), {
          maxLength: 5,
        }),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        (rows, numbered) => {
          const expected: Row[] = [];
          const xml = rows.map((gaps, index) => {
            const cells: (number | undefined)[] = [];
            let column = 0;
            const written = gaps.map(([gap, how]) => {
              column += how === 'none' ? 1 : gap;
              while (cells.length < column - 1) cells.push(undefined);
              cells.push(column);
              const full = `${columnName(column)}${index + 1}`;
              const shown = {
                full,
                lower: full.toLowerCase(),
                dollar: full.replace(/^(\D+)/, '$$$1$$'),
                none: '',
              }[how];
              return `<c${shown === '' ? '' : ` r="${shown}"`}><v>${column}</v></c>`;
            });
            expected.push({ number: index + 1, hidden: false, cells });
            return `<row${numbered[index] === true ? ` r="${index + 1}"` : ''}>${written.join('')}</row>`;
          });
          const { rows: read } = inPieces(
            `<worksheet><sheetData>${xml.join('')}</sheetData></worksheet>`,
            [10_000],
          );
          expect(read).toEqual(expected);
        },
      ),
      { numRuns: 500, seed: SEED },
    );
  });
});
