import type { Locale } from '../model/policy.ts';
import type { Run } from '../model/run.ts';
import type { Unreadable } from '../model/workbook.ts';
import type { TableOptions } from './formats/table.ts';
import { findingsLine } from './sections/summary.ts';
import { type Understood, understood } from './sections/understood.ts';
import { wordingFor } from './wording.ts';

export const FORMATS = ['table', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** One run in one format and language: a pure function of its arguments. Each format is loaded when asked for. */
export async function writeReport(
  run: Run,
  format: Format,
  locale: Locale,
  options: TableOptions,
): Promise<string> {
  const wording = wordingFor(run, locale);
  if (format === 'json') {
    const { jsonReport } = await import('./formats/json.ts');
    return jsonReport(run, wording);
  }
  const { tableReport } = await import('./formats/table.ts');
  return tableReport(run, wording, options);
}

/** The one line a person needs when the report itself went to a file. */
export function headline(run: Run, locale: Locale): string {
  return findingsLine(run, wordingFor(run, locale));
}

export const UNDERSTOOD_FORMATS = ['table', 'json'] as const;

/** What was understood of one workbook, drawn for a terminal or as JSON. */
export async function writeUnderstood(
  result: Understood,
  terms: Run['terms'],
  format: (typeof UNDERSTOOD_FORMATS)[number],
  locale: Locale,
  options: TableOptions,
): Promise<string> {
  if (format === 'json') {
    const { understoodJson } = await import('./formats/understood-json.ts');
    return understoodJson(result.set);
  }
  const { drawBlocks } = await import('./draw.ts');
  return drawBlocks(understood(result, wordingFor({ terms }, locale)), options.width, options.paint);
}

/** Why a file could not be read, as the rule about it says. */
export function writeUnreadable({ reason, args }: Unreadable, locale: Locale): string {
  const finding = { rule: 'file-unreadable', message: { id: reason, args } };
  return wordingFor({ terms: {} }, locale).finding(finding);
}
