import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, utils, write } from 'xlsx';
import { unitOfFile } from '../src/plan/burden/unit-names.ts';
import { jianfu } from './support/run.ts';

const HEAD = '序号,清单类型,事项名称,主管部门';
const BEFORE = [
  HEAD,
  '1,履职清单,推行居务公开,民政局',
  '2,协助清单,协助做好老年人权益保障工作,民政局',
  '3,协助清单,协助做好残疾人权益保障工作,民政局',
  '4,协助清单,协助开展经济普查,统计局',
  '5,协助清单,协助开展招商引资工作,商务局',
  '6,协助清单,协助做好综治工作,政法委',
];
const AFTER = [
  HEAD,
  '1,履职清单,做好居务公开工作,民政局',
  '2,协助清单,协助做好老年人、残疾人权益保障工作,民政局',
  '3,协助清单,协助开展人口普查,统计局',
  '4,不应承担清单,不得向社区摊派招商引资任务指标,商务局',
  '5,协助清单,协助维护社会治安,政法委',
];

function folderWith(files: Readonly<Record<string, readonly string[]>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'diff-'));
  for (const [name, lines] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, lines.join('\n'));
  }
  return folder;
}

interface Facts {
  readonly units: {
    readonly unit: string;
    readonly changes: {
      readonly kind: string;
      readonly certain: boolean;
      readonly reason: { readonly id: string };
      readonly before: { readonly text: string; readonly at: { readonly a1: string } }[];
      readonly after: { readonly text: string }[];
    }[];
  }[];
  readonly uncompared: {
    readonly unit: string;
    readonly why: string;
    readonly side: string;
    readonly items: number;
  }[];
}

function facts(args: readonly string[]): Facts {
  return JSON.parse(jianfu(['diff', ...args, '--out', 'json']).stdout);
}

function told({ units }: Facts): string[] {
  return units.flatMap(({ changes }) =>
    changes.map(
      ({ kind, before, after, reason }) =>
        `${kind} ${before.map(({ at }) => at.a1).join('+')} → ${after.map(({ text }) => text).join('+')} (${reason.id})`,
    ),
  );
}

describe('jianfu diff', () => {
  const folder = folderWith({ '前.csv': BEFORE, '后.csv': AFTER });
  const [before, after] = [path.join(folder, '前.csv'), path.join(folder, '后.csv')];

  it('says of every item what became of it, with its cell and the reason', () => {
    const { code, stdout } = jianfu(['diff', before, after]);
    expect(code).toBe(0);
    expect(stdout).toContain('各类清单合计，原有 6 项，现有 5 项');
    expect(stdout.split('\n').every((line) => [...line].length <= 80)).toBe(true);
    expect(told(facts([before, after]))).toEqual([
      'reworded C2 → 做好居务公开工作 (same-content)',
      'merged C3+C4 → 协助做好老年人、残疾人权益保障工作 (parts)',
      'removed C5 →  (no-counterpart)',
      'removed C6 →  (now-barred)',
      'removed C7 →  (no-counterpart)',
      'added  → 协助开展人口普查 (no-counterpart)',
      'added  → 协助维护社会治安 (no-counterpart)',
      'added  → 不得向社区摊派招商引资任务指标 (no-counterpart)',
    ]);
  });

  it('says the same in English, with the same facts', () => {
    const { stdout } = jianfu(['diff', before, after, '--lang', 'en']);
    expect(stdout).toContain('Lists of 1 unit held against each other: 6 items before, 5 after');
    expect(stdout).toContain('now on the list of what is barred');
  });

  it('writes the changes for review, once, and takes the decisions back for later versions', () => {
    const review = path.join(folder, '复核.xlsx');
    const { stderr } = jianfu(['diff', before, after, '--review', review]);
    expect(stderr).toContain('9 行');
    expect(jianfu(['diff', before, after, '--review', review])).toMatchObject({ code: 2, stdout: '' });
    const book = read(readFileSync(review));
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const rows = utils.sheet_to_json<Record<string, unknown>>(sheet);
    const decided: Record<string, unknown>[] = rows.map((row) => ({
      ...row,
      是否同一事项: row.原事项 === '协助做好残疾人权益保障工作' ? '否' : '',
    }));
    // A person gives an item that stands alone the partner it has.
    decided.push({ 原事项: '协助做好综治工作', 现事项: '协助维护社会治安', 是否同一事项: '是' });
    const filled = utils.book_new();
    utils.book_append_sheet(filled, utils.json_to_sheet(decided), '清单变化复核表');
    const answer = path.join(folder, '复核（已填）.xlsx');
    writeFileSync(answer, write(filled, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const changes = told(facts([before, after, '--reviewed', answer]));
    expect(changes).toContain('reworded C7 → 协助维护社会治安 (reviewed)');
    expect(changes).toContain('removed C4 →  (no-counterpart)');
    expect(changes.some((change) => change.startsWith('merged'))).toBe(false);
    const later = path.join(folder, '再后.csv');
    writeFileSync(later, [...AFTER, '6,协助清单,协助做好征兵工作,武装部'].join('\n'));
    expect(told(facts([before, later, '--reviewed', answer]))).toContain(
      'reworded C7 → 协助维护社会治安 (reviewed)',
    );
    expect(jianfu(['diff', before, after, '--reviewed', before])).toMatchObject({ code: 2, stdout: '' });
  });

  it('pairs the communities of two folders by name, and counts none that has only one version', () => {
    const city = folderWith({
      '前/东街道/甲社区居委会20230308.csv': BEFORE,
      '前/东街道/乙社区居委会20230308.csv': BEFORE,
      '前/西街道/丙社区居委会.csv': BEFORE,
      '后/东街道/乙社区居委会20240308（修改版2）.csv': AFTER,
      '后/甲社区事项清单.csv': BEFORE,
      '后/丁社区事项清单.csv': AFTER,
      '后/戊社区事项清单.csv': AFTER,
      '后/戊社区事项清单（修改版）.csv': AFTER,
    });
    const args = [path.join(city, '前'), path.join(city, '后')];
    const { units, uncompared } = facts(args);
    expect(
      units.map(({ unit, changes }) => `${unit} ${changes.filter(({ kind }) => kind !== 'kept').length}`),
    ).toEqual(['乙社区 8', '甲社区 0']);
    expect(uncompared.map(({ unit, side, why, items }) => `${unit} ${side} ${why} ${items}`)).toEqual([
      '戊社区 after several-versions 10',
      '丙社区 before no-other-version 6',
      '丁社区 after no-other-version 5',
    ]);
    expect(jianfu(['diff', ...args]).code).toBe(1);
  });

  it('holds two sheets of one workbook against each other, and asks for them where one file is named twice', () => {
    const book = utils.book_new();
    for (const [name, lines] of [
      ['2023版', BEFORE],
      ['2024版', AFTER],
    ] as const) {
      utils.book_append_sheet(book, utils.aoa_to_sheet(lines.map((line) => line.split(','))), name);
    }
    const file = path.join(folder, '两版.xlsx');
    writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    expect(told(facts([file, file, '--before-sheet', '2023*', '--after-sheet', '2024*']))).toHaveLength(8);
    const refused = jianfu(['diff', file, file]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--before-sheet');
  });

  it('never holds the lists of communities against those of villages in the same file', () => {
    const lists = (own: string, theirs: string) => [
      '社区依法协助政府工作事项清单,,',
      '序号,事项名称,主管部门',
      `1,${own},司法局`,
      ',,',
      '村依法协助政府工作事项清单,,',
      '序号,事项名称,主管部门',
      `1,${theirs},司法局`,
    ];
    const [was, is] = ['协助做好社区矫正工作', '协助做好法律援助工作'];
    const city = folderWith({ '前.csv': lists(was, is), '后.csv': lists(is, was) });
    const { units } = facts([path.join(city, '前.csv'), path.join(city, '后.csv')]);
    expect(units.map(({ unit, changes }) => `${unit} ${changes.map(({ kind }) => kind).join('+')}`)).toEqual([
      '前 removed+added',
      '前（村） removed+added',
    ]);
  });

  it('names what cannot be compared and goes on', () => {
    const broken = folderWith({
      '前/甲社区.csv': BEFORE,
      '前/乙社区.xlsx': ['%PDF-1.7'],
      '后/甲社区.csv': AFTER,
    });
    const { code, stdout } = jianfu(['diff', path.join(broken, '前'), path.join(broken, '后')]);
    expect(code).toBe(1);
    expect(stdout).toContain('乙社区.xlsx');
    const empty = folderWith({ '说明.csv': ['今天开会'] });
    expect(jianfu(['diff', before, path.join(empty, '说明.csv')]).stderr).toContain('没有找到事项清单');
  });
});

describe('whose lists a file holds', () => {
  it.each([
    ['02海拉尔东路街道公主府社区居委会20240308（修改版2）.xlsx', '公主府社区'],
    ['街道/赛马场社区居委会事项清单.xlsx', '赛马场社区'],
    ['保合少村委会事项清单20240308.xlsx', '保合少村'],
    ['毕克齐居委会事项清单20240308.xlsx', '毕克齐居委会'],
    ['五申镇社区居民委员会2024.3.15(最终版).xlsx', '五申镇社区'],
    ['2023年农村社区事项清单.xlsx', '农村社区'],
    ['前.csv', '前'],
  ])('%s', (file, unit) => {
    expect(
      unitOfFile({
        file,
        format: 'xlsx',
        tables: [],
        ledgers: [],
        dutyLists: [],
        rosters: [],
        certificateLists: [],
        records: [],
      }),
    ).toBe(unit);
  });
});
