import { cellText } from '../model/cell-text.ts';
import type { GridRow } from './grid.ts';
import type { Lexicon } from './lexicon.ts';

/** What a row below a header is, told from the row alone. */
export type BodyRole = 'data' | 'band' | 'subtotal' | 'note' | 'unclear';

const NUMBERED = /^(?:[（(]?[一二三四五六七八九十百]+[)）]|[一二三四五六七八九十百]+[、.．\s])/u;
const COUNTED = /[（(][^()（）]*\d+\s*[项条个]\s*[)）]\s*$/u;
const COLON = /[:：]/u;

/** Columns that matter when a row holds a single text. */
export interface BodyColumns {
  readonly key: number | null;
  readonly serial: number | null;
  readonly count: number;
}

export function bodyRole(row: GridRow, columns: BodyColumns, lexicon: Lexicon): BodyRole {
  const first = row.filled[0] ?? 1;
  const text = cellText(row.cells[first - 1]).trim();
  if (isSubtotal(row, text, lexicon)) return 'subtotal';
  if (isNote(row, text, lexicon)) return 'note';
  if (row.filled.length > 1) return 'data';
  return loneText(row, first, text, columns, lexicon);
}

function isSubtotal(row: GridRow, text: string, lexicon: Lexicon): boolean {
  if (!lexicon.startsLine(text, 'subtotal') || text.length > 20) return false;
  return row.filled.slice(1).every((column) => !/\p{Script=Han}{4,}/u.test(cellText(row.cells[column - 1])));
}

/** 注：… alone in its row, or a signature line in which every cell is 审核人：… */
function isNote(row: GridRow, text: string, lexicon: Lexicon): boolean {
  const opens = (cell: string) => lexicon.startsLine(cell, 'note') || lexicon.startsLine(cell, 'meta');
  if (!opens(text)) return false;
  if (row.filled.length === 1) return COLON.test(text) || lexicon.startsLine(text, 'note');
  return row.filled.some((column) => COLON.test(cellText(row.cells[column - 1])));
}

function loneText(
  row: GridRow,
  first: number,
  text: string,
  columns: BodyColumns,
  lexicon: Lexicon,
): BodyRole {
  const spread = row.spanEnd(first) > first;
  const cell = row.cells[first - 1];
  if (typeof cell === 'string' && (spread || NUMBERED.test(text) || COUNTED.test(text))) {
    if (spread || first !== columns.key || columns.count > 1) return 'band';
  }
  if (typeof cell === 'string' && first !== columns.key && lexicon.listIn(text) !== null) return 'band';
  if (first === columns.key || first !== columns.serial || typeof cell !== 'string') return 'data';
  return /^[\d\s.、,，（()）①-⑳-]+$/u.test(text) ? 'data' : 'unclear';
}

/** A band's words without its number and count: “一、党的建设（12项）” → 党的建设. */
export function bandCategory(text: string): string {
  return text.trim().replace(NUMBERED, '').replace(COUNTED, '').trim();
}
