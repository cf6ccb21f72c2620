import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../src/model/policy.ts';
import type { Run } from '../src/model/run.ts';
import { letterNames } from '../src/report/formats/letters.ts';
import { complianceReport } from '../src/report/paper/compliance.ts';
import { leaderNote } from '../src/report/paper/note.ts';
import { dayText, numeral } from '../src/report/paper/numbered.ts';
import { wordsOf } from '../src/report/paper/report.ts';
import { wordingFor } from '../src/report/wording.ts';
import { toDocx } from '../src/write/docx.ts';
import { solidPng } from '../src/write/solid-png.ts';
import { type DocxText, readDocx } from './support/docx.ts';
import { NO_OFFICE, pagesOf } from './support/office.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const SAMPLE = path.join(ROOT, 'fixtures/cities/hohhot-sample');
const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

function temporary(): string {
  return mkdtempSync(path.join(tmpdir(), 'paper-'));
}

describe('the compliance report of the sample city', () => {
  const folder = temporary();
  let run: Run;
  const papers = new Map<Locale, DocxText>();

  beforeAll(() => {
    const saved = path.join(folder, 'run.json');
    for (const locale of LOCALES) {
      const target = path.join(folder, `${locale}.docx`);
      const outputs = ['--out', `docx=${target}`, '--out', `json=${saved}`];
      expect(jianfu(['check', SAMPLE, '--policy', 'hohhot', '--lang', locale, ...outputs]).code).toBe(1);
      papers.set(locale, readDocx(readFileSync(target)));
    }
    run = JSON.parse(readFileSync(saved, 'utf8')) as Run;
  });

  const paper = (locale: Locale) => papers.get(locale) as DocxText;

  it('has the layout of GB/T 9704 and no red head', () => {
    const { xml, parts } = paper('zh-CN');
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/);
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    for (const font of ['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312'])
      expect(xml).toContain(`w:eastAsia="${font}"`);
    expect(xml).toContain('w:line="579" w:lineRule="exact"');
    expect(xml).not.toMatch(/w:color w:val="(?!000000)/);
    expect(parts.filter((name) => /footer\d/.test(name) && name.endsWith('.xml')).length).toBeGreaterThan(1);
  });

  it('repeats the head of every table, and each is as wide as its page', () => {
    const { xml, tables } = paper('zh-CN');
    const drawn = xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    expect(drawn).toHaveLength(tables.length);
    for (const table of drawn) {
      expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
      const columns = [...table.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
      const width = columns.reduce((sum, one) => sum + one, 0);
      expect([8844, 12756].some((page) => width <= page && width > page - 10)).toBe(true);
    }
  });

  it('tells every finding once, in order, in its sentence and place', () => {
    for (const locale of LOCALES) {
      const annex = paper(locale).tables.find(
        (table) =>
          table[0]?.length === 7 && table[1]?.[0] === '1' && table.length === run.findings.length + 1,
      );
      const wording = wordingFor(run, locale);
      expect(annex?.slice(1).map(([, file, , , , text]) => [file, text])).toEqual(
        run.findings.map((finding) => [finding.origins[0]?.file, wording.finding(finding)]),
      );
    }
  });

  it('prints no number that the run does not have', () => {
    const text = paper('zh-CN').paragraphs.join('\n');
    const numbers = (pattern: RegExp) => pattern.exec(text)?.slice(1).map(Number);
    const of = (key: 'severity' | 'outcome', value: string) =>
      run.findings.filter((finding) => finding[key] === value).length;
    const [error, warning, info] = ['error', 'warning', 'info'].map((one) => of('severity', one));
    const [breach, advice, open] = ['breach', 'advice', 'undetermined'].map((one) => of('outcome', one));
    expect(
      numbers(
        /共发现问题(\d+)条，按级别分，错误(\d+)条，警告(\d+)条，提示(\d+)条；按性质分，违反(\d+)条，建议(\d+)条，无法判断(\d+)条/,
      ),
    ).toEqual([run.findings.length, error, warning, info, breach, advice, open]);
    const states = ['read', 'unreadable', 'skipped'].map(
      (state) => run.inputs.filter((input) => input.state === state).length,
    );
    expect(numbers(/共收到文件(\d+)个，已读(\d+)个，读不出(\d+)个，跳过(\d+)个/)).toEqual([
      run.inputs.length,
      ...states,
    ]);
    const rows = run.inputs.flatMap(({ sheets }) => sheets.map((sheet) => Object.values(sheet.rows)));
    const total = rows.flat().reduce((sum, count) => sum + count, 0);
    const [all, ...parts] =
      numbers(/表格行(\d+)行，其中数据(\d+)行，.*?注(\d+)行，看不懂(\d+)行，未用(\d+)行/) ?? [];
    expect(all).toBe(total);
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(total);
    const dirty = new Set(run.findings.map(({ origins }) => origins[0]?.file)).size;
    expect(text).toContain(`占应读文件的${((100 * dirty) / 20).toFixed(2)}%（${dirty}/20）`);
  });

  it('counts what the tables of the body leave out', () => {
    const { blocks } = paper('zh-CN');
    const lead = blocks.findIndex((block) => typeof block === 'string' && /^共\d+类/.test(block));
    const pattern = /^共(\d+)类，最重的(\d+)类列表如下，其余(\d+)类(\d+)条/;
    const counted = pattern.exec(String(blocks[lead]))?.slice(1).map(Number);
    const [all = 0, shown = 0, rest = 0, count = 0] = counted ?? [];
    const table = blocks[lead + 1] as string[][];
    expect(table.length - 1).toBe(shown);
    expect(shown + rest).toBe(all);
    expect(all).toBe(new Set(run.findings.map(({ rule }) => rule)).size);
    const listed = table.slice(1).reduce((sum, [, , , found]) => sum + Number(found), 0);
    expect(listed + count).toBe(run.findings.length);
  });

  it('says where every figure comes from, under a bookmark, with no id in running text', () => {
    for (const locale of LOCALES) {
      const { tables, paragraphs, xml } = paper(locale);
      const figures = tables.at(-1)?.slice(1) ?? [];
      for (const { id, value } of run.figures) {
        expect(figures.find(([, own]) => own === id)?.[2]).toBe(String(value));
        expect(paragraphs.filter((text) => text.includes(id))).toEqual([]);
      }
      expect(figures.filter(([, , , how]) => how === '')).toEqual([]);
      const names = [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="(figure_\w+)"/g)].map(([, name]) => name);
      expect(new Set(names).size).toBe(figures.length);
    }
  });

  it('draws bars without letters and says each in words', () => {
    const { xml, parts } = paper('zh-CN');
    const pictures = xml.match(/<wp:docPr [^>]*>/g) ?? [];
    expect(pictures.length).toBeGreaterThan(20);
    expect(pictures.filter((picture) => !/descr="[^"]+: \d+"/.test(picture))).toEqual([]);
    const ids = pictures.map((picture) => /id="(\d+)"/.exec(picture)?.[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(parts.filter((name) => name.startsWith('word/media/') && name.endsWith('.png')).length).toBe(3);
  });

  it('is the same bytes again, whatever the language, the zone and the threads of the machine', () => {
    const target = path.join(folder, 'again.docx');
    const args = ['check', SAMPLE, '--policy', 'hohhot', '--jobs', '2', '--out', `docx=${target}`];
    jianfu(args, { env: { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8' } });
    expect(readFileSync(target).equals(readFileSync(path.join(folder, 'zh-CN.docx')))).toBe(true);
  });

  it('closes with its attachments and the day the policy holds, never with today', () => {
    const { paragraphs } = paper('zh-CN');
    const at = paragraphs.indexOf('附件：1.问题明细表');
    expect(paragraphs.slice(at, at + 4)).toEqual([
      '附件：1.问题明细表',
      '　　　2.引用条文',
      '　　　3.数字出处',
      '2026年11月21日',
    ]);
    expect(paper('en').paragraphs).toContain('2026-11-21');
  });
});

describe('check --out docx', () => {
  it('needs a file to write to', () => {
    const { code, stdout, stderr } = jianfu(['check', SAMPLE, '--out', 'docx']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--out docx=');
  });

  it('tells a body that is longer than the pack allows, with the numbers', () => {
    const folder = temporary();
    const pack = path.join(folder, 'pack');
    mkdirSync(pack);
    writeFileSync(
      path.join(pack, 'pack.yaml'),
      "id: short\ntitle: {zh-CN: 短, en: Short}\nextends: [national]\nreviewed: '2026-11-21'\n",
    );
    const list = path.join(folder, '清单.csv');
    writeFileSync(list, '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n1,协助维护社会治安,公安局\n');
    const check = () =>
      jianfu(['check', list, '--policy', pack, '--out', `docx=${path.join(folder, 'a.docx')}`]).stderr;
    expect(check()).not.toContain('超过');
    writeFileSync(
      path.join(pack, 'parameters.yaml'),
      "parameters:\n  - id: document.specific.words\n    unit: 字\n    values: [{from: '2024-08-06', value: 100, form: true}]\n",
    );
    const [, found, limit, over] =
      /正文 (\d+) 字（不含附件），超过 (\d+) 字，多 (\d+) 字/.exec(check()) ?? [];
    expect(Number(limit)).toBe(100);
    expect(Number(found) - 100).toBe(Number(over));
  });
});

const saved: { run?: Run } = {};

function sampleRun(): Run {
  saved.run ??= JSON.parse(jianfu(['check', SAMPLE, '--policy', 'hohhot', '--out', 'json']).stdout) as Run;
  return saved.run;
}

/** A run of one finding whose file, sheet and words are as hostile as cells can be. */
function hostileRun(text: string): Run {
  const run = sampleRun();
  const [first] = run.findings.filter(({ rule }) => rule === 'cell-inner-space');
  const finding = { ...(first as Run['findings'][number]) };
  const origins = finding.origins.map((origin) => ({ ...origin, file: `${text}.xlsx`, sheet: text }));
  const args = Object.fromEntries(Object.keys(finding.message.args).map((name) => [name, text]));
  return { ...run, findings: [{ ...finding, origins, message: { ...finding.message, args } }] };
}

describe('texts that were handed in', () => {
  const HOSTILE = [
    '\u0000\u0008\u001B[31m红\uFFFE\uFFFF',
    '\u202E倒过来\u2066',
    '<w:p>&amp;</w:t>"\'',
    '=cmd|"/c calc"!A1',
    '𠮷野家🙂',
    '\uD800半个',
    '长'.repeat(32_767),
  ];

  it.each(HOSTILE.map((text) => [JSON.stringify(text.slice(0, 12)), text]))(
    '%s is inert and readable',
    async (_, text) => {
      const run = hostileRun(text);
      for (const locale of LOCALES) {
        const bytes = await toDocx(complianceReport(run, wordingFor(run, locale)).paper);
        const { xml, blocks } = readDocx(bytes);
        expect(xml).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/);
        expect(xml).not.toMatch(/<w:(?:fldSimple|instrText|hyperlink)[^>]*>(?!PAGE)/);
        const readable = text.replace(/[\u0000-\u001F\u202E\u2066\uD800\uFFFE\uFFFF]/g, '');
        const shown = blocks.flat(2).join('\n');
        expect(shown).toContain(readable.slice(0, 4));
        if (text.length > 30_000) expect(shown).toContain(text);
      }
    },
  );
});

describe('check --out letters', () => {
  const folder = temporary();
  const target = path.join(folder, '退回');
  const check = (...more: string[]) =>
    jianfu(['check', SAMPLE, '--policy', 'hohhot', '--out', `letters=${target}`, ...more]);
  let first: ReturnType<typeof check>;

  beforeAll(() => {
    first = check();
  });

  const written = () =>
    (readdirSync(target, { recursive: true, encoding: 'utf8' }) as string[])
      .filter((name) => name.endsWith('.docx'))
      .map((name) => name.replaceAll('\\', '/'));

  it('writes one for each file with findings, with all of its findings and no others', () => {
    expect(first.code).toBe(1);
    const run = sampleRun();
    const files = new Set(run.findings.map(({ origins }) => origins[0]?.file ?? ''));
    expect(first.stderr).toContain(`退回意见单 ${files.size} 份`);
    const names = letterNames([...files], 'zh-CN');
    expect(written().sort()).toEqual([...names.values()].sort());
    const wording = wordingFor(run, 'zh-CN');
    for (const [file, name] of names) {
      const { tables, paragraphs } = readDocx(readFileSync(path.join(target, name)));
      const own = run.findings.filter(({ origins }) => origins[0]?.file === file);
      expect(tables[0]?.slice(1).map(([, , , text]) => text)).toEqual(own.map(wording.finding));
      expect(tables[0]?.slice(1).map((row) => row.at(-1))).toEqual(own.map(() => ''));
      expect(paragraphs[2]).toContain(`发现问题${own.length}条`);
    }
  });

  it('is addressed to the unit without the day and version in the name of its file', () => {
    const name = written().find((one) => one.includes('公主府')) ?? '';
    expect(name).toBe('新城区/海拉尔东路街道/公主府社区居委会20240308（修改版2）_退回意见单.docx');
    expect(readDocx(readFileSync(path.join(target, name))).paragraphs.slice(0, 2)).toEqual([
      '退回意见单',
      '公主府社区居委会：',
    ]);
  });

  it('overwrites nothing unless told to, and never writes into what it checks', () => {
    expect(check().code).toBe(2);
    expect(check('--force').code).toBe(1);
    const inside = jianfu(['check', SAMPLE, '--out', `letters=${path.join(SAMPLE, '退回')}`]);
    expect([inside.code, existsSync(path.join(SAMPLE, '退回'))]).toEqual([2, false]);
    expect(jianfu(['check', SAMPLE, '--out', 'letters']).code).toBe(2);
  });

  it('gives every letter a name of its own that Windows takes', () => {
    const names = [
      ...letterNames(['甲/a.xlsx', '甲/a.csv', '甲/A.xls', '../b<1>.csv', 'c.\u0007.csv'], 'zh-CN').values(),
    ];
    expect(names).toEqual([
      '甲/a_退回意见单.docx',
      '甲/a_退回意见单 (2).docx',
      '甲/A_退回意见单 (3).docx',
      '_/b_1__退回意见单.docx',
      'c.__退回意见单.docx',
    ]);
  });
});

describe('check --out note', () => {
  /** As much of everything as there can be, with names that never end. */
  function fullRun(): Run {
    const run = sampleRun();
    const name = '很长的单位名称与文件夹'.repeat(20);
    const findings = run.findings.map((finding, index) => ({
      ...finding,
      origins: finding.origins.map((origin) => ({ ...origin, file: `${name}${index % 9}/${index}.xlsx` })),
    }));
    const figures = run.figures.map((figure) => ({ ...figure, value: 1_234_567 }));
    const title = { 'zh-CN': '某某省某某市'.repeat(30), en: 'The lists of a city '.repeat(20) };
    return { ...run, findings, figures, packs: run.packs.map((pack) => ({ ...pack, title })) };
  }

  it('has three numbers, one chart, five problems and next steps, all out of the run', () => {
    const run = sampleRun();
    for (const locale of LOCALES) {
      const [pages, ...more] = leaderNote(run, wordingFor(run, locale)).paper;
      expect(more).toEqual([]);
      const tables = pages?.parts.filter((part) => part.rank === 'table') ?? [];
      expect(tables).toHaveLength(2);
      const [numbers, chart] = tables;
      expect(numbers?.rows[0]?.map((cell) => Number.parseInt(String(cell), 10))).toEqual([
        run.inputs.length,
        new Set(run.findings.map(({ origins }) => origins[0]?.file)).size,
        run.findings.filter(({ severity }) => severity === 'error').length,
      ]);
      const sums = chart?.rows.map(([, ...cells]) =>
        cells.slice(0, 3).reduce((sum, cell) => sum + Number(cell), 0),
      );
      expect(sums?.reduce((sum, one) => sum + one, 0)).toBe(run.findings.length);
      const told = pages?.parts.flatMap((part) => (part.rank === 'text' ? [part.text] : [])) ?? [];
      expect(told.filter((text) => /^[1-5]\./.test(text)).length).toBe(10);
    }
  });

  it.skipIf(NO_OFFICE !== '')(
    `is one page, whatever was handed in ${NO_OFFICE}`,
    { timeout: 300_000 },
    async () => {
      const notes = [
        [sampleRun(), 'zh-CN'],
        [fullRun(), 'zh-CN'],
        [fullRun(), 'en'],
      ] as const;
      const papers = notes.map(([run, locale]) => toDocx(leaderNote(run, wordingFor(run, locale)).paper));
      const laidOut = pagesOf(...(await Promise.all(papers)));
      expect(laidOut.map((pages) => pages.slice(1))).toEqual([[], [], []]);
    },
  );
});

describe('a paper', () => {
  it('numbers in Chinese as papers do, and writes days without noughts', () => {
    expect([1, 10, 12, 20, 35, 99, 100].map((count) => numeral(count, 'zh-CN'))).toEqual([
      '一',
      '十',
      '十二',
      '二十',
      '三十五',
      '九十九',
      '100',
    ]);
    expect(dayText('2024-03-08', 'zh-CN')).toBe('2024年3月8日');
    expect(dayText('2024-03-08', 'en')).toBe('2024-03-08');
  });

  it('counts words as a word processor does', () => {
    const words = (text: string) => wordsOf([{ rank: 'text', text }]);
    expect(words('共发现问题45条。')).toBe(8);
    expect(words('Tables handed in: 45')).toBe(4);
    expect(words('𠮷')).toBe(1);
    expect(words('')).toBe(0);
    const bar = { parts: [], says: '不算' };
    expect(
      wordsOf([{ rank: 'table', head: ['序号'], rows: [['一', bar]], widths: [1, 1], centred: [] }]),
    ).toBe(3);
  });

  it('draws a colour as a PNG that any zlib can read', async () => {
    const { inflateSync, crc32 } = await import('node:zlib');
    const png = solidPng('9C2B22');
    const at = png.indexOf('IDAT');
    const length = png.readUInt32BE(at - 4);
    expect(inflateSync(png.subarray(at + 4, at + 4 + length))).toEqual(Buffer.alloc(16));
    expect(png.readUInt32BE(at + 4 + length)).toBe(crc32(png.subarray(at, at + 4 + length)));
    expect(png.subarray(png.indexOf('PLTE') + 4, png.indexOf('PLTE') + 7).toString('hex')).toBe('9c2b22');
  });

  it.skipIf(NO_OFFICE !== '')(
    `has 22 lines a page and 28 characters a line ${NO_OFFICE}`,
    { timeout: 300_000 },
    async () => {
      const text = '社区工作事项应当逐条核对。'.repeat(120);
      const [[first, second] = []] = pagesOf(
        await toDocx([{ layout: 'upright', parts: [{ rank: 'text', text }] }]),
      );
      for (const page of [first, second]) expect(page?.slice(0, -1)).toHaveLength(22);
      expect([first, second].map((page) => page?.at(-1)?.replaceAll(' ', ''))).toEqual(['—1—', '—2—']);
      expect(second?.[0]?.trim()).toHaveLength(28);
    },
  );
});
