import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { jianfu } from './support/run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tables-'));

function file(name: string, ...lines: readonly string[]): string {
  const whole = path.join(folder, name);
  writeFileSync(whole, `${lines.join('\n')}\n`);
  return whole;
}

const LIST = file(
  '清单.csv',
  '某社区依法协助政府工作事项清单',
  '序号,事项名称,主管部门,备忘',
  ...Array.from({ length: 30 }, (_, index) => `${index + 1},协助做好第${index + 1}项工作,公安局,略`),
  '养老服务',
  '注：略',
);
const ODD = file(
  '怪列名.csv',
  '某社区依法协助政府工作事项清单',
  '号,干什么,谁牵头',
  '1,协助维护社会治安,公安局',
  '2,协助做好禁毒防范,司法局',
);

describe('jianfu tables draws the sheet', () => {
  const { stdout, code } = jianfu(['tables', LIST]);
  const lines = stdout.split('\n');

  it('with row numbers, roles, letters and the field of each column', () => {
    expect(code).toBe(0);
    expect(lines.slice(lines.findIndex((line) => line.startsWith('事项清单')))).toEqual([
      '事项清单　依法协助政府工作事项清单　社区',
      '把握 75%（列名 3/4）　数据 30 行，看不懂 1 行',
      '          |A   |B                 |C       |D',
      ' 1 标题   |某社区依法协助政府工作事项清单',
      ' 2 表头   |序号|事项名称          |主管部门|备忘',
      '   理解为 |序号|事项名称          |主管部门|?看不出',
      ' 3 数据   |1   |协助做好第1项工作 |公安局  |略',
      ' 4 数据   |2   |协助做好第2项工作 |公安局  |略',
      ' 5 数据   |3   |协助做好第3项工作 |公安局  |略',
      '   数据   |... 略去 25 行（第 6–30 行）',
      '31 数据   |29  |协助做好第29项工作|公安局  |略',
      '32 数据   |30  |协助做好第30项工作|公安局  |略',
      '33 看不懂 |养老服务',
      '34 注     |注：略',
      '标“看不懂”的行没有检查：请补全，或以“注：”开头写成说明，或删去。',
      '',
    ]);
  });

  it('in English, in colour and in 80 columns', () => {
    const english = jianfu(['tables', LIST, '--lang', 'en', '--color', 'always']).stdout;
    expect(english).toContain('75% sure (3 of 4 headers)');
    expect(english).toContain('\u001b[');
    const bare = english.replace(/\u001b\[\d+m/g, '').split('\n');
    expect(Math.max(...[...bare, ...lines].map((line) => stringWidth(line)))).toBeLessThanOrEqual(80);
  });

  it('as JSON, with the role of every row', () => {
    const [sheet] = JSON.parse(jianfu(['tables', LIST, '--out', 'json']).stdout).sheets;
    expect(sheet.stretches).toEqual([
      { from: 1, to: 1, role: 'title' },
      { from: 2, to: 2, role: 'header' },
      { from: 3, to: 32, role: 'data' },
      { from: 33, to: 33, role: 'unclear' },
      { from: 34, to: 34, role: 'note' },
    ]);
    expect(sheet.tables[0]).toMatchObject({ kind: 'duty-list', confidence: 0.75, headerRows: [2] });
    expect(sheet.tables[0].rows).toHaveLength(30);
  });

  it('wide sheets in panels, with nothing left out', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRST'];
    const wide = file('宽.csv', letters.map((letter) => `列名较长${letter}`).join(), letters.join());
    const drawn = jianfu(['tables', wide]).stdout.split('\n');
    expect(drawn.filter((line) => line.includes('1 未用'))).toHaveLength(2);
    for (const letter of letters) expect(drawn.some((line) => line.includes(`|${letter}`))).toBe(true);
  });

  it('says how many columns are not drawn, those beyond the sixtieth and those of rows left out', () => {
    const items = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, at) => `${from + at},协助做好第${from + at}项工作,公安局`);
    const stray = `9,协助做好第9项工作,公安局${','.repeat(70)}略`;
    const one = file('散.csv', '序号,事项名称,主管部门', ...items(1, 8), stray, ...items(10, 20));
    expect(jianfu(['tables', one]).stdout).toContain('另有 1 列有内容，图中没有画出：BU。检查时照样看。');
    const words = Array.from({ length: 75 }, (_, at) => `列${at}`).join();
    const many = file('很宽.csv', `序号,事项名称,${words}`, `1,协助做好禁毒防范,${words}`);
    const english = jianfu(['tables', many, '--lang', 'en']).stdout;
    expect(english).toContain('17 columns that hold something are not drawn: BI–BY.');
    expect(jianfu(['tables', LIST]).stdout).not.toContain('没有画出');
  });

  it('no cell can speak to the terminal', () => {
    const evil = file('控制.csv', '序号,事项名称', '1,\u001b[31m协助维护\u202e社会治安');
    expect(jianfu(['tables', evil]).stdout).not.toMatch(/[\u001b\u202e]/);
  });

  it('what cannot be read is said, and one file is wanted', () => {
    expect(jianfu(['tables', file('坏.xlsx', '%PDF')])).toMatchObject({ code: 1, stderr: '' });
    expect(jianfu(['tables', folder]).code).toBe(2);
  });
});

describe('pins', () => {
  it('--header-row with --columns reads a table nobody knows', () => {
    expect(jianfu(['tables', ODD]).stdout).toContain('没有找到表头');
    const map = file('map.yaml', 'columns:', '  序号: A', '  事项名称: 干什么', '  leadDepartment: 谁牵头');
    const { stdout, code } = jianfu(['tables', ODD, '--columns', map]);
    expect(code).toBe(0);
    expect(stdout).toContain('把握 100%（列名 3/3）　数据 2 行');
    const letters = file(
      'letters.yaml',
      'tables:',
      '  - file: "怪*.csv"',
      '    columns: {text: B, serial: A}',
    );
    const pinned = jianfu(['tables', ODD, '--columns', letters, '--header-row', '2', '--out', 'json']).stdout;
    const [table] = JSON.parse(pinned).sheets[0].tables;
    expect(table.columns.map(({ field }: { field: string | null }) => field)).toEqual([
      'serial',
      'text',
      null,
    ]);
    const run = JSON.parse(jianfu(['check', ODD, '--columns', map, '--out', 'json']).stdout);
    expect(run.inputs[0].sheets[0].rows.data).toBe(2);
  });

  it('a header text pinned to a field takes it from the column that had it', () => {
    const two = file('两列.csv', '序号,事项名称,实际事项', '1,略,协助维护社会治安');
    const map = file('two.yaml', 'columns: {事项名称: 实际事项}');
    const [sheet] = JSON.parse(jianfu(['tables', two, '--columns', map, '--out', 'json']).stdout).sheets;
    expect(sheet.tables[0].columns.map(({ field }: { field: string | null }) => field)).toEqual([
      'serial',
      null,
      'text',
    ]);
  });

  it('--sheet reads the sheets asked for, and the others are accounted for', () => {
    const book =
      'fixtures/cities/hohhot-sample/新城区/海拉尔东路街道/公主府社区居委会20240308（修改版2）.xlsx';
    const { sheets } = JSON.parse(
      jianfu(['tables', book, '--sheet', '*承担*', '--sheet', '履职清?', '--out', 'json']).stdout,
    );
    const reasons = sheets.map(({ skipReason }: { skipReason: string | null }) => skipReason);
    expect(reasons).toEqual([null, 'not-selected', null, 'not-selected']);
    expect(sheets[1].rows.skipped).toBe(64);
    const run = jianfu(['check', book, ODD, '--sheet', '履职清单', '--out', 'json']);
    const rules = JSON.parse(run.stdout).findings.map(
      ({ rule, message }: { rule: string; message: { id: string } }) => `${rule} ${message.id}`,
    );
    expect(rules.filter((rule: string) => rule.startsWith('sheet-without'))).toEqual([
      'sheet-without-table unselected',
    ]);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['a sheet', ['--sheet', '协助*'], /没有名称符合“协助\*”的工作表。有的是：清单/],
    ['a header row', ['--header-row', '99'], /第 99 行没有内容.*清单!34 注：略/],
    ['a row number', ['--header-row', '0'], /--header-row 的值“0”不对/],
    [
      'a column',
      ['--columns', file('none.yaml', 'columns:', '  事项名称: 工作')],
      /none.yaml:2:3 text: 工作：没有这一列。表里的列：A 序号、B 事项名称/,
    ],
    [
      'a field',
      ['--columns', file('field.yaml', 'columns:', '  事项名陈: B')],
      /field.yaml:2:3\n.*columns.事项名陈：不认得的字段“事项名陈”。您是不是想写“事项名称”/,
    ],
    ['a key', ['--columns', file('key.yaml', 'column: {text: B}')], /key.yaml:1:1\n.*不认得的项“column”/],
    ['a file', ['--columns', path.join(folder, '没有.yaml')], /找不到这个文件/],
  ])('%s that is not there ends with 2 and says what is', (_, args, message) => {
    for (const command of ['tables', 'check']) {
      const { code, stdout, stderr } = jianfu([
        command,
        LIST,
        ...args,
        ...(command === 'check' ? ['-q'] : []),
      ]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(message);
    }
  });
});
