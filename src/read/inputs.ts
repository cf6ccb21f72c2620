import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { SkippedFile } from '../model/run.ts';
import { byCodeUnit } from '../model/text.ts';
import { isArchiveName, whySkipped } from './file-names.ts';
import { DEFAULT_LIMITS, type Limits, overLimit } from './limits.ts';
import { readRegularFile } from './regular-file.ts';
import { walkFolder } from './walk.ts';

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
      found.set(
        match.absolute,
        isArchiveName(match.absolute) && !match.isLink ? await openArchive(input, limits) : [input],
      );
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
  readonly isLink: boolean;
}

async function matchArgument(arg: string): Promise<Match[]> {
  const facts = await stat(arg).catch(() => null);
  const absolute = path.resolve(arg);
  if (facts?.isDirectory()) return matchFolder(absolute);
  // A pipe or device too: it was named, so it is told that it is no file.
  if (facts !== null) return [{ absolute, relative: path.basename(arg), named: true, isLink: false }];
  const { isDynamicPattern } = await import('tinyglobby');
  const pattern = arg.replaceAll('\\', '/');
  return isDynamicPattern(pattern) ? await matchGlob(pattern, process.cwd()) : [];
}

/** A folder inside that cannot be opened is taken as named, so that it ends as a finding. */
function matchFolder(root: string): Match[] {
  return walkFolder(root).map(({ relative, kind }) => ({
    absolute: path.join(root, relative),
    relative: relative === '' ? path.basename(root) : relative,
    named: kind === 'unopened-folder',
    isLink: kind === 'link',
  }));
}

async function matchGlob(pattern: string, cwd: string): Promise<Match[]> {
  const { glob } = await import('tinyglobby');
  const names = await glob(pattern, { cwd, dot: true, onlyFiles: true, followSymbolicLinks: false });
  const toMatch = (relative: string) => ({ absolute: path.resolve(cwd, relative), relative });
  return names.map((relative) => ({ ...toMatch(relative), named: false, isLink: false }));
}

/** Two arguments may hold files of the same relative path; the second then keeps its argument in front. */
function toInput(match: Match, arg: string, taken: ReadonlySet<string>, limits: Limits): InputFile {
  const relative = posix(match.relative);
  const shown = taken.has(relative) ? posix(path.join(arg, match.named ? '' : match.relative)) : relative;
  return {
    path: shown,
    absolute: match.absolute,
    skipped: match.named ? null : match.isLink ? 'link' : whySkipped(path.basename(match.absolute)),
    // One file at a time is read and checked, so there is nothing to wait for beside it.
    bytes: async () => readWithin(match.absolute, limits),
  };
}

function readWithin(file: string, limits: Limits): Buffer {
  const limit = isArchiveName(file) ? 'archive' : 'file';
  return readRegularFile(file, (size) => {
    if (size > limits[limit]) throw overLimit(limits, limit, size);
  });
}

function posix(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC');
}
