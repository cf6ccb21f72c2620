import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Dataset } from './model/dataset.ts';
import { NO_PINS, PinError, type Pins, type PinTrace } from './model/pins.ts';
import type { PolicyPack } from './model/policy.ts';
import type { Input, Run } from './model/run.ts';
import type { TableSet } from './model/table.ts';
import type { Unreadable, Workbook } from './model/workbook.ts';
import type { EncodingId } from './read/encodings.ts';
import { type InputFile, listInputs } from './read/inputs.ts';
import { DEFAULT_LIMITS, type Limits } from './read/limits.ts';
import { type OpenedFile, openAhead, openFile } from './read/opened.ts';
import { UnreadableError } from './read/unreadable.ts';
import { readRecords } from './records/records.ts';
import type { Rule } from './rules/define.ts';
import { type FileOutcome, runFileRules, runSetRules } from './rules/runner.ts';
import { assembleRun, termsOf } from './run.ts';
import { findTables } from './tables/tables.ts';

/** How a person wants files to be read. */
export interface ReadingChoices {
  readonly limits?: Limits;
  /** What the person says text files are encoded in. */
  readonly encoding?: EncodingId | null;
  readonly pins?: Pins;
}

export interface CheckRequest extends ReadingChoices {
  readonly files: readonly InputFile[];
  readonly policy: PolicyPack;
  readonly rules: readonly Rule[];
  readonly version: string;
  readonly onProgress?: (done: number, total: number, path: string) => void;
}

export interface CheckedFile {
  readonly input: Input;
  readonly outcome: FileOutcome;
  /** What every pin found in the file. */
  readonly pins: readonly PinTrace[];
}

export { listInputs, termsOf };

/**
 * The whole journey: bytes → Workbook → Table[] → Dataset → findings per file → findings over all files → Run.
 * Throws `PinError` when a pin found nothing in any file.
 */
export async function check(request: CheckRequest): Promise<Run> {
  const { files, policy, rules, version, limits = DEFAULT_LIMITS, encoding = null, pins = NO_PINS } = request;
  const checked: CheckedFile[] = [];
  for await (const [file, opened] of openAhead(files, { limits, encoding })) {
    checked.push(await checkOpened(file, opened, policy, rules, pins));
    // Signals and answers of readers are heard between files only.
    await nextTurn();
    request.onProgress?.(checked.length, files.length, file.path);
  }
  refuseUnusedPins(checked.flatMap((file) => file.pins));
  const overall = runSetRules(
    rules,
    checked.map(({ outcome }) => outcome),
    policy,
  );
  return assembleRun({ version, policy, checked, overall });
}

/** A workbook with what was understood of it. */
export interface Understood {
  readonly workbook: Workbook;
  readonly set: TableSet;
}

/** A pin that helps with one file of many is fine; one that fits none was written for others. */
function refuseUnusedPins(traces: readonly PinTrace[]): void {
  const isUsed = new Set(traces.flatMap(({ pin, used }) => (used ? [pin] : [])));
  const unused = traces.filter(({ pin }) => !isUsed.has(pin));
  const [first] = unused;
  if (first === undefined) return;
  const same = unused.filter(({ pin }) => pin === first.pin);
  throw new PinError({ ...first, found: [...new Set(same.flatMap(({ found }) => found))] });
}

/** A file of several as it was read; `read` is `null` for one that is passed over or cannot be read. */
export interface ReadFile {
  readonly file: InputFile;
  readonly sha256: string | null;
  readonly unreadable: Unreadable | null;
  /** Our own failure on this file; the next is read all the same. */
  readonly fault: string | null;
  readonly read: (Understood & { readonly dataset: Dataset }) | null;
}

/**
 * Files read one after another with all they say, nothing judged. Throws `PinError` after the last file when a pin
 * found nothing in any.
 */
export async function* readFiles(
  files: readonly InputFile[],
  policy: PolicyPack,
  { limits = DEFAULT_LIMITS, encoding = null, pins = NO_PINS }: ReadingChoices = {},
): AsyncGenerator<ReadFile> {
  const traces: PinTrace[] = [];
  for await (const [file, opened] of openAhead(files, { limits, encoding })) {
    const blank = { file, sha256: opened?.sha256 ?? null, unreadable: null, fault: null, read: null };
    try {
      if (opened === null) {
        yield blank;
        continue;
      }
      const workbook = await opened.workbook();
      const set = findTables(file.path, workbook, policy.vocabulary, pins);
      traces.push(...set.pins);
      yield { ...blank, read: { workbook, set, dataset: readRecords(set) } };
    } catch (error) {
      yield { ...blank, unreadable: reasonOf(error), fault: faultOf(error) };
    }
    await nextTurn();
  }
  refuseUnusedPins(traces);
}

/** What is understood of one file before anything is judged. Throws `UnreadableError` and `PinError`. */
export async function understand(
  file: InputFile,
  policy: PolicyPack,
  limits: Limits = DEFAULT_LIMITS,
  named: EncodingId | null = null,
  pins: Pins = NO_PINS,
): Promise<Understood> {
  const opened = await openFile(file, { limits, encoding: named });
  const workbook = await opened.workbook();
  const set = findTables(file.path, workbook, policy.vocabulary, pins);
  refuseUnusedPins(set.pins);
  return { workbook, set };
}

/** One file, start to end. Nothing of it stays but findings, the ledger and small facts. */
export async function checkFile(
  file: InputFile,
  policy: PolicyPack,
  rules: readonly Rule[],
  limits: Limits = DEFAULT_LIMITS,
  named: EncodingId | null = null,
  pins: Pins = NO_PINS,
): Promise<CheckedFile> {
  const opened = file.skipped === null ? await openFile(file, { limits, encoding: named }) : null;
  return await checkOpened(file, opened, policy, rules, pins);
}

async function checkOpened(
  file: InputFile,
  opened: OpenedFile | null,
  policy: PolicyPack,
  rules: readonly Rule[],
  pins: Pins,
): Promise<CheckedFile> {
  const blank: Input = {
    path: file.path,
    sha256: null,
    bytes: 0,
    state: 'skipped',
    format: null,
    encoding: null,
    text: null,
    unreadable: null,
    skipped: file.skipped,
    countedCells: null,
    handover: null,
    sheets: [],
    joined: [],
  };
  if (opened === null) return { input: blank, outcome: runFileRules([], blank, null, policy), pins: [] };
  const seen: Input = { ...blank, bytes: opened.bytes, sha256: opened.sha256 };
  try {
    const workbook = await opened.workbook();
    const tables = findTables(file.path, workbook, policy.vocabulary, pins);
    const { format, encoding, text = null, countedCells, handover = null } = workbook;
    const facts = { format, encoding, text, countedCells, handover };
    const { ledgers: sheets, joined } = tables;
    const input: Input = { ...seen, state: 'read', ...facts, sheets, joined };
    const outcome = runFileRules(rules, input, readRecords(tables), policy);
    return { input, outcome, pins: tables.pins };
  } catch (error) {
    const input: Input = { ...seen, state: 'unreadable', unreadable: reasonOf(error) };
    const outcome = runFileRules(rules, input, null, policy);
    if (error instanceof UnreadableError) return { input, outcome, pins: [] };
    // Our own failure on one file: named, counted, and the next file is checked all the same.
    const told = faultOf(error) ?? '';
    return {
      input,
      outcome: { ...outcome, faults: [...outcome.faults, { rule: null, file: file.path, error: told }] },
      pins: [],
    };
  }
}

function reasonOf(error: unknown): Input['unreadable'] {
  return error instanceof UnreadableError ? { reason: error.reason, args: error.args } : null;
}

function faultOf(error: unknown): string | null {
  if (error instanceof UnreadableError) return null;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
