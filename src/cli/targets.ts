import { lstatSync, statSync } from 'node:fs';
import path from 'node:path';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

/**
 * Refused before any work is done: a target that is a submission, whatever way it is named; one that is a folder or
 * a link; and one that is there already, unless `force`.
 */
export function refuseTargets(targets: readonly string[], inputs: readonly string[], force: boolean): void {
  const taken = new Set(inputs.filter((input) => input !== '').flatMap((input) => identityOf(input) ?? []));
  for (const target of targets) {
    const known = lstatSync(target, { throwIfNoEntry: false });
    if (known === undefined) continue;
    if (taken.has(identityOf(target) ?? '')) throw new UsageError(TEXTS.outIsInput, { path: target });
    if (!known.isFile()) throw new UsageError(TEXTS.outIsNoFile, { path: target });
    if (!force) throw new UsageError(TEXTS.outExists, { path: target });
  }
}

/** Where a file goes: below the folder, whatever its path says. */
export function targetIn(folder: string, file: string): string {
  const target = path.join(folder, file);
  const inside = path.relative(folder, target);
  if (inside.startsWith('..') || path.isAbsolute(inside))
    throw new UsageError(TEXTS.outsideFolder, { path: file });
  return target;
}

/** Device and number of a file: the same by every name it has. */
function identityOf(file: string): string | null {
  const facts = statSync(file, { throwIfNoEntry: false, bigint: true });
  if (facts === undefined) return null;
  return facts.ino === 0n ? path.resolve(file) : `${facts.dev}:${facts.ino}`;
}
