import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type CheckedFile,
  type CheckedFiles,
  type CheckSettings,
  checkOnce,
  checkOpened,
  faultOf,
  reasonOf,
  type Work,
} from './check-file.ts';
import type { Dataset } from './model/dataset.ts';
import { NO_PINS, PinError, type Pins, type PinTrace } from './model/pins.ts';
import type { PolicyPack } from './model/policy.ts';
import type { PackClause, Run, RunSettings } from './model/run.ts';
import type { TableSet } from './model/table.ts';
import type { Unreadable, Workbook } from './model/workbook.ts';
import type { EncodingId } from './read/encodings.ts';
import { type InputFile, listInputs } from './read/inputs.ts';
import { DEFAULT_LIMITS, LIMIT_IDS, type Limits } from './read/limits.ts';
import { openAhead, openFile } from './read/opened.ts';
import { readRecords } from './records/records.ts';
import type { Rule } from './rules/define.ts';
import type { Shown } from './rules/masking.ts';
import { runSetRules } from './rules/runner.ts';
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
  /** Threads that check files side by side; the result is the same for any number. One, this one, by default. */
  readonly threads?: number;
  /** What files gave in earlier runs; the result is the same with it and without. */
  readonly cache?: (settings: CheckSettings) => CheckedFiles;
  /** Whether `rules` leave measures; the run then carries them, even if there are none. */
  readonly measures?: boolean;
  /** What findings show of cells: personal data masked (by default), or no value at all. */
  readonly shown?: Shown;
  /** Whether files with findings are read once more for the rows around them. */
  readonly excerpts?: boolean;
  /** What the pack says of its clauses, where the run is to carry it. */
  readonly clauses?: readonly PackClause[] | undefined;
  readonly onProgress?: (done: number, total: number, path: string) => void;
}

export { listInputs, termsOf };

/**
 * The whole journey: bytes → Workbook → Table[] → Dataset → findings per file → findings over all files → Run.
 * Throws `PinError` when a pin found nothing in any file.
 */
export async function check(request: CheckRequest): Promise<Run> {
  const run = concludeRun(await checkFiles(request), request);
  return request.excerpts === true ? await withExcerpts(run, request) : run;
}

/** The run with the rows around its findings, for which the files are read once more. */
export async function withExcerpts(run: Run, request: CheckRequest): Promise<Run> {
  const { excerptsOf } = await import('./excerpts.ts');
  const excerpts = await excerptsOf(run, request.files, checkSettings(request), request.shown ?? 'masked');
  return { ...run, excerpts };
}

function checkSettings(request: CheckRequest): CheckSettings {
  const { policy, limits = DEFAULT_LIMITS, encoding = null, pins = NO_PINS, measures = false } = request;
  return { policy, limits, encoding, pins, measures };
}

/** What each file gave, in the order of `files`. Some of the files of a run may be checked elsewhere. */
export async function checkFiles(request: CheckRequest): Promise<readonly CheckedFile[]> {
  const { files, rules } = request;
  const onProgress = (done: number, file: InputFile) => request.onProgress?.(done, files.length, file.path);
  const settings = checkSettings(request);
  const cache = request.cache?.(settings) ?? null;
  const work = { files, settings, rules, cache, onProgress };
  const { threads = 1 } = request;
  const checked =
    threads > 1
      ? await (await import('./threads/threads.ts')).checkInThreads(work, threads)
      : await checkHere(work);
  cache?.close();
  return checked;
}

/** The rules over all files, then everything put together. Throws `PinError`. */
export function concludeRun(
  checked: readonly CheckedFile[],
  request: Omit<CheckRequest, 'files' | 'threads' | 'cache' | 'excerpts' | 'onProgress'>,
): Run {
  const { policy, rules, version, measures = false, clauses } = request;
  refuseUnusedPins(checked.flatMap((file) => file.pins));
  const outcomes = checked.map(({ outcome }) => outcome);
  const overall = runSetRules(rules, outcomes, policy);
  return assembleRun({
    version,
    policy,
    rules,
    checked,
    overall,
    measures,
    clauses,
    settings: settingsOf(request),
  });
}

/** What a person chose, as a run keeps it. */
export function settingsOf({
  limits = DEFAULT_LIMITS,
  encoding = null,
  pins = NO_PINS,
  shown: values = 'masked',
}: ReadingChoices & Pick<CheckRequest, 'shown'>): RunSettings {
  const changed = LIMIT_IDS.filter((id) => limits[id] !== DEFAULT_LIMITS[id]).map((id) => [id, limits[id]]);
  return { limits: Object.fromEntries(changed), encoding, pins, values };
}

/** One file after another, in this thread. */
async function checkHere({
  files,
  settings,
  rules,
  cache,
  onProgress,
}: Work): Promise<readonly CheckedFile[]> {
  const checked: CheckedFile[] = [];
  for await (const [file, opened] of openAhead(files, settings, cache?.has)) {
    const now = () => checkOpened(file, opened, settings, rules);
    checked.push(await checkOnce(file.path, opened?.sha256 ?? null, cache, now));
    // Signals and answers of readers are heard between files only.
    await nextTurn();
    onProgress(checked.length, file);
  }
  return checked;
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
  { limits = DEFAULT_LIMITS, encoding = null, pins = NO_PINS }: ReadingChoices = {},
): Promise<Understood> {
  const opened = await openFile(file, { limits, encoding });
  const workbook = await opened.workbook();
  const set = findTables(file.path, workbook, policy.vocabulary, pins);
  refuseUnusedPins(set.pins);
  return { workbook, set };
}

/** What all files say, for planning; files that cannot be read are named. A failure of ours is thrown. */
export async function readDatasets(
  files: readonly InputFile[],
  policy: PolicyPack,
  choices: ReadingChoices = {},
): Promise<{ readonly datasets: readonly Dataset[]; readonly unreadable: readonly string[] }> {
  const datasets: Dataset[] = [];
  const unreadable: string[] = [];
  for await (const { file, unreadable: reason, fault, read } of readFiles(files, policy, choices)) {
    if (fault !== null) throw new Error(`${file.path}: ${fault}`);
    if (reason !== null) unreadable.push(file.path);
    if (read !== null) datasets.push(read.dataset);
  }
  return { datasets, unreadable };
}
