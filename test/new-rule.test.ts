import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagePart } from '../src/cli/saved/explain.ts';
import { ROOT } from './support/paths.ts';

/** The scripts work on the tree they lie in, so they are tried in a copy of it. */
function copyOfTree(): string {
  const tree = mkdtempSync(path.join(tmpdir(), 'tree-'));
  for (const name of ['scripts', 'src', 'docs', 'package.json', 'tsconfig.json', 'biome.json']) {
    cpSync(path.join(ROOT, name), path.join(tree, name), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(tree, 'node_modules'));
  return tree;
}

const script = (tree: string, name: string, ...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', path.join(tree, 'scripts', name), ...args], { cwd: tree });

describe('npm run new-rule', () => {
  const tree = copyOfTree();

  it('writes the four files, and generating takes the rule in', () => {
    expect(script(tree, 'new-rule.ts', 'duty', 'duty-item-empty-promise').status).toBe(0);
    const page = readFileSync(path.join(tree, 'docs/rules/duty-item-empty-promise.md'), 'utf8');
    expect(pagePart(page, 'en')).toContain('## Not covered');
    expect(readFileSync(path.join(tree, 'fixtures/rules/duty-item-empty-promise/bad.csv'), 'utf8')).toContain(
      '期望',
    );
    expect(script(tree, 'generate.ts', '--check').status).toBe(1);
    execFileSync(process.execPath, ['--import', 'tsx', path.join(tree, 'scripts/generate.ts')], {
      cwd: tree,
    });
    expect(readFileSync(path.join(tree, 'src/rules/index.ts'), 'utf8')).toContain('dutyItemEmptyPromise,');
    expect(script(tree, 'generate.ts', '--check').status).toBe(0);
  });

  it('overwrites nothing and refuses a name that is none', () => {
    expect(script(tree, 'new-rule.ts', 'duty', 'duty-item-duplicate').status).toBe(2);
    expect(script(tree, 'new-rule.ts', 'duty', 'Bad Name').status).toBe(2);
    expect(script(tree, 'new-rule.ts').status).toBe(2);
  });
});
