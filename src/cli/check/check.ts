import type { Locale, LocalText, PolicyPack, Severity } from '../../model/policy.ts';
import type { Run } from '../../model/run.ts';
import { check, listInputs } from '../../pipeline.ts';
import type { InputFile } from '../../read/inputs.ts';
import type { Limits } from '../../read/limits.ts';
import type { FileAt } from '../../report/marks.ts';
import {
  FILE_FORMATS,
  FORMATS,
  type Format,
  headline,
  paperLength,
  writeReport,
} from '../../report/report.ts';
import { rulesOf } from '../../rules/rules-of.ts';
import { COLOURS, type ColourMode, paintFor } from '../colour.ts';
import { version } from '../home.ts';
import {
  type Output,
  oneOf,
  parseOutputs,
  refuseInputsAsOutputs,
  refuseWithoutPath,
  writeOutput,
} from '../outputs.ts';
import { clausesIn, policyOf } from '../policy.ts';
import { progressLine } from '../progress.ts';
import { type ReadingOptions, readingOf } from '../reading.ts';
import { say } from '../say.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { written } from '../written.ts';
import { fileAtFor } from './file-at.ts';
import { threadsFor } from './jobs.ts';
import { letterFolder, refuseLetters, writeLetters } from './letters.ts';
import { markedFolder, refuseMarked, writeMarked } from './marked.ts';
import { tellLength } from './paper-length.ts';
import { type StandingOptions, standingOf } from './standing.ts';
import { STANDING_WORDS } from './standing-words.ts';

export interface CheckOptions extends ReadingOptions, StandingOptions {
  readonly policy: string;
  readonly asOf?: string;
  readonly out: readonly string[];
  readonly failOn: string;
  readonly color: string;
  readonly quiet?: boolean;
  readonly stdinFilename: string;
  readonly jobs: string;
  readonly values: boolean;
  readonly cache: boolean;
  readonly watch?: boolean;
  readonly shard?: string;
  readonly measures?: boolean;
  readonly force?: boolean;
  readonly proposeWaivers?: string;
}

export const FAIL_ON = ['error', 'warning', 'never'] as const;
const FAILING: Readonly<Record<(typeof FAIL_ON)[number], readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  never: [],
};
const DEFAULT_WIDTH = 80;
/** What goes to a folder, a file for each submission. */
const FOLDERS = ['marked', 'letters'] as const;
const isFolder = (format: string) => FOLDERS.some((folder) => folder === format);

/** Runs `jianfu check` and returns its exit code. */
export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
  locale: Locale,
): Promise<number> {
  if (paths.length === 0) throw new UsageError(TEXTS.missingArgument, { found: 'paths' });
  const failOn = oneOf('--fail-on', options.failOn, FAIL_ON);
  const colour = oneOf('--color', options.color, COLOURS);
  const asked = parseOutputs(options.out.length === 0 ? ['table'] : options.out, [...FORMATS, ...FOLDERS]);
  const outputs = asked.filter((output): output is Output<Format> => !isFolder(output.format));
  refuseWithoutPath(outputs, FILE_FORMATS);
  const marked = markedFolder(asked);
  const letters = letterFolder(asked);
  threadsFor(options.jobs, 0);
  const asOf = parseDay(options.asOf);
  const policy = await policyOf(options.policy, asOf);
  const reading = await readingOf(options, policy);
  const standing = await standingOf(options);
  const files = await filesOf(paths, options.stdinFilename, reading.limits);
  const { baseline: baselinePath } = options;
  refuseInputsAsOutputs(
    [
      ...outputs,
      ...[baselinePath, options.proposeWaivers].flatMap((path) =>
        path === undefined ? [] : [{ format: 'side', path }],
      ),
    ],
    files.filter((file) => !isReport(file)).map(({ absolute }) => absolute),
  );
  if (marked !== null) refuseMarked(marked, paths, files, options.force === true);
  if (letters !== null) refuseLetters(letters, paths, files, { force: options.force === true, locale });
  const measures = options.measures === true;
  const isDrawn = outputs.some(({ format }) => format === 'html');
  const cache = options.cache ? (await import('./cache.ts')).cacheOf() : undefined;
  const progress = progressLine(
    process.stderr,
    options.quiet !== true,
    locale,
    cache === undefined ? 'no' : 'yes',
  );
  const checked = await check({
    files,
    policy,
    rules: await rulesOf(policy, { measures }),
    version: version(),
    ...reading,
    measures,
    shown: options.values ? 'masked' : 'none',
    excerpts: isDrawn,
    clauses: isDrawn ? await clausesIn(options.policy, policy) : undefined,
    threads: threadsFor(options.jobs, files.filter(({ skipped }) => skipped === null).length),
    onProgress: progress.update,
    ...(cache === undefined ? {} : { cache }),
  }).finally(progress.clear);
  const open = standing.open(checked);
  const run = standing.told(open);
  const fileAt = fileAtFor(files, process.cwd());
  await deliver(run, outputs, locale, colour, options.quiet === true, fileAt);
  if (options.proposeWaivers !== undefined) {
    const { proposeWaivers } = await import('./propose-waivers.ts');
    await proposeWaivers(run, options.proposeWaivers, locale);
  }
  if (marked !== null) await writeMarked(run, files, marked, reading, locale);
  if (letters !== null) await writeLetters(run, files, letters, locale);
  await tellLengths(run, outputs, policy, locale);
  if (options.updateBaseline !== true || baselinePath === undefined) return exitCode(run, failOn);
  const isUpdated = await standing.update(open);
  const said = isUpdated ? TEXTS.wrote : STANDING_WORDS.baselineKept;
  process.stderr.write(`${say(said, locale, { path: baselinePath })}\n`);
  return isUpdated ? 0 : exitCode(run, failOn);
}

/** Papers that are longer than the pack allows are told. */
export async function tellLengths(
  run: Run,
  outputs: readonly Output<Format>[],
  policy: PolicyPack,
  locale: Locale,
): Promise<void> {
  for (const { format, path } of outputs) {
    if (format !== 'docx' || path === null) continue;
    tellLength({ path, words: await paperLength(run, locale), kind: 'specific' }, policy, locale);
  }
}

export async function filesOf(
  paths: readonly string[],
  stdinFilename: string,
  limits: Limits,
): Promise<readonly InputFile[]> {
  const { files, missing } = await listInputs(
    paths.filter((path) => path !== '-'),
    limits,
  );
  const [absent] = missing;
  if (absent !== undefined) throw new UsageError(TEXTS.noMatch, { path: absent });
  const all = paths.includes('-') ? [...files, stdinInput(stdinFilename)] : files;
  if (all.every(({ skipped }) => skipped !== null)) {
    throw new UsageError(TEXTS.nothingToRead, { path: paths.join(' ') });
  }
  return all;
}

/** Standard input runs out when it is read, so that it is kept for whoever asks again. */
function stdinInput(name: string): InputFile {
  let read: Promise<Buffer> | null = null;
  const readAll = async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };
  const bytes = async () => {
    read ??= readAll();
    return await read;
  };
  return { path: name.normalize('NFC'), absolute: '', skipped: null, bytes };
}

/** What an earlier check left among the submissions is no submission, and the next one writes over it. */
function isReport({ path, skipped }: InputFile): boolean {
  return skipped !== null && /\.(?:json|ndjson|sarif|html|md)$/i.test(path);
}

/** A day that exists, as YYYY-MM-DD. */
export function parseDay(text: string | undefined): string | null {
  if (text === undefined) return null;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return text;
  throw new UsageError(TEXTS.badValue, {
    option: '--as-of',
    found: text,
    expected: '2024-06-01（YYYY-MM-DD）',
    suggestion: 'none',
  });
}

export async function deliver(
  run: Run,
  outputs: readonly Output<Format>[],
  locale: Locale,
  colour: ColourMode,
  quiet: boolean,
  fileAt: FileAt,
): Promise<void> {
  for (const { format, path } of outputs) {
    const toTerminal = path === null;
    const options = {
      width: toTerminal ? (process.stdout.columns ?? DEFAULT_WIDTH) : DEFAULT_WIDTH,
      paint: paintFor(toTerminal ? colour : 'never', process.stdout),
      quiet,
      fileAt,
    };
    const text = await written(async () => await writeReport(run, format, locale, options));
    if (toTerminal) process.stdout.write(text);
    else {
      await writeOutput(path, text);
      process.stderr.write(`${say(TEXTS.wrote, locale, { path })}\n`);
    }
  }
  if (quiet) return;
  const isSilent = outputs.every(({ path }) => path !== null);
  if (isSilent) process.stderr.write(`${headline(run, locale)}\n`);
  const advice = adviceFor(process.env, outputs);
  if (advice !== null) process.stderr.write(`${say(advice, locale)}\n`);
}

/** A service that runs checks is told of the format made for it; what is written stays what was asked for. */
function adviceFor(env: NodeJS.ProcessEnv, outputs: readonly Output<Format>[]): LocalText | null {
  const has = (...formats: readonly Format[]) => outputs.some(({ format }) => formats.includes(format));
  if (env.GITHUB_ACTIONS === 'true' && !has('github', 'sarif')) return TEXTS.adviseGithub;
  if (env.GITLAB_CI === 'true' && !has('gitlab', 'junit')) return TEXTS.adviseGitlab;
  return null;
}

/** 3 beats 1: findings of a run in which a rule crashed are not the whole of it. */
export function exitCode(run: Pick<Run, 'faults' | 'findings'>, failOn: (typeof FAIL_ON)[number]): number {
  if (run.faults.length > 0) return 3;
  return run.findings.some(({ severity }) => FAILING[failOn].includes(severity)) ? 1 : 0;
}
