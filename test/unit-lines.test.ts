import { describe, expect, it } from 'vitest';
import type { CellValue, Workbook } from '../src/model/workbook.ts';
import { readRecords } from '../src/records/records.ts';
import { findTables } from '../src/tables/tables.ts';
import { policyOf } from './support/policy.ts';

const { vocabulary } = await policyOf('base');

type Cells = readonly CellValue[];

function read(...sheets: readonly (readonly Cells[])[]) {
  const workbook: Workbook = {
    format: 'xlsx',
    encoding: null,
    countedCells: null,
    sheets: sheets.map((rows, index) => ({
      name: `Sheet${index + 1}`,
      hidden: false,
      merges: [],
      hiddenColumns: [],
      rows: () =>
        rows.map((cells, at) => ({
          number: at + 1,
          cells: cells.map((cell) => (cell === '' ? undefined : cell)),
          hidden: false,
        })),
    })),
  };
  return readRecords(findTables('报送.xlsx', workbook, vocabulary));
}

const TITLE = ['某街道经费安排表'];
const FUNDS = ['序号', '单位名称', '经费项目', '年度经费'];

/** The one amount of a sheet of funds under these lines. */
function amountUnder(above: readonly Cells[], cell: CellValue = 12, header = FUNDS) {
  const [set] = read([...above, header, [1, '甲居委会', '居委会工作经费', cell]]).records;
  const amount = set?.records[0]?.quantity('amount');
  return `${amount?.value} ${amount?.unit}`;
}

describe('a line above the table with the unit of its numbers', () => {
  it.each<[string, readonly Cells[]]>([
    ['alone in its row', [TITLE, ['单位：万元']]],
    ['in half width', [TITLE, ['单位: 万元']]],
    ['in brackets', [TITLE, ['（单位：万元）']]],
    ['in brackets beside the title', [['某街道经费安排表', '', '', '（单位：万元）']]],
    ['at the end of the title', [['某街道经费安排表（单位：万元）']]],
    ['under another name', [TITLE, ['', '', '', '金额单位：万元']]],
    ['with the value in a cell of its own', [TITLE, ['', '', '单位：', '万元']]],
    ['beside a date', [TITLE, ['单位：万元', '', '填报时间：2024年5月']]],
    ['beside who submits', [TITLE, ['填报单位：甲街道', '', '', '单位：万元']]],
    ['one of two units', [TITLE, ['计量单位：人、万元']]],
  ])('%s', (_, above) => {
    expect(amountUnder(above)).toBe('120000 元');
  });

  it.each<[string, readonly Cells[]]>([
    ['names who submits', [TITLE, ['单位：某某街道办事处']]],
    ['counts something else', [TITLE, ['单位：户']]],
    ['leaves two scales open', [TITLE, ['单位：元、万元']]],
    ['is the unit of the field', [TITLE, ['单位：元']]],
  ])('changes nothing where it %s', (_, above) => {
    expect(amountUnder(above)).toBe('12 元');
  });

  it('gives way to the unit in a cell and to the one in a header', () => {
    const above = [TITLE, ['单位：万元']];
    expect(amountUnder(above, '9500元')).toBe('9500 元');
    expect(amountUnder(above, '1.2万')).toBe('12000 元');
    expect(amountUnder(above, 12, [...FUNDS.slice(0, 3), '年度经费（元）'])).toBe('12 元');
  });

  it.each([
    ['单位：万元', 300, 900],
    ['计量单位：户', 300, 900],
    ['单位：万人', 300, 9_000_000],
    ['单位：某社区', 300, 900],
  ])('%s over households and residents', (line, households, residents) => {
    const roster = [['基本情况'], [line], ['社区名称', '常住户数', '常住人口'], ['甲社区', 300, 900]];
    const { records, rosters } = read(roster);
    const record = records[0]?.records[0];
    expect(record?.quantity('households')).toMatchObject({ value: households, unit: '户' });
    expect(record?.quantity('residents')).toMatchObject({ value: residents, unit: '人' });
    expect(rosters[0]?.communities[0]?.residents?.value).toBe(residents);
    expect(rosters[0]?.communities[0]?.households?.value).toBe(households);
  });

  it('holds for the sheet the table goes on in', () => {
    const { records } = read(
      [TITLE, ['单位：万元'], FUNDS, [1, '甲居委会', '工作经费', 12]],
      [FUNDS, [2, '乙居委会', '工作经费', 12]],
    );
    expect(records.map((set) => set.records[0]?.quantity('amount')?.value)).toEqual([120_000, 120_000]);
  });
});
