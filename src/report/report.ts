import type { Locale } from '../model/policy.ts';
import type { Run } from '../model/run.ts';
import type { Unreadable } from '../model/workbook.ts';
import type { TableOptions } from './formats/table.ts';
import type { FileAt } from './marks.ts';
import { standingLines } from './sections/standing.ts';
import { findingsLine } from './sections/summary.ts';
import { type Understood, understood } from './sections/understood.ts';
import { type Wording, wordingFor } from './wording.ts';

/** Every format of a run, loaded when it is asked for. */
const WRITERS = {
  table: async (run, wording, options) =>
    (await import('./formats/table.ts')).tableReport(run, wording, options),
  json: async (run, wording) => (await import('./formats/json.ts')).jsonReport(run, wording),
  html: async (run, wording) => (await import('./formats/html.ts')).htmlReport(run, wording),
  sarif: async (run, wording, { fileAt }) =>
    (await import('./formats/sarif.ts')).sarifReport(run, wording, fileAt),
  junit: async (run, wording, { fileAt }) =>
    (await import('./formats/junit.ts')).junitReport(run, wording, fileAt),
  github: async (run, wording, { fileAt }) =>
    (await import('./formats/github.ts')).githubReport(run, wording, fileAt),
  gitlab: async (run, wording, { fileAt }) =>
    (await import('./formats/gitlab.ts')).gitlabReport(run, wording, fileAt),
  markdown: async (run, wording) => (await import('./formats/markdown.ts')).markdownReport(run, wording),
  ndjson: async (run, wording) => (await import('./formats/ndjson.ts')).ndjsonReport(run, wording),
  docx: async (run, wording) => (await import('./formats/docx.ts')).docxReport(run, wording),
  note: async (run, wording) => (await import('./formats/docx.ts')).noteReport(run, wording),
  xlsx: async (run, wording) => (await import('./formats/xlsx.ts')).xlsxReport(run, wording),
} as const satisfies Readonly<Record<string, Writer>>;

export interface ReportOptions extends TableOptions {
  readonly fileAt: FileAt;
}

type Writer = (run: Run, wording: Wording, options: ReportOptions) => Promise<string | Buffer>;
export type Format = keyof typeof WRITERS;
export const FORMATS = Object.keys(WRITERS) as readonly Format[];
/** Formats that only a file can hold. */
export const FILE_FORMATS: readonly Format[] = ['docx', 'note', 'xlsx'];

/** One run in one format and language: a pure function of its arguments. */
export async function writeReport(
  run: Run,
  format: Format,
  locale: Locale,
  options: ReportOptions,
): Promise<string | Buffer> {
  return await WRITERS[format](run, wordingFor(run, locale), options);
}

/** Words of the body of the report as a paper, as a word processor counts them (字数). */
export async function paperLength(run: Run, locale: Locale): Promise<number> {
  const { complianceReport } = await import('./paper/compliance.ts');
  const { wordsOf } = await import('./paper/report.ts');
  return wordsOf(complianceReport(run, wordingFor(run, locale)).body);
}

/** What a person needs when the report itself went to a file: the count of findings, and of what was waived or known before. */
export function headline(run: Run, locale: Locale): string {
  const wording = wordingFor(run, locale);
  return [findingsLine(run, wording), ...standingLines(run, wording)].join('\n');
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
