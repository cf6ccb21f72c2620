import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** Writes everything that is made from the rule folder, and the script of the HTML report. `--check` writes nothing and fails on what is stale. */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const checkOnly = process.argv.includes('--check');
const stale: string[] = [];

emit('src/rules/index.ts', formatted('src/rules/index.ts', ruleIndex()));

emit('docs/rules/README.md', rulePages());

emit('src/report/html/page-script.ts', formatted('src/report/html/page-script.ts', pageScript()));

if (checkOnly && stale.length > 0) {
  process.stderr.write(`stale: ${stale.join(', ')}\nrun: npm run generate\n`);
  process.exitCode = 1;
}

function emit(file: string, content: string): void {
  const target = path.join(root, file);
  const before = existsSync(target) ? readFileSync(target, 'utf8') : '';
  if (before === content) return;
  if (checkOnly) stale.push(file);
  else writeFileSync(target, content);
}

/** What runs in the HTML report, as one text that can be hashed. */
function pageScript(): string {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: ['src/report/html/browser/page.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
  });
  const script = outputFiles[0]?.text ?? '';
  return [
    '// Made by `npm run generate` from src/report/html/browser/page.ts. Do not edit.',
    '// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a script as text, templates and all.',
    '/** The script of the HTML report. */',
    `export const PAGE_SCRIPT = ${JSON.stringify(script.split('\n'))}.join('\\n');`,
    '',
  ].join('\n');
}

/** As the formatter would leave it, so that generating and formatting cannot disagree. */
function formatted(file: string, content: string): string {
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  return execFileSync(process.execPath, [biome, 'check', '--write', `--stdin-file-path=${file}`], {
    cwd: root,
    input: content,
    encoding: 'utf8',
  });
}

function ruleFiles(): { readonly id: string; readonly file: string }[] {
  const folder = path.join(root, 'src/rules');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'methods')
    .flatMap(({ name }) =>
      readdirSync(path.join(folder, name))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => ({ id: file.replace(/\.ts$/, ''), file: `./${name}/${file}` })),
    )
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

function ruleIndex(): string {
  const files = ruleFiles();
  const name = (id: string) => id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return [
    '// Made by `npm run generate` from the files of this folder. Do not edit.',
    ...[
      { file: '../model/policy.ts', line: "import type { LocalText } from '../model/policy.ts';" },
      { file: './define.ts', line: "import type { Rule } from './define.ts';" },
      ...files.map(({ id, file }) => ({ file, line: `import { rule as ${name(id)} } from '${file}';` })),
    ]
      // Without the extension, as the formatter sorts them.
      .sort((left, right) => (left.file.slice(0, -3) < right.file.slice(0, -3) ? -1 : 1))
      .map(({ line }) => line),
    '',
    '/** Every rule there is, in the order of their ids. */',
    'export const RULES: readonly Rule[] = [',
    ...files.map(({ id }) => `  ${name(id)},`),
    '];',
    '',
    '/** What each rule is called: the first line of its page. */',
    'export const RULE_TITLES: Readonly<Record<string, LocalText>> = {',
    ...files.map(({ id }) => `  '${id}': ${titles(id)},`),
    '};',
    '',
    '/** How to put right what a rule finds, as its page says, in one line. */',
    'export const RULE_REMEDIES: Readonly<Record<string, LocalText>> = {',
    ...files.map(({ id }) => `  '${id}': ${remedies(id)},`),
    '};',
    '',
    '/** Sentences and remedies of the general methods. */',
    "export { METHOD_MESSAGES, METHOD_REMEDIES } from './methods/methods.ts';",
    '',
  ].join('\n');
}

/** The list of rule pages, by group. */
function rulePages(): string {
  const groups = new Map<string, string[]>();
  for (const { id, file } of ruleFiles()) {
    const group = file.split('/')[1] ?? '';
    const [chinese, english] = titleTexts(id);
    const row = `| [${id}](${id}.md) | ${chinese} | ${english} |`;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  const parts = [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([group, rows]) => `## ${group}\n\n| id | 查什么 | what |\n|---|---|---|\n${rows.join('\n')}\n`);
  return `# 规则 Rules\n\nMade by \`npm run generate\`. \`jianfu explain ID\` shows a page.\n\n${parts.join('\n')}`;
}

function titles(id: string): string {
  const [chinese, english] = titleTexts(id);
  return `{ 'zh-CN': '${chinese}', en: '${english}' }`;
}

function remedies(id: string): string {
  const page = readFileSync(path.join(root, 'docs/rules', `${id}.md`), 'utf8');
  const [chinese, english] = [under(page, '怎么改', ''), under(page, 'Remedy', ' ')];
  return `{ 'zh-CN': ${JSON.stringify(chinese)}, en: ${JSON.stringify(english)} }`;
}

/** What stands below a heading: lines and lists run on, marks of Markdown go. */
function under(page: string, heading: string, joint: string): string {
  const [, text = ''] = new RegExp(`^## ${heading}$(.*?)(?=^## |^<!-- |$(?!.))`, 'ms').exec(page) ?? [];
  return text
    .split('\n')
    .map((line) => line.replace(/^[-*] /, '').trim())
    .filter((line) => line !== '')
    .join(joint)
    .replaceAll('`', '')
    .replaceAll('**', '');
}

function titleTexts(id: string): readonly [string, string] {
  const page = readFileSync(path.join(root, 'docs/rules', `${id}.md`), 'utf8');
  const [chinese = id, english = id] = [...page.matchAll(/^# (.+)$/gm)].map(([, title]) => title);
  return [chinese, english];
}
