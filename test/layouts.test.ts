import { describe, expect, it } from 'vitest';
import type { CellValue, Merge, Workbook } from '../src/model/workbook.ts';
import { readRecords } from '../src/records/records.ts';
import { findTables } from '../src/tables/tables.ts';
import { policyOf } from './support/policy.ts';

const { vocabulary } = await policyOf('base');

type Cells = readonly (string | number | null)[];

const HEAD: Cells = ['序号', '事项名称', '主管部门', '依据', '备注'];
const ASSIST = '某社区依法协助政府工作事项清单';
const PERFORM = '某社区依法履行职责事项清单';
const [A1, A2, A3]: Cells[] = [
  [1, '协助维护社会治安', '公安局'],
  [2, '协助开展反恐怖主义工作', '公安局'],
  [3, '协助做好禁毒防范', '公安局'],
] as Cells[] as [Cells, Cells, Cells];
const [P1, P2]: Cells[] = [
  [1, '召集居民会议'],
  [2, '推行居务公开'],
  [3, '调解民间纠纷'],
] as Cells[] as [Cells, Cells, Cells];

function range(text: string): Merge {
  const [, left = '', top = '', right = '', bottom = ''] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(text) ?? [];
  const column = (letter: string) => letter.charCodeAt(0) - 64;
  return { left: column(left), top: Number(top), right: column(right), bottom: Number(bottom) };
}

/** What is understood of one sheet: items by list, and how many rows play each role. */
function understand(rows: readonly Cells[], merges: readonly string[] = [], sheetName = 'Sheet1') {
  const numbered = rows.map((cells, index) => ({
    number: index + 1,
    cells: cells.map((cell): CellValue | undefined => cell ?? undefined),
    hidden: false,
  }));
  const sheet = {
    name: sheetName,
    hidden: false,
    merges: merges.map(range),
    hiddenColumns: [],
    rows: () => numbered,
  };
  const workbook: Workbook = { format: 'xlsx', encoding: null, countedCells: null, sheets: [sheet] };
  const set = findTables('报送.xlsx', workbook, vocabulary);
  const { dutyLists, rosters } = readRecords(set);
  const lists = dutyLists.map(({ list, items }) => `${list ?? '?'} ${items.length}`);
  const roles = Object.entries(set.ledgers[0]?.rows ?? {}).flatMap(([role, count]) =>
    count > 0 ? [`${role} ${count}`] : [],
  );
  const residents = rosters.flatMap(({ communities }) => communities.map((one) => one.residents?.value));
  return { lists, roles: roles.join(' '), rosters: rosters.length, dutyLists, residents };
}

describe('协助事项, which may be the item or what the community does for one', () => {
  it.each<[string, Cells, (string | null)[]]>([
    ['the item where no column is', ['序号', '协助事项', '主管部门'], ['serial', 'text', 'leadDepartment']],
    ['a part beside the item', ['序号', '事项名称', '协助事项'], ['serial', 'text', 'communityPart']],
    ['a part before the item', ['序号', '协助事项', '事项名称'], ['serial', 'communityPart', 'text']],
    ['the item beside a part', ['序号', '协助事项', '社区职责'], ['serial', 'text', 'communityPart']],
  ])('%s', (_, header, fields) => {
    const { lists, dutyLists } = understand([[ASSIST], header, [1, '协助维护社会治安', '公安机关和司法所']]);
    expect(lists).toEqual(['assist 1']);
    const columns = dutyLists[0]?.table.columns ?? [];
    expect(columns.map(({ field }) => field)).toEqual(fields);
    expect(columns.flatMap(({ rivals }) => rivals)).toEqual([]);
    expect(dutyLists[0]?.table.confidence).toBe(1);
  });
});

describe('a row of totals', () => {
  const STATEMENTS: Cells = ['序号', '数据名称', '申报数值', '数据来源'];
  const PLAIN: Cells = ['数据名称', '申报数值', '数据来源'];
  it.each<[string, Cells, Cells, string]>([
    ['a numbered figure named 平均…', STATEMENTS, [2, '平均收入', 5000], 'data 2'],
    ['a longer one', STATEMENTS, [2, '平均受教育年限', 12], 'data 2'],
    ['a numbered figure named 合计…', STATEMENTS, [2, '合计金额', 5000], 'data 2'],
    ['one without a number', PLAIN, ['平均年龄', 38], 'data 2'],
    ['平均 alone', STATEMENTS, [null, '平均', 5000], 'data 1 subtotal 1'],
    ['平均值 alone', PLAIN, ['平均值', 5000], 'data 1 subtotal 1'],
    ['平均数 with its unit', PLAIN, ['平均数（户）', 5000], 'data 1 subtotal 1'],
    ['合计 behind a number', STATEMENTS, [2, '合计', 5000], 'data 1 subtotal 1'],
    ['合计 with its count', STATEMENTS, [2, '合计：12项', 5000], 'data 1 subtotal 1'],
    ['合计金额 without a number', PLAIN, ['合计金额', 5000], 'data 1 subtotal 1'],
  ])('%s', (_, header, row, roles) => {
    const first = header === PLAIN ? ['社区数', 12] : [1, '社区数', 12];
    expect(understand([header, first, row]).roles).toBe(`header 1 ${roles}`);
  });
});

describe('rows below the header', () => {
  it.each<[string, readonly Cells[], readonly string[], readonly string[], string]>([
    [
      'the last items of a list of one column before the next title',
      [[PERFORM], ['事项名称'], ['召集居民会议'], ['推行居务公开'], ['调解民间纠纷'], [ASSIST], HEAD, A1],
      [],
      ['perform 3', 'assist 1'],
      'title 2 header 2 data 4',
    ],
    [
      'a title and instructions far above the second header',
      [
        [PERFORM],
        HEAD,
        P1,
        [],
        [ASSIST],
        ['填表说明：'],
        ['1.按要求填写。'],
        ['2.主管部门填全称。'],
        ['3.依据填条款项。'],
        HEAD,
        A1,
      ],
      [],
      ['perform 1', 'assist 1'],
      'title 6 header 2 data 2 blank 1',
    ],

    [
      'items without serial numbers after a guidance row',
      [
        [ASSIST],
        ['事项名称', '主管部门'],
        ['（填全称）', '（填牵头部门）'],
        ['协助维护社会治安', '公安局'],
        ['协助做好禁毒防范', '公安局'],
      ],
      [],
      ['assist 2'],
      'title 1 header 1 data 2 note 1',
    ],
    [
      'items without serial numbers after a note',
      [
        [ASSIST],
        ['事项名称', '主管部门'],
        ['协助维护社会治安', '公安局'],
        ['注：以下为新增。'],
        ['协助做好禁毒防范', '公安局'],
      ],
      [],
      ['assist 2'],
      'title 1 header 1 data 2 note 1',
    ],
    [
      'items after a page number',
      [[ASSIST], HEAD, A1, ['第1页 共2页'], [null, '协助做好社区矫正', '司法局']],
      [],
      ['assist 2'],
      'title 1 header 1 data 2 note 1',
    ],

    [
      'items merged as wide as their header are items',
      [[PERFORM], ['事项名称'], ['召集居民会议'], ['推行居务公开']],
      ['A2:E2', 'A3:E3', 'A4:E4'],
      ['perform 2'],
      'title 1 header 1 data 2',
    ],
    [
      'items numbered 一、 in the text and alone in their row are items',
      [
        [PERFORM],
        ['序号', '事项名称', '备注'],
        [null, '一、召集居民会议'],
        [null, '二、推行居务公开'],
        [null, '三、调解民间纠纷'],
      ],
      [],
      ['perform 3'],
      'title 1 header 1 data 3',
    ],
    [
      'a category in the name column over items is a band',
      [[PERFORM], ['序号', '事项名称', '备注'], [null, '一、民主自治（2项）'], P1, P2],
      [],
      ['perform 2'],
      'title 1 header 1 data 2 band 1',
    ],
    [
      'an item that says 协助 alone in its row does not change the list',
      [[PERFORM], HEAD, P1, ['协助做好养老服务工作'], P2],
      [],
      ['perform 2'],
      'title 1 header 1 data 2 unclear 1',
    ],
    [
      'nor does a remark alone in its row',
      [[PERFORM], HEAD, P1, [null, null, null, null, '第4项改为协助事项'], P2],
      [],
      ['perform 3'],
      'title 1 header 1 data 3',
    ],
    [
      'nor an instruction merged below the header',
      [[PERFORM], HEAD, ['（填写说明：属于协助事项的，请填入协助清单）'], P1, P2],
      ['A3:E3'],
      ['perform 2'],
      'title 1 header 1 data 2 band 1',
    ],
    [
      'nor bands that only speak of 履职',
      [[ASSIST], HEAD, ['一、履职保障（2项）'], A1, A2, ['二、平安建设（1项）'], A3],
      ['A3:E3', 'A6:E6'],
      ['assist 3'],
      'title 1 header 1 data 3 band 2',
    ],
    [
      'a band with a list of its own does',
      [['某社区事项清单'], HEAD, ['一、依法履行职责事项（2项）'], P1, P2, ['二、协助事项（1项）'], A1],
      ['A3:E3', 'A6:E6'],
      ['perform 2', 'assist 1'],
      'title 1 header 1 data 3 band 2',
    ],
    [
      'a later band of the same level ends it',
      [['某社区事项清单'], HEAD, ['一、依法履行职责事项（1项）'], P1, ['二、其他事项（1项）'], P2],
      ['A3:E3', 'A5:E5'],
      ['perform 1', '? 1'],
      'title 1 header 1 data 2 band 2',
    ],
    [
      'a band with its number in the serial column',
      [[ASSIST], HEAD, ['一', '平安建设（2项）'], A1, A2, ['二', '民生服务'], A3],
      [],
      ['assist 3'],
      'title 1 header 1 data 3 band 2',
    ],
    [
      'column numbers below the header are no item',
      [[ASSIST], HEAD, [1, 2, 3, 4, 5], A1, A2],
      [],
      ['assist 2'],
      'title 1 header 1 data 2 note 1',
    ],
    [
      'nor 甲 乙 丙, nor guidance in brackets',
      [[ASSIST], HEAD, ['甲', '乙', '丙', '丁', '戊'], A1],
      [],
      ['assist 1'],
      'title 1 header 1 data 1 note 1',
    ],
    [
      'guidance in brackets',
      [[ASSIST], HEAD, [null, '（不得自行增减）', '（填全称）', '（填到条款项）'], A1],
      [],
      ['assist 1'],
      'title 1 header 1 data 1 note 1',
    ],
    [
      'a total behind a serial number',
      [[ASSIST], HEAD, A1, A2, [3, '合计']],
      [],
      ['assist 2'],
      'title 1 header 1 data 2 subtotal 1',
    ],
    [
      'opinions, dates and signatures below the list',
      [
        [ASSIST],
        HEAD,
        A1,
        A2,
        ['社区意见：同意上报。（盖章） 年 月 日'],
        [null, null, null, '2023年3月28日'],
        ['主任：', null, '书记：'],
        ['审核', '甲', '制表', '乙'],
      ],
      [],
      ['assist 2'],
      'title 1 header 1 data 2 note 4',
    ],
    [
      'notes after the first line',
      [[ASSIST], HEAD, A1, ['注：1.本表一式两份。'], ['2.由社区填写。'], ['3.报街道。']],
      [],
      ['assist 1'],
      'title 1 header 1 data 1 note 3',
    ],
    [
      'a note in two cells',
      [[ASSIST], HEAD, A1, ['注', null, '“主管部门”指业务主管部门']],
      [],
      ['assist 1'],
      'title 1 header 1 data 1 note 1',
    ],
    [
      'an item merged over two rows with two bases is one item',
      [[ASSIST], HEAD, [1, '协助维护社会治安', '公安局', '依据一'], [null, null, null, '依据二'], A2],
      ['A3:A4', 'B3:B4', 'C3:C4'],
      ['assist 2'],
      'title 1 header 1 data 3',
    ],
    [
      'a list continued under the same header',
      [[ASSIST], HEAD, A1, A2, [], [`${ASSIST}（续）`], HEAD, A3],
      [],
      ['assist 3'],
      'title 2 header 2 data 3 blank 1',
    ],
    [
      'a page number before the repeated header',
      [[ASSIST], HEAD, A1, A2, ['第1页 共2页'], ['（续表）'], HEAD, A3],
      [],
      ['assist 3'],
      'title 3 header 2 data 3',
    ],
  ])('%s', (_, rows, merges, lists, roles) => {
    const found = understand(rows, merges);
    expect({ lists: found.lists, roles: found.roles }).toEqual({ lists, roles });
  });
});

describe('what stands above and in the header', () => {
  it.each<[string, readonly Cells[], readonly string[], string]>([
    ['a title in two cells', [['附件2', ASSIST], HEAD, A1], ['assist 1'], 'title 1 header 1 data 1'],
    [
      'instructions do not name the list',
      [['某社区工作事项清单'], ['填报要求：协助事项须写明主管部门。'], HEAD, P1],
      ['? 1'],
      'title 2 header 1 data 1',
    ],
    [
      'a form filled in above the header is no roster',
      [[ASSIST], ['街道', '东街街道', '社区', '某社区'], HEAD, A1],
      ['assist 1'],
      'title 1 meta 1 header 1 data 1',
    ],
    [
      '单位： and 日期： with values beside them',
      [[ASSIST], ['单位：', '某社区居委会', null, '日期：', '2023.5.6'], HEAD, A1],
      ['assist 1'],
      'title 1 meta 1 header 1 data 1',
    ],
    [
      'a register with many columns of its own',
      [
        [ASSIST],
        [
          '序号',
          '事项名称',
          '主管部门',
          '联系人',
          '联系电话',
          '责任网格',
          '完成时限',
          '考核方式',
          '经费保障',
        ],
        A1,
      ],
      ['assist 1'],
      'title 1 header 1 data 1',
    ],
    [
      'marks and translations in headers',
      [[ASSIST], ['序号', '*事项名称', '★主管部门', '“依据”', '备注\nRemark'], A1],
      ['assist 1'],
      'title 1 header 1 data 1',
    ],
    [
      'three rows of labels in a text, where a label of the second row is a field itself',
      [
        [ASSIST],
        ['序号', '事项名称', '职责分工', null, null, '依据'],
        [null, null, '社区职责', '部门职责', null, null],
        [null, null, null, '主管部门', '配合部门', null],
        [1, '协助维护社会治安', '宣传告知', '公安局', '民政局', null],
      ],
      ['assist 1'],
      'title 1 header 3 data 1',
    ],
    [
      'group labels nobody knows',
      [
        [ASSIST],
        [null, '基本信息', null, '责任分工', null],
        ['序号', '事项名称', '类别', '主管部门', '备注'],
        A1,
      ],
      ['assist 1'],
      'title 1 header 2 data 1',
    ],
  ])('%s', (_, rows, lists, roles) => {
    const found = understand(rows);
    expect({ lists: found.lists, roles: found.roles, rosters: found.rosters }).toEqual({
      lists,
      roles,
      rosters: 0,
    });
  });
});

describe('columns', () => {
  it('a unit in the header scales the numbers below it', () => {
    const rows: Cells[] = [
      ['某街道社区基本情况'],
      ['社区名称', '常住户数', '常住人口（万人）'],
      ['公主府社区居委会', 2000, 0.57],
    ];
    expect(understand(rows).residents).toEqual([5700]);
  });

  const typed: readonly Cells[] = [['某社区事项清单'], ['事项类型', '序号', '事项名称']];

  it('a blank list cell repeats the one above', () => {
    const rows = [
      ...typed,
      ['依法履行职责', 1, '召集居民会议'],
      [null, 2, '推行居务公开'],
      ['依法协助政府工作', 3, '协助维护社会治安'],
      [null, 4, '公共卫生'],
    ];
    expect(understand(rows).lists).toEqual(['perform 2', 'assist 2']);
  });

  it('list names with number, 类 and 事项', () => {
    const rows = [...typed, ['1.依法履职类', 1, '召集居民会议'], ['2.依法协助事项', 2, '协助维护社会治安']];
    expect(understand(rows).lists).toEqual(['perform 1', 'assist 1']);
  });

  it('a number written into the text says nothing about the item', () => {
    const { dutyLists } = understand([
      [ASSIST],
      ['事项名称', '主管部门'],
      ['2、协助做好社区矫正工作', '司法局'],
      ['3、协助做好社区矫正工作', '司法局'],
    ]);
    expect(new Set(dutyLists[0]?.items.map(({ key }) => key)).size).toBe(1);
  });

  it('新村社区 is a community', () => {
    expect(understand([['巧报新村社区依法协助政府工作事项清单'], HEAD, A1]).dutyLists[0]?.scope).toBe(
      'community',
    );
    expect(understand([['村（社区）依法协助政府工作事项清单'], HEAD, A1]).dutyLists[0]?.scope).toBe('either');
  });
});
