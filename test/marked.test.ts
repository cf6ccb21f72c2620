import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { markFile, unmarkFile } from '../src/marking.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import type { Marks } from '../src/write/marks/mark.ts';
import { markXlsx } from '../src/write/marks/mark-xlsx.ts';
import { Package } from '../src/write/package.ts';
import { xlsxOf } from './support/parts.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const FIXTURES = path.join(ROOT, 'fixtures/marked');
const RICH = readFileSync(path.join(FIXTURES, 'rich.xlsx'));
const SAMPLE = path.join(ROOT, 'fixtures/cities/hohhot-sample');
const folder = () => mkdtempSync(path.join(tmpdir(), 'marked-'));

function check(cwd: string, ...args: string[]) {
  return jianfu(['check', '--policy', 'hohhot', ...args], { cwd });
}

/** The marked copy of one file, by the real program. */
function marked(name: string, bytes: Buffer | string, ...args: string[]) {
  const cwd = folder();
  writeFileSync(path.join(cwd, name), bytes);
  const result = check(cwd, name, '--out', 'marked=m', ...args);
  const copies = existsSync(path.join(cwd, 'm')) ? readdirSync(path.join(cwd, 'm')) : [];
  return { ...result, cwd, copies, bytes: copies[0] ? readFileSync(path.join(cwd, 'm', copies[0])) : null };
}

function partsOf(bytes: Buffer): ReadonlyMap<string, string> {
  const pack = new Package(bytes);
  return new Map(pack.names().map((name) => [name, pack.content(name)?.toString('latin1') ?? '']));
}

async function changed(
  bytes: Buffer,
  change: (zip: JSZip, text: (name: string) => Promise<string>) => unknown,
) {
  const zip = await JSZip.loadAsync(bytes);
  await change(zip, async (name) => (await zip.file(name)?.async('string')) ?? '');
  return await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const ROW = {
  place: '协助清单!B3',
  sheet: '协助清单',
  a1: 'B3',
  level: '错误',
  state: null,
  text: '问题',
  basis: '依据',
  remedy: '怎么改',
  reply: '',
  note: '',
  key: 'k',
};
const HEADERS = {
  number: '序号',
  place: '位置',
  level: '级别',
  state: '上次之后',
  text: '问题',
  basis: '依据',
  remedy: '怎么改',
  reply: '回复',
  note: '回复说明',
  key: '编号',
};

function marksOn(sheet: string, ...texts: string[]): Marks {
  const cells = texts.map((text, at) => ({ row: at + 1, column: 1, text }));
  return {
    cells: new Map([[sheet, cells]]),
    sheet: {
      name: '校验结果（jianfu）',
      title: '校验结果',
      guide: '说明',
      headers: HEADERS,
      replies: ['已改', '有异议', '说明'],
      footer: '&C&P',
      rows: texts.map((text, at) => ({ ...ROW, sheet, a1: `A${at + 1}`, text })),
    },
  };
}

const inputOf = (bytes: Buffer) => ({
  path: '清单.xlsx',
  absolute: '',
  skipped: null,
  bytes: async () => bytes,
});
const READING = { limits: DEFAULT_LIMITS, encoding: null };
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('a marked copy', () => {
  const { bytes: copy, stderr } = marked('rich.xlsx', RICH);
  const before = partsOf(RICH);
  const after = partsOf(copy ?? Buffer.alloc(0));
  const TOUCHED = [
    'xl/worksheets/sheet2.xml',
    'xl/comments/comment1.xml',
    'xl/drawings/commentsDrawing1.vml',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    '[Content_Types].xml',
  ];

  it('changes the parts that hold marks, adds a sheet, and leaves every other part byte for byte', () => {
    expect(stderr).toContain('标注好的工作簿 1 个');
    expect([...before.keys()].filter((part) => before.get(part) !== after.get(part))).toEqual(TOUCHED);
    expect([...after.keys()].filter((part) => !before.has(part))).toEqual([
      'xl/worksheets/jianfu1.xml',
      'jianfu/original.bin',
    ]);
    expect([...after.keys()].slice(0, before.size)).toEqual([...before.keys()]);
  });

  it('only adds to the sheet: one conditional format behind the others, cells as they were', () => {
    const sheet = after.get('xl/worksheets/sheet2.xml') ?? '';
    const [rule = ''] =
      /<conditionalFormatting sqref="A1 A6 B3 B6 E2">.*?<\/conditionalFormatting>/.exec(sheet) ?? [];
    expect(rule).toContain('priority="3"');
    expect(sheet.replace(rule, '')).toBe(before.get('xl/worksheets/sheet2.xml'));
  });

  it('keeps comments, and puts none on a cell that has one', () => {
    const comments = Buffer.from(after.get('xl/comments/comment1.xml') ?? '', 'latin1').toString();
    const cells = [...comments.matchAll(/ref="(\w+)" authorId="(\d)"/g)].map(([, ref, by]) => `${ref}:${by}`);
    expect(cells).toEqual(['B3:0', 'D4:0', 'A1:1', 'E2:1', 'A6:1', 'B6:1']);
    expect(comments).toContain('<author>张三</author><author>jianfu</author>');
    expect(comments).toContain('【警告】序号应为 4，实为 5');
    expect(comments).toContain('serial-gap（jianfu）');
  });

  it('gives every comment a box with a size and a number of its own', () => {
    const drawing = after.get('xl/drawings/commentsDrawing1.vml') ?? '';
    const ids = [...drawing.matchAll(/id="_x0000_s(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(6);
    expect([...drawing.matchAll(/width:225pt;height:[\d.]+pt/g)]).toHaveLength(4);
    expect([...drawing.matchAll(/<x:Anchor>[\d, ]+<\/x:Anchor>/g)]).toHaveLength(4);
  });

  it('moves what counts sheets in their order', () => {
    const book = Buffer.from(after.get('xl/workbook.xml') ?? '', 'latin1').toString();
    expect(book).toMatch(/<sheets><sheet [^>]*name="校验结果（jianfu）" sheetId="4"/);
    expect(book).toContain('activeTab="2"');
    expect(book).toContain('firstSheet="0"');
    expect(book).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="2">'协助清单'!$A$1:$E$6<`);
    expect(book).toContain('<definedName name="部门">字典!$A$2:$A$4<');
  });

  it('lists what was found, with links, a choice of replies and no formula', () => {
    const book = XLSX.read(copy, { cellFormula: true });
    const sheet = book.Sheets['校验结果（jianfu）'] as XLSX.WorkSheet;
    const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1 });
    expect(rows[2]?.slice(0, 8)).toEqual([
      '序号',
      '位置',
      '级别',
      '问题',
      '依据',
      '怎么改',
      '回复',
      '回复说明',
    ]);
    expect(rows.slice(3).map((row) => `${row[1]} ${row[2]}`)).toEqual([
      '协助清单!A1 错误',
      '协助清单!E2 提示',
      '协助清单!B3 警告',
      '协助清单!A6 警告',
      '协助清单!B6 错误',
    ]);
    expect(sheet.B4?.l?.Target ?? sheet.B4?.l?.location).toContain("'协助清单'!A1");
    const xml = Buffer.from(after.get('xl/worksheets/jianfu1.xml') ?? '', 'latin1').toString();
    expect(xml).toContain('<formula1>&quot;已改,有异议,说明&quot;</formula1>');
    expect(xml).not.toMatch(/<f[ >]/);
  });

  it('is checked like the file it was made of; its first sheet is counted and not read', () => {
    const cwd = folder();
    writeFileSync(path.join(cwd, 'rich.xlsx'), copy ?? '');
    const report = JSON.parse(check(cwd, 'rich.xlsx', '--out', 'json').stdout);
    expect(report.findings.map((one: { rule: string }) => one.rule)).toEqual([
      'duty-item-count',
      'header-unknown',
      'cell-inner-space',
      'serial-gap',
      'duty-item-duplicate',
    ]);
    expect(report.inputs[0].sheets[0]).toMatchObject({
      sheet: '校验结果（jianfu）',
      skipReason: 'result-sheet',
    });
    const tables = jianfu(['tables', 'rich.xlsx'], { cwd });
    expect(tables.stdout).toContain('这是 check 写的校验结果，不检查。');
  });

  it('marked again is marked anew, not twice: only the sheet of results says that nothing was fixed', () => {
    const again = partsOf(marked('rich.xlsx', copy ?? '').bytes ?? Buffer.alloc(0));
    expect([...again.keys()]).toEqual([...after.keys()]);
    expect([...after.keys()].filter((part) => again.get(part) !== after.get(part))).toEqual([
      'xl/workbook.xml',
      'xl/worksheets/jianfu1.xml',
    ]);
    const names = (parts: ReadonlyMap<string, string>) =>
      Buffer.from(parts.get('xl/workbook.xml') ?? '', 'latin1').toString();
    expect(names(again)).toBe(names(after).replace('$A$3:$H$8', '$A$3:$I$8'));
  });
});

describe('jianfu unmark', () => {
  it('gives back every file of the sample city byte for byte', () => {
    const cwd = folder();
    check(cwd, SAMPLE, '--out', 'marked=m');
    const { stdout } = jianfu(['unmark', 'm', '-o', 'u', '--out', 'json'], { cwd });
    const { files } = JSON.parse(stdout) as { files: { file: string; result: string }[] };
    const own = files.filter(({ file }) => existsSync(path.join(SAMPLE, file)));
    expect(own).toHaveLength(9);
    for (const { file, result } of own) {
      expect(result).toBe('original');
      expect(
        readFileSync(path.join(cwd, 'u', file)).equals(readFileSync(path.join(SAMPLE, file))),
        file,
      ).toBe(true);
    }
  });

  it('takes the marks out of a copy that another program has saved, and nothing else', async () => {
    const saved = readFileSync(path.join(FIXTURES, 'saved-by-libreoffice.xlsx'));
    const cleared = await unmarkFile(inputOf(saved), DEFAULT_LIMITS);
    if (typeof cleared === 'string') throw new Error(cleared);
    expect(cleared.how).toBe('edited');
    const book = XLSX.read(cleared.bytes);
    expect(book.SheetNames).toEqual(['说明', '协助清单', '字典']);
    const commented = Object.entries(book.Sheets.协助清单 as XLSX.WorkSheet).filter(([, cell]) => cell?.c);
    expect(commented.map(([a1]) => a1)).toEqual(['B3', 'D4']);
    const parts = partsOf(cleared.bytes);
    expect(parts.get('xl/worksheets/sheet3.xml')).not.toContain('jianfu');
    expect(parts.get('xl/worksheets/sheet3.xml')).toContain('LEN(B3)&gt;30');
    expect([...(parts.get('xl/drawings/vmlDrawing1.vml') ?? '').matchAll(/<v:shape /g)]).toHaveLength(2);
    expect(parts.get('xl/workbook.xml')).toContain('activeTab="1"');
    expect(parts.get('xl/workbook.xml')).not.toContain('localSheetId="0"');
    expect(await unmarkFile(inputOf(cleared.bytes), DEFAULT_LIMITS)).toMatchObject({ how: 'none' });
  });

  it('says what has no marks, writes nothing for it, and never over a file', () => {
    const cwd = folder();
    writeFileSync(path.join(cwd, 'a.xlsx'), RICH);
    writeFileSync(path.join(cwd, 'b.csv'), '序号,事项名称\n1,甲\n');
    const { code, stdout } = jianfu(['unmark', 'a.xlsx', 'b.csv', '-o', 'u'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('没有标注');
    expect(stdout).toContain('不是 .xlsx');
    expect(existsSync(path.join(cwd, 'u'))).toBe(false);
    expect(jianfu(['unmark', 'a.xlsx', '-o', '.'], { cwd }).stderr).toContain('就是要检查的文件之一');
    expect(jianfu(['unmark', 'a.xlsx'], { cwd }).stderr).toContain('-o 文件夹');
    expect(jianfu(['unmark', 'a.xlsx', '-o', 'u', '--lang', 'en'], { cwd }).stdout).toContain('no marks');
  });
});

describe('what is refused', () => {
  const refusalOf = async (change: Parameters<typeof changed>[1]) => {
    const bytes = await changed(RICH, change);
    return await markFile(inputOf(bytes), hashOf(bytes), marksOn('协助清单', '甲'), READING);
  };

  it('a signed workbook, and one that several people edit', async () => {
    expect(await refusalOf((zip) => zip.file('_xmlsignatures/sig1.xml', '<a/>'))).toBe('signed');
    expect(await refusalOf((zip) => zip.file('xl/revisions/userNames.xml', '<a/>'))).toBe('shared');
  });

  it('an element behind the cells that nobody knows, and comments that no drawing shows', async () => {
    const part = 'xl/worksheets/sheet2.xml';
    const foreign = async (zip: JSZip, text: (name: string) => Promise<string>) =>
      zip.file(part, (await text(part)).replace('<mergeCells', '<novelty/><mergeCells'));
    expect(await refusalOf(foreign)).toBe('structure');
    const undrawn = async (zip: JSZip, text: (name: string) => Promise<string>) =>
      zip.file(part, (await text(part)).replace(/<legacyDrawing[^>]*>/, ''));
    expect(await refusalOf(undrawn)).toBe('comments');
  });

  it('a file that has changed since it was checked', async () => {
    expect(
      await markFile(inputOf(RICH), hashOf(Buffer.from('an other')), marksOn('协助清单', '甲'), READING),
    ).toBe('changed');
  });

  it('a folder that is checked, one that is not named, and files that are there', () => {
    const cwd = folder();
    mkdirSync(path.join(cwd, '报送'));
    writeFileSync(path.join(cwd, '报送/rich.xlsx'), RICH);
    for (const target of ['报送', '报送/标注', './报送/../报送/a']) {
      const { code, stderr } = check(cwd, '报送', '--out', `marked=${target}`);
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('在要检查的') });
    }
    expect(check(cwd, '报送/rich.xlsx', '--out', 'marked=报送').stderr).toContain('就是要检查的文件之一');
    expect(check(cwd, '报送', '--out', 'marked').stderr).toContain('--out marked=文件夹');
    expect(check(cwd, '报送', '--out', 'marked=m').code).toBe(1);
    expect(check(cwd, '报送', '--out', 'marked=m').stderr).toContain('没有覆盖');
    expect(check(cwd, '报送', '--out', 'marked=m', '--force').code).toBe(1);
    expect(readFileSync(path.join(cwd, '报送/rich.xlsx')).equals(RICH)).toBe(true);
  });
});

describe('what other programs write', () => {
  const CELL = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row></sheetData>';
  const mark = async (sheet: string, parts: Partial<Parameters<typeof xlsxOf>[0]> = {}) => {
    const bytes = xlsxOf({ sheet, ...parts });
    const copy = await markFile(inputOf(bytes), hashOf(bytes), marksOn('清单', '甲'), READING);
    if (typeof copy === 'string') return copy;
    return partsOf(copy.bytes);
  };

  it('a workbook without styles, views or names gets them', async () => {
    const parts = await mark(CELL);
    if (typeof parts === 'string') throw new Error(parts);
    expect(parts.get('xl/workbook.xml')).toContain(
      '<bookViews><workbookView activeTab="1"/></bookViews><sheets>',
    );
    expect(parts.get('xl/workbook.xml')).toContain('</sheets><definedNames>');
    expect(parts.get('xl/jianfuStyles1.xml')).toContain('<dxfs count="1">');
    expect(parts.get('xl/comments1.xml')).toContain('<author>jianfu</author>');
  });

  it('marks stand where the standard wants them', async () => {
    const parts = await mark(
      `${CELL}<mergeCells count="1"><mergeCell ref="B1:C1"/></mergeCells><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><extLst/>`,
    );
    if (typeof parts === 'string') throw new Error(parts);
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const order = [
      ...sheet.matchAll(/<(mergeCells|conditionalFormatting|pageMargins|legacyDrawing|extLst)/g),
    ];
    expect(order.map(([, name]) => name)).toEqual([
      'mergeCells',
      'conditionalFormatting',
      'pageMargins',
      'legacyDrawing',
      'extLst',
    ]);
  });

  it('macros keep their bytes and their signature', async () => {
    const bytes = await changed(RICH, (zip) => {
      zip.file('xl/vbaProject.bin', Buffer.from([0xd0, 0xcf, 1, 2, 3]));
      zip.file('xl/vbaProjectSignature.bin', Buffer.from([4, 5, 6]));
    });
    const copy = markXlsx(bytes, marksOn('协助清单', '甲'));
    if (typeof copy === 'string') throw new Error(copy);
    for (const part of ['xl/vbaProject.bin', 'xl/vbaProjectSignature.bin'])
      expect(partsOf(copy).get(part)).toBe(partsOf(bytes).get(part));
  });

  it('a file that is no .xlsx gets a new one with its cells, and says so', () => {
    const csv = '社区依法协助政府工作事项清单,,\n序号,事项名称,社区代码\n1,协助维护社会 治安,001\n';
    const { copies, bytes, stderr } = marked('清单.csv', csv);
    expect(copies).toEqual(['清单.csv.xlsx']);
    expect(stderr).toContain('其中 1 个原来不是 .xlsx');
    const book = XLSX.read(bytes);
    expect(book.SheetNames).toEqual(['校验结果（jianfu）', '清单']);
    expect(book.Sheets.清单?.C3?.v).toBe('001');
    expect(book.Sheets.清单?.B3?.c?.[0]?.t).toContain('【警告】');
    expect(String(book.Sheets['校验结果（jianfu）']?.A2?.v)).toContain('原文件是 csv 格式');
  });
});

describe('hostile and private texts', () => {
  const EVIL = [
    '=HYPERLINK("http://a")',
    '\u202e倒',
    '\u0007响',
    '𠮷野家',
    '_x0041_',
    `${'长'.repeat(32_766)}。`,
  ];

  it('stand in comments and sheet as text', async () => {
    const copy = markXlsx(RICH, marksOn('协助清单', ...EVIL));
    if (typeof copy === 'string') throw new Error(copy);
    const book = XLSX.read(copy, { cellFormula: true });
    const sheet = book.Sheets['校验结果（jianfu）'] as XLSX.WorkSheet;
    expect(Object.values(sheet).filter((cell) => cell?.f !== undefined)).toEqual([]);
    expect(sheet.D4?.v).toBe(EVIL[0]);
    expect(sheet.D9?.v).toHaveLength(32_767);
    const comments = Object.values(book.Sheets.协助清单 as XLSX.WorkSheet).flatMap((cell) => cell?.c ?? []);
    expect(comments.some(({ t }) => String(t).includes('𠮷野家'))).toBe(true);
    for (const content of partsOf(copy).values()) expect(content).not.toMatch(/\u0007响/);
  });

  it('from cells come out shortened and visible, and people stay masked', () => {
    const cells = [
      ['社区依法协助政府工作事项清单', '', ''],
      ['序号', '事项名称', '主管部门'],
      [1, '=协助 \u202e维护治安𠮷 13800138000', '公安局'],
      [2, '协助 办理 11010519491231002X', '民政局'],
    ];
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(cells), '协助清单');
    const { bytes } = marked('清单.xlsx', XLSX.write(book, { type: 'buffer', bookSST: true }));
    const made = partsOf(bytes ?? Buffer.alloc(0));
    const ours = [made.get('xl/comments1.xml'), made.get('xl/worksheets/jianfu1.xml')].map((part) =>
      Buffer.from(part ?? '', 'latin1').toString(),
    );
    for (const text of ours) {
      expect(text).toContain('𠮷');
      expect(text).toContain('&lt;U+202E&gt;');
      expect(text).not.toContain('\u202e');
      expect(text).not.toContain('13800138000');
      expect(text).not.toContain('11010519491231002X');
    }
  });

  it('thousands of marks have numbers of their own, and the last ones are red without a comment', () => {
    const many = markXlsx(RICH, marksOn('协助清单', ...Array.from({ length: 2500 }, (_, at) => `第${at}条`)));
    if (typeof many === 'string') throw new Error(many);
    const parts = partsOf(many);
    const drawing = parts.get('xl/drawings/commentsDrawing1.vml') ?? '';
    const ids = [...drawing.matchAll(/id="_x0000_s(\d+)"/g)].map(([, id]) => Number(id));
    expect(ids).toHaveLength(2002);
    expect(new Set(ids).size).toBe(2002);
    const blocks = /idmap[^>]*data="([^"]*)"/.exec(drawing)?.[1]?.split(',').map(Number) ?? [];
    expect(ids.filter((id) => !blocks.includes(Math.floor(id / 1024)))).toEqual([]);
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain('sqref="A1:A2500"');
  });

  it('in English', () => {
    const { bytes, stderr } = marked('rich.xlsx', RICH, '--lang', 'en');
    expect(stderr).toContain('1 marked workbook');
    const book = XLSX.read(bytes);
    expect(book.SheetNames[0]).toBe('Results（jianfu）');
    expect(String(book.Sheets['Results（jianfu）']?.A2?.v)).toContain('5 findings: 2 errors');
  });
});
