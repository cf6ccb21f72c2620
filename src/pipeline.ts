import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PolicyPack } from './model/policy.ts';
import type { Input, Run } from './model/run.ts';
import type { TableSet } from './model/table.ts';
import type { TextFacts } from './model/workbook.ts';
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

export interface CheckRequest {
  readonly files: readonly InputFile[];
  readonly policy: PolicyPack;
  readonly rules: readonly Rule[];
  readonly version: string;
  readonly limits?: Limits;
  /** What the person says text files are encoded in. */
  readonly encoding?: EncodingId | null;
  readonly onProgress?: (done: number, total: number, path: string) => void;
}

export interface CheckedFile {
  readonly input: Input;
  readonly outcome: FileOutcome;
}

export { listInputs, termsOf };

/** The whole journey: bytes → Workbook → Table[] → Dataset → findings per file → findings over all files → Run. */
export async function check(request: CheckRequest): Promise<Run> {
  const { files, policy, rules, version, limits = DEFAULT_LIMITS, encoding = null } = request;
  const checked: CheckedFile[] = [];
  for await (const [file, opened] of openAhead(files, { limits, encoding })) {
    checked.push(await checkOpened(file, opened, policy, rules));
    // Signals and answers of readers are heard between files only.
    await nextTurn();
    request.onProgress?.(checked.length, files.length, file.path);
  }
  const overall = runSetRules(
    rules,
    checked.map(({ outcome }) => outcome),
    policy,
  );
  return assembleRun({ version, policy, checked, overall });
}

export interface Understood extends TableSet {
  readonly encoding: string | null;
  readonly text: TextFacts | null;
}

/** What is understood of one file before anything is judged. Throws `UnreadableError`. */
export async function understand(
  file: InputFile,
  policy: PolicyPack,
  limits: Limits = DEFAULT_LIMITS,
  named: EncodingId | null = null,
): Promise<Understood> {
  const opened = await openFile(file, { limits, encoding: named });
  const workbook = await opened.workbook();
  const { encoding, text = null } = workbook;
  return { ...findTables(file.path, workbook, policy.vocabulary), encoding, text };
}

/** One file, start to end. Nothing of it stays but findings, the ledger and small facts. */
export async function checkFile(
  file: InputFile,
  policy: PolicyPack,
  rules: readonly Rule[],
  limits: Limits = DEFAULT_LIMITS,
  named: EncodingId | null = null,
): Promise<CheckedFile> {
  const opened = file.skipped === null ? await openFile(file, { limits, encoding: named }) : null;
  return await checkOpened(file, opened, policy, rules);
}

async function checkOpened(
  file: InputFile,
  opened: OpenedFile | null,
  policy: PolicyPack,
  rules: readonly Rule[],
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
    sheets: [],
  };
  if (opened === null) return { input: blank, outcome: runFileRules([], blank, null, policy) };
  const seen: Input = { ...blank, bytes: opened.bytes, sha256: opened.sha256 };
  try {
    const workbook = await opened.workbook();
    const tables = findTables(file.path, workbook, policy.vocabulary);
    const { format, encoding, text = null, countedCells } = workbook;
    const facts = { format, encoding, text, countedCells, sheets: tables.ledgers };
    const input: Input = { ...seen, state: 'read', ...facts };
    return { input, outcome: runFileRules(rules, input, readRecords(tables), policy) };
  } catch (error) {
    const input: Input = { ...seen, state: 'unreadable', unreadable: reasonOf(error) };
    const outcome = runFileRules(rules, input, null, policy);
    if (error instanceof UnreadableError) return { input, outcome };
    // Our own failure on one file: named, counted, and the next file is checked all the same.
    const told = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return {
      input,
      outcome: { ...outcome, faults: [...outcome.faults, { rule: null, file: file.path, error: told }] },
    };
  }
}

function reasonOf(error: unknown): Input['unreadable'] {
  return error instanceof UnreadableError ? { reason: error.reason, args: error.args } : null;
}
