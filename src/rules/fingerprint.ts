import { createHash } from 'node:crypto';
import type { Finding } from '../model/run.ts';
import { isNamedForFile, submissionName } from '../model/submission.ts';
import { byCodeUnit, foldText } from '../model/text.ts';
import { NO_CELL_ARGUMENTS } from './cell-arguments.ts';

/**
 * Sixteen hex digits for what a finding is about: rule, message, submission, sheet, the words of the row, the header of the column
 * and what the cells say. Row and column are left out, so that a moved row keeps it; so are blanks, widths and closing stops in what
 * only names the row, so that a form put right does not make its other findings new; and limits, as they are the pack's.
 */
export function fingerprintOf({
  rule,
  message,
  origins: [origin],
}: Pick<Finding, 'rule' | 'message' | 'origins'>): string {
  const values = Object.entries(message.args)
    .filter(([name]) => !NO_CELL_ARGUMENTS.has(name))
    .sort(([left], [right]) => byCodeUnit(left, right));
  const { file = '', sheet = null, key = null, header = null } = origin ?? {};
  const ownSheet = sheet === null || isNamedForFile(sheet, file) ? null : sheet;
  const names = [ownSheet, key, header].map((name) => (name === null ? null : foldText(name)));
  const parts = [rule, message.id, submissionName(file), ...names, values];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
