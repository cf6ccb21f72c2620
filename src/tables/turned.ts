import { cellText } from '../model/cell-text.ts';
import type { GridRow } from './grid.ts';
import type { Lexicon } from './lexicon.ts';

/** Fewer labels below one another are a form or chance. */
const LEAST_LABELS = 3;

/**
 * Whether a list runs from left to right: its headers stand below one another in the first column, its items
 * beside them, one to a column. Such a sheet is told by name; read row by row it would be misread.
 */
export function isTurned(rows: readonly GridRow[], lexicon: Lexicon): boolean {
  const wide = rows.filter(({ filled }) => filled.length >= LEAST_LABELS);
  // A turned list is as tall as a list has columns; nothing longer needs a look.
  if (wide.length < LEAST_LABELS || wide.length > LARGEST_HEADER) return false;
  const column = wide[0]?.filled[0] ?? 1;
  const labels = wide.map((row) => cellText(row.cells[column - 1]));
  const known = labels.map((label) => lexicon.fieldsOf(label)).filter((fields) => fields.length > 0);
  if (known.length < LEAST_LABELS || known.length * 2 < labels.length) return false;
  const hasKey = known.some((fields) => fields.some(({ kind, field }) => kind.key.includes(field)));
  return hasKey && wide.every((row) => besideLabels(row, column, lexicon) === 0);
}

const LARGEST_HEADER = 30;

/** Labels that stand beside the first one, as in a header that runs as it should. */
function besideLabels(row: GridRow, column: number, lexicon: Lexicon): number {
  return row.filled.filter((at) => at !== column && lexicon.fieldsOf(cellText(row.cells[at - 1])).length > 0)
    .length;
}
