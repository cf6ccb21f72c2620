/** How rules that look for words in an item's text take it apart. */

/** A phrase in a clause, with the words of the clause around it. */
export interface Mention {
  readonly phrase: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The clauses of a text, without blanks and in one width. Titles of documents are emptied: 《城市管理条例》 is
 * no work. The enumeration comma 、 stays, because one verb governs all it joins.
 */
export function clausesOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/《[^》]*》/gu, '《》')
    .split(/[,。;:!?]/u)
    .filter((clause) => clause !== '');
}

/** Every place where one of the phrases stands in a clause. */
export function mentionsOf(clause: string, phrases: readonly string[]): Mention[] {
  return phrases.flatMap((phrase) =>
    [...clause.matchAll(new RegExp(anyOf([phrase]), 'gu'))].map(({ index }) => ({
      phrase,
      before: clause.slice(0, index),
      after: clause.slice(index + phrase.length),
    })),
  );
}

/** The last match of a pattern of words (see `anyOf`) in a text, and what stands behind it. */
export function lastWord(text: string, words: string): { word: string; rest: string } | null {
  let last: { word: string; rest: string } | null = null;
  for (const match of text.matchAll(new RegExp(words, 'gu'))) {
    last = { word: match[0], rest: text.slice(match.index + match[0].length) };
  }
  return last;
}

/** A pattern for any of some words, the longest first; for nothing where there are none. */
export function anyOf(words: readonly string[]): string {
  if (words.length === 0) return '(?!)';
  return [...words]
    .sort((left, right) => right.length - left.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
    .join('|');
}
