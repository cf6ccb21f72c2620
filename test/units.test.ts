import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasWords, unitText } from '../src/i18n/units.ts';
import { lengthOf } from '../src/indicators/periods.ts';
import { check } from '../src/pipeline.ts';
import { loadPolicy } from '../src/policy/load.ts';
import { PackError } from '../src/policy/pack-error.ts';
import { RULES } from '../src/rules/index.ts';
import { rulesOf } from '../src/rules/rules-of.ts';
import { SHELF } from './support/paths.ts';
import { policyOf } from './support/policy.ts';
import { outcomesOf } from './support/trial.ts';

describe('the length of a stretch of time', () => {
  const length = (from: string, to: string, unit: string) => {
    const found = lengthOf(from, to, unit, new Map());
    return 'value' in found ? found.value : found;
  };

  it.each([
    ['2024-01-31', '2024-02-29', '月', 1],
    ['2024-01-31', '2024-03-31', '月', 2],
    ['2024-01-15', '2024-04-15', '个月', 3],
    ['2023-03-28', '2024-03-28', '年', 1],
    ['2024-02-29', '2025-02-28', '年', 1],
    ['2024-02-29', '2028-02-29', '年', 4],
    ['2024-01-01', '2024-01-31', '日', 30],
    ['2024-05-06', '2024-05-06', '月', 0],
  ])('from %s to %s in %s is %d', (from, to, unit, expected) => {
    expect(length(from, to, unit)).toBe(expected);
  });

  it('counts what is left over as a part of the next month', () => {
    expect(length('2024-01-15', '2024-04-16', '月')).toBeCloseTo(3 + 1 / 30);
    expect(length('2024-01-15', '2024-04-14', '月')).toBeCloseTo(2 + 30 / 31);
  });

  it('never falls while the end moves on', () => {
    const day = (offset: number) =>
      new Date(Date.UTC(2023, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.nat(800), fc.nat(1500), (start, span) => {
        const [from, to, next] = [day(start), day(start + span), day(start + span + 1)];
        expect(Number(length(from, next, '月'))).toBeGreaterThan(Number(length(from, to, '月')));
      }),
    );
  });

  it('in working days is not known without the calendar of the year', () => {
    expect(length('2024-01-02', '2024-01-09', '工作日')).toEqual({ uncovered: 2024 });
  });
});

describe('interval', () => {
  const dates = (from: string, to: string) => [
    [
      ['申请事项', '申请日期', '审批日期'],
      ['摸底', from, to],
    ],
  ];
  const check = 'method: interval, of: admission, from: appliedOn, to: decidedOn, max: most';

  it('is judged in the unit of the clause', async () => {
    const tables = dates('2024-01-31', '2024-03-01');
    const at = (value: number, unit: string) =>
      outcomesOf({ check, parameters: { most: [value, unit] }, tables });
    expect(await at(2, '个月')).toEqual([]);
    expect(await at(1, '个月')).toEqual([
      '表1!C2 breach interval.too-long {"about":"摸底","field":"appliedOn","from":"2024-01-31","besides":"decidedOn","to":"2024-03-01","value":1.03,"limit":1,"unit":"个月","gap":0.0323}',
    ]);
    expect(await at(1, '年')).toEqual([]);
    expect(await at(30, '日')).toEqual([]);
    expect(await at(29, '日')).toHaveLength(1);
  });

  it('says once what is wrong with the dates themselves', async () => {
    const both = `${check}, min: least`;
    const parameters = { most: [5, '日'], least: [1, '日'] } as const;
    for (const tables of [dates('2024-03-01', '不详'), dates('2024-03-01', '2024-02-01')])
      expect(await outcomesOf({ check: both, parameters, tables })).toHaveLength(1);
  });
});

const FILES = {
  'pack.yaml': "id: units\ntitle: {zh-CN: 单位, en: Units}\nextends: [base]\nreviewed: '2024-06-01'\n",
  'citations.yaml': 'citations:\n  - {id: c1, title: 某文件, source: 原文}\n',
};
const HEAD =
  '  - id: x\n    title: {zh-CN: 试, en: Try}\n    severity: error\n    modality: must\n    citations: [c1]\n';

async function mistakeOf(lines: string, unit: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'units-'));
  const parameters = `parameters:\n  - {id: limit, unit: '${unit}', values: [{from: '2020-01-01', value: 3, citation: c1}]}\n`;
  const files = { ...FILES, 'parameters.yaml': parameters, 'checks.yaml': `checks:\n${HEAD}${lines}` };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const knownRules = new Map(RULES.map(({ id, options }) => [id, options]));
  try {
    await loadPolicy({ policy: folder, asOf: null, knownRules }, SHELF);
    return null;
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return `${error.mistake} ${error.place.line}:${error.place.column} ${error.args.found} | ${error.args.expected}`;
  }
}

describe('a parameter that counts something else is a mistake when the pack is read', () => {
  const says = '    says: {zh-CN: 一, en: one}\n';
  it.each([
    ['range', '    method: range\n    of: community\n    field: households\n    max: limit\n', '人', '户'],
    ['count', '    method: count\n    of: community\n    max: limit\n', '%', '人'],
    ['count', '    method: count\n    of: dispatch\n    max: limit\n', '元', '次/年'],
    [
      'ratio',
      '    method: ratio\n    of: community\n    numerator: {field: workers}\n    denominator: {field: residents}\n    min: limit\n',
      '户/万人',
      '人/万人',
    ],
    [
      'ratio of unlike',
      '    method: ratio\n    of: community\n    numerator: {field: households}\n    denominator: {field: residents}\n    min: limit\n',
      '%',
      '户/人',
    ],
    ['share', '    method: share\n    of: staff\n    field: education\n    min: limit\n', '人', '%'],
    [
      'floor times',
      '    method: floor\n    of: post\n    field: quota\n    other: filled\n    times: limit\n',
      '人',
      '倍',
    ],
    [
      'weights-sum',
      '    method: weights-sum\n    of: indicator\n    field: weight\n    total: limit\n',
      '人',
      '%',
    ],
    [
      'interval',
      '    method: interval\n    of: admission\n    from: appliedOn\n    to: decidedOn\n    max: limit\n',
      '户',
      '个月',
    ],
    [
      'ranking',
      '    method: ranking\n    of: community\n    field: households\n    max: limit\n',
      '人',
      '户',
    ],
    [
      'expression',
      `    method: expression\n    of: community\n    holds: row.households <= param("limit")\n${says}`,
      '人',
      '户',
    ],
    [
      'expression, scale',
      `    method: expression\n    of: community\n    holds: row.residents <= param("limit")\n${says}`,
      '万人',
      '人',
    ],
    [
      'expression, sum',
      `    method: expression\n    of: community\n    scope: table\n    holds: sum(rows.map(r, r.households)) <= param("limit")\n${says}`,
      '人',
      '户',
    ],
    [
      'expression, working days',
      `    method: expression\n    of: admission\n    holds: workdays(row.appliedOn, row.decidedOn) <= param("limit")\n${says}`,
      '日',
      '工作日',
    ],
  ])('%s', async (name, lines, wrong, right) => {
    const found = await mistakeOf(lines, wrong);
    expect(found).toMatch(
      name.startsWith('expression') ? /^expression-unit \d+:\d+ / : /^(?:other|wrong)-unit \d+:\d+ /,
    );
    expect(found).toContain(wrong);
    expect(await mistakeOf(lines, right)).toBe(null);
  });

  it('two fields of a row that are held against each other count the same', async () => {
    const floor = (other: string) =>
      `    method: floor\n    of: community\n    field: households\n    other: ${other}\n`;
    expect(await mistakeOf(floor('residents'), '户')).toBe('other-unit 10:12 人 | 户');
    expect(await mistakeOf(floor('registeredHouseholds'), '户')).toBe(null);
  });
});

describe('a cell in another unit than its column', () => {
  const check =
    'method: expression, of: community, holds: row.area <= param("most"), says: {zh-CN: 一, en: one}';
  const parameters = { most: [3, '平方公里'] } as const;
  const area = (value: string | number) => [
    [
      ['社区名称', '常住户数', '面积'],
      ['甲社区', 100, value],
    ],
  ];

  it('is converted in an expression, or not decided on', async () => {
    expect(await outcomesOf({ check, parameters, tables: area('250公顷') })).toEqual([]);
    expect(await outcomesOf({ check, parameters, tables: area('350公顷') })).toHaveLength(1);
    expect(await outcomesOf({ check, parameters, tables: area('2人') })).toEqual([
      'not checked: cell-missing area',
    ]);
  });
});

describe('one cell gets one finding', () => {
  async function findingsIn(households: string) {
    const policy = await policyOf('hohhot');
    const text = `社区名称,常住户数,管理负荷,可合并\n甲社区,${households},过重,是\n`;
    const file = { path: '名册.csv', absolute: '', skipped: null, bytes: async () => Buffer.from(text) };
    const run = await check({ files: [file], policy, rules: await rulesOf(policy), version: '0' });
    return run.findings.filter(({ origins: [origin] }) => origin?.a1 === 'B2').map(({ rule }) => rule);
  }

  it('where its words leave a limit undecided', async () => {
    expect(await findingsIn('约4000')).toEqual(['community-size-split']);
  });

  it('and two where it is written wrongly and breaks the limit too', async () => {
    expect(await findingsIn('4200户')).toEqual(['community-size-split', 'quantity-unit']);
    expect(await findingsIn('2000户')).toEqual(['quantity-unit']);
    expect(await findingsIn('4200')).toEqual(['community-size-split']);
  });

  it('where it is in another unit than both limits', async () => {
    const ranged = 'method: range, of: community, field: households, min: least, max: most';
    const parameters = { least: [1000, '户'], most: [3000, '户'] } as const;
    const tables = [
      [
        ['社区名称', '常住户数'],
        ['甲社区', '500人'],
      ],
    ];
    expect(await outcomesOf({ check: ranged, parameters, tables })).toEqual([
      '表1!B2 undetermined range.unit {"about":"甲社区","field":"households","unit":"户","limit":1000,"foundUnit":"人"}',
    ]);
  });
});

describe('units in English', () => {
  it('are nouns, in one and in several', () => {
    expect(unitText('户', 'en')).toBe('households');
    expect(unitText('户', 'en', 1)).toBe('household');
    expect(unitText('人/万人', 'en')).toBe('people per ten thousand people');
    expect(unitText('平方米/百户', 'en')).toBe('m² per hundred households');
    expect(unitText('次/年', 'en', 1)).toBe('time per year');
    expect(unitText('人/万人', 'zh-CN')).toBe('人/万人');
  });

  it('are shown as written where nobody gave words', () => {
    expect(unitText('筐', 'en')).toBe('筐');
    expect(hasWords('筐/户')).toBe(false);
  });
});
