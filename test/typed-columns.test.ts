import { describe, expect, it } from 'vitest';
import type { PolicyPack } from '../src/model/policy.ts';
import type { FileFormat } from '../src/model/workbook.ts';
import { readRecords } from '../src/records/records.ts';
import { RULES } from '../src/rules/index.ts';
import { runFileRules } from '../src/rules/runner.ts';
import { findTables } from '../src/tables/tables.ts';
import { readInput } from './support/fixture.ts';
import { policyOf } from './support/policy.ts';
import { type Cells, workbookOf } from './support/sheets.ts';

const policy = await policyOf('hohhot');

function read(rows: readonly Cells[], format: FileFormat = 'xlsx') {
  const workbook = { ...workbookOf({ rows }), format };
  const set = findTables('报送.xlsx', workbook, policy.vocabulary);
  const input = { ...readInput('报送.xlsx', workbook), sheets: set.ledgers };
  return { dataset: readRecords(set), input };
}

function found(rule: string, rows: readonly Cells[], { format = 'xlsx' as FileFormat, pack = policy } = {}) {
  const { dataset, input } = read(rows, format);
  const rules = RULES.filter(({ id }) => id === rule);
  const { findings, faults } = runFileRules(rules, input, dataset, pack);
  expect(faults).toEqual([]);
  return findings.map(({ origins: [origin], message }) => `${origin?.a1} ${message.id}`);
}

describe('numbers kept as text', () => {
  const rows: Cells[] = [
    ['标识牌清理统计'],
    ['序号', '社区名称', '清理前', '清理数', '清理后'],
    [1, '公主府社区', '12', '8', 4],
    [2, '赛马场社区', '10', 6, 4],
  ];

  it('are told in a workbook: a column of nothing else once, single cells one by one', () => {
    expect(found('cell-number-as-text', rows)).toEqual(['C3 column', 'D3 text']);
  });

  it.each<FileFormat>(['csv', 'tsv'])('are how a %s holds every number', (format) => {
    expect(found('cell-number-as-text', rows, { format })).toEqual([]);
  });
});

describe('a quantity', () => {
  const rosterOf = (header: string, cell: string | number | null) =>
    read([
      ['序号', '社区代码', '社区名称', header],
      [1, '150102001001', '公主府社区', cell],
    ]).dataset.records[0]?.records[0];

  it.each<[string, string | number | null, string, number | null]>([
    ['面积', 3.2, '平方公里', 3.2],
    ['面积（公顷）', 320, '公顷', 320],
    ['面积（公顷）', '3.2平方公里', '平方公里', 3.2],
    ['常住人口（万）', 1.2, '人', 12_000],
    ['面积', null, '平方公里', null],
  ])('under %s with %j counts %s: cell before header before pack', (header, cell, unit, value) => {
    const field = header.startsWith('面积') ? 'area' : 'residents';
    const record = rosterOf(header, cell);
    expect(record?.unit(field)).toBe(unit);
    expect(record?.quantity(field)?.value ?? null).toBe(value);
    if (value !== null) expect(record?.quantity(field)?.unit).toBe(unit);
  });

  it('is exact with its unit in a register, alone as a count of a roster, and of any unit where the pack leaves it open', () => {
    const staff: Cells[] = [
      ['序号', '姓名', '岗位', '薪酬等级', '月薪酬'],
      [1, '甲', '主任', '三级', '5000元'],
      [2, '乙', '委员', '三级', '约5000元'],
      [3, '丙', '委员', '三级', '面议'],
    ];
    expect(found('quantity-unit', staff)).toEqual(['E3 unit', 'E4 unreadable']);
    const roster: Cells[] = [
      ['序号', '社区代码', '社区名称', '面积', '网格数'],
      [1, '150102001001', '公主府社区', '3.2平方公里', '12个'],
    ];
    expect(found('quantity-unit', roster)).toEqual(['E2 unit']);
  });
});

describe('codes that lost digits', () => {
  const roster: Cells[] = [
    ['序号', '社区代码', '社区名称', '常住户数'],
    [1, '150102001001', '公主府社区', 2000],
    [2, 10_200_100, '赛马场社区', 2000],
    [3, '1501020010', '体校巷社区', 2000],
    [4, '15O102001006', '公安厅社区', 2000],
  ];
  const without: PolicyPack = {
    ...policy,
    rules: new Map([...policy.rules].filter(([id]) => id !== 'community-code-format')),
  };

  it('are told by the length the pack gives, unless the rule about codes tells them already', () => {
    expect(found('id-digits-lost', roster, { pack: without })).toEqual(['B3 short', 'B4 short']);
    expect(found('id-digits-lost', roster)).toEqual([]);
    expect(found('community-code-format', roster)).toHaveLength(3);
  });

  it('are not told where the pack gives no length', () => {
    expect(found('id-digits-lost', roster, { pack: { ...without, parameters: new Map() } })).toEqual([]);
  });

  it('in a column of the type id are told whatever its header says', () => {
    const staff: Cells[] = [
      ['序号', '姓名', '岗位', '工号'],
      [1, '甲', '主任', 1_501_021_990_010_110],
    ];
    expect(found('id-digits-lost', staff)).toEqual(['D2 rounded']);
  });
});
