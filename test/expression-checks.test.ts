import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { jianfu } from './support/run.ts';

const PACK = "id: draft\ntitle: {zh-CN: 草案, en: Draft}\nreviewed: '2026-01-01'\nextends: [national]\n";
const CITATIONS = 'citations:\n  - {id: c1, title: 某市办法, source: 原文}\n';
const PARAMETERS =
  "parameters:\n  - {id: size.max, unit: 户, values: [{from: '2020-01-01', value: 3000, citation: c1}]}\n  - {id: days.max, unit: 工作日, values: [{from: '2020-01-01', value: 5, citation: c1}]}\n  - {id: size.old, unit: 户, values: [{from: '2020-01-01', to: '2020-12-31', value: 1, citation: c1}]}\n";

const head = (id: string) =>
  `  - id: ${id}\n    title: {zh-CN: 试查, en: A trial}\n    severity: error\n    modality: must\n    citations: [c1]\n`;

const CHECKS = `checks:
${head('size')}    method: expression
    of: community
    where: row.name != "免查社区"
    holds: row.households <= param("size.max") || row.load
    says: {zh-CN: 应当如此, en: so it is}
${head('decided')}    method: expression
    of: admission
    holds: workdays(row.appliedOn, row.decidedOn) <= param("days.max")
    says: {zh-CN: 应当如此, en: so it is}
${head('names')}    method: expression
    of: community
    scope: table
    holds: rows.all(r, rows.exists_one(s, s.name == r.name))
    says: {zh-CN: 应当如此, en: so it is}
${head('total')}    method: expression
    of: [community]
    scope: city
    holds: sum(community.map(c, c.households)) <= 9000
    says: {zh-CN: 应当如此, en: so it is}
${head('range-where')}    method: range
    of: community
    where: row.name.endsWith("社区")
    field: households
    max: size.max
${head('old')}    method: expression
    of: community
    holds: row.households > param("size.old")
    says: {zh-CN: 应当如此, en: so it is}
`;

const ROSTER = `社区名称,常住户数,管理负荷
甲社区,3200,正常
乙社区,3200,过重
丙社区,约3200,正常
丁社区,2000,
免查社区,9999,正常
戊村,4000,
`;
const ADMISSIONS = `申请事项,申请日期,审批日期,审批结果
入户调查,2026-02-13,2026-02-24,同意
志愿服务,2026-03-02,2026-03-20,同意
宣传,2026-12-28,2027-01-05,同意
`;

function draft(checks: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'checks-'));
  const files = {
    'pack.yaml': PACK,
    'citations.yaml': CITATIONS,
    'parameters.yaml': PARAMETERS,
    'checks.yaml': checks,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  mkdirSync(path.join(folder, '报送'));
  writeFileSync(path.join(folder, '报送/社区.csv'), ROSTER);
  writeFileSync(path.join(folder, '报送/准入.csv'), ADMISSIONS);
  return folder;
}

interface Found {
  readonly findings: readonly {
    rule: string;
    message: { id: string; args: Record<string, unknown> };
    text: string;
    origins: readonly { a1: string }[];
  }[];
  readonly skips: readonly {
    rule: string;
    reason: { id: string; args: Record<string, unknown> };
    origin: { a1: string } | null;
  }[];
  readonly rules: readonly { id: string; state: string }[];
}

describe('checks that packs write as expressions', () => {
  let found: Found;
  beforeAll(() => {
    const folder = draft(CHECKS);
    const { stdout, stderr } = jianfu([
      'check',
      path.join(folder, '报送'),
      '--policy',
      folder,
      '--out',
      'json',
    ]);
    expect(stderr).toBe('');
    found = JSON.parse(stdout) as Found;
  });

  const at = (rule: string) =>
    found.findings.filter((one) => one.rule === rule).map(({ origins }) => origins[0]?.a1);
  const skipped = (rule: string) =>
    found.skips
      .filter((one) => one.rule === rule)
      .map(
        ({ reason, origin }) =>
          `${reason.id} ${JSON.stringify(Object.values(reason.args))} ${origin?.a1 ?? '-'}`,
      );
  const state = (rule: string) => found.rules.find(({ id }) => id === rule)?.state;

  it('a row that breaks the condition is found at its cell; one that cannot be told is listed', () => {
    expect(at('size')).toEqual(['B2']);
    expect(found.findings.find(({ rule }) => rule === 'size')?.text).toContain(
      '甲社区：不符合“应当如此”（常住户数 3200，管理负荷 正常）',
    );
    // 约3200 may be more or less; 戊村 has more and says nothing of its load. 丁社区 is small, so its load does not matter.
    expect(skipped('size')).toEqual(['cell-missing ["households"] B4', 'cell-missing ["load"] C7']);
  });

  it('working days are counted by the calendar of the pack, and are not known beyond it', () => {
    expect(at('decided')).toEqual(['B3']);
    expect(skipped('decided')).toEqual(['year-missing ["2027"] A1']);
  });

  it('a table and a city are looked at as a whole', () => {
    expect(at('names')).toEqual([]);
    expect(state('names')).toBe('passed');
    expect(at('total')).toEqual([]);
    expect(skipped('total')).toEqual(['cell-missing ["households"] -']);
    expect(state('total')).toBe('skipped');
  });

  it('where narrows any method', () => {
    expect(at('range-where')).toEqual(['B2', 'B3', 'B4', 'B6']);
  });

  it('a parameter without value on the day is told once for the table', () => {
    expect(skipped('old')).toEqual(['parameter-missing ["size.old"] A1', 'cell-missing ["households"] B4']);
    expect(state('old')).toBe('skipped');
  });
});

describe('a condition that the source leaves open in part', () => {
  const SAYS = '    says: {zh-CN: 不超过3000户, en: 3000 households at most}\n';
  const doubt = (condition: string) =>
    `    doubt: {if: '${condition}', says: {zh-CN: 条文写“左右”, en: the clause says “about”}}\n`;
  const run = (lines: string, lang = 'zh-CN') => {
    const folder = draft(`checks:\n${head('x')}    method: expression\n    of: community\n${lines}`);
    const args = [
      'check',
      path.join(folder, '报送/社区.csv'),
      '--policy',
      folder,
      '--out',
      'json',
      '--lang',
      lang,
    ];
    const { findings } = JSON.parse(jianfu(args).stdout);
    return findings.filter(({ rule }: { rule: string }) => rule === 'x');
  };
  const outcomes = (lines: string) =>
    run(lines).map(
      ({
        origins: [origin],
        outcome,
        message,
      }: {
        origins: { a1: string }[];
        outcome: string;
        message: { id: string };
      }) => `${origin?.a1} ${outcome} ${message.id}`,
    );

  it('is undetermined where the doubt is true, and a breach where it is not', () => {
    const holds = `    holds: row.households <= 3000\n${SAYS}`;
    expect(outcomes(holds)).toEqual([
      'B2 breach expression.row',
      'B3 breach expression.row',
      'B6 breach expression.row',
      'B7 breach expression.row',
    ]);
    expect(outcomes(`${holds}${doubt('row.households <= 3500')}`)).toEqual([
      'B2 undetermined expression.row-open',
      'B3 undetermined expression.row-open',
      'B6 breach expression.row',
      'B7 breach expression.row',
    ]);
  });

  it('is undetermined where the row does not say whether there is a doubt', () => {
    const lines = `    holds: row.households <= 3000\n${SAYS}${doubt('row.load')}`;
    // 甲 says no, 乙 yes, 免查 no, 戊 nothing.
    expect(outcomes(lines)).toEqual([
      'B2 breach expression.row',
      'B3 undetermined expression.row-open',
      'B6 breach expression.row',
      'B7 undetermined expression.row-open',
    ]);
  });

  it('reaches over a table and over all tables', () => {
    const table = `    scope: table\n    holds: rows.all(r, r.name != "甲社区")\n${SAYS}`;
    expect(outcomes(table)).toEqual(['A1 breach expression.table']);
    expect(outcomes(`${table}${doubt('rows.size() > 3')}`)).toEqual([
      'A1 undetermined expression.table-open',
    ]);
    const city = table.replace('scope: table', 'scope: city').replace('rows.all', 'community.all');
    expect(outcomes(`${city}${doubt('community.size() > 3')}`)).toEqual([
      'A2 undetermined expression.city-open',
    ]);
    expect(outcomes(`${city}${doubt('community.exists(c, c.households > 99999)')}`)).toEqual([
      'A2 undetermined expression.city-open',
    ]);
  });

  it('is told in both languages, with the reason', () => {
    const lines = `    holds: row.households <= 3000\n${SAYS}${doubt('row.households <= 3500')}`;
    expect(run(lines)[0].text).toContain(
      '甲社区：不符合“不超过3000户”（常住户数 3200）；条文写“左右”，是否违反定不了。',
    );
    expect(run(lines, 'en')[0].text).toContain(
      'it does not hold that 3000 households at most (常住户数 3200); the clause says “about”, so whether this is a breach cannot be told.',
    );
  });

  it('must be put in words', () => {
    for (const lines of [
      '    holds: row.households <= 3000\n',
      `    holds: row.households <= 3000\n${SAYS}    doubt: {if: 'true'}\n`,
    ]) {
      const folder = draft(`checks:\n${head('x')}    method: expression\n    of: community\n${lines}`);
      const { code, stderr } = jianfu(['check', path.join(folder, '报送'), '--policy', folder]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/checks\.yaml:\d+:\d+\n/);
      expect(stderr).toContain('这个条件没有用话说明');
      expect(stderr).toContain('says:\n    zh-CN: 常住户数不超过设置标准');
    }
    const folder = draft(
      `checks:\n${head('x')}    method: expression\n    of: community\n    holds: row.households <= 3000\n${SAYS}${doubt('row.househols > 1')}`,
    );
    const { stderr } = jianfu(['check', path.join(folder, '报送'), '--policy', folder]);
    expect(stderr).toContain('checks.yaml:11:22\n');
    expect(stderr).toContain('没有字段“househols”');
  });
});

describe('a mistake in an expression of a pack', () => {
  const one = (lines: string) =>
    `checks:\n${head('x')}    method: expression\n    of: community\n${lines}    says: {zh-CN: 应当如此, en: so it is}\n`;
  it.each([
    [
      '    holds: row.househols > 3\n',
      '9:16',
      '没有字段“househols”。您是不是想写“households”？',
      'row.househols > 3\n  |     ^',
    ],
    [
      '    where: row.name == "a" && row.nam == "b"\n    holds: row.households > 3\n',
      '9:35',
      '没有字段“nam”',
      '^',
    ],
    ["    holds: 'row.name == ''甲'' && row.nam == \"b\"'\n", '9:38', '没有字段“nam”', '^'],
    [
      '    holds: |\n      row.households > 3 &&\n        row.residents = 4\n',
      '11:23',
      '“=”。您是不是想写 ==',
      'row.residents = 4\n  |                 ^',
    ],
    [
      '    holds: >-\n      row.households > 3 &&\n\n      row.name.matches("社(?=区)")\n',
      '12:26',
      '“(?=”不能用',
      '^',
    ],
    ['    holds: row.households > 3 && (row.residents > 4\n', '9:52', '到此没有写完', '^'],
    ['    holds: row.households\n', '9:12', '应当得出是或否', '^'],
    ['    holds: row.residents / row.households > 2\n', '9:12', 'double(…)', '^'],
    [
      '    holds: row.households > param("size.mx")\n',
      '9:35',
      '没有参数“size.mx”。您是不是想写“size.max”？',
      '^',
    ],
    ['    scope: city\n    holds: staff.size() > 3\n', '10:12', '没有“staff”', '^'],
  ])('%s', (lines, place, sentence, mark) => {
    const folder = draft(one(lines));
    const { code, stdout, stderr } = jianfu(['check', path.join(folder, '报送'), '--policy', folder]);
    expect(stdout).toBe('');
    expect(stderr).toContain(`checks.yaml:${place}\n`);
    expect(stderr).toContain(sentence);
    expect(stderr).toContain(mark);
    expect(code).toBe(2);
  });
});
