import type { Finding } from '../model/run.ts';
import type { FileOutcome } from './runner.ts';

/** Says that a number cell holds a unit, an estimate or words. */
const WORDS_IN_NUMBER = 'quantity-unit';
/** Methods that look at one cell, and what they say where its words leave them no number to compare. */
const SAME_FAULT: readonly string[] = ['range.unit', 'range.uncertain', 'floor.unit', 'floor.uncertain'];

/**
 * One cell, one fault: where a check already says that the words in a cell leave it undetermined, the words are not
 * told a second time. A cell that is written wrongly and breaks a limit has two faults, and both stay.
 */
export function withoutEchoes(outcomes: readonly FileOutcome[]): readonly FileOutcome[] {
  const told = new Set(
    outcomes.flatMap(({ findings }) =>
      findings.flatMap((finding) => (SAME_FAULT.includes(finding.message.id) ? [cellOf(finding)] : [])),
    ),
  );
  if (told.size === 0) return outcomes;
  const isEcho = (finding: Finding) => finding.rule === WORDS_IN_NUMBER && told.has(cellOf(finding));
  return outcomes.map((outcome) =>
    outcome.findings.some(isEcho)
      ? { ...outcome, findings: outcome.findings.filter((finding) => !isEcho(finding)) }
      : outcome,
  );
}

function cellOf({ origins: [origin] }: Finding): string {
  return JSON.stringify([origin?.file, origin?.sheet, origin?.a1]);
}
