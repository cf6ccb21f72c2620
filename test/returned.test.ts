import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const FIXTURES = path.join(ROOT, 'fixtures/marked');
const cwd = mkdtempSync(path.join(tmpdir(), 'returned-'));
const TELEPHONE = '13800138000';

function check(file: string, ...args: string[]) {
  return jianfu(['check', file, '--policy', 'hohhot', ...args], { cwd });
}

/** What a submitter does: mends a number, spoils a text, and answers in the sheet of results. */
async function answered(bytes: Buffer): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes);
  const change = async (part: string, by: (xml: string) => string) => {
    const xml = (await zip.file(part)?.async('string')) ?? '';
    const made = by(xml);
    expect(made).not.toBe(xml);
    zip.file(part, made);
  };
  const written = (cell: string, text: string) => (xml: string) =>
    xml.replace(
      new RegExp(`<c r="${cell}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`),
      (_, style: string | undefined) =>
        `<c r="${cell}"${style ?? ''} t="inlineStr"><is><t>${text}</t></is></c>`,
    );
  await change('xl/worksheets/sheet2.xml', (xml) =>
    written('B5', '协助做好公共 卫生工作')(xml.replace(/(<c r="A6"[^>]*><v>)5</, '$14<')),
  );
  const sheet = 'xl/worksheets/jianfu1.xml';
  await change(sheet, written('G4', '有异议'));
  await change(sheet, written('H4', `区里另有清单，电话 ${TELEPHONE}`));
  await change(sheet, written('G6', '已改'));
  await change(sheet, written('G8', '说明'));
  return await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function resultsOf(file: string): string[][] {
  const book = XLSX.read(readFileSync(path.join(cwd, file)));
  const sheet = book.Sheets['校验结果（jianfu）'] as XLSX.WorkSheet;
  return XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' });
}

interface Report {
  readonly inputs: { returned?: { key: string; reply: string | null; note: string }[] }[];
  readonly findings: { rule: string; fingerprint: string }[];
}

const NAME = '清单（修改版2）.xlsx';

describe('a marked copy that comes back', () => {
  let told: string;
  let report: Report;

  beforeAll(async () => {
    writeFileSync(path.join(cwd, 'rich.xlsx'), readFileSync(path.join(FIXTURES, 'rich.xlsx')));
    check('rich.xlsx', '--out', 'marked=m');
    writeFileSync(path.join(cwd, NAME), await answered(readFileSync(path.join(cwd, 'm/rich.xlsx'))));
    const out = [
      '--out',
      'table',
      '--out',
      'json=r.json',
      '--out',
      'marked=m2',
      '--propose-waivers',
      'w.yaml',
    ];
    const { stdout, stderr } = check(NAME, ...out);
    told = stdout + stderr;
    report = JSON.parse(readFileSync(path.join(cwd, 'r.json'), 'utf8'));
  });

  it('is told by file: what is fixed, open and new, though the name is another', () => {
    expect(told).toContain('与上次校验结果相比');
    expect(told).toMatch(/\n +1 +4 +1 +1 +2 +清单（修改版2）\.xlsx/);
    expect(report.inputs[0]?.returned).toHaveLength(5);
  });

  it('is told finding by finding in the next sheet of results, with the replies', () => {
    const rows = resultsOf(`m2/${NAME}`);
    expect(rows[2]?.slice(0, 10)).toEqual([
      ...['序号', '位置', '级别', '上次之后', '问题', '依据', '怎么改', '回复', '回复说明', '编号'],
    ]);
    const told = rows.slice(3).map((row) => [row[1], row[3], row[7]].join(' '));
    expect(told).toEqual([
      '协助清单!A1 未改 有异议',
      '协助清单!E2 未改 ',
      '协助清单!B3 未改 已改',
      '协助清单!B5 新增 ',
      '协助清单!B6 未改 说明',
      '协助清单!A6 已改 ',
    ]);
    expect(String(rows[1]?.[0])).toContain('已改 1 条（列在最后），未改 4 条，新增 1 条');
  });

  it('proposes waivers of objections and explanations, which let nothing stand until they are approved', () => {
    const list = readFileSync(path.join(cwd, 'w.yaml'), 'utf8');
    expect(told).toContain('加上待批的豁免 2 条');
    expect(list.match(/fingerprint:/g)).toHaveLength(2);
    expect(list).toContain('有异议: 区里另有清单');
    expect(list).toContain('说明: 没有写明理由');
    expect(list).not.toContain('approver');
    expect(list).not.toContain(TELEPHONE);
    const { stdout } = check(NAME, '--waivers', 'w.yaml');
    expect(stdout).toContain('已豁免 0 条；过期 0，待批 2');
    check(NAME, '--propose-waivers', 'w.yaml');
    expect(readFileSync(path.join(cwd, 'w.yaml'), 'utf8')).toBe(list);
  });

  it('what is waived is not fixed', () => {
    const list = readFileSync(path.join(cwd, 'w.yaml'), 'utf8');
    writeFileSync(
      path.join(cwd, 'ok.yaml'),
      list.replaceAll(/( +)reason:/g, '$1approver: 民政局\n$1reason:'),
    );
    const { stdout } = check(NAME, '--waivers', 'ok.yaml');
    expect(stdout).toContain('已豁免 2 条');
    expect(stdout).toMatch(/\n +1 +2 +1 +1 +0 +清单（修改版2）\.xlsx/);
  });

  it('masks what a reason says of people, and says nothing of it without values', () => {
    expect(report.inputs[0]?.returned?.[0]?.note).toMatch(/^区里另有清单，电话 (?!13800138000)/);
    check(NAME, '--no-values', '--out', 'json=none.json');
    const bare: Report = JSON.parse(readFileSync(path.join(cwd, 'none.json'), 'utf8'));
    expect(bare.inputs[0]?.returned?.map(({ note }) => note).join('')).toBe('');
  });

  it('a third round begins from the second: what was fixed then is not told again', () => {
    writeFileSync(path.join(cwd, '三.xlsx'), readFileSync(path.join(cwd, 'm2', NAME)));
    expect(check('三.xlsx').stdout).toMatch(/\n +0 +5 +0 +1 +2 +三\.xlsx/);
  });

  it('is known when LibreOffice has saved it', () => {
    writeFileSync(
      path.join(cwd, 'saved.xlsx'),
      readFileSync(path.join(FIXTURES, 'saved-by-libreoffice.xlsx')),
    );
    expect(check('saved.xlsx').stdout).toMatch(/\n +0 +5 +0 +0 +0 +saved\.xlsx/);
    expect(check('saved.xlsx', '--lang', 'en').stdout).toContain('Since the workbooks were sent back');
  });
});
