import { closest, distance } from 'fastest-levenshtein';

/** When two texts count as the same, and which of several comes nearest. */

/** Marks that NFKC leaves apart although people type them for one another. */
const MARKS: Readonly<Record<string, string>> = {
  '【': '[',
  '】': ']',
  '〔': '[',
  '〕': ']',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '、': ',',
  '〈': '<',
  '〉': '>',
};

/** The same names, headers and catalogue entries are folded again and again; a city holds few of them. */
const MEMO_SIZE = 16_384;
const memo = new Map<string, string>();
const PLAIN = /^[\u4e00-\u9fff0-9a-z]*$/u;

/**
 * The form in which texts are compared: compatibility forms folded (NFKC), every blank and invisible
 * character gone, brackets and commas in one width, lower case, no closing stop. Never shown to a person.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text;
  const known = memo.get(text);
  if (known !== undefined) return known;
  const folded = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}\p{Z}\s]/gu, '')
    .replace(/[【】〔〕“”‘’、〈〉]/gu, (mark) => MARKS[mark] ?? mark)
    .toLowerCase()
    .replace(/[。.;,]+$/u, '');
  if (memo.size >= MEMO_SIZE) memo.clear();
  memo.set(text, folded);
  return folded;
}

/** The candidate nearest to `word`, if it is near enough to be a slip; `null` otherwise. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (word === '' || candidates.length === 0) return null;
  const best = closest(word, candidates);
  return distance(word, best) <= Math.max(1, Math.floor(word.length / 3)) ? best : null;
}

/** Orders by UTF-16 code unit, so that no machine's locale has a say. */
export function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
