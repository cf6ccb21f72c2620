import { listInputs } from '../pipeline.ts';
import type { InputFile } from '../read/inputs.ts';
import type { Limits } from '../read/limits.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

/** The files that arguments name. Refused: an argument that matches nothing, and a set with nothing to read. */
export async function inputsOf(paths: readonly string[], limits: Limits): Promise<readonly InputFile[]> {
  const { files, missing } = await listInputs(paths, limits);
  const [absent] = missing;
  if (absent !== undefined) throw new UsageError(TEXTS.noMatch, { path: absent });
  if (files.every(({ skipped }) => skipped !== null)) {
    throw new UsageError(TEXTS.nothingToRead, { path: paths.join(' ') });
  }
  return files;
}
