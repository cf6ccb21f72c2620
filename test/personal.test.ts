import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskName, maskPersonal, personalNumbers } from '../src/model/personal.ts';
import { NO_CELL_ARGUMENTS } from '../src/rules/cell-arguments.ts';
import { METHOD_MESSAGES, RULES } from '../src/rules/index.ts';
import { jianfu } from './support/run.ts';

/** Made up; their check characters are right. */
const [IDENTITY, OTHER] = ['150102198001010014', '150102197506150026'];
const MOBILE = '13800138000';

describe('personal numbers', () => {
  it('are told by length, day and check character', () => {
    expect(personalNumbers(`身份证${IDENTITY}，电话${MOBILE}`)).toEqual({
      identities: [IDENTITY],
      mobiles: [MOBILE],
    });
    expect(personalNumbers('１５０１０２１９８００１０１００１４').identities).toEqual([IDENTITY]);
  });

  it.each([
    ['a wrong check character', '150102198001010015'],
    ['a day that does not exist', '150102198002300011'],
    ['a longer code', `9${IDENTITY}`],
    ['a landline', '0471-4600000'],
    ['eleven digits of another kind', '23800138000'],
    ['a mobile number inside a code', `150${MOBILE}`],
  ])('%s is none', (_, text) => {
    expect(personalNumbers(text)).toEqual({ identities: [], mobiles: [] });
    expect(maskPersonal(text)).toBe(text);
  });

  it('are masked wherever they stand, and nothing else changes', () => {
    expect(maskPersonal(`王某${IDENTITY}，${MOBILE}。`)).toBe('王某150102********0014，138****8000。');
    expect(maskName('王小明')).toBe('王**');
    expect(maskName('李')).toBe('李*');
  });

  it('a masked text holds none any more, and masking it again changes nothing', () => {
    const word = fc.constantFrom(IDENTITY, OTHER, MOBILE, '社区', '，', ' ', '12', 'X', '150102001001');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const masked = maskPersonal(words.join(''));
        expect(personalNumbers(masked)).toEqual({ identities: [], mobiles: [] });
        expect(maskPersonal(masked)).toBe(masked);
      }),
      { numRuns: 2000, seed: 20_261_125 },
    );
  });
});

/** Arguments that say what stands in a cell, or a number made of it. */
const QUOTING = new Set(
  `about after before code computed denominator exception expected formula found from gap high households implied
  iso items low name names nearest number numerator other otherName others otherwise parts phrase ratio residents rest shown
  subdistrict taken text to value values verb word`.split(/\s+/),
);

describe('reports', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'personal-'));
  const file = path.join(folder, '协助清单.csv');
  // The second item says a number with a blank in it, so that a finding quotes the cell.
  writeFileSync(
    file,
    [
      '社区依法协助政府工作事项清单',
      '序号,事项名称,主管部门,户主姓名,备注',
      `1,协助维护社会治安，联系人 ${MOBILE},公安局,王小明,${IDENTITY}`,
      `2,协助 走访王小明家,民政局,王小明,王小明 ${OTHER}`,
    ].join('\n'),
  );
  const outputs = (...more: string[]) =>
    [
      ['check', file, '--out', 'json', ...more],
      ['check', file, ...more],
      ['check', file, '--lang', 'en', ...more],
    ].map((args) => jianfu(args).stdout);

  it('hold no identity number, no mobile number and no resident, though findings quote the cells', () => {
    const all = [...outputs(), jianfu(['tables', file]).stdout];
    const [json = ''] = all;
    expect(json).toContain('personal-data');
    expect(json).toContain('cell-inner-space');
    expect(json).toContain('王**');
    for (const number of [IDENTITY, OTHER, MOBILE])
      for (const text of all) expect(text).not.toContain(number);
    for (const text of outputs()) expect(text).not.toContain('王小明');
  });

  it('--no-values: nothing that stands in a cell of the table', () => {
    for (const text of outputs('--no-values')) {
      expect(text).toContain('personal-data');
      // The vocabulary at the end of the JSON is the pack's.
      const own = text.split('"terms"')[0];
      for (const cell of ['维护社会治安', '公安局', '走访', '王', '0014', '8000'])
        expect(own).not.toContain(cell);
    }
  });

  it('every argument of a sentence is known either to quote cells or not to', () => {
    const used = [
      ...RULES.flatMap(({ messages }) => Object.values(messages)),
      ...Object.values(METHOD_MESSAGES),
    ];
    const names = new Set(
      used.flatMap((text) => [...text.en.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? '')),
    );
    const unknown = [...names].filter((name) => !NO_CELL_ARGUMENTS.has(name) && !QUOTING.has(name));
    expect(unknown).toEqual([]);
    expect([...QUOTING].filter((name) => NO_CELL_ARGUMENTS.has(name))).toEqual([]);
  });
});
