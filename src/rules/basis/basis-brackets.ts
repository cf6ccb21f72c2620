import { defineRule } from '../define.ts';
import { fieldCells } from '../field-cells.ts';

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['《', '》'],
  ['〈', '〉'],
  ['（', '）'],
  ['(', ')'],
]);
const BRACKETS = new Set([...CLOSING.keys(), ...CLOSING.values()]);
const NO_BRACKET = /[^《》〈〉（）()]+/g;

/** 1） and （1） both number the parts of a basis; only the second is a pair. */
const ENUMERATION = /(?<=^|[\s；;。，,》])[\d一二三四五六七八九十]{1,3}[)）]/gu;

type Fault =
  | { readonly message: 'unclosed' | 'nested'; readonly args: { readonly found: string } }
  | { readonly message: 'mixed'; readonly args: { readonly found: string; readonly expected: string } };

/** Nesting follows the punctuation standard: 《…〈…〉…》. */
export const rule = defineRule({
  id: 'basis-brackets',
  scope: 'table',
  messages: {
    unclosed: {
      'zh-CN': '依据中的“{found}”没有配对。请补上另一半，或删去多余的一半。',
      en: 'The bracket “{found}” in the basis has no counterpart. Add the missing half or delete this one.',
    },
    mixed: {
      'zh-CN': '依据中的括号前后不一致：写作“{found}”，应为“{expected}”。请改成同一种。',
      en: 'Brackets in the basis do not match: “{found}” should be “{expected}”. Use one kind.',
    },
    nested: {
      'zh-CN': '依据中书名号里又用了“{found}”。里层请改用单书名号，写作《…〈…〉…》。',
      en: 'The basis uses “{found}” inside “{found}”. Write the inner title as 《…〈…〉…》.',
    },
  },
  repair: (text) => withMatchingBrackets(text),
  check(table, context) {
    for (const cell of fieldCells(table, ['legalBasis'], context)) {
      const fault = faultIn(/[)）]/u.test(cell.text) ? cell.text.replace(ENUMERATION, '') : cell.text);
      if (fault !== null) context.report({ ...fault, at: cell.at });
    }
  },
});

/**
 * A title of law stands in 《》 and a remark keeps the bracket it opens with: then the closing mark is the wrong one.
 * Any other pair could be put right in two ways, and is left.
 */
function withMatchingBrackets(text: string): string {
  const marks = [...text];
  const numbers = new Set(
    [...text.matchAll(ENUMERATION)].map(
      ({ index, 0: all }) => [...text.slice(0, index + all.length)].length - 1,
    ),
  );
  const open: string[] = [];
  for (const [index, mark] of marks.entries()) {
    if (CLOSING.has(mark)) open.push(mark);
    else if (BRACKETS.has(mark) && !numbers.has(index)) {
      const opener = open.pop() ?? '';
      const expected = CLOSING.get(opener) ?? mark;
      const isTitle = opener === '《' && open.length === 0 && mark === '〉';
      const isRemark = (opener === '（' && mark === ')') || (opener === '(' && mark === '）');
      if (expected !== mark && (isTitle || isRemark)) marks[index] = expected;
    }
  }
  return marks.join('');
}

/** The first pair that does not match; nesting counts only where every bracket is closed. */
function faultIn(text: string): Fault | null {
  const open: string[] = [];
  let nested: string | null = null;
  for (const mark of text.replace(NO_BRACKET, '')) {
    if (CLOSING.has(mark)) {
      if (mark === open.findLast((other) => other === '《' || other === '〈')) nested ??= mark;
      open.push(mark);
      continue;
    }
    const opener = open.pop();
    if (opener === undefined) return { message: 'unclosed', args: { found: mark } };
    const expected = CLOSING.get(opener) ?? '';
    if (expected === mark) continue;
    if (open.some((other) => CLOSING.get(other) === mark))
      return { message: 'unclosed', args: { found: opener } };
    return { message: 'mixed', args: { found: `${opener}…${mark}`, expected: `${opener}…${expected}` } };
  }
  const left = open.at(-1);
  if (left !== undefined) return { message: 'unclosed', args: { found: left } };
  return nested === null ? null : { message: 'nested', args: { found: nested } };
}
