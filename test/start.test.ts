import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './support/paths.ts';

interface Output {
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly entryPoint?: string;
}

/** Packages that may only be loaded when they are needed. */
const LAZY = [
  '@marcbachmann/cel-js',
  're2js',
  'xlsx',
  'ajv',
  'yaml',
  'docx',
  'hyparquet-writer',
  'iconv-lite',
  'jszip',
  'flatbush',
  'topojson-client',
  'topojson-server',
  'tinyglobby',
  'write-file-atomic',
];

describe('what the start loads', () => {
  let outputs: Readonly<Record<string, Output>>;

  beforeAll(() => {
    const meta = path.join(ROOT, 'dist/meta.json');
    if (!existsSync(meta)) execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT });
    outputs = (JSON.parse(readFileSync(meta, 'utf8')) as { outputs: Record<string, Output> }).outputs;
  });

  /** Inputs of a chunk and of everything it imports statically. */
  function loadedBy(name: string, seen = new Set<string>()): Set<string> {
    if (seen.has(name)) return new Set();
    seen.add(name);
    const output = outputs[name];
    const inputs = new Set(Object.keys(output?.inputs ?? {}));
    for (const { path: target, kind } of output?.imports ?? []) {
      if (kind === 'import-statement') for (const input of loadedBy(target, seen)) inputs.add(input);
    }
    return inputs;
  }

  const packagesIn = (inputs: ReadonlySet<string>) =>
    new Set([...inputs].flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []));

  it('--help and usage errors load no heavy module', () => {
    const packages = packagesIn(loadedBy('dist/jianfu.js'));
    expect(packages.has('commander')).toBe(true);
    expect(LAZY.filter((name) => packages.has(name))).toEqual([]);
  });

  it('a check loads readers, pack reader and drawing only when it needs them', () => {
    const chunk =
      Object.keys(outputs).find((name) => outputs[name]?.entryPoint === 'src/cli/check/check.ts') ?? '';
    const packages = packagesIn(loadedBy(chunk));
    expect(packages.has('chalk')).toBe(true);
    const late = ['@marcbachmann/cel-js', 're2js', 'xlsx', 'ajv', 'yaml', 'linebreak', 'string-width'];
    expect(late.filter((name) => packages.has(name))).toEqual([]);
  });
});
