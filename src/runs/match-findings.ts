import type { Finding } from '../model/run.ts';

/** `null`: this finding cannot be told by this way. */
type KeyOf = (finding: Finding, file: string) => string | null;

/**
 * For each finding of the later run that was there before, the earlier one. Findings are the same when rule, message,
 * file, header and key are, whatever the row; where several are alike, those in the same cell go first.
 */
export function matchFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  pairs: ReadonlyMap<string, string>,
): ReadonlyMap<Finding, Finding> {
  const matched = new Map<Finding, Finding>();
  const told = new Set<Finding>();
  for (const keyOf of WAYS) {
    const waiting = new Map<string, Finding[]>();
    for (const finding of before) {
      const file = pairs.get(finding.origins[0]?.file ?? '');
      if (file === undefined || told.has(finding)) continue;
      const key = keyOf(finding, file);
      const same = waiting.get(key ?? '');
      if (same === undefined) waiting.set(key ?? '', [finding]);
      else same.push(finding);
    }
    for (const finding of after) {
      const key = matched.has(finding) ? null : keyOf(finding, finding.origins[0]?.file ?? '');
      const same = key === null ? undefined : waiting.get(key)?.shift();
      if (same === undefined) continue;
      matched.set(finding, same);
      told.add(same);
    }
  }
  return matched;
}

const identity: KeyOf = ({ rule, message, origins: [origin] }, file) =>
  JSON.stringify([rule, message.id, file, origin?.sheet, origin?.key, origin?.header]);

const WAYS: readonly KeyOf[] = [
  (finding, file) => `${identity(finding, file)}\n${finding.origins[0]?.a1}`,
  identity,
  // A sheet that was renamed, or rows that went to another one.
  ({ rule, message, origins: [origin] }, file) =>
    origin === undefined || origin.key === null
      ? null
      : JSON.stringify([rule, message.id, file, origin.key, origin.header]),
];
