import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { guarded, unguarded } from '../src/model/csv-guard.ts';
import type { FieldType } from '../src/model/policy.ts';
import type { CellValue, Workbook } from '../src/model/workbook.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { beginReading } from '../src/read/read.ts';
import { toCsv } from '../src/write/csv.ts';
import { type PlainTable, PlainTableError, type PlainValue, percentText } from '../src/write/plain-table.ts';
import { sheetNames } from '../src/write/sheet-names.ts';
import { toXlsx } from '../src/write/xlsx.ts';

const FLAGS = { yes: '是', no: '否' };

async function readBack(bytes: Buffer, name: string): Promise<Workbook> {
  return await beginReading({ bytes, name, limits: DEFAULT_LIMITS, encoding: null })();
}

function cellsOf(workbook: Workbook): (CellValue | undefined)[][] {
  return [...(workbook.sheets[0]?.rows() ?? [])].map(({ cells }) => [...cells]);
}

function tableOf(columns: readonly (readonly [string, FieldType])[], ...rows: PlainValue[][]): PlainTable {
  return { name: '表', columns: columns.map(([header, type]) => ({ header, type })), rows };
}

/** What spreadsheets, codes and scripts make hard to carry: each is one thing that is lost elsewhere. */
const AWKWARD = [
  '000123',
  '150102001001',
  '𠮷野家',
  '㙍',
  ' 前后有空格 ',
  '第一行\n第二行',
  'a\r\nb',
  'a\rb',
  '\u000b竖制表',
  '_x0041_',
  '_x000D_',
  '<b>&"\'</b>',
  '“引号”,逗号',
  '=1+1',
  '+86 471',
  '-- 协助',
  '@某人',
  '\t=cmd',
  '＝SUM(A1)',
  "'=1",
  "''+x",
  "'只是引号",
  '|pipe',
  '-5',
  '1e5',
  'TRUE',
  '2024-01-01',
];

describe('xlsx', () => {
  it('keeps every awkward text, as our reader and the spreadsheet library read it', async () => {
    const bytes = await toXlsx([tableOf([['文字', 'text']], ...AWKWARD.map((text) => [text]))], FLAGS);
    expect(
      cellsOf(await readBack(bytes, 'a.xlsx'))
        .slice(1)
        .map(([cell]) => cell),
    ).toEqual(AWKWARD);
    const sheet = XLSX.read(bytes, { dense: true }).Sheets.表 as {
      '!data'?: { v?: unknown; f?: string }[][];
    };
    const cells = (sheet['!data'] ?? []).slice(1).map(([cell]) => cell);
    // The library turns CR LF and CR into LF by itself.
    const lf = (text: unknown) => String(text).replace(/\r\n?/g, '\n');
    expect(cells.map((cell) => lf(cell?.v))).toEqual(AWKWARD.map(lf));
    expect(cells.filter((cell) => cell?.f !== undefined)).toEqual([]);
  });

  it('writes numbers, days, percentages, yes and no as what they are', async () => {
    const table = tableOf(
      [
        ['户数', 'whole'],
        ['日期', 'date'],
        ['占比', 'percent'],
        ['是否', 'flag'],
        ['代码', 'id'],
      ],
      [1200, '2024-03-08', 0.4357, true, '0012'],
      [null, '1899-01-01', null, false, null],
      ['约1200户', '去年', '四成', null, null],
    );
    const [, first, second, third] = cellsOf(await readBack(await toXlsx([table], FLAGS), 'a.xlsx'));
    expect(first?.slice(0, 1)).toEqual([1200]);
    expect(first?.[1]).toMatchObject({ kind: 'date', iso: '2024-03-08' });
    expect(first?.slice(2)).toEqual([0.4357, '是', '0012']);
    // Spreadsheets number days before March 1900 wrongly: such a day stays text.
    expect(second?.slice(0, 4)).toEqual([undefined, '1899-01-01', undefined, '否']);
    expect(third?.slice(0, 3)).toEqual(['约1200户', '去年', '四成']);
  });

  it('gives the same bytes at any time', async () => {
    const table = tableOf([['甲', 'text']], ['乙']);
    const first = await toXlsx([table], FLAGS);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect((await toXlsx([table], FLAGS)).equals(first)).toBe(true);
  });

  it('names its sheets as spreadsheets allow, none twice', () => {
    const long = '很'.repeat(40);
    const names = sheetNames(['a/b', 'A_b', "'引'", '', long, long, `${'长'.repeat(30)}𠮷`]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) {
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[\\/?*[\]:]|^'|'$|[\ud800-\udbff]$/);
    }
  });

  it('refuses a text that no cell holds, with its place', async () => {
    const table = tableOf([['甲', 'text']], ['短'], ['长'.repeat(32_768)]);
    const error = await toXlsx([table], FLAGS).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PlainTableError);
    expect(error).toMatchObject({ reason: 'text-too-long', place: { row: 3, column: 1 } });
  });
});

describe('csv', () => {
  it.each(['utf-8', 'gb18030'] as const)('keeps every awkward text in %s', async (encoding) => {
    const table = tableOf(
      [
        ['文字', 'text'],
        ['后', 'text'],
      ],
      ...AWKWARD.map((text) => [text, '尾']),
    );
    const bytes = await toCsv(table, encoding, FLAGS);
    expect(bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))).toBe(encoding === 'utf-8');
    const rows = cellsOf(await readBack(bytes, 'a.csv')).slice(1);
    expect(rows.map(([cell]) => cell)).toEqual(AWKWARD);
  });

  it('leaves no cell that a spreadsheet would run', async () => {
    const hostile = ['=HYPERLINK("x")', ' +1+1', '\u0000-2+3', '@SUM(1)', '\r\n=1', '＋1＋1'];
    const text = (
      await toCsv(tableOf([['a', 'text']], ...hostile.map((one) => [one])), 'utf-8', FLAGS)
    ).toString();
    const cells = [...text.matchAll(/"((?:[^"]|"")*)"/g)].slice(1).map(([, cell = '']) => cell);
    expect(cells).toHaveLength(hostile.length);
    expect(cells.filter((cell) => !cell.startsWith("'"))).toEqual([]);
  });

  it('leaves numbers as they are', () => {
    for (const number of ['-5', '+3.5', '-43.57%', '0']) expect(guarded(number)).toBe(number);
  });

  it('takes its guard back from any text', () => {
    const sign = fc.constantFrom(...'=+-@|\'"＝＋ \t\n1a甲');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 8 }), (signs) => {
        const text = signs.join('');
        expect(unguarded(guarded(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses half a character in GB18030, with its place', async () => {
    const table = tableOf([['甲', 'text']], ['好'], ['坏\ud842']);
    await expect(toCsv(table, 'gb18030', FLAGS)).rejects.toMatchObject({
      reason: 'encoding',
      place: { row: 3, column: 1 },
    });
  });
});

it('percentages carry no dust', () => {
  expect(percentText(0.4357)).toBe('43.57%');
  expect(percentText(0.07)).toBe('7%');
});
