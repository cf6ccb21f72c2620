import { describe, expect, it } from 'vitest';
import { PackError } from '../src/policy/pack-error.ts';
import { outcomesOf, type Rows } from './support/trial.ts';

describe('range', () => {
  const check = 'method: range, of: community, field: households, min: low, max: high';
  const parameters = { low: [1000, '户'], high: [4000, '户'] } as const;
  const roster = (...cells: readonly (string | number | null)[]): Rows => [
    ['社区名称', '常住户数'],
    ...cells.map((cell, index) => [`${'甲乙丙丁戊'.charAt(index)}社区`, cell]),
  ];

  it('takes the limits themselves as kept', async () => {
    expect(await outcomesOf({ check, parameters, tables: [roster(1000, 4000)] })).toEqual([]);
  });

  it('says how far beyond, in the unit of the limit', async () => {
    expect(await outcomesOf({ check, parameters, tables: [roster(999, '0.5万')] })).toEqual([
      '表1!B2 breach range.below {"about":"甲社区","field":"households","unit":"户","limit":1000,"value":999,"gap":1}',
      '表1!B3 breach range.above {"about":"乙社区","field":"households","unit":"户","limit":4000,"value":5000,"gap":1000}',
    ]);
  });

  it('is undetermined where an approximate number lies on both sides', async () => {
    const [only, ...others] = await outcomesOf({ check, parameters, tables: [roster('4000余户')] });
    expect(others).toEqual([]);
    expect(only).toMatch(/^表1!B2 undetermined range\.uncertain /);
  });

  it('never compares 户 with 人', async () => {
    const found = await outcomesOf({ check, parameters, tables: [roster('900人')] });
    expect(found.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      '表1!B2 undetermined range.unit',
    ]);
  });

  it('is not checked without the column, nor without a table', async () => {
    expect(
      await outcomesOf({
        check,
        parameters,
        tables: [
          [
            ['社区名称', '社区代码'],
            ['甲社区', '150102001001'],
          ],
        ],
      }),
    ).toEqual(['not checked: column-missing households']);
    expect(
      await outcomesOf({
        check,
        parameters,
        tables: [
          [
            ['事项名称', '主管部门'],
            ['治安', '公安局'],
          ],
        ],
      }),
    ).toEqual(['not checked: nothing-to-check']);
  });
});

describe('filled', () => {
  const tasks = (...numbers: readonly (string | null)[]): Rows => [
    ['下派日期', '下派部门', '下派任务', '审批文号'],
    ...numbers.map((number, index) => [
      '2024-03-05',
      index < 2 ? '城市管理局' : '教育局',
      '拍照上传',
      number,
    ]),
  ];
  const check = 'method: filled, of: dispatch, fields: [approvalNumber]';

  it('names each row that leaves the field empty', async () => {
    expect(await outcomesOf({ check, tables: [tasks('准〔2024〕1号', null, ' ')] })).toEqual([
      '表1!D3 breach filled.empty {"about":"拍照上传","field":"approvalNumber"}',
      '表1!D4 breach filled.empty {"about":"拍照上传","field":"approvalNumber"}',
    ]);
  });

  it('counts them for each group', async () => {
    const grouped = `${check}, group: [dispatcher]`;
    expect(await outcomesOf({ check: grouped, tables: [tasks(null, null, null)] })).toEqual([
      '表1!D2 breach filled.empty-rows {"about":"城市管理局","field":"approvalNumber","count":2}',
      '表1!D4 breach filled.empty-rows {"about":"教育局","field":"approvalNumber","count":1}',
    ]);
  });

  it('is not checked without the column', async () => {
    const tables: readonly Rows[] = [
      [
        ['下派日期', '下派任务'],
        ['2024-03-05', '拍照上传'],
      ],
    ];
    expect(await outcomesOf({ check, tables })).toEqual(['not checked: column-missing approvalNumber']);
  });

  it('passes over rows that a flag excuses', async () => {
    const signs = 'method: filled, of: sign, fields: [room], besides: [outside]';
    const tables: readonly Rows[] = [
      [
        ['标牌名称', '是否外部', '房间'],
        ['党组织', '是', null],
        ['图书室', '否', null],
      ],
    ];
    expect(await outcomesOf({ check: signs, tables })).toEqual([
      '表1!C2 breach filled.empty {"about":"党组织","field":"room"}',
    ]);
  });
});

describe('count', () => {
  it('counts the rows of a table', async () => {
    const check = 'method: count, of: sign, group: table, max: most';
    const parameters = { most: [2, '块'] } as const;
    const signs = (...names: readonly string[]): Rows => [
      ['标牌名称', '悬挂位置'],
      ...names.map((name) => [name, '外部']),
    ];
    expect(await outcomesOf({ check, parameters, tables: [signs('党组织', '居委会')] })).toEqual([]);
    expect(await outcomesOf({ check, parameters, tables: [signs('党组织', '居委会', '妇女之家')] })).toEqual([
      '表1!A2 breach count.too-many {"about":"表1","found":3,"limit":2,"unit":"块","gap":1}',
    ]);
  });

  it('counts for each of another table, those without any row included', async () => {
    const check =
      'method: count, of: staff, group: [community], each: {of: community, field: name}, min: least';
    const parameters = { least: [2, '人'] } as const;
    const communities: Rows = [
      ['社区名称', '常住户数'],
      ['甲社区', 1500],
      ['乙社区', 1500],
    ];
    const staff: Rows = [
      ['姓名', '所属社区'],
      ['张一', '甲社区'],
      ['张二', null],
    ];
    expect(await outcomesOf({ check, parameters, tables: [communities, staff] })).toEqual([
      '表1!A3 breach count.too-few {"about":"乙社区","found":0,"limit":2,"unit":"人","gap":2}',
    ]);
    expect(await outcomesOf({ check, parameters, tables: [staff] })).toEqual([
      'not checked: kind-missing community',
    ]);
    expect(await outcomesOf({ check, parameters, tables: [communities] })).toEqual([
      'not checked: kind-missing staff',
    ]);
    expect(await outcomesOf({ check, parameters, tables: [communities] })).toEqual([
      'not checked: kind-missing staff',
    ]);
  });
});

describe('ratio', () => {
  const check =
    'method: ratio, of: community, numerator: {field: workers}, denominator: {field: urbanResidents}, min: least';
  const parameters = { least: [18, '人/万人'] } as const;
  const roster = (
    workers: string | number | null,
    residents: string | number | null,
    header = '城镇常住人口',
  ): Rows => [
    ['社区名称', '常住户数', '社区工作者人数', header],
    ['甲社区', 1500, workers, residents],
  ];

  it('takes exactly 18 of 10,000 as 18 per ten thousand', async () => {
    expect(await outcomesOf({ check, parameters, tables: [roster(18, 10000)] })).toEqual([]);
    expect(await outcomesOf({ check, parameters, tables: [roster(18, 1, '城镇常住人口（万人）')] })).toEqual(
      [],
    );
  });

  it('rounds the missing persons up', async () => {
    expect(await outcomesOf({ check, parameters, tables: [roster(10, 6000)] })).toEqual([
      '表1!C2 breach ratio.below {"about":"甲社区","unit":"人/万人","limit":18,"numerator":10,"denominator":6000,"value":16.67,"gap":1}',
    ]);
  });

  it('refuses households below persons', async () => {
    expect(await outcomesOf({ check, parameters, tables: [roster(10, '6000户')] })).toEqual([
      '表1!C2 undetermined ratio.unit {"about":"甲社区","unit":"人/万人","foundUnit":"户","expectedUnit":"人"}',
    ]);
  });

  it('is undetermined over nothing, and with a cell that is no number', async () => {
    expect(await outcomesOf({ check, parameters, tables: [roster(10, 0)] })).toEqual([
      '表1!C2 undetermined ratio.no-denominator {"about":"甲社区"}',
    ]);
    expect(await outcomesOf({ check, parameters, tables: [roster('若干', 6000)] })).toEqual([
      '表1!C2 undetermined ratio.unread {"about":"甲社区","count":1}',
    ]);
  });

  it('is not checked where the table lacks one of the columns, never taken for nothing', async () => {
    const roster = [
      ['社区名称', '常住户数', '城镇常住人口'],
      ['甲社区', 1500, 6000],
    ] as const;
    expect(await outcomesOf({ check, parameters, tables: [roster] })).toEqual([
      'not checked: column-missing workers',
    ]);
  });

  it('adds up over groups, and counts rows of another table', async () => {
    const perSubdistrict =
      'method: ratio, of: community, group: [subdistrict], numerator: {of: staff, by: [subdistrict]}, denominator: {field: households}, min: least';
    const communities: Rows = [
      ['所属街道', '社区名称', '常住户数'],
      ['东街', '甲社区', 1000],
      [null, '乙社区', 1000],
      ['西街', '丙社区', 300],
    ];
    const staff: Rows = [
      ['所属街道', '姓名'],
      ['东街', '张一'],
      ['西街', '张二'],
    ];
    const limit = { least: [1, '人/千户'] } as const;
    expect(
      await outcomesOf({ check: perSubdistrict, parameters: limit, tables: [communities, staff] }),
    ).toEqual([
      '表2!B2 breach ratio.below {"about":"东街","unit":"人/千户","limit":1,"numerator":1,"denominator":2000,"value":0.5,"gap":1}',
    ]);
  });
});

describe('unique', () => {
  it('points at the repeated cell and at the first', async () => {
    const check = 'method: unique, of: grid, fields: [gridCode]';
    const grids = (...codes: readonly (string | null)[]): Rows => [
      ['网格编码', '所属社区'],
      ...codes.map((code) => [code, '甲社区']),
    ];
    expect(await outcomesOf({ check, tables: [grids('G1', 'G2', null, null)] })).toEqual([]);
    expect(await outcomesOf({ check, tables: [grids('G1'), grids('Ｇ1')] })).toEqual([
      '表2!A2 breach unique.repeated {"found":"Ｇ1","file":"one.xlsx","first":"表1!A2"}',
    ]);
  });
});

describe('foreign-key', () => {
  const check = 'method: foreign-key, of: grid, field: community, in: {of: community, field: name}';
  const communities: Rows = [
    ['社区名称', '常住户数'],
    ['赛马场社区', 1500],
  ];
  const grids = (name: string): Rows => [
    ['网格编码', '所属社区'],
    ['G1', name],
  ];

  it('names what comes near', async () => {
    expect(await outcomesOf({ check, tables: [communities, grids('赛马场社区')] })).toEqual([]);
    expect(await outcomesOf({ check, tables: [communities, grids('赛马厂社区')] })).toEqual([
      '表2!B2 breach foreign-key.unknown-nearest {"found":"赛马厂社区","kind":"community","field":"name","nearest":"赛马场社区"}',
    ]);
  });

  it('is not checked where the other table was not handed in', async () => {
    expect(await outcomesOf({ check, tables: [grids('赛马场社区')] })).toEqual([
      'not checked: kind-missing community',
    ]);
  });
});

describe('exactly-one', () => {
  const check = 'method: exactly-one, of: function-map, field: function, to: afterOwner';
  const map = (...rows: readonly (readonly [string, string | null])[]): Rows => [
    ['职能名称', '原承担单位', '现承担单位'],
    ...rows.map(([name, to]) => [name, '党政办', to]),
  ];

  it('tells what goes nowhere, and what goes to two places', async () => {
    expect(await outcomesOf({ check, tables: [map(['招商', '取消'], ['服务', '社区发展办'])] })).toEqual([]);
    expect(
      await outcomesOf({
        check,
        tables: [map(['招商', null], ['服务', '社区发展办'], ['服务', '社区管理办'])],
      }),
    ).toEqual([
      '表1!C2 breach exactly-one.nowhere {"found":"招商","field":"afterOwner"}',
      '表1!C4 breach exactly-one.several {"found":"服务","count":2,"names":"社区发展办、社区管理办"}',
    ]);
  });

  it('asks for every one of a domain', async () => {
    const ofDomain = 'method: exactly-one, of: staff, field: gridCode, domain: {of: grid, field: gridCode}';
    const grids: Rows = [
      ['网格编码', '网格名称'],
      ['G1', '一'],
      ['G2', '二'],
    ];
    const staff: Rows = [
      ['姓名', '负责网格'],
      ['张一', 'G1'],
      ['张二', 'G1'],
    ];
    expect(await outcomesOf({ check: ofDomain, tables: [grids, staff] })).toEqual([
      '表1!A3 breach exactly-one.none {"found":"G2"}',
      '表2!B3 breach exactly-one.repeated {"found":"G1","file":"one.xlsx","first":"表2!B2"}',
    ]);
  });
});

describe('catalogue', () => {
  const catalogue =
    'catalogues:\n  - {id: sign.outside, title: {zh-CN: 外部标牌, en: plates}, entries: [党组织, {name: 居民委员会, synonyms: [居委会]}, {name: 妇女之家, exceptions: [区级示范]}]}\n';
  const signs = (...names: readonly string[]): Rows => [
    ['标牌名称', '备注'],
    ...names.map((name) => name.split('|')),
  ];
  const outcome = (rule: string, ...names: readonly string[]) =>
    outcomesOf({
      check: `method: catalogue, of: sign, field: signText, catalogue: sign.outside, rule: ${rule}`,
      catalogue,
      tables: [signs(...names)],
    });

  it('allows what it has, by any of its names', async () => {
    expect(await outcome('allowed', '党组织', '居委会（牌）')).toEqual([]);
    expect(await outcome('allowed', '居民委员回')).toEqual([
      '表1!A2 breach catalogue.unknown-nearest {"found":"居民委员回","catalogue":"sign.outside","nearest":"居民委员会"}',
    ]);
  });

  it('forbids what it has, and leaves an exception to a person', async () => {
    expect(await outcome('forbidden', '妇女之家|', '妇女之家|区级示范点')).toEqual([
      '表1!A2 breach catalogue.forbidden {"found":"妇女之家","catalogue":"sign.outside","name":"妇女之家"}',
      '表1!A3 undetermined catalogue.excused {"found":"妇女之家","catalogue":"sign.outside","name":"妇女之家","exception":"区级示范"}',
    ]);
  });

  it('asks for all it has', async () => {
    expect(await outcome('required', '居委会', '妇女之家')).toEqual([
      '表1!A2 breach catalogue.missing {"about":"表1","catalogue":"sign.outside","count":1,"names":"党组织"}',
    ]);
  });
});

describe('a check that names what is not there is a mistake of the pack', () => {
  const parameters = { low: [1000, '户'], workers: [9, '人'] } as const;
  const tables: readonly Rows[] = [[['社区名称', '常住户数']]];

  it.each([
    [
      'method: rang, of: community, field: households, min: low',
      'not-allowed',
      { found: 'rang', suggestion: 'range' },
    ],
    ['method: range, of: comunity, field: households, min: low', 'unknown-kind', { suggestion: 'community' }],
    [
      'method: range, of: community, field: housholds, min: low',
      'unknown-field',
      { suggestion: 'households' },
    ],
    ['method: range, of: community, field: households, min: lo', 'unknown-parameter', { suggestion: 'low' }],
    ['method: range, of: community, field: households, mim: low', 'unknown-key', { suggestion: 'min' }],
    ['method: range, of: community, field: households, min: 1000', 'limit-number', { found: '1000' }],
    [
      'method: range, of: community, field: households, min: workers',
      'other-unit',
      { found: '人', expected: '户' },
    ],
    [
      'method: catalogue, of: sign, field: signText, catalogue: word.placehoder, rule: allowed',
      'unknown-catalogue',
      { suggestion: 'word.placeholder' },
    ],
    [
      'method: foreign-key, of: grid, field: community, in: {of: community, field: nam}',
      'unknown-field',
      { suggestion: 'name' },
    ],
    ['method: unique, of: grid, fields: [gridCod]', 'unknown-field', { suggestion: 'gridCode' }],
  ])('%s', async (check, mistake, args) => {
    const error = await outcomesOf({ check, parameters, tables }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PackError);
    expect(error).toMatchObject({ mistake, place: { line: 2 } });
    expect((error as PackError).args).toMatchObject(args);
  });
});
