/**
 * Records of a worksheet part of an .xlsb that are one cell with content each ([MS-XLSB] 2.4). 1 and 12 are blank cells;
 * from 12 on stand the short forms, which leave out the column.
 */
const CELL_RECORDS: ReadonlySet<number> = new Set([
  2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 62,
]);

/** Cells of a worksheet part that hold something; `null` when its records do not end where the part does. */
export function xlsbCells(part: Buffer): number | null {
  let cells = 0;
  let at = 0;
  while (at < part.length) {
    const [type, afterType] = packed(part, at, 2);
    const [length, start] = packed(part, afterType, 4);
    if (CELL_RECORDS.has(type)) cells++;
    at = start + length;
  }
  return at === part.length ? cells : null;
}

/** A number of seven bits a byte, low ones first, and the place behind it. */
function packed(part: Buffer, start: number, most: number): readonly [number, number] {
  let value = 0;
  let at = start;
  for (let index = 0; index < most; index++) {
    const byte = part[at++] ?? 0;
    value += (byte & 0x7f) * 128 ** index;
    if (byte < 0x80) break;
  }
  return [value, at];
}
