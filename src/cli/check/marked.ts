import { existsSync, realpathSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { markFile, type Unmarked } from '../../marking.ts';
import type { Locale } from '../../model/policy.ts';
import type { Input, Run } from '../../model/run.ts';
import type { InputFile } from '../../read/inputs.ts';
import type { Reading } from '../../read/opened.ts';
import { type Output, writeOutput } from '../outputs.ts';
import { say } from '../say.ts';
import { refuseTargets, targetIn } from '../targets.ts';
import { UsageError } from '../usage-error.ts';
import { MARKS_WORDS, UNMARKED_WORDS } from './marks-words.ts';

/** The folder of `--out marked=FOLDER`; `null` where no marked copies are asked for. */
export function markedFolder(outputs: readonly Output<string>[]): string | null {
  const asked = outputs.filter(({ format }) => format === 'marked');
  if (asked.some(({ path: folder }) => folder === null)) throw new UsageError(MARKS_WORDS.needsFolder);
  return asked[0]?.path ?? null;
}

/** Refused before any work is done: a folder that the next run would check, and files that are there already. */
export function refuseMarked(
  folder: string,
  paths: readonly string[],
  files: readonly InputFile[],
  force: boolean,
): void {
  refuseInside(folder, paths);
  const read = files.filter(({ skipped }) => skipped === null);
  refuseTargets(
    read.flatMap((file) => [file.path, newName(file.path)].map((name) => targetIn(folder, name))),
    files.map(({ absolute }) => absolute),
    force,
  );
}

/** A folder to write to inside one that is checked. */
export function refuseInside(folder: string, paths: readonly string[]): void {
  for (const input of paths) {
    if (statSync(input, { throwIfNoEntry: false })?.isDirectory() !== true) continue;
    const inside = path.relative(realpathSync(input), realOf(path.resolve(folder)));
    if (!inside.startsWith('..') && !path.isAbsolute(inside))
      throw new UsageError(MARKS_WORDS.insideInput, { path: folder, input });
  }
}

/** A folder that is not there yet, by the nearest one above that is. */
function realOf(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder);
  const above = path.dirname(folder);
  return above === folder ? folder : path.join(realOf(above), path.basename(folder));
}

function newName(file: string): string {
  return `${file}.xlsx`;
}

/** A marked copy of each file with findings, and word of those that got none. */
export async function writeMarked(
  run: Run,
  files: readonly InputFile[],
  folder: string,
  reading: Reading,
  locale: Locale,
): Promise<void> {
  const { marksOf } = await import('../../report/marked.ts');
  const { wordingFor } = await import('../../report/wording.ts');
  const marks = marksOf(run, wordingFor(run, locale));
  const inputs = new Map(run.inputs.map((input) => [input.path, input]));
  const counts = { count: 0, rewritten: 0 };
  const refused: [string, Unmarked][] = [];
  for (const file of files) {
    const [own, input] = [marks.get(file.path), inputs.get(file.path)];
    if (own === undefined || !input?.sha256) continue;
    const made = await markFile(file, input.sha256, own, reading);
    if (typeof made === 'string') {
      refused.push([file.path, made]);
      continue;
    }
    const target = targetIn(folder, made.isRewritten ? newName(file.path) : file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeOutput(target, made.bytes);
    counts.count++;
    if (made.isRewritten) counts.rewritten++;
  }
  const unread = run.inputs.filter(isUnreadable).map(({ path: name }) => [name, 'unreadable'] as const);
  for (const [name, reason] of [...refused, ...unread]) {
    const words = say(MARKS_WORDS.unmarked, locale, { path: name, reason: UNMARKED_WORDS[reason][locale] });
    process.stderr.write(`${words}\n`);
  }
  process.stderr.write(`${say(MARKS_WORDS.wrote, locale, { folder, ...counts })}\n`);
}

function isUnreadable({ state }: Input): boolean {
  return state === 'unreadable';
}
