import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { policyOf } from '../src/cli/policy.ts';
import { canonicalTables } from '../src/cli/transform/convert-tables.ts';
import { NO_PINS } from '../src/model/pins.ts';
import type { KindWords, PolicyPack } from '../src/model/policy.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { beginReading } from '../src/read/read.ts';
import { readRecords } from '../src/records/records.ts';
import { findTables } from '../src/tables/tables.ts';
import type { CanonicalRow } from '../src/transform/canonical.ts';
import { convertFile } from '../src/transform/convert.ts';
import { sheetNames } from '../src/write/sheet-names.ts';
import { toXlsx } from '../src/write/xlsx.ts';
import { jianfu } from './support/run.ts';

const COMMUNITY = [
  '依法履行职责事项清单',
  '依法协助政府工作事项清单',
  '不应承担的工作事项清单',
  '不应出具的证明事项清单',
];
const TOWNSHIP = ['基本履职事项清单', '配合履职事项清单', '上级部门收回事项清单'];
const DEPARTMENTS = ['公安局', '民政局', '卫生健康委员会、医疗保障局', '住房和城乡建设局', ''];

let policy: PolicyPack;
let kind: KindWords;
beforeAll(async () => {
  policy = await policyOf('hohhot', null);
  kind = policy.vocabulary.kinds.find(({ id }) => id === 'duty-list') as KindWords;
});

/** Written with a sheet for each value of a field, then read and converted again. */
async function throughSheets(
  rows: readonly CanonicalRow[],
  sheetsBy: string,
): Promise<readonly CanonicalRow[]> {
  const choice = { select: null, withOrigin: false, allColumns: false, sheetsBy };
  const plains = canonicalTables(kind, rows, choice, 'zh-CN').map(({ plain }) => plain);
  const names = sheetNames(plains.map(({ name }) => name));
  const tables = plains.map((plain, at) => ({ ...plain, name: names[at] ?? '' }));
  const bytes = await toXlsx(tables, { yes: '是', no: '否' });
  const workbook = await beginReading({ bytes, name: '表.xlsx', limits: DEFAULT_LIMITS, encoding: null })();
  const dataset = readRecords(findTables('表.xlsx', workbook, policy.vocabulary, NO_PINS));
  const made = convertFile({ workbook, dataset, vocabulary: policy.vocabulary, kinds: [] });
  expect(made.rejects).toEqual([]);
  return made.rows.get('duty-list') ?? [];
}

/** What a row says, whatever its place; the file is another after each step. */
const items = (rows: readonly CanonicalRow[]) =>
  rows.map(({ values }) => JSON.stringify([...values].filter(([, value]) => value !== '').sort())).sort();

function rowsOf(
  found: readonly (readonly [list: string, department: string, text: number])[],
): CanonicalRow[] {
  return found.map(([list, department, text], at) => {
    const values = new Map<string, string | number>([
      ['serial', at + 1],
      ['text', `协助做好第${text}类工作`],
      ['list', list],
      ['submitter', '某某社区居委会'],
    ]);
    if (department !== '') values.set('leadDepartment', department);
    return {
      file: '甲.xlsx',
      sheet: '一',
      row: at + 2,
      values,
      lineage: new Map(),
      columns: new Map(),
      doubts: [],
    };
  });
}

describe('conversion between families of lists', () => {
  it.each([
    ['the four lists of a community ↔ one list with a column for the kind', COMMUNITY, ['list']],
    ['the three lists of a township ↔ each department’s own list', TOWNSHIP, ['leadDepartment', 'list']],
  ])('%s: there and back it is the same items', async (_, lists, ways) => {
    const item = fc.tuple(fc.constantFrom(...lists), fc.constantFrom(...DEPARTMENTS), fc.nat(30));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(item, { minLength: 4, maxLength: 25, selector: String }),
        async (found) => {
          const rows = rowsOf(found);
          let now: readonly CanonicalRow[] = rows;
          for (const way of ways) {
            now = await throughSheets(now, way);
            expect(items(now), way).toEqual(items(rows));
          }
        },
      ),
      { numRuns: 25, seed: 20260301 },
    );
  });
});

const COMBINED = `序号,清单类型,事项名称,主管部门
1,基本履职事项清单,召集居民会议,
2,配合履职事项清单,开展反诈宣传,公安局
3,配合履职事项清单,开展优抚,民政局
4,上级部门收回事项清单,办理户籍,公安局
5,,什么清单没有写,民政局
`;

describe('jianfu convert --sheets-by', () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'families-'));
  writeFileSync(path.join(cwd, '总.csv'), COMBINED.replace('5,,', '5,—,'));
  const convert = (...args: string[]) => jianfu(['convert', ...args, '--policy', 'chengdong'], { cwd });
  const sheetsIn = (file: string) => {
    const { Sheets, SheetNames } = XLSX.read(readFileSync(path.join(cwd, file)));
    return Object.fromEntries(
      SheetNames.map((name) => [
        name,
        XLSX.utils.sheet_to_json<string[]>(Sheets[name] as XLSX.WorkSheet, { header: 1 }),
      ]),
    );
  };

  it('gives each list a sheet that says by its name which it is', () => {
    const { code, stdout, stderr } = convert('总.csv', '--sheets-by', 'list', '-o', '分.xlsx');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(sheetsIn('分.xlsx')).toEqual({
      基本履职事项清单: [
        ['序号', '事项名称'],
        [1, '召集居民会议'],
      ],
      配合履职事项清单: [
        ['序号', '事项名称', '主管部门'],
        [2, '开展反诈宣传', '公安局'],
        [3, '开展优抚', '民政局'],
      ],
      上级部门收回事项清单: [
        ['序号', '事项名称', '主管部门'],
        [4, '办理户籍', '公安局'],
      ],
      没有写明清单类型: [
        ['序号', '事项名称', '主管部门'],
        [5, '什么清单没有写', '民政局'],
      ],
    });
    expect(stdout).toContain('基本履职事项清单 duty-list');
    const lines = readFileSync(path.join(cwd, '分.lineage.ndjson'), 'utf8').trimEnd().split('\n');
    expect(JSON.parse(lines[3] ?? '')).toMatchObject({
      sheet: '配合履职事项清单',
      row: 3,
      source: { row: 4 },
      cells: { text: { cell: 'B3', from: ['C4'] } },
    });
  });

  it('gives each department a sheet, by the name of the column too, and all come back', () => {
    expect(convert('总.csv', '--sheets-by', '主管部门', '-o', '部门.xlsx').code).toBe(0);
    const sheets = sheetsIn('部门.xlsx');
    expect(Object.keys(sheets)).toEqual(['没有写明主管部门', '公安局', '民政局']);
    expect(sheets.公安局?.slice(1)).toEqual([
      [2, '开展反诈宣传', '配合履职事项清单', '公安局'],
      [4, '办理户籍', '上级部门收回事项清单', '公安局'],
    ]);
    convert('部门.xlsx', '-o', '回.csv');
    const texts = readFileSync(path.join(cwd, '回.csv'), 'utf8');
    for (const text of ['召集居民会议', '开展反诈宣传', '开展优抚', '办理户籍', '什么清单没有写']) {
      expect(texts).toContain(text);
    }
  });

  it('refuses a format without sheets and a column nobody knows', () => {
    expect(convert('总.csv', '--sheets-by', 'list', '-o', 'x.csv').stderr).toContain('x.csv');
    const { code, stderr } = convert('总.csv', '--sheets-by', 'leadDepartmen', '-o', 'x.xlsx');
    expect(code).toBe(2);
    expect(stderr).toContain('leadDepartment');
  });
});
