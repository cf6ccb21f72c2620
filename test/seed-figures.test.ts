import { describe, expect, it } from 'vitest';
import { check } from '../src/pipeline.ts';
import { rulesOf } from '../src/rules/rules-of.ts';
import { policyOf } from './support/policy.ts';

/** Figures of the source documents, recomputed by the packs from rows and claims. */
async function findingsIn(pack: string, files: Readonly<Record<string, readonly string[]>>) {
  const policy = await policyOf(pack);
  const inputs = Object.entries(files).map(([path, lines]) => ({
    path,
    absolute: '',
    skipped: null,
    bytes: async () => Buffer.from(lines.join('\n')),
  }));
  const run = await check({ files: inputs, policy, rules: await rulesOf(policy), version: '0' });
  expect(run.faults).toEqual([]);
  return run.findings.map(({ rule, outcome, message: { args }, origins: [origin] }) => ({
    rule,
    outcome,
    at: `${origin?.file}!${origin?.a1}`,
    computed: args.computed ?? args.implied ?? args.rest ?? null,
  }));
}

const CLAIMS = '数据名称,申报数值';

describe('呼和浩特: 6608 grids became 5880, all coded, one worker for each', () => {
  const grid = (index: number) =>
    `1501020010${String(index).padStart(4, '0')},社区${index % 428},网格员${index}`;
  const register = (rows: readonly string[]) => ['网格编码,所属社区,专职网格员', ...rows];
  const rows = Array.from({ length: 5880 }, (_, index) => grid(index));
  const claims = [CLAIMS, '原有网格数,6608', '减少网格数,728', '重新划分后网格数,5880'];

  it('is borne out by a register of 5,880 rows', async () => {
    expect(await findingsIn('hohhot', { '网格.csv': register(rows), '数据.csv': claims })).toEqual([]);
  });

  it('is not by one with a code, a worker and a row less', async () => {
    const spoiled = [
      ...rows.slice(0, 5877),
      ',社区1,网格员甲',
      `${grid(5878).split(',').slice(0, 2).join(',')},`,
    ];
    const found = await findingsIn('hohhot', { '网格.csv': register(spoiled), '数据.csv': claims });
    expect(found).toEqual([
      { rule: 'claim-grids-rows', outcome: 'undetermined', at: '数据.csv!B4', computed: '5879' },
      { rule: 'grid-code-missing', outcome: 'breach', at: '网格.csv!A5879', computed: null },
      { rule: 'grid-worker-missing', outcome: 'breach', at: '网格.csv!C5880', computed: null },
    ]);
  });
});

describe('figures that the documents claim', () => {
  it('呼和浩特: 43.57% of 140 and 450 communities hold, 140 cannot be taken apart, 18.2 implies 290.4万', async () => {
    const claims = [
      CLAIMS,
      '社区承担事项原有数,140',
      '社区承担事项现有数,79',
      '社区承担事项精简率,43.57%',
      '不应由社区承担事项数,24',
      '实际运行社区数,398',
      '新增社区数,54',
      '撤并社区数,2',
      '调整后社区数,450',
      '社区工作者人数,5285',
      '每万名城镇常住人口社区工作者数,18.2',
    ];
    const found = await findingsIn('hohhot', { '数据.csv': claims });
    expect(found).toEqual([
      { rule: 'claim-duty-origin', outcome: 'undetermined', at: '数据.csv!B2', computed: '103' },
      {
        rule: 'claim-staff-ratio',
        outcome: 'undetermined',
        at: '数据.csv!B11',
        computed: '2895890～2911846',
      },
    ]);
    // 5285 ÷ 18.2 = 290.38万 lies in the middle of what 18.2 may have been rounded from.
    expect(5285 / 18.2).toBeCloseTo(290.38, 2);
  });

  it('城东: 36.88% and 12.94% hold', async () => {
    const shares = ['总人口,37.88万人', '少数民族人口,13.97万人', '少数民族人口占比,36.88%'];
    const floating = ['流动人口,4.9万人', '流动人口占比,12.94%'];
    expect(await findingsIn('chengdong', { '数据.csv': [CLAIMS, ...shares, ...floating] })).toEqual([]);
    const wrong = [CLAIMS, ...shares.slice(0, 2), '少数民族人口占比,37.88%'];
    expect(await findingsIn('chengdong', { '数据.csv': wrong })).toMatchObject([
      { rule: 'claim-minority-share', outcome: 'breach', at: '数据.csv!B4' },
    ]);
  });

  it('上海: 21449 of 28800 are 74.48%, not 80.4%, which is doubtful as the base is not told', async () => {
    const claims = [CLAIMS, '首批纳入人数,28800', '大专及以上人数,21449', '大专及以上占比,80.4%'];
    expect(await findingsIn('shanghai', { '数据.csv': claims })).toEqual([
      { rule: 'claim-education-share', outcome: 'undetermined', at: '数据.csv!B4', computed: '74.48%' },
    ]);
  });
});
