import { describe, expect, it } from 'vitest';
import type { CellValue } from '../src/model/workbook.ts';
import { readRecords } from '../src/records/records.ts';
import { RULES } from '../src/rules/index.ts';
import { runFileRules } from '../src/rules/runner.ts';
import { findTables } from '../src/tables/tables.ts';
import { readInput } from './support/fixture.ts';
import { policyOf } from './support/policy.ts';
import { type Cells, type SheetOf, workbookOf } from './support/sheets.ts';

const policy = await policyOf('hohhot');

const HEAD: Cells = ['序号', '事项名称', '主管部门'];
const ASSIST = '某社区依法协助政府工作事项清单';
const PERFORM = '某社区依法履行职责事项清单';
const A: Cells[] = [
  [1, '协助维护社会治安', '公安局'],
  [2, '协助开展反恐怖主义工作', '公安局'],
  [3, '协助做好禁毒防范', '公安局'],
  [4, '协助做好社区矫正', '司法局'],
];
const P: Cells[] = [
  [1, '召集居民会议', '民政局'],
  [2, '推行居务公开', '民政局'],
  [3, '调解民间纠纷', '司法局'],
];
const NONE: Cells = [null, null, null];

/** Rows of two tables side by side, `gap` blank columns between them. */
function beside(left: readonly Cells[], right: readonly Cells[], gap = 1): Cells[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => [
    ...(left[row] ?? NONE),
    ...Array.from({ length: gap }, () => null),
    ...(right[row] ?? NONE),
  ]);
}

function check(...sheets: readonly SheetOf[]) {
  const workbook = workbookOf(...sheets);
  const set = findTables('报送.xlsx', workbook, policy.vocabulary);
  const dataset = readRecords(set);
  const input = { ...readInput('报送.xlsx', workbook), sheets: set.ledgers };
  const roles = set.ledgers.map(({ rows }) =>
    Object.entries(rows)
      .flatMap(([role, count]) => (count > 0 ? [`${role} ${count}`] : []))
      .join(' '),
  );
  return {
    set,
    roles,
    lists: dataset.dutyLists.map(
      ({ list, scope, items }) =>
        `${list ?? '?'} ${scope ?? '?'} ${items.length}: ${items[0]?.at('text').sheet}!${items[0]?.at('text').a1} ${items.at(-1)?.at('text').a1}`,
    ),
    findings: runFileRules(RULES, input, dataset, policy).findings.map(
      ({ rule, origins: [origin] }) => `${rule} ${origin?.sheet}!${origin?.a1}`,
    ),
  };
}

const without = (rules: readonly string[], findings: readonly string[]) =>
  findings.filter((finding) => !rules.includes(finding.split(' ')[0] ?? ''));
/** The few items of these sheets are fewer than the pack asks for. */
const COUNTS = ['duty-item-count', 'basis-missing', 'duty-item-outside-catalogue'];

describe('two tables side by side', () => {
  const left = [[PERFORM, null, null], HEAD, ...P];
  const right = [[ASSIST, null, null], HEAD, ...A];

  it.each([0, 1, 2])('with %i blank columns between them, each has its own addresses', (gap) => {
    const { lists, roles, findings } = check({ rows: beside(left, right, gap) });
    const text = ['E', 'F', 'G'][gap];
    expect(lists).toEqual([
      'perform community 3: Sheet1!B3 B5',
      `assist community 4: Sheet1!${text}3 ${text}6`,
    ]);
    // Each physical row counts once, though two tables share it.
    expect(roles).toEqual(['title 1 header 1 data 4']);
    expect(without(COUNTS, findings)).toEqual([]);
  });

  it('with headers on different rows', () => {
    const { lists, roles } = check({ rows: beside(left, [NONE, NONE, ...right]) });
    expect(lists).toEqual(['perform community 3: Sheet1!B3 B5', 'assist community 4: Sheet1!F5 F8']);
    expect(roles).toEqual(['title 1 header 1 data 6']);
  });

  it('below a table over the whole width', () => {
    const wide = ['序号', '证明事项名称', '要求开具单位', '依据', '备注'];
    const rows = [
      ['社区不应出具的证明事项清单'],
      wide,
      [1, '亲属关系证明', '银行', '略', '略'],
      [],
      ...beside(left, right, 0),
    ];
    const { lists } = check({ rows });
    expect(lists).toEqual([
      'not-certify community 1: Sheet1!B3 B3',
      'perform community 3: Sheet1!B7 B9',
      'assist community 4: Sheet1!E7 E10',
    ]);
  });

  it('two by two', () => {
    const square = [...beside(left, right), [], ...beside(right, left)];
    expect(check({ rows: square }).set.tables).toHaveLength(4);
  });

  it('a list wrapped into two columns to save paper is one list', () => {
    const wrapped = [[ASSIST, null, null], ...beside([HEAD, ...A.slice(0, 2)], [HEAD, ...A.slice(2)], 0)];
    const { lists, findings } = check({ rows: wrapped });
    expect(lists).toEqual(['assist community 4: Sheet1!B3 E4']);
    expect(without(COUNTS, findings)).toEqual([]);
  });

  it('a title merged over both belongs to both', () => {
    const rows = [[ASSIST], ...beside([HEAD, ...A.slice(0, 2)], [HEAD, ...A.slice(2)], 1)];
    const { set } = check({ rows, merges: ['A1:G1'] });
    expect(set.tables.map(({ titles }) => titles.map(({ column }) => column))).toEqual([[1], [1]]);
  });

  it('one table with a blank column in it stays one, and a column named twice is still told', () => {
    const gap: Cells[] = [
      [ASSIST],
      ['序号', '事项名称', null, '主管部门'],
      [1, '协助维护社会治安', null, '公安局'],
    ];
    expect(check({ rows: gap }).set.tables).toHaveLength(1);
    const twice: Cells[] = [
      [ASSIST],
      ['序号', '事项名称', '主管部门', '事项名称'],
      [1, '协助维护社会治安', '公安局', '略'],
    ];
    expect(check({ rows: twice }).findings).toContain('header-ambiguous Sheet1!D2');
  });
});

describe('a list continued on another sheet', () => {
  const first = { name: '协助清单', rows: [[`${ASSIST}（4项）`], HEAD, ...A.slice(0, 2)] };

  it('is one list where the headers are the same and the numbering goes on', () => {
    const { lists, set, findings } = check(first, { name: 'Sheet2', rows: [HEAD, ...A.slice(2)] });
    expect(lists).toEqual(['assist community 4: 协助清单!B3 B3']);
    expect(set.tables[1]?.continues).toEqual({ sheet: '协助清单', row: 2 });
    expect(set.tables[1]?.head).toMatchObject({ from: 'continued', list: 'assist' });
    expect(without(COUNTS, findings)).toEqual([]);
  });

  const long = (from: number, to: number, spoil: Readonly<Record<number, CellValue | null>> = {}): Cells[] =>
    Array.from({ length: to - from + 1 }, (_, index) => {
      const number = from + index;
      return [number in spoil ? (spoil[number] ?? null) : number, `协助做好第${number}类调查`, '统计局'];
    });
  const joined = (before: Cells[], after: Cells[]) =>
    check({ name: '协助清单', rows: [[ASSIST], HEAD, ...before] }, { name: 'Sheet2', rows: [HEAD, ...after] })
      .set.tables[1]?.continues !== null;

  it.each<[string, Cells[], Cells[]]>([
    ['is missing before the break', long(1, 6, { 6: null }), long(7, 12)],
    ['is missing behind it', long(1, 6), long(7, 12, { 7: null })],
    ['is missing on both sides', long(1, 6, { 6: null }), long(7, 12, { 7: null })],
    ['is an error', long(1, 6, { 6: { kind: 'error', code: '#REF!' } }), long(7, 12)],
    ['is a slip of the finger', long(1, 6, { 6: 66 }), long(7, 12, { 7: 1 })],
    ['is said twice', long(1, 6), long(7, 12, { 7: 6 })],
    ['is left out with its item', long(1, 6), long(8, 12)],
  ])('is one list too where the number next to the break %s', (_, before, after) => {
    expect(joined(before, after)).toBe(true);
  });

  it('and an item that is left out at the break is told there', () => {
    const { findings } = check(
      { name: '协助清单', rows: [[ASSIST], HEAD, ...long(1, 6)] },
      { name: 'Sheet2', rows: [HEAD, ...long(8, 12)] },
    );
    expect(without(COUNTS, findings)).toEqual(['serial-gap Sheet2!A2']);
  });

  it.each<[string, Cells[], Cells[]]>([
    ['begins again, with a slip that would fit', long(1, 3), long(1, 6, { 2: 5 })],
    ['begins again behind a number that is missing', long(1, 6), long(1, 6, { 1: null })],
    ['goes on far from where it stopped', long(1, 6), long(31, 36)],
    ['cannot be told at all', long(1, 3), long(4, 6, { 4: null, 5: null, 6: null })],
  ])('is not where the numbering %s', (_, before, after) => {
    expect(joined(before, after)).toBe(false);
  });

  it('faults in it are found at its own cells', () => {
    const rows = [HEAD, [3, '协助维护社会治安', '公安局'], [6, '协助做好社区矫正', '司法局']];
    const { findings } = check(first, { name: 'Sheet2', rows });
    expect(without(COUNTS, findings).sort()).toEqual([
      'duty-item-duplicate Sheet2!B2',
      'serial-gap Sheet2!A3',
    ]);
  });

  it('goes on with the category it stopped in, and with the bands after it', () => {
    const banded = {
      name: '清单',
      rows: [
        ['某社区事项清单'],
        HEAD,
        ['一、依法协助政府工作事项（3项）'],
        ['（一）平安建设（2项）'],
        A[0],
        ['（二）禁毒（1项）'],
        A[1],
      ] as Cells[],
      merges: ['A3:C3', 'A4:C4', 'A6:C6'],
    };
    const next = {
      name: 'Sheet2',
      rows: [HEAD, A[2], ['（三）司法（1项）'], A[3]] as Cells[],
      merges: ['A3:C3'],
    };
    const { lists, findings } = check(banded, next);
    expect(lists).toEqual(['assist community 4: 清单!B5 B4']);
    expect(findings.filter((finding) => finding.startsWith('duty-item-count-declared')).sort()).toEqual([
      'duty-item-count-declared 清单!A3',
      'duty-item-count-declared 清单!A4',
      'duty-item-count-declared 清单!A6',
    ]);
  });

  it.each<[string, Cells[]]>([
    ['the numbering begins again', [HEAD, [1, '协助做好社区矫正', '司法局']]],
    [
      'the headers are others',
      [
        ['序号', '事项名称', '备注'],
        [3, '协助做好社区矫正', '略'],
      ],
    ],
    ['a title names another list', [[PERFORM], HEAD, [3, '召集居民会议', '民政局']]],
  ])('is not taken for one where %s', (_, rows) => {
    expect(check(first, { name: 'Sheet2', rows }).set.tables[1]?.continues).toBeNull();
  });
});

describe('bands', () => {
  const two = (outer: number, inner: number): Cells[] => [
    [ASSIST],
    HEAD,
    [`一、平安法治（${outer}项）`],
    [`（一）平安建设（${inner}项）`],
    A[0] as Cells,
    A[1] as Cells,
    ['（二）法治（1项）'],
    A[2] as Cells,
    ['二、民生（1项）'],
    A[3] as Cells,
  ];
  const merges = ['A3:C3', 'A4:C4', 'A7:C7', 'A9:C9'];
  const declared = (rows: Cells[]) =>
    check({ rows, merges }).findings.filter((finding) => finding.startsWith('duty-item-count-declared'));

  it('two levels deep, each count is held against what stands below it', () => {
    expect(declared(two(3, 2))).toEqual([]);
    expect(declared(two(4, 2))).toEqual(['duty-item-count-declared Sheet1!A3']);
    expect(declared(two(3, 3))).toEqual(['duty-item-count-declared Sheet1!A4']);
  });

  it('tell community and village apart in one sheet', () => {
    const rows: Cells[] = [
      ['事项清单汇总'],
      HEAD,
      ['一、社区依法履行职责事项（2项）'],
      P[0] as Cells,
      P[1] as Cells,
      ['二、村级组织依法履行职责事项（1项）'],
      [1, '召集村民会议', '民政局'],
    ];
    expect(check({ rows, merges: ['A3:C3', 'A6:C6'] }).lists).toEqual([
      'perform community 2: Sheet1!B4 B5',
      'perform village 1: Sheet1!B7 B7',
    ]);
  });

  it('that are categories do not change the scope', () => {
    const rows: Cells[] = [
      ['某村级组织依法协助政府工作事项清单'],
      HEAD,
      ['一、社区教育（1项）'],
      A[0] as Cells,
    ];
    expect(check({ rows, merges: ['A3:C3'] }).lists).toEqual(['assist village 1: Sheet1!B4 B4']);
  });

  it('without number or merge are told by the numbering below them', () => {
    const again: Cells[] = [
      [ASSIST],
      HEAD,
      ['平安建设'],
      A[0] as Cells,
      A[1] as Cells,
      ['司法'],
      [1, '协助做好社区矫正', '司法局'],
    ];
    expect(check({ rows: again }).roles).toEqual(['title 1 header 1 data 3 band 2']);
    const once: Cells[] = [[ASSIST], HEAD, A[0] as Cells, ['协助做好养老服务工作'], A[1] as Cells];
    expect(check({ rows: once }).roles).toEqual(['title 1 header 1 data 2 unclear 1']);
  });
});

describe('titles and strays', () => {
  it('a title that names its list in two cells', () => {
    const rows: Cells[] = [['社区不应由社区', '承担的工作事项清单'], HEAD, A[0] as Cells];
    expect(check({ rows }).lists).toEqual(['not-undertake community 1: Sheet1!B3 B3']);
  });

  it('blank rows in the middle are never the end of a list', () => {
    const rows = [[ASSIST], HEAD, A[0] as Cells, ...Array.from({ length: 40 }, () => []), A[1] as Cells];
    expect(check({ rows }).roles).toEqual(['title 1 header 1 data 2 blank 40']);
  });

  it.each(['B200', 'A90', 'F5', 'XFD1048576'])(
    'a stray cell at %s is told as unclear and is no item',
    (at) => {
      const { roles, findings, set } = check({
        rows: [[ASSIST], HEAD, ...A.slice(0, 2)],
        far: { [at]: '略' },
      });
      expect(set.tables).toHaveLength(1);
      expect(roles[0]).toContain('data 2');
      expect(findings).toContain(`row-unclear Sheet1!${at}`);
    },
  );

  it('a signature far below stays one', () => {
    const { roles } = check({ rows: [[ASSIST], HEAD, ...A], far: { A60: '审核人：社区书记' } });
    expect(roles[0]).toContain('note 1');
  });
});

describe('a list that runs from left to right', () => {
  it('is told by name instead of misread', () => {
    const rows: Cells[] = [
      [ASSIST],
      ['序号', 1, 2, 3],
      ['事项名称', '协助维护社会治安', '协助做好禁毒防范', '协助做好社区矫正'],
      ['主管部门', '公安局', '公安局', '司法局'],
      ['备注'],
    ];
    const { set, findings } = check({ rows });
    expect(set.tables).toEqual([]);
    expect(set.ledgers[0]?.skipReason).toBe('turned');
    expect(findings).toEqual(['sheet-without-table Sheet1!A1']);
  });
});
