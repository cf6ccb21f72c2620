import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import type { PolicyPack } from '../src/model/policy.ts';
import { readWorkbook } from '../src/read/read.ts';
import { findTables } from '../src/tables/tables.ts';
import { templateOf } from '../src/transform/template.ts';
import { toForm } from '../src/write/form.ts';
import { policyOf } from './support/policy.ts';
import { jianfu } from './support/run.ts';

const PACKS = ['hohhot', 'xuhui', 'changning', 'chengdong', 'beijing', 'shanghai'];

function formOf(kind: PolicyPack['vocabulary']['kinds'][number], policy: PolicyPack) {
  const { columns } = templateOf(kind, policy);
  return toForm({
    name: kind.label['zh-CN'],
    columns: columns.map((column) => ({
      ...column,
      choices: column.choices?.values ?? [],
      prompt: column.header,
      refusal: column.header,
    })),
    guide: { name: '填写说明', headers: ['列', '怎么填'], rows: columns.map(({ header }) => [header, '…']) },
    choicesName: '选项',
  });
}

describe.each(PACKS)('the blank forms of %s', (id) => {
  let policy: PolicyPack;
  beforeAll(async () => {
    policy = await policyOf(id);
  }, 60_000);

  it('are read back as what they are: the kind, and every column as its own field', async () => {
    for (const kind of policy.vocabulary.kinds) {
      const workbook = await readWorkbook(await formOf(kind, policy), `${kind.id}.xlsx`);
      const [table] = findTables('form.xlsx', workbook, policy.vocabulary).tables;
      expect(table?.kind, kind.id).toBe(kind.id);
      expect(
        table?.columns.map(({ field }) => field),
        kind.id,
      ).toEqual(kind.fields.map((field) => field.id));
    }
  });
});

describe('jianfu template', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'template-'));
  const make = (kind: string, ...more: string[]) => {
    const file = path.join(folder, `${kind}-${more.join('')}.xlsx`);
    return { file, ...jianfu(['template', kind, '-o', file, ...more]) };
  };

  it('takes choices, norms and lengths out of the pack, with the clause', async () => {
    const { code, file, stderr } = make('post', '--policy', 'xuhui');
    expect([code, stderr.split('：')[0]]).toEqual([0, `已写出 ${file}`]);
    const policy = await policyOf('xuhui');
    const kind = policy.vocabulary.kinds.find((one) => one.id === 'post');
    const category = kind && templateOf(kind, policy).columns.find(({ field }) => field === 'staffCategory');
    const names = policy.catalogues.get('staff.categories')?.entries.map(({ name }) => name);
    expect(category?.choices?.values).toEqual(names);
    expect(names?.length).toBe(4);
    const book = XLSX.read(readFileSync(file));
    expect(book.SheetNames).toEqual(['岗位额度', '填写说明', '选项']);
    const listed = XLSX.utils.sheet_to_json<string[]>(book.Sheets.选项 as XLSX.WorkSheet, { header: 1 });
    expect(listed.slice(1).map(([name]) => name)).toEqual(names);
  });

  it('a number outside the norm is asked about, never refused; a code of another length is', () => {
    const { file } = make('community', '--policy', 'hohhot');
    const sheet = XLSX.read(readFileSync(file), { bookFiles: true }) as unknown as {
      files: Record<string, { content: Buffer }>;
    };
    const xml = String(sheet.files['xl/worksheets/sheet1.xml']?.content);
    const rules = [...xml.matchAll(/<dataValidation [^>]*>/g)].map(([rule]) => rule);
    const ruleFor = (title: string) => rules.find((rule) => rule.includes(`promptTitle="${title}"`));
    expect(ruleFor('常住户数')).toContain('errorStyle="warning"');
    expect(ruleFor('社区代码')).toMatch(/textLength.*operator="equal"/);
    expect(ruleFor('社区代码')).not.toContain('errorStyle');
  });

  it('the same form is the same file, and nothing is written over', () => {
    const first = make('grid');
    const bytes = readFileSync(first.file);
    const again = make('grid');
    expect(again.code).toBe(2);
    expect(readFileSync(first.file).equals(bytes)).toBe(true);
    expect(make('grid', '--policy', 'national').code).toBe(0);
    expect(readFileSync(path.join(folder, 'grid---policynational.xlsx')).equals(bytes)).toBe(true);
  });

  it.each([
    [['template', 'comunity', '-o', 'x.xlsx'], 'community'],
    [['template', 'community', '-o', 'x.csv'], '.xlsx'],
    [['template', 'community'], '-o'],
  ])('%j ends with 2 and says what to write', (args, told) => {
    const { code, stderr } = jianfu(args, { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain(told);
    expect(existsSync(path.join(folder, 'x.xlsx'))).toBe(false);
  });
});
