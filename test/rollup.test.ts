import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { bareName } from '../src/transform/rollup/place.ts';
import { signsOf } from '../src/transform/rollup/versions.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const SAMPLE = path.join(ROOT, 'fixtures/cities/hohhot-sample');

interface Amount {
  readonly kind: string;
  readonly part: string | null;
  readonly amount: number;
}

interface Facts {
  readonly rows: Record<'written' | 'used' | 'old' | 'homeless' | 'rejected', number>;
  readonly roster: number | null;
  readonly repeatedCodes: { code: string; units: string[] }[];
  readonly total: { units: number; submitted: number; amounts: Amount[] };
  readonly districts: { place: { district: string }; submitted: number; units: number; amounts: Amount[] }[];
  readonly subdistricts: {
    place: { district: string; subdistrict: string };
    units: number;
    submitted: number;
    amounts: Amount[];
  }[];
  readonly units: {
    place: { community: string; subdistrict: string; district: string };
    state: string;
    files: string[];
    amounts: Amount[];
  }[];
  readonly superseded: {
    unit: string;
    file: string;
    by: string;
    reason: string;
    differences: { field: string; unused: unknown; used: unknown }[];
  }[];
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rollup-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

function run(command: string, cwd: string, ...args: string[]) {
  return jianfu([command, ...args, '--policy', 'hohhot'], { cwd });
}

function rollup(cwd: string, ...args: string[]): Facts {
  const { stdout, stderr } = run('rollup', cwd, ...args, '-o', 'r.xlsx', '--force', '--out', 'json');
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const list = (...items: string[]) =>
  `社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n${items.map((text, at) => `${at + 1},${text},公安局`).join('\n')}\n`;
const roster = (...rows: string[]) =>
  `序号,社区代码,社区名称,常住户数,所属街道,所属旗县区\n${rows.map((row, at) => `${at + 1},${row}`).join('\n')}\n`;

describe('jianfu rollup', () => {
  it('adds up the sample city: each level is the sum of the one below, all of the rows that were converted', () => {
    const cwd = folderWith({});
    const facts = rollup(cwd, SAMPLE);
    const sums = (groups: readonly { amounts: Amount[] }[]) =>
      facts.total.amounts.map((_, at) =>
        groups.reduce((sum, { amounts }) => sum + (amounts[at]?.amount ?? 0), 0),
      );
    const whole = facts.total.amounts.map(({ amount }) => amount);
    expect(whole.length).toBeGreaterThan(5);
    for (const level of [facts.units, facts.subdistricts, facts.districts])
      expect(sums(level)).toEqual(whole);
    for (const { place, amounts } of facts.subdistricts) {
      const own = facts.units.filter(
        (unit) => unit.place.subdistrict === place.subdistrict && unit.place.district === place.district,
      );
      expect(sums(own), place.subdistrict).toEqual(amounts.map(({ amount }) => amount));
    }
    const { written, used, old, homeless } = facts.rows;
    expect(used + old + homeless).toBe(written);
    // Counted another way: by the conversion of the same files.
    run('convert', cwd, SAMPLE, '--kind', 'duty-list', '-o', 'c.ndjson');
    const items = readFileSync(path.join(cwd, 'c.ndjson'), 'utf8').trimEnd().split('\n');
    const lists = facts.total.amounts.filter(({ kind }) => kind === 'duty-list');
    expect(lists.reduce((sum, { amount }) => sum + amount, 0)).toBe(items.length);
  });

  it('says the same on the sheets, which the library reads', () => {
    const cwd = folderWith({});
    const facts = rollup(cwd, SAMPLE);
    const book = XLSX.read(readFileSync(path.join(cwd, 'r.xlsx')));
    expect(book.SheetNames).toEqual(['全部', '旗县区', '街道', '社区', '没有用的版本']);
    const rowsOf = (name: string) =>
      XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[name] as XLSX.WorkSheet, { header: 1 }).slice(1);
    expect(rowsOf('社区')).toHaveLength(facts.units.length);
    expect(rowsOf('街道')).toHaveLength(facts.subdistricts.length);
    expect(rowsOf('全部')[0]?.slice(4, -1)).toEqual(facts.total.amounts.map(({ amount }) => amount));
    expect(String(rowsOf('没有用的版本')[0]?.[5])).toContain('常住户数 1182 → 1845');
  });

  it('holds submissions against a roster, by name with or without 居委会, and tells a repeated code', () => {
    const cwd = folderWith({
      '名册.csv': roster(
        '150102001001,公主府社区居委会,1000,海拉尔东路街道,新城区',
        '150102001002,赛马场社区居委会,1000,海拉尔东路街道,新城区',
        '150102001002,体校巷社区居委会,1000,海拉尔东路街道,新城区',
      ),
      '报送/公主府社区20240308.csv': list('协助维护社会治安'),
      '报送/长海社区居委会.csv': list('协助维护社会治安', '协助做好优抚工作'),
    });
    const facts = rollup(cwd, '报送', '--roster', '名册.csv');
    expect(facts.units.map(({ place, state }) => [place.community, place.subdistrict, state])).toEqual([
      ['长海社区居委会', '', 'notExpected'],
      ['体校巷社区居委会', '海拉尔东路街道', 'missingUnit'],
      ['公主府社区居委会', '海拉尔东路街道', 'submitted'],
      ['赛马场社区居委会', '海拉尔东路街道', 'missingUnit'],
    ]);
    expect(facts.repeatedCodes).toEqual([
      { code: '150102001002', units: ['赛马场社区居委会', '体校巷社区居委会'] },
    ]);
    const { code, stdout } = run('rollup', cwd, '报送', '--roster', '名册.csv', '-o', 't.xlsx');
    expect(code).toBe(1);
    expect(stdout).toContain('名册里代码 150102001002 有 2 个单位');
    expect(stdout).toContain('未报 2，不在名册 1');
  });

  it('uses the newest version, says why, and counts no row twice', () => {
    const [old, fresh] = [list('协助维护社会治安'), list('协助维护社会治安', '协助做好优抚工作')];
    const cwd = folderWith({
      'a/甲社区20240301.csv': old,
      'a/甲社区20240308.csv': fresh,
      'a/乙社区（修改版1）.csv': fresh,
      'a/乙社区（修改版2）.csv': old,
      'a/丙社区.csv': old,
      'a/丙社区（最终版）.csv': fresh,
      'a/丁社区20240301.csv': fresh,
      'a/丁社区20240308.csv': fresh,
      'a/戊社区20240301（修改版3）.csv': fresh,
      'a/戊社区20240308（修改版2）.csv': old,
    });
    const facts = rollup(cwd, 'a');
    const told = facts.superseded.map(({ unit, file, reason }) => [unit, file, reason]).sort();
    expect(told).toEqual(
      [
        ['甲社区', '甲社区20240301.csv', 'date'],
        ['乙社区', '乙社区（修改版1）.csv', 'version'],
        ['丙社区', '丙社区.csv', 'version'],
        ['丁社区', '丁社区20240308.csv', 'same-content'],
        ['戊社区', '戊社区20240301（修改版3）.csv', 'undecided'],
      ].sort(),
    );
    expect(facts.rows).toMatchObject({ written: 16, used: 2 + 1 + 2 + 2 + 1, old: 8 });
    expect(facts.roster).toBeNull();
    expect(run('rollup', cwd, 'a', '-o', 'x.xlsx').stdout).toContain('没有名册，不知道还缺谁');
  });

  it('two files of one unit with different lists are no versions of each other', () => {
    const cwd = folderWith({
      'a/甲社区协助清单.csv': list('协助维护社会治安'),
      'a/甲社区履职清单.csv': '社区依法履行职责事项清单\n序号,事项名称\n1,办理公共事务\n',
    });
    const facts = rollup(cwd, 'a');
    expect(facts.superseded).toEqual([]);
    expect(facts.rows.used).toBe(2);
    expect(facts.units).toHaveLength(1);
  });

  it('gives the same bytes for any order of arguments', () => {
    const cwd = folderWith({});
    const parts = ['新城区', '回民区', '玉泉区'].map((name) => path.join(SAMPLE, name));
    run('rollup', cwd, ...parts, '-o', 'a.xlsx');
    run('rollup', cwd, ...[...parts].reverse(), '-o', 'b.xlsx');
    expect(readFileSync(path.join(cwd, 'a.xlsx')).equals(readFileSync(path.join(cwd, 'b.xlsx')))).toBe(true);
  });

  it('refuses a roster without a table, a file that is there, and another format', () => {
    const cwd = folderWith({
      '甲社区.csv': list('协助维护社会治安'),
      'r.xlsx': 'x',
      '空.csv': '只有一句话\n',
    });
    for (const [args, told] of [
      [['--roster', '空.csv', '-o', 'n.xlsx'], '没有社区基本情况表'],
      [['-o', 'r.xlsx'], '没有覆盖'],
      [['-o', 'r.csv'], 'xlsx'],
      [[], '-o'],
    ] as const) {
      const { code, stderr } = run('rollup', cwd, '甲社区.csv', ...args);
      expect(code).toBe(2);
      expect(stderr).toContain(told);
    }
    expect(existsSync(path.join(cwd, 'n.xlsx'))).toBe(false);
  });
});

describe('jianfu split', () => {
  it('gives every unit its own workbook; together they say what was split', () => {
    const cwd = folderWith({});
    expect(run('split', cwd, SAMPLE, '-o', 'units').stdout).toContain('已写出 49 个文件');
    const names = readdirSync(path.join(cwd, 'units'), { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => name.endsWith('.xlsx'))).toHaveLength(49);
    const rowsOf = (what: string, kind: string) => {
      run('convert', cwd, what, '--kind', kind, '-o', 'rows.ndjson', '--force');
      const lines = readFileSync(path.join(cwd, 'rows.ndjson'), 'utf8').trimEnd().split('\n');
      // Columns that no row of a unit fills are not in its workbook.
      return lines
        .map((line) =>
          Object.entries(JSON.parse(line)).filter(([key, value]) => value !== null && key !== 'doubts'),
        )
        .map((entries) => JSON.stringify(entries))
        .sort();
    };
    for (const kind of ['duty-list', 'community']) {
      expect(rowsOf('units', kind), kind).toEqual(rowsOf(SAMPLE, kind));
    }
    // Five programs one after the other, on a machine that may be busy.
  }, 180_000);

  it('by subdistrict there are as many as subdistricts', () => {
    const cwd = folderWith({});
    expect(run('split', cwd, SAMPLE, '-o', 'units', '--by', 'subdistrict').stdout).toContain(
      '已写出 4 个文件',
    );
    expect(run('split', cwd, SAMPLE, '-o', 'units', '--by', 'street').code).toBe(2);
  });

  it('makes names that stay in the folder and that any system takes', () => {
    const cwd = folderWith({
      '名册.csv': roster(
        '150102001001,../../外面社区,1000,海拉尔东路街道,新城区',
        '150102001002,CON,1000,海拉尔东路街道,新城区',
        `150102001003,${'长'.repeat(200)}社区,1000,海拉尔东路街道,新城区`,
        '150102001004,a:b*c?社区.,1000,海拉尔东路街道,新城区',
      ),
    });
    expect(run('split', cwd, '名册.csv', '-o', 'units').code).toBe(0);
    const made = readdirSync(path.join(cwd, 'units/新城区/海拉尔东路街道'));
    expect(made).toHaveLength(4);
    for (const name of made) {
      expect(name).not.toMatch(/[\\/:*?"<>|]|^con\./i);
      expect(Buffer.byteLength(name)).toBeLessThan(255);
    }
    expect(readdirSync(cwd).sort()).toEqual(['units', '名册.csv']);
  });
});

describe('names', () => {
  it.each([
    ['公主府社区居委会', '公主府'],
    ['公主府社区居民委员会', '公主府'],
    ['公主府 社区', '公主府'],
    ['保合少村委会', '保合少'],
    ['社区', '社区'],
  ])('%s is %s', (name, bare) => expect(bareName(name)).toBe(bare));

  it.each([
    ['甲20240308（修改版2）.xlsx', { date: '2024-03-08', version: 2 }],
    ['甲2024.3.12.xlsx', { date: '2024-03-12', version: 0 }],
    ['甲2024年3月8日修改稿.xlsx', { date: '2024-03-08', version: 1 }],
    ['甲（最终版）.xlsx', { date: '', version: 1000 }],
    ['01甲花名册.xlsx', { date: '', version: 0 }],
  ])('%s', (name, signs) => expect(signsOf(name)).toEqual(signs));
});

describe('the totals of a roll-up', () => {
  it('are formulas over the level below, with what they come to', () => {
    const cwd = folderWith({});
    run('rollup', cwd, SAMPLE, '-o', 'r.xlsx');
    const { Sheets } = XLSX.read(readFileSync(path.join(cwd, 'r.xlsx')));
    const rowsOf = (name: string) =>
      XLSX.utils.sheet_to_json<(string | number)[]>(Sheets[name] as XLSX.WorkSheet, {
        header: 1,
        defval: '',
      });
    const column = (area: string) => {
      const [, sheet = '', letter = '', last] = /^'(.+)'!\$([A-Z]+)\$2:\$[A-Z]+\$(\d+)$/u.exec(area) ?? [];
      expect(rowsOf(sheet), area).toHaveLength(Number(last));
      return rowsOf(sheet)
        .slice(1)
        .map((row) => row[XLSX.utils.decode_col(letter)] ?? '');
    };
    let formulas = 0;
    for (const name of ['全部', '旗县区', '街道']) {
      const sheet = Sheets[name] as XLSX.WorkSheet;
      for (const [address, { f, v }] of Object.entries(sheet) as [string, XLSX.CellObject][]) {
        if (f === undefined) continue;
        formulas++;
        const [numbers = '', ...pairs] = f.replace(/^SUM(?:IFS)?\(|\)$/gu, '').split(',');
        const same = pairs.filter((_, at) => at % 2 === 0).map(column);
        const wanted = pairs.filter((_, at) => at % 2 === 1).map((cell) => sheet[cell.replace('$', '')]?.v);
        const sum = column(numbers)
          .filter((_, row) => same.every((texts, at) => texts[row] === wanted[at]))
          .reduce<number>((total, one) => total + Number(one), 0);
        expect(v, `${name}!${address} ${f}`).toBe(sum);
      }
    }
    expect(formulas).toBeGreaterThan(80);
    expect((Sheets.全部 as XLSX.WorkSheet).A2?.f).toBe("SUM('旗县区'!$B$2:$B$4)");
  });
});
