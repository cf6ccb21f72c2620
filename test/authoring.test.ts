import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasWords } from '../src/i18n/units.ts';
import { shippedPacks } from '../src/policy/load.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { zipContent, zipEntries } from '../src/read/zip.ts';
import { ROOT, SHELF } from './support/paths.ts';
import { policyOf } from './support/policy.ts';
import { jianfu } from './support/run.ts';

/** A pack that is right in everything: one check, one example each way, one clause. */
const PACK: Readonly<Record<string, string>> = {
  'pack.yaml': "id: draft\ntitle: {zh-CN: 草案, en: Draft}\nextends: [base]\nreviewed: '2024-06-01'\n",
  'citations.yaml':
    'citations:\n  - {id: size, title: 布局方案, clause: 第三条, quote: 超过4000户的原则上拆分, source: 原文}\n',
  'parameters.yaml':
    "parameters:\n  - id: size.max\n    unit: 户\n    values:\n      - {from: '2024-01-01', value: 4000, citation: size}\n",
  'checks.yaml':
    'checks:\n  - id: size-split\n    title: {zh-CN: 规模过大, en: Too large}\n    severity: warning\n    modality: should\n    citations: [size]\n    method: range\n    of: community\n    field: households\n    max: size.max\n',
  'examples.yaml':
    'examples:\n  - id: large\n    situation: {zh-CN: 过大, en: Too large}\n    rules: [size-split]\n    tables:\n      - rows:\n          - [社区名称, 常住户数]\n          - [甲社区, 4200]\n    expect:\n      - {rule: size-split, at: B2, outcome: advice}\n  - id: kept\n    situation: {zh-CN: 不大, en: Kept}\n    rules: [size-split]\n    tables:\n      - rows:\n          - [社区名称, 常住户数]\n          - [甲社区, 4000]\n    expect: []\n',
  'coverage.yaml':
    'clauses:\n  - {citation: size, clause: 超过4000户的原则上拆分, covered: checked, rules: [size-split]}\n',
};

function packWith(changes: Readonly<Record<string, (text: string) => string>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'authoring-'));
  for (const [name, text] of Object.entries({ 'catalogue.yaml': '', 'columns.yaml': '', ...PACK })) {
    const changed = changes[name]?.(text) ?? text;
    mkdirSync(folder, { recursive: true });
    if (changed !== '') writeFileSync(path.join(folder, name), changed);
  }
  return folder;
}

describe('jianfu packs coverage', () => {
  const facts = (folder: string) => JSON.parse(jianfu(['packs', 'coverage', folder, '--out', 'json']).stdout);

  it('lists the clauses with their rules, and nothing is left out of a full ledger', () => {
    expect(facts(packWith())).toMatchObject({
      pack: 'draft',
      asOf: '2026-11-21',
      clauses: [{ citation: 'size', covered: 'checked', rules: ['size-split'] }],
      totals: { checked: 1, partly: 0, 'by-hand': 0, 'not-covered': 0 },
      idle: [],
      uncited: [],
      unlisted: [],
    });
    const { code, stdout } = jianfu(['packs', 'coverage', packWith()]);
    expect(code).toBe(0);
    expect(stdout).toContain('已检查  超过4000户的原则上拆分');
    expect(stdout).toContain('条文 1 条：已检查 1，部分检查 0，人工核对 0，未检查 0。');
  });

  it('names a rule whose clause the ledger lacks', () => {
    const folder = packWith({ 'coverage.yaml': () => '' });
    expect(facts(folder)).toMatchObject({
      unlisted: [{ rule: 'size-split', citation: 'size' }],
      uncited: [],
    });
  });

  it('names a citation that nothing rests on', () => {
    const folder = packWith({
      'citations.yaml': (text) => `${text}  - {id: idle, title: 没人引用, source: 原文}\n`,
    });
    expect(facts(folder)).toMatchObject({ unlisted: [], uncited: ['idle'] });
  });

  it('names a rule of the ledger that is switched off', () => {
    const folder = packWith({ 'pack.yaml': (text) => `${text}rules: {size-split: {severity: 'off'}}\n` });
    expect(facts(folder).idle).toEqual([{ clause: '超过4000户的原则上拆分', rule: 'size-split' }]);
  });
});

describe('jianfu packs test', () => {
  it('passes what comes out as it should', () => {
    expect(jianfu(['packs', 'test', packWith()])).toEqual({
      code: 0,
      stdout: '例子 2 个：对 2，错 0；缺例子 0 处。\n',
      stderr: '',
    });
  });

  it('shows expected against found, in both languages', () => {
    const folder = packWith({ 'examples.yaml': (text) => text.replace('at: B2', 'at: B3') });
    const shown = jianfu(['packs', 'test', folder]);
    expect(shown.code).toBe(1);
    expect(shown.stdout).toMatch(/应有而没有\s+B3\s+size-split/);
    expect(shown.stdout).toMatch(/多出来的\s+表1!B2\s+size-split/);
    const english = jianfu(['packs', 'test', folder, '--lang', 'en']).stdout;
    expect(english).toMatch(/expected\s+B3\s+size-split/);
    expect(english).toContain('2 examples: 1 right, 1 wrong; 0 lacking.');
  });

  it('asks for an example each way', () => {
    const folder = packWith({ 'examples.yaml': (text) => text.slice(0, text.indexOf('  - id: kept')) });
    const { code, stdout } = jianfu(['packs', 'test', folder, '--out', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).untried).toEqual([{ rule: 'size-split', lacks: 'pass' }]);
  });

  it('ends with 2 where the pack has a mistake', () => {
    const folder = packWith({ 'checks.yaml': (text) => text.replace('size.max', 'size.mx') });
    const { code, stdout, stderr } = jianfu(['packs', 'test', folder]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('checks.yaml:10:10');
  });
});

describe('jianfu packs lint', () => {
  const lint = (folder: string, ...rest: string[]) => {
    const { code, stdout } = jianfu(['packs', 'lint', folder, '--out', 'json', ...rest]);
    return { code, ...JSON.parse(stdout) };
  };
  const places = (found: readonly { file: string; line: number; mistake?: string; hint?: string }[]) =>
    found.map(({ file, line, mistake, hint }) => `${path.basename(file)}:${line} ${mistake ?? hint}`);

  it('has nothing to say of a pack that is right', () => {
    expect(lint(packWith(), '--fail-on', 'hint')).toEqual({ code: 0, mistakes: [], hints: [] });
  });

  it('tells all mistakes of form in all files, not only the first', () => {
    const folder = packWith({
      'pack.yaml': (text) => `${text}colour: red\nsize: large\n`,
      'parameters.yaml': (text) => text.replace('unit: 户', 'unit: 7').replace(', citation: size', ''),
      'citations.yaml': () => 'citations: [\n',
    });
    const { code, mistakes, hints } = lint(folder);
    expect(code).toBe(2);
    expect(hints).toEqual([]);
    expect(places(mistakes)).toEqual([
      'citations.yaml:2 yaml',
      'pack.yaml:5 unknown-key',
      'pack.yaml:6 unknown-key',
      'parameters.yaml:3 unquoted',
      'parameters.yaml:5 no-origin',
    ]);
  });

  it('tells all names that lead nowhere', () => {
    const folder = packWith({
      'pack.yaml': (text) => `${text}rules: {serial-gaps: {severity: error, options: {a: 1}}}\n`,
      'checks.yaml': (text) => text.replace('size.max', 'size.mx').replace('households', 'housholds'),
      'parameters.yaml': (text) => text.replace('2024-01-01', '2024-02-30'),
    });
    expect(places(lint(folder).mistakes)).toEqual([
      'checks.yaml:9 unknown-field',
      'checks.yaml:10 unknown-parameter',
      'pack.yaml:5 unknown-rule',
      'parameters.yaml:5 no-such-day',
    ]);
  });

  it('hints at what is odd, and counts it only when asked to', () => {
    const folder = packWith({
      'citations.yaml': (text) => `${text}  - {id: idle, title: 没人引用, source: 原文}\n`,
      'parameters.yaml': (text) =>
        `${text.replace('value: 4000', "to: '2025-12-31', value: 4000")}      - {from: '2025-01-01', value: 5000, citation: size}\n  - id: duty-list.community.asist.count\n    unit: 项\n    values: [{from: '2024-01-01', value: 1, form: true}]\n`,
      'examples.yaml': (text) => text.slice(0, text.indexOf('  - id: kept')),
      'coverage.yaml': () => '',
    });
    const { code, mistakes, hints } = lint(folder);
    expect({ code, mistakes }).toEqual({ code: 0, mistakes: [] });
    expect(places(hints)).toEqual([
      'checks.yaml:2 no-pass-example',
      'citations.yaml:2 no-clause-listed',
      'citations.yaml:3 unused-citation',
      'parameters.yaml:6 overlapping-values',
      'parameters.yaml:7 unused-parameter',
    ]);
    expect(hints[4].args.suggestion).toBe('duty-list.community.assist.count');
    expect(lint(folder, '--fail-on', 'hint').code).toBe(1);
  });

  it('speaks Chinese of broken YAML', () => {
    const { stdout } = jianfu(['packs', 'lint', packWith({ 'citations.yaml': () => 'citations: [\n' })]);
    expect(stdout).toContain('不是正确的 YAML：');
    expect(stdout).not.toMatch(/Flow|collection|must|expected/i);
    expect(stdout).toContain('错误 1 处，提示 0 处。');
  });
});

describe('jianfu packs show', () => {
  it('--trace names every layer that had a say, with its line and clause', () => {
    const folder = packWith({
      'pack.yaml': (text) =>
        `${text}rules: {size-split: {severity: info}, serial-gap: {severity: error}, table-uncertain: {severity: 'off'}}\n`,
      'catalogue.yaml': () => 'catalogues:\n  - {id: word.placeholder, add: [示范文字], remove: [内容]}\n',
      'columns.yaml': () => 'kinds:\n  - {id: community, fields: [{id: households, words: [在住户数]}]}\n',
    });
    const trace = (id: string) => {
      const { stdout } = jianfu(['packs', 'show', folder, '--trace', id, '--out', 'json']);
      return JSON.parse(stdout).traces.map(
        (one: {
          steps: { pack: string; said: string; place: { file: string; line: number }; citations: string[] }[];
        }) =>
          one.steps.map(({ pack, said, place, citations }) =>
            [pack, path.basename(place.file), place.line, said, ...citations].join(' '),
          ),
      );
    };
    expect(trace('size')).toEqual([
      [
        'draft checks.yaml 2 method: range, severity: warning, modality: should size',
        'draft pack.yaml 5 severity: info',
      ],
      ['draft parameters.yaml 5 4000 户, 2024-01-01 … size'],
    ]);
    expect(trace('serial-gap')[0]).toHaveLength(2);
    expect(trace('word.placeholder 内容')).toEqual([
      [expect.stringMatching(/^base catalogue\.yaml \d+ = 内容/), 'draft catalogue.yaml 2 −'],
    ]);
    expect(trace('community.households 在住户数')).toEqual([['draft columns.yaml 2 +']]);
  });

  it('--trace of nothing says what there is', () => {
    const { code, stderr } = jianfu(['packs', 'show', packWith(), '--trace', 'size.mx']);
    expect(code).toBe(2);
    expect(stderr).toContain('您是不是想写“size.max”？');
  });

  it('--catalogues and --words list what the plain form leaves out', () => {
    expect(jianfu(['packs', 'show', 'hohhot', '--catalogues']).stdout).toContain('word.placeholder');
    expect(jianfu(['packs', 'show', 'hohhot', '--words', '--lang', 'en']).stdout).toMatch(/Households/i);
  });

  it('packs list tells reviewed day, number of rules, region and layers', () => {
    const { stdout } = jianfu(['packs', 'list']);
    expect(stdout).toMatch(/hohhot\s+\d{4}-\d\d-\d\d\s+\d+\s/);
    expect(stdout).toContain('内蒙古自治区呼和浩特市');
    expect(stdout).toContain('base → national');
  });
});

describe('jianfu packs diff', () => {
  const differences = (before: string, after: string) =>
    JSON.parse(jianfu(['packs', 'diff', before, after, '--out', 'json']).stdout).differences;

  it('tells clauses, values with days, rules, entries and words, and only what changed', () => {
    const changed = packWith({
      'citations.yaml': (text) => text.replace('第三条', '第四条'),
      'parameters.yaml': (text) => `${text}      - {from: '2030-01-01', value: 5000, citation: size}\n`,
      'checks.yaml': (text) => text.replace('severity: warning', 'severity: error'),
      'catalogue.yaml': () => 'catalogues:\n  - {id: word.placeholder, add: [示范文字]}\n',
      'columns.yaml': () => 'kinds:\n  - {id: community, fields: [{id: households, words: [在住户数]}]}\n',
    });
    const before = packWith();
    expect(differences(before, before)).toEqual([]);
    expect(
      differences(before, changed).map(({ part, id }: { part: string; id: string }) => `${part} ${id}`),
    ).toEqual([
      'citation size',
      'parameter size.max',
      'rule size-split',
      'entry word.placeholder 示范文字',
      'word community.households 在住户数',
    ]);
    const { stdout, code } = jianfu(['packs', 'diff', before, changed]);
    expect(code).toBe(0);
    expect(stdout).toContain('− severity: warning');
    expect(stdout).toContain('+ severity: error');
    expect(stdout).not.toContain('modality: should');
    expect(stdout).toContain('+ 5000 户（2030-01-01 … ）');
  });

  it('compares two days of one pack', () => {
    const folder = packWith();
    expect(differences(`${folder}@2023-12-31`, `${folder}@2024-01-01`)).toEqual([
      { part: 'parameter', id: 'size.max', before: null, after: '4000 户（2024-01-01 … ）size' },
    ]);
  });
});

describe('jianfu packs new', () => {
  it('makes a pack that loads, has nothing odd and passes its own test, and overwrites nothing', () => {
    const cwd = packWith();
    expect(jianfu(['packs', 'new', 'my-city', '--extends', 'hohhot'], { cwd }).code).toBe(0);
    expect(jianfu(['packs', 'lint', './my-city', '--fail-on', 'hint'], { cwd }).code).toBe(0);
    expect(jianfu(['packs', 'test', './my-city'], { cwd }).code).toBe(0);
    const text = readFileSync(path.join(cwd, 'my-city/pack.yaml'), 'utf8');
    expect(text).toMatch(/^# yaml-language-server: \$schema=.*policy-pack\.schema\.json\n/);
    const again = jianfu(['packs', 'new', 'my-city'], { cwd });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('已经存在');
    expect(readFileSync(path.join(cwd, 'my-city/pack.yaml'), 'utf8')).toBe(text);
    expect(jianfu(['packs', 'new', '我市'], { cwd }).code).toBe(2);
  });
});

describe('jianfu packs rehearse', () => {
  it('tells what a draft newly flags and no longer flags, which rules never fire and which always do', () => {
    const draft = packWith({
      'pack.yaml': (text) => `${text}rules: {cell-inner-space: {severity: 'off'}}\n`,
    });
    const data = mkdtempSync(path.join(tmpdir(), 'rehearse-'));
    writeFileSync(
      path.join(data, '甲.csv'),
      '序号,社区名称,常住户数\n1,甲社区,4200\n3,乙社区,4000\n4,丙 社区,5000\n',
    );
    writeFileSync(path.join(data, '乙.csv'), '序号,社区名称,常住户数\n1,丁社区,9000\n2,戊社区,100\n');
    const { code, stdout } = jianfu(['packs', 'rehearse', draft, '--on', data, '--out', 'json']);
    expect(code).toBe(0);
    const { base, files, rules } = JSON.parse(stdout);
    expect({ base, files }).toEqual({ base: 'base', files: 2 });
    const of = (id: string) => rules.find(({ rule }: { rule: string }) => rule === id);
    expect(of('size-split')).toMatchObject({ state: 'findings', added: 3, gone: 0, kept: 0, flagged: 2 });
    expect(
      of('size-split').samples.map(({ file, a1 }: { file: string; a1: string }) => `${file} ${a1}`),
    ).toEqual(['乙.csv C2', '甲.csv C2', '甲.csv C4']);
    expect(of('cell-inner-space')).toMatchObject({ state: null, added: 0, gone: 1, kept: 0 });
    expect(of('quantity-unit')).toMatchObject({ state: 'passed', added: 0, gone: 0, kept: 0 });
    const table = jianfu(['packs', 'rehearse', draft, '--on', data, '--against', 'base']).stdout;
    expect(table).toMatch(/3\s+0\s+0\s+规模过大 {2}size-split/);
    expect(table).toMatch(/100% \(2\/2\)\s+规模过大/);
    expect(table).toContain('新报 3 条，不再报 1 条，不变 0 条。');
  });
});

describe('docs/policy-packs.md', () => {
  it.each(['Authoring', '编写工具'])('shows under “%s” what the commands print, word for word', (title) => {
    const text = readFileSync(path.join(ROOT, 'docs/policy-packs.md'), 'utf8');
    const [, block = ''] = /```\n([\s\S]*?)```/.exec(text.slice(text.indexOf(`## ${title}`))) ?? [];
    const steps = block.split(/^\$ jianfu /m).slice(1);
    expect(steps).toHaveLength(3);
    const cwd = mkdtempSync(path.join(tmpdir(), 'authoring-'));
    for (const step of steps) {
      const [command = '', ...lines] = step.split('\n');
      expect(jianfu(command.split(' '), { cwd }).stdout).toBe(lines.join('\n'));
    }
  });
});

describe('shipped packs', () => {
  it('have no mistake and nothing odd: every value is asked for, or kept for a reason that the ledger gives', () => {
    for (const id of shippedPacks(SHELF)) {
      const { code, stdout } = jianfu(['packs', 'lint', id, '--fail-on', 'hint']);
      expect({ id, code, stdout }).toMatchObject({ id, code: 0 });
    }
  });

  it('a value that is kept for no reason is told, one with a reason is not, and a reason for nothing is a mistake', () => {
    const idle = (text: string) =>
      `${text}  - id: size.old\n    unit: 户\n    values:\n      - {from: '2024-01-01', value: 100, citation: size}\n`;
    const ledger = (id: string) => (text: string) =>
      `${text}  - {citation: size, clause: 旧标准, covered: not-covered, parameters: [${id}], reason: {zh-CN: 备查, en: For the record}}\n`;
    const lint = (changes: Parameters<typeof packWith>[0]) =>
      jianfu(['packs', 'lint', packWith(changes)]).stdout;
    expect(lint({ 'parameters.yaml': idle })).toContain('没有规则用到参数“size.old”');
    expect(lint({ 'parameters.yaml': idle, 'coverage.yaml': ledger('size.old') })).toContain('提示 0 处');
    expect(lint({ 'coverage.yaml': ledger('size.odd') })).toContain('没有参数“size.odd”');
  });
});

describe('jianfu packs doc', () => {
  it('prints the pack as a paper: each rule as a clause with its value, words and outcome; what is not checked', () => {
    const folder = packWith({
      'coverage.yaml': (text) =>
        `${text}  - {citation: size, clause: 另行研究, covered: by-hand, reason: {zh-CN: 方案没有报送, en: The plan is not handed in}}\n`,
    });
    const { code, stdout } = jianfu(['packs', 'doc', folder]);
    expect(code).toBe(0);
    for (const part of [
      '# 草案检查办法',
      '## 一、检查依据',
      '1.《布局方案》“第三条”。来源：原文。',
      '### （一）规模过大',
      '检查方法：看“社区基本情况”表。逐行看“常住户数”是否在界限之内。不高于4000户（自2024年1月1日起）。',
      '原文为“超过4000户的原则上拆分”。',
      '结果：建议（原则上·一般）。',
      '1.另行研究（《布局方案》“第三条”）：人工核对。方案没有报送。',
    ])
      expect(stdout).toContain(part);
    expect(jianfu(['packs', 'doc', folder, '--lang', 'en']).stdout).toContain(
      'Not more than 4000 households (from 2024-01-01).',
    );
    expect(jianfu(['packs', 'doc', folder, '--out', 'docx']).code).toBe(2);
  });

  it('prints conditions in words, and every unit and catalogue in both languages', async () => {
    for (const id of shippedPacks(SHELF)) {
      const policy = await policyOf(id);
      expect(
        [...policy.parameters.values()].filter(({ unit }) => !hasWords(unit)).map(({ unit }) => unit),
      ).toEqual([]);
      for (const { title } of policy.catalogues.values()) expect(title.en).not.toMatch(/\p{Script=Han}/u);
      for (const check of policy.checks.values()) expect(check.where === null).toBe(check.whereSays === null);
    }
    for (const lang of ['zh-CN', 'en']) {
      const { stdout } = jianfu(['packs', 'doc', 'hohhot', '--lang', lang]);
      expect(stdout).not.toMatch(/row\.[a-z]/i);
      expect(stdout).not.toMatch(/。。|\.\.\s/);
    }
    const { stdout } = jianfu(['packs', 'doc', 'hohhot', '--lang', 'en']);
    expect(stdout).toContain(
      'Only: hung outside, and not among those that were to go. A condition is looked at. It must hold that a plate outside bears one of the five names seen. Where it does not, but of “4+2” the sixth name was not seen, the outcome is undetermined.',
    );
    expect(stdout).toContain('Not less than 18 people per ten thousand people (from 2021-01-01).');
    expect(stdout).toContain('Against the catalogue guide plates that are due (1).');
  });

  it('as Word has the layout of GB/T 9704 and the same words', () => {
    const folder = packWith();
    const target = path.join(folder, '检查办法.docx');
    expect(jianfu(['packs', 'doc', folder, '--out', `docx=${target}`]).code).toBe(0);
    const xml = partOf(target, 'word/document.xml');
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/);
    expect(xml).toContain('w:line="579" w:lineRule="exact"');
    expect(xml).toContain('w:eastAsia="仿宋_GB2312"');
    expect(xml).toContain('w:firstLineChars="200"');
    const words = (text: string) => text.replace(/[\s\\#]/g, '');
    const shown = words(
      [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
        .map(([, text = '']) => text)
        .join('')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
    );
    expect(shown).toBe(words(jianfu(['packs', 'doc', folder]).stdout));
    const again = path.join(folder, 'again.docx');
    jianfu(['packs', 'doc', folder, '--out', `docx=${again}`]);
    expect(readFileSync(again).equals(readFileSync(target))).toBe(true);
  });
});

/** One part of a ZIP, as text. */
function partOf(file: string, name: string): string {
  const bytes = readFileSync(file);
  const entry = zipEntries(bytes, DEFAULT_LIMITS).find((one) => one.name === name);
  if (entry === undefined) throw new Error(`no part ${name}`);
  return zipContent(bytes, entry, DEFAULT_LIMITS).toString('utf8');
}
