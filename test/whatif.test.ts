import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { jianfu } from './support/run.ts';

const ROSTER = [
  '社区名称,常住户数,是否管理负荷过重,是否有条件合并',
  '甲社区,4200,是,否',
  '乙社区,4000,是,否',
  '丙社区,3500,是,否',
  '丁社区,3600,,否',
].join('\n');

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'whatif-'));
  writeFileSync(path.join(made, '名册.csv'), ROSTER);
  return made;
}

describe('jianfu whatif', () => {
  const SET = ['--policy', 'hohhot', '--set', 'community.households.split-above=3000..5000:500'];

  it('counts who fails at each value and names the value at which each changes sides', () => {
    const { code, stdout } = jianfu(['whatif', folder(), ...SET, '--out', 'json']);
    expect(code).toBe(0);
    const { trials, flips } = JSON.parse(stdout);
    expect(
      trials.map(({ values, breaks, uncertain, keeps }: Record<string, unknown>) => [
        values,
        breaks,
        uncertain,
        keeps,
      ]),
    ).toEqual([
      [[3000], 3, 1, 0],
      [[3500], 2, 1, 1],
      [[4000], 1, 0, 3],
      [[4500], 0, 0, 4],
      [[5000], 0, 0, 4],
    ]);
    const own = flips.filter(({ rule }: { rule: string }) => rule === 'community-size-split');
    expect(own.map(({ value, about, breaks }: Record<string, unknown>) => [value, about, breaks])).toEqual([
      [3500, '丙社区', 'below'],
      [3600, '丁社区', 'below'],
      [4000, '乙社区', 'below'],
      [4200, '甲社区', 'below'],
    ]);
  });

  it('says what can be tried', () => {
    const made = folder();
    const unknown = jianfu([
      'whatif',
      made,
      '--policy',
      'hohhot',
      '--set',
      'community.households.split-abov=1..2',
    ]);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('您是不是想写“community.households.split-above”？');
    expect(jianfu(['whatif', made, '--set', 'a=5..1']).code).toBe(2);
  });

  describe('from a saved report', () => {
    const save = (made: string, ...more: string[]) => {
      const report = path.join(made, 'report.json');
      jianfu([
        'check',
        path.join(made, '名册.csv'),
        '--policy',
        'hohhot',
        `--out`,
        `json=${report}`,
        ...more,
      ]);
      return report;
    };
    const ASK = ['--set', 'community.households.split-above=3000..5000:500', '--out', 'json'];

    it('says the same as from the files, and needs none of them', () => {
      const made = folder();
      const fromFiles = jianfu(['whatif', made, '--policy', 'hohhot', ...ASK]).stdout;
      const report = save(made, '--measures');
      rmSync(path.join(made, '名册.csv'));
      const fromReport = jianfu(['whatif', '--report', report, ...ASK]);
      expect(fromReport.code).toBe(0);
      expect(JSON.parse(fromReport.stdout)).toEqual(JSON.parse(fromFiles));
      expect(jianfu(['whatif', '--report', report, ...ASK.slice(0, 2)]).stdout).toContain(
        '政策包：base → national → hohhot，按 2026-11-21 有效的条文',
      );
    });

    it('carries the limit and the room that is left, the same for any number of threads', () => {
      const made = folder();
      const { measures } = JSON.parse(readFileSync(save(made, '--measures'), 'utf8'));
      const split = measures.filter(({ rule }: { rule: string }) => rule === 'community-size-split');
      expect(split.map(({ low, limit, margin }: Record<string, number>) => [low, limit, margin])).toEqual([
        [4200, 4000, -200],
        [4000, 4000, 0],
        [3500, 4000, 500],
        [3600, 4000, 400],
      ]);
      expect(JSON.parse(readFileSync(save(made, '--measures', '--jobs', '2'), 'utf8')).measures).toEqual(
        measures,
      );
    });

    it.each([
      ['no JSON', 'not json', '不是 jianfu check 写出的 JSON 报告'],
      ['JSON of something else', '[1, 2]', '不是 jianfu check 写出的 JSON 报告'],
      ['a report of another make', '{"schemaVersion": 1, "tool": {"name": "x"}}', '不是 jianfu check 写出的'],
      [
        'a report that lacks nearly everything',
        '{"schemaVersion": 1, "tool": {"name": "jianfu"}}',
        'packs 写的是 —，必须写明',
      ],
      ['a report of a later make', '{"schemaVersion": 2, "tool": {"name": "jianfu"}}', '格式版本是 2'],
    ])('refuses %s', (_, text, sentence) => {
      const report = path.join(folder(), 'r.json');
      writeFileSync(report, text);
      const { code, stdout, stderr } = jianfu(['whatif', '--report', report, ...ASK]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(sentence);
    });

    it('refuses a report that was edited, with the place', () => {
      const report = save(folder(), '--measures');
      const run = JSON.parse(readFileSync(report, 'utf8'));
      const broken = (change: Record<string, unknown>) => {
        const measures = run.measures.map((one: object, at: number) =>
          at === 1 ? { ...one, ...change } : one,
        );
        writeFileSync(report, JSON.stringify({ ...run, measures }));
        return jianfu(['whatif', '--report', report, ...ASK]);
      };
      expect(broken({ low: '4200' }).stderr).toContain('measures[1].low 写的是 "4200"');
      expect(broken({ side: 'maximum' }).stderr).toContain('measures[1].side 写的是 "maximum"');
      expect(broken({ high: 1, low: 2 }).stderr).toContain('写出以后被改动过');
      expect(broken({ at: null }).stderr).toContain('measures[1].at 写的是 null，应为 object');
    });

    it('is asked for alone, and must be there', () => {
      const made = folder();
      expect(jianfu(['whatif', made, '--report', 'r.json', ...ASK]).stderr).toContain('只能给一样');
      expect(jianfu(['whatif', '--report', path.join(made, 'none.json'), ...ASK]).stderr).toContain('ENOENT');
      expect(jianfu(['whatif', ...ASK]).code).toBe(2);
      const unasked = save(made);
      expect(jianfu(['whatif', '--report', unasked, ...ASK]).stderr).toContain('--measures');
    });
  });
});
