import { createHash } from 'node:crypto';
import v8 from 'node:v8';
import type { CheckedFile, CheckedFiles, CheckSettings } from '../check-file.ts';
import type { UnreadableReason } from '../model/workbook.ts';
import { openStore } from './store.ts';

/** Reasons that lie in the machine or the moment: another run may read the file. */
const PASSING: ReadonlySet<UnreadableReason> = new Set([
  'too-slow',
  'too-much-memory',
  'reader-died',
  'no-reader',
  'not-a-file',
  'changed',
  'no-access',
]);

/**
 * The cache of one run. An entry is found again by the content and the path of its file, and by everything else that
 * bears on what a file gives: the pack in force, the settings, the program (`build`) and the Node it runs on.
 */
export function checkedFiles(
  folder: string,
  bound: number,
  settings: CheckSettings,
  build: string,
): CheckedFiles {
  const store = openStore(folder, bound);
  const run = hash(v8.serialize([build, process.version, settings]));
  const keyOf = (path: string, sha256: string) => hash([run, sha256, path].join('\n'));
  // Asked for a little ahead of their turn.
  const ahead = new Map<string, CheckedFile>();
  const read = (path: string, sha256: string) => {
    const content = store.get(keyOf(path, sha256));
    return content === null ? null : (v8.deserialize(content) as CheckedFile);
  };
  return {
    has(path, sha256) {
      const known = read(path, sha256);
      if (known !== null) ahead.set(path, known);
      return known !== null;
    },
    get(path, sha256) {
      const known = ahead.get(path) ?? read(path, sha256);
      ahead.delete(path);
      return known;
    },
    put(checked) {
      const { path, sha256 } = checked.input;
      if (sha256 !== null && isLasting(checked)) store.put(keyOf(path, sha256), v8.serialize(checked));
    },
    close: store.close,
  };
}

/** A fault is tried again. */
function isLasting({ input, outcome }: CheckedFile): boolean {
  if (outcome.faults.length > 0 || input.state === 'skipped') return false;
  return input.unreadable === null || !PASSING.has(input.unreadable.reason);
}

function hash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
