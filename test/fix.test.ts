import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { checkFile } from '../src/check-file.ts';
import { policyOf } from '../src/cli/policy.ts';
import { fixFile } from '../src/fixing.ts';
import { NO_PINS } from '../src/model/pins.ts';
import type { Finding } from '../src/model/run.ts';
import type { InputFile } from '../src/read/inputs.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { RULES } from '../src/rules/index.ts';
import { rulesOf } from '../src/rules/rules-of.ts';
import { patchXlsx } from '../src/write/patch-xlsx.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const SAMPLE = path.join(ROOT, 'fixtures/cities/hohhot-sample');
const FLAGS = { yes: '是', no: '否' };
const folder = () => mkdtempSync(path.join(tmpdir(), 'fix-'));
const placeOf = ({ rule, origins: [at] }: Finding) => `${at?.file} ${at?.sheet}!${at?.a1} ${rule}`;

function fix(cwd: string, ...args: string[]) {
  return jianfu(['fix', '--policy', 'hohhot', ...args], { cwd });
}

function check(cwd: string, what: string): Finding[] {
  return JSON.parse(jianfu(['check', what, '--policy', 'hohhot', '--out', 'json'], { cwd }).stdout).findings;
}

function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xlsx'))
    .sort();
}

async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const { files } = await JSZip.loadAsync(bytes);
  const texts = Object.values(files)
    .filter(({ dir }) => !dir)
    .map(async (file) => [file.name, await file.async('base64')] as const);
  return new Map(await Promise.all(texts));
}

interface Told {
  readonly files: {
    file: string;
    unfixed: string | null;
    edits: { sheet: string; cell: string; before: string; after: string | number; rules: string[] }[];
  }[];
}

describe('jianfu fix on the sample city', () => {
  const out = folder();
  let told: Told;

  beforeAll(() => {
    const { code, stdout, stderr } = fix(out, SAMPLE, '-o', '改好', '--out', 'json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    told = JSON.parse(stdout);
  });

  it('clears every finding it names, and no new one appears', () => {
    const before = check(out, SAMPLE).map(placeOf);
    const after = check(out, '改好').map(placeOf);
    const named = told.files.flatMap(({ file, edits }) =>
      edits.flatMap(({ sheet, cell, rules }) => rules.map((rule) => `${file} ${sheet}!${cell} ${rule}`)),
    );
    const changed = new Set(told.files.filter(({ edits }) => edits.length > 0).map(({ file }) => file));
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((place) => after.includes(place))).toEqual([]);
    expect(after.filter((place) => !before.includes(place))).toEqual([]);
    const kept = before.filter((place) => changed.has(place.split(' ')[0] ?? '') && !named.includes(place));
    expect(kept.filter((place) => !after.includes(place))).toEqual([]);
  });

  it('repairs what was planted and can be repaired', () => {
    const rules = new Set(told.files.flatMap(({ edits }) => edits.flatMap((edit) => edit.rules)));
    expect([...rules].sort()).toEqual([
      'basis-brackets',
      'basis-prefix',
      'cell-full-width',
      'cell-inner-space',
    ]);
  });

  it('leaves every part without a changed cell as it was, byte for byte', async () => {
    const made = filesIn(path.join(out, '改好'));
    expect(made).toHaveLength(told.files.filter(({ edits }) => edits.length > 0).length);
    for (const name of made) {
      const before = await partsOf(readFileSync(path.join(SAMPLE, name)));
      const after = await partsOf(readFileSync(path.join(out, '改好', name)));
      const differ = [...before.keys()].filter((part) => before.get(part) !== after.get(part));
      const added = [...after.keys()].filter((part) => !before.has(part));
      expect(added, name).toEqual(['xl/worksheets/jianfu1.xml']);
      const book = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];
      expect(
        differ.filter((part) => !book.includes(part) && !part.startsWith('xl/worksheets/')),
        name,
      ).toEqual([]);
      const edits = told.files.find(({ file }) => file === name)?.edits ?? [];
      const sheets = new Set(edits.map(({ sheet }) => sheet));
      expect(differ.filter((part) => part.startsWith('xl/worksheets/'))).toHaveLength(sheets.size);
    }
  });

  it('logs each change on a sheet of its own, which the library reads too', () => {
    for (const { file, edits } of told.files.filter((one) => one.edits.length > 0)) {
      const book = XLSX.read(readFileSync(path.join(out, '改好', file)));
      const log = XLSX.utils.sheet_to_json<string[]>(book.Sheets['修改记录（jianfu）'] as XLSX.WorkSheet, {
        header: 1,
      });
      expect(log[0]).toEqual(['序号', '工作表', '单元格', '改前', '改后', '规则']);
      expect(log.slice(1).map((row) => `${row[1]}!${row[2]}`)).toEqual(
        edits.map(({ sheet, cell }) => `${sheet}!${cell}`),
      );
      for (const { sheet, cell, after } of edits) {
        expect((book.Sheets[sheet] as XLSX.WorkSheet)[cell]?.v).toBe(after);
      }
    }
  });

  it('a second run changes nothing', () => {
    const { code, stdout } = fix(out, '改好', '-o', '再改');
    expect(code).toBe(0);
    expect(stdout).toContain('没有写任何文件');
    expect(existsSync(path.join(out, '再改'))).toBe(false);
    expect(fix(out, '改好', '--diff').code).toBe(0);
  });

  it('--diff shows blanks and breaks, in either language, and writes nothing', () => {
    const cwd = folder();
    const zh = fix(cwd, SAMPLE, '--diff');
    expect(zh.code).toBe(1);
    expect(zh.stdout).toContain('不得向村(社⏎区)摊派经济创收任务指标');
    expect(zh.stdout).toContain('→ 不得向村(社区)摊派经济创收任务指标');
    expect(fix(cwd, SAMPLE, '--diff', '--lang', 'en').stdout).toContain('4 cells changed');
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('refuses to write over a submission or a file that is there, and asks where to write', () => {
    const cwd = folder();
    const name = '清单.xlsx';
    writeFileSync(path.join(cwd, name), workbook(ITEMS));
    expect(fix(cwd, name, '-o', '.', '--force').stderr).toContain('就是要检查的文件之一');
    expect(fix(cwd, name).stderr).toContain('-o 文件夹');
    expect(fix(cwd, name, '-o', '改好').code).toBe(0);
    const again = fix(cwd, name, '-o', '改好');
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('没有覆盖');
    expect(fix(cwd, name, '-o', '改好', '--force').code).toBe(0);
  });
});

type Item = readonly [serial: string | number, text: string, department: string, basis: string];
const ITEMS: readonly Item[] = [
  [1, '协助维护社会 治安', '公安局', '《中华人民共和国城市居民委员会组织法》第三条'],
  [2, '协助做好优抚工作', '民政局', '《中华人民共和国城市居民委员会组织法》第三条'],
  [3, '协助做好公共卫生工作', '卫生健康委员会', '《中华人民共和国城市居民委员会组织法》第三条'],
];

function workbook(items: readonly Item[], change: (sheet: XLSX.WorkSheet) => void = () => {}): Buffer {
  const head = ['序号', '事项名称', '主管部门', '依据'];
  const sheet = XLSX.utils.aoa_to_sheet([
    ['社区依法协助政府工作事项清单'],
    head,
    ...items.map((row) => [...row]),
  ]);
  change(sheet);
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '协助清单');
  return XLSX.write(book, { type: 'buffer', bookSST: true }) as Buffer;
}

function inputOf(bytes: Buffer): InputFile {
  return { path: '清单.xlsx', absolute: '', skipped: null, bytes: async () => bytes };
}

async function request() {
  const policy = await policyOf('hohhot', null);
  return {
    settings: { policy, limits: DEFAULT_LIMITS, encoding: null, pins: NO_PINS },
    rules: await rulesOf(policy),
    flags: FLAGS,
    logOf: () => ({
      name: '修改记录（jianfu）',
      columns: [{ header: '改', type: 'text' as const }],
      rows: [],
    }),
  };
}

/** Faults people make, put into a text; none changes what it says. */
const FAULTS: readonly ((text: string) => string)[] = [
  (text) => `${text.slice(0, 4)} ${text.slice(4)}`,
  (text) => `${text.slice(0, 4)}\n${text.slice(4)}`,
  (text) => ` ${text}\u3000`,
  (text) => `${text.slice(0, 3)}\u200b${text.slice(3)}`,
  (text) => text.replace('》', '〉'),
  (text) => (text.startsWith('《') ? `依据：${text}` : text),
  (text) => (text.startsWith('《') ? `${text}（２０２４）` : `${text}１２`),
  (text) => (text.startsWith('《') ? `${text}(试行）` : text),
];

describe('fixing made-up lists', () => {
  it('clears what it promises, adds nothing, touches nothing else, and settles', async () => {
    const asked = await request();
    const fault = fc.record({
      item: fc.nat(2),
      column: fc.constantFrom(1 as const, 3 as const),
      fault: fc.nat(FAULTS.length - 1),
    });
    let repaired = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { maxLength: 5 }),
        fc.array(fc.constantFrom(1, 2, 3, 5, 7), { minLength: 3, maxLength: 3 }),
        async (faults, serials) => {
          const items = ITEMS.map(([, text, department, basis], index): [number, string, string, string] => [
            serials[index] ?? 0,
            text,
            department,
            basis,
          ]);
          for (const { item, column, fault: at } of faults) {
            const row = items[item];
            if (row !== undefined) row[column] = FAULTS[at]?.(row[column]) ?? '';
          }
          const input = inputOf(workbook(items));
          const { outcome } = await checkFile(input, asked.settings, asked.rules);
          const before = outcome.findings.map(placeOf);
          const fixed = await fixFile(input, asked);
          expect(fixed.unfixed).toBeNull();
          repaired += fixed.edits.length;
          if (fixed.bytes === null) return;
          const again = await fixFile(inputOf(fixed.bytes), asked);
          expect(again.edits).toEqual([]);
          const found = again.left.map(placeOf);
          expect(found.filter((place) => !before.includes(place))).toEqual([]);
          for (const { sheet, row, column, rules } of fixed.edits) {
            for (const rule of rules) {
              expect(found).not.toContain(
                `清单.xlsx ${sheet}!${XLSX.utils.encode_cell({ r: row - 1, c: column - 1 })} ${rule}`,
              );
            }
          }
        },
      ),
      { numRuns: 40, seed: 20260301 },
    );
    expect(repaired).toBeGreaterThan(60);
  });

  it('takes back a repair that does not keep its promise, and keeps the others', async () => {
    const asked = await request();
    const items = ITEMS.map(
      ([serial, text, department, basis]): Item => [serial, text, department, `依据：${basis}`],
    );
    const withRepair = (repair: (text: string) => string) =>
      asked.rules.map((rule) => (rule.id === 'basis-prefix' ? { ...rule, repair } : rule));
    const rowsOf = async (repair: (text: string) => string) => {
      const { edits } = await fixFile(inputOf(workbook(items)), { ...asked, rules: withRepair(repair) });
      return edits.map(({ row, column }) => [row, column]);
    };
    // A blank basis is a finding of its own; a longer prefix is still one.
    expect(await rowsOf(() => '')).toEqual([[3, 2]]);
    expect(await rowsOf((text) => `依据：${text}`)).toEqual([[3, 2]]);
    expect(await rowsOf((text) => text.replace('依据：', ''))).toHaveLength(4);
  });

  it('repairing a text twice is repairing it once', () => {
    const rules = RULES.filter((rule) => rule.repair !== undefined);
    expect(rules.length).toBeGreaterThan(4);
    const part = fc.constantFrom(...'协助《》〈〉（）()１a 。\n\u200b依据：1）法', '依据：', '第三条');
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 20 }),
        fc.constantFrom('', 'legalBasis', 'text'),
        (parts, field) => {
          for (const { repair = (text: string) => text } of rules) {
            const once = repair(parts.join(''), field);
            expect(repair(once, field)).toBe(once);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['《甲法〉第一条', '《甲法》第一条'],
    ['《甲法(试行）》', '《甲法(试行)》'],
    ['《甲法》第一条 1）甲 2）乙', '《甲法》第一条 1）甲 2）乙'],
    // In two ways: the opening mark may be the wrong one.
    ['〈甲法》第一条', '〈甲法》第一条'],
    ['《甲法第一条', '《甲法第一条'],
  ])('brackets: %s', (text, expected) => {
    expect(RULES.find(({ id }) => id === 'basis-brackets')?.repair?.(text, 'legalBasis')).toBe(expected);
  });

  it('renumbers in the style of the list, and gives a date back its number', async () => {
    const asked = await request();
    const items: Item[] = [...ITEMS, ...ITEMS].map(([, text, ...rest], index) => [
      [1, 2, 2, 4, 6, 6][index] ?? 0,
      `${text}${'甲乙丙丁戊己'[index]}`.replace(' ', ''),
      ...rest,
    ]);
    const dated = workbook(items, (sheet) => {
      sheet.A5 = { t: 'd', v: new Date(Date.UTC(2024, 0, 3)), z: 'm"月"d"日"' };
    });
    const { edits, bytes } = await fixFile(inputOf(dated), asked);
    expect(edits.map(({ row, after }) => [row, after])).toEqual([
      [5, 3],
      [7, 5],
    ]);
    const sheet = XLSX.read(bytes as Buffer).Sheets.协助清单 as XLSX.WorkSheet;
    expect(['A3', 'A4', 'A5', 'A6', 'A7', 'A8'].map((cell) => sheet[cell]?.v)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sheet.A5?.w).toBe('3');
  });

  it('keeps the format of a cell it changes', async () => {
    const bytes = workbook(ITEMS, (sheet) => {
      sheet.A3 = { t: 'n', v: 9, z: '0000' };
    });
    const made = await patchXlsx(
      bytes,
      [{ sheet: '协助清单', row: 3, column: 1, after: 1, formatOf: null }],
      null,
      FLAGS,
    );
    if (typeof made === 'string') throw new Error(made);
    expect((XLSX.read(made.bytes).Sheets.协助清单 as XLSX.WorkSheet).A3?.w).toBe('0001');
  });

  it('leaves formulas and cells of several fonts, and says why', async () => {
    const zip = await JSZip.loadAsync(workbook(ITEMS));
    const strings = (await zip.file('xl/sharedStrings.xml')?.async('string')) ?? '';
    const rich = strings.replace(/<t[^>]*>公安局<\/t>/, '<r><t>公安</t></r><r><t>局</t></r>');
    expect(rich).not.toBe(strings);
    zip.file('xl/sharedStrings.xml', rich);
    const sheet = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
    zip.file('xl/worksheets/sheet1.xml', sheet.replace(/<c r="A4"([^>]*)>/, '<c r="A4"$1><f>1+1</f>'));
    const patches = [
      { sheet: '协助清单', row: 3, column: 3, after: '公安局', formatOf: null },
      { sheet: '协助清单', row: 4, column: 1, after: 2, formatOf: null },
      { sheet: '协助清单', row: 99, column: 1, after: 2, formatOf: null },
    ];
    const made = await patchXlsx(await zip.generateAsync({ type: 'nodebuffer' }), patches, null, FLAGS);
    if (typeof made === 'string') throw new Error(made);
    expect(patches.map((patch) => made.refused.get(patch))).toEqual(['rich-text', 'formula', 'no-cell']);
  });

  it('leaves a signed workbook', async () => {
    const zip = await JSZip.loadAsync(workbook(ITEMS));
    zip.file('_xmlsignatures/sig1.xml', '<Signature/>');
    const bytes = await zip.generateAsync({ type: 'nodebuffer' });
    const { edits, unfixed } = await fixFile(inputOf(bytes), await request());
    expect({ edits, unfixed }).toEqual({ edits: [], unfixed: 'signed' });
  });
});
