import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locale, LocalText } from '../../model/policy.ts';
import type { Run } from '../../model/run.ts';
import type { InputFile } from '../../read/inputs.ts';
import { letterNames, writtenLetters } from '../../report/formats/letters.ts';
import { type Output, writeOutput } from '../outputs.ts';
import { say } from '../say.ts';
import { refuseTargets, targetIn } from '../targets.ts';
import { UsageError } from '../usage-error.ts';
import { refuseInside } from './marked.ts';

const NEEDS_FOLDER: LocalText = {
  'zh-CN': '请写明退回意见单放到哪个文件夹：--out letters=文件夹。',
  en: 'Say which folder the letters go to: --out letters=FOLDER.',
};
const WROTE: LocalText = {
  'zh-CN': '已写出 {folder}：退回意见单 {count} 份。',
  en: 'wrote {folder}: {count, plural, one {# letter} other {# letters}}.',
};

/** The folder of `--out letters=FOLDER`; `null` where no letters are asked for. */
export function letterFolder(outputs: readonly Output<string>[]): string | null {
  const asked = outputs.filter(({ format }) => format === 'letters');
  if (asked.some(({ path: folder }) => folder === null)) throw new UsageError(NEEDS_FOLDER);
  return asked[0]?.path ?? null;
}

/** Refused before any work is done: a folder that the next run would check, and letters that are there already. */
export function refuseLetters(
  folder: string,
  paths: readonly string[],
  files: readonly InputFile[],
  options: { readonly force: boolean; readonly locale: Locale },
): void {
  refuseInside(folder, paths);
  const names = letterNames(
    files.filter(({ skipped }) => skipped === null).map((file) => file.path),
    options.locale,
  );
  refuseTargets(
    [...names.values()].map((name) => targetIn(folder, name)),
    files.map(({ absolute }) => absolute),
    options.force,
  );
}

/** A letter for each file with findings. */
export async function writeLetters(
  run: Run,
  files: readonly InputFile[],
  folder: string,
  locale: Locale,
): Promise<void> {
  const names = letterNames(
    files.filter(({ skipped }) => skipped === null).map((file) => file.path),
    locale,
  );
  let count = 0;
  for await (const [file, bytes] of writtenLetters(run, locale)) {
    const name = names.get(file);
    if (name === undefined) throw new Error(`no name for the letter of ${file}`);
    const target = targetIn(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeOutput(target, bytes);
    count += 1;
  }
  process.stderr.write(`${say(WROTE, locale, { folder, count })}\n`);
}
