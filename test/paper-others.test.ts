import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BurdenReport } from '../src/model/burden-report.ts';
import type { LayoutPlan } from '../src/model/layout.ts';
import type { StaffingReport } from '../src/model/staffing.ts';
import { type DocxText, readDocx } from './support/docx.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'papers-'));
const HEAD = '序号,清单类型,事项名称,主管部门,去向';
function list(name: string, ...rows: readonly string[]): string {
  const target = path.join(folder, name);
  writeFileSync(target, [HEAD, ...rows].join('\n'));
  return target;
}
const BURDEN = [
  'burden',
  list(
    '甲社区2023.csv',
    '1,履职清单,推行居务公开,民政局,',
    '2,协助清单,协助开展经济普查,统计局,',
    '3,协助清单,协助做好征兵工作,武装部,移交武装部',
    '4,协助清单,协助做好犬只登记,公安局,取消',
  ),
  list('甲社区2024.csv', '1,履职清单,推行居务公开,民政局,', '2,协助清单,协助开展经济普查,统计局,'),
];
const STAFF = ['staff', path.join(ROOT, 'fixtures/staffing/hohhot'), '--policy', 'hohhot', '--posts', '20'];
const LAYOUT = ['layout', 'plan', path.join(ROOT, 'fixtures/layout/street'), '--policy', 'hohhot'];

/** The paper of a command beside its facts, which one run of it gives. */
function told<F>(command: readonly string[], lang: string): { facts: F; paper: DocxText; bytes: Buffer } {
  const [target, saved] = ['paper.docx', 'facts.json'].map((name) => path.join(folder, name)) as [
    string,
    string,
  ];
  jianfu([...command, '--lang', lang, '--out', `docx=${target}`, '--out', `json=${saved}`]);
  const bytes = readFileSync(target);
  return { facts: JSON.parse(readFileSync(saved, 'utf8')) as F, paper: readDocx(bytes), bytes };
}

const numbersIn = (paper: DocxText, pattern: RegExp) =>
  pattern.exec(paper.paragraphs.join('\n'))?.slice(1).map(Number);

describe('papers of other commands', () => {
  it('burden: nominal and real reduction with both parts of each rate', () => {
    const { facts, paper } = told<BurdenReport>(BURDEN, 'zh-CN');
    const { nominal, real } = facts.likely;
    expect(paper.paragraphs[0]).toBe('社区减负情况报告');
    expect(
      numbersIn(
        paper,
        /由(\d+)项变为(\d+)项。名义减少(\d+)项，减少([\d.]+)%（\d+\/(\d+)）；实际减少(\d+)项，减少([\d.]+)%（\d+\/(\d+)）；两者相差(\d+)项/,
      ),
    ).toEqual([
      facts.balance.likely.before,
      facts.balance.likely.after,
      nominal.numerator,
      nominal.value,
      nominal.denominator,
      real.numerator,
      real.value,
      real.denominator,
      nominal.numerator - real.numerator,
    ]);
    const departments = paper.tables.at(-1)?.slice(1) ?? [];
    expect(departments.map(([before]) => Number(before))).toEqual(
      facts.shares.department.map(({ before }) => before),
    );
  });

  it('layout plan: the totals, and every community with its reason', () => {
    const { facts, paper } = told<LayoutPlan>(LAYOUT, 'zh-CN');
    const { totals } = facts;
    expect(
      numbersIn(
        paper,
        /现有社区(\d+)个，其中过大、偏小(\d+)个。方案新增(\d+)个，撤并(\d+)个，调整后(\d+)个，其中过大、偏小(\d+)个。改变所属社区的有(\d+)户，占全部(\d+)户的[\d.]+%，涉及网格(\d+)个/,
      ),
    ).toEqual([
      totals.before,
      totals.outOfRangeBefore,
      totals.added,
      totals.abolished,
      totals.after,
      totals.outOfRangeAfter,
      totals.householdsMoved,
      totals.households,
      totals.gridsMoved,
    ]);
    const shown = paper.blocks.flat(2).join('\n');
    expect(facts.decisions.filter(({ name }) => !shown.includes(name))).toEqual([]);
    expect(shown).toContain('不作为行政区划界线依据');
  });

  it('staff: workers, residents, ratio and gap of the whole', () => {
    const { facts, paper } = told<StaffingReport>(STAFF, 'zh-CN');
    const all = facts.ratios.find(({ level }) => level === 'city');
    expect(
      numbersIn(paper, /(\d+)个社区或街道有社区工作者(\d+)人，城镇常住人口(\d+)人，每万人([\d.]+)人/),
    ).toEqual([all?.places, all?.workers.low, all?.urbanResidents.low, all?.per10k.low]);
    expect(numbersIn(paper, /标准为每万名城镇常住人口(\d+)名/)).toEqual([facts.norm?.value]);
  });

  it.each([
    ['burden', BURDEN],
    ['layout plan', LAYOUT],
    ['staff', STAFF],
  ])('%s: same bytes again, whole sentences, and English where it is asked for', (_, command) => {
    const { bytes, paper } = told(command, 'zh-CN');
    expect(told(command, 'zh-CN').bytes.equals(bytes)).toBe(true);
    const [, ...sentences] = paper.paragraphs.filter(
      (text) => !/^[一二三四五六七八九十]+、|年\d+月/.test(text),
    );
    expect(sentences.filter((text) => !/[。：]$/.test(text))).toEqual([]);
    expect(paper.paragraphs.at(-1)).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日$/);
    const english = told(command, 'en').paper;
    expect(english.paragraphs.filter((text) => /[。；]/.test(text))).toEqual([]);
    expect(english.tables.length).toBe(paper.tables.length);
  });

  it('is refused where there is no paper, or no file for it', () => {
    for (const command of [BURDEN, LAYOUT, STAFF]) {
      const { code, stdout } = jianfu([...command, '--out', 'docx']);
      expect([code, stdout]).toEqual([2, '']);
    }
    expect(jianfu(['similar', String(BURDEN[1]), '--out', `docx=${path.join(folder, 'a.docx')}`]).code).toBe(
      2,
    );
  });
});
