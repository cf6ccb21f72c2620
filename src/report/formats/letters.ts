import type { Locale } from '../../model/policy.ts';
import type { Run } from '../../model/run.ts';
import { letters } from '../paper/letter.ts';
import { LETTER_WORDS } from '../paper/letter-words.ts';
import { wordingFor } from '../wording.ts';

/** The letters of a run one after another, each with the path of its file and as a Word document. */
export async function* writtenLetters(
  run: Run,
  locale: Locale,
): AsyncGenerator<readonly [file: string, bytes: Buffer]> {
  const { toDocx } = await import('../../write/docx.ts');
  for (const [file, { paper }] of letters(run, wordingFor(run, locale))) yield [file, await toDocx(paper)];
}

/**
 * Where the letter of each file goes in a folder of letters: as the file lies in its own, by its name without the
 * extension. Names that a disk would take for one get a number.
 */
export function letterNames(files: readonly string[], locale: Locale): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    files.map((file) => {
      const stem = `${file.split('/').map(fitting).join('/')}`.replace(/\.[A-Za-z]{1,5}$/u, '');
      const nameOf = (count: number) =>
        `${stem}_${LETTER_WORDS.name[locale]}${count === 1 ? '' : ` (${count})`}.docx`;
      let count = 1;
      while (taken.has(nameOf(count).toLowerCase())) count += 1;
      taken.add(nameOf(count).toLowerCase());
      return [file, nameOf(count)];
    }),
  );
}

/** A part of a path that every system takes, Windows too. */
function fitting(part: string): string {
  return part.replace(/[<>:"|?*\\]|\p{Cc}/gu, '_').replace(/^\.+$|[. ]+$/u, '_');
}
