import { readFileSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { SkippedFile } from '../model/run.ts';
import { byCodeUnit } from '../model/text.ts';
import { isArchiveName, whySkipped } from './file-names.ts';
import { DEFAULT_LIMITS, type Limits, overLimit } from './limits.ts';

/** A file to look at. `path` is relative to the argument it came from, with forward slashes, in NFC. */
export interface InputFile {
  readonly path: string;
  /** Empty for what came on standard input. */
  readonly absolute: string;
  /** Why the file is passed over unread; `null` when it is to be read. */
  readonly skipped: SkippedFile | null;
  readonly bytes: () => Promise<Buffer>;
}

/**
 * Turns what was typed (files, folders, globs) into files in a fixed order; a .zip stands for what is in it. A file named outright is
 * always read; in folders and globs, files that cannot be tables are listed as passed over.
 * An argument that matches nothing is returned in `missing`.
 */
export async function listInputs(
  args: readonly string[],
  limits: Limits = DEFAULT_LIMITS,
): Promise<{ readonly files: readonly InputFile[]; readonly missing: readonly string[] }> {
  const found = new Map<string, readonly InputFile[]>();
  const taken = new Set<string>();
  const missing: string[] = [];
  for (const arg of args) {
    const matches = await matchArgument(arg);
    if (matches.length === 0) missing.push(arg);
    for (const match of matches) {
      if (found.has(match.absolute)) continue;
      const input = toInput(match, arg, taken, limits);
      taken.add(input.path);
      found.set(match.absolute, isArchiveName(match.absolute) ? await openArchive(input, limits) : [input]);
    }
  }
  const files = [...found.values()].flat().sort((left, right) => byCodeUnit(left.path, right.path));
  return { files, missing };
}

/** An archive that cannot be read is left to be reported when its turn comes. */
async function openArchive(input: InputFile, limits: Limits): Promise<readonly InputFile[]> {
  const { archiveFiles } = await import('./archive.ts');
  try {
    return archiveFiles(input, await input.bytes(), limits);
  } catch {
    return [{ ...input, skipped: null }];
  }
}

interface Match {
  readonly absolute: string;
  readonly relative: string;
  readonly named: boolean;
}

async function matchArgument(arg: string): Promise<Match[]> {
  const facts = await stat(arg).catch(() => null);
  if (facts?.isFile()) {
    return [{ absolute: path.resolve(arg), relative: path.basename(arg), named: true }];
  }
  if (facts?.isDirectory()) return await matchGlob('**/*', path.resolve(arg));
  const { isDynamicPattern } = await import('tinyglobby');
  const pattern = arg.replaceAll('\\', '/');
  return isDynamicPattern(pattern) ? await matchGlob(pattern, process.cwd()) : [];
}

async function matchGlob(pattern: string, cwd: string): Promise<Match[]> {
  const { glob } = await import('tinyglobby');
  const names = await glob(pattern, { cwd, dot: true, onlyFiles: true, followSymbolicLinks: false });
  return names.map((relative) => ({ absolute: path.resolve(cwd, relative), relative, named: false }));
}

/** Two arguments may hold files of the same relative path; the second then keeps its argument in front. */
function toInput(match: Match, arg: string, taken: ReadonlySet<string>, limits: Limits): InputFile {
  const relative = posix(match.relative);
  const shown = taken.has(relative) ? posix(path.join(arg, match.named ? '' : match.relative)) : relative;
  return {
    path: shown,
    absolute: match.absolute,
    skipped: match.named ? null : whySkipped(path.basename(match.absolute)),
    // One file at a time is read and checked, so there is nothing to wait for beside it.
    bytes: async () => readWithin(match.absolute, limits),
  };
}

/** Looks at the size first: nothing over a limit is brought into memory. */
function readWithin(file: string, limits: Limits): Buffer {
  const { size } = statSync(file);
  const limit = isArchiveName(file) ? 'archive' : 'file';
  if (size > limits[limit]) throw overLimit(limits, limit, size);
  return readFileSync(file);
}

function posix(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC');
}
