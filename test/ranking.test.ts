import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../src/indicators/ranking.ts';
import { jianfu } from './support/run.ts';
import { outcomesOf } from './support/trial.ts';

const exact = (value: number) => ({ low: value, high: value });

describe('places', () => {
  it('are shared by equal numbers, and the next follows after all of them', () => {
    const places = placesOf([3, 5, 5, 1].map(exact));
    expect(places.map((one) => one?.place)).toEqual([3, 1, 1, 4]);
    expect(places.map((one) => one?.tied)).toEqual([1, 2, 2, 1]);
    expect(places.map((one) => one?.dense)).toEqual([2, 1, 1, 3]);
  });

  it('stay open where an approximate number leaves them open, and only there', () => {
    const places = placesOf([{ low: 3, high: 6 }, exact(5), exact(9), exact(1)]);
    expect(places.map((one) => one?.place ?? null)).toEqual([null, null, 1, 4]);
  });

  it('fill 1 to n without a gap, whatever the order of input', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 }), (numbers) => {
        const places = placesOf(numbers.map(exact));
        for (const [index, number] of numbers.entries()) {
          expect(places[index]?.place).toBe(1 + numbers.filter((other) => other > number).length);
          expect(places[index]?.tied).toBe(numbers.filter((other) => other === number).length);
        }
      }),
    );
  });
});

describe('ranking', () => {
  const check = 'method: ranking, of: staff, group: [community], field: grade, max: most';
  const parameters = { most: [9, '级'] } as const;
  const staff = (...rows: readonly (readonly [string, string | number])[]) => [
    ['姓名', '所属社区', '薪酬等级'],
    ...rows.map(([community, grade], index) => [`张${index}`, community, grade]),
  ];

  it('adds up over all tables and tells what is over the limit', async () => {
    const tables = [staff(['甲', 4], ['乙', 9]), staff(['甲', 6])];
    expect(await outcomesOf({ check, parameters, tables })).toEqual([
      '表1!C2 breach ranking.over {"about":"甲","value":10,"unit":"级","place":1,"limit":9}',
    ]);
  });

  it('leaves a number that is no number, or only approximate, without a place', async () => {
    const tables = [staff(['甲', '不详'], ['乙', '约9'], ['丙', 9])];
    const outcomes = await outcomesOf({ check, parameters, tables });
    expect(outcomes.map((one) => one.split(' ').slice(0, 3).join(' '))).toEqual([
      '表1!C3 undetermined ranking.uncertain',
      '表1!C4 undetermined ranking.uncertain',
      '表1!C2 undetermined ranking.unread',
    ]);
  });

  it('is not checked without the column it goes by', async () => {
    const empty = 'method: ranking, of: dispatch, group: [dispatcher], empty: approvalNumber';
    const tables = [
      [
        ['下派日期', '下派部门', '下派任务'],
        ['2024-03-05', '民政局', '摸底'],
      ],
    ];
    expect(await outcomesOf({ check: empty, tables })).toEqual([
      'not checked: column-missing approvalNumber',
    ]);
  });

  it('counts each row for the points of a parameter', async () => {
    const byPoints = `${'method: ranking, of: dispatch, group: [dispatcher], empty: approvalNumber'}, points: each, max: none`;
    const tables = [
      [
        ['下派日期', '下派部门', '下派任务', '审批文号'],
        ['2024-03-05', '民政局', '摸底', null],
        ['2024-03-06', '民政局', '填表', null],
      ],
    ];
    const values = { each: [0.5, '分/件'], none: [0, '分'] } as const;
    expect(await outcomesOf({ check: byPoints, parameters: values, tables })).toEqual([
      '表1!D2 breach ranking.over {"about":"民政局","value":1,"unit":"分","place":1,"limit":0}',
    ]);
  });
});

describe('departments in the report', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ranking-'));
  const register = (name: string, rows: readonly string[]) =>
    writeFileSync(path.join(folder, name), ['下派日期,下派部门,下派任务,审批文号', ...rows].join('\n'));
  register('甲社区.csv', [
    '2024-03-05,民政局,老年人能力评估摸底,呼减负准〔2024〕3号',
    '2024-03-11,城市管理局,拍照上传,',
    '2024-03-18,教育局,关注公众号,',
  ]);
  register('乙社区.csv', [
    '2024-03-11,城市管理局,统计商户,',
    '2024-03-12,招商局,招商线索,',
    '2024-03-13,卫健委,入户,',
  ]);

  it('stand in order in the JSON report, with their cells', () => {
    const { stdout } = jianfu(['check', folder, '--policy', 'hohhot', '--out', 'json']);
    const { rankings } = JSON.parse(stdout);
    const [ranking] = rankings.filter(
      ({ rule }: { rule: string }) => rule === 'dispatch-unapproved-by-department',
    );
    expect(ranking.unit).toBe('件');
    expect(
      ranking.entries.map(({ place, tied, about, value, at }: Record<string, unknown>) => [
        place,
        tied,
        about,
        value,
        (at as unknown[]).length,
      ]),
    ).toEqual([
      [1, 1, '城市管理局', 2, 2],
      [2, 3, '招商局', 1, 1],
      [2, 3, '卫健委', 1, 1],
      [2, 3, '教育局', 1, 1],
      [5, 1, '民政局', 0, 1],
    ]);
  });

  it('stand in order on the terminal, with ties said, in 80 columns', () => {
    const { stdout } = jianfu(['check', folder, '--policy', 'hohhot']);
    const from = stdout.indexOf('排名：部门未经审批下派的件数');
    const lines = stdout.slice(from).split('\n').slice(0, 7).join('\n');
    expect(lines).toMatch(/名次\s+数量（件）\s+行数\s+单位/);
    expect(lines).toMatch(/1\s+2\s+2\s+城市管理局/);
    expect(lines).toMatch(/2（3 个并列）\s+1\s+1\s+招商局/);
    const { stdout: english } = jianfu(['check', folder, '--policy', 'hohhot', '--lang', 'en']);
    expect(english).toMatch(/Ranking: Unapproved tasks of a department/);
  });
});
