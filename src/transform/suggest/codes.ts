import { cellText } from '../../model/cell-text.ts';
import type { Finding } from '../../model/run.ts';
import type { CellValue } from '../../model/workbook.ts';
import type { CanonicalRow } from '../canonical.ts';
import { keyOf } from '../edit.ts';
import { findUnit, placeOf, type Roster } from '../rollup/place.ts';
import type { Suggestion } from './suggestion.ts';

const FIELD = 'code';

/** Codes at fault, and empty ones, as a roster has them for a community of that name and subdistrict. */
export function codeSuggestions(
  findings: readonly Finding[],
  rows: readonly CanonicalRow[],
  cells: ReadonlyMap<string, CellValue>,
  roster: Roster,
): Suggestion[] {
  return rows.flatMap((row): Suggestion[] => {
    const column = row.columns.get(FIELD);
    const unit = findUnit(placeOf(row, 'community'), roster);
    if (column === undefined || unit === null || unit.code === '') return [];
    const place = { sheet: row.sheet, row: row.row, column };
    const before = cellText(cells.get(keyOf(place)));
    const told = findings.filter(
      ({ origins: [at] }) => at?.sheet === place.sheet && at.row === place.row && at.column === column,
    );
    if (before.trim() === unit.code || (before.trim() !== '' && told.length === 0)) return [];
    const rules = [...new Set(told.map(({ rule }) => rule))].sort();
    return [{ ...place, before, after: unit.code, rules, formatOf: null, reason: 'code', args: {} }];
  });
}
