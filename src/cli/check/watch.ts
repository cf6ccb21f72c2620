import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Locale } from '../../model/policy.ts';
import { listInputs } from '../../pipeline.ts';
import { folderOf } from '../../policy/load.ts';
import { onInterrupt } from '../interrupt.ts';
import { parseLimits } from '../limits.ts';
import { SHELF } from '../policy.ts';
import { say } from '../say.ts';
import { tellError } from '../tell-error.ts';
import { UsageError } from '../usage-error.ts';
import { type CheckOptions, checkCommand } from './check.ts';
import { WATCH_WORDS } from './watch-words.ts';

/** Milliseconds between two looks; more where a look itself takes long, so that watching costs a tenth of a core at most. */
const LOOK_EVERY = 150;
const SHARE_OF_A_CORE = 10;

/**
 * `check --watch`: checks, and again whenever a file comes, goes or changes, or the pack does. Looks at sizes and times
 * itself, as shared drives send no word of changes. Ends when it is interrupted.
 */
export async function watchCommand(
  paths: readonly string[],
  options: CheckOptions,
  locale: Locale,
): Promise<number> {
  if (paths.includes('-')) throw new UsageError(WATCH_WORDS.stdin);
  if (options.updateBaseline === true) throw new UsageError(WATCH_WORDS.updateBaseline);
  const limits = parseLimits(options.limit);
  const look = async () => await traceOf(paths, options, limits);
  onInterrupt(() => say(WATCH_WORDS.ended, locale));
  // A mistake in what was asked for ends it at once; one that comes later is told, and it goes on.
  let seen = await look();
  await checkCommand(paths, options, locale);
  for (;;) {
    process.stderr.write(`${say(WATCH_WORDS.watching, locale, { paths: paths.join(' ') })}\n`);
    seen = await nextTrace(seen, look);
    await again(paths, options, locale);
  }
}

async function again(paths: readonly string[], options: CheckOptions, locale: Locale): Promise<void> {
  try {
    await checkCommand(paths, options, locale);
  } catch (error) {
    tellError(error, locale);
  }
}

/** Waits until something is other than it was, and then until it stays so: a large file is saved in several strokes. */
async function nextTrace(seen: string, look: () => Promise<string>): Promise<string> {
  let before = seen;
  for (;;) {
    const began = performance.now();
    const now = await look();
    if (now !== seen && now === before) return now;
    const isSettling = now !== before;
    before = now;
    const took = performance.now() - began;
    await pause(isSettling ? LOOK_EVERY / 3 : Math.max(LOOK_EVERY, took * SHARE_OF_A_CORE));
  }
}

/** Every file that has a bearing on the result, with its size and time. */
async function traceOf(
  paths: readonly string[],
  { policy, out }: CheckOptions,
  limits: ReturnType<typeof parseLimits>,
): Promise<string> {
  const { files } = await listInputs(paths, limits);
  // What the check itself writes into the folder is no change.
  const written = out.flatMap((value) =>
    value.includes('=') ? [path.resolve(value.replace(/^.*?=/, ''))] : [],
  );
  const isOwn = (file: string) =>
    written.some((target) => file === target || file.startsWith(target + path.sep));
  const submitted = files.flatMap(({ absolute, skipped }) =>
    skipped === null && !isOwn(absolute) ? [absolute] : [],
  );
  const folder = folderOf(policy, process.cwd(), SHELF);
  return [...new Set([...submitted, ...namesIn(folder)])].map(traceOfFile).join('\n');
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

function traceOfFile(file: string): string {
  const facts = statSync(file, { throwIfNoEntry: false });
  return facts === undefined ? file : `${file} ${facts.size} ${facts.mtimeMs}`;
}
