import { type CheckSettings, checkOpened } from './check-file.ts';
import type { Dataset } from './model/dataset.ts';
import type { Fault, Finding } from './model/run.ts';
import type { Workbook } from './model/workbook.ts';
import type { InputFile } from './read/inputs.ts';
import { openFile } from './read/opened.ts';
import { UnreadableError } from './read/unreadable.ts';
import { readRecords } from './records/records.ts';
import type { Rule } from './rules/define.ts';
import { findTables } from './tables/tables.ts';
import { type Edit, keyOf, mergeEdits } from './transform/edit.ts';
import { differOnlyIn, proposeEdits, type Repairs } from './transform/repairs.ts';
import { type PatchRefusal, patchXlsx } from './write/patch-xlsx.ts';
import type { FlagWords, PlainTable } from './write/plain-table.ts';

/** Why nothing was put right in a file. */
export type Unfixed = 'unreadable' | 'format' | 'unfamiliar' | PatchRefusal | 'unsettled';

/** A file with what can be put right in it. */
export interface FixedFile {
  readonly file: InputFile;
  readonly edits: readonly Edit[];
  /** The new workbook; `null` where nothing changes. */
  readonly bytes: Buffer | null;
  readonly unfixed: Unfixed | null;
  /** What is left for a person. */
  readonly left: readonly Finding[];
  /** Rules that failed on the file as it was sent. */
  readonly faults: readonly Fault[];
}

export interface FixRequest {
  readonly settings: CheckSettings;
  readonly rules: readonly Rule[];
  readonly flags: FlagWords;
  /** The sheet that says what was changed, for a workbook with sheets of these names. */
  readonly logOf: (edits: readonly Edit[], sheets: readonly string[]) => PlainTable;
}

/** What a file says, and what the rules say about it. */
interface Judged {
  readonly workbook: Workbook;
  readonly dataset: Dataset;
  readonly findings: readonly Finding[];
  readonly faults: readonly Fault[];
}

/** Every round takes back an edit or adds some, so that few are needed. */
const MOST_ROUNDS = 20;

/**
 * Puts right what can be put right in one way only. Every attempt is read and checked again: an edit stays only if the findings it is
 * made for are gone, no other finding is new, and no other cell differs.
 */
export async function fixFile(file: InputFile, request: FixRequest): Promise<FixedFile> {
  const first = await judge(file, request);
  const { findings: left = [], faults = [] } = first ?? {};
  const blank = { file, edits: [], bytes: null, left, faults };
  if (first === null) return { ...blank, unfixed: 'unreadable' };
  const { workbook } = first;
  const bytes = await file.bytes();
  if (workbook.format !== 'xlsx') return { ...blank, unfixed: 'format' };
  if (workbook.handover !== undefined) return { ...blank, unfixed: 'unfamiliar' };
  const repairs = repairsOf(request.rules);
  const sheets = workbook.sheets.map(({ name }) => name);
  const barred = new Set<string>();
  let edits: Edit[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const log = request.logOf(edits, sheets);
    const patched = edits.length === 0 ? null : await patchXlsx(bytes, edits, log, request.flags);
    if (typeof patched === 'string') return { ...blank, unfixed: patched };
    const made =
      patched === null ? first : await judge({ ...file, bytes: async () => patched.bytes }, request);
    const refused = edits.filter((edit) => patched?.refused.has(edit));
    const isTrue = refused.length > 0 || (made !== null && differOnlyIn(workbook, made.workbook, edits));
    if (made === null || !isTrue) return { ...blank, unfixed: 'structure' };
    const more = proposeEdits(made.findings, made, repairs).filter((edit) => !barred.has(keyOf(edit)));
    const next = mergeEdits(edits, more);
    const isSettled = JSON.stringify(next) === JSON.stringify(edits);
    const bad = [...refused, ...repeated(edits, more), ...culprits(edits, left, made.findings, isSettled)];
    for (const edit of bad) barred.add(keyOf(edit));
    if (bad.length > 0) edits = edits.filter((edit) => !barred.has(keyOf(edit)));
    else if (!isSettled) edits = next;
    else return { file, edits, bytes: patched?.bytes ?? null, unfixed: null, left: made.findings, faults };
  }
  return { ...blank, unfixed: 'unsettled' };
}

function repairsOf(rules: readonly Rule[]): Repairs {
  return new Map(rules.flatMap(({ id, repair }) => (repair === undefined ? [] : [[id, repair] as const])));
}

async function judge(file: InputFile, { settings, rules }: FixRequest): Promise<Judged | null> {
  const opened = await openFile(file, settings);
  try {
    const workbook = await opened.workbook();
    const dataset = readRecords(findTables(file.path, workbook, settings.policy.vocabulary, settings.pins));
    const { outcome } = await checkOpened(
      file,
      { ...opened, workbook: async () => workbook },
      settings,
      rules,
    );
    return { workbook, dataset, findings: outcome.findings, faults: outcome.faults };
  } catch (error) {
    if (error instanceof UnreadableError) return null;
    throw error;
  }
}

/** Edits after which something is found that was not before, or that have not cleared what they are for. */
function culprits(
  edits: readonly Edit[],
  before: readonly Finding[],
  after: readonly Finding[],
  isSettled: boolean,
): Edit[] {
  const known = new Set(before.map(placeOf));
  const fresh = after.filter((finding) => !known.has(placeOf(finding)));
  // Halfway, a finding may stand where another has been put right: `ends` after `inner`.
  const wrong = isSettled ? [...fresh, ...after.filter((finding) => isPromised(finding, edits))] : [];
  return [...new Set(wrong.flatMap((finding) => causesOf(finding, edits)))];
}

/** Edits that a rule wants to make again: its repair does not clear what it finds. */
function repeated(edits: readonly Edit[], more: readonly Edit[]): Edit[] {
  return edits.filter((edit) =>
    more.some(
      (again) => keyOf(again) === keyOf(edit) && again.rules.some((rule) => edit.rules.includes(rule)),
    ),
  );
}

/** The edit of the very cell, else those of its row, else all: what is found elsewhere may be owed to any. */
function causesOf({ origins: [at] }: Finding, edits: readonly Edit[]): readonly Edit[] {
  const row = edits.filter((edit) => edit.sheet === at?.sheet && edit.row === at.row);
  const cell = row.filter((edit) => edit.column === at?.column);
  return cell.length > 0 ? cell : row.length > 0 ? row : edits;
}

function placeOf({ rule, message, origins: [at] }: Finding): string {
  return JSON.stringify([rule, message.id, at?.sheet, at?.a1]);
}

function isPromised({ rule, origins: [at] }: Finding, edits: readonly Edit[]): boolean {
  return edits.some((edit) => edit.rules.includes(rule) && edit.sheet === at?.sheet && edit.row === at.row);
}
