import { describe, expect, it } from 'vitest';
import { outcomesOf, type Rows } from './support/trial.ts';

describe('share', () => {
  const catalogue =
    'catalogues:\n  - {id: education.college, title: {zh-CN: 大专及以上, en: college}, entries: [大专, 本科, 硕士]}\n';
  const check = 'method: share, of: staff, field: education, catalogue: education.college, min: least';
  const parameters = { least: [50, '%'] } as const;
  const staff = (...education: readonly (string | null)[]): Rows => [
    ['姓名', '学历'],
    ...education.map((text, index) => [`张${index}`, text]),
  ];

  it('is the part of the rows that the catalogue names', async () => {
    expect(await outcomesOf({ check, catalogue, parameters, tables: [staff('大专', '高中')] })).toEqual([]);
    expect(
      await outcomesOf({ check, catalogue, parameters, tables: [staff('大专', '高中', '初中')] }),
    ).toEqual([
      '表1!B2 breach share.below {"about":"表1","unit":"%","limit":50,"numerator":1,"denominator":3,"value":33.33,"gap":1}',
    ]);
  });

  it('is an interval where a cell is empty', async () => {
    const [only] = await outcomesOf({ check, catalogue, parameters, tables: [staff('大专', null, '初中')] });
    expect(only).toMatch(/^表1!B2 undetermined share\.uncertain .*"low":33\.33,"high":66\.67/);
  });
});

describe('floor', () => {
  const check = 'method: floor, of: post, field: filled, other: quota';
  const posts = (filled: string | number, quota: string | number): Rows => [
    ['岗位名称', '核定额度', '在岗人数'],
    ['社工', quota, filled],
  ];

  it('holds a number against another of its row', async () => {
    expect(await outcomesOf({ check, tables: [posts(10, 10)] })).toEqual([]);
    expect(await outcomesOf({ check, tables: [posts(8, 10)] })).toEqual([
      '表1!C2 breach floor.below {"about":"社工","field":"filled","besides":"quota","value":8,"floor":10,"gap":2}',
    ]);
    const [open] = await outcomesOf({ check, tables: [posts('约10人', 10)] });
    expect(open).toMatch(/^表1!C2 undetermined floor\.uncertain/);
  });

  it('takes a multiple from a parameter', async () => {
    const half = `${check}, times: part`;
    const parameters = { part: [0.5, '倍'] } as const;
    expect(await outcomesOf({ check: half, parameters, tables: [posts(5, 10)] })).toEqual([]);
    expect(await outcomesOf({ check: half, parameters, tables: [posts(4, 10)] })).toEqual([
      '表1!C2 breach floor.below-times {"about":"社工","field":"filled","besides":"quota","value":4,"floor":10,"gap":1,"times":0.5}',
    ]);
  });
});

describe('conservation', () => {
  const signs =
    'method: conservation, of: sign-count, before: [{field: signsBefore}, {field: signsRemoved, minus: true}], after: [{field: signsAfter}]';
  const counts = (before: string | number, removed: string | number, after: string | number | null): Rows => [
    ['社区名称', '清理前', '清理数', '清理后'],
    ['甲社区', before, removed, after],
  ];

  it('holds before less removed against after', async () => {
    expect(await outcomesOf({ check: signs, tables: [counts(20, 15, 5)] })).toEqual([]);
    expect(await outcomesOf({ check: signs, tables: [counts(20, 15, 6)] })).toEqual([
      '表1!D2 breach conservation.differs {"about":"甲社区","before":5,"after":6,"gap":1}',
    ]);
    expect(await outcomesOf({ check: signs, tables: [counts('20余', 15, 6)] })).toEqual([
      '表1!D2 undetermined conservation.uncertain {"about":"甲社区","before":5,"after":6}',
    ]);
    expect(await outcomesOf({ check: signs, tables: [counts(20, 15, null)] })).toEqual([
      '表1!D2 undetermined conservation.unread {"about":"甲社区","count":1}',
    ]);
  });

  it('is not checked without one of the columns', async () => {
    const short = [
      ['社区名称', '清理前', '清理数'],
      ['甲社区', 20, 15],
    ] as const;
    expect(await outcomesOf({ check: signs, tables: [short] })).toEqual([
      'not checked: column-missing signsAfter',
    ]);
  });

  it('holds a plan against a roster, group by group', async () => {
    const plan =
      'method: conservation, of: grid, group: [community], before: [{of: community, field: households, by: [name]}], after: [{field: households}]';
    const communities: Rows = [
      ['社区名称', '常住户数'],
      ['甲社区', 1000],
      ['乙社区', 700],
    ];
    const grids: Rows = [
      ['网格编码', '所属社区', '户数'],
      ['G1', '甲社区', 600],
      ['G2', null, 400],
      ['G3', '乙社区', 650],
    ];
    expect(await outcomesOf({ check: plan, tables: [communities, grids] })).toEqual([
      '表2!C4 breach conservation.differs {"about":"乙社区","before":700,"after":650,"gap":50}',
    ]);
    expect(await outcomesOf({ check: plan, tables: [grids] })).toEqual([
      'not checked: kind-missing community',
    ]);
  });
});

describe('weights-sum', () => {
  const check = 'method: weights-sum, of: indicator, field: weight, total: all';
  const parameters = { all: [100, '%'] } as const;
  const weights = (...values: readonly (string | number)[]): Rows => [
    ['指标名称', '权重'],
    ...values.map((value, index) => [`指标${index}`, value]),
  ];

  it('takes percent and fractions', async () => {
    expect(await outcomesOf({ check, parameters, tables: [weights('30%', '70%')] })).toEqual([]);
    expect(await outcomesOf({ check, parameters, tables: [weights(0.3, 0.7)] })).toEqual([]);
    expect(await outcomesOf({ check, parameters, tables: [weights('30%', '60%')] })).toEqual([
      '表1!B2 breach weights-sum.differs {"about":"表1","field":"weight","value":90,"unit":"%","limit":100,"gap":10}',
    ]);
  });
});

describe('text-ban', () => {
  const catalogue =
    'catalogues:\n' +
    '  - {id: banned, title: {zh-CN: 不得承担的工作, en: banned}, entries: [环境整治]}\n' +
    '  - {id: word.assisting-verb, entries: [协助, 配合]}\n' +
    '  - {id: word.responsible-verb, entries: [负责, 开展]}\n';
  const outcome = (role: string, text: string) =>
    outcomesOf({
      check: `method: text-ban, of: dispatch, field: dispatchItem, catalogue: banned, role: ${role}`,
      catalogue,
      tables: [
        [
          ['下派事项', '下派日期'],
          [text, '2024-03-01'],
        ],
      ],
    });

  it('looks at the verb where the role matters', async () => {
    expect(await outcome('responsible', '协助环境整治')).toEqual([]);
    expect(await outcome('responsible', '负责环境整治')).toEqual([
      '表1!A2 breach text-ban.responsible {"phrase":"环境整治","verb":"负责","catalogue":"banned"}',
    ]);
    expect(await outcome('responsible', '环境整治')).toEqual([
      '表1!A2 undetermined text-ban.unclear {"phrase":"环境整治","catalogue":"banned"}',
    ]);
    expect(await outcome('any', '协助环境整治')).toEqual([
      '表1!A2 breach text-ban.always {"phrase":"环境整治","catalogue":"banned"}',
    ]);
  });
});

describe('interval', () => {
  const check = 'method: interval, of: admission, from: appliedOn, to: decidedOn, max: days';
  const admissions = (applied: string | null, decided: string | null): Rows => [
    ['申请事项', '申请日期', '审批日期'],
    ['某事项', applied, decided],
  ];
  const outcome = (unit: string, applied: string | null, decided: string | null, extend = 'national') =>
    outcomesOf({ check, extend, parameters: { days: [15, unit] }, tables: [admissions(applied, decided)] });

  it('counts working days by the calendar of the pack', async () => {
    // 2024-05-01 to 05-05 are days off, 04-28 and 05-11 are worked.
    expect(await outcome('工作日', '2024-04-19', '2024-05-14')).toEqual([
      '表1!C2 breach interval.too-long {"about":"某事项","field":"appliedOn","from":"2024-04-19","besides":"decidedOn","to":"2024-05-14","value":16,"limit":15,"unit":"工作日","gap":1}',
    ]);
    expect(await outcome('工作日', '2024-04-19', '2024-05-13')).toEqual([]);
  });

  it('never guesses a year that was not announced', async () => {
    expect(await outcome('工作日', '1999-04-19', '1999-05-13')).toEqual([
      '表1!C2 undetermined interval.uncovered {"about":"某事项","year":"1999"}',
    ]);
    expect(await outcome('工作日', '2024-04-19', '2024-05-11', 'base')).toEqual([
      '表1!C2 undetermined interval.uncovered {"about":"某事项","year":"2024"}',
    ]);
  });

  it('counts plain days without a calendar', async () => {
    expect(await outcome('日', '2024-04-19', '2024-05-04', 'base')).toEqual([]);
    expect((await outcome('日', '2024-04-19', '2024-05-05', 'base'))[0]).toMatch(/too-long/);
  });

  it('tells days that are turned round, and a day that is missing', async () => {
    expect((await outcome('日', '2024-05-05', '2024-04-19'))[0]).toMatch(/^表1!C2 breach interval\.turned/);
    expect(await outcome('日', '2024-05-05', null)).toEqual([
      '表1!C2 undetermined interval.open {"about":"某事项","besides":"decidedOn"}',
    ]);
    expect((await outcome('日', '近期', '2024-04-19'))[0]).toMatch(/^表1!B2 undetermined interval\.open/);
  });
});

describe('directory-match', () => {
  const check =
    'method: directory-match, of: need, field: needClass, in: [{of: resource, field: needClass}, {of: service, field: needClass}], same: [quarterType]';
  const needs: Rows = [
    ['问题需求', '需求类别', '小区类型'],
    ['屋面渗漏', '基础设施', '售后公房'],
    ['停车难', '物业管理', '普通商品房'],
    // An empty class repeats the one above it.
    ['绿化', null, '售后公房'],
  ];
  const resources: Rows = [
    ['资源名称', '资源类别', '适用小区类型'],
    ['维修企业', '基础设施', null],
    ['志愿队', '物业管理', '售后公房'],
  ];
  const services: Rows = [
    ['服务名称', '服务类别', '适用小区类型'],
    ['老年食堂', '为老服务', null],
  ];

  it('asks for a resource or a service of the class and for the type of quarter', async () => {
    expect(await outcomesOf({ check, tables: [needs, resources, services] })).toEqual([
      '表1!B3 breach directory-match.unmatched {"about":"停车难","found":"物业管理","kinds":"resource service"}',
    ]);
  });
});

/** What five public documents say of their numbers. */
describe('claim', () => {
  const outcome = (
    says: string,
    rows: readonly (readonly [string, string | number, string?])[],
    parameters: Readonly<Record<string, readonly [number, string]>> = {},
  ) =>
    outcomesOf({
      check: `method: claim, of: claim, ${says}`,
      parameters,
      tables: [
        [
          ['数据名称', '申报数值', '表述'],
          ...rows.map(([name, value, statement]) => [name, value, statement ?? null]),
        ],
      ],
    });

  it.each([
    [
      '140 → 79 is 43.57%',
      'says: rate, before: 原数, after: 现数, is: 精简率',
      [
        ['原数', 140],
        ['现数', 79],
        ['精简率', '43.57%'],
      ],
    ],
    [
      '398 + 54 − 2 = 450',
      'says: sum, parts: [原有, 新增], less: [撤并], is: 调整后',
      [
        ['原有', 398],
        ['新增', 54],
        ['撤并', 2],
        ['调整后', 450],
      ],
    ],
    [
      '13.97万 of 37.88万 is 36.88%',
      'says: share, part: 少数民族, whole: 总人口, is: 占比',
      [
        ['少数民族', '13.97万'],
        ['总人口', '37.88万'],
        ['占比', '36.88%'],
      ],
    ],
    [
      '4.9万 of 37.88万 is 12.94%',
      'says: share, part: 流动, whole: 总人口, is: 占比',
      [
        ['流动', '4.9万'],
        ['总人口', '37.88万'],
        ['占比', '12.94%'],
      ],
    ],
    [
      '18 + 61 = 79',
      'says: sum, parts: [履职, 协助], is: 承担总数',
      [
        ['履职', 18],
        ['协助', 61],
        ['承担总数', 79],
      ],
    ],
    [
      '5285 + 5880 is 1.1万余',
      'says: sum, parts: [社工, 网格员], is: 工作人员',
      [
        ['社工', 5285],
        ['网格员', 5880],
        ['工作人员', '1.1万余'],
      ],
    ],
    [
      '十个一 names ten',
      'says: enumeration, is: 十个一',
      [['十个一', 10, '手册、培训、优秀居民区、实训基地、工作法、能人、论坛、案例、风采录、督导师队伍']],
    ],
  ] as const)('holds: %s', async (_, says, rows) => {
    expect(await outcome(says, rows)).toEqual([]);
  });

  it('fails: 21449 of 2.88万 is not 80.4%, and the base it would take is told', async () => {
    expect(
      await outcome('says: share, part: 大专及以上, whole: 首批, is: 占比', [
        ['大专及以上', 21449],
        ['首批', '2.88万'],
        ['占比', '80.4%'],
      ]),
    ).toEqual([
      '表1!B4 breach claim.fails-share {"found":"占比","value":"80.4%","parts":"“大专及以上”（21449）、“首批”（2.88万）","computed":"74.35～74.61%","implied":"26661～26694"}',
    ]);
  });

  it('fails: a rate, a sum, an enumeration that do not come out', async () => {
    expect(
      (
        await outcome('says: rate, before: 原数, after: 现数, is: 精简率', [
          ['原数', 140],
          ['现数', 79],
          ['精简率', '56.43%'],
        ])
      )[0],
    ).toMatch(/^表1!B4 breach claim\.fails .*"computed":"43\.57%"/);
    expect(
      (
        await outcome('says: sum, parts: [原有, 新增], less: [撤并], is: 调整后', [
          ['原有', 398],
          ['新增', 54],
          ['撤并', 2],
          ['调整后', 451],
        ])
      )[0],
    ).toMatch(/claim\.fails .*"computed":"450"/);
    expect(
      await outcome('says: enumeration, is: 标牌', [
        ['标牌', '4+2', '党组织、居民委员会、居务监督委员会、党群服务中心、新时代文明实践站'],
      ]),
    ).toEqual([
      '表1!B2 breach claim.enumeration {"found":"标牌","value":"4+2","count":5,"parts":"党组织、居民委员会、居务监督委员会、党群服务中心、新时代文明实践站"}',
    ]);
  });

  it('is doubtful: 18.2 per ten thousand without a base', async () => {
    expect(
      await outcome('says: share, part: 社区工作者, is: 每万人, unit: 人/万人', [
        ['社区工作者', 5285],
        ['每万人', '18.2'],
      ]),
    ).toEqual([
      '表1!B3 undetermined claim.implied {"found":"每万人","value":"18.2","parts":"“社区工作者”（5285）","implied":"2895890～2911846"}',
    ]);
  });

  it('is doubtful: 61 fewer, of which a list names 24', async () => {
    expect(
      (
        await outcome('says: sum, parts: [负面清单], open: true, is: 减少', [
          ['负面清单', 24],
          ['减少', 61],
        ])
      )[0],
    ).toMatch(/^表1!B3 undetermined claim\.rest .*"rest":"37"/);
  });

  it('is doubtful: 11.4 times an average', async () => {
    const parameters = { 'claim.times.max': [5, '倍'] } as const;
    expect(
      (
        await outcome(
          'says: enumeration, is: 收入倍数, max: claim.times.max',
          [['收入倍数', '11.4倍']],
          parameters,
        )
      )[0],
    ).toMatch(/^表1!B2 undetermined claim\.implausible .*"limit":5/);
    expect(
      await outcome(
        'says: enumeration, is: 收入倍数, max: claim.times.max',
        [['收入倍数', '1.4倍']],
        parameters,
      ),
    ).toEqual([]);
  });

  it('is not checked where the number is not declared', async () => {
    expect(
      await outcome('says: rate, before: 原数, after: 现数, is: 精简率', [
        ['原数', 140],
        ['精简率', '43.57%'],
      ]),
    ).toEqual(['not checked: claim-missing 现数']);
  });
});

describe('a claim with a place left open', () => {
  const check =
    "method: claim, of: claim, is: '{place}社区数', says: sum, parts: ['{place}居委会数', '{place}村委会数']";
  const claims = (...rows: readonly (readonly [string, number])[]): Rows => [
    ['数据名称', '申报数值'],
    ...rows,
  ];

  it('is made for each place that is declared, and for the names without any', async () => {
    const tables = [
      claims(['社区数', 5], ['居委会数', 3], ['村委会数', 2]),
      claims(['新城区社区数', 9], ['新城区居委会数', 6], ['新城区村委会数', 2]),
    ];
    expect(await outcomesOf({ check, tables })).toEqual([
      '表2!B2 breach claim.fails {"found":"新城区社区数","value":"9","parts":"“新城区居委会数”（6）、“新城区村委会数”（2）","computed":"8"}',
    ]);
  });

  it('says which number of which place is lacking', async () => {
    const tables = [
      claims(
        ['甲区社区数', 5],
        ['甲区居委会数', 5],
        ['乙区社区数', 1],
        ['乙区居委会数', 1],
        ['乙区村委会数', 0],
      ),
    ];
    expect(await outcomesOf({ check, tables })).toEqual(['not checked: claim-missing 甲区村委会数']);
    const lacking = [claims(['甲区社区数', 5], ['甲区居委会数', 5])];
    expect(await outcomesOf({ check, tables: lacking })).toEqual(['not checked: claim-missing 甲区村委会数']);
    expect(await outcomesOf({ check, tables: [claims(['别的数', 1])] })).toEqual([
      'not checked: claim-missing {place}社区数',
    ]);
  });

  it.each([
    ["is: 社区数, says: sum, parts: ['{place}居委会数']", '{place}居委会数'],
    ["is: '{place}{place}社区数', says: enumeration", '{place}{place}社区数'],
    ["is: '{palce}社区数', says: enumeration", '{palce}社区数'],
  ])('%s is a mistake', async (keys, found) => {
    const attempt = outcomesOf({
      check: `method: claim, of: claim, ${keys}`,
      tables: [claims(['社区数', 1])],
    });
    await expect(attempt).rejects.toMatchObject({ mistake: 'claim-place', args: { found } });
  });
});

describe('a claim about the rows that were handed in', () => {
  const rows = (...codes: readonly string[]): Rows => [
    ['网格编码', '所属社区'],
    ...codes.map((code) => [code, '甲社区']),
  ];
  const declared = (count: number | string): Rows => [
    ['数据名称', '申报数值'],
    ['网格数', count],
  ];
  const check = 'method: claim, of: claim, is: 网格数, says: sum, parts: [{of: grid}]';

  it('counts them over all tables', async () => {
    expect(await outcomesOf({ check, tables: [rows('1', '2'), declared(3), rows('3')] })).toEqual([]);
    expect(await outcomesOf({ check, tables: [rows('1', '2'), declared(3)] })).toEqual([
      '表2!B2 breach claim.fails {"found":"网格数","value":"3","parts":"“表1”（2）","computed":"2"}',
    ]);
  });

  it('adds up a field of them', async () => {
    const sum = 'method: claim, of: claim, is: 户数, says: sum, parts: [{of: community, field: households}]';
    const roster: Rows = [
      ['社区名称', '常住户数'],
      ['甲社区', 1000],
      ['乙社区', 700],
    ];
    const told = (count: number): Rows => [
      ['数据名称', '申报数值'],
      ['户数', count],
    ];
    expect(await outcomesOf({ check: sum, tables: [roster, told(1700)] })).toEqual([]);
    expect(await outcomesOf({ check: sum, tables: [roster, told(1800)] })).toHaveLength(1);
  });

  it('is not checked where none were handed in', async () => {
    expect(await outcomesOf({ check, tables: [declared(3)] })).toEqual(['not checked: kind-missing grid']);
  });
});
