import { findCell } from './package-xml.ts';

/** Places cells into the XML of a worksheet, by text. What is made is only trusted after the patched file was read again. */

/** The element of a row, and whether it is written `<row …/>`. */
interface RowXml {
  readonly start: number;
  /** Where its cells begin. */
  readonly inside: number;
  readonly end: number;
  readonly tag: string;
  readonly isEmpty: boolean;
}

export function findRow(sheet: string, row: number): RowXml | null {
  const found = new RegExp(`<row\\s(?:[^>]*?\\s)?r=["']${row}["'][^>]*>`).exec(sheet);
  if (found === null) return null;
  const [tag] = found;
  const inside = found.index + tag.length;
  const isEmpty = tag.endsWith('/>');
  const close = isEmpty ? inside : sheet.indexOf('</row>', inside);
  if (close === -1) return null;
  const end = isEmpty ? inside : close + '</row>'.length;
  return { start: found.index, inside, end, tag, isEmpty };
}

/** The sheet with a cell put where none was, in a row that is there; `null` where the row is not. */
export function insertCell(sheet: string, row: number, column: number, cell: string): string | null {
  const found = findRow(sheet, row);
  if (found === null) return null;
  // `spans` says how far the cells of the row reach, which may no longer be true; nobody has to say it.
  const tag = found.tag.replace(/\sspans=(?:"[^"]*"|'[^']*')/u, '');
  const head = sheet.slice(0, found.start);
  if (found.isEmpty) return `${head}${tag.replace(/\s*\/>$/u, '>')}${cell}</row>${sheet.slice(found.end)}`;
  const inside = sheet.slice(found.inside, found.end - '</row>'.length);
  const at = placeFor(inside, row, column);
  return `${head}${tag}${inside.slice(0, at)}${cell}${inside.slice(at)}</row>${sheet.slice(found.end)}`;
}

/** Where a cell of a column belongs among those of its row. */
function placeFor(inside: string, row: number, column: number): number {
  for (const { index, 1: letters = '' } of inside.matchAll(
    /<c\s(?:[^>]*?\s)?r=["']([A-Z]+)\d+["'][^>]*>/gu,
  )) {
    if (columnNumber(letters) > column) return findCell(inside, `${letters}${row}`)?.start ?? index;
  }
  return inside.length;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
