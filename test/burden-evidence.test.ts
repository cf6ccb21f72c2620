import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BurdenEvidence } from '../src/model/burden-evidence.ts';
import { jianfu } from './support/run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'burden-evidence-'));
function file(name: string, lines: readonly string[]): string {
  const target = path.join(folder, name);
  writeFileSync(target, lines.join('\n'));
  return target;
}

const before = file('甲社区2023.csv', [
  '社区依法履行职责事项清单,',
  '序号,事项名称',
  '1,推行居务公开',
  '2,管理财产',
]);
const after = file('甲社区2024.csv', ['社区依法履行职责事项清单,', '序号,事项名称', '1,推行居务公开']);

function burden(evidence: readonly string[], ...more: readonly string[]) {
  return jianfu(['burden', before, after, ...evidence.flatMap((one) => ['--evidence', one]), ...more]);
}
function evidenceOf(evidence: readonly string[], ...more: readonly string[]): BurdenEvidence {
  return JSON.parse(burden(evidence, ...more, '--out', 'json').stdout).evidence;
}

const SIGN_HEAD = '序号,所属社区,清理前,清理数,清理后,清理上墙制度';

describe('signs', () => {
  it('have a rate where the stock of every row is known', () => {
    const signs = file('牌子.csv', [SIGN_HEAD, '1,甲社区,20,15,5,3', '2,乙社区,10,6,4,1']);
    expect(evidenceOf([signs]).signs).toMatchObject({
      removed: 21,
      before: 30,
      after: 9,
      wallRules: 4,
      rate: { numerator: 21, denominator: 30, value: 70 },
      uneven: [],
    });
    expect(burden([signs]).stdout).toContain('清理 21 块，占清理前 30 块的 70.00%');
  });

  it('have none where one row does not say', () => {
    const signs = file('牌子少.csv', [SIGN_HEAD, '1,甲社区,20,15,5,3', '2,乙社区,,6,4,1']);
    expect(evidenceOf([signs]).signs).toMatchObject({ removed: 21, stockKnown: 1, rate: null });
    expect(burden([signs]).stdout).toContain('不算比率');
  });

  it('name the row that does not come out', () => {
    const signs = file('牌子错.csv', [SIGN_HEAD, '1,甲社区,20,15,5,3', '2,乙社区,10,6,5,1']);
    expect(evidenceOf([signs]).signs?.uneven).toMatchObject([
      { before: 10, removed: 6, after: 5, at: { a1: 'D3' } },
    ]);
  });
});

describe('certificates', () => {
  const DUTIES = ['社区依法履行职责事项清单,', '序号,事项名称', '1,推行居务公开'];
  const version = (name: string, certificates: readonly string[]) => {
    mkdirSync(path.join(folder, name));
    file(`${name}/甲社区.csv`, DUTIES);
    const rows = certificates.map((certificate, index) => `${index + 1},${certificate}`);
    if (rows.length > 0) file(`${name}/证明.csv`, ['序号,可出具证明名称', ...rows]);
    return path.join(folder, name);
  };
  const countOf = (was: string, is: string): BurdenEvidence['certificates'] =>
    JSON.parse(jianfu(['burden', was, is, '--out', 'json']).stdout).evidence.certificates;
  const four = version('证明2023', ['居住证明', '婚育证明', '收入证明', '居住证明 ']);

  it('are counted once by name, in both versions', () => {
    expect(countOf(four, version('证明2024', ['居住证明', '无房证明']))).toEqual({
      before: 3,
      after: 2,
      rate: { value: 33.33, numerator: 1, denominator: 3 },
      gone: ['婚育证明', '收入证明'],
      added: ['无房证明'],
    });
  });

  it('have no rate where only one version lists them', () => {
    expect(countOf(four, version('无证明2024', []))).toBeNull();
  });
});

const FORM_HEAD = '序号,报表名称,制发部门,数据项,更新频率,填报用时,清理意见';

describe('forms', () => {
  const forms = file('报表.csv', [
    FORM_HEAD,
    '1,老年人信息表,民政局,姓名、身份证号、住址、电话,每月,30,保留',
    '2,残疾人信息表,残联,姓名、身份证号、残疾等级,每季度,60,',
    '3,独居老人表,卫健委,姓名；住址；电话,每年,,',
    '4,旧台账,民政局,姓名、住址,每月,30,停用',
  ]);

  it('ask for the same fields in several departments; what is stopped asks no more', () => {
    const load = evidenceOf([forms]).forms;
    expect(load).toMatchObject({
      forms: 4,
      withFields: 3,
      stopped: { numerator: 1, denominator: 4, value: 25 },
      // 12 × 30 + 4 × 60 minutes; the third does not say how long.
      effort: { known: 2, hours: 10 },
    });
    expect(load?.shared.map(({ name, departments }) => [name, departments.length])).toEqual([
      ['姓名', 3],
      ['住址', 2],
      ['电话', 2],
      ['身份证号', 2],
    ]);
  });

  it('that are stopped are no longer asked for, by whomever and of whatever duty', () => {
    const { pushers } = evidenceOf([forms]);
    expect(pushers.map(({ department, forms: count }) => [department, count])).toEqual([
      ['卫健委', 1],
      ['残联', 1],
      ['民政局', 1],
    ]);
    const demanded = (disposition: string) => {
      const ledger = file('财产.csv', [FORM_HEAD, `1,财产管理台账,民政局,,每月,,${disposition}`]);
      return JSON.parse(burden([ledger], '--out', 'json').stdout).stillDone.length;
    };
    expect([demanded('保留'), demanded('停用')]).toEqual([1, 0]);
  });

  it('could be filled in from others', () => {
    const prefills = evidenceOf([forms]).forms?.prefills.map(({ form, from, share }) => [
      form,
      from,
      `${share.numerator}/${share.denominator}`,
    ]);
    expect(prefills).toEqual([
      ['独居老人表', '老年人信息表', '3/3'],
      ['老年人信息表', '独居老人表', '3/4'],
      ['残疾人信息表', '老年人信息表', '2/3'],
    ]);
  });
});

const DISPATCH_HEAD = '序号,下派日期,下派部门,下派事项,承接社区,审批文号';
const ADMISSION_HEAD = '序号,申请事项,申请部门,申请日期,审批日期,进入日期,退出日期,审批结果,审批文号';

describe('who asks, and whether it was let in', () => {
  const sent = file('下派.csv', [
    DISPATCH_HEAD,
    '1,2024-05-06,统计局,经济普查入户,甲社区,准〔2024〕1号',
    '2,2024-04-01,统计局,经济普查摸底,甲社区,准〔2024〕1号',
    '3,2025-05-06,统计局,经济普查补报,甲社区,准〔2024〕1号',
    '4,2024-05-06,卫健委,健康码核验,甲社区,',
    '5,2024-05-06,卫健委,入户登记,甲社区,准〔2024〕9号',
    '6,2023-01-01,公安局,犬只登记,甲社区,',
  ]);
  const admitted = file('准入.csv', [
    ADMISSION_HEAD,
    '1,经济普查,统计局,2024-04-08,2024-04-30,2024-05-06,2024-12-31,同意,准〔2024〕1号',
    '2,入户登记,卫健委,2024-04-08,2024-04-10,2024-06-03,2024-12-31,不同意,准〔2024〕9号',
  ]);

  it('departments stand in order with their running share', () => {
    const { pushers } = evidenceOf([sent, admitted], '--since', '2024-01-01');
    expect(
      pushers.map((one) => [one.department, one.dispatched, one.unapproved, one.cumulative.value]),
    ).toEqual([
      ['统计局', 3, 0, 60],
      ['卫健委', 2, 1, 100],
    ]);
    expect(pushers[0]?.share).toEqual({ value: 60, numerator: 3, denominator: 5 });
    const { stdout } = burden([sent, admitted]);
    expect(stdout.replace(/\s/g, '')).toContain('每件扣几分没有公布');
  });

  it('breaches are told apart; a refused application approves nothing', () => {
    const { admission } = evidenceOf([sent, admitted], '--since', '2024-01-01');
    expect(admission?.breaches.map(({ fault, item }) => [fault, item])).toEqual([
      ['before-approval', '经济普查摸底'],
      ['after-end', '经济普查补报'],
      ['no-approval', '健康码核验'],
      ['unknown-approval', '入户登记'],
    ]);
    expect(admission).toMatchObject({ lead: null, decision: null });
    expect(burden([sent, admitted]).stdout.replace(/\s/g, '')).toContain('没有规定准入的工作日期限');
  });

  it('limits in working days are those of the pack, holidays left out', () => {
    const { admission } = evidenceOf([admitted], '--policy', 'beijing');
    // 8 to 30 April 2024: 28 April is a make-up Sunday. 6 May comes after five days off and one make-up day.
    expect(admission?.breaches.map(({ fault, found, limit }) => [fault, found, limit])).toEqual([
      ['short-lead', '18', '30'],
      ['late-decision', '17', '15'],
    ]);
  });

  it('without a register of admissions a number is believed', () => {
    const { admission } = evidenceOf([sent], '--since', '2024-01-01');
    expect(admission?.breaches.map(({ fault }) => fault)).toEqual(['no-approval']);
  });
});

it('is told in English too, no line over 80 columns', () => {
  const forms = file('表.csv', [FORM_HEAD, '1,甲表,民政局,姓名,每月,30,', '2,乙表,残联,姓名,每月,30,']);
  const { stdout } = burden([forms], '--lang', 'en');
  expect(stdout).toContain('Fields that several departments ask for');
  expect(stdout).toMatch(/50\.00%\s+50\.00%\s+—\s+残联/);
  expect(stdout.split('\n').every((line) => [...line].length <= 80)).toBe(true);
});

it('nothing is told of what no table speaks of', () => {
  expect(evidenceOf([])).toEqual({
    signs: null,
    certificates: null,
    forms: null,
    pushers: [],
    admission: null,
    points: null,
  });
});
