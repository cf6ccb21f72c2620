import type { Catalogue } from '../model/policy.ts';
import { foldText } from '../model/text.ts';
import { madeOnce } from './made-once.ts';

/** Canonical names of a catalogue by every way to write them, folded. */
export const certificateNames = madeOnce(
  ({ entries }: Catalogue): ReadonlyMap<string, string> =>
    new Map(
      entries.flatMap(({ name, synonyms }) =>
        [name, ...synonyms].map((written) => [foldText(written), name] as const),
      ),
    ),
);

/** The canonical name a row stands for: as written, or without 出具 before and a bracketed remark behind it. */
export function certificateNamed(text: string, names: ReadonlyMap<string, string>): string | null {
  const folded = foldText(text);
  const bare = folded.replace(/^(?:出具|开具)/u, '');
  const plain = (written: string) => written.replace(/\([^()]*\)$/u, '');
  for (const written of [folded, bare, plain(folded), plain(bare)]) {
    const name = names.get(written);
    if (name !== undefined) return name;
  }
  return null;
}
