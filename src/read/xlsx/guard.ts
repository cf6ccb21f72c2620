import { Unfamiliar } from './tags.ts';

/** Spreadsheets end here; anything beyond is no cell. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

const [LESS, GREATER, SLASH, SPACE, BANG] = [0x3c, 0x3e, 0x2f, 0x20, 0x21];
const [C, F, I, S, V] = [0x63, 0x66, 0x69, 0x73, 0x76];

/**
 * Counts the cells of a worksheet that hold a value, an inline string or a formula, by nothing but the first
 * letters of its tags: a count made apart from the reader's own, against which the reader is held.
 * Throws `Unfamiliar` for a part without the usual `<sheetData`, or with comments, in which a tag is no tag.
 */
export function countCells(xml: Buffer): number {
  if (!xml.includes('<sheetData')) throw new Unfamiliar();
  const last = xml.length - 3;
  let cells = 0;
  let isPending = false;
  for (let at = 0; at < last; at++) {
    if (xml[at] !== LESS) continue;
    const letter = xml[at + 1] as number;
    if (letter === BANG) throw new Unfamiliar();
    const after = xml[at + 2] as number;
    if (letter === C && (after === SPACE || after === GREATER)) isPending = true;
    else if (isPending && holdsContent(xml, at, letter, after)) {
      cells++;
      isPending = false;
    }
  }
  return cells;
}

/** `<v/>` and `<v></v>` hold nothing. */
function holdsContent(xml: Buffer, at: number, letter: number, after: number): boolean {
  if (letter === V)
    return (after === GREATER && !(xml[at + 3] === LESS && xml[at + 4] === SLASH)) || after === SPACE;
  if (letter === F) return after === GREATER || after === SPACE || after === SLASH;
  return letter === I && after === S && (xml[at + 3] === GREATER || xml[at + 3] === SPACE);
}
