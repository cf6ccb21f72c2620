import type { Dataset } from '../../model/dataset.ts';
import { byCodeUnit, foldText, nearest } from '../../model/text.ts';
import type { Suggestion } from './suggestion.ts';

/** A cell that names one department or several. */
export interface DepartmentCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const FIELDS: readonly string[] = ['leadDepartment', 'cooperatingDepartments'];
const BETWEEN = /([、，,；;\s]+)/u;
/** A name that so many rows say is no slip; one that is said by so much fewer rows may be. */
const [OFTEN, TIMES] = [3, 3];
/** 民政局 and 财政局 differ in one character: in shorter names another character is another department. */
const SHORTEST_TYPO = 4;

/** Every cell of a file that names departments; a merged one counts once. */
export function departmentCells({ records }: Dataset): DepartmentCell[] {
  return records.flatMap(({ table, records: rows }) =>
    table.columns
      .filter(({ field }) => FIELDS.includes(field ?? ''))
      .flatMap(({ column }) =>
        rows.flatMap(({ row }): DepartmentCell[] => {
          const text = row.cells[column - 1];
          if (typeof text !== 'string' || row.repeated.includes(column)) return [];
          return [{ sheet: table.sheet, row: row.row, column, text }];
        }),
      ),
  );
}

/** How many cells say each name, over all files. */
export function countDepartments(cells: Iterable<DepartmentCell>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of cells) {
    for (const name of new Set(namesIn(text))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** Names that few rows say and that come near to one that many rows say. */
export function departmentSuggestions(
  cells: readonly DepartmentCell[],
  counts: ReadonlyMap<string, number>,
): Suggestion[] {
  const often = [...counts]
    .filter(([, count]) => count >= OFTEN)
    .map(([name]) => name)
    .sort(byCodeUnit);
  return cells.flatMap(({ text, ...place }): Suggestion[] => {
    const meant = namesIn(text).flatMap((name) => {
      const other = meantBy(name, often, counts);
      return other === null ? [] : [{ name, other }];
    });
    const [first] = meant;
    if (first === undefined) return [];
    const after = text
      .split(BETWEEN)
      .map((part) => meant.find(({ name }) => name === part)?.other ?? part)
      .join('');
    const args = { many: counts.get(first.other) ?? 0, few: counts.get(first.name) ?? 0 };
    return [{ ...place, before: text, after, rules: [], formatOf: null, reason: 'department', args }];
  });
}

function meantBy(name: string, often: readonly string[], counts: ReadonlyMap<string, number>): string | null {
  const rare = (counts.get(name) ?? 0) * TIMES;
  const candidates = often.filter((other) => other !== name && (counts.get(other) ?? 0) >= rare);
  const other = nearest(name, candidates);
  if (other === null || foldText(other) === foldText(name)) return null;
  return other.length !== name.length || name.length >= SHORTEST_TYPO ? other : null;
}

function namesIn(text: string): string[] {
  return text.split(BETWEEN).filter((part, at) => at % 2 === 0 && part !== '');
}
