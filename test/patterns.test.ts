import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../src/expression/pattern.ts';

function found(source: string, text: string): boolean {
  const pattern = compilePattern(source);
  if ('offset' in pattern) throw new Error(`refused at ${pattern.offset}: ${pattern.found}`);
  return pattern.found(text);
}

/** Patterns that take a backtracking engine exponential or high polynomial time, each with the text that does it. */
const CATASTROPHIC: readonly (readonly [string, string, string])[] = [
  ['^(a+)+$', 'a', '!'],
  ['^(a*)*$', 'a', '!'],
  ['^(a|a)*$', 'a', '!'],
  ['^(a|aa)+$', 'a', '!'],
  ['^(a|a?)+$', 'a', '!'],
  ['^(aa|aab?)*$', 'aa', '!'],
  ['(x+x+)+y', 'x', ''],
  ['(.*a){20}', 'a', '!'],
  ['^(.*a){12}b$', 'a', '!'],
  ['^([a-zA-Z]+)*$', 'a', '1'],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a', ''],
  ['^(\\w+\\s?)*$', 'a', '!'],
  ['^(\\d+)*x$', '1', '!'],
  ['^(\\d+\\.?)+$', '1', '!'],
  ['(\\s*\\n)+$', ' ', 'x'],
  ['^\\s+|\\s+$', ' ', 'x'],
  ['\\s*,\\s*x', ' ', '!'],
  ['^([0-9]+-?)+$', '1', '!'],
  ['^([\\w.-]+)+@([\\w.-]+)+$', 'a', '!'],
  ['^[a-z]+@([a-z]+\\.)+[a-z]+$', 'a@a.', '!'],
  ['<(a|[^>])*>', '<a', ''],
  ['"([^"\\\\]|\\\\.)*"$', '"\\a', ''],
  ['(?:a?){40}a{40}$', 'a', '!'],
  ['^(?:a|ab|abc|b|bc|c)*$', 'abc', '!'],
  ['^(社区|社|区)*$', '社区', '！'],
  ['^(社+区?)+$', '社', '！'],
  ['^(协助|协助做好|做好)+工作$', '协助做好', '！'],
  ['(.*社区)(.*社区)(.*居委会)', '社区', ''],
  ['^([\\p{Script=Han}]+，?)+。$', '社区', '！'],
  ['^([\\u4e00-\\u9fa5]+、?)*$', '社区', '!'],
  ['^(?:[（(].*[）)])*$', '（（', ''],
  ['((第[一二三四五六七八九十]+条)+、?)+完', '第一条', ''],
  ['([^;]*;)*x$', 'a;', '!'],
  ['^(a{1,100}){1,10}$', 'a', '!'],
  ['(a+){10}b', 'a', '!'],
];

describe('a pattern', () => {
  it.each(CATASTROPHIC)('%s over 100 kB comes to an end', (source, unit, last) => {
    const text = `${unit.repeat(Math.ceil(102_400 / unit.length))}${last}`;
    expect(typeof found(source, text)).toBe('boolean');
    // On a text short enough for it, the engine that backtracks says the same.
    const short = `${unit.repeat(3)}${last}`;
    expect(found(source, short)).toBe(new RegExp(source, 'u').test(short));
  });

  it.each([
    ['(?=社区)', 0, '(?='],
    ['社(?!区)', 1, '(?!'],
    ['社(?<=社)区', 1, '(?<=社)区'],
    ['(社)\\1', 3, '\\1'],
    ['社{1001}', 1, '{1001}'],
    ['\\u793e{2,1001}', 6, '{2,1001}'],
    ['社\\k<n>', 1, '\\k'],
    ['[社', 0, '[社'],
    ['社**', 1, '**'],
    ['\\p{Emoji_Kaktovik}', 0, '\\p{Emoji_Kaktovik}'],
    ['x'.repeat(1001), 1000, '1001'],
  ])('%s is refused where it goes wrong', (source, offset, wrong) => {
    expect(compilePattern(source)).toEqual({ offset, found: wrong });
  });

  it('says the same as V8 on what both know', () => {
    const piece = fc.constantFrom(
      '社',
      '区',
      'a',
      '[ab]',
      '[^社]',
      '.',
      '\\d',
      '(?:社|ab)',
      '\\u793e',
      '[\\u4e00-\\u9fa5]',
      '\\p{Script=Han}',
      '\\u{20000}',
    );
    const part = fc
      .tuple(piece, fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}'))
      .map(([one, times]) => one + times);
    const pattern = fc
      .tuple(fc.constantFrom('', '^'), fc.array(part, { maxLength: 5 }), fc.constantFrom('', '$'))
      .map(([start, parts, end]) => `${start}${parts.join('')}${end}`);
    const text = fc
      .array(fc.constantFrom('社', '区', 'a', 'b', '1', '\u{20000}', '。'), { maxLength: 8 })
      .map((marks) => marks.join(''));
    fc.assert(
      fc.property(pattern, text, (source, subject) => {
        expect(found(source, subject)).toBe(new RegExp(source, 'u').test(subject));
      }),
      { numRuns: 2000 },
    );
  });
});
