import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure, FigurePart, Run } from '../src/model/run.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { openFile } from '../src/read/opened.ts';
import { figureOf, partsOf } from '../src/runs/figures.ts';
import { readRun } from '../src/runs/read-run.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const SAMPLE = path.join(ROOT, 'fixtures/cities/hohhot-sample');
const SCHEMA = path.join(ROOT, 'schemas/report.schema.json');

describe('jianfu why', () => {
  let folder: string;
  let report: string;
  let run: Run;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'why-'));
    report = path.join(folder, 'run.json');
    jianfu(['check', SAMPLE, '--policy', 'hohhot', '--out', `json=${report}`]);
    run = readRun(report, SCHEMA);
  });

  it('every figure is what its parts add up to', () => {
    expect(run.figures.length).toBeGreaterThan(50);
    const sum = (parts: readonly FigurePart[]) => parts.reduce((total, { weight }) => total + weight, 0);
    for (const { id, value, parts } of run.figures)
      expect([id, sum(partsOf(run, parts))]).toEqual([id, value]);
  });

  it('every number of the printed summary is the value of a figure', () => {
    const { stdout } = jianfu(['check', SAMPLE, '--policy', 'hohhot', '--lang', 'en', '--quiet']);
    const summary = stdout.slice(stdout.indexOf('\nSummary'), stdout.indexOf('Seal '));
    const printed = (summary.match(/\b\d+\b/g) ?? []).map(Number);
    const values = new Set(run.figures.map(({ value }) => value));
    expect(printed.length).toBeGreaterThan(40);
    expect(printed.filter((number) => !values.has(number))).toEqual([]);
  });

  it('every rule with findings, file and rule that could not check can be asked for', () => {
    const values = (prefix: string, ids: readonly string[]) =>
      ids.map((id) => figureOf(run, `${prefix}${id}`)?.value);
    const found = run.rules.filter(({ findings }) => findings > 0);
    expect(
      values(
        'findings.rule.',
        found.map(({ id }) => id),
      ),
    ).toEqual(found.map(({ findings }) => findings));
    const files = values(
      'findings.file.',
      run.inputs.map(({ path: file }) => file),
    );
    expect(files.reduce<number>((total, value) => total + (value ?? Number.NaN), 0)).toBe(
      run.findings.length,
    );
    const skips = values(
      'skips.rule.',
      run.rules.map(({ id }) => id),
    );
    expect(skips.reduce<number>((total, value) => total + (value ?? Number.NaN), 0)).toBe(run.skips.length);
    expect(figureOf(run, 'findings.file.none.xlsx')).toBeNull();
  });

  it('names formula, filter, parameter with clause, and cells', () => {
    const { code, stdout } = jianfu(['why', report, 'findings.rule.community-size-split']);
    expect(code).toBe(0);
    for (const text of [
      'findings.rule.community-size-split = 1',
      '算法：计数（问题）',
      '条件：社区规模过大 community-size-split',
      'community.households.split-above = 4000',
      '由什么组成（1）',
    ])
      expect(stdout).toContain(text);
    const figure = run.figures.find(({ id }) => id === 'findings.rule.community-size-split') as Figure;
    expect(figure.parameters).toHaveLength(1);
    const cited = run.citations.map(({ id }) => id);
    for (const { parameters } of run.figures)
      for (const { citation } of parameters) if (citation !== null) expect(cited).toContain(citation);
  });

  it('draws the first and counts the rest; all are in the workbook, which adds up', async () => {
    const evidence = path.join(folder, '明细.xlsx');
    const { code, stdout } = jianfu(['why', report, 'findings.total', '--evidence', evidence]);
    expect(code).toBe(0);
    expect(stdout).toContain(`另有 ${run.findings.length - 20} 处`);
    const file = {
      path: '明细.xlsx',
      absolute: evidence,
      skipped: null,
      bytes: async () => readFileSync(evidence),
    };
    const workbook = await (await openFile(file, { limits: DEFAULT_LIMITS, encoding: null })).workbook();
    expect([...(workbook.sheets[0]?.rows() ?? [])].length).toBe(run.findings.length + 1);
    expect(jianfu(['why', report, 'findings.total', '--evidence', evidence])).toMatchObject({ code: 2 });
    expect(jianfu(['why', report, 'findings.total', '--evidence', report, '--force']).code).toBe(2);
    expect(JSON.parse(readFileSync(report, 'utf8')).schemaVersion).toBe(1);
  });

  it('lists what can be asked, in both languages, and helps with slips', () => {
    const { code, stdout } = jianfu(['why', report, '--lang', 'en']);
    expect(code).toBe(0);
    expect(stdout).toContain('findings.rule.serial-gap');
    expect(stdout).not.toMatch(/\p{Script=Han}/u);
    expect(JSON.parse(jianfu(['why', report, '--out', 'json']).stdout)).toEqual(run.figures);
    expect(jianfu(['why', report, 'findings.eror']).stderr).toContain('您是不是想写“findings.error”？');
    expect(jianfu(['why', report, '--evidence', 'x.xlsx']).code).toBe(2);
  });

  it('says where known findings are not listed', () => {
    const list = '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n1,协助维护 社会治安,公安局\n';
    writeFileSync(path.join(folder, 'a.csv'), list);
    const more = ['--baseline', 'base.json'];
    jianfu(['check', 'a.csv', ...more, '--update-baseline', '--out', 'json=old.json'], { cwd: folder });
    jianfu(['check', 'a.csv', ...more, '--new-only', '--out', 'json=new.json'], { cwd: folder });
    const { stdout } = jianfu(['why', 'new.json', 'files.with-findings'], { cwd: folder });
    expect(stdout).toContain('files.with-findings = 1');
    expect(stdout).toContain('已知的没有列出');
  });

  it('explains one finding: what was seen, what the clause says, what puts it right', () => {
    const finding = run.findings.find(({ rule }) => rule === 'community-size-split');
    const { code, stdout } = jianfu(['explain', finding?.fingerprint ?? '', '--report', report]);
    expect(code).toBe(0);
    const [citation] = run.citations.filter(({ id }) => finding?.citations.includes(id));
    const bare = (text: string) => text.replace(/\s/gu, '');
    for (const text of [finding?.origins[0]?.a1, citation?.quote, '离界限还差', '怎样改就不再报'])
      expect(bare(stdout)).toContain(bare(text ?? 'missing'));
    expect(jianfu(['explain', 'x', '--report', report])).toMatchObject({ code: 2, stdout: '' });
    rmSync(folder, { recursive: true });
  });
});
