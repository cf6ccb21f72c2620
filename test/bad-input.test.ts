import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { jianfu } from './support/run.ts';

type Cells = (string | number | null)[][];

/** A folder with these files, and a command in it. */
function inFolder(files: Readonly<Record<string, string | Readonly<Record<string, Cells>>>>) {
  const cwd = mkdtempSync(path.join(tmpdir(), 'bad-'));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(path.join(cwd, name), typeof content === 'string' ? content : bookOf(content));
  }
  const run = (...args: string[]) => {
    const { code, stdout, stderr } = jianfu([...args, '--policy', 'hohhot'], { cwd });
    return { code, told: (stdout + stderr).replaceAll('\n', '') };
  };
  const read = (name: string) => readFileSync(path.join(cwd, name), 'utf8');
  const records = (name: string) =>
    read(name)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  return { cwd, run, read, records };
}

function bookOf(sheets: Readonly<Record<string, Cells>>): Buffer {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name);
  }
  return XLSX.write(book, { type: 'buffer' }) as Buffer;
}

const HEAD = ['序号', '事项名称', '主管部门'];
const list = (title: string, ...texts: string[]): Cells => [
  [title],
  HEAD,
  ...texts.map((text, at) => [at + 1, text, '公安局']),
];
const ASSIST = '社区依法协助政府工作事项清单';

describe('two sheets that claim to be the same list', () => {
  const made = (second: string) =>
    inFolder({ '清单.xlsx': { 表一: list(ASSIST, '维护治安', '优抚'), 表二: list(second, '征兵') } });

  it('are both converted, named, and the exit code says that somebody has to look', () => {
    const { run, records } = made(ASSIST);
    const { code, told } = run('convert', '清单.xlsx', '-o', '总表.ndjson');
    expect(code).toBe(1);
    expect(told).toContain('清单.xlsx 里 表一!A1、表二!A1 都说是“依法协助政府工作事项清单”');
    expect(records('总表.ndjson')).toHaveLength(3);
    expect(run('rollup', '清单.xlsx', '-o', '汇总.xlsx').told).toContain('表一!A1、表二!A1 都说是');
    expect(run('convert', '清单.xlsx', '-o', 'b.csv', '--lang', 'en').told).toContain('may count twice');
  });

  it('are not told where they are different lists', () => {
    const { run } = made('社区依法履行职责事项清单');
    expect(run('convert', '清单.xlsx', '-o', '总表.ndjson')).toMatchObject({ code: 0 });
  });
});

describe('two columns under headers of one meaning', () => {
  it('the first is read, the second stays beside it with its header, and the check names both', () => {
    const { run, records } = inFolder({
      '清单.csv': `${ASSIST},,,\n序号,事项名称,主管部门,牵头部门\n1,协助维护治安,公安局,民政局\n`,
    });
    expect(run('convert', '清单.csv', '-o', '总表.ndjson').code).toBe(0);
    expect(records('总表.ndjson')[0]).toMatchObject({ leadDepartment: '公安局', others: '牵头部门：民政局' });
    expect(run('check', '清单.csv').told).toContain('“牵头部门”与 C2 的“主管部门”都表示');
  });
});

describe('units mixed in one column', () => {
  it('are brought into one; what counts something else, or leaves it open, is kept as it stands and told', () => {
    const { run, records } = inFolder({
      '名册.csv':
        '社区代码,社区名称,常住人口,所属街道\n150102001001,甲社区,1.2万人,某街道\n150102001002,乙社区,3000人,某街道\n150102001003,丙社区,900户,某街道\n150102001004,丁社区,约2000人,某街道\n',
    });
    const { code, told } = run('convert', '名册.csv', '-o', '总表.ndjson');
    expect(code).toBe(1);
    expect(told).toContain('有 2 行的值存疑');
    const rows = records('总表.ndjson');
    expect(rows.map(({ residents }) => residents)).toEqual([12000, 3000, '900户', '约2000人']);
    expect(rows.flatMap(({ doubts = [] }) => doubts.map(({ reason }: { reason: string }) => reason))).toEqual(
      ['other-unit', 'hedged'],
    );
  });
});

describe('a roster in which a code stands twice', () => {
  const ROSTER =
    '社区代码,社区名称,常住户数,所属街道\n150102001001,甲社区,1200,某街道\n150102001001,乙社区,900,某街道\n';

  it('is used all the same, and the code and both communities are named', () => {
    const { run } = inFolder({
      '名册.csv': ROSTER,
      '甲社区事项清单.csv': `${ASSIST},,\n填报单位：甲社区,,\n${HEAD}\n1,协助维护治安,公安局\n`,
    });
    const { code, told } = run('rollup', '甲社区事项清单.csv', '--roster', '名册.csv', '-o', '汇总.xlsx');
    expect(code).toBe(1);
    expect(told).toMatch(/150102001001.*甲社区、乙社区/u);
    expect(told).toContain('乙社区');
  });

  it('suggests its code by name, never by the code', () => {
    const { run } = inFolder({
      '名册.csv': ROSTER.replace('乙社区,900,某街道\n', '甲社区,900,另一街道\n'),
      '报.csv':
        '社区代码,社区名称,常住户数,所属街道\n1501020010,甲社区,1200,\n150102001007,丙社区,1,某街道\n',
    });
    // Two communities of that name, and the row does not say which.
    expect(run('fix', '报.csv', '--roster', '名册.csv', '--diff').told).not.toContain('条建议');
  });
});

describe('an output that is there', () => {
  it('is never written over unasked, nor a submission at all; nothing else is written either', () => {
    const { cwd, run, read } = inFolder({
      '清单.xlsx': { 协助清单: list(ASSIST, '维护 治安') },
      '总表.rejects.csv': '别人的',
    });
    const before = readFileSync(path.join(cwd, '清单.xlsx'));
    for (const [command, ...args] of [
      ['convert', '-o', '总表.csv'],
      ['convert', '-o', '清单.xlsx', '--force'],
      ['rollup', '-o', '清单.xlsx', '--force'],
      ['fix', '-o', '.', '--force'],
      ['fix', '--review', '清单.xlsx', '--force'],
    ] as [string, ...string[]][]) {
      expect(run(command, '清单.xlsx', ...args), `${command} ${args}`).toMatchObject({ code: 2 });
    }
    expect(readFileSync(path.join(cwd, '清单.xlsx')).equals(before)).toBe(true);
    expect(read('总表.rejects.csv')).toBe('别人的');
    expect(existsSync(path.join(cwd, '总表.csv'))).toBe(false);
  });
});

describe('a text that a spreadsheet would run', () => {
  it('is guarded in CSV, plain in a workbook, and comes back as it was', () => {
    const { cwd, run, read } = inFolder({
      '清单.xlsx': { 协助清单: list(ASSIST, '=HYPERLINK("http://x","点我")', '+86 治安', '-5', '正常') },
    });
    run('convert', '清单.xlsx', '-o', '总表.csv');
    expect(read('总表.csv')).toContain(`"'=HYPERLINK(""http://x"",""点我"")"`);
    expect(read('总表.csv')).toContain(`"'+86 治安"`);
    run('convert', '总表.csv', '-o', '回.xlsx');
    const sheet = XLSX.read(readFileSync(path.join(cwd, '回.xlsx'))).Sheets.事项清单 as XLSX.WorkSheet;
    const texts = Object.entries(sheet).filter(([at]) => /^B[2-5]$/u.test(at));
    expect(texts.map(([, cell]) => cell.v)).toEqual([
      '=HYPERLINK("http://x","点我")',
      '+86 治安',
      '-5',
      '正常',
    ]);
    expect(texts.every(([, cell]) => cell.f === undefined)).toBe(true);
  });
});
