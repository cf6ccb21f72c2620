import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { explainText } from '../src/cli/saved/explain.ts';
import { RULES } from '../src/rules/index.ts';
import { expectedOf, foundIn, readAnswers } from './support/answers.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const SAMPLE = path.join(ROOT, 'fixtures/cities/hohhot-sample');
const GOOD = '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n1,协助维护社会治安,公安局\n';
const BAD = `${GOOD}3,协助维护社会治安,公安局\n`;

function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cli-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

describe('jianfu check', () => {
  it('reports the sample as JSON that its published schema accepts, with every planted fault', () => {
    const { code, stdout, stderr } = jianfu(['check', SAMPLE, '--policy', 'hohhot', '--out', 'json']);
    expect(code).toBe(1);
    expect(stderr).toBe('');
    const report = JSON.parse(stdout);
    const schema = JSON.parse(readFileSync(path.join(ROOT, 'schemas/report.schema.json'), 'utf8'));
    const validate = new Ajv2020({
      strict: true,
      allowUnionTypes: true,
      strictTypes: false,
      strictRequired: false,
    }).compile(schema);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(foundIn(report)).toEqual(expectedOf(readAnswers(`${SAMPLE}.answers.json`)));
    expect(new Set(report.findings.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(
      report.findings.length,
    );
  });

  it('never prints a line wider than the terminal, and cuts no text', () => {
    const { stdout } = jianfu(['check', SAMPLE, '--policy', 'hohhot']);
    expect(Math.max(...stdout.split('\n').map(columns))).toBeLessThanOrEqual(80);
    const bare = (text: string) => text.replace(/\s/g, '');
    const { findings } = JSON.parse(jianfu(['check', SAMPLE, '--policy', 'hohhot', '--out', 'json']).stdout);
    const shown = bare(stdout);
    expect(findings.filter(({ text }: { text: string }) => !shown.includes(bare(text)))).toEqual([]);
  });

  it('counts the rules that had no table to check, and names those that lacked something', () => {
    const folder = folderWith({ '清单.csv': GOOD });
    const check = (...more: string[]) => jianfu(['check', folder, '--policy', 'hohhot', ...more]).stdout;
    const { skips } = JSON.parse(check('--out', 'json')) as {
      skips: { rule: string; reason: { id: string } }[];
    };
    const rulesOf = (isIdle: boolean) => [
      ...new Set(
        skips.filter(({ reason }) => (reason.id === 'nothing-to-check') === isIdle).map(({ rule }) => rule),
      ),
    ];
    const idle = rulesOf(true);
    expect(idle.length).toBeGreaterThan(40);
    for (const [language, line, end] of [
      ['zh-CN', `没有可检查的表：${idle.length} 条规则（编号见 --out json）`, '小结'],
      ['en', `no table to check: ${idle.length} of the rules (ids in --out json)`, 'Summary'],
    ] as const) {
      const stdout = check('--lang', language);
      const section = stdout.slice(stdout.search(/^(?:未检查|Not checked)$/mu), stdout.indexOf(`\n${end}`));
      expect(section).toContain(line);
      expect(rulesOf(false).filter((rule) => !section.includes(rule))).toEqual([]);
      expect(idle.filter((rule) => section.split(/\s+/u).includes(rule))).toEqual([]);
    }
  });

  it('says under the file which tables it read as one list', () => {
    const head = '序号,事项名称,主管部门';
    const folder = folderWith({
      '清单.csv': `社区依法协助政府工作事项清单,,,,,\n${head},${head}\n1,协助维护 社会治安,公安局,2,协助做好禁毒防范,公安局\n`,
    });
    const joined = (...more: string[]) =>
      jianfu(['check', folder, ...more])
        .stdout.split('\n')
        .filter((line) => /合为|Checked as one/.test(line));
    expect(joined()).toEqual([
      '合为一张清单：工作表“清单”自 A2 起 + 工作表“清单”自 D2 起。列名相同、序号相接，',
    ]);
    expect(joined('--lang', 'en')).toEqual([
      expect.stringContaining('sheet “清单” from A2 + sheet “清单” from D2'),
    ]);
    const [input] = JSON.parse(jianfu(['check', folder, '--out', 'json']).stdout).inputs;
    expect(input.joined).toEqual([
      [
        { sheet: '清单', cell: 'A2' },
        { sheet: '清单', cell: 'D2' },
      ],
    ]);
  });

  it('tells what thousands of rows share once, with its number, and draws it at once', () => {
    const rows = Array.from(
      { length: 3000 },
      (_, index) => `${index + 1},协 助做好工作${index + 1},公安局`,
    ).join('\n');
    const folder = folderWith({
      '清单.csv': `社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n${rows}\n`,
    });
    const { stdout, code } = jianfu(['check', folder]);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, '')).toContain('另有2990条同类问题');
    expect(stdout).toContain('问题 3000 条');
    expect(stdout.split('\n').length).toBeLessThan(200);
  });

  it('exits 0 on a clean file, 1 on findings, 0 on warnings alone or when told never to fail', () => {
    expect(jianfu(['check', folderWith({ '清单.csv': GOOD })]).code).toBe(0);
    expect(jianfu(['check', folderWith({ '清单.csv': BAD })]).code).toBe(1);
    expect(jianfu(['check', folderWith({ '清单.csv': BAD }), '--fail-on', 'never']).code).toBe(0);
    const gap = folderWith({ '清单.csv': GOOD.replace('1,协助', '2,协助') });
    expect(jianfu(['check', gap]).code).toBe(0);
    expect(jianfu(['check', gap, '--fail-on', 'warning']).code).toBe(1);
  });

  it('goes on past files that cannot be read, and lists lock files', () => {
    const folder = folderWith({ '甲.xlsx': '%PDF-1.7', '乙.csv': BAD, '~$甲.xlsx': 'x', '说明.docx': 'PK' });
    const { inputs, findings } = JSON.parse(jianfu(['check', folder, '--out', 'json']).stdout);
    expect(
      inputs.map(({ path: name, state }: { path: string; state: string }) => `${name} ${state}`),
    ).toEqual(['~$甲.xlsx skipped', '乙.csv read', '甲.xlsx unreadable', '说明.docx skipped']);
    expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual([
      'serial-gap',
      'duty-item-duplicate',
      'file-unreadable',
    ]);
  });

  it('writes several formats at once and overwrites no submission', () => {
    const folder = folderWith({ '清单.csv': BAD });
    const target = path.join(folder, 'r.json');
    const { stdout, stderr } = jianfu([
      'check',
      path.join(folder, '清单.csv'),
      '--out',
      'table',
      '--out',
      `json=${target}`,
    ]);
    expect(stdout).toContain('小结');
    expect(stderr).toContain('r.json');
    expect(JSON.parse(readFileSync(target, 'utf8')).findings).toHaveLength(2);
    const refused = jianfu(['check', folder, '--out', `json=${path.join(folder, '清单.csv')}`]);
    expect(refused.code).toBe(2);
    expect(readFileSync(path.join(folder, '清单.csv'), 'utf8')).toBe(BAD);
  });

  it('says in plain words when a report cannot be written, and leaves nothing half-written', () => {
    const folder = folderWith({ '清单.csv': BAD });
    const { code, stderr } = jianfu([
      'check',
      folder,
      '--out',
      `json=${path.join(folder, '没有', 'r.json')}`,
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('ENOENT');
    expect(readdirSync(folder)).toEqual(['清单.csv']);
  });

  it('reads standard input under the name it is given', () => {
    const { stdout } = jianfu(['check', '-', '--stdin-filename', '社区协助清单.csv', '--out', 'json'], {
      input: Buffer.from(BAD),
    });
    expect(JSON.parse(stdout).findings[0].origins[0]).toMatchObject({ file: '社区协助清单.csv', a1: 'A4' });
  });

  it('takes globs', () => {
    const folder = folderWith({ '甲/清单.csv': BAD, '乙/清单.csv': GOOD, '乙/清单.txt': GOOD });
    const { stdout } = jianfu(['check', '*/*.csv', '--out', 'json'], { cwd: folder });
    expect(JSON.parse(stdout).inputs.map(({ path: name }: { path: string }) => name)).toEqual([
      '乙/清单.csv',
      '甲/清单.csv',
    ]);
  });

  it('is the same to the byte whatever the locale, time zone, colour wish and order of arguments', () => {
    const first = jianfu(['check', SAMPLE, '--policy', 'hohhot', '--out', 'json']).stdout;
    const env = { LANG: 'tr_TR.UTF-8', LC_ALL: 'ja_JP.UTF-8', TZ: 'America/St_Johns', FORCE_COLOR: '1' };
    expect(jianfu(['check', SAMPLE, '--policy', 'hohhot', '--out', 'json'], { env }).stdout).toBe(first);
    const [a, b] = [folderWith({ '一.csv': BAD }), folderWith({ '二.csv': BAD })];
    expect(jianfu(['check', a, b, '--out', 'json']).stdout).toBe(
      jianfu(['check', b, a, '--out', 'json']).stdout,
    );
  });

  it('keeps colours out of pipes and obeys NO_COLOR and --color', () => {
    const folder = folderWith({ '清单.csv': BAD });
    const esc = String.fromCharCode(27);
    expect(jianfu(['check', folder]).stdout).not.toContain(esc);
    expect(jianfu(['check', folder, '--color', 'always']).stdout).toContain(esc);
    expect(jianfu(['check', folder], { env: { NO_COLOR: '1', FORCE_COLOR: '1' } }).stdout).not.toContain(
      escape,
    );
  });

  it('shows control characters of a submission instead of sending them to the terminal', () => {
    const folder = folderWith({
      '清单.csv': BAD.replaceAll('协助维护社会治安', '协助\u001b[31m维护\u202e治安'),
    });
    const { stdout } = jianfu(['check', folder]);
    expect(stdout).toContain('<U+001B>');
    expect(stdout).toContain('<U+202E>');
    expect(stdout).not.toContain('\u001b');
  });

  it('speaks English when asked, with the same facts', () => {
    const zh = JSON.parse(jianfu(['check', SAMPLE, '--policy', 'hohhot', '--out', 'json']).stdout);
    const en = JSON.parse(
      jianfu(['check', SAMPLE, '--policy', 'hohhot', '--out', 'json', '--lang', 'en']).stdout,
    );
    const facts = (report: { lang: string; findings: { text: string }[] }) => ({
      ...report,
      lang: '',
      findings: report.findings.map((finding) => ({ ...finding, text: '' })),
    });
    expect(facts(en)).toEqual(facts(zh));
    expect(
      en.findings.every(({ text }: { text: string }, index: number) => text !== zh.findings[index].text),
    ).toBe(true);
  });
});

describe('wrong usage exits 2, says what is meant, and prints nothing on standard output', () => {
  it.each([
    [['check', '没有的文件夹'], '没有匹配到'],
    [['check', SAMPLE, '--policy', 'hohot'], '您是不是想写“hohhot”'],
    [['check', SAMPLE, '--out', 'jsn'], '您是不是想写“json”'],
    [['check', SAMPLE, '--out', 'json', '--out', 'table'], '只能有一种格式'],
    [['check', SAMPLE, '--out', 'json='], '--out json='],
    [['check', SAMPLE, '--fail-on', 'always'], 'error | warning | never'],
    [['check', SAMPLE, '--as-of', '2024-02-30'], '2024-02-30'],
    [['check', SAMPLE, '--lang', 'fr'], 'zh-CN | en'],
    [['check', SAMPLE, '--polcy', 'hohhot'], '您是不是想写“--policy”'],
    [['chek', SAMPLE], '您是不是想写“check”'],
    [['check'], 'paths'],
    [['explain', 'serial-gaps'], '您是不是想写“serial-gap”'],
    [[], '用法'],
    [['packs'], '用法'],
  ])('%j', (args, words) => {
    const { code, stdout, stderr } = jianfu(args);
    expect(stderr).toContain(words);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('never calls a file clean of which nothing was checked', () => {
    const { findings } = JSON.parse(
      jianfu(['check', folderWith({ '清单.csv': '协助维护社会治安\n' }), '--out', 'json']).stdout,
    );
    expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(['sheet-without-table']);
  });

  it('a folder without any table', () => {
    const { code, stderr } = jianfu(['check', folderWith({ '说明.docx': 'x' })]);
    expect(code).toBe(2);
    expect(stderr).toContain('.xlsx');
  });

  it('a broken pack, with its place', () => {
    const folder = folderWith({
      'pack.yaml': "id: x\ntitle: {zh-CN: 甲, en: A}\nreviewed: '2024-01-01'\nruls: {}\n",
    });
    const { code, stderr } = jianfu(['check', SAMPLE, '--policy', folder]);
    expect(code).toBe(2);
    expect(stderr).toContain('pack.yaml:4:1');
    expect(stderr).toContain('您是不是想写“rules”');
  });
});

describe('other commands', () => {
  it('help is in one language throughout', () => {
    const { stdout, code } = jianfu(['help', 'check']);
    expect(code).toBe(0);
    expect(stdout).toContain('（默认：national）');
    expect(stdout).not.toMatch(/default|options\]|Usage/);
  });

  it('--version and --help go to standard output', () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(jianfu(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    const help = jianfu(['--help']);
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('用法：');
    expect(jianfu(['--help', '--lang', 'en']).stdout).toContain('Usage:');
  });

  it.each(RULES.map(({ id }) => [id]))('explain %s in both languages', (id) => {
    expect(explainText(id, 'zh-CN')).toContain('## 怎么改');
    const english = explainText(id, 'en');
    expect(english).toContain('## Remedy');
    expect(english).not.toContain('## 怎么改');
  });

  it('explain tells a check of a pack as its clause, whether the pack is named or not', () => {
    const { code, stdout } = jianfu(['explain', 'community-size-split']);
    expect(code).toBe(0);
    expect(stdout).toContain('（community-size-split）');
    expect(stdout).toContain('4000户');
    expect(jianfu(['explain', 'community-size-split', '--policy', 'hohhot']).stdout).toBe(stdout);
    expect(jianfu(['explain', 'community-size-split', '--lang', 'en']).stdout).toContain('Outcome: advice');
    const wrong = jianfu(['explain', 'community-size-splt']);
    expect({ code: wrong.code, stdout: wrong.stdout }).toEqual({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('community-size-split');
    expect(jianfu(['explain', 'community-size-split', '--policy', 'base']).code).toBe(2);
  });

  it('explain prints the page of a rule in the language asked for', () => {
    for (const id of ['serial-gap', 'file-unreadable']) {
      expect(jianfu(['explain', id]).stdout).toBe(explainText(id, 'zh-CN'));
      expect(jianfu(['explain', id, '--lang', 'en']).stdout).toBe(explainText(id, 'en'));
    }
  });

  it('packs list and packs show', () => {
    expect(jianfu(['packs', 'list']).stdout).toContain('hohhot');
    const shown = jianfu(['packs', 'show', 'hohhot']).stdout;
    expect(shown).toContain('duty-list.community.assist.count');
    expect(shown).toContain('61 项');
    expect(jianfu(['packs', 'show', 'hohhot', '--as-of', '2020-01-01']).stdout).not.toContain('61 项');
  });

  it('works from any folder, on paths with blanks', () => {
    const folder = folderWith({ '报送 材料/清单 (1).csv': BAD });
    copyFileSync(path.join(folder, '报送 材料/清单 (1).csv'), path.join(folder, '清单.csv'));
    const { stdout, code } = jianfu(['check', '报送 材料', '清单.csv', '--out', 'json'], { cwd: folder });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).inputs.map(({ path: name }: { path: string }) => name)).toEqual([
      '清单 (1).csv',
      '清单.csv',
    ]);
  });
});

/** Terminal columns of a line: two for every wide character. */
function columns(line: string): number {
  return [...line].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1),
    0,
  );
}
