import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { fileAtFor } from '../src/cli/check/file-at.ts';
import type { Run } from '../src/model/run.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const FORMATS = ['json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'ndjson'] as const;
type Format = (typeof FORMATS)[number];
type Reports = Readonly<Record<Format, string>>;

/** All formats of one check, made in the folder that holds `s`. */
function reportsOf(cwd: string, ...more: string[]): Reports {
  const outputs = FORMATS.flatMap((format) => ['--out', `${format}=${format}.out`]);
  const { code, stderr } = jianfu(['check', 's', ...outputs, '-q', ...more], { cwd });
  expect(code, stderr).toBeLessThan(2);
  const read = (format: Format) => [format, readFileSync(path.join(cwd, `${format}.out`), 'utf8')] as const;
  return Object.fromEntries(FORMATS.map(read)) as Reports;
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ci-'));
  mkdirSync(path.join(folder, 's'));
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
}

const HEAD = '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n';
const EVIL = [
  '::error title=假的::你被骗了',
  '协助%0A::set-output name=x::y',
  '协助##[add-mask]秘密',
  '协助##vso[task.setvariable variable=x]y',
  '<img src=x onerror=alert(1)><script>1</script>',
  '协助|竖线| [链接](javascript:alert(1)) ![图](x) `码` @某人 <!--',
  '协助\u001b[31m红\u0007',
  '协助\u202e反转\u2066x',
  '协助\ufffe\uffff字',
  '协助𠮷野家👨‍👩‍👧]]>&amp;',
  '协助\n::warning::第二行',
];
const NAME = '甲%0A,x=1 ::error::乙';
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
/** Every text twice, so that a finding quotes it. */
const EVIL_LIST = `${HEAD}${EVIL.flatMap((text) => [text, text])
  .map((text, index) => `${index + 1},${quoted(text)},公安局`)
  .join('\n')}\n`;
const FILES = {
  [`s/${NAME}.csv`]: EVIL_LIST,
  's/坏.xlsx': '%PDF-1.4',
  's/另一.csv': `${HEAD}1,协助 维护社会治安,公安局\n2,协助 维护社会治安,公安局\n`,
};

const folder = folderWith(FILES);
const first = reportsOf(folder);
const run: Run = JSON.parse(first.json);
const [{ fingerprint: waivedOne = '' } = {}] = run.findings;
writeFileSync(
  path.join(folder, 'jianfu-waivers.yaml'),
  `waivers:\n  - fingerprint: '${waivedOne}'\n    reason: 已核实 ::error::x\n    approver: 民政局\n    expires: '2027-12-31'\n  - fingerprint: '0123456789abcdef'\n    reason: 旧\n    approver: 民政局\n    expires: '2020-12-31'\n`,
);
const reports = reportsOf(folder);
const open = run.findings.length - 1;

describe('every format', () => {
  it('has something to show: quoted texts, an unreadable file, a waiver', () => {
    expect(run.findings.length).toBeGreaterThan(15);
    expect(new Set(run.findings.map(({ severity }) => severity)).size).toBeGreaterThan(1);
    const facts = JSON.stringify(run.findings.map(({ message }) => message.args));
    for (const text of ['::error title', '##[add-mask]', 'onerror', '𠮷']) expect(facts).toContain(text);
  });

  it('is the same bytes each time', () => {
    expect(reportsOf(folder)).toEqual(reports);
  });

  it.each(FORMATS)('%s holds no command of a log, no escape and no mark that turns the reading', (format) => {
    for (const line of reports[format].split('\n')) {
      if (format !== 'github') expect(line.trimStart()).not.toMatch(/^::/);
      expect(line).not.toMatch(/##(?:vso)?\[/);
      expect(line).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }
  });

  it('nor does the table, although cells are wrapped', () => {
    const { stdout } = jianfu(['check', 's'], { cwd: folder });
    expect(stdout.replace(/\s/g, '')).toContain('你被骗了');
    for (const line of stdout.split('\n')) expect(line.trimStart()).not.toMatch(/^::[A-Za-z]|##(?:vso)?\[/);
  });

  it('tells what was waived and what is expired, in both languages', () => {
    const english = reportsOf(folder, '--lang', 'en');
    const said = (text: string) => text.replace(/\\u[0-9a-f]{4}|\\|\s|&#10;/g, '');
    for (const format of FORMATS) {
      if (format === 'json' || format === 'ndjson') continue;
      expect(said(reports[format]), format).toContain('已豁免1条；过期1');
      expect(said(english[format]), format).toContain('1waived;1expired');
    }
    expect(JSON.parse(reports.json).waivers.waived).toHaveLength(1);
  });
});

describe('SARIF', () => {
  const schema = JSON.parse(readFileSync(path.join(ROOT, 'test/sarif/sarif-schema-2.1.0.json'), 'utf8'));
  // Written for draft 4, which names itself by other words and is otherwise the same for what this schema uses.
  const { $schema: _, id: __, ...body } = schema;
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(body);
  const log = JSON.parse(reports.sarif);
  const [sarif] = log.runs;

  it('is what the schema of OASIS says, with and without findings, in both languages', () => {
    const clean = folderWith({ 's/清单.csv': `${HEAD}1,协助维护社会治安,公安局\n` });
    for (const text of [reports.sarif, reportsOf(clean).sarif, reportsOf(folder, '--lang', 'en').sarif])
      expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('and the schema does refuse what is wrong', () => {
    const broken = structuredClone(log);
    broken.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0;
    expect(validate(broken)).toBe(false);
  });

  it('places each finding at its row and column, with sheet!A1 and the file as it lies', () => {
    const places = sarif.results.map((result: { locations: [Place] }) => {
      const [{ physicalLocation, logicalLocations }] = result.locations;
      const { startLine, startColumn } = physicalLocation.region;
      const file = decodeURIComponent(physicalLocation.artifactLocation.uri);
      return [
        file,
        startLine,
        startColumn,
        logicalLocations?.[0]?.fullyQualifiedName.split('!').at(-1) ?? null,
      ];
    });
    const expected = run.findings.map(({ origins: [origin] }) => {
      return [`s/${origin?.file}`, origin?.line ?? origin?.row ?? 1, origin?.column ?? 1, origin?.a1 ?? null];
    });
    const sorted = (all: unknown[]) => all.map((one) => JSON.stringify(one)).sort();
    expect(sorted(places)).toEqual(sorted(expected));
  });

  interface Place {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number; readonly startColumn: number };
    };
    readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
  }

  it('suppresses what is waived, names every rule once, and fingerprints apart', () => {
    const suppressed = sarif.results.filter(({ suppressions }: { suppressions?: unknown }) => suppressions);
    expect(suppressed).toHaveLength(1);
    const rules: { id: string; help: { text: string } }[] = sarif.tool.driver.rules;
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { ruleId, ruleIndex } of sarif.results) expect(rules[ruleIndex]?.id).toBe(ruleId);
    for (const { help } of rules) expect(help.text).toMatch(/依据|形式检查/);
    const prints = sarif.results.map((result: { partialFingerprints: object }) =>
      JSON.stringify(result.partialFingerprints),
    );
    expect(new Set(prints).size).toBe(run.findings.length);
  });

  it('notes the unreadable file, and that the run succeeded all the same', () => {
    const [invocation] = sarif.invocations;
    expect(invocation.executionSuccessful).toBe(true);
    expect(JSON.stringify(invocation.toolExecutionNotifications)).toContain(encodeURIComponent('坏.xlsx'));
    expect(JSON.stringify(invocation.toolConfigurationNotifications)).toContain('已过期');
  });
});

describe('JUnit', () => {
  interface Element {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly parent: string;
  }

  function elementsOf(xml: string): Element[] {
    const parser = new SaxesParser();
    const elements: Element[] = [];
    const parents: string[] = [];
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      elements.push({ name, attributes: attributes as Record<string, string>, parent: parents.at(-1) ?? '' });
      parents.push(name);
    });
    parser.on('closetag', () => parents.pop());
    parser.write(xml).close();
    return elements;
  }

  const elements = elementsOf(reports.junit);
  const named = (name: string) => elements.filter((element) => element.name === name);

  it('is well-formed, and its counts are those of its cases', () => {
    const [all] = named('testsuites');
    expect(all?.attributes).toMatchObject({
      tests: String(named('testcase').length),
      failures: String(named('failure').length),
      errors: String(named('error').length),
      skipped: String(named('skipped').length),
    });
    const sum = (key: string) =>
      named('testsuite').reduce((total, { attributes }) => total + Number(attributes[key]), 0);
    expect(['tests', 'failures', 'errors', 'skipped'].map((key) => String(sum(key)))).toEqual(
      ['tests', 'failures', 'errors', 'skipped'].map((key) => all?.attributes[key]),
    );
  });

  it('has one suite for each file, and one case in it for each rule that says something', () => {
    const suites = named('testsuite').map(({ attributes }) => attributes.name);
    expect(suites).toEqual([
      expect.stringContaining('另一.csv'),
      expect.stringContaining('坏.xlsx'),
      expect.stringContaining('甲'),
      '全部文件',
      'jianfu',
    ]);
    const cases = named('testcase').map(({ attributes }) => `${attributes.classname}\n${attributes.name}`);
    expect(new Set(cases).size).toBe(cases.length);
    const open = run.findings.filter(
      ({ fingerprint, severity }) => fingerprint !== waivedOne && severity !== 'info',
    );
    const failing = new Set(open.map(({ rule, origins: [origin] }) => `${rule} ${origin?.file}`));
    expect(named('failure')).toHaveLength(failing.size);
  });

  it('has every rule in force in one place: with its findings, passed or skipped', () => {
    const ids = named('testcase').flatMap(({ attributes }) => attributes.name?.split(' ').at(-1) ?? []);
    expect(run.rules.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('GitHub annotations', () => {
  /** As the runner reads a line: command, properties and message, with its escapes undone. */
  function commandIn(line: string) {
    const found = /^::([a-z-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/s.exec(line);
    const undo = (text: string) =>
      text
        .replaceAll('%0D', '\r')
        .replaceAll('%0A', '\n')
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
        .replaceAll('%25', '%');
    const properties = (found?.[2] ?? '').split(',').map((part) => part.split('=').map(undo));
    return {
      name: found?.[1],
      properties: new Map(properties.map(([key, ...rest]) => [key, rest.join('=')])),
      message: undo(found?.[3] ?? ''),
    };
  }

  const lines = reports.github.trimEnd().split('\n').map(commandIn);

  it('are commands of three kinds and nothing else, at most ten of each, the worst first', () => {
    const names = lines.map(({ name }) => name ?? '?');
    for (const name of ['error', 'warning', 'notice'])
      expect(names.filter((one) => one === name).length).toBeLessThanOrEqual(10);
    const order = ['error', 'warning', 'notice'];
    expect(names.map((name) => order.indexOf(name))).toEqual(
      names.map((name) => order.indexOf(name)).toSorted((a, b) => a - b),
    );
    expect(names).not.toContain('?');
    expect(names.length).toBeGreaterThan(5);
  });

  it('mark the file where it lies, by its own name', () => {
    const files = new Set(lines.slice(0, -1).map(({ properties }) => properties.get('file')));
    expect(
      [...files]
        .map((file) => file?.replaceAll('<U+003A>', ':'))
        .filter((file) => !Object.hasOwn(FILES, file ?? '')),
    ).toEqual([]);
    for (const { properties } of lines.slice(0, -1)) {
      expect([...properties.keys()]).toEqual(['file', 'line', 'col', 'title']);
      expect(Number(properties.get('line'))).toBeGreaterThanOrEqual(1);
    }
  });

  it('say at the end how many there are and how many were held back', () => {
    const shown = lines.length - 1;
    expect(open).toBeGreaterThan(shown);
    expect(lines.at(-1)?.message).toContain(
      `问题共 ${open} 条，标出 ${shown} 条，另有 ${open - shown} 条没有标`,
    );
  });
});

describe('GitLab Code Quality', () => {
  const entries: {
    fingerprint: string;
    severity: string;
    location: { path: string; lines: { begin: number } };
  }[] = JSON.parse(reports.gitlab);

  it('has every finding once, with a fingerprint of its own, and one entry for the account', () => {
    expect(entries).toHaveLength(open + 1);
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
    for (const { severity, location } of entries) {
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity);
      expect(location.lines.begin).toBeGreaterThanOrEqual(1);
      expect(location.path).not.toMatch(/^(?:\/|\.\/)/);
    }
  });
});

describe('NDJSON', () => {
  it('has one finding a line, the waived ones with who lets them stand', () => {
    const lines = reports.ndjson
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(run.findings.length);
    expect(lines.filter(({ waiver }) => waiver !== null).map(({ fingerprint }) => fingerprint)).toEqual([
      waivedOne,
    ]);
    const plain = run.findings.map(({ fingerprint }) => fingerprint);
    expect(lines.map(({ fingerprint }) => fingerprint).sort()).toEqual(plain.toSorted());
    // Escapes in the JSON mean the same text.
    expect(lines.map(({ text }) => text).join()).toContain('##[add-mask]');
  });
});

describe('Markdown', () => {
  it('lets no cell become HTML, a link, a column or a mention', () => {
    const text = reports.markdown;
    expect(text).not.toMatch(/<(?!br>)/);
    expect(text).not.toMatch(/(?<!\\)\]\(/);
    expect(text).not.toContain('@');
    for (const row of text.split('\n').filter((line) => line.startsWith('|')))
      expect([3, 4]).toContain(row.match(/(?<!\\)\|/g)?.length);
  });
});

describe('a service that runs checks', () => {
  const clean = { 's/清单.csv': `${HEAD}1,协助维护社会治安,公安局\n` };

  it.each([
    ['GITHUB_ACTIONS', 'true', '--out github'],
    ['GITLAB_CI', 'true', '--out gitlab=gl-code-quality-report.json'],
  ])('%s is told of its format, and the report stays what was asked for', (name, value, said) => {
    const cwd = folderWith(clean);
    const plain = jianfu(['check', 's'], { cwd });
    const told = jianfu(['check', 's'], { cwd, env: { [name]: value } });
    expect(plain.stderr).not.toContain(said);
    expect(told.stderr).toContain(said);
    expect(told.stdout).toBe(plain.stdout);
    expect(jianfu(['check', 's', '-q'], { cwd, env: { [name]: value } }).stderr).toBe('');
  });
});

describe('where a file lies', () => {
  const at = (name: string, absolute: string) => fileAtFor([{ path: name, absolute }], '/w')(name);

  it.each([
    ['区/清单.xlsx', '/w/报送/区/清单.xlsx', '报送/区/清单.xlsx'],
    ['清单.xlsx', '/elsewhere/清单.xlsx', '清单.xlsx'],
    ['包.zip/区/清单.xlsx', '/w/报送/包.zip', '报送/包.zip/区/清单.xlsx'],
    ['stdin', '', 'stdin'],
  ])('%s at %s is %s', (name, absolute, place) => {
    expect(at(name, absolute)).toBe(place);
  });
});
