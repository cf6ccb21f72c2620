import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../scripts/city/gb18030.ts';
import { readCsv, scanCsv } from '../src/read/csv.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { jianfu } from './support/run.ts';

function rows(text: string): (readonly unknown[])[] {
  return [...(readCsv(Buffer.from(text), '清单', { limits: DEFAULT_LIMITS }).sheets[0]?.rows() ?? [])].map(
    ({ cells }) => cells,
  );
}

describe('CSV as people leave it', () => {
  it.each<[string, string, unknown[][]]>([
    [
      'all three line ends in one file',
      '甲,乙\r\n1,a\n2,b\r3,"c\nd"\n',
      [
        ['甲', '乙'],
        ['1', 'a'],
        ['2', 'b'],
        ['3', 'c\nd'],
      ],
    ],
    ['a quotation in the middle of a cell', '1,协助做好"社区矫正"工作\n', [['1', '协助做好"社区矫正"工作']]],
    ['="…" around a code', '="150102001001",a\n', [['150102001001', 'a']]],
    ['an end mark of an old program', '甲,乙\n1,a\n\u001a', [['甲', '乙'], ['1', 'a'], [undefined]]],
    [
      'semicolons',
      '甲;乙\n1;a,b\n',
      [
        ['甲', '乙'],
        ['1', 'a,b'],
      ],
    ],
    [
      'tabs',
      '甲\t乙\n1\ta\n',
      [
        ['甲', '乙'],
        ['1', 'a'],
      ],
    ],
    [
      'Chinese commas',
      '甲，乙\n1，a\n',
      [
        ['甲', '乙'],
        ['1', 'a'],
      ],
    ],
    ['ragged rows', '甲,乙\n1\n2,b,c\n', [['甲', '乙'], ['1'], ['2', 'b', 'c']]],
    ['codes keep their digits', '00123,1E5\n', [['00123', '1E5']]],
  ])('%s', (_, text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  it('keeps blank lines, so that a row has the number a spreadsheet shows', () => {
    expect(
      [...(readCsv(Buffer.from('\n\n甲\n'), 'x', { limits: DEFAULT_LIMITS }).sheets[0]?.rows() ?? [])].at(-1),
    ).toMatchObject({
      number: 3,
      cells: ['甲'],
    });
  });
});

describe('what is known of a text file', () => {
  const read = (content: string | Buffer, encoding: 'big5' | null = null) =>
    readCsv(Buffer.from(content as string), '清单', { limits: DEFAULT_LIMITS, encoding });

  it.each<[string, string | Buffer, string, string, string]>([
    ['UTF-8', '甲,乙\n', 'utf-8', 'valid', ','],
    ['UTF-8 with mark', '\ufeff甲,乙\n', 'utf-8', 'mark', ','],
    ['GB18030', Buffer.from('bcd72cd2d20a', 'hex'), 'gb18030', 'not-utf-8', ','],
    ['UTF-16 without mark', Buffer.from('序号\t事项\n1\t一\n', 'utf16le'), 'utf-16le', 'pattern', '\t'],
    ['a separator line', 'sep=;\n甲;乙,丙\n', 'utf-8', 'valid', ';'],
    [
      'a text in commas with semicolons in its cells',
      '甲,乙,丙\n1,a;b;c;d,2\n3,e;f;g;h,4\n',
      'utf-8',
      'valid',
      ',',
    ],
    [
      'semicolons and line ends in quotations',
      '"序号","事项名称"\n"",";","\r\n;社\r\n;区"\n',
      'utf-8',
      'valid',
      ',',
    ],
    ['tabs in quotations', '"序号","事项名称"\n"","\t","\r\n\t社\r\n\t区"\n', 'utf-8', 'valid', ','],
    ['words behind a quotation', '序号,名称\n1,"一村一顾问"工作;甲\n2,乙\n3,丙\n', 'utf-8', 'valid', ','],
    ['Chinese commas in sentences', '甲,乙\n1,一，二，三\n2,四，五，六\n', 'utf-8', 'valid', ','],
  ])('%s', (_, content, encoding, encodingFrom, delimiter) => {
    expect(read(content)).toMatchObject({ encoding, text: { encodingFrom, delimiter } });
  });

  it('reads Big5 when it is named, and says so', () => {
    const workbook = read(Buffer.from('aac0b0cf2ca4e1a4e10a', 'hex'), 'big5');
    expect([...(workbook.sheets[0]?.rows() ?? [])][0]?.cells).toEqual(['社區', '戶戶']);
    expect(workbook).toMatchObject({ encoding: 'big5', text: { encodingFrom: 'named' } });
  });

  it('lines run ahead of rows after a line break in a cell, and after a separator line', () => {
    expect(read('甲,乙\n1,"a\nb"\n2,c\n3,"d\r\ne"\n4,f\n').text?.lines).toEqual([
      { row: 3, line: 4 },
      { row: 5, line: 7 },
    ]);
    expect(read('sep=,\n甲,乙\n1,a\n').text?.lines).toEqual([{ row: 1, line: 2 }]);
    expect(read('甲,乙\n\n1,a\n').text?.lines).toEqual([]);
  });

  it('keeps a stray NUL in its cell, to be told', () => {
    expect(rows(`${'序号,名称\n'.repeat(20)}1,协\0助\n`).at(-1)).toEqual(['1', '协\0助']);
  });

  it('holds rows and cells to their limits', () => {
    const limits = { ...DEFAULT_LIMITS, rows: 2 };
    const refusal = expect.objectContaining({
      args: expect.objectContaining({ limit: 'rows', found: '3', where: '4' }),
    });
    expect(() => readCsv(Buffer.from('"a\n"\n\n\n\n'), 'x', { limits })).toThrow(refusal);
    // Line ends inside a cell are no rows.
    expect(() => readCsv(Buffer.from('"a\n\n\n"\nb\n'), 'x', { limits })).not.toThrow();
    expect(() => readCsv(Buffer.from('a\nb\nc\n'), 'x', { limits })).toThrow(
      expect.objectContaining({ args: expect.objectContaining({ limit: 'rows', found: '3' }) }),
    );
    expect(() =>
      readCsv(Buffer.from('a,b\nc,d\n'), 'x', { limits: { ...DEFAULT_LIMITS, cells: 3 } }),
    ).toThrow(expect.objectContaining({ args: expect.objectContaining({ limit: 'cells', found: '4' }) }));
  });

  it('gives the same in pieces of three bytes', () => {
    const bytes = Buffer.from('\ufeff序号,名称\r\n1,"协助\r\n调解"\r\n2,𠀀\r\n');
    const facts = (chunkBytes?: number) => {
      const found: unknown[] = [];
      const options = { limits: DEFAULT_LIMITS, ...(chunkBytes === undefined ? {} : { chunkBytes }) };
      const { text } = scanCsv(bytes, options, (row) => found.push(row));
      return { rows: found, lines: text.lines };
    };
    expect(facts(3)).toEqual(facts());
  });
});

describe('the real program', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'csv-'));
  const write = (name: string, content: string | Buffer) => writeFileSync(path.join(folder, name), content);
  const LIST =
    '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n1,"协助维护\n社会治安",公安局\n3,协助做好禁毒防范,公安局\n';

  it('names row and physical line where they differ', () => {
    write('清单.csv', LIST);
    const args = ['check', path.join(folder, '清单.csv')];
    const { findings } = JSON.parse(jianfu([...args, '--out', 'json']).stdout);
    const gap = findings.find(({ rule }: { rule: string }) => rule === 'serial-gap');
    expect(gap.origins[0]).toMatchObject({ a1: 'A4', row: 4, line: 5 });
    const blank = findings.find(({ rule }: { rule: string }) => rule === 'cell-inner-space');
    expect(blank.origins[0]).toMatchObject({ a1: 'B3', row: 3 });
    expect(blank.origins[0]).not.toHaveProperty('line');
    expect(jianfu(args).stdout).toContain('文本第 5 行');
  });

  it('says in tables which encoding was taken and why', () => {
    write('国标.csv', encodeGb18030(LIST));
    expect(jianfu(['tables', path.join(folder, '国标.csv')]).stdout).toContain(
      '文字编码 GB18030（不是 UTF-8，按此全文读通），分隔符 “,”',
    );
  });

  it('takes --encoding at its word, and says where it does not hold', () => {
    write('国标.csv', encodeGb18030(LIST));
    const named = jianfu(['tables', path.join(folder, '国标.csv'), '--encoding', 'gbk']).stdout;
    expect(named).toContain('GB18030（由 --encoding 指定）');
    const { findings } = JSON.parse(
      jianfu(['check', path.join(folder, '国标.csv'), '--encoding', 'utf-8', '--out', 'json']).stdout,
    );
    expect(findings[0]).toMatchObject({
      rule: 'file-unreadable',
      message: { id: 'encoding', args: { encoding: 'UTF-8', line: 1 } },
    });
  });

  it('refuses an encoding it does not know, with the word probably meant', () => {
    const { code, stderr } = jianfu(['check', folder, '--encoding', 'gbkk', '--lang', 'en']);
    expect(code).toBe(2);
    expect(stderr).toContain('gbk');
  });
});
