import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ParsedNode, parseDocument, type Scalar, stringify } from 'yaml';
import { offsetInScalar } from '../src/policy/scalar-offset.ts';

function placed(file: string, path: readonly string[], mark: string): string {
  const node = parseDocument(file).getIn(path, true) as ParsedNode & Scalar;
  const at = offsetInScalar(node, file, String(node.value).indexOf(mark));
  return at === null ? 'none' : file.slice(at, at + 4);
}

describe('the place of a character inside a text of a pack', () => {
  it.each([
    ['plain', 'a: row.x > 1 && row.WRONG\n'],
    ['plain over lines', 'a: row.x > 1\n  && row.y\n\n  && row.WRONG\n'],
    ['single quotes', "a: 'row.x == ''a'' && row.WRONG'\n"],
    ['double quotes', 'a: "row.x == \\"a\\" \\u793e \\x41 \\U00020000 \\t \\\\d && row.WRONG"\n'],
    ['double quotes over lines', 'a: "row.x &&\\\n   row.y\n   && row.WRONG"\n'],
    ['a block', 'a: |\n  row.x == "a"\n    && row.WRONG\n'],
    ['a block with its blanks told', 'a: |2-   # 条件\n    row.x == "a"\n  && row.WRONG\n'],
    ['a folded block', 'a: >-\n  row.x == "a"\n  && row.y\n\n  && row.WRONG\n'],
    ['deep inside', 'a: row.WRONG\nb:\n  - {c: 1, a: "社 row.WRONG"}\n'],
  ])('%s', (name, file) => {
    const path = name === 'deep inside' ? ['b', '0', 'a'] : ['a'];
    expect(placed(file, path, 'WRONG')).toBe('WRON');
  });

  it('behind the end is behind the last character', () => {
    const file = 'a: |\n  row.x &&\n\nb: 1\n';
    const node = parseDocument(file).get('a', true) as ParsedNode & Scalar;
    expect(offsetInScalar(node, file, String(node.value).length)).toBe(file.indexOf('&&') + 2);
  });

  it('is right for every way a text can be written', () => {
    const text = fc
      .array(
        fc.constantFrom('row', ' ', '  ', '\n', '"', "'", '社', '\\', '\t', ': ', '#', 'é', '\u{20000}', '.'),
        { minLength: 1, maxLength: 14 },
      )
      .map((parts) => parts.join(''));
    const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(...styles),
        fc.integer({ min: 20, max: 80 }),
        (before, style, lineWidth) => {
          const file = stringify(
            { list: [{ a: `${before}@b`, z: 1 }] },
            { defaultStringType: style, defaultKeyType: 'PLAIN', lineWidth },
          );
          const node = parseDocument(file).getIn(['list', 0, 'a'], true) as ParsedNode & Scalar;
          // The library does not write every text back as it was; what it reads is what counts here.
          const offset = String(node.value).indexOf('@');
          expect(offsetInScalar(node, file, offset)).toBe(file.indexOf('@'));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
