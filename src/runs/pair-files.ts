import type { FilePair } from '../model/comparison.ts';
import type { Input } from '../model/run.ts';
import { submissionName } from '../model/submission.ts';

/**
 * Which file of one run is which of the next: by path, else by content, else by folder and name without days, versions
 * and copies (公主府社区20240308（修改版2）.xlsx is 公主府社区20240410.xlsx). A way that fits several is not taken.
 */
export function pairFiles(before: readonly Input[], after: readonly Input[]): readonly FilePair[] {
  const pairs: FilePair[] = [];
  const taken = { before: new Set<string>(), after: new Set<string>() };
  for (const [by, keyOf] of WAYS) {
    const left = uniqueBy(before, keyOf, taken.before);
    const right = uniqueBy(after, keyOf, taken.after);
    for (const [key, path] of left) {
      const same = right.get(key);
      if (path === null || same === undefined || same === null) continue;
      pairs.push({ before: path, after: same, by });
      taken.before.add(path);
      taken.after.add(same);
    }
  }
  return pairs;
}

const WAYS: readonly (readonly [FilePair['by'], (input: Input) => string | null])[] = [
  ['path', ({ path }) => path],
  ['content', ({ sha256 }) => sha256],
  ['name', ({ path }) => submissionName(path)],
];

/** Path by key; `null` for a key that several files share. */
function uniqueBy(
  inputs: readonly Input[],
  keyOf: (input: Input) => string | null,
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  for (const input of inputs) {
    const key = keyOf(input);
    if (key === null || key === '' || input.state === 'skipped' || taken.has(input.path)) continue;
    found.set(key, found.has(key) ? null : input.path);
  }
  return found;
}
