import { describe, expect, it } from 'vitest';
import { readCsv } from '../src/read/csv.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';

function rows(text: string): (readonly unknown[])[] {
  return [...(readCsv(Buffer.from(text), '清单', DEFAULT_LIMITS).sheets[0]?.rows() ?? [])].map(
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
      [...(readCsv(Buffer.from('\n\n甲\n'), 'x', DEFAULT_LIMITS).sheets[0]?.rows() ?? [])].at(-1),
    ).toMatchObject({
      number: 3,
      cells: ['甲'],
    });
  });
});
