import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { shownText } from '../src/model/cell-text.ts';
import type { Workbook } from '../src/model/workbook.ts';
import { readWorkbook } from '../src/read/read.ts';
import { RowRecord } from '../src/records/record.ts';
import { readRecords } from '../src/records/records.ts';
import { findTables } from '../src/tables/tables.ts';
import { policyOf } from './support/policy.ts';
import { jianfu } from './support/run.ts';

const policy = await policyOf('base');
const HEAD = ['序号', '统计用区划代码', '社区名称', '常住人口户数', '占比'];
const CODE = '000000000000';

/** A roster with one code and one share, each a number under a format. */
function roster(
  bookType: 'xlsx' | 'biff8' | 'xlsb',
  share = { v: 0.4357, z: '0.00%' },
  code = 15_010_200_100,
): Buffer {
  const sheet = utils.aoa_to_sheet([HEAD, [1, null, '甲社区', 1200, null]]);
  sheet.B2 = { t: 'n', v: code, z: CODE };
  sheet.E2 = { t: 'n', ...share };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '社区基本情况');
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

const rowOf = ({ sheets: [sheet] }: Workbook) => [...(sheet?.rows() ?? [])][1];

async function communityIn(bytes: Buffer) {
  const workbook = await readWorkbook(bytes, '社区.xlsx');
  const [community] =
    readRecords(findTables('社区', workbook, policy.vocabulary)).rosters[0]?.communities ?? [];
  if (community === undefined) throw new Error('no community');
  return community;
}

describe('a number, its format and what a person sees', () => {
  it.each(['xlsx', 'biff8', 'xlsb'] as const)('stand side by side in .%s', async (bookType) => {
    const row = rowOf(await readWorkbook(roster(bookType), '社区.xlsx'));
    expect(row?.cells).toEqual([1, 15_010_200_100, '甲社区', 1200, 0.4357]);
    expect(row?.cells.map((cell, index) => shownText(cell, row.formats?.[index]))).toEqual([
      '1',
      '015010200100',
      '甲社区',
      '1200',
      '43.57%',
    ]);
  });

  it('a row without such numbers carries no formats', async () => {
    const [head] = (await readWorkbook(roster('xlsx'), '社区.xlsx')).sheets[0]?.rows() ?? [];
    expect(head).not.toHaveProperty('formats');
  });

  it('a code has the noughts that its format gives it', async () => {
    const { code } = await communityIn(roster('xlsx'));
    expect(code).toBe('015010200100');
  });

  it('a code without such a format is as long as it is', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([HEAD, [1, 15_010_200_100, '甲社区', 1200, 1]]),
      '社区基本情况',
    );
    const { code } = await communityIn(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    expect(code).toBe('15010200100');
  });
});

describe('a share', () => {
  const share = async (v: number, z: string) => {
    const { quantity, percent } = await shareIn(roster('xlsx', { v, z }));
    return [quantity?.value, quantity?.unit, percent?.value];
  };
  const shareIn = async (bytes: Buffer) => {
    const [table] = findTables('社区', await readWorkbook(bytes, '社区.xlsx'), policy.vocabulary).tables;
    const [row] = table?.rows ?? [];
    if (table === undefined || row === undefined) throw new Error('no row');
    const record = new RowRecord(row, table, new Map([['share', HEAD.indexOf('占比') + 1]]), '');
    return { quantity: record.quantity('share'), percent: record.percent('share') };
  };

  it.each<[number, string, unknown[]]>([
    [0.4357, '0.00%', [43.57, '%', 43.57]],
    // Without the format, more than 1 could only be percent.
    [1.2, '0%', [120, '%', 120]],
    [1, '0%', [100, '%', 100]],
    [1.2, '0.0', [1.2, '', 1.2]],
    [0.4357, 'General', [0.4357, '', 43.57]],
  ])('%d under %s', async (value, format, expected) => {
    expect(await share(value, format)).toEqual(expected);
  });
});

it('tables draws what a person sees', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'shown-')), '社区.xlsx');
  writeFileSync(file, roster('xlsx'));
  const { stdout } = jianfu(['tables', file]);
  expect(stdout).toContain('015010200100');
  expect(stdout).toContain('43.57%');
});
