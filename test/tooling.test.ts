import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fontStates } from '../src/cli/everyday/fonts.ts';
import { FORMATS } from '../src/report/report.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const LIST = '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n1,协助维护社会治安,公安局\n';
const GAP = `${LIST}3,协助做好禁毒防范,公安局\n`;

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tooling-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

describe('jianfu.config.yaml', () => {
  const config = 'policy: national\nlang: en\ncheck:\n  paths: [报送]\n  failOn: warning\n';
  const files = { 'jianfu.config.yaml': config, '报送/清单.csv': GAP, '报送/区/x.txt': '' };

  it('is found upward, says which it is, and gives what was not typed: language, paths, level', () => {
    const cwd = folderWith(files);
    const here = jianfu(['check'], { cwd });
    expect({ code: here.code, stderr: here.stderr }).toEqual({
      code: 1,
      stderr: 'settings: jianfu.config.yaml\n',
    });
    expect(here.stdout).toContain('serial-gap');
    expect(here.stdout).toContain('Summary');
    const below = jianfu(['check'], { cwd: path.join(cwd, '报送/区') });
    expect(below.stderr).toBe('settings: ../../jianfu.config.yaml\n');
    expect(below.stdout).toBe(here.stdout);
  });

  it('gives way to what is typed, and to --no-config', () => {
    const cwd = folderWith(files);
    const typed = jianfu(['check', '报送/清单.csv', '--fail-on', 'error', '--lang', 'zh-CN'], { cwd });
    expect(typed.code).toBe(0);
    expect(typed.stdout).toContain('小结');
    const without = jianfu(['check', '--no-config'], { cwd });
    expect(without.code).toBe(2);
    expect(without.stderr).toContain('缺少“paths”');
  });

  it('is for every command in what all share, and for check alone in the rest', () => {
    const cwd = folderWith({
      ...files,
      'jianfu.config.yaml': 'policy: hohhot\nlang: en\ncheck:\n  out: [json]\n',
    });
    expect(jianfu(['tables', '报送/清单.csv'], { cwd }).stdout).not.toMatch(/^\{/);
    expect(jianfu(['check', '报送'], { cwd }).stdout).toMatch(/^\{/);
    expect(jianfu(['explain', 'serial-gap'], { cwd }).stdout).toContain('A gap in the serial numbers');
  });

  it('names paths from its own folder, and finds the waivers beside it', () => {
    const cwd = folderWith({
      ...files,
      'jianfu.config.yaml': 'check:\n  out: [json=结果.json]\n',
      'jianfu-waivers.yaml': 'waivers: []\n',
    });
    const { stderr } = jianfu(['check', '清单.csv'], { cwd: path.join(cwd, '报送') });
    expect(stderr).toContain('已写出 ../结果.json');
    expect(JSON.parse(readFileSync(path.join(cwd, '结果.json'), 'utf8')).waivers.file).toBe(
      '../jianfu-waivers.yaml',
    );
  });

  it.each([
    ['polcy: hohhot\n', 'jianfu.config.yaml:1:1', 'policy'],
    ['check:\n  failOn: eror\n', 'jianfu.config.yaml:2:11', 'error'],
    ['check:\n  out: [json=../x.json]\n', 'jianfu.config.yaml:2:3', '../x.json'],
    ['check:\n  out: [json=/tmp/x.json]\n', 'jianfu.config.yaml:2:3', '/tmp/x.json'],
    ["check:\n  baseline: 'C:\\x.json'\n", 'jianfu.config.yaml:2:3', 'C:\\x.json'],
    ['asOf: 2024-01-01\n', 'jianfu.config.yaml:1:7', "'2024-01-01'"],
  ])('%j is refused with its place and one way on', (text, place, said) => {
    const cwd = folderWith({ ...files, 'jianfu.config.yaml': text });
    const { code, stderr, stdout } = jianfu(['check', '报送'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(place);
    expect(stderr).toContain(said);
    // Help and the doctor answer all the same.
    expect(jianfu(['check', '--help'], { cwd }).code).toBe(0);
    const doctor = jianfu(['doctor'], { cwd });
    expect(doctor.code).toBe(2);
    expect(doctor.stdout.replace(/\s/g, '')).toContain(place);
  });

  it('that is named and is not there is told', () => {
    const { code, stderr } = jianfu(['check', '.', '--config', 'x.yaml'], { cwd: folderWith(files) });
    expect(code).toBe(2);
    expect(stderr).toContain('找不到这个配置文件');
  });

  it('--print-config shows what holds and why, checks nothing, and is YAML', () => {
    const cwd = folderWith(files);
    const { code, stdout } = jianfu(['check', '--print-config', '--fail-on', 'never'], { cwd });
    expect(code).toBe(0);
    expect(parse(stdout).check).toMatchObject({
      paths: ['报送'],
      failOn: 'never',
      lang: 'en',
      policy: 'national',
      jobs: 'auto',
    });
    expect(stdout).toMatch(/failOn: "never" {2}# command line/);
    expect(stdout).toMatch(/lang: "en" {2}# file of settings/);
    expect(stdout).toMatch(/jobs: "auto" {2}# default/);
  });

  it('has keys that are options of the program, and no others', () => {
    const { properties } = JSON.parse(readFileSync(path.join(ROOT, 'schemas/config.schema.json'), 'utf8'));
    const help = jianfu(['check', '--help']).stdout;
    const option = (key: string) => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const keys = [...Object.keys(properties), ...Object.keys(properties.check.properties)];
    const missing = keys.filter((key) => !['check', 'paths'].includes(key) && !help.includes(option(key)));
    expect(missing.filter((key) => !help.includes(option(key).replace('--', '--no-')))).toEqual([]);
  });
});

describe('jianfu init', () => {
  it.each(['zh-CN', 'en'])('writes settings that hold, with the schema in the first line (%s)', (lang) => {
    const cwd = folderWith({ '清单.csv': LIST });
    expect(jianfu(['init', '--policy', 'hohhot', '--lang', lang], { cwd }).code).toBe(0);
    const text = readFileSync(path.join(cwd, 'jianfu.config.yaml'), 'utf8');
    const [, schema = ''] = /^# yaml-language-server: \$schema=(.+)\n/.exec(text) ?? [];
    expect(existsSync(path.resolve(cwd, schema))).toBe(true);
    expect(parse(text)).toEqual({ policy: 'hohhot', lang, check: { paths: ['.'], failOn: 'error' } });
    const run = jianfu(['check', '--out', 'json'], { cwd });
    expect(JSON.parse(run.stdout).packs.at(-1).id).toBe('hohhot');
  });

  it('holds with every line that it leaves as a comment', () => {
    const cwd = folderWith({ '清单.csv': LIST, 'jianfu-waivers.yaml': 'waivers: []\n' });
    jianfu(['init'], { cwd });
    const file = path.join(cwd, 'jianfu.config.yaml');
    const text = readFileSync(file, 'utf8').replace(
      /^(\s*)# (asOf|limit|out|waivers|baseline|newOnly):/gm,
      '$1$2:',
    );
    expect(text).toContain('\n  newOnly: true');
    writeFileSync(file, text);
    expect(jianfu(['check', '--update-baseline'], { cwd }).code).toBe(0);
    // The report and the baseline lie among the files by now, and are written over.
    const { code, stderr } = jianfu(['check', '--update-baseline'], { cwd });
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('已写出 结果.json');
  });

  it('overwrites nothing unless told to, and knows its packs', () => {
    const cwd = folderWith({ 'jianfu.config.yaml': 'lang: en\n' });
    expect(jianfu(['init'], { cwd }).stderr).toContain('was not overwritten');
    expect(readFileSync(path.join(cwd, 'jianfu.config.yaml'), 'utf8')).toBe('lang: en\n');
    expect(jianfu(['init', '--force'], { cwd }).code).toBe(0);
    expect(jianfu(['init', '--force', '--policy', 'hohot'], { cwd }).stderr).toContain('hohhot');
    expect(jianfu(['init', 'nowhere'], { cwd }).stderr).toContain('no folder “nowhere”');
  });
});

describe('jianfu doctor', () => {
  it.each([
    ['zh-CN', ['程序', '配置', '公文字体', '上限', '要读的文件', '1 个', 'Office 或 WPS']],
    ['en', ['Program', 'Settings', 'Fonts', 'Limits', 'Files to read', '1 file', 'left by Office or WPS']],
  ])('shows what the tool stands on, within 80 columns (%s)', (lang, words) => {
    const cwd = folderWith({ 's/清单.csv': LIST, 's/~$清单.xlsx': '' });
    const { code, stdout } = jianfu(['doctor', 's', '--lang', lang], { cwd });
    expect(code).toBe(0);
    for (const word of words) expect(stdout).toContain(word);
    expect(stdout).toContain('hohhot');
    expect(stdout).toContain(process.versions.node);
  });

  it('tells a broken list of waivers and a path that matches nothing', () => {
    const cwd = folderWith({ 'jianfu-waivers.yaml': 'waivers: 3\n' });
    const { code, stdout } = jianfu(['doctor', 'none'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('jianfu-waivers.yaml:1:');
    expect(stdout).toMatch(/没有匹配到\s+none/);
  });

  it('finds fonts by their files', () => {
    const folder = folderWith({ 'win/simfang.ttf': '', 'own/FZXBSJW.TTF': '', 'win/arial.ttf': '' });
    const found = fontStates([folder]).filter(({ isFound }) => isFound);
    expect(found.map(({ name }) => name)).toEqual(['方正小标宋简体', '仿宋_GB2312 / 仿宋']);
  });
});

describe('jianfu completion', () => {
  const scripts = new Map(
    ['bash', 'zsh', 'fish', 'powershell'].map((shell) => [shell, jianfu(['completion', shell]).stdout]),
  );
  const script = (shell: string) => scripts.get(shell) ?? '';
  const has = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;
  const CASES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['jianfu che', ['check'], ['tables']],
    ['jianfu layout ', ['plan', 'check'], ['tables']],
    ['jianfu check --lang ', ['zh-CN', 'en'], ['check']],
    ['jianfu check --policy ho', ['hohhot'], ['national']],
    ['jianfu check 报送 --out ', [...FORMATS], ['check']],
    ['jianfu check --fail-on ', ['error', 'warning', 'never'], []],
    ['jianfu check --new', ['--new-only'], ['--lang']],
    ['jianfu layout plan --po', ['--policy'], ['--posts']],
    ['jianfu explain serial-g', ['serial-gap'], ['serial-duplicate']],
    ['jianfu completion ', ['bash', 'zsh', 'fish', 'powershell'], []],
  ];

  function inBash(line: string): string[] {
    const words = line.split(' ');
    const quoted = words.map((word) => `'${word}'`).join(' ');
    const test = `COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _jianfu; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', `${script('bash')}\n${test}`], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return stdout.split('\n').filter((word) => word !== '');
  }

  function inZsh(line: string): string[] {
    const words = line.split(' ');
    const quoted = words.map((word) => `'${word}'`).join(' ');
    // What the shell's own completion would be told, with the same test of the beginning of a word.
    const stubs = `compadd() { shift; for one in "$@"; do [[ $one == "\${words[CURRENT]}"* ]] && print -r -- $one; done; return 0 }; _files() { : }`;
    const test = `${stubs}; words=(${quoted}); CURRENT=${words.length}; _jianfu`;
    const { stdout, stderr } = spawnSync('zsh', ['-f', '-c', `${script('zsh')}\n${test}`], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return stdout.split('\n').filter((word) => word !== '');
  }

  function inFish(line: string): string[] {
    const test = `complete -C '${line}'`;
    const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', `${script('fish')}\n${test}`], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return stdout
      .split('\n')
      .map((word) => word.split('\t')[0] ?? '')
      .filter((word) => word !== '');
  }

  const SHELLS = [
    ['bash', inBash],
    ['zsh', inZsh],
    ['fish', inFish],
  ] as const;

  for (const [shell, complete] of SHELLS)
    describe.skipIf(!has(shell))(shell, () => {
      it.each(CASES)('%j', (line, offered, held) => {
        const found = complete(line);
        expect(found).toEqual(expect.arrayContaining([...offered]));
        expect(found.filter((word) => held.includes(word))).toEqual([]);
      });

      it('leaves files to the shell where an option takes one', () => {
        expect(complete('jianfu check --waivers zzz')).toEqual([]);
      });
    });

  it('bash is on every machine that tests this', () => {
    expect(has('bash')).toBe(true);
  });

  it('completes --lang=e, which bash hands over as three words', () => {
    expect(inBash('jianfu check --lang = e')).toEqual(['en']);
  });

  it('names every command and option of the program in every shell', () => {
    const commands = [...jianfu(['--help']).stdout.matchAll(/^ {2}([a-z]+)(?: \[| <|\s{2})/gm)].map(
      ([, name = '']) => name,
    );
    const options = [...jianfu(['check', '--help']).stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(
      ([, name = '']) => name,
    );
    expect(commands.length).toBeGreaterThan(10);
    expect(options.length).toBeGreaterThan(15);
    for (const shell of ['bash', 'zsh', 'powershell']) {
      const text = script(shell);
      expect(
        [...commands, ...options].filter((word) => !text.includes(word)),
        shell,
      ).toEqual([]);
    }
    const fish = script('fish');
    expect(options.filter((option) => !fish.includes(`-l ${option.slice(2)}`))).toEqual([]);
  });

  it('knows four shells', () => {
    const { code, stderr } = jianfu(['completion', 'csh']);
    expect(code).toBe(2);
    expect(stderr).toContain('bash | zsh | fish | powershell');
  });
});
