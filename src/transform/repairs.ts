import { cellText } from '../model/cell-text.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Finding } from '../model/run.ts';
import type { CellValue, Workbook } from '../model/workbook.ts';
import { type Edit, keyOf, mergeEdits } from './edit.ts';
import { numberEdits } from './number-edits.ts';
import { renumber } from './serial-edits.ts';

/** A text put right as its rule knows how; see `repair` of a rule. */
export type Repairs = ReadonlyMap<string, (text: string, field: string) => string>;

/** What can be put right in one way only, from the findings of a file. */
export function proposeEdits(
  findings: readonly Finding[],
  { workbook, dataset }: { readonly workbook: Workbook; readonly dataset: Dataset },
  repairs: Repairs,
): Edit[] {
  const cells = cellsOf(workbook);
  const texts = findings.reduce<Edit[]>((edits, finding) => {
    const repair = repairs.get(finding.rule);
    const [at] = finding.origins;
    if (repair === undefined || at?.sheet == null || at.row === null || at.column === null) return edits;
    const place = { sheet: at.sheet, row: at.row, column: at.column };
    const cell = cells.get(keyOf(place));
    if (typeof cell !== 'string') return edits;
    const last = edits.find((edit) => keyOf(edit) === keyOf(place));
    const before = String(last?.after ?? cell);
    const after = repair(before, fieldAt(dataset, place));
    if (after === before) return edits;
    return mergeEdits(edits, [{ ...place, before, after, rules: [finding.rule], formatOf: null }]);
  }, []);
  const taken = new Set(texts.map(keyOf));
  const others = [...numberEdits(findings, dataset), ...renumber(findings, dataset).certain];
  return [...texts, ...others.filter((edit) => !taken.has(keyOf(edit)))];
}

function fieldAt({ tables }: Dataset, place: { sheet: string; row: number; column: number }): string {
  const table = tables.find(
    ({ sheet, rows }) => sheet === place.sheet && rows.some(({ row }) => row === place.row),
  );
  return table?.columns.find(({ column }) => column === place.column)?.field ?? '';
}

/** Every cell that holds something, by its place. */
export function cellsOf({ sheets }: Workbook): ReadonlyMap<string, CellValue> {
  const cells = new Map<string, CellValue>();
  for (const sheet of sheets) {
    for (const { number, cells: row } of sheet.rows()) {
      for (const [index, cell] of row.entries()) {
        if (cell !== undefined) cells.set(keyOf({ sheet: sheet.name, row: number, column: index + 1 }), cell);
      }
    }
  }
  return cells;
}

/** Whether the second workbook is the first with these edits and nothing else, sheets that were added aside. */
export function differOnlyIn(before: Workbook, after: Workbook, edits: readonly Edit[]): boolean {
  const wanted = new Map(edits.map((edit) => [keyOf(edit), edit.after]));
  const names = new Set(before.sheets.map(({ name }) => name));
  const [old, made] = [cellsOf(before), cellsOf(after)];
  for (const [key, cell] of made) {
    const [sheet] = JSON.parse(key) as [string];
    if (!names.has(sheet)) continue;
    const edit = wanted.get(key);
    const same = edit === undefined ? alike(cell, old.get(key)) : cell === edit;
    if (!same) return false;
  }
  for (const key of old.keys()) if (!made.has(key) && wanted.get(key) !== '') return false;
  return [...wanted].every(([key, value]) => value === '' || made.has(key));
}

function alike(left: CellValue, right: CellValue | undefined): boolean {
  return typeof left === typeof right && cellText(left) === cellText(right);
}
