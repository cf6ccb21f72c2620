import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StaffingReport } from '../src/model/staffing.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const FIXTURES = path.join(ROOT, 'fixtures/staffing');

function staff(folder: string, ...more: string[]): { code: number | null; report: StaffingReport } {
  const { code, stdout, stderr } = jianfu(['staff', path.join(FIXTURES, folder), '--out', 'json', ...more]);
  expect(stderr).toBe('');
  return { code, report: JSON.parse(stdout) as StaffingReport };
}

describe('jianfu staff', () => {
  it('seed 004: 18.2 from 5,285 workers, the base it implies, and the gap of every district', () => {
    const { code, report } = staff('hohhot', '--policy', 'hohhot');
    expect(code).toBe(0);
    const ratio = (name: string) =>
      report.ratios.find((one) => one.name === name && one.level !== 'subdistrict');
    expect(ratio('')).toMatchObject({
      level: 'city',
      per10k: { low: 18.2, high: 18.2 },
      workers: { low: 5285 },
    });
    // 18.2 was rounded from 18.15 … 18.25: 2,895,891 … 2,911,845 residents, 290.4 万 in the middle.
    expect(report.implied).toMatchObject([
      {
        workers: 5285,
        ratio: 18.2,
        base: { low: 2_895_891, high: 2_911_845 },
        short: { low: -72, high: -43 },
      },
    ]);
    const short = ['甲区', '乙区', '丙区'].map((name) => ratio(name)?.short?.low);
    // ceil(18 × residents / 10,000) − workers.
    expect(short).toEqual([1768 - 1740, 1386 - 1370, 2075 - 2175]);
    expect(report.norm).toMatchObject({
      value: 18,
      parameter: 'staff.per-10k',
      citation: 'plan-145-targets',
    });
  });

  it('no other population stands in: a row without urban residents is in no sum', () => {
    const { code, report } = staff('street', '--policy', 'beijing');
    expect(code).toBe(1);
    const city = report.ratios.find(({ level }) => level === 'city');
    expect(city).toMatchObject({ places: 4, lacking: 1, workers: { low: 35, high: 35 } });
    const without = report.ratios.find(({ name }) => name === '建设社区');
    expect(without).toMatchObject({ places: 0, lacking: 1, short: null });
    expect(report.first.map(({ name }) => name)).toEqual(['前进社区', '友谊社区']);
    expect(report.counted).toBe(1);
    expect(report.notes.map(({ id, at }) => `${id} ${at?.a1}`)).toEqual([
      'workers-differ C3',
      'grid-worker-double F4',
    ]);
  });

  it('holds places, quotas and supervisors against the norms of the pack that has them', () => {
    const { report } = staff('street', '--policy', 'beijing');
    const needs = Object.fromEntries(report.needs.map(({ id, below, short }) => [id, [below, short]]));
    // 2100, 3600, 1500, 1900 and 2400 households at 150 each; nine workers at least.
    expect(needs).toEqual({
      'households-per-worker': [5, 5 + 12 + 2 + 3 + 12],
      'workers-per-community': [2, 1 + 5],
    });
    const used = report.quotas.map(({ name, quota, filled, counted, free }) => [
      name,
      quota,
      filled,
      counted,
      free,
    ]);
    expect(used).toEqual([
      ['社区专职工作者', 4, 3, 3, 1],
      ['专职网格员', 1, 2, 2, -1],
    ]);
    const education = report.shares.filter(({ field }) => field === 'education');
    expect(education.map(({ value, count, of, share }) => [value, count, of, share])).toEqual([
      ['本科', 3, 5, 60],
      ['大专', 1, 5, 20],
      ['高中', 1, 5, 20],
    ]);
    expect(report.supervisors).toBeNull();
    const { report: changning } = staff('street', '--policy', 'changning');
    expect(changning.supervisors).toEqual({ norm: 10, over: [], all: 1 });
  });

  it('gives out posts and looks ahead only as the person assumes', () => {
    const { report } = staff(
      'street',
      '--posts',
      '6',
      '--forecast',
      '5',
      '--leave-at',
      '60',
      '--turnover',
      '5',
    );
    expect(report.allocation).toMatchObject({
      given: [
        { name: '前进社区', posts: 5 },
        { name: '友谊社区', posts: 1 },
      ],
      lowestBefore: 6.67,
      lowestAfter: 13.54,
      leftOut: 2,
    });
    expect(report.forecast?.years.map(({ year, retired }) => [year, retired])).toEqual([
      [2027, 1],
      [2028, 1],
      [2029, 1],
      [2030, 1],
      [2031, 1],
    ]);
    expect(report.forecast?.unknownAge).toBe(1);
  });

  it('fits 80 columns in both languages and says the same there', () => {
    for (const lang of ['zh-CN', 'en']) {
      const { stdout, code } = jianfu([
        'staff',
        path.join(FIXTURES, 'street'),
        '--posts',
        '6',
        '--lang',
        lang,
      ]);
      expect(code).toBe(1);
      expect(stdout).toContain('13.54');
      const wide = stdout
        .split('\n')
        .filter((line) => [...line].reduce((n, c) => n + (c > '\u2e80' ? 2 : 1), 0) > 80);
      expect(wide).toEqual([]);
    }
  });

  it.each([
    [['--posts', '0'], '--posts'],
    [['--posts', 'many'], '--posts'],
    [['--forecast', '5'], '--leave-at'],
    [['--forecast', '5', '--leave-at', '60', '--turnover', '120'], '--turnover'],
    [['--forecast', '5', '--leave-at', '7', '--turnover', '5'], '--leave-at'],
  ])('%j is refused with what to write', (args, named) => {
    const { code, stderr } = jianfu(['staff', path.join(FIXTURES, 'street'), ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(named);
  });

  it('reads as check does: a limit, or a pin that fits no file, is heeded', () => {
    const street = path.join(FIXTURES, 'street');
    const tight = jianfu(['staff', street, '--limit', 'rows=1', '--out', 'json']);
    expect(tight.stdout).not.toBe(jianfu(['staff', street, '--out', 'json']).stdout);
    const { code, stderr } = jianfu(['staff', street, '--sheet', '没有这张表']);
    expect([code, stderr.includes('没有这张表')]).toEqual([2, true]);
  });

  it('files that speak of no staff are told', () => {
    const readme = path.join(ROOT, 'fixtures/layout/street/相邻关系.csv');
    expect(readFileSync(readme, 'utf8')).not.toContain('工作者');
    const { code, stderr } = jianfu(['staff', readme]);
    expect(code).toBe(2);
    expect(stderr).toContain('jianfu tables');
  });
});
