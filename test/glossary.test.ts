import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/paths.ts';

const rows = readFileSync(path.join(ROOT, 'docs/glossary.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| [a-z]/.test(line) && !line.startsWith('| word'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

function filesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(ROOT, folder, file), 'utf8'));
}

/** Names that source text declares, cut into their words: `numberRepeats` → number, repeats. */
function declaredWords(text: string): string[] {
  const names = [...text.matchAll(/\b(?:const|let|function|class|interface|type|readonly)\s+(\w+)/g)].map(
    ([, name = '']) => name,
  );
  return names.flatMap((name) => name.split(/(?=[A-Z])|_/)).map((word) => word.toLowerCase());
}

describe('glossary', () => {
  const model = filesIn('src/model').join('\n');

  it('has a table to read', () => {
    expect(rows.length).toBeGreaterThan(20);
  });

  it.each(rows.map((cells) => [cells[3]?.replaceAll('`', '') ?? '']))(
    'type %s stands in src/model',
    (type) => {
      expect(model).toMatch(new RegExp(`export (?:interface|type) ${type}\\b`));
    },
  );

  it('no declaration uses a word that stands for another', () => {
    const banned = rows
      .flatMap((cells) => (cells[5] ?? '').split(',').map((word) => word.trim()))
      .filter((word) => word !== '');
    const words = new Set(filesIn('src').flatMap(declaredWords));
    expect(banned.length).toBeGreaterThan(5);
    expect(banned.filter((word) => words.has(word.toLowerCase()))).toEqual([]);
  });
});
