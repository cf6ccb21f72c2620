import type { Pins, PinTrace } from './model/pins.ts';
import type { PolicyPack } from './model/policy.ts';
import type { Input } from './model/run.ts';
import type { InputFile } from './read/inputs.ts';
import { type OpenedFile, openFile, type Reading } from './read/opened.ts';
import { UnreadableError } from './read/unreadable.ts';
import { readRecords } from './records/records.ts';
import type { Rule } from './rules/define.ts';
import { withDepartments } from './rules/finding-departments.ts';
import { residentNames } from './rules/personal-columns.ts';
import { type FileOutcome, runFileRules } from './rules/runner.ts';
import { returnedMarks } from './tables/returned.ts';
import { findTables } from './tables/tables.ts';

/** What is the same for every file of a run. Plain data, as it may have to pass to another thread. */
export interface CheckSettings extends Reading {
  readonly policy: PolicyPack;
  readonly pins: Pins;
  /** Whether rules leave the numbers they hold against parameters; they do not where nothing is said. */
  readonly measures?: boolean;
}

/** What one file gave. Plain data too. */
export interface CheckedFile {
  readonly input: Input;
  readonly outcome: FileOutcome;
  /** What every pin found in the file. */
  readonly pins: readonly PinTrace[];
  /** Residents whom its tables name, whom no report names. */
  readonly residents: readonly string[];
}

/** What files gave in earlier runs: 缓存. */
export interface CheckedFiles {
  has(path: string, sha256: string): boolean;
  get(path: string, sha256: string): CheckedFile | null;
  put(checked: CheckedFile): void;
  close(): void;
}

/** The files of a run, and how they are to be checked. */
export interface Work {
  readonly files: readonly InputFile[];
  readonly settings: CheckSettings;
  readonly rules: readonly Rule[];
  readonly cache: CheckedFiles | null;
  readonly onProgress: (done: number, file: InputFile) => void;
}

/** What a file of this content gave in an earlier run, else what `check` finds. */
export async function checkOnce(
  path: string,
  sha256: string | null,
  cache: CheckedFiles | null,
  check: () => Promise<CheckedFile>,
): Promise<CheckedFile> {
  const known = sha256 === null ? null : cache?.get(path, sha256);
  if (known != null) return known;
  const checked = await check();
  cache?.put(checked);
  return checked;
}

/** One file, start to end. Nothing of it stays but findings, the ledger and small facts. */
export async function checkFile(
  file: InputFile,
  settings: CheckSettings,
  rules: readonly Rule[],
): Promise<CheckedFile> {
  const opened = file.skipped === null ? await openFile(file, settings) : null;
  return await checkOpened(file, opened, settings, rules);
}

export async function checkOpened(
  file: InputFile,
  opened: OpenedFile | null,
  { policy, pins }: CheckSettings,
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
    handover: null,
    sheets: [],
    joined: [],
  };
  if (opened === null)
    return { input: blank, outcome: runFileRules([], blank, null, policy), pins: [], residents: [] };
  const seen: Input = { ...blank, bytes: opened.bytes, sha256: opened.sha256 };
  try {
    const workbook = await opened.workbook();
    const tables = findTables(file.path, workbook, policy.vocabulary, pins);
    const { format, encoding, text = null, countedCells, handover = null } = workbook;
    const facts = { format, encoding, text, countedCells, handover };
    const { ledgers: sheets, joined } = tables;
    const returned = returnedMarks(workbook);
    const marks = returned.length === 0 ? {} : { returned };
    const input: Input = { ...seen, state: 'read', ...facts, sheets, joined, ...marks };
    const found = runFileRules(rules, input, readRecords(tables), policy);
    const outcome = { ...found, findings: withDepartments(found.findings, tables.tables) };
    return { input, outcome, pins: tables.pins, residents: residentNames(tables.tables, policy) };
  } catch (error) {
    const input: Input = { ...seen, state: 'unreadable', unreadable: reasonOf(error) };
    const outcome = runFileRules(rules, input, null, policy);
    const told = faultOf(error);
    if (told === null) return { input, outcome, pins: [], residents: [] };
    const faults = [...outcome.faults, { rule: null, file: file.path, error: told }];
    return { input, outcome: { ...outcome, faults }, pins: [], residents: [] };
  }
}

/** Our own failure on one file: named, counted, and the next file is checked all the same; `null` for any other. */
export function faultOf(error: unknown): string | null {
  if (error instanceof UnreadableError) return null;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

export function reasonOf(error: unknown): Input['unreadable'] {
  return error instanceof UnreadableError ? { reason: error.reason, args: error.args } : null;
}
