import type { FixedFile } from '../../fixing.ts';
import { a1Of } from '../../model/origin.ts';
import type { Locale } from '../../model/policy.ts';
import { type Block, line, plain } from '../../report/blocks.ts';
import { say } from '../say.ts';
import { titlesOf } from './fix-log.ts';
import { FIX_WORDS, UNFIXED_WORDS } from './fix-words.ts';

/** What `fix` did to all files. */
export interface FixOutcome {
  readonly files: readonly Omit<FixedFile, 'bytes' | 'departments'>[];
  /** Rows of the review sheet that nobody has decided on. */
  readonly open: number;
  /** Files that the review sheet names and nobody gave. */
  readonly unknown: readonly string[];
  /** The folder that was written to, and the review sheet; `null` for none. */
  readonly output: string | null;
  readonly review: string | null;
}

export function fixFacts({ files, open, unknown, review }: FixOutcome) {
  return {
    review,
    open,
    unknown,
    files: files.map(({ file, edits, unfixed, left, suggestions, stale }) => ({
      file: file.path,
      unfixed,
      left: left.length,
      edits: edits.map(({ sheet, row, column, before, after, rules }) => ({
        sheet,
        cell: a1Of(row, column),
        before,
        after,
        rules,
      })),
      suggestions: suggestions.map(({ sheet, row, column, before, after, rules, reason, args }) => ({
        sheet,
        cell: a1Of(row, column),
        before,
        after,
        rules,
        reason,
        args,
      })),
      stale: stale.map(({ sheet, row, column, before, found, why }) => ({
        sheet,
        cell: a1Of(row, column),
        before,
        found,
        why,
      })),
    })),
  };
}

export function fixBlocks(
  { files: fixed, open, unknown, output, review }: FixOutcome,
  locale: Locale,
): Block[] {
  const word = (id: keyof typeof FIX_WORDS, args = {}) => say(FIX_WORDS[id], locale, args);
  const changed = fixed.filter(({ edits }) => edits.length > 0);
  const unfixed = fixed.filter((one) => one.unfixed !== null);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const suggested = sum(fixed.map(({ suggestions }) => suggestions.length));
  const written = [...(changed.length === 0 ? [] : [output]), review].filter((path) => path !== null);
  return [
    ...changed.flatMap(({ file, edits }): Block[] => [
      { kind: 'heading', text: word('file', { path: file.path, count: edits.length }) },
      {
        kind: 'table',
        head: [word('place'), word('change')],
        rows: edits.map(({ sheet, row, column, before, after, rules }) => [
          plain(`${sheet}!${a1Of(row, column)}`),
          plain(`${shown(before)}\n→ ${shown(String(after))}\n${titlesOf(rules, locale)}`),
        ]),
        fill: 1,
      },
    ]),
    { kind: 'heading', text: word('heading') },
    line(
      word('files', {
        all: fixed.length,
        changed: changed.length,
        same: fixed.length - changed.length - unfixed.length,
        unfixed: unfixed.length,
      }),
    ),
    ...unfixed.map((one) =>
      line(
        word('unfixed', {
          path: one.file.path,
          reason: UNFIXED_WORDS[one.unfixed ?? 'structure'][locale],
        }),
        'warning',
      ),
    ),
    line(
      word('counts', {
        edits: sum(changed.map(({ edits }) => edits.length)),
        left: sum(fixed.map(({ left }) => left.length)),
      }),
    ),
    ...confirmedLines({ files: fixed, open, unknown }, locale),
    ...(suggested === 0
      ? []
      : [line(word(review === null ? 'suggested' : 'reviewed', { count: suggested, path: review ?? '' }))]),
    line(
      written.length === 0
        ? word('wroteNothing')
        : word('wrote', { path: written.join(locale === 'en' ? ', ' : '、') }),
    ),
  ];
}

/** What a person confirmed and was not done, and what is still to be decided. */
function confirmedLines(
  { files, open, unknown }: Pick<FixOutcome, 'files' | 'open' | 'unknown'>,
  locale: Locale,
): Block[] {
  const stale = files.flatMap(({ file, stale: own }) =>
    own.map(({ sheet, row, column, before, found, why }) =>
      say(FIX_WORDS[why === 'changed' ? 'stale' : 'immovable'], locale, {
        place: `${file.path} ${sheet}!${a1Of(row, column)}`,
        before: shown(before),
        found: shown(found),
      }),
    ),
  );
  return [
    ...[...stale, ...unknown.map((path) => say(FIX_WORDS.unknownFile, locale, { path }))].map((text) =>
      line(text, 'warning'),
    ),
    ...(open === 0 ? [] : [line(say(FIX_WORDS.open, locale, { count: open }))]),
  ];
}

/** Blanks and characters nobody sees, so that the change can be seen. */
function shown(text: string): string {
  return text
    .replace(/\r\n|[\r\n]/gu, '⏎')
    .replace(/[^\S\ufeff]/gu, '␣')
    .replace(
      /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu,
      (one) => `<U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
    );
}
