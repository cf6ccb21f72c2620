import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

/** Blocks of a README by their mark, in order. */
function blocks(file: string, mark: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${mark}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, block = '']) => block,
  );
}

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  const [main = '', tests = ''] = blocks(file, 'sh');

  it('shows what its main command prints, word for word', () => {
    const [install, command = ''] = main.trim().split(' && ');
    expect(install).toBe('npm ci');
    const [node, program, ...args] = command.split(' ');
    expect([node, program]).toEqual(['node', 'bin/jianfu.js']);
    const { code, stdout, stderr } = jianfu(args);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const shown = blocks(file, 'text');
    expect(shown.length).toBeGreaterThan(1);
    for (const block of shown) expect(stdout).toContain(block);
  });

  it('runs the tests with one command', () => {
    expect(tests).toBe('npm cit\n');
  });

  it('shows only commands the program has', () => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    const shown = [...text.matchAll(/^node bin\/jianfu\.js (.+)$/gm)].map(([, rest = '']) => rest);
    expect(shown.length).toBeGreaterThan(4);
    for (const line of shown) {
      const help = jianfu([
        ...(/^(?:packs|layout) /.test(line) ? line.split(' ').slice(0, 2) : line.split(' ').slice(0, 1)),
        '--help',
      ]);
      expect(help.code, line).toBe(0);
      for (const option of line.match(/--[a-z-]+/g) ?? []) expect(help.stdout, line).toContain(option);
    }
  });
});
