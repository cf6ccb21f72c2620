import fc from 'fast-check';
import nzh from 'nzh';
import { describe, expect, it } from 'vitest';
import type { Hedge } from '../src/model/dataset.ts';
import type { Table } from '../src/model/table.ts';
import type { CellValue } from '../src/model/workbook.ts';
import { toDate } from '../src/records/dates.ts';
import { chineseDecimal, chineseNumber } from '../src/records/numerals.ts';
import { toQuantity } from '../src/records/quantity.ts';
import { fieldColumns, RowRecord } from '../src/records/record.ts';
import { headerUnit } from '../src/records/units.ts';
import { toSerial, toValue } from '../src/records/values.ts';

const OPEN = Infinity;

describe('numbers', () => {
  it.each<[CellValue, number, string]>([
    [1200, 1200, ''],
    [0.5, 0.5, ''],
    ['1200', 1200, ''],
    ['001', 1, ''],
    [' 1200 ', 1200, ''],
    ['　1200', 1200, ''],
    ['2.0', 2, ''],
    ['-5', -5, ''],
    ['−5', -5, ''],
    ['负5', -5, ''],
    ['+5', 5, ''],
    ['１２００', 1200, ''],
    ['１，２００．５', 1200.5, ''],
    ['1,200', 1200, ''],
    ['1，200', 1200, ''],
    ['12,345,678.9', 12_345_678.9, ''],
    ['12\u200b00', 1200, ''],
    ['1200户', 1200, '户'],
    ['1200 户', 1200, '户'],
    ['共1200户', 1200, '户'],
    ['1200户（含空挂户）', 1200, '户'],
    ['150名', 150, '人'],
    ['350平方米', 350, '㎡'],
    ['350㎡', 350, '㎡'],
    ['350m²', 350, '㎡'],
    ['3.5平方公里', 3.5, '平方公里'],
    ['￥1200', 1200, '元'],
    ['1.2万', 12_000, ''],
    ['0.57万', 5700, ''],
    ['1.2万人', 12_000, '人'],
    ['3百户', 300, '户'],
    ['120万元', 1_200_000, '元'],
    ['1.5亿元', 150_000_000, '元'],
    ['3千米', 3, '公里'],
    ['43.57%', 43.57, '%'],
    ['85％', 85, '%'],
    ['3‰', 3, '‰'],
    ['百分之四十三点五七', 43.57, '%'],
    ['百分之80', 80, '%'],
    ['千分之三', 3, '‰'],
    ['1.5个百分点', 1.5, '百分点'],
    ['一千二百', 1200, ''],
    ['一百二十户', 120, '户'],
    ['两千三百人', 2300, '人'],
    ['壹佰贰拾元', 120, '元'],
    ['廿三', 23, ''],
    ['一万二', 12_000, ''],
    ['一万零二', 10_002, ''],
    ['三百五', 350, ''],
    ['二〇二四', 2024, ''],
    ['三个月', 3, '个月'],
  ])('%j is exactly %d %s', (cell, value, unit) => {
    expect(toQuantity(toValue(cell))).toMatchObject({ value, low: value, high: value, hedge: null, unit });
  });

  it.each<[string, Hedge, number | null, number, number, string]>([
    ['约1200户', 'about', 1200, 1150, 1250, '户'],
    ['大约1200', 'about', 1200, 1150, 1250, ''],
    ['1200户左右', 'about', 1200, 1150, 1250, '户'],
    ['约1200户左右', 'about', 1200, 1150, 1250, '户'],
    ['三十来个', 'about', 30, 25, 35, '个'],
    ['约1.2万人', 'about', 12_000, 11_500, 12_500, '人'],
    ['1200余户', 'more', 1200, 1200, 1300, '户'],
    ['140多', 'more', 140, 140, 150, ''],
    ['1.1万余', 'more', 11_000, 11_000, 12_000, ''],
    ['100多万元', 'more', 1_000_000, 1_000_000, 2_000_000, '元'],
    ['二十余户', 'more', 20, 20, 30, '户'],
    ['百余户', 'more', 100, 100, 200, '户'],
    ['十几户', 'more', 10, 10, 20, '户'],
    ['逾2000户', 'more', 2000, 2000, 3000, '户'],
    ['近2000', 'nearly', 2000, 1500, 2000, ''],
    ['将近1950人', 'nearly', 1950, 1945, 1950, '人'],
    ['不到2000户', 'nearly', 2000, 1500, 2000, '户'],
    ['不少于10', 'at-least', 10, 10, OPEN, ''],
    ['≥85%', 'at-least', 85, 85, OPEN, '%'],
    ['85%以上', 'at-least', 85, 85, OPEN, '%'],
    ['至少3人', 'at-least', 3, 3, OPEN, '人'],
    ['超过100户', 'above', 100, 100, OPEN, '户'],
    ['不超过3000户', 'at-most', 3000, -OPEN, 3000, '户'],
    ['3000户以内', 'at-most', 3000, -OPEN, 3000, '户'],
    ['<5', 'below', 5, -OPEN, 5, ''],
    ['1000—3000', 'range', null, 1000, 3000, ''],
    ['1000-3000户', 'range', null, 1000, 3000, '户'],
    ['10-15户', 'range', null, 10, 15, '户'],
    ['10户至15户', 'range', null, 10, 15, '户'],
    ['1000～3000户', 'range', null, 1000, 3000, '户'],
    ['1万—3万人', 'range', null, 10_000, 30_000, '人'],
    ['1—3万人', 'range', null, 10_000, 30_000, '人'],
    ['80%—90%', 'range', null, 80, 90, '%'],
  ])('%s is %s', (cell, hedge, value, low, high, unit) => {
    expect(toQuantity(toValue(cell))).toMatchObject({ hedge, value, low, high, unit });
  });

  it.each<[CellValue | undefined]>([
    [undefined],
    [''],
    ['无'],
    ['-'],
    ['1-2'],
    ['3/4'],
    ['12个月内'],
    ['A12'],
    ['1.2.3'],
    ['12,34'],
    ['1,2345'],
    ['1 200'],
    ['1.5E+11'],
    ['10²'],
    ['①'],
    ['½'],
    ['3月8日'],
    ['2024-03-08'],
    ['0471-1234567'],
    ['几百'],
    ['数百户'],
    ['约几百'],
    ['一二百户'],
    ['三五户'],
    ['3000—1000'],
    ['1000户—3000人'],
    ['1200户、3400人'],
    ['近2000余'],
    ['一千多套加三百'],
    [true],
    [{ kind: 'error', code: '#REF!' }],
    [{ kind: 'date', iso: '2024-03-01', format: 'm月d日' }],
  ])('%j is not one number', (cell) => {
    expect(toQuantity(toValue(cell))).toBeNull();
  });

  it('any number between its words comes out as it went in', () => {
    const number = fc.oneof(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.double({ min: 0, max: 9999, noNaN: true }).map((one) => Number(one.toFixed(2))),
    );
    const words = fc.tuple(fc.constantFrom('', '约', '不少于'), fc.constantFrom('', '户', '㎡', '%'));
    fc.assert(
      fc.property(number, words, fc.boolean(), (value, [before, unit], isWide) => {
        const digits = isWide
          ? String(value).replace(/\d/g, (one) => '０１２３４５６７８９'[Number(one)] ?? '')
          : String(value);
        const quantity = toQuantity(toValue(`${before}${digits}${unit}`));
        expect(quantity).toMatchObject({ value, unit });
        expect((quantity?.low ?? OPEN) <= value && value <= (quantity?.high ?? -OPEN)).toBe(true);
      }),
    );
  });
});

describe('the header of a column', () => {
  it.each([
    ['常住人口（万人）', '人', 10_000],
    ['经费（单位：万元）', '元', 10_000],
    ['服务用房面积（平方米）', '㎡', 1],
    ['常住人口（万）', '', 10_000],
    ['占比%', '%', 1],
    ['降幅（％）', '%', 1],
    ['常住人口（含暂住）', '', 1],
    ['基本情况/面积（㎡）', '㎡', 1],
  ])('%s sets %j × %d', (header, unit, scale) => {
    expect(headerUnit(header)).toEqual({ unit, scale });
  });

  function record(header: string, cells: readonly CellValue[]): RowRecord {
    const rows = cells.map((cell, index) => ({
      row: index + 2,
      cells: [cell],
      repeated: [],
      section: 0,
      list: null,
      hidden: false,
    }));
    const column = { column: 1, header, headerRow: 1, field: 'x', rivals: [], hidden: false };
    const table = { file: 'f', sheet: 's', unitLines: [], columns: [column], rows } as unknown as Table;
    return new RowRecord(rows[0] as never, table, fieldColumns(table), '');
  }

  it.each<[string, CellValue[], number, string]>([
    ['人口（万人）', [1.2], 12_000, '人'],
    ['人口（万人）', ['57人'], 57, '人'],
    ['人口（万人）', ['1.2万'], 12_000, '人'],
    ['人口', [57], 57, ''],
  ])('%s over %j', (header, cells, value, unit) => {
    expect(record(header, cells).quantity('x')).toMatchObject({ value, unit });
  });

  it.each<[string, CellValue[], number | undefined]>([
    ['降幅', ['43.57%'], 43.57],
    ['降幅', ['百分之四十三点五七'], 43.57],
    ['降幅', ['5‰'], 0.5],
    ['降幅（%）', [0.4357, 0.1], 43.57],
    ['降幅（%）', [0.4357, 12.5], 0.4357],
    ['降幅（%）', [43.57], 43.57],
    ['降幅', [1, 0], 1],
    ['降幅', ['3户'], undefined],
    ['降幅', ['无'], undefined],
  ])('in percent: %s over %j', (header, cells, value) => {
    expect(record(header, cells).percent('x')?.value).toBe(value);
  });
});

describe('dates', () => {
  it.each<[CellValue]>([
    ['2024-03-08'],
    ['2024.3.8'],
    ['2024.03.08.'],
    ['2024/3/8'],
    ['２０２４／３／８'],
    ['2024—3—8'],
    ['2024、3、8'],
    ['2024年3月8日'],
    ['2024 年 3 月 8 日'],
    ['2024年3月8号'],
    ['2024年03月08'],
    ['二〇二四年三月八日'],
    ['二零二四年三月八号'],
    ['20240308'],
    [20_240_308],
    ['2024/3/8 0:00:00'],
    ['2024-03-08T10:30:00'],
    [{ kind: 'date', iso: '2024-03-08', format: 'yyyy/m/d' }],
    [{ kind: 'date', iso: '2024-03-08T10:30:00', format: 'yyyy/m/d h:mm' }],
  ])('%j is 2024-03-08', (cell) => {
    expect(toDate(toValue(cell))).toEqual({ iso: '2024-03-08', doubt: null });
  });

  it.each<[CellValue | undefined, string | null, string | null]>([
    ['24.3.8', '2024-03-08', 'short-year'],
    ['24年3月8日', '2024-03-08', 'short-year'],
    ['98-3-8', '1998-03-08', 'short-year'],
    ['8-Mar-24', '2024-03-08', 'short-year'],
    ['8-Mar-2024', '2024-03-08', null],
    ['25/3/2024', '2024-03-25', null],
    ['3/25/2024', '2024-03-25', null],
    ['8/3/2024', null, 'day-or-month'],
    [45_359, '2024-03-08', 'serial'],
    ['45359', '2024-03-08', 'serial'],
    [45_359.5, '2024-03-08', 'serial'],
    ['二〇二三年十二月三十一日', '2023-12-31', null],
    ['2024-02-29', '2024-02-29', null],
    ['2023-02-29', null, 'no-such-day'],
    ['2024年13月1日', null, 'no-such-day'],
    ['20241301', null, 'no-such-day'],
    [{ kind: 'date', iso: '1900-02-29', format: 'd' }, null, 'no-such-day'],
    [{ kind: 'date', iso: '1900-01-00', format: 'd' }, null, 'no-such-day'],
    ['3月8日', null, 'no-year'],
    ['三月八日', null, 'no-year'],
    ['8-Mar', null, 'no-year'],
    ['2024年3月', null, 'no-day'],
    ['2024.3', null, 'no-day'],
    ['2024年', null, 'no-day'],
    [undefined, null, 'empty'],
    ['  ', null, 'empty'],
    ['1-2', null, 'not-a-date'],
    ['3/4', null, 'not-a-date'],
    ['12个月内', null, 'not-a-date'],
    ['A12', null, 'not-a-date'],
    ['2024-3/8', null, 'not-a-date'],
    ['2024.1.1-2024.12.31', null, 'not-a-date'],
    ['长期', null, 'not-a-date'],
    [5, null, 'not-a-date'],
    [-1, null, 'not-a-date'],
    [3e9, null, 'not-a-date'],
    [{ kind: 'error', code: '#N/A' }, null, 'not-a-date'],
  ])('%j is %s, %s', (cell, iso, doubt) => {
    expect(toDate(toValue(cell))).toEqual({ iso, doubt });
  });

  it('every day of two centuries is read in each way of writing it', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = 0, month = 0, number = 0] = iso.split('-').map(Number);
        for (const text of [
          iso,
          `${year}.${month}.${number}`,
          `${year}年${month}月${number}日`,
          iso.replaceAll('-', ''),
        ]) {
          expect(toDate(toValue(text))).toEqual({ iso, doubt: null });
        }
      }),
    );
  });
});

describe('Chinese numerals', () => {
  it('every number up to 20,000 and a sample beyond, as a library writes them', () => {
    const wrong: string[] = [];
    const numbers = [
      ...Array(20_001).keys(),
      99_999,
      100_000,
      120_345,
      1_000_001,
      12_345_678,
      100_000_000,
      1_002_003_004,
    ];
    for (const number of numbers) {
      const written = nzh.cn.encodeS(number);
      for (const text of [written, written.replaceAll('零', '〇')])
        if (chineseNumber(text) !== number) wrong.push(`${text} ${chineseNumber(text)}`);
      if (chineseNumber(nzh.cn.encodeB(number)) !== number) wrong.push(nzh.cn.encodeB(number));
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    '',
    '一二',
    '十十',
    '千百',
    '一二百',
    '百千',
    '二万三万',
    '一亿二亿',
    'a',
    '三个',
    '点五',
    '万亿',
  ])('%j is no numeral', (text) => {
    expect(chineseNumber(text)).toBeNull();
  });

  it.each([
    ['四十三点五七', 43.57],
    ['零点五', 0.5],
    ['三', 3],
    ['三点', null],
    ['三点五点二', null],
    ['三点十', null],
  ])('%s in decimals is %s', (text, value) => {
    expect(chineseDecimal(text)).toBe(value);
  });
});

describe('serial numbers', () => {
  it.each<[CellValue, number | null]>([
    [3, 3],
    ['3', 3],
    ['3.', 3],
    ['3、', 3],
    ['（3）', 3],
    ['（三）', 3],
    ['三、', 3],
    ['二十三', 23],
    ['③', 3],
    ['第3项', 3],
    ['３', 3],
    ['1.2', null],
    ['1-2', null],
    [1.5, null],
    ['三五', null],
  ])('%j is %s', (cell, number) => {
    expect(toSerial(toValue(cell)).number).toBe(number);
  });
});
