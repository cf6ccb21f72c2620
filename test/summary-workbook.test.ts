import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { Package } from '../src/write/package.ts';
import { toXlsx } from '../src/write/xlsx.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const SAMPLE = path.join(ROOT, 'fixtures/cities/hohhot-sample');
const cwd = mkdtempSync(path.join(tmpdir(), 'summary-'));

function check(...args: string[]) {
  return jianfu(['check', SAMPLE, '--policy', 'hohhot', ...args], { cwd });
}

type Rows = (string | number)[][];

function rowsOf(book: XLSX.WorkBook, name: string): Rows {
  return XLSX.utils.sheet_to_json(book.Sheets[name] as XLSX.WorkSheet, { header: 1, defval: '' });
}

/** What a program shows that works sums out anew: the sums of the cells they name. */
function recalculated(sheet: XLSX.WorkSheet, formula: string): number {
  const [, letter = '', from = '', to = ''] = /^SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)$/.exec(formula) ?? [];
  let sum = 0;
  for (let row = Number(from); row <= Number(to); row++) sum += Number(sheet[`${letter}${row}`]?.v ?? 0);
  return sum;
}

interface Report {
  readonly findings: { file: string; rule: string; fingerprint: string; department?: string }[];
  readonly inputs: { state: string }[];
}

describe('check --out xlsx', () => {
  let bytes: Buffer;
  let book: XLSX.WorkBook;
  let report: Report;

  beforeAll(() => {
    const { code, stderr } = check('--out', 'xlsx=汇总.xlsx', '--out', 'json=r.json');
    expect({ code, said: stderr.includes('已写出 汇总.xlsx') }).toEqual({ code: 1, said: true });
    bytes = readFileSync(path.join(cwd, '汇总.xlsx'));
    book = XLSX.read(bytes, { cellFormula: true });
    report = JSON.parse(readFileSync(path.join(cwd, 'r.json'), 'utf8'));
  });

  it('adds up by unit, file, rule and department, and lists every finding', () => {
    expect(book.SheetNames).toEqual(['概况', '按单位', '按文件', '按规则', '按部门', '问题清单', '未检查']);
    const total = report.findings.length;
    for (const [name, column] of [
      ['按单位', '问题合计'],
      ['按文件', '问题合计'],
      ['按规则', '问题合计'],
      ['按部门', '问题合计'],
    ] as const) {
      const rows = rowsOf(book, name);
      const at = rows[0]?.indexOf(column) ?? -1;
      expect(rows.at(-1)?.[0], name).toBe('合计');
      expect(rows.at(-1)?.[at], name).toBe(total);
    }
    expect(rowsOf(book, '问题清单')).toHaveLength(total + 1);
    expect(rowsOf(book, '按文件')).toHaveLength(report.inputs.length + 2);
  });

  it('totals are formulas whose kept results are right, and nothing else is a formula', () => {
    let formulas = 0;
    for (const sheet of Object.values(book.Sheets)) {
      for (const cell of Object.values(sheet).filter((one) => one?.f !== undefined)) {
        formulas++;
        expect(recalculated(sheet, cell.f)).toBe(cell.v);
      }
    }
    expect(formulas).toBe(7 + 5 + 2 + 4);
  });

  it('ids are texts, and a row carries the lead department it names', () => {
    const rows = rowsOf(book, '问题清单');
    const [head = []] = rows;
    const column = (name: string) => rows.slice(1).map((row) => row[head.indexOf(name)]);
    expect(column('问题编号')).toEqual(report.findings.map(({ fingerprint }) => fingerprint));
    expect(column('主管部门')).toEqual(report.findings.map(({ department }) => department ?? ''));
    expect(column('主管部门').filter((name) => name !== '').length).toBeGreaterThan(5);
    const departments = rowsOf(book, '按部门').map((row) => row[1]);
    expect(departments.at(-2)).toBe('（没有写明主管部门）');
  });

  it('is ready to print: A4 on its side, header on every page and in sight, filter, page of pages', () => {
    const pack = new Package(bytes);
    for (let number = 1; number <= 7; number++) {
      const sheet = pack.text(`xl/worksheets/sheet${number}.xml`) ?? '';
      expect(sheet).toContain('paperSize="9" orientation="landscape"');
      expect(sheet).toContain('state="frozen"');
      expect(sheet).toContain('<autoFilter');
      expect(sheet).toContain('&amp;C第 &amp;P 页 共 &amp;N 页');
    }
    expect((pack.text('xl/workbook.xml') ?? '').match(/Print_Titles/g)).toHaveLength(7);
  });

  it('the filter leaves the sums where they are', () => {
    const pack = new Package(bytes);
    const sheet = pack.text('xl/worksheets/sheet3.xml') ?? '';
    const last = report.inputs.length + 1;
    expect(sheet).toContain(`<autoFilter ref="A1:I${last}"/>`);
    expect(sheet).toContain(`<dimension ref="A1:I${last + 1}"/>`);
  });

  it('the same run gives the same bytes, in English too, and shows no values where none are wanted', () => {
    check('--out', 'xlsx=again.xlsx');
    expect(readFileSync(path.join(cwd, 'again.xlsx')).equals(bytes)).toBe(true);
    check('--out', 'xlsx=en.xlsx', '--out', 'json=none.json', '--no-values', '--lang', 'en');
    const english = XLSX.read(readFileSync(path.join(cwd, 'en.xlsx')));
    expect(english.SheetNames).toEqual([
      'Overview',
      'By unit',
      'By file',
      'By rule',
      'By department',
      'Findings',
      'Not checked',
    ]);
    const bare: Report = JSON.parse(readFileSync(path.join(cwd, 'none.json'), 'utf8'));
    expect(bare.findings.filter(({ department }) => department !== undefined)).toEqual([]);
  });

  it('is not put on a terminal', () => {
    const { code, stderr, stdout } = check('--out', 'xlsx');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--out xlsx=');
  });
});

describe('a table with a total', () => {
  const columns = [
    { header: '名称', type: 'text' as const },
    { header: '数', type: 'number' as const },
  ];
  const sheetOf = async (rows: (string | number)[][]) => {
    const made = await toXlsx([{ name: '甲', columns, rows, total: { label: '合计', columns: [1] } }], {
      yes: '',
      no: '',
    });
    return XLSX.read(made, { cellFormula: true }).Sheets.甲 as XLSX.WorkSheet;
  };

  it('of no rows is nought, and points at nothing', async () => {
    expect((await sheetOf([])).B2).toMatchObject({ v: 0 });
    expect((await sheetOf([])).B2?.f).toBeUndefined();
  });

  it('sums the numbers and not the texts', async () => {
    const sheet = await sheetOf([
      ['甲', 2],
      ['乙', '3'],
      ['丙', 4],
    ]);
    expect(sheet.B5).toMatchObject({ v: 6, f: 'SUM(B2:B4)' });
  });
});
