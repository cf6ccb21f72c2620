import type { Merge } from '../../model/workbook.ts';
import { wholeNumber } from './text.ts';
import { Unfamiliar } from './unfamiliar.ts';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** `B12`, `b12` or `$B$12` as row and column. Throws `Unfamiliar` for anything else. */
export function cellAt(bytes: Buffer, from: number, to: number): CellPlace {
  let at = bytes[from] === DOLLAR ? from + 1 : from;
  let column = 0;
  for (; at < to && column < TOO_MANY; at++) {
    const letter = (bytes[at] as number) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  if (bytes[at] === DOLLAR) at++;
  const row = to - at > 10 ? -1 : wholeNumber(bytes, at, to);
  if (column === 0 || row < 1) throw new Unfamiliar('reference');
  return { row, column };
}

const DOLLAR = 0x24;
const COLON = 0x3a;
const TOO_MANY = 1_000_000;

/** `A1:C2`, or a single cell. */
export function mergeAt(bytes: Buffer, from: number, to: number): Merge {
  let colon = from;
  while (colon < to && bytes[colon] !== COLON) colon++;
  const start = cellAt(bytes, from, colon);
  const end = colon === to ? start : cellAt(bytes, colon + 1, to);
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
