import { attribute, tagsOf } from '../package-xml.ts';

/** Sizes in pixels, as spreadsheets have them without anything said. */
const [COLUMN, ROW] = [64, 20];
const [WIDTH, LINE, PADDING] = [300, 16, 14];
/** Characters of half width in a line of the box. */
const LINE_WIDTH = 46;
const [FEWEST, MOST] = [3, 30];
/** Character widths of a column to pixels. */
const CHARACTER = 7;
const POINT = 96 / 72;

/** How wide the columns of a sheet are and how high its rows, in pixels; hidden ones have no size. */
export interface Sizes {
  readonly column: (column: number) => number;
  readonly row: (row: number) => number;
}

export function sizesOf(sheet: string): Sizes {
  const cells = sheet.indexOf('<sheetData');
  const widths = tagsOf(sheet.slice(0, cells), 'col').map((tag) => ({
    min: Number(attribute(tag, 'min')),
    max: Number(attribute(tag, 'max')),
    width: isHidden(tag)
      ? 0
      : Math.round(Number(attribute(tag, 'width') ?? COLUMN / CHARACTER) * CHARACTER) + 5,
  }));
  const heights = new Map(
    tagsOf(sheet.slice(cells), 'row').flatMap((tag) => {
      const height = isHidden(tag) ? 0 : Number(attribute(tag, 'ht') ?? ROW / POINT) * POINT;
      const row = Number(attribute(tag, 'r'));
      return height === ROW ? [] : [[row, Math.round(height)] as const];
    }),
  );
  return {
    column: (column) => widths.find(({ min, max }) => min <= column && column <= max)?.width ?? COLUMN,
    row: (row) => heights.get(row) ?? ROW,
  };
}

function isHidden(tag: string): boolean {
  return /^(?:1|true)$/.test(attribute(tag, 'hidden') ?? '');
}

export interface Box {
  readonly width: number;
  readonly height: number;
  /** Left column, offset, top row, offset, right column, offset, bottom row, offset; columns and rows from 0. */
  readonly anchor: readonly number[];
}

/** A box beside the cell, large enough for its text. Without a size it shows in WPS and not in Excel. */
export function boxFor(row: number, column: number, text: string, sizes: Sizes): Box {
  const height = Math.min(MOST, Math.max(FEWEST, linesIn(text))) * LINE + PADDING;
  const [top, left] = [Math.max(1, row - 1), column + 1];
  const right = reach(left, WIDTH + 15, sizes.column);
  const bottom = reach(top, height + 5, sizes.row);
  return {
    width: WIDTH,
    height,
    anchor: [left - 1, 15, top - 1, 5, right.index - 1, right.offset, bottom.index - 1, bottom.offset],
  };
}

function linesIn(text: string): number {
  const width = (line: string) => line.length + (line.match(/[^\u0000-\u02ff]/gu)?.length ?? 0);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / LINE_WIDTH)), 0);
}

/** Where so many pixels from the beginning of a column or row lie. A run of hidden ones does not go on for ever. */
function reach(
  from: number,
  pixels: number,
  size: (index: number) => number,
): { index: number; offset: number } {
  let left = pixels;
  for (let index = from; index < from + 1000; index++) {
    const own = size(index);
    if (left < own) return { index, offset: left };
    left -= own;
  }
  return { index: from + 4, offset: 0 };
}
