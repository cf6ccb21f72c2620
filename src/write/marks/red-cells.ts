import { a1Of, columnName } from '../../model/origin.ts';
import { type CellMark, MARK_FORMULA } from './mark.ts';
import { UnsureError } from './parts.ts';
import { inserted, placeOf, tailOf } from './sheet-place.ts';

/** The sheet with one conditional format that shows the cells red; no cell is touched. */
export function withRedCells(sheet: string, marks: readonly CellMark[], red: number): string {
  const at = placeOf(sheet, 'conditionalFormatting');
  if (at === null) throw new UnsureError('structure');
  const behind = sheet.slice(tailOf(sheet)?.elements[0]?.start ?? at);
  const priorities = [...behind.matchAll(/\spriority=["'](\d+)["']/g)].map(([, number]) => Number(number));
  const priority = Math.max(0, ...priorities) + 1;
  const rule = `<cfRule type="expression" dxfId="${red}" priority="${priority}"><formula>${MARK_FORMULA.replaceAll('"', '&quot;')}</formula></cfRule>`;
  const areas = areasOf(marks).join(' ');
  return inserted(sheet, at, `<conditionalFormatting sqref="${areas}">${rule}</conditionalFormatting>`);
}

/** The cells, those below one another in a column as one area. */
function areasOf(marks: readonly CellMark[]): string[] {
  const sorted = [...marks].sort((left, right) => left.column - right.column || left.row - right.row);
  const areas: { column: number; from: number; to: number }[] = [];
  for (const { row, column } of sorted) {
    const last = areas.at(-1);
    if (last?.column === column && row <= last.to + 1) last.to = Math.max(last.to, row);
    else areas.push({ column, from: row, to: row });
  }
  return areas.map(({ column, from, to }) =>
    from === to ? a1Of(from, column) : `${a1Of(from, column)}:${columnName(column)}${to}`,
  );
}
