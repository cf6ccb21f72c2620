import { type CheckSettings, checkOpened } from './check-file.ts';
import type { Dataset } from './model/dataset.ts';
import type { Fault, Finding } from './model/run.ts';
import type { Workbook } from './model/workbook.ts';
import { csvSpans } from './read/csv-spans.ts';
import type { InputFile } from './read/inputs.ts';
import { openFile } from './read/opened.ts';
import { UnreadableError } from './read/unreadable.ts';
import { readRecords } from './records/records.ts';
import type { Rule } from './rules/define.ts';
import { findTables } from './tables/tables.ts';
import { type Confirmed, confirmedEdits, type Stale } from './transform/confirmed.ts';
import { type Edit, keyOf, mergeEdits } from './transform/edit.ts';
import { differOnlyIn, proposeEdits, type Repairs } from './transform/repairs.ts';
import type { Roster } from './transform/rollup/place.ts';
import { type DepartmentCell, departmentCells } from './transform/suggest/departments.ts';
import { suggestionsIn } from './transform/suggest/suggest.ts';
import type { Suggestion } from './transform/suggest/suggestion.ts';
import { patchCsv } from './write/patch-csv.ts';
import { type Patched, type PatchRefusal, patchXlsx } from './write/patch-xlsx.ts';
import type { FlagWords, PlainTable } from './write/plain-table.ts';

/** Why nothing was put right in a file. */
export type Unfixed = 'unreadable' | 'format' | 'unfamiliar' | PatchRefusal | 'unsettled';

/** A file with what can be put right in it. */
export interface FixedFile {
  readonly file: InputFile;
  readonly edits: readonly Edit[];
  /** The new file; `null` where nothing changes. */
  readonly bytes: Buffer | null;
  readonly unfixed: Unfixed | null;
  /** What is left for a person. */
  readonly left: readonly Finding[];
  /** What that person may want to say yes to. */
  readonly suggestions: readonly Suggestion[];
  /** Cells that name departments, for names that only come near to those of other files. */
  readonly departments: readonly DepartmentCell[];
  /** What a person confirmed and could not be done. */
  readonly stale: readonly Stale[];
  /** Rules that failed on the file as it was sent. */
  readonly faults: readonly Fault[];
}

export interface FixRequest {
  readonly settings: CheckSettings;
  readonly rules: readonly Rule[];
  readonly flags: FlagWords;
  /** The sheet that says what was changed, for a workbook with sheets of these names. */
  readonly logOf: (edits: readonly Edit[], sheets: readonly string[]) => PlainTable;
  /** Where right codes stand; `null` where nobody gave one. */
  readonly roster?: Roster | null;
  /** What a person said yes to, by the path of the file. */
  readonly confirmed?: ReadonlyMap<string, readonly Confirmed[]>;
}

/** What a file says, and what the rules say about it. */
interface Judged {
  readonly workbook: Workbook;
  readonly dataset: Dataset;
  readonly findings: readonly Finding[];
  readonly faults: readonly Fault[];
}

/** The file with edits made in it, or why they cannot be. */
type Patcher = (edits: readonly Edit[]) => Promise<Patched | PatchRefusal>;

/** Every round takes back an edit or adds some, so that few are needed. */
const MOST_ROUNDS = 20;

/**
 * Puts right what can be put right in one way only, then what a person confirmed. Every attempt is read and checked again: an edit
 * stays only if the findings it is made for are gone, no other finding is new, and no other cell differs. What a person confirmed
 * stays as long as no other cell differs.
 */
export async function fixFile(file: InputFile, request: FixRequest): Promise<FixedFile> {
  const first = await judge(file, request);
  const { findings: left = [], faults = [] } = first ?? {};
  const nothing = { edits: [], bytes: null, suggestions: [], departments: [], stale: [] };
  const blank = { file, ...nothing, left, faults };
  if (first === null) return { ...blank, unfixed: 'unreadable' };
  const patch = patcherFor(first.workbook, await file.bytes(), request);
  if (typeof patch === 'string') return { ...blank, unfixed: patch };
  const safe = await settle(file, first, [], patch, request);
  if (typeof safe === 'string') return { ...blank, unfixed: safe };
  const { edits: wanted, stale } = confirmedEdits(request.confirmed?.get(file.path) ?? [], safe.made);
  const settled =
    wanted.length === 0 ? safe : await settle(file, first, mergeEdits(safe.edits, wanted), patch, request);
  if (typeof settled === 'string') return { ...blank, unfixed: settled };
  const { edits, bytes, made } = settled;
  const undone = wanted.filter((edit) => !edits.some((one) => keyOf(one) === keyOf(edit)));
  const suggested = { findings: made.findings, workbook: made.workbook, dataset: made.dataset };
  return {
    file,
    edits,
    bytes,
    unfixed: null,
    left: made.findings,
    suggestions: suggestionsIn(suggested, request.settings.policy, request.roster ?? null),
    departments: departmentCells(made.dataset),
    stale: [...stale, ...undone.map((edit): Stale => ({ ...edit, found: edit.before, why: 'cell' }))],
    faults,
  };
}

function patcherFor(
  workbook: Workbook,
  bytes: Buffer,
  { settings, logOf, flags }: FixRequest,
): Patcher | Unfixed {
  if (workbook.handover !== undefined) return 'unfamiliar';
  const sheets = workbook.sheets.map(({ name }) => name);
  if (workbook.format === 'xlsx') {
    return (edits) => patchXlsx(bytes, edits, logOf(edits, sheets), flags);
  }
  const { text, encoding } = workbook;
  if (text === undefined || encoding === null) return 'format';
  const { delimiter } = text;
  const fieldsOf = (all: string) => csvSpans(all, delimiter, settings.limits);
  return (edits) => patchCsv(bytes, edits, { encoding, delimiter, fieldsOf });
}

interface Settled {
  readonly edits: readonly Edit[];
  readonly bytes: Buffer | null;
  readonly made: Judged;
}

/** Adds edits and takes back those that do not keep their promise, until there is nothing to add; those of `start` stay. */
async function settle(
  file: InputFile,
  first: Judged,
  start: readonly Edit[],
  patch: Patcher,
  request: FixRequest,
): Promise<Settled | Unfixed> {
  const repairs = repairsOf(request.rules);
  const kept = new Set(start.map(keyOf));
  const isOurs = (edit: Edit) => !kept.has(keyOf(edit));
  const barred = new Set<string>();
  let edits = [...start];
  let known = start.length === 0 ? first.findings : null;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const patched = edits.length === 0 ? null : await patch(edits);
    if (typeof patched === 'string') return patched;
    const made =
      patched === null ? first : await judge({ ...file, bytes: async () => patched.bytes }, request);
    const refused = edits.filter((edit) => patched?.refused.has(edit));
    const isTrue =
      refused.length > 0 || (made !== null && differOnlyIn(first.workbook, made.workbook, edits));
    if (made === null || !isTrue) return 'structure';
    known ??= [...first.findings, ...made.findings];
    const more = proposeEdits(made.findings, made, repairs).filter((edit) => !barred.has(keyOf(edit)));
    const next = mergeEdits(edits, more);
    const isSettled = JSON.stringify(next) === JSON.stringify(edits);
    const wrong = [...repeated(edits, more), ...culprits(edits, known, made.findings, isSettled)];
    const bad = [...refused, ...wrong.filter(isOurs)];
    for (const edit of bad) barred.add(keyOf(edit));
    if (bad.length > 0) edits = edits.filter((edit) => !barred.has(keyOf(edit)));
    else if (!isSettled) edits = next;
    else return { edits, made, bytes: patched?.bytes ?? null };
  }
  return 'unsettled';
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
