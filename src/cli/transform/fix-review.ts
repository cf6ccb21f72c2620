import path from 'node:path';
import { cellText } from '../../model/cell-text.ts';
import { a1Of } from '../../model/origin.ts';
import { LOCALES, type Locale, type LocalText } from '../../model/policy.ts';
import type { Row } from '../../model/workbook.ts';
import { DEFAULT_LIMITS } from '../../read/limits.ts';
import { openFile } from '../../read/opened.ts';
import { UnreadableError } from '../../read/unreadable.ts';
import { writeUnreadable } from '../../report/report.ts';
import type { Confirmed } from '../../transform/confirmed.ts';
import type { Suggestion } from '../../transform/suggest/suggestion.ts';
import type { PlainColumn, PlainTable } from '../../write/plain-table.ts';
import { inputsOf } from '../inputs.ts';
import { say } from '../say.ts';
import { UsageError } from '../usage-error.ts';
import { FIX_WORDS, SUGGESTION_WORDS } from './fix-words.ts';

/** The columns of a review sheet, in their order; a person fills in the last two. */
const COLUMNS = [
  'number',
  'workbook',
  'sheet',
  'cell',
  'before',
  'suggestion',
  'reason',
  'decision',
  'instead',
] as const;
type ReviewColumn = (typeof COLUMNS)[number];
const DECISIONS = ['accept', 'reject', 'other'] as const;

/** What is suggested for all files, for a person to decide on. */
export function reviewTable(
  files: readonly { readonly path: string; readonly suggestions: readonly Suggestion[] }[],
  locale: Locale,
): PlainTable {
  const choices = DECISIONS.map((id) => FIX_WORDS[id][locale]);
  const rows = files.flatMap(({ path: file, suggestions }) =>
    suggestions.map(({ sheet, row, column, before, after, reason, args }) => [
      file,
      sheet,
      a1Of(row, column),
      before,
      String(after),
      say(SUGGESTION_WORDS[reason], locale, args),
      null,
      null,
    ]),
  );
  return {
    name: FIX_WORDS.review[locale],
    columns: COLUMNS.map((id): PlainColumn => {
      const column = { header: FIX_WORDS[id][locale], type: 'text' as const };
      return id === 'decision' ? { ...column, choices } : column;
    }),
    rows: rows.map((row, index) => [index + 1, ...row]),
  };
}

/** What was decided, by file, and how many rows nobody has decided on. */
export interface Reviewed {
  readonly confirmed: ReadonlyMap<string, readonly Confirmed[]>;
  readonly open: number;
}

/** Reads a review sheet back, in either language. Throws `UsageError` with the cell for what cannot be meant. */
export async function readReview(file: string, locale: Locale): Promise<Reviewed> {
  const [input] = await inputsOf([file], DEFAULT_LIMITS);
  if (input === undefined) throw new UsageError(FIX_WORDS.noReview, { path: file, reason: '' });
  const opened = await openFile(input, { limits: DEFAULT_LIMITS, encoding: null });
  const workbook = await opened.workbook().catch((error: unknown) => {
    if (!(error instanceof UnreadableError)) throw error;
    const reason = writeUnreadable(error, locale);
    throw new UsageError(FIX_WORDS.noReview, { path: file, reason });
  });
  for (const sheet of workbook.sheets) {
    const rows = [...sheet.rows()];
    const head = rows.findIndex((row) => placesIn(row) !== null);
    const places = head === -1 ? null : placesIn(rows[head] as Row);
    if (places !== null) return readRows(rows.slice(head + 1), places, path.basename(file));
  }
  const headers = COLUMNS.map((id) => FIX_WORDS[id][locale]).join(locale === 'en' ? ', ' : '、');
  throw new UsageError(FIX_WORDS.noReviewHeader, { path: file, headers });
}

type Places = Readonly<Record<ReviewColumn, number>>;

/** Where the columns stand, if this is the header. */
function placesIn({ cells }: Row): Places | null {
  const texts = cells.map((cell) => cellText(cell).trim());
  const found = COLUMNS.map((id) => {
    const names: readonly string[] = LOCALES.map((locale) => FIX_WORDS[id][locale]);
    return [id, texts.findIndex((text) => names.includes(text))] as const;
  });
  const missing = found.some(([id, at]) => at === -1 && id !== 'number' && id !== 'reason');
  return missing ? null : (Object.fromEntries(found) as Places);
}

function readRows(rows: readonly Row[], places: Places, name: string): Reviewed {
  const confirmed = new Map<string, Confirmed[]>();
  let open = 0;
  for (const row of rows) {
    const text = (id: ReviewColumn) => cellText(row.cells[places[id]]);
    const at = (id: ReviewColumn) => `${name} ${a1Of(row.number, places[id] + 1)}`;
    if (COLUMNS.every((id) => text(id).trim() === '')) continue;
    const after = decided(text, at);
    if (after === undefined) open++;
    if (after == null) continue;
    const place = placeIn(text('cell').trim());
    if (place === null) throw new UsageError(FIX_WORDS.noCell, { at: at('cell'), found: text('cell') });
    const file = text('workbook').trim();
    const one: Confirmed = { sheet: text('sheet'), ...place, before: text('before'), after };
    confirmed.set(file, [...(confirmed.get(file) ?? []), one]);
  }
  return { confirmed, open };
}

/** What the cell is to say; `null` where it is to stay, `undefined` where nobody has decided. */
function decided(
  text: (id: ReviewColumn) => string,
  at: (id: ReviewColumn) => string,
): string | null | undefined {
  const decision = text('decision').trim();
  const isWord = (word: LocalText) => LOCALES.some((locale) => word[locale] === decision);
  if (decision === '' && text('instead').trim() === '') return undefined;
  if (isWord(FIX_WORDS.accept)) return text('suggestion');
  if (isWord(FIX_WORDS.reject)) return null;
  const expected = DECISIONS.map((id) => FIX_WORDS[id]['zh-CN']).join(' / ');
  if (!isWord(FIX_WORDS.other))
    throw new UsageError(FIX_WORDS.badDecision, { at: at('decision'), found: decision, expected });
  if (text('instead').trim() === '') throw new UsageError(FIX_WORDS.noInstead, { at: at('instead') });
  return text('instead');
}

function placeIn(a1: string): { readonly row: number; readonly column: number } | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/iu.exec(a1) ?? [];
  if (digits === '') return null;
  const column = [...letters.toUpperCase()].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}
