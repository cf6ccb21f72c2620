import { shownNumber } from './number-format.ts';
import type { CellValue } from './workbook.ts';

/** What a person would read in a cell, never trimmed; numbers without an exponent. */
export function cellText(cell: CellValue | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return plainNumber(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell.kind === 'date' ? cell.iso : cell.kind === 'error' ? cell.code : cell.formula;
}

/** What a person sees in a cell under its number format, `43.57%` for 0.4357; as `cellText` where the format is of another kind. */
export function shownText(cell: CellValue | undefined, format: string | undefined): string {
  const shown = typeof cell === 'number' && format !== undefined ? shownNumber(cell, format) : null;
  return shown ?? cellText(cell);
}

/** Text without the blanks around it. U+FEFF, which `trim` takes for one, stays, as nobody sees it and it has to be told. */
export function trimmedText(cell: CellValue | undefined): string {
  return cellText(cell).replace(ENDS, '');
}

const ENDS = /^[^\S\ufeff]+|[^\S\ufeff]+$/gu;

/** From 10²¹ on JavaScript writes exponents; such a cell holds no count or code anyway. */
function plainNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
}
