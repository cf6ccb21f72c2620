import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/paths.ts';

/** What each room may import, as docs/architecture.md draws it. Top-level files of src/ are rooms of one file. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  read: ['model'],
  tables: ['model'],
  records: ['model'],
  schema: [],
  policy: ['model', 'expression', 'indicators', 'schema'],
  indicators: ['model'],
  expression: ['model', 'indicators'],
  rules: ['model', 'indicators', 'expression'],
  plan: ['model', 'indicators'],
  transform: ['model'],
  claims: ['model', 'records'],
  write: ['model'],
  i18n: ['model'],
  report: ['model', 'i18n', 'write', 'rules/index.ts'],
  runs: ['model', 'schema', 'rules/define.ts'],
  'run.ts': ['model', 'rules/define.ts', 'rules/runner.ts', 'rules/echoes.ts', 'rules/masking.ts', 'runs'],
  'standing.ts': ['model', 'runs'],
  'examples.ts': ['model', 'tables', 'records', 'rules', 'policy'],
  'check-file.ts': ['model', 'read', 'tables', 'records', 'rules'],
  threads: ['model', 'read', 'rules', 'check-file.ts'],
  cache: ['model', 'check-file.ts'],
  shards: ['model', 'read/inputs.ts', 'check-file.ts'],
  'excerpts.ts': ['model', 'read', 'tables', 'rules', 'check-file.ts'],
  'pipeline.ts': [
    'model',
    'read',
    'tables',
    'records',
    'rules',
    'policy',
    'run.ts',
    'check-file.ts',
    'excerpts.ts',
    'threads',
  ],
  'fixing.ts': ['model', 'read', 'tables', 'records', 'rules', 'check-file.ts', 'transform', 'write'],
  'marking.ts': ['model', 'read', 'write'],
  cli: ['*'],
};

/** Each outside package has one door. */
const DOOR: Readonly<Record<string, string>> = {
  '@marcbachmann/cel-js': 'expression',
  ajv: 'schema',
  chalk: 'cli',
  commander: 'cli',
  docx: 'write',
  'env-paths': 'cli',
  'fastest-levenshtein': 'model',
  'hyparquet-writer': 'write',
  'iconv-lite': 'write',
  flatbush: 'plan',
  'intl-messageformat': 'i18n',
  jszip: 'write',
  linebreak: 'report',
  munkres: 'plan',
  re2js: 'expression',
  shpjs: 'plan',
  'string-width': 'report',
  tinyglobby: 'read',
  'topojson-client': 'plan',
  'topojson-server': 'plan',
  'write-file-atomic': 'cli',
  xlsx: 'read',
  yaml: 'policy',
};

/** The one place that starts another program, which is the reader of this tool itself. */
const ONLY_PROGRAM_STARTED = { file: 'read/isolated/reader-process.ts', target: 'node:child_process' };

interface Import {
  readonly file: string;
  readonly target: string;
}

const SRC = path.join(ROOT, 'src');

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'));
}

function importsOf(file: string): Import[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(path.join(SRC, file), 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => ({ file, target: fileName }));
}

/** `@scope/name/path` → `@scope/name`, `name/path` → `name`. */
const packageOf = (target: string) => target.split('/', target.startsWith('@') ? 2 : 1).join('/');
const roomOf = (file: string) => file.split('/')[0] ?? file;
const all = sourceFiles().flatMap(importsOf);

describe('architecture', () => {
  it('reads the imports it is meant to guard', () => {
    expect(all.length).toBeGreaterThan(100);
  });

  it('every room is known', () => {
    expect([...new Set(sourceFiles().map(roomOf))].filter((room) => MAY_IMPORT[room] === undefined)).toEqual(
      [],
    );
  });

  it('arrows between rooms point one way', () => {
    const backward = all
      .filter(({ target }) => target.startsWith('.'))
      .map(({ file, target }) => ({ file, to: path.posix.join(path.posix.dirname(file), target) }))
      .filter(({ file, to }) => roomOf(file) !== roomOf(to))
      .filter(({ file, to }) => {
        const allowed = MAY_IMPORT[roomOf(file)] ?? [];
        return !allowed.some((door) => door === '*' || door === to || door === roomOf(to));
      })
      .map(({ file, to }) => `${file} → ${to}`);
    expect(backward).toEqual([]);
  });

  it('each outside package is imported in one room only', () => {
    const strangers = all
      .filter(({ target }) => !target.startsWith('.') && !target.startsWith('node:'))
      .map(({ file, target }) => ({ file, name: packageOf(target) }))
      .filter(({ file, name }) => DOOR[name] !== roomOf(file))
      .map(({ file, name }) => `${file} → ${name}`);
    expect(strangers).toEqual([]);
  });

  it('no door to the network or to other programs is opened', () => {
    const forbidden = /^node:(?:http|https|http2|net|tls|dgram|dns|child_process|cluster|inspector)$/;
    expect(all.filter(({ target }) => forbidden.test(target))).toEqual([ONLY_PROGRAM_STARTED]);
    const callers = sourceFiles().filter((file) =>
      /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/.test(readFileSync(path.join(SRC, file), 'utf8')),
    );
    expect(callers).toEqual([]);
  });

  it('every dependency has a door and is used', () => {
    const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies).sort()).toEqual(Object.keys(DOOR).sort());
    const used = new Set(all.map(({ target }) => packageOf(target)));
    expect(Object.keys(DOOR).filter((name) => !used.has(name))).toEqual([]);
  });
});
