import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './support/paths.ts';

const LIST = '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n1,协助维护社会治安,公安局\n';
const BAD = `${LIST}3,协助维护社会治安,公安局\n`;

const yamlOf = (file: string) => parse(readFileSync(path.join(ROOT, file), 'utf8'));
const guide = readFileSync(path.join(ROOT, 'docs/ci.md'), 'utf8');
/** The YAML examples of the guide, by their first line. */
const examples = [...guide.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);

/** A checkout with lists in 报送/ and the program in jianfu/, and a runner's files. */
function workspace(list: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'recipe-'));
  mkdirSync(path.join(folder, '报送/甲 社区'), { recursive: true });
  writeFileSync(path.join(folder, '报送/甲 社区/清单.csv'), list);
  mkdirSync(path.join(folder, 'runner'));
  symlinkSync(ROOT, path.join(folder, 'jianfu'), 'dir');
  return folder;
}

/** Runs lines of a recipe in bash. Installing needs a registry; what is built stands in its place. */
function bash(script: string, cwd: string, env: Record<string, string> = {}) {
  const lines = script.replace(/^\s*npm .*$/gm, '');
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', lines],
    {
      cwd,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH ?? '',
        RUNNER_TEMP: path.join(cwd, 'runner'),
        GITHUB_STEP_SUMMARY: path.join(cwd, 'runner/summary.md'),
        GITHUB_OUTPUT: path.join(cwd, 'runner/output'),
        ...env,
      },
    },
  );
  const read = (name: string) => readFileSync(path.join(cwd, name), 'utf8');
  return { status, stdout, stderr, read };
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly runs: {
    readonly steps: readonly {
      readonly name?: string;
      readonly run?: string;
      readonly env?: Readonly<Record<string, string>>;
    }[];
  };
}

describe('action.yml', () => {
  const action: Action = yamlOf('action.yml');
  const check = action.runs.steps.find(({ name }) => name === 'Check');
  const given = (inputs: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(check?.env ?? {}).map(([name, value]) => [
        name,
        value
          .replace(/\$\{\{ github\.action_path \}\}/, ROOT)
          .replace(
            /\$\{\{ inputs\.([\w-]+) \}\}/,
            (_, id: string) => inputs[id] ?? action.inputs[id]?.default ?? '',
          ),
      ]),
    );

  it('gives the script no input but as a variable', () => {
    for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
    expect(Object.keys(check?.env ?? {}).length).toBeGreaterThan(4);
  });

  it.each([
    [BAD, '', 1],
    [LIST, '', 0],
    [BAD, '--fail-on\nnever\n', 0],
  ])('annotates, sums up, writes SARIF and ends with the code of the check (%#)', (list, more, code) => {
    const cwd = workspace(list);
    const env = given({ paths: '报送\n\n', policy: 'national', arguments: more, sarif: 'out.sarif' });
    const { status, stdout, stderr, read } = bash(check?.run ?? '', cwd, env);
    expect(status, stderr).toBe(code);
    expect(stdout).toMatch(/^::notice title=减负检查小结::/m);
    expect(stdout.includes('file=报送/甲 社区/清单.csv')).toBe(list === BAD);
    expect(read('runner/summary.md')).toContain('## 减负检查小结');
    expect(read('runner/output')).toBe(`exit-code=${code}\n`);
    expect(JSON.parse(read('out.sarif')).version).toBe('2.1.0');
  });

  it('takes inputs that look like commands for words', () => {
    const cwd = workspace(LIST);
    const paths = '$(touch hacked)\n`touch hacked`\n; touch hacked\n-rf';
    const { status } = bash(check?.run ?? '', cwd, given({ paths }));
    expect(status).toBe(2);
    expect(() => readFileSync(path.join(cwd, 'hacked'))).toThrow();
  });
});

describe('the GitLab template', () => {
  const template = yamlOf('templates/jianfu.gitlab-ci.yml');

  it.each([
    [BAD, 1],
    [LIST, 0],
  ])('writes the reports that it hands over (%#)', (list, code) => {
    const cwd = workspace(list);
    const { status, stderr, read } = bash(template.jianfu.script.join('\n'), cwd, template.variables);
    expect(status, stderr).toBe(code);
    const { codequality, junit } = template.jianfu.artifacts.reports;
    expect(JSON.parse(read(codequality))).toHaveLength(code === 0 ? 0 : 2);
    expect(read(junit)).toContain('<testsuites');
    expect(template.jianfu.artifacts.paths).toEqual([codequality, junit]);
  });
});

describe('the pre-commit hook', () => {
  const [hook] = yamlOf('.pre-commit-hooks.yaml');
  const { bin } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

  it('calls the program by its name, with the files of a commit', () => {
    const cwd = workspace(BAD);
    const [name, ...words] = hook.entry.split(' ');
    expect(Object.keys(bin)).toContain(name);
    const file = path.join('报送/甲 社区/清单.csv');
    const { status, stderr } = spawnSync(
      process.execPath,
      [path.join(ROOT, bin[name]), ...words, ...hook.args, file],
      { cwd, encoding: 'utf8' },
    );
    expect(status, stderr).toBe(1);
  });

  it('asks for every kind of file that can be read, and no other', () => {
    const pattern = new RegExp(hook.files.replace('(?i)', ''), 'i');
    for (const name of ['a.xlsx', 'a.XLS', 'a.et', 'a.ods', 'a.csv', 'a.tsv']) expect(name).toMatch(pattern);
    for (const name of ['a.pdf', 'csv', 'xlsx.txt']) expect(name).not.toMatch(pattern);
  });
});

describe('docs/ci.md', () => {
  it('has examples for GitHub, GitLab and pre-commit, which are YAML', () => {
    expect(examples).toHaveLength(4);
    for (const text of examples) expect(() => parse(text)).not.toThrow();
  });

  it('gives the action inputs that it has', () => {
    const inputs = Object.keys(yamlOf('action.yml').inputs);
    const steps = parse(examples[0] ?? '').jobs.jianfu.steps;
    const own = steps.find(({ uses }: { uses?: string }) => uses === './jianfu');
    expect(Object.keys(own.with).filter((name) => !inputs.includes(name))).toEqual([]);
  });

  it('shows a step that runs', () => {
    const [{ run }] = parse(examples[1] ?? '');
    const cwd = workspace(BAD);
    const { status, read, stderr } = bash(run, cwd);
    expect(status, stderr).toBe(1);
    expect(read('runner/summary.md')).toContain('减负检查小结');
  });

  it('includes the template that is there, and sets variables that it has', () => {
    const example = parse(examples[2] ?? '');
    const [{ local }] = example.include;
    const template = yamlOf(local.replace('jianfu/', ''));
    expect(Object.keys(example.variables).filter((name) => !(name in template.variables))).toEqual([]);
  });

  it('names hooks that are there', () => {
    const [repo] = parse(examples[3] ?? '').repos;
    const ids = yamlOf('.pre-commit-hooks.yaml').map(({ id }: { id: string }) => id);
    expect(repo.hooks.map(({ id }: { id: string }) => id)).toEqual(ids);
  });
});
