import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Run } from '../src/model/run.ts';
import { submissionName } from '../src/model/submission.ts';
import type { Waiver } from '../src/model/waiver.ts';
import { PackError } from '../src/policy/pack-error.ts';
import { addWaivers, readWaivers } from '../src/policy/waiver-file.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const HEAD = '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n';
const SCHEMA = path.join(ROOT, 'schemas/waivers.schema.json');

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'standing-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

const inFolder = (cwd: string, ...args: string[]) => jianfu(['check', ...args], { cwd });
const runOf = (cwd: string, ...args: string[]): Run =>
  JSON.parse(inFolder(cwd, ...args, '--out', 'json').stdout);
/** `rule → fingerprint` of a list checked alone. */
const fingerprints = (list: string, name = '清单.csv') =>
  runOf(folderWith({ [name]: list }), '.').findings.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`);

describe('a fingerprint', () => {
  const list = `${HEAD}1,协 助维护社会治安,公安局\n2,协助做好禁毒防范,公安局\n`;
  const [plain] = fingerprints(list);

  it('is there to be compared', () => {
    expect(plain).toMatch(/^\S+ [0-9a-f]{16}$/);
  });

  it.each([
    ['the row moves', list.replace(HEAD, `${HEAD}\n`), '清单.csv'],
    [
      'another row comes before it and its own is renumbered',
      list.replace(HEAD, `${HEAD}0,协助做好消防宣传,应急局\n`),
      '清单.csv',
    ],
    ['the file carries another day and version', list, '清单20240308（修改版2）.csv'],
    ['the file is a copy', list, '清单 - 副本.csv'],
    ['the file comes back from checking', list, '清单_校验退回_20261121.csv'],
  ])('stays when %s', (_, changed, name) => {
    expect(fingerprints(changed, name)).toContain(plain);
  });

  it.each([
    ['the cell says something else', list.replace('治安', '秩序'), '清单.csv'],
    ['another unit hands it in', list, '另一社区清单.csv'],
    ['it stands in another folder', list, '新城区/清单.csv'],
  ])('is another when %s', (_, changed, name) => {
    const found = fingerprints(changed, name);
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain(plain);
  });

  it('is numbered where several findings say the same, and the numbers go on without a gap', () => {
    const same = `${HEAD}1,协助 维护社会治安,公安局\n2,协助 维护社会治安,公安局\n3,协助 维护社会治安,公安局\n`;
    const spaces = fingerprints(same).filter((one) => one.startsWith('cell-inner-space'));
    const [first = ''] = spaces;
    expect(spaces).toEqual([first, `${first}-2`, `${first}-3`]);
  });

  it('gives no identity number away: it is made of the masked one', () => {
    // Born on two days, and the same once the day is masked.
    const [left, right] = ['110105195001020026', '110105195001100026'].map((number) =>
      fingerprints(`${HEAD}1,协助 核实${number}的情况,公安局\n`),
    );
    expect(left?.length).toBeGreaterThan(0);
    expect(left).toEqual(right);
  });

  it.each([
    [
      '新城区/海拉尔东路街道/公主府社区居委会20240308（修改版2）.xlsx',
      '新城区/海拉尔东路街道/公主府社区居委会',
    ],
    ['公主府社区 2024年3月8日 最终版(1).xls', '公主府社区'],
    ['2024年第二季度公主府社区清单.xlsx', '公主府社区清单'],
    ['公主府社区_2024-03-08_v2.xlsx', '公主府社区'],
    ['150102001001.csv', '150102001001'],
    ['20240308.csv', '20240308'],
    ['第3社区.xlsx', '第3社区'],
    ['十二月社区.xlsx', '十二月社区'],
  ])('takes %s for %s', (name, same) => {
    expect(submissionName(name)).toBe(same);
  });
});

describe('waivers', () => {
  const files = {
    's/清单.csv': `${HEAD}1,协助 维护社会治安,公安局\n3,协助做好 禁毒防范,公安局\n`,
  };
  const first = runOf(folderWith(files), 's').findings;
  const [one = '', two = '', three = ''] = first.map(({ fingerprint }) => fingerprint);
  const approved = (fingerprint: string, more = '') =>
    `  - fingerprint: '${fingerprint}'\n    reason: 已核实\n    approver: 民政局\n    expires: '2027-12-31'\n${more}`;
  const withList = (...entries: string[]) =>
    folderWith({ ...files, 'jianfu-waivers.yaml': `waivers:\n${entries.join('')}` });

  it('have three findings to be tried on', () => {
    expect(new Set([one, two, three]).size).toBe(3);
  });

  it('take a finding out of what is reported and out of the exit code, and keep it in the account', () => {
    const cwd = withList(...first.map(({ fingerprint }) => approved(fingerprint)));
    const run = runOf(cwd, 's');
    expect(run.findings).toEqual([]);
    expect(run.waivers?.waived.map(({ finding }) => finding.fingerprint)).toEqual(
      first.map(({ fingerprint }) => fingerprint),
    );
    expect(inFolder(cwd, 's', '--fail-on', 'warning').code).toBe(0);
    expect(inFolder(cwd, 's', '--fail-on', 'warning', '--no-waivers').code).toBe(1);
    // A rule whose findings are waived has not passed, and its file is not clean.
    expect(run.rules.filter(({ state }) => state === 'findings').length).toBeGreaterThan(0);
    expect(run.figures.find(({ id }) => id === 'files.with-findings')?.value).toBe(1);
  });

  it.each([
    ['up to the last day, by the day of the run', '2026-06-30', []],
    ['not a day longer', '2026-07-01', ['expired']],
  ])('hold %s', (_, asOf, idle) => {
    const cwd = withList(approved(one).replace('2027-12-31', '2026-06-30'));
    const { waivers, findings } = runOf(cwd, 's', '--as-of', asOf);
    expect(waivers?.idle.map(({ why }) => why)).toEqual(idle);
    expect(findings.some(({ fingerprint }) => fingerprint === one)).toBe(idle.length > 0);
  });

  it('each end in one list of the account, with the reason', () => {
    const proposed = approved(two).replace('    approver: 民政局\n', '');
    const cwd = withList(
      approved(one),
      proposed,
      approved('0123456789abcdef'),
      approved('0123456789abcdee', '    file: 别的.csv\n'),
      approved('0123456789abcded', '    rule: no-such-rule\n'),
    );
    const { waivers } = runOf(cwd, 's');
    expect(waivers?.waived.map(({ waiver }) => waiver.fingerprint)).toEqual([one]);
    expect(waivers?.idle.map(({ why }) => why)).toEqual([
      'proposed',
      'unused',
      'not-looked-at',
      'not-looked-at',
    ]);
    for (const [lang, line] of [
      ['zh-CN', '已豁免1条；过期0，待批1，没有用上1，这次没有查到的文件或规则2'],
      ['en', '1waived;0expired,1notapprovedyet,1unused,2offilesorrulesthatwerenotchecked'],
    ] as const) {
      const { stdout } = inFolder(cwd, 's', '--lang', lang);
      expect(stdout.replace(/\s/g, '')).toContain(line);
      expect(stdout).toContain('民政局');
    }
  });

  it('are part of the JSON report as its schema says', () => {
    const schema = JSON.parse(readFileSync(path.join(ROOT, 'schemas/report.schema.json'), 'utf8'));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    const cwd = withList(approved(one), approved('0123456789abcdef'));
    inFolder(cwd, 's', '--baseline', 'b.json', '--update-baseline', '-q');
    expect(validate(runOf(cwd, 's', '--baseline', 'b.json')), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    ['a day that does not exist', approved(one).replace('2027-12-31', '2027-02-30'), 5, 'no-such-day'],
    ['one finding twice', approved(one) + approved(one), 6, 'repeated-id'],
    ['no reason', approved(one).replace('    reason: 已核实\n', ''), 2, 'missing-key'],
    ['a misspelt key', approved(one).replace('approver', 'aprover'), 4, 'unknown-key'],
    ['no fingerprint', approved('xyz'), 2, 'pattern'],
  ])('refuse %s, and say where', (_, entries, line, mistake) => {
    const cwd = withList(entries);
    const { code, stderr } = inFolder(cwd, 's');
    expect({ code, place: stderr.split('\n')[0] }).toEqual({
      code: 2,
      place: expect.stringContaining(`jianfu-waivers.yaml:${line}:`),
    });
    try {
      readWaivers(path.join(cwd, 'jianfu-waivers.yaml'), SCHEMA);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PackError);
      expect((error as PackError).mistake).toBe(mistake);
    }
  });

  it('that were named and are not there are told in both languages', () => {
    const cwd = folderWith(files);
    expect(inFolder(cwd, 's', '--waivers', 'x.yaml').stderr).toContain('找不到这份豁免清单');
    expect(inFolder(cwd, 's', '--waivers', 'x.yaml', '--lang', 'en').stderr).toContain(
      'no such list of waivers',
    );
  });

  it('are added at the end of a list that keeps its comments, and read back as they were', () => {
    const waiver: Waiver = {
      fingerprint: '0123456789abcdef',
      reason: '异议：数字“3,200”属实: # 已核',
      approver: null,
      document: '新民函〔2024〕12号',
      expires: '2027-12-31',
      rule: 'duty-item-count',
      file: '清单.csv',
      cell: '清单!A3',
    };
    const cwd = folderWith({});
    const file = path.join(cwd, 'list.yaml');
    const text = addWaivers('', [waiver], './waivers.schema.json');
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./waivers.schema.json');
    const noted = text.replace('waivers:', '# 2026年第一批\nwaivers:');
    const twice = addWaivers(
      noted,
      [waiver, { ...waiver, fingerprint: '0123456789abcdee', approver: '民政局' }],
      '',
    );
    writeFileSync(file, twice);
    expect(twice).toContain('# 2026年第一批');
    expect(readWaivers(file, SCHEMA)).toEqual([
      waiver,
      { ...waiver, fingerprint: '0123456789abcdee', approver: '民政局' },
    ]);
  });
});

describe('a baseline', () => {
  const before = `${HEAD}1,协助 维护社会治安,公安局\n3,协助做好禁毒防范,公安局\n`;
  const later = before.replace('协助 维护', '协助维护').replace('协助做好禁毒', '协助做好 禁毒');

  it('tells new findings from known ones, counts those that are gone, and fails on new ones alone if told to', () => {
    const cwd = folderWith({ 's/清单.csv': before });
    expect(inFolder(cwd, 's', '--baseline', 'b.json', '--update-baseline').code).toBe(0);
    const known = inFolder(cwd, 's', '--baseline', 'b.json', '--new-only', '--fail-on', 'warning');
    expect(known.code).toBe(0);
    expect(known.stdout.replace(/\s/g, '')).toContain('只报新问题：基线里的2条没有列出');
    writeFileSync(path.join(cwd, 's/清单.csv'), later);
    const { baseline, findings } = runOf(cwd, 's', '--baseline', 'b.json');
    expect(findings.map(({ rule, standing }) => `${rule} ${standing}`)).toEqual([
      'serial-gap known',
      'cell-inner-space new',
    ]);
    expect(baseline).toMatchObject({ fresh: 1, known: 1, gone: [{ rule: 'cell-inner-space' }] });
    expect(runOf(cwd, 's', '--baseline', 'b.json', '--new-only').findings.map(({ rule }) => rule)).toEqual([
      'cell-inner-space',
    ]);
    expect(inFolder(cwd, 's', '--baseline', 'b.json', '--new-only', '--fail-on', 'warning').code).toBe(1);
  });

  it('can be a report of an earlier run', () => {
    const cwd = folderWith({ 's/清单.csv': before });
    inFolder(cwd, 's', '--out', 'json=last.json');
    expect(runOf(cwd, 's', '--baseline', 'last.json').baseline).toMatchObject({
      fresh: 0,
      known: 2,
      gone: [],
    });
  });

  it('keeps what a run did not look at when it is written anew, and calls none of it gone', () => {
    const cwd = folderWith({ 's/甲.csv': before, 's/乙.csv': before });
    inFolder(cwd, 's', '--baseline', 'b.json', '--update-baseline');
    const whole = readFileSync(path.join(cwd, 'b.json'), 'utf8');
    const { baseline } = runOf(cwd, 's/甲.csv', '--baseline', 'b.json');
    expect(baseline).toMatchObject({ fresh: 0, known: 2, gone: [] });
    inFolder(cwd, 's/甲.csv', '--baseline', 'b.json', '--update-baseline');
    const sorted = (text: string) =>
      JSON.parse(text)
        .findings.map(({ fingerprint }: { fingerprint: string }) => fingerprint)
        .sort();
    expect(sorted(readFileSync(path.join(cwd, 'b.json'), 'utf8'))).toEqual(sorted(whole));
  });

  it('does not take in what is waived', () => {
    const cwd = folderWith({ 's/清单.csv': before });
    const [{ fingerprint = '' } = {}] = runOf(cwd, 's').findings;
    writeFileSync(
      path.join(cwd, 'jianfu-waivers.yaml'),
      `waivers:\n  - fingerprint: '${fingerprint}'\n    reason: 已核实\n    approver: 民政局\n    expires: '2027-12-31'\n`,
    );
    inFolder(cwd, 's', '--baseline', 'b.json', '--update-baseline');
    expect(readFileSync(path.join(cwd, 'b.json'), 'utf8')).not.toContain(fingerprint);
  });

  it.each([
    [['--new-only'], '--new-only 要和 --baseline'],
    [['--update-baseline'], '--update-baseline 要和 --baseline'],
    [['--baseline', 'none.json'], '找不到基线“none.json”'],
    [['--baseline', 's/清单.csv'], '“s/清单.csv”不是基线'],
    [['--baseline', 'broken.json'], 'findings[0].fingerprint'],
    [['--baseline', 's/清单.csv', '--update-baseline'], '“s/清单.csv”不是基线'],
  ])('%j: what is wrong is said before anything is checked', (args, said) => {
    const broken = '{"schemaVersion":1,"tool":{"name":"jianfu"},"findings":[{"rule":"x"}]}';
    const cwd = folderWith({ 's/清单.csv': before, 'broken.json': broken });
    const { code, stderr } = inFolder(cwd, 's', ...args);
    expect({ code, said: stderr.includes(said) }, stderr).toEqual({ code: 2, said: true });
    expect(readFileSync(path.join(cwd, 's/清单.csv'), 'utf8')).toBe(before);
  });
});
