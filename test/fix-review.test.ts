import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { toXlsx } from '../src/write/xlsx.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

type Cells = (string | number | null)[][];
const folder = () => mkdtempSync(path.join(tmpdir(), 'fix-review-'));
const BASIS = '《中华人民共和国城市居民委员会组织法》第三条';
const HEAD = ['序号', '事项名称', '主管部门', '依据'];

function fix(cwd: string, ...args: string[]) {
  return jianfu(['fix', ...args, '--policy', 'hohhot'], { cwd });
}

function bookOf(sheets: Readonly<Record<string, Cells>>): Buffer {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name);
  }
  return XLSX.write(book, { type: 'buffer', bookSST: true }) as Buffer;
}

function rowsIn(file: string, sheet = 0): Cells {
  const book = XLSX.read(readFileSync(file));
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[sheet] ?? ''] as XLSX.WorkSheet, {
    header: 1,
    defval: null,
  });
}

/** A list whose 3 is missing, and a department that one row of six writes in its own way. */
const LIST: Cells = [
  ['社区依法协助政府工作事项清单'],
  HEAD,
  ...['社会治安', '优抚', '公共卫生', '残疾人', '老年人', '青少年', '计生', '统计'].map((what, index) => [
    index < 6 ? index + 1 : index + 2,
    `协助做好${what}工作`,
    index === 4 ? '卫生健康委员回、公安局' : '卫生健康委员会',
    BASIS,
  ]),
];
const ROSTER: Cells = [
  ['某街道社区基本情况'],
  ['序号', '社区代码', '社区名称', '常住户数', '所属街道'],
  [1, '15010200100', '公主府社区居委会', 1200, '海拉尔东路街道'],
  [2, null, '赛马场社区居委会', 1800, '海拉尔东路街道'],
  [3, '150102001003', '体校巷社区居委会', 1500, '海拉尔东路街道'],
];
const OFFICIAL: Cells = [
  ['社区代码', '社区名称', '常住户数', '所属街道'],
  ['150102001001', '公主府社区', 1200, '海拉尔东路街道'],
  ['150102001002', '赛马场社区居民委员会', 1800, '海拉尔东路街道'],
  // Another subdistrict has a community of that name.
  ['150103002003', '体校巷社区', 900, '中山东路街道'],
];

function submissions(): string {
  const cwd = folder();
  mkdirSync(path.join(cwd, '报送'));
  writeFileSync(path.join(cwd, '报送/清单.xlsx'), bookOf({ 协助清单: LIST }));
  writeFileSync(path.join(cwd, '报送/名册.xlsx'), bookOf({ 名册: ROSTER }));
  writeFileSync(path.join(cwd, '标准.xlsx'), bookOf({ 名册: OFFICIAL }));
  return cwd;
}

const review = (cwd: string, ...args: string[]) =>
  fix(cwd, '报送', '--review', '建议.xlsx', '--roster', '标准.xlsx', ...args);

/** Fills in the decisions of a review sheet, row by row: 采纳, 不采纳, nothing, or a text to write instead. */
function decide(cwd: string, decisions: readonly (string | null)[]): void {
  const [head = [], ...rows] = rowsIn(path.join(cwd, '建议.xlsx'));
  const filled = rows.map((row, at) => {
    const decision = decisions[at] ?? null;
    const isWord = decision === null || decision === '采纳' || decision === '不采纳';
    return [...row.slice(0, 7), isWord ? decision : '改为', isWord ? null : decision];
  });
  writeFileSync(path.join(cwd, '建议.xlsx'), bookOf({ 建议: [head, ...filled] }));
}

describe('suggestions of jianfu fix', () => {
  it('names cell, suggestion and reason, with a drop-down for the decision, and writes nothing else', () => {
    const cwd = submissions();
    const { code, stdout, stderr } = review(cwd);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('有 5 条建议，见 建议.xlsx。');
    expect(rowsIn(path.join(cwd, '建议.xlsx'))).toEqual([
      ['序号', '文件', '工作表', '单元格', '改前', '建议', '原因', '决定', '改为'],
      [
        1,
        '名册.xlsx',
        '名册',
        'B3',
        '15010200100',
        '150102001001',
        expect.stringContaining('名册里'),
        null,
        null,
      ],
      [2, '名册.xlsx', '名册', 'B4', null, '150102001002', expect.stringContaining('名册里'), null, null],
      [3, '清单.xlsx', '协助清单', 'A9', '8', '7', expect.stringContaining('缺号'), null, null],
      [4, '清单.xlsx', '协助清单', 'A10', '9', '8', expect.stringContaining('缺号'), null, null],
      [
        5,
        '清单.xlsx',
        '协助清单',
        'C7',
        '卫生健康委员回、公安局',
        '卫生健康委员会、公安局',
        '这样写的只有 1 处，写成建议名称的有 7 处',
        null,
        null,
      ],
    ]);
    const part = execFileSync('unzip', ['-p', path.join(cwd, '建议.xlsx'), 'xl/worksheets/sheet1.xml'], {
      encoding: 'utf8',
    });
    expect(part).toContain('sqref="H2:H6"><formula1>&quot;采纳,不采纳,改为&quot;</formula1>');
    expect(readdirSync(cwd).sort()).toEqual(['建议.xlsx', '报送', '标准.xlsx'].sort());
  });

  it('does what was confirmed and nothing else, logs it, and again changes nothing', () => {
    const cwd = submissions();
    review(cwd);
    decide(cwd, ['采纳', '采纳', null, '不采纳', '卫生健康委员会、市公安局']);
    const { code, stdout, stderr } = fix(cwd, '报送', '--suggested', '建议.xlsx', '-o', '改好');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('建议表里有 1 条还没有决定。');
    const wanted = ROSTER.map((row) => [...row]);
    (wanted[2] as Cells[number])[1] = '150102001001';
    (wanted[3] as Cells[number])[1] = '150102001002';
    expect(rowsIn(path.join(cwd, '改好/名册.xlsx'))).toEqual(
      wanted.map((row) => [...row, ...Array(5 - row.length).fill(null)]),
    );
    const list = rowsIn(path.join(cwd, '改好/清单.xlsx'));
    expect(list[6]?.[2]).toBe('卫生健康委员会、市公安局');
    expect(list.slice(2).map((row) => row[0])).toEqual([1, 2, 3, 4, 5, 6, 8, 9]);
    expect(rowsIn(path.join(cwd, '改好/清单.xlsx'), 1)).toEqual([
      ['序号', '工作表', '单元格', '改前', '改后', '规则'],
      [1, '协助清单', 'C7', '卫生健康委员回、公安局', '卫生健康委员会、市公安局', '人工确认'],
    ]);
    const again = fix(cwd, '改好', '--suggested', '建议.xlsx', '--diff');
    expect({ code: again.code, stderr: again.stderr }).toEqual({ code: 0, stderr: '' });
    expect(again.stdout).toContain('没有写任何文件。');
  });

  it('a serial that is confirmed stays a number, and the finding is gone', () => {
    const cwd = submissions();
    review(cwd);
    decide(cwd, [null, null, '采纳', '采纳', null]);
    fix(cwd, '报送', '--suggested', '建议.xlsx', '-o', '改好');
    expect(
      rowsIn(path.join(cwd, '改好/清单.xlsx'))
        .slice(2)
        .map((row) => row[0]),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const { stdout } = jianfu(['check', '改好/清单.xlsx', '--policy', 'hohhot', '--out', 'json'], { cwd });
    expect(JSON.parse(stdout).findings.filter(({ rule }: { rule: string }) => rule === 'serial-gap')).toEqual(
      [],
    );
  });

  it('leaves a cell that says something else by now, and says so', () => {
    const cwd = submissions();
    review(cwd);
    decide(cwd, ['采纳', null, null, null, '采纳']);
    const changed = LIST.map((row, at) => (at === 6 ? [row[0], row[1], '民政局', row[3]] : row)) as Cells;
    writeFileSync(path.join(cwd, '报送/清单.xlsx'), bookOf({ 协助清单: changed }));
    const { code, stdout } = fix(cwd, '报送', '--suggested', '建议.xlsx', '-o', '改好');
    expect(code).toBe(1);
    expect(stdout.replaceAll('\n', '')).toContain(
      '清单.xlsx 协助清单!C7：确认时是“卫生健康委员回、公安局”，现在是“民政局”，没有改。',
    );
    expect(existsSync(path.join(cwd, '改好/清单.xlsx'))).toBe(false);
    expect(rowsIn(path.join(cwd, '改好/名册.xlsx'))[2]?.[1]).toBe('150102001001');
  });

  it.each([
    ['a decision nobody knows', '好', null, '建议.xlsx H2：决定写的是“好”，应为 采纳 / 不采纳 / 改为'],
    ['nothing to write instead', '改为', null, '建议.xlsx I2：决定是“改为”，却没有写改成什么'],
    ['a text without a decision', null, '改成这样', '建议.xlsx H2'],
  ])('refuses %s, naming the cell, and writes nothing', (_, decision, instead, told) => {
    const cwd = submissions();
    review(cwd);
    const [head = [], first = [], ...rest] = rowsIn(path.join(cwd, '建议.xlsx'));
    const rows = [head, [...first.slice(0, 7), decision, instead], ...rest];
    writeFileSync(path.join(cwd, '建议.xlsx'), bookOf({ 建议: rows }));
    const { code, stderr } = fix(cwd, '报送', '--suggested', '建议.xlsx', '-o', '改好');
    expect(code).toBe(2);
    expect(stderr).toContain(told);
    expect(existsSync(path.join(cwd, '改好'))).toBe(false);
  });

  it('refuses what is no review sheet, a review sheet that is no .xlsx, and one in the place of a submission', () => {
    const cwd = submissions();
    expect(fix(cwd, '报送', '--suggested', '标准.xlsx', '-o', '改好').stderr).toContain('没有建议表的表头');
    expect(fix(cwd, '报送', '--review', '建议.csv').stderr).toContain('只能写成 .xlsx');
    expect(fix(cwd, '报送', '--review', '报送/清单.xlsx', '--force').stderr).toContain(
      '就是要检查的文件之一',
    );
    expect(fix(cwd, '报送', '--roster', '报送/清单.xlsx', '--diff').stderr).toContain('清单.xlsx');
  });

  it('speaks English, and reads a review sheet that was made in the other language', () => {
    const cwd = submissions();
    expect(review(cwd, '--lang', 'en').stdout).toContain('5 suggestions in 建议.xlsx');
    const [head = [], ...rows] = rowsIn(path.join(cwd, '建议.xlsx'));
    expect(head.slice(5)).toEqual(['suggestion', 'reason', 'decision', 'change to']);
    const decided = rows.map((row) => [...row.slice(0, 7), 'accept', null]);
    writeFileSync(path.join(cwd, '建议.xlsx'), bookOf({ 建议: [head, ...decided] }));
    expect(fix(cwd, '报送', '--suggested', '建议.xlsx', '-o', '改好').code).toBe(0);
    expect(rowsIn(path.join(cwd, '改好/清单.xlsx'))[6]?.[2]).toBe('卫生健康委员会、公安局');
  });
});

const TEXT = [
  '序号;事项名称;主管部门;依据',
  `1;"协助维护社会 治安";公安局;${BASIS}`,
  `2;协助做好２项工作;民政局;${BASIS}`,
];
const FIXED = [TEXT[0], `1;"协助维护社会治安";公安局;${BASIS}`, `2;协助做好2项工作;民政局;${BASIS}`];

describe('fixing text files', () => {
  it.each([
    ['utf-8', '\n', ''],
    ['utf-8', '\r\n', '\ufeff'],
    ['gb18030', '\r\n', ''],
    ['utf16le', '\r\n', '\ufeff'],
  ])('keeps %s and its line ends, and all bytes but those of the cells', (encoding, end, mark) => {
    const cwd = folder();
    const bytes = (lines: readonly (string | undefined)[]) =>
      iconv.encode(mark + lines.join(end), encoding, { addBOM: false });
    writeFileSync(path.join(cwd, '社区依法协助政府工作事项清单.csv'), bytes(TEXT));
    const { code, stderr } = fix(cwd, '社区依法协助政府工作事项清单.csv', '-o', '改好');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const made = readFileSync(path.join(cwd, '改好/社区依法协助政府工作事项清单.csv'));
    expect(made.equals(bytes(FIXED))).toBe(true);
    const log = readFileSync(
      path.join(cwd, '改好/社区依法协助政府工作事项清单.csv.修改记录（jianfu）.csv'),
      'utf8',
    );
    expect(log).toContain('"B2","协助维护社会 治安","协助维护社会治安"');
    // The log is no submission, and a second run changes nothing.
    const again = fix(cwd, '改好', '-o', '再改');
    expect({ code: again.code, made: existsSync(path.join(cwd, '再改')) }).toEqual({ code: 0, made: false });
    const { stdout } = jianfu(['convert', '改好', '-o', '总表.csv', '--policy', 'hohhot'], { cwd });
    expect(stdout).toContain('已转换 2 ');
  });

  it('leaves .xls and .ods and says what to do', () => {
    const cwd = folder();
    const book = XLSX.read(bookOf({ 协助清单: LIST }));
    writeFileSync(
      path.join(cwd, '旧.xls'),
      XLSX.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer,
    );
    const { stdout } = fix(cwd, '旧.xls', '-o', '改好');
    expect(stdout.replace(/\s/gu, '')).toContain(
      '请在WPS或Excel中另存为.xlsx再改，或用jianfuconvert整理成总表',
    );
    expect(existsSync(path.join(cwd, '改好'))).toBe(false);
  });
});

describe('Ctrl-C', () => {
  it('leaves neither a file of the set nor the folder it was gathered in', async () => {
    const cwd = folder();
    mkdirSync(path.join(cwd, '报送'));
    const faulty = LIST.map((row, at) => (at === 2 ? [1, '协助 维护治安', row[2] ?? null, BASIS] : row));
    for (let number = 0; number < 60; number++) {
      writeFileSync(path.join(cwd, `报送/清单${number}.xlsx`), bookOf({ 协助清单: faulty }));
    }
    const running = spawn(
      process.execPath,
      [path.join(ROOT, 'bin/jianfu.js'), 'fix', '报送', '-o', '改好', '--policy', 'hohhot'],
      { cwd },
    );
    const gathered = () => readdirSync(cwd).some((name) => name.startsWith('.改好.jianfu-'));
    while (!gathered() && running.exitCode === null) await new Promise((done) => setTimeout(done, 5));
    running.kill('SIGINT');
    const code = await new Promise((done) => running.once('exit', done));
    expect(code).toBe(130);
    expect(readdirSync(cwd)).toEqual(['报送']);
  });
});

it('a drop-down stands where the order of a sheet has it', async () => {
  const table = {
    name: 'a',
    columns: [{ header: 'x', type: 'text' as const, choices: ['甲', '乙'] }],
    rows: [['甲']],
  };
  const bytes = await toXlsx([table], { yes: '是', no: '否' });
  const book = XLSX.read(bytes);
  expect((book.Sheets.a as XLSX.WorkSheet).A2?.v).toBe('甲');
});

it('what was fixed is converted without a remark: the log of changes is no row that was lost', () => {
  const cwd = folder();
  const whole = LIST.map((row, at) => (at < 2 ? row : [at - 1, ...row.slice(1)])) as Cells;
  (whole[2] as Cells[number])[1] = '协助做好社会 治安工作';
  writeFileSync(path.join(cwd, '清单.xlsx'), bookOf({ 协助清单: whole }));
  expect(fix(cwd, '清单.xlsx', '-o', '改好').code).toBe(0);
  const { code, stdout } = jianfu(['convert', '改好', '-o', '总表.xlsx', '--policy', 'hohhot'], { cwd });
  expect(stdout).toContain('已转换 8 + 并入上一行 0 + 未转换 2');
  expect(code).toBe(0);
});
