import type { KindWords } from '../model/policy.ts';
import type { Column } from '../model/table.ts';
import type { FieldMatch, Lexicon } from './lexicon.ts';

/** A leaf column of a header block, its labels from top to bottom, and what they may mean. */
export interface HeadedColumn {
  readonly column: number;
  readonly path: readonly string[];
  readonly row: number;
  readonly matches: readonly FieldMatch[];
}

/** What kind of table the headers make, and what each column may be in it, the likeliest first. */
export interface HeaderMeaning {
  readonly kind: KindWords | null;
  readonly fields: readonly (readonly string[])[];
}

/** A city's lists share a few dozen headers, and each is met again in every file. */
const MEMO_SIZE = 1024;
const memos = new WeakMap<Lexicon, Map<string, HeaderMeaning>>();

/** What headers mean whose labels alone decide it: no column is pinned. */
export function labelledMeaning(headed: readonly HeadedColumn[], lexicon: Lexicon): HeaderMeaning {
  const memo = memos.get(lexicon) ?? new Map<string, HeaderMeaning>();
  memos.set(lexicon, memo);
  const labels = JSON.stringify(headed.map(({ path }) => path));
  const known = memo.get(labels);
  if (known !== undefined) return known;
  const meaning = headerMeaning(headed, lexicon);
  if (memo.size >= MEMO_SIZE) memo.clear();
  memo.set(labels, meaning);
  return meaning;
}

export function headerMeaning(headed: readonly HeadedColumn[], { vocabulary }: Lexicon): HeaderMeaning {
  const kind = chooseKind(headed, vocabulary.kinds);
  return { kind, fields: kind === null ? [] : fieldsIn(kind, headed) };
}

/** A register with many columns of its own is still known by its key and two more; `table-uncertain` says so. */
export function namesKey(known: readonly HeadedColumn[], kind: KindWords | null): boolean {
  return known.some(({ matches }) =>
    matches.some((match) => match.kind === kind && kind.key.includes(match.field)),
  );
}

/** Without its key column a kind is believed only on two columns that no other kind has. */
export function isUnmistakable(
  columns: readonly Column[],
  kind: KindWords | null,
  kinds: readonly KindWords[],
): boolean {
  const others = new Set(
    kinds.filter((other) => other !== kind).flatMap(({ fields }) => fields.map(({ id }) => id)),
  );
  return columns.filter(({ field }) => field !== null && !others.has(field)).length >= 2;
}

/**
 * What each column may be in a kind. A word for the key and for another field, as 协助事项, is the key where
 * no other column is, and the other field where one is.
 */
function fieldsIn(kind: KindWords, headed: readonly HeadedColumn[]): readonly (readonly string[])[] {
  const columns = headed.map(({ matches }) => [
    ...new Set(matches.filter((match) => match.kind === kind).map(({ field }) => field)),
  ]);
  const taken = new Set(columns.filter(({ length }) => length === 1).flat());
  return columns.map((fields) => {
    const key = fields.length > 1 ? fields.find((field) => kind.key.includes(field)) : undefined;
    if (key === undefined) return fields;
    if (taken.has(key)) return fields.filter((field) => field !== key);
    taken.add(key);
    return [key];
  });
}

/** The kind whose fields explain most columns and whose key is among them. */
function chooseKind(headed: readonly HeadedColumn[], kinds: readonly KindWords[]): KindWords | null {
  // Most kinds have no word in a header; the order of the vocabulary decides between equals.
  const named = new Set(headed.flatMap(({ matches }) => matches.map(({ kind }) => kind)));
  let best: KindWords | null = null;
  let bestScore = 0;
  for (const kind of kinds) {
    if (!named.has(kind)) continue;
    const fields = new Set(fieldsIn(kind, headed).flat());
    const score = fields.size + (kind.key.some((key) => fields.has(key)) ? 10 : 0);
    if (fields.size > 0 && score > bestScore) {
      best = kind;
      bestScore = score;
    }
  }
  return best;
}
