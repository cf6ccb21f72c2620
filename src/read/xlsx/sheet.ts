import type { CellValue, Merge, Row } from '../../model/workbook.ts';
import { serialToIso } from '../serial-date.ts';
import { isTrue } from './book.ts';
import { MAX_COLUMNS, MAX_ROWS } from './guard.ts';
import { readRuns, unescapeControls } from './strings.ts';
import { Tags, textBetween, Unfamiliar, wholeNumber } from './tags.ts';

/** What cells refer to outside their sheet. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly dateStyles: readonly (string | null)[];
  readonly date1904: boolean;
}

/** Merges and hidden columns: what stands before and after the rows. */
export function readFrame(xml: Buffer): { merges: Merge[]; hiddenColumns: number[] } {
  const merges: Merge[] = [];
  const hiddenColumns: number[] = [];
  const data = xml.indexOf('<sheetData');
  const head = new Tags(xml, 0, data);
  while (head.next()) {
    if (head.is('col') && !head.isClosing) addHidden(head.attributes(), hiddenColumns);
  }
  const tail = new Tags(xml, Math.max(xml.lastIndexOf('</sheetData>'), data));
  while (tail.next()) {
    if (tail.is('mergeCell') && !tail.isClosing) merges.push(toMerge(tail.attributes().get('ref') ?? ''));
  }
  return { merges, hiddenColumns };
}

function addHidden(attributes: ReadonlyMap<string, string>, hidden: number[]): void {
  if (!isTrue(attributes.get('hidden'))) return;
  const last = Math.min(Number(attributes.get('max')), MAX_COLUMNS);
  for (let column = Number(attributes.get('min')); column <= last; column++) hidden.push(column);
}

function toMerge(ref: string): Merge {
  const [from = '', to = from] = ref.split(':');
  const [start, end] = [cellAt(from), cellAt(to)];
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

/** `$B$12` or `b12` as row and column. */
function cellAt(text: string): { row: number; column: number } {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (match === null) throw new Unfamiliar();
  const [, letters = '', digits = ''] = match;
  const column = [...letters.toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 0x40,
    0,
  );
  return { row: Number(digits), column };
}

/** The column of a cell's own reference, in either case; a reference to another row is not to be trusted. */
function columnOf({ bytes, valueStart, valueEnd }: Tags, row: number): number {
  let column = 0;
  let at = valueStart;
  for (; at < valueEnd; at++) {
    const letter = (bytes[at] as number) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  if (wholeNumber(bytes, at, valueEnd) !== row) throw new Unfamiliar();
  return column;
}

/** The rows of a worksheet, top to bottom, read as they are asked for. */
export function* readRows(xml: Buffer, context: CellContext): Generator<Row> {
  const root = new Tags(xml);
  if (!root.next() || !root.is('worksheet')) throw new Unfamiliar();
  const tags = new Tags(xml, xml.indexOf('<sheetData'));
  let last = 0;
  while (tags.next()) {
    if (tags.isClosing) {
      if (tags.is('sheetData')) return;
      continue;
    }
    if (!tags.is('row')) continue;
    const { number, hidden } = rowFacts(tags, last);
    if (number <= last || number > MAX_ROWS) throw new Unfamiliar();
    last = number;
    yield { number, hidden, cells: tags.isEmpty ? [] : readCells(tags, number, context) };
  }
}

function rowFacts(tags: Tags, last: number): { number: number; hidden: boolean } {
  let number = last + 1;
  let hidden = false;
  while (tags.nextAttribute()) {
    if (tags.attributeIs('r')) number = tags.valueNumber();
    else if (tags.attributeIs('hidden')) hidden = isTrue(tags.value());
  }
  return { number, hidden };
}

const [R, S, T] = [0x72, 0x73, 0x74];

type CellType = 's' | 'n' | 'str' | 'inlineStr' | 'b' | 'e' | 'd';
const CELL_TYPES: readonly CellType[] = ['s', 'n', 'str', 'inlineStr', 'b', 'e', 'd'];

function cellType(tags: Tags): CellType {
  const type = CELL_TYPES.find((candidate) => tags.valueIs(candidate));
  if (type === undefined) throw new Unfamiliar();
  return type;
}

/** The cells up to `</row>`. A cell without a reference stands right of the one before. */
function readCells(tags: Tags, row: number, context: CellContext): (CellValue | undefined)[] {
  const cells: (CellValue | undefined)[] = [];
  let column = 0;
  while (tags.next()) {
    if (tags.isClosing) {
      if (tags.is('row')) break;
      continue;
    }
    if (!tags.is('c')) continue;
    column++;
    let style = 0;
    let type: CellType = 'n';
    while (tags.nextAttribute()) {
      if (tags.attributeEnd - tags.attributeStart !== 1) continue;
      const name = tags.bytes[tags.attributeStart];
      if (name === R) column = columnOf(tags, row);
      else if (name === S) style = tags.valueNumber();
      else if (name === T) type = cellType(tags);
    }
    if (column < 1 || column > MAX_COLUMNS) throw new Unfamiliar();
    if (tags.isEmpty) continue;
    const value = readCell(tags, type, style, context);
    if (value === undefined) continue;
    while (cells.length < column - 1) cells.push(undefined);
    cells[column - 1] = value;
  }
  return cells;
}

/** The value up to `</c>`. A formula without a stored result is told apart from an empty cell. */
function readCell(tags: Tags, type: CellType, style: number, context: CellContext): CellValue | undefined {
  let formula: string | null = null;
  let value: CellValue | undefined;
  let from = -1;
  let name: 'v' | 'f' | null = null;
  while (tags.next()) {
    if (tags.isClosing) {
      if (tags.is('c')) break;
      if (name === 'v') value = stored(tags, from, type, style, context);
      else if (name === 'f') formula = `=${textBetween(tags.bytes, from, tags.tagStart)}`;
      name = null;
    } else if (tags.is('v')) {
      name = tags.isEmpty ? null : 'v';
      from = tags.textStart;
    } else if (tags.is('f')) {
      formula = '=';
      name = tags.isEmpty ? null : 'f';
      from = tags.textStart;
    } else if (tags.is('is')) value = tags.isEmpty ? '' : readRuns(tags, 'is');
  }
  if (value === undefined && formula !== null) return type === 'str' ? '' : { kind: 'formula', formula };
  return value;
}

function stored(
  { bytes, tagStart: to }: Tags,
  from: number,
  type: CellType,
  style: number,
  { strings, dateStyles, date1904 }: CellContext,
): CellValue | undefined {
  switch (type) {
    case 's': {
      const text = strings[wholeNumber(bytes, from, to)];
      if (text === undefined) throw new Unfamiliar();
      return text;
    }
    case 'n':
      return numberOrDate(bytes, from, to, dateStyles[style] ?? null, date1904);
    case 'str':
    case 'inlineStr':
      return unescapeControls(textBetween(bytes, from, to));
    case 'b':
      return textBetween(bytes, from, to).trim() === '1' || textBetween(bytes, from, to).trim() === 'true';
    case 'e':
      return { kind: 'error', code: textBetween(bytes, from, to) };
    case 'd':
      return {
        kind: 'date',
        iso: textBetween(bytes, from, to).slice(0, 19),
        format: dateStyles[style] ?? '',
      };
    default:
      throw new Unfamiliar();
  }
}

function numberOrDate(
  bytes: Buffer,
  from: number,
  to: number,
  format: string | null,
  date1904: boolean,
): CellValue | undefined {
  const text = bytes.toString('latin1', from, to).trim();
  if (text === '') return undefined;
  const value = Number(text);
  if (Number.isNaN(value)) throw new Unfamiliar();
  const iso = format === null ? null : serialToIso(value, date1904);
  return iso === null ? value : { kind: 'date', iso, format: format ?? '' };
}
