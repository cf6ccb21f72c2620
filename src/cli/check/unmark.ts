import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { unmarkFile } from '../../marking.ts';
import type { Locale } from '../../model/policy.ts';
import { plain } from '../../report/blocks.ts';
import { inputsOf } from '../inputs.ts';
import { parseLimits } from '../limits.ts';
import { writeOutput } from '../outputs.ts';
import { refuseTargets, targetIn } from '../targets.ts';
import { tell } from '../told.ts';
import { UsageError } from '../usage-error.ts';
import { MARKS_WORDS } from './marks-words.ts';

export interface UnmarkOptions {
  readonly output?: string;
  readonly force?: boolean;
  readonly limit: readonly string[];
  readonly out: readonly string[];
}

/** Runs `jianfu unmark`: the same workbooks without the marks of `check --out marked`. */
export async function unmarkCommand(
  paths: readonly string[],
  options: UnmarkOptions,
  locale: Locale,
): Promise<number> {
  const { output } = options;
  if (output === undefined) throw new UsageError(MARKS_WORDS.needsTarget);
  const limits = parseLimits(options.limit);
  const files = (await inputsOf(paths, limits)).filter(({ skipped }) => skipped === null);
  refuseTargets(
    files.map((file) => targetIn(output, file.path)),
    files.map(({ absolute }) => absolute),
    options.force === true,
  );
  const results: {
    readonly file: string;
    readonly result: 'original' | 'edited' | 'none' | 'noXlsx' | 'unsure';
  }[] = [];
  for (const file of files) {
    const cleared = await unmarkFile(file, limits);
    if (typeof cleared === 'string') {
      results.push({ file: file.path, result: cleared });
      continue;
    }
    results.push({ file: file.path, result: cleared.how });
    if (cleared.how === 'none') continue;
    const target = targetIn(output, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeOutput(target, cleared.bytes);
  }
  const rows = results.map(({ file, result }) => [plain(file), plain(MARKS_WORDS[result][locale])]);
  const head = [MARKS_WORDS.file[locale], MARKS_WORDS.result[locale]];
  await tell({ facts: { files: results }, blocks: [{ kind: 'table', head, rows, fill: 1 }] }, options.out);
  return 0;
}
