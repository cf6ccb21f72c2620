import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding, Input } from '../src/model/run.ts';
import { trendOf } from '../src/runs/compare.ts';
import { matchFindings } from '../src/runs/match-findings.ts';
import { pairFiles } from '../src/runs/pair-files.ts';
import { jianfu } from './support/run.ts';

const HEAD = '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n';
const CLEAN = `${HEAD}1,协助维护社会治安,公安局\n2,协助开展反恐怖主义工作,公安局\n`;
/** B4 has a blank within. */
const BLANK = `${HEAD}1,协助维护社会治安,公安局\n2,协助开展 反恐怖主义工作,公安局\n`;
/** The same row, two further down. */
const BLANK_BELOW = `${HEAD}1,协助维护社会治安,公安局\n2,协助开展禁毒工作,公安局\n3,协助开展消防工作,公安局\n4,协助开展 反恐怖主义工作,公安局\n`;

/** Checks a folder with these files and returns the path of the report. */
function report(files: Readonly<Record<string, string>>, name: string, ...more: string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'compare-'));
  const own = path.join(folder, 'in');
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(own, file)), { recursive: true });
    writeFileSync(path.join(own, file), content);
  }
  const out = path.join(folder, name);
  const { stderr } = jianfu(['check', own, '--policy', 'hohhot', '--out', `json=${out}`, ...more]);
  expect(stderr).toContain(name);
  return out;
}

/** Changes of the rule about blanks, with where the finding was and is. */
function changes(...reports: string[]) {
  const { code, stdout } = jianfu(['compare', ...reports, '--out', 'json']);
  const facts = JSON.parse(stdout);
  const own = facts.steps
    .at(-1)
    .findings.flatMap(
      ({ change, before, after, why }: Record<string, Finding | null> & { change: string; why: string }) =>
        (after ?? before)?.rule === 'cell-inner-space'
          ? [[change, before?.origins[0]?.a1 ?? null, after?.origins[0]?.a1 ?? null, why]]
          : [],
    );
  return { code, own, facts };
}

describe('jianfu compare', () => {
  it('tells what is new, fixed, still open and moved', () => {
    const [clean, stop, below] = [CLEAN, BLANK, BLANK_BELOW].map((text, index) =>
      report({ '甲社区.csv': text }, `${index}.json`),
    ) as [string, string, string];
    expect(changes(clean, stop)).toMatchObject({ code: 1, own: [['new', null, 'B4', null]] });
    expect(changes(stop, clean)).toMatchObject({ code: 0, own: [['fixed', 'B4', null, null]] });
    expect(changes(stop, stop)).toMatchObject({ code: 0, own: [['open', 'B4', 'B4', null]] });
    expect(changes(stop, below)).toMatchObject({ own: [['moved', 'B4', 'B6', null]] });
  });

  it('knows a file that was renamed from month to month', () => {
    const march = report({ '甲社区20240308（修改版2）.csv': BLANK }, 'a.json');
    const april = report({ '甲社区20240410.csv': BLANK_BELOW }, 'b.json');
    const { own, facts } = changes(march, april);
    expect(own).toEqual([['moved', 'B4', 'B6', null]]);
    expect(facts.steps[0].files.pairs).toEqual([
      { before: '甲社区20240308（修改版2）.csv', after: '甲社区20240410.csv', by: 'name' },
    ]);
  });

  it('never calls fixed what was not looked for again', () => {
    const both = report({ '甲社区.csv': BLANK, '乙社区.csv': CLEAN }, 'a.json');
    const without = report({ '乙社区.csv': CLEAN }, 'b.json');
    expect(changes(both, without).own).toEqual([['lost', 'B4', null, 'file-gone']]);
    const broken = report({ '甲社区.csv': '%PDF-1.7\n', '乙社区.csv': CLEAN }, 'c.json');
    expect(changes(both, broken).own).toEqual([['lost', 'B4', null, 'file-unreadable']]);
    expect(changes(without, both)).toMatchObject({ code: 1, own: [['added', null, 'B4', null]] });
  });

  it('counts every finding of both runs once', () => {
    const before = report({ '甲社区.csv': BLANK, '乙社区.csv': BLANK_BELOW }, 'a.json');
    const after = report({ '甲社区.csv': BLANK_BELOW, '丙社区.csv': BLANK }, 'b.json');
    const { steps } = changes(before, after).facts;
    const of = (file: string) => JSON.parse(readFileSync(file, 'utf8')).findings.length;
    const told = (side: string) =>
      steps[0].findings.filter((one: Record<string, unknown>) => one[side] !== null).length;
    expect([told('before'), told('after')]).toEqual([of(before), of(after)]);
    const counts = Object.values<number>(steps[0].counts);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(steps[0].findings.length);
  });

  it('sets districts side by side, and says where packs differ', () => {
    const [east, west] = [
      report({ '东区/甲社区.csv': BLANK }, 'east.json'),
      report({ '西区/丁村.csv': CLEAN }, 'west.json', '--as-of', '2024-06-01'),
    ];
    const { code, stdout } = jianfu(['compare', east, west]);
    expect(code).toBe(0);
    expect(stdout).toContain('没有共同的文件');
    expect(stdout).toContain('数字的增减不全是报送单位的变化');
    const english = jianfu(['compare', east, west, '--lang', 'en']).stdout;
    expect(english).toContain('The two have no file in common');
    expect(english).not.toMatch(/[报规则走势]/u);
  });

  it('shows the trend over months in 80 columns', () => {
    const reports = [BLANK, BLANK_BELOW.replaceAll('开展', '开展 '), CLEAN].map((text, index) =>
      report({ '甲社区.csv': text }, `${index}.json`),
    );
    const { stdout } = jianfu(['compare', ...reports]);
    expect(stdout).toMatch(/1\s+3\s+0\s+↕ 有增有减/);
    expect(stdout).toContain('从第 2 份到第 3 份');
  });

  it('wants two reports, and reports they must be', () => {
    const one = report({ '甲社区.csv': CLEAN }, 'a.json');
    expect(jianfu(['compare', one])).toMatchObject({ code: 2, stdout: '' });
    expect(jianfu(['compare', one, 'package.json']).stderr).toContain('不是 jianfu check 写出的 JSON 报告');
    const edited = readFileSync(one, 'utf8').replace('"value": 1,', '"value": 2,');
    writeFileSync(one, edited);
    const { code, stderr } = jianfu(['compare', one, one]);
    expect(code).toBe(2);
    expect(stderr).toContain('写出以后被改动过');
  });
});

describe('which file is which', () => {
  it('takes no way that fits several', () => {
    const input = (file: string, sha256: string) => ({ path: file, sha256, state: 'read' }) as Input;
    const before = [input('甲社区2024年3月.csv', 'a'), input('乙社区.csv', 'x')];
    const after = [
      input('甲社区2024年4月.csv', 'b'),
      input('甲社区2024年5月.csv', 'c'),
      input('丙社区.csv', 'x'),
    ];
    expect(pairFiles(before, after)).toEqual([{ before: '乙社区.csv', after: '丙社区.csv', by: 'content' }]);
  });

  it('of findings that are alike, takes those in the same cell first', () => {
    const finding = (a1: string) =>
      ({
        rule: 'r',
        message: { id: 'm', args: {} },
        origins: [{ file: 'f', sheet: 's', a1, header: 'h', key: null }],
      }) as unknown as Finding;
    const [before, after] = [
      [finding('A1'), finding('A2')],
      [finding('A2'), finding('A3')],
    ] as const;
    const matched = matchFindings(before, after, new Map([['f', 'f']]));
    expect(after.map((one) => matched.get(one)?.origins[0]?.a1)).toEqual(['A2', 'A1']);
  });

  it.each([
    [[1, 2, 2], 'rising'],
    [[3, 1], 'falling'],
    [[2, 2], 'level'],
    [[1, 3, 2], 'mixed'],
    [[5], 'level'],
  ] as const)('%j is %s', (counts, trend) => {
    expect(trendOf(counts)).toBe(trend);
  });
});
