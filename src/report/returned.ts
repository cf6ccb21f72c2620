import { createHash } from 'node:crypto';
import type { ReturnedMark } from '../model/result-sheet.ts';
import type { Finding, Input, Run } from '../model/run.ts';

/** By which each finding of a file is known again when the workbook comes back under another name. */
export function keysOf(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, message, origins: [origin] }) => {
    const parts = [rule, message.id, origin?.sheet, origin?.key, origin?.header];
    const key = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}.${count}`;
  });
}

/** What became of the findings that a file was sent back with. */
export interface FollowUp {
  readonly keys: readonly string[];
  /** What came back of each finding of now, in their order; `null` for a new one. */
  readonly open: readonly (ReturnedMark | null)[];
  readonly fixed: readonly ReturnedMark[];
}

/**
 * `null` for a file that did not come back with a sheet of results. `findings`: those of the file. What is waived is not fixed,
 * and of a run that keeps known findings to itself nobody can say what is.
 */
export function followUp(run: Run, input: Input, findings: readonly Finding[]): FollowUp | null {
  const { returned } = input;
  if (returned === undefined) return null;
  const keys = keysOf(findings);
  const marks = new Map(returned.map((mark) => [mark.key, mark]));
  const waived = (run.waivers?.waived ?? []).map(({ finding }) => finding);
  const left = new Set([...keys, ...keysOf(waived.filter(({ origins }) => origins[0]?.file === input.path))]);
  const isSure = run.baseline?.newOnly !== true;
  return {
    keys,
    open: keys.map((key) => marks.get(key) ?? null),
    fixed: isSure ? returned.filter(({ key }) => !left.has(key)) : [],
  };
}
