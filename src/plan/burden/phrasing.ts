import type { Catalogue } from '../../model/policy.ts';
import { foldText } from '../../model/text.ts';

/** The catalogues of a pack that say how duties are phrased. */
export const PHRASING_CATALOGUES = ['word.frame', 'word.light', 'word.alike'] as const;

/** What a word stands for: nothing, itself at full or at less weight, or another word. */
type Meaning = 'none' | 'own' | 'light' | { readonly same: string };

/** Words by their first character, the longest first, so that 工作者 is found before 工作. */
export type Phrasing = ReadonlyMap<string, readonly (readonly [word: string, meaning: Meaning])[]>;

export function phrasingOf(catalogues: ReadonlyMap<string, Catalogue>): Phrasing {
  const meanings = new Map<string, Meaning>();
  const learn = (word: string, meaning: Meaning) => meanings.set(foldText(word), meaning);
  const entries = (id: (typeof PHRASING_CATALOGUES)[number]) => catalogues.get(id)?.entries ?? [];
  for (const { name, synonyms } of entries('word.frame'))
    for (const word of [name, ...synonyms]) learn(word, 'none');
  for (const { name, synonyms } of entries('word.light'))
    for (const word of [name, ...synonyms]) learn(word, 'light');
  for (const { exceptions } of entries('word.frame')) for (const word of exceptions) learn(word, 'own');
  for (const { name, synonyms } of entries('word.alike'))
    for (const word of synonyms) learn(word, { same: foldText(name) });
  for (const { name } of entries('word.alike')) if (!meanings.has(foldText(name))) learn(name, 'own');
  return byFirstCharacter(meanings);
}

function byFirstCharacter(meanings: ReadonlyMap<string, Meaning>): Phrasing {
  const words = new Map<string, (readonly [string, Meaning])[]>();
  for (const [word, meaning] of meanings) {
    const first = word.charAt(0);
    words.set(first, [...(words.get(first) ?? []), [word, meaning]]);
  }
  for (const list of words.values()) list.sort(([left], [right]) => right.length - left.length);
  return words;
}

/** A stretch of an item's text that carries content. */
export interface Piece {
  readonly text: string;
  readonly isLight: boolean;
}

/** The content of a folded text, in runs; a run ends where a frame word or a mark stood. */
export function contentOf(key: string, phrasing: Phrasing): Piece[][] {
  const runs: Piece[][] = [[]];
  const add = (text: string, isLight: boolean) => runs.at(-1)?.push({ text, isLight });
  for (let at = 0; at < key.length; ) {
    const [word, meaning] = wordAt(key, at, phrasing);
    at += word.length;
    if (meaning === 'none') runs.push([]);
    else if (typeof meaning === 'object') add(meaning.same, isLight(meaning.same, phrasing));
    else add(word, meaning === 'light');
  }
  return runs.filter((run) => run.length > 0);
}

function wordAt(key: string, at: number, phrasing: Phrasing): readonly [string, Meaning] {
  const first = key.charAt(at);
  const found = phrasing.get(first)?.find(([word]) => key.startsWith(word, at));
  return found ?? [first, CONTENT.test(first) ? 'own' : 'none'];
}

const CONTENT = /[\p{L}\p{N}]/u;

function isLight(word: string, phrasing: Phrasing): boolean {
  return (
    phrasing.get(word.charAt(0))?.some(([known, meaning]) => known === word && meaning === 'light') ?? false
  );
}
