import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../src/report/width.ts';
import { wrapText } from '../src/report/wrap.ts';

const words = fc.constantFrom(
  '社区',
  '协助',
  '，',
  '。',
  '（',
  '）',
  '“',
  '”',
  ' ',
  'a',
  'serial-gap',
  '150102001001',
  '…',
  '👨‍👩‍👧',
  '𠮷',
  '１',
  '\n',
  '·',
  '—',
);
const text = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(''));

describe('wrapping', () => {
  it('loses nothing but blanks at line ends, and no line is too wide', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 80 }), (written, width) => {
        const lines = wrapText(written, width);
        expect(lines.join('').replace(/\s/g, '')).toBe(written.replace(/\s/g, ''));
        expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
      }),
      { numRuns: 2000, seed: 20_261_121 },
    );
  });

  it('lets no line begin with a mark that closes', () => {
    expect(wrapText('请在 WPS 中打开、修复后另存，或重新导出。', 20)).toEqual([
      '请在 WPS 中打开、修',
      '复后另存，或重新导',
      '出。',
    ]);
  });

  it('breaks Chinese anywhere, words and ids nowhere, and what fits nowhere at the edge', () => {
    expect(wrapText('代码以150102061开头 certificate-forbidden', 24)).toEqual([
      '代码以150102061开头',
      'certificate-forbidden',
    ]);
    expect(wrapText('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
    expect(wrapText('', 10)).toEqual(['']);
  });

  it('counts every single character as the library does', () => {
    const different: string[] = [];
    for (let code = 0x20; code <= 0xffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCharCode(code);
      if (columnsOf(character) !== stringWidth(character)) different.push(code.toString(16));
    }
    expect(different).toEqual([]);
  });

  it('counts columns as the library does', () => {
    fc.assert(
      fc.property(
        text.map((written) => written.replaceAll('\n', '')),
        (written) => {
          expect(columnsOf(written)).toBe(stringWidth(written));
        },
      ),
      { numRuns: 1000, seed: 20_261_121 },
    );
  });
});
