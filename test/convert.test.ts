import { cpSync, existsSync, linkSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { cellText } from '../src/model/cell-text.ts';
import type { Workbook } from '../src/model/workbook.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { beginReading } from '../src/read/read.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const SAMPLE = path.join(ROOT, 'fixtures/cities/hohhot-sample');
const folder = () => mkdtempSync(path.join(tmpdir(), 'convert-'));

interface LineageRow {
  readonly table: string;
  readonly row: number;
  readonly source: { readonly file: string; readonly sheet: string; readonly row: number };
  readonly cells: Readonly<
    Record<string, { readonly cell: string | null; readonly from: string[]; readonly steps: string[] }>
  >;
}

function convert(cwd: string, ...args: string[]) {
  return jianfu(['convert', ...args, '--policy', 'hohhot'], { cwd });
}

async function open(file: string): Promise<Workbook> {
  return await beginReading({
    bytes: readFileSync(file),
    name: path.basename(file),
    limits: DEFAULT_LIMITS,
    encoding: null,
  })();
}

/** Texts of all cells by sheet and address. */
async function textsOf(file: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const sheet of (await open(file)).sheets) {
    for (const row of sheet.rows()) {
      for (const [index, cell] of row.cells.entries()) {
        texts.set(`${sheet.name}!${String.fromCharCode(65 + index)}${row.number}`, cellText(cell));
      }
    }
  }
  return texts;
}

describe('jianfu convert on the sample city', () => {
  const out = folder();
  let account: {
    files: Record<string, number>;
    rows: Record<string, number>;
    doubted: number;
    tables: { kind: string; rows: number; columns: string[] }[];
  };
  let lineage: LineageRow[];

  beforeAll(() => {
    const { code, stdout, stderr } = convert(out, SAMPLE, '-o', 'all.xlsx', '--out', 'json');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    account = JSON.parse(stdout);
    lineage = readFileSync(path.join(out, 'all.lineage.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => JSON.parse(line) as LineageRow);
  });

  it('accounts for every row the check counts', () => {
    const { inputs } = JSON.parse(
      jianfu(['check', SAMPLE, '--policy', 'hohhot', '--out', 'json']).stdout,
    ) as {
      inputs: { state: string; sheets: { rows: Record<string, number> }[] }[];
    };
    const counted = inputs
      .flatMap(({ sheets }) => sheets)
      .reduce((sum, { rows }) => sum + (rows.data ?? 0) + (rows.unclear ?? 0) + (rows.skipped ?? 0), 0);
    expect(account.rows.read).toBe(counted);
    const { written = 0, joined = 0, rejected = 0, aside = 0 } = account.rows;
    expect(written + joined + rejected + aside).toBe(counted);
    expect(lineage).toHaveLength(written);
    expect(account.files).toEqual({ all: 21, read: 16, unreadable: 4, skipped: 1 });
  });

  it('names in the rejects every unreadable file and every row left out', async () => {
    const rows = [...((await open(path.join(out, 'all.rejects.csv'))).sheets[0]?.rows() ?? [])].slice(1);
    expect(rows.filter(({ cells }) => cells[3] === '文件读不出')).toHaveLength(4);
    expect(rows.filter(({ cells }) => cells[3] === '工作表里没有找到表头')).toHaveLength(8);
    expect(rows).toHaveLength(12);
  });

  it('traces every cell to one that says the same', async () => {
    const made = await textsOf(path.join(out, 'all.xlsx'));
    const names: Record<string, string> = { 'duty-list': '事项清单', community: '社区基本情况' };
    const sources = new Map<string, Map<string, string>>();
    const untold = new Set([...made.keys()].filter((key) => !/[A-Z]+1$/.test(key)));
    let compared = 0;
    for (const { table, source, cells } of lineage) {
      const known = sources.get(source.file) ?? (await textsOf(path.join(SAMPLE, source.file)));
      sources.set(source.file, known);
      for (const { cell, from, steps } of Object.values(cells)) {
        if (cell === null) continue;
        const key = `${names[table]}!${cell}`;
        untold.delete(key);
        const said = from.map((address) => known.get(`${source.sheet}!${address}`) ?? '');
        const plain = steps.filter((step) => !['trimmed', 'merged-down', 'filled-down'].includes(step));
        if (plain.length === 0) {
          expect(said.map((text) => text.trim()).join('\n'), `${source.file} ${from}`).toBe(made.get(key));
          compared++;
        } else if (plain.includes('from-line')) expect(said.join()).toContain(made.get(key));
        else if (plain.includes('from-band') || plain.includes('from-title'))
          expect(said.join()).not.toBe('');
      }
    }
    expect(compared).toBeGreaterThan(6000);
    // What is not in the lineage says nothing of a submission: a dash for none, notes of the conversion.
    const width = Object.fromEntries(
      account.tables.map(({ kind, columns }) => [names[kind], columns.length]),
    );
    const left = [...untold].filter((key) => {
      const [sheet = '', cell = ''] = key.split('!');
      const text = made.get(key) ?? '';
      return text !== '' && text !== '—' && cell.charCodeAt(0) - 64 <= (width[sheet] ?? 0);
    });
    expect(left).toEqual([]);
  });

  it('loses no word of any data row', async () => {
    const all = [...(await textsOf(path.join(out, 'all.xlsx'))).values()].join('\n');
    const lost: string[] = [];
    for (const { source } of lineage) {
      const known = await cachedTexts(path.join(SAMPLE, source.file));
      for (const [address, text] of known.get(source.sheet)?.get(source.row) ?? []) {
        const word = text.trim();
        // A number may be written in another form: 1,200户 as 1200.
        if (word !== '' && !/\d/.test(word) && !all.includes(word))
          lost.push(`${source.file}!${address} ${word}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it('converted again, comes out the same', async () => {
    expect(convert(out, 'all.xlsx', '-o', 'again.xlsx').code).toBe(1);
    expect(readFileSync(path.join(out, 'again.xlsx')).equals(readFileSync(path.join(out, 'all.xlsx')))).toBe(
      true,
    );
  });

  it('xlsx → csv → xlsx keeps every cell, in UTF-8 and in GB18030', () => {
    const only = ['--kind', 'duty-list', '--force'];
    convert(out, 'all.xlsx', ...only, '-o', 'one.xlsx');
    for (const encoding of ['utf-8', 'gb18030']) {
      convert(out, 'one.xlsx', ...only, '--output-encoding', encoding, '-o', 'table.csv');
      convert(out, 'table.csv', ...only, '-o', 'back.xlsx');
      expect(readFileSync(path.join(out, 'back.xlsx')).equals(readFileSync(path.join(out, 'one.xlsx')))).toBe(
        true,
      );
    }
  });

  it('gives the same bytes for any order of arguments', () => {
    const parts = ['新城区', '回民区', '玉泉区'].map((name) => path.join(SAMPLE, name));
    convert(out, ...parts, '-o', 'forth.xlsx');
    convert(out, ...[...parts].reverse(), '-o', 'back-order.xlsx');
    for (const end of ['.xlsx', '.lineage.ndjson', '.rejects.csv']) {
      const [forth, back] = ['forth', 'back-order'].map((stem) => readFileSync(path.join(out, stem + end)));
      expect(forth?.equals(back as Buffer), end).toBe(true);
    }
  });

  it('says what it did at 80 columns, in both languages with the same numbers', () => {
    const zh = convert(out, SAMPLE, '-o', 'zh.xlsx').stdout;
    const en = convert(out, SAMPLE, '-o', 'en.xlsx', '--lang', 'en').stdout;
    for (const text of [zh, en]) {
      for (const { rows } of account.tables) expect(text).toContain(String(rows));
      for (const count of [account.rows.read, account.rows.rejected]) expect(text).toContain(String(count));
    }
    expect(zh).toContain('已写出 zh.xlsx、zh.lineage.ndjson、zh.rejects.csv。');
    expect(en).toContain('Rows read');
  });
});

/** By sheet and row: addresses with their texts. */
const cache = new Map<string, Map<string, Map<number, [string, string][]>>>();
async function cachedTexts(file: string) {
  const known = cache.get(file);
  if (known !== undefined) return known;
  const found = new Map<string, Map<number, [string, string][]>>();
  for (const [key, text] of await textsOf(file)) {
    const at = key.lastIndexOf('!');
    const [sheet, address] = [key.slice(0, at), key.slice(at + 1)];
    const row = Number(address.replace(/\D/g, ''));
    const rows = found.get(sheet) ?? new Map<number, [string, string][]>();
    found.set(sheet, rows);
    rows.set(row, [...(rows.get(row) ?? []), [address, text]]);
  }
  cache.set(file, found);
  return found;
}

const ROSTER = `某街道社区基本情况
序号,社区代码,社区名称,常住户数,常住人口（万人）,面积（公顷）,单位家属区,所属街道,联系电话
1,150102001001,公主府社区居委会,"1,200户",0.35,50,是,海拉尔东路街道,0471-1
2,150102001002,赛马场社区居委会,约1800,1.1万余,很大,也许,,
3,1.50102E+11,体校巷社区居委会,1500.5,2人,,否,中山东路街道,
`;

describe('what convert makes of cells', () => {
  const cwd = folder();
  writeFileSync(path.join(cwd, '名册.csv'), ROSTER);

  it('types by field, converts units, keeps what is in doubt as it stands and says why', () => {
    expect(convert(cwd, '名册.csv', '-o', 'a.ndjson').code).toBe(1);
    const rows = readFileSync(path.join(cwd, 'a.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows[0]).toEqual({
      serial: 1,
      code: '150102001001',
      name: '公主府社区居委会',
      subdistrict: '海拉尔东路街道',
      households: 1200,
      residents: 3500,
      area: 0.5,
      stableUnit: true,
      others: '联系电话：0471-1',
    });
    expect(rows[1]).toMatchObject({
      subdistrict: '海拉尔东路街道',
      households: '约1800',
      residents: '1.1万余',
    });
    const reasons = (at: number) =>
      Object.fromEntries(
        rows[at].doubts.map(({ field, reason }: { field: string; reason: string }) => [field, reason]),
      );
    expect(reasons(1)).toEqual({
      households: 'hedged',
      residents: 'hedged',
      area: 'not-a-number',
      stableUnit: 'not-a-flag',
    });
    expect(reasons(2)).toEqual({ code: 'digits-lost', households: 'not-whole' });
    expect(rows[2]).toMatchObject({ subdistrict: '中山东路街道', residents: 2, stableUnit: false });
  });

  it('writes chosen columns in the order asked for, by id or by name', () => {
    convert(
      cwd,
      '名册.csv',
      '-o',
      'b.csv',
      '--select',
      'households,社区名称',
      '--with-origin',
      '--lang',
      'en',
    );
    const [head, first] = readFileSync(path.join(cwd, 'b.csv'), 'utf8').replace('\ufeff', '').split('\r\n');
    expect(head).toBe(
      '"households (户)","community","conversion notes","source file","source sheet","source row"',
    );
    expect(first).toBe('"1200","公主府社区居委会","","名册.csv","名册","3"');
  });

  it('puts the further rows of a merged item below it, and counts them', () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['社区依法协助政府工作事项清单'],
      ['序号', '事项名称', '主管部门', '依据'],
      [1, '协助维护社会治安', '公安局', '《甲法》第一条'],
      [null, null, null, '《甲条例》第二条'],
      [2, '协助做好优抚工作', '民政局', '《乙法》第二条'],
    ]);
    sheet['!merges'] = ['A3:A4', 'B3:B4', 'C3:C4'].map((area) => XLSX.utils.decode_range(area));
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, '协助清单');
    writeFileSync(path.join(cwd, '清单.xlsx'), XLSX.write(book, { type: 'buffer' }) as Buffer);
    const { stdout } = convert(cwd, '清单.xlsx', '-o', 'c.ndjson');
    expect(stdout).toContain('表格行 3 行 = 已转换 2 + 并入上一行 1 + 未转换 0');
    const [first] = readFileSync(path.join(cwd, 'c.ndjson'), 'utf8').split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({
      serial: 1,
      legalBasis: '《甲法》第一条\n《甲条例》第二条',
    });
    const [, line = ''] = readFileSync(path.join(cwd, 'c.lineage.ndjson'), 'utf8').split('\n');
    expect((JSON.parse(line) as LineageRow).cells.legalBasis).toMatchObject({
      from: ['D3', 'D4'],
      steps: ['joined'],
    });
  });
});

describe('what convert refuses', () => {
  const cwd = folder();
  writeFileSync(path.join(cwd, '名册.csv'), ROSTER);
  cpSync(path.join(cwd, '名册.csv'), path.join(cwd, '名册原件.csv'));
  const original = readFileSync(path.join(cwd, '名册.csv'));

  it.each([
    ['a file that is there', ['-o', '已有.csv'], '没有覆盖'],
    ['a sidecar that is there', ['-o', '旁边.csv'], '旁边.lineage.ndjson'],
    ['the submission itself, even with --force', ['-o', '名册.csv', '--force'], '就是要检查的文件之一'],
    ['the submission by another name', ['-o', '硬链接.csv', '--force'], '就是要检查的文件之一'],
    ['a link to the submission', ['-o', '链接.csv', '--force'], '就是要检查的文件之一'],
    ['a folder', ['-o', '夹.csv', '--force'], '文件夹'],
    ['another kind of file', ['-o', 'x.docx'], 'xlsx | csv | ndjson | parquet'],
    ['no target', [], '-o'],
    ['a kind nobody knows', ['-o', 'x.csv', '--kind', 'comunity'], 'community'],
    ['a column nobody knows', ['-o', 'x.csv', '--select', 'housholds'], 'households'],
  ])('%s', (_, args, told) => {
    writeFileSync(path.join(cwd, '已有.csv'), '已有');
    writeFileSync(path.join(cwd, '旁边.lineage.ndjson'), '已有');
    if (!existsSync(path.join(cwd, '硬链接.csv'))) {
      linkSync(path.join(cwd, '名册.csv'), path.join(cwd, '硬链接.csv'));
      symlinkSync('名册.csv', path.join(cwd, '链接.csv'));
      cpSync(path.join(ROOT, 'packs/base'), path.join(cwd, '夹.csv'), { recursive: true });
    }
    const { code, stdout, stderr } = convert(cwd, '名册.csv', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(told);
    expect(readFileSync(path.join(cwd, '名册.csv')).equals(original)).toBe(true);
    expect(readFileSync(path.join(cwd, '已有.csv'), 'utf8')).toBe('已有');
  });

  it('tables of several kinds in one CSV, naming them', () => {
    const { code, stderr } = convert(cwd, SAMPLE, '-o', 'x.csv');
    expect(code).toBe(2);
    expect(stderr).toContain('duty-list 事项清单 1576、community 社区基本情况 46');
    expect(existsSync(path.join(cwd, 'x.csv'))).toBe(false);
  });

  it('files in which there is no table', () => {
    writeFileSync(path.join(cwd, '文.csv'), '只有一句话\n');
    const { code, stderr } = convert(cwd, '文.csv', '-o', 'y.csv');
    expect(code).toBe(2);
    expect(stderr).toContain('jianfu tables');
  });
});
