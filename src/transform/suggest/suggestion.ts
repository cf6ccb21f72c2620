import type { Finding } from '../../model/run.ts';
import type { CellValue } from '../../model/workbook.ts';
import { type Edit, keyOf } from '../edit.ts';

/** Why something else is probably meant; worded by the commands. */
export type SuggestionReason =
  | 'catalogue'
  | 'header'
  | 'digits'
  | 'serial'
  | 'code'
  /** `args`: the rows that say the other name, and those that say this one. */
  | 'department';

/** An edit that is probably right and has to be confirmed by a person. */
export interface Suggestion extends Edit {
  readonly reason: SuggestionReason;
  readonly args: Readonly<Record<string, string | number>>;
}

/** Findings that name what is probably meant, by rule and message, and the argument that holds it. */
const NAMED: Readonly<Record<string, readonly [argument: string, reason: SuggestionReason]>> = {
  'duty-item-outside-catalogue similar': ['expected', 'catalogue'],
  'header-unknown suggested': ['word', 'header'],
  'department-digits digits': ['expected', 'digits'],
};
/** As a check of a pack says it, whatever the check is called. */
const OF_CHECKS: typeof NAMED = { 'catalogue.unknown-nearest': ['nearest', 'catalogue'] };

/** What findings say is probably meant, for whole cells that hold a text. */
export function namedSuggestions(
  findings: readonly Finding[],
  cells: ReadonlyMap<string, CellValue>,
): Suggestion[] {
  return findings.flatMap(({ rule, message, origins: [at] }): Suggestion[] => {
    const [argument, reason] = NAMED[`${rule} ${message.id}`] ?? OF_CHECKS[message.id] ?? [];
    if (argument === undefined || reason === undefined) return [];
    if (at?.sheet == null || at.row === null || at.column === null) return [];
    const place = { sheet: at.sheet, row: at.row, column: at.column };
    const before = cells.get(keyOf(place));
    const after = message.args[argument];
    if (typeof before !== 'string' || typeof after !== 'string' || after === before) return [];
    return [{ ...place, before, after, rules: [rule], formatOf: null, reason, args: {} }];
  });
}

/** One to a cell, the first that was made, in the order of the cells. */
export function firstOfEach(suggestions: readonly Suggestion[]): Suggestion[] {
  const byCell = new Map<string, Suggestion>();
  for (const suggestion of suggestions) {
    const key = keyOf(suggestion);
    if (!byCell.has(key)) byCell.set(key, suggestion);
  }
  return [...byCell.values()];
}
