import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { jianfu } from './support/run.ts';

const folder = () => mkdtempSync(path.join(tmpdir(), 'convert-form-'));

function convert(cwd: string, ...args: string[]) {
  return jianfu(['convert', ...args, '--policy', 'hohhot'], { cwd });
}

const ROSTER = `序号,社区代码,社区名称,常住户数,常住人口,单位家属区,所属街道
1,150102001001,公主府社区居委会,1200,3500,是,海拉尔东路街道
2,150102001002,赛马场社区居委会,1800,5200,否,
3,150102001003,体校巷社区居委会,约900,2600,否,
4,150102001004,𠮷祥社区居委会,700,1900,,中山东路街道
`;

interface FormOf {
  /** Rows with borders and formulas that wait to be filled. */
  readonly prepared: number;
  readonly below?: string;
  readonly example?: string;
}

/** A form of another office: other order, 万人, a column of formulas, a drop-down, a sheet that adds up. */
async function form({ prepared, below, example }: FormOf): Promise<Buffer> {
  const head = ['序号', '所属街道', '社区名称', '户数', '常住人口（万人）', '户均', '代码', '是否单位家属区'];
  const sheet = XLSX.utils.aoa_to_sheet([['社区基本情况统计表'], ['填报单位：'], head]);
  const last = 3 + prepared;
  for (let row = 4; row <= last; row++) {
    for (const column of 'ABCDEGH') sheet[`${column}${row}`] = { t: 's', v: '', z: '0.00' };
    sheet[`F${row}`] = { t: 'n', f: `E${row}*10000/$D${row}&""&D$3`, v: 0, z: '0.00' };
  }
  if (below !== undefined) sheet[`A${last + 1}`] = { t: 's', v: below };
  if (example !== undefined) sheet.C4 = { t: 's', v: example };
  sheet['!ref'] = `A1:H${last + 1}`;
  const sums = XLSX.utils.aoa_to_sheet([['户数合计', null]]);
  sums.B1 = { t: 'n', f: `SUM(填报!D4:D${last})`, v: 0 };
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '填报');
  XLSX.utils.book_append_sheet(book, sums, '合计');
  const zip = await JSZip.loadAsync(XLSX.write(book, { type: 'buffer' }) as Buffer);
  const part = 'xl/worksheets/sheet1.xml';
  const xml = (await zip.file(part)?.async('string')) ?? '';
  const list = `<dataValidations count="1"><dataValidation type="list" sqref="B4:B${last}"><formula1>"海拉尔东路街道,中山东路街道"</formula1></dataValidation></dataValidations>`;
  zip.file(part, xml.replace('</sheetData>', `</sheetData>${list}`));
  return await zip.generateAsync({ type: 'nodebuffer' });
}

async function filledIn(made: FormOf, roster = ROSTER) {
  const cwd = folder();
  writeFileSync(path.join(cwd, '名册.csv'), roster);
  writeFileSync(path.join(cwd, '空表.xlsx'), await form(made));
  const told = convert(cwd, '名册.csv', '--as-form', '空表.xlsx', '-o', '填好.xlsx');
  return { cwd, ...told };
}

async function partOf(file: string, name: string): Promise<string> {
  return (await (await JSZip.loadAsync(readFileSync(file))).file(name)?.async('string')) ?? '';
}

describe('jianfu convert --as-form', () => {
  it('fills the columns whose headers match, in their units, and leaves formulas, formats and drop-downs', async () => {
    const { cwd, code, stdout, stderr } = await filledIn({ prepared: 6, below: '注：由社区填报' });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const book = XLSX.read(readFileSync(path.join(cwd, '填好.xlsx')), { cellNF: true, sheetStubs: true });
    const sheet = book.Sheets.填报 as XLSX.WorkSheet;
    const row = (number: number) => [...'ABCDEGH'].map((column) => sheet[column + number]?.v ?? '');
    expect(row(4)).toEqual([1, '海拉尔东路街道', '公主府社区居委会', 1200, 0.35, '150102001001', '是']);
    expect(row(5)).toEqual([2, '海拉尔东路街道', '赛马场社区居委会', 1800, 0.52, '150102001002', '否']);
    expect(row(7)).toEqual([4, '中山东路街道', '𠮷祥社区居委会', 700, 0.19, '150102001004', '']);
    expect(row(8)).toEqual(['', '', '', '', '', '', '']);
    expect(sheet.A10?.v).toBe('注：由社区填报');
    expect(['E4', 'E7', 'E9'].map((cell) => sheet[cell]?.z)).toEqual(['0.00', '0.00', '0.00']);
    expect(sheet.F4?.f).toBe('E4*10000/$D4&""&D$3');
    expect(await partOf(path.join(cwd, '填好.xlsx'), 'xl/worksheets/sheet1.xml')).toContain('sqref="B4:B9"');
    // What it came to while the form was empty is taken out; the program that opens it works it out.
    expect(await partOf(path.join(cwd, '填好.xlsx'), 'xl/worksheets/sheet2.xml')).not.toContain('<v>0</v>');
    expect(await partOf(path.join(cwd, '填好.xlsx'), 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    expect(stdout.replaceAll('\n', '')).toContain('存疑的值，照原样填写：填报!D6 常住户数 约900（约数）。');
  });

  it('every cell can be traced back', async () => {
    const { cwd } = await filledIn({ prepared: 6 });
    const [, line = ''] = readFileSync(path.join(cwd, '填好.lineage.ndjson'), 'utf8').split('\n');
    expect(JSON.parse(line)).toEqual({
      table: 'community',
      sheet: '填报',
      row: 4,
      source: { file: '名册.csv', sheet: '名册', row: 2 },
      cells: {
        subdistrict: { cell: 'B4', from: ['G2'], steps: [] },
        name: { cell: 'C4', from: ['C2'], steps: [] },
        households: { cell: 'D4', from: ['D2'], steps: ['number'] },
        residents: { cell: 'E4', from: ['E2'], steps: ['number'] },
        code: { cell: 'G4', from: ['B2'], steps: [] },
        stableUnit: { cell: 'H4', from: ['F2'], steps: ['flag'] },
      },
    });
  });

  it('rows beyond the prepared ones look like the last of them, and formulas that miss them are told', async () => {
    const { cwd, code, stdout } = await filledIn({ prepared: 2 });
    expect(code).toBe(1);
    const file = path.join(cwd, '填好.xlsx');
    const sheet = XLSX.read(readFileSync(file), { cellNF: true, sheetStubs: true }).Sheets
      .填报 as XLSX.WorkSheet;
    expect([sheet.E7?.v, sheet.E7?.z]).toEqual([0.19, '0.00']);
    expect(sheet.F7?.f).toBe('E7*10000/$D7&""&D$3');
    expect(await partOf(file, 'xl/worksheets/sheet1.xml')).toContain('sqref="B4:B7"');
    expect(stdout.replaceAll('\n', '')).toContain('公式没有算到新加的行，请改：合计!B1 =SUM(填报!D4:D5)。');
  });

  it.each([
    ['too few rows above a note', { prepared: 2, below: '注：由社区填报' }, '请在第 6 行前插入 2 行'],
    ['an example row', { prepared: 6, example: '某某社区' }, '填报!C4 已经填了“某某社区”'],
  ])('refuses a form with %s, and writes nothing', async (_, made, told) => {
    const { cwd, code, stderr } = await filledIn(made);
    expect(code).toBe(2);
    expect(stderr).toContain(told);
    expect(existsSync(path.join(cwd, '填好.xlsx'))).toBe(false);
  });

  it.each([
    ['columns of one’s own', ['--select', 'name', '-o', 'x.xlsx'], '--select'],
    ['another format', ['-o', 'x.csv'], 'x.csv'],
    ['the form itself as the output', ['-o', '空表.xlsx', '--force'], '空表.xlsx'],
  ])('refuses %s', async (_, args, told) => {
    const { cwd } = await filledIn({ prepared: 2 });
    const { code, stderr } = convert(cwd, '名册.csv', '--as-form', '空表.xlsx', ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(told);
  });

  it('lists of duties go into the sheets their titles name; a list without a sheet is among the rejects', () => {
    const cwd = folder();
    const head = ['序号', '事项名称', '主管部门'];
    const book = XLSX.utils.book_new();
    for (const [name, title] of [
      ['表1', '社区依法履行职责事项清单'],
      ['表2', '社区依法协助政府工作事项清单'],
    ] as const) {
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[title], head]), name);
    }
    writeFileSync(path.join(cwd, '空表.xlsx'), XLSX.write(book, { type: 'buffer' }) as Buffer);
    writeFileSync(
      path.join(cwd, '清单.csv'),
      '序号,清单类型,事项名称,主管部门\n1,依法协助政府工作事项清单,协助维护治安,公安局\n2,依法履行职责事项清单,办理公共事务,\n3,不应承担的工作事项清单,招商引资,商务局\n',
    );
    const { code, stdout } = convert(cwd, '清单.csv', '--as-form', '空表.xlsx', '-o', '填好.xlsx');
    expect(code).toBe(1);
    const made = XLSX.read(readFileSync(path.join(cwd, '填好.xlsx')));
    expect(made.Sheets.表1?.B3?.v).toBe('办理公共事务');
    expect([made.Sheets.表2?.B3?.v, made.Sheets.表2?.C3?.v]).toEqual(['协助维护治安', '公安局']);
    expect(stdout).toContain('已转换 2 + 并入上一行 0 + 未转换 1');
    expect(readFileSync(path.join(cwd, '填好.rejects.csv'), 'utf8')).toContain('空表里没有这张清单的位置');
  });

  it('template → filled → convert → template gives the same cells', () => {
    const cwd = folder();
    writeFileSync(path.join(cwd, '名册.csv'), ROSTER.replace('约900', '900'));
    jianfu(['template', 'community', '-o', '空表.xlsx', '--policy', 'hohhot'], { cwd });
    expect(convert(cwd, '名册.csv', '--as-form', '空表.xlsx', '-o', '一.xlsx').code).toBe(0);
    // The explanation on the second sheet is no table; its rows are among the rejects.
    expect(convert(cwd, '一.xlsx', '-o', '总表.xlsx').stdout).toContain('已转换 4 ');
    expect(convert(cwd, '总表.xlsx', '--as-form', '空表.xlsx', '-o', '二.xlsx').code).toBe(0);
    expect(readFileSync(path.join(cwd, '二.xlsx')).equals(readFileSync(path.join(cwd, '一.xlsx')))).toBe(
      true,
    );
    const english = convert(cwd, '总表.xlsx', '--as-form', '空表.xlsx', '-o', '三.xlsx', '--lang', 'en');
    expect(english.stdout).toContain('Filled in 4 rows');
  });
});
