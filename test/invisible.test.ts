import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/model/run.ts';
import { readCsv } from '../src/read/csv.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { readRecords } from '../src/records/records.ts';
import { RULES } from '../src/rules/index.ts';
import { runFileRules } from '../src/rules/runner.ts';
import { findTables } from '../src/tables/tables.ts';
import { readInput } from './support/fixture.ts';
import { policyOf } from './support/policy.ts';

const policy = await policyOf('base');
const rules = RULES.filter(({ id }) => id === 'cell-invisible-character');

function findingsIn(text: string): readonly Finding[] {
  const workbook = readCsv(Buffer.from(text), '清单', { limits: DEFAULT_LIMITS });
  const tables = findTables('清单.csv', workbook, policy.vocabulary);
  return runFileRules(rules, readInput('清单.csv', workbook), readRecords(tables), policy).findings;
}

const listWith = (item: string) => `序号,事项名称,主管部门\n1,${item},公安局\n2,协助做好优抚工作,民政局\n`;

describe('every character of the Unicode categories', () => {
  const all = Array.from({ length: 0x110000 }, (_, point) => point).filter(
    (point) => point < 0xd800 || point > 0xdfff,
  );
  const ofCategory = (category: string) => {
    const pattern = new RegExp(`\\p{${category}}`, 'u');
    return all.filter((point) => pattern.test(String.fromCodePoint(point)));
  };
  const shown = (point: number) => `<U+${point.toString(16).toUpperCase().padStart(4, '0')}>`;

  it.each(['Cf', 'Cc', 'Zl', 'Zp'])(
    '%s is found by name and place, but for tab and line ends',
    (category) => {
      const missed = ofCategory(category)
        .filter((point) => !'\t\n\r'.includes(String.fromCodePoint(point)))
        .filter((point) => {
          const [finding] = findingsIn(listWith(`协助${String.fromCodePoint(point)}维护`));
          const { text, positions } = finding?.message.args ?? {};
          return text !== `协助${shown(point)}维护` || positions !== '3';
        });
      expect(missed.map(shown)).toEqual([]);
    },
  );

  it('Zs is a blank, which another rule tells', () => {
    expect(
      ofCategory('Zs').filter(
        (point) => findingsIn(listWith(`协助${String.fromCodePoint(point)}维护`)).length > 0,
      ),
    ).toEqual([]);
  });
});

describe('a second byte order mark', () => {
  it.each([
    ['before a title', '\ufeff\ufeff社区依法协助政府工作事项清单,,\n', 'A1'],
    ['before a header', '\ufeff\ufeff', 'A1'],
  ])('%s is told where it stands', (_, before, a1) => {
    const [finding, ...more] = findingsIn(before + listWith('协助维护社会治安'));
    expect(finding?.origins[0]?.a1).toBe(a1);
    expect(finding?.message.args.text).toMatch(/^<U\+FEFF>/);
    expect(more).toEqual([]);
  });

  it('the first is none', () => {
    expect(findingsIn(`\ufeff${listWith('协助维护社会治安')}`)).toEqual([]);
  });
});
