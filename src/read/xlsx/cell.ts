import { columnName } from '../../model/origin.ts';
import type { CellValue } from '../../model/workbook.ts';
import { isInCalendar, serialToIso } from '../serial-date.ts';
import { UnreadableError } from '../unreadable.ts';
import { isTrue } from './book.ts';
import { cellAt } from './reference.ts';
import type { StringTable } from './string-table.ts';
import { readRuns } from './strings.ts';
import type { PartPlace, Tags } from './tags.ts';
import { assertOpenText, cellText, decimalNumber, textBetween, wholeNumber } from './text.ts';
import { Broken, Unfamiliar } from './unfamiliar.ts';

/** What cells refer to outside their sheet. */
export interface CellContext {
  readonly strings: StringTable;
  /** The part of the texts, where the workbook names one that the file does not hold. */
  readonly lostStrings: string | null;
  /** For each cell style its number format if it shows a date; `null` when the workbook has no styles. */
  readonly dateStyles: readonly (string | null)[] | null;
  /** For each cell style its number format if it shows a number otherwise than as it is; `null` where none does. */
  readonly numberStyles: readonly (string | null)[] | null;
  readonly date1904: boolean;
}

/** One cell as it stands in the XML, whatever the order of its attributes. */
export interface ReadCell {
  readonly column: number;
  readonly style: number;
  readonly value: CellValue | undefined;
}

const [R, S, T] = [0x72, 0x73, 0x74];

type CellType = 's' | 'n' | 'str' | 'inlineStr' | 'b' | 'e' | 'd';
const CELL_TYPES: readonly CellType[] = ['s', 'n', 'str', 'inlineStr', 'b', 'e', 'd'];

function cellType(tags: Tags): CellType | undefined {
  return CELL_TYPES.find((candidate) => tags.valueIs(candidate));
}

/**
 * Reads the cell whose tag `tags` stands on, in a given row; `null` when it is cut off. A cell without a
 * reference stands right of the one before, `last`.
 */
export function readCell(
  tags: Tags,
  row: number,
  last: number,
  context: CellContext,
  place: PartPlace,
): ReadCell | null {
  let column = last + 1;
  let style = 0;
  let type: CellType | undefined = 'n';
  let seen = 0;
  while (tags.nextAttribute()) {
    if (tags.attributeEnd - tags.attributeStart !== 1) continue;
    const name = tags.bytes[tags.attributeStart] as number;
    if (name === R) column = columnIn(tags, row);
    else if (name === S) style = tags.valueNumber();
    else if (name === T) type = cellType(tags);
    else continue;
    // One bit for each of the three.
    const bit = 1 << (name - R);
    if ((seen & bit) !== 0) throw new Broken();
    seen |= bit;
  }
  if (type === undefined) throw new Broken(addressOf(column, row));
  if (tags.isEmpty) return { column, style, value: undefined };
  const content = readContent(tags, place);
  if (content === null) return null;
  const value = cellValue(tags.bytes, content, type, style, context, { column, row, place });
  return { column, style, value };
}

/** A reference to another row leaves open which of the two the cell stands in. */
function columnIn(tags: Tags, row: number): number {
  const found = cellAt(tags.bytes, tags.valueStart, tags.valueEnd);
  if (found.row !== row) throw new Broken();
  return found.column;
}

/** What stands in a cell: bounds of its stored value, its formula's, and inline text. */
interface Content {
  valueFrom: number;
  valueTo: number;
  formulaFrom: number;
  formulaTo: number;
  hasFormula: boolean;
  inline: string | null;
}

/** Everything up to `</c>`; `null` when it is cut off. */
function readContent(tags: Tags, place: PartPlace): Content | null {
  const content: Content = {
    valueFrom: -1,
    valueTo: -1,
    formulaFrom: -1,
    formulaTo: -1,
    hasFormula: false,
    inline: null,
  };
  while (tags.next()) {
    if (tags.isClosing) {
      if (tags.is('c')) return content;
      throw new Broken();
    }
    if (tags.is('v')) {
      if (content.valueTo >= 0) throw new Broken();
      if (tags.isEmpty) continue;
      content.valueFrom = tags.textStart;
      if (!closes(tags, 'v', place)) return null;
      content.valueTo = tags.tagStart;
    } else if (tags.is('f')) {
      if (content.hasFormula) throw new Broken();
      content.hasFormula = true;
      if (tags.isEmpty) continue;
      content.formulaFrom = tags.textStart;
      if (!closes(tags, 'f', place)) return null;
      content.formulaTo = tags.tagStart;
    } else if (tags.is('is')) {
      if (content.inline !== null) throw new Broken();
      content.inline = tags.isEmpty ? '' : readRuns(tags, 'is', place);
      if (content.inline === null) return null;
    } else throw tags.is('c') || tags.is('row') ? new Broken() : new Unfamiliar('structure');
  }
  return null;
}

/** Whether the next tag has come; it has to be the closing one. */
function closes(tags: Tags, name: string, place: PartPlace): boolean {
  const from = tags.textStart;
  if (!tags.next()) {
    assertOpenText(from, tags.position, place);
    return false;
  }
  if (!tags.isClosing || !tags.is(name)) throw new Broken();
  return true;
}

interface Whereabouts {
  readonly column: number;
  readonly row: number;
  readonly place: PartPlace;
}

/** A formula without a stored result is told apart from an empty cell. */
function cellValue(
  bytes: Buffer,
  content: Content,
  type: CellType,
  style: number,
  context: CellContext,
  where: Whereabouts,
): CellValue | undefined {
  if (content.inline !== null) return content.inline;
  const value =
    content.valueTo < 0
      ? undefined
      : stored(bytes, content.valueFrom, content.valueTo, type, style, context, where);
  if (value !== undefined || !content.hasFormula) return value;
  if (type === 'str') return '';
  const formula = cellText(bytes, content.formulaFrom, content.formulaTo, where.place);
  return { kind: 'formula', formula: `=${formula}` };
}

function stored(
  bytes: Buffer,
  from: number,
  to: number,
  type: CellType,
  style: number,
  context: CellContext,
  where: Whereabouts,
): CellValue | undefined {
  if (type === 'str' || type === 'inlineStr') return cellText(bytes, from, to, where.place);
  if (from === to) return undefined;
  switch (type) {
    case 's':
      return sharedText(bytes, from, to, context, where);
    case 'n':
      return numberOrDate(decimalNumber(bytes, from, to), bytes, from, to, style, context);
    case 'b': {
      const text = textBetween(bytes, from, to).trim();
      return isTrue(text) ? true : text === '0' || text === 'false' ? false : { kind: 'error', code: text };
    }
    case 'e':
      return { kind: 'error', code: cellText(bytes, from, to, where.place) };
    case 'd':
      return isoDate(cellText(bytes, from, to, where.place), formatOf(style, context));
  }
}

/** An index that leads nowhere: the texts are not those the sheet was written with, so none can be trusted. */
function sharedText(bytes: Buffer, from: number, to: number, context: CellContext, where: Whereabouts) {
  const { strings, lostStrings } = context;
  const index = wholeNumber(bytes, from, to);
  if (index >= 0 && index < strings.count) return strings.at(index);
  if (lostStrings !== null) throw new UnreadableError('damaged', { part: lostStrings });
  throw new Broken(addressOf(where.column, where.row));
}

function addressOf(column: number, row: number): string {
  return `${columnName(column)}${row}`;
}

/** What is told of a value that is none of its type. */
const LONGEST_CODE = 64;

/** What claims to be a number and is none is delivered as an error, as it stands. */
export function numberOrDate(
  number: number,
  bytes: Buffer,
  from: number,
  to: number,
  style: number,
  context: CellContext,
): CellValue {
  const value = Number.isNaN(number) ? decimalNumber(bytes, ...trimmed(bytes, from, to)) : number;
  if (Number.isNaN(value))
    return { kind: 'error', code: textBetween(bytes, from, Math.min(to, from + LONGEST_CODE)) };
  const format = formatOf(style, context);
  if (format === null) return value;
  const iso = serialToIso(value, context.date1904);
  return iso === null ? value : { kind: 'date', iso, format };
}

function trimmed(bytes: Buffer, from: number, to: number): [number, number] {
  let [start, end] = [from, to];
  while (start < end && (bytes[start] as number) <= 0x20) start++;
  while (end > start && (bytes[end - 1] as number) <= 0x20) end--;
  return [start, end];
}

/** A style that the workbook does not have leaves open whether a number is a date. */
function formatOf(style: number, { dateStyles }: CellContext): string | null {
  if (dateStyles === null) return null;
  const format = dateStyles[style];
  if (format !== undefined) return format;
  if (style === 0) return null;
  throw new Unfamiliar('style');
}

const ISO_DATE = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d)?(?:\.\d+)?Z?$/;
const ISO_TIME = /^T?\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?$/;

/** What claims to be a date and is none in the calendar is delivered as an error, as it stands. A time alone stays text. */
function isoDate(text: string, format: string | null): CellValue {
  const [, day, time = ''] = ISO_DATE.exec(text.trim()) ?? [];
  if (day === undefined && ISO_TIME.test(text.trim())) return text;
  if (day === undefined || !isInCalendar(day + time))
    return { kind: 'error', code: text.slice(0, LONGEST_CODE) };
  return { kind: 'date', iso: time === 'T00:00:00' ? day : day + time, format: format ?? '' };
}
