import { cellText } from '../model/cell-text.ts';
import { foldText } from '../model/text.ts';
import type { GridRow } from './grid.ts';
import type { Lexicon } from './lexicon.ts';

/** What a row below a header is. */
export type BodyRole = 'data' | 'band' | 'subtotal' | 'note' | 'unclear';

const NUMBERED = /^(?:[（(][一二三四五六七八九十百]+[)）]|[一二三四五六七八九十百]+[、.．\s])/u;
const COUNTED = /[（(][^()（）]*\d+\s*[项条个]\s*[)）]\s*$/u;
const CHINESE_SERIAL = /^[（(]?[一二三四五六七八九十百]+[)）]?[、.．]?$/u;
const SERIAL = /^[\d\s.、,，（()）①-⑳-]+$/u;
const PAGE = /^[（(]?(?:第\s*\d+\s*页|续表?[)）]?$|共\s*\d+\s*页)/u;
const TOTAL = /^共计?\s*\d+\s*[项条]/u;
const DATE_LINE = /^[\d\s]*年[\d\s]*月[\d\s]*日?$/u;
const COLUMN_NUMBER = /^[（(]?(?:\d{1,2}|[甲乙丙丁戊己庚辛壬癸])[)）]?$/u;
const BRACKETED = /^[（(].*[)）]$/su;
/** Words that sign or explain a list when they stand alone in their cell. */
const SIGNING = new Set(['注', '说明', '备注', '审核', '制表', '审批', '填表', '主任', '书记'].map(foldText));

/** Where the columns that matter for a row of text are, and how wide the key's own header is. */
export interface BodyColumns {
  readonly key: number | null;
  readonly keySpanEnd: number;
  readonly serial: number | null;
  /** Columns that have a header. */
  readonly headed: ReadonlySet<number>;
}

/** The rows around the one that is looked at, and what has been met of the table. */
export interface BodyPlace {
  readonly before: GridRow | undefined;
  readonly after: GridRow | undefined;
  readonly isFirst: boolean;
  /** Notes or signatures have begun: what follows without a serial number goes on with them. */
  readonly isClosing: boolean;
  /** Short texts alone in the serial column head the numbered rows below them, and do so again and again. */
  readonly hasHeadings: boolean;
}

export function bodyRole(row: GridRow, columns: BodyColumns, place: BodyPlace, lexicon: Lexicon): BodyRole {
  if (!place.isFirst && isPlainItem(row, columns, lexicon)) return 'data';
  const first = row.filled[0] ?? 1;
  const text = textAt(row, first);
  if (isSubtotal(row, columns, lexicon)) return 'subtotal';
  if (isNote(row, first, text, columns, lexicon)) return 'note';
  if (place.isFirst && isGuide(row, columns)) return 'note';
  if (
    place.isClosing &&
    goesOnWithNotes(row, columns) &&
    !(row.filled.length === 1 && isStray(row, columns, place))
  )
    return 'note';
  if (row.filled.length > 1) return isNumberedBand(row, columns, place) ? 'band' : itemOrStray(row, columns);
  const role = loneText(row, first, text, columns, place, lexicon);
  return role === 'data' && isStray(row, columns, place) ? 'unclear' : role;
}

/** Nothing of the row stands under a header, unless it goes on with a row merged downwards. */
function itemOrStray(row: GridRow, { headed }: BodyColumns): 'data' | 'unclear' {
  return row.repeated.length > 0 || row.filled.some((column) => headed.has(column)) ? 'data' : 'unclear';
}

/** A lone cell beside the list, or far from every other row, was left behind. */
function isStray(row: GridRow, columns: BodyColumns, place: BodyPlace): boolean {
  const { before, after } = place;
  if (!place.isClosing && itemOrStray(row, columns) === 'unclear') return true;
  if (columns.headed.size === 1 || row.repeated.length > 0) return false;
  const isFar = (other: GridRow | undefined) =>
    other === undefined || Math.abs(other.number - row.number) > FAR_ROWS;
  return before !== undefined && isFar(before) && isFar(after);
}

/** People leave a few blank rows in a list, hardly ever as many as this. */
const FAR_ROWS = 10;

/** A text alone in the serial column right above a row with a serial number: an unnumbered heading. */
export function headsNumbered(row: GridRow, below: GridRow | undefined, columns: BodyColumns): boolean {
  const { serial, key } = columns;
  if (serial === null || serial === key || row.filled.length !== 1 || row.filled[0] !== serial) return false;
  const text = textAt(row, serial);
  return (
    !SERIAL.test(text) && text.length <= LONGEST_HEADING && below !== undefined && hasSerial(below, columns)
  );
}

/** 应急管理及消防 is a heading; longer texts are items in the wrong column. */
const LONGEST_HEADING = 8;

/** A serial number in digits and a text beside it: nearly every row, told before anything dearer is tried. */
function isPlainItem(row: GridRow, { key, serial }: BodyColumns, lexicon: Lexicon): boolean {
  if (key === null || serial === null) return false;
  const [number, text] = [row.cells[serial - 1], row.cells[key - 1]];
  if (typeof text !== 'string' || text.length < SHORTEST_ITEM) return false;
  const isNumbered = typeof number === 'number' || (typeof number === 'string' && /^\d+$/.test(number));
  return isNumbered && !lexicon.startsLine(text, 'subtotal');
}

/** Totals and signatures are shorter words. */
const SHORTEST_ITEM = 5;

function textAt(row: GridRow, column: number): string {
  return cellText(row.cells[column - 1]).trim();
}

/** 第 1 页 共 2 页, （续）: the list goes on behind it. */
export function isPageMark(text: string): boolean {
  return PAGE.test(text);
}

/** Without a column of serial numbers only a lone text can be told from a further item. */
function goesOnWithNotes(row: GridRow, columns: BodyColumns): boolean {
  return columns.serial === null ? row.filled.length === 1 : !hasSerial(row, columns);
}

function hasSerial(row: GridRow, columns: BodyColumns): boolean {
  return columns.serial !== null && SERIAL.test(textAt(row, columns.serial));
}

/** 合计 may stand behind a serial number; 东街街道小计 ends with the word. */
function isSubtotal(row: GridRow, columns: BodyColumns, lexicon: Lexicon): boolean {
  const opening = row.filled.slice(0, 2).map((column) => textAt(row, column));
  if (TOTAL.test(opening[0] ?? '')) return true;
  const isNumbered = hasSerial(row, columns);
  const total = opening.findIndex(
    (text) =>
      text.length <= 20 &&
      (/(?:小计|合计)$/u.test(text) ||
        (lexicon.startsLine(text, 'subtotal') && !isFigure(text, isNumbered, lexicon))),
  );
  if (total === -1) return false;
  return row.filled.slice(total + 1).every((column) => !/\p{Script=Han}{4,}/u.test(textAt(row, column)));
}

/** 平均年龄 is a figure like any other, and so is 合计金额 behind a serial number; 平均, 平均值 and 合计（12项） are totals. */
function isFigure(text: string, isNumbered: boolean, lexicon: Lexicon): boolean {
  if (!isNumbered && !AVERAGE.test(text)) return false;
  const folded = foldText(text);
  return lexicon.vocabulary.lines.subtotal
    .map(foldText)
    .filter((word) => folded.startsWith(word))
    .every((word) => !BARE_TOTAL.test(folded.slice(word.length)));
}

const AVERAGE = /^平均/u;
/** What may follow the word: 值, 数, a mark, a number. */
const BARE_TOTAL = /^(?:值|数|分)?(?:\P{Script=Han}|$)/u;

/** 注：… , a page number, a date line, or a signature line such as 审核人：… */
function isNote(row: GridRow, first: number, text: string, columns: BodyColumns, lexicon: Lexicon): boolean {
  if (row.filled.length === 1 && (isPageMark(text) || DATE_LINE.test(text))) return true;
  if (first !== columns.key && SIGNING.has(foldText(text)) && !hasSerial(row, columns)) return true;
  if (!lexicon.startsLine(text, 'note') && !lexicon.startsLine(text, 'meta')) return false;
  if (row.filled.length === 1) return /[:：]/u.test(text) || lexicon.startsLine(text, 'note');
  return row.filled.some((column) => /[:：]/u.test(textAt(row, column))) || /意见$/u.test(text);
}

/** Column numbers (1 2 3, 甲 乙 丙) or instructions in brackets right below the header. */
function isGuide(row: GridRow, columns: BodyColumns): boolean {
  const texts = row.filled.map((column) => textAt(row, column));
  const keyed = columns.key === null ? '' : textAt(row, columns.key);
  if (texts.length >= 3 && COLUMN_NUMBER.test(keyed)) return texts.every((text) => COLUMN_NUMBER.test(text));
  return !hasSerial(row, columns) && texts.length >= 2 && texts.every((text) => BRACKETED.test(text));
}

/** “一 | 平安建设（3项）” over rows numbered 1, 2, 3; or “一、平安建设 | … | 共3项” without an item. */
function isNumberedBand(row: GridRow, { key, serial, headed }: BodyColumns, { after }: BodyPlace): boolean {
  if (key === null || serial === null || headed.size < 3) return false;
  const [number, name] = [textAt(row, serial), textAt(row, key)];
  if (name === '') return NUMBERED.test(number) && /\p{Script=Han}{2,}/u.test(number.replace(NUMBERED, ''));
  if (row.filled.length !== 2 || !CHINESE_SERIAL.test(number)) return false;
  return (
    COUNTED.test(name) ||
    row.spanEnd(key) > key ||
    (after !== undefined && /^\d/u.test(textAt(after, serial)))
  );
}

function loneText(
  row: GridRow,
  first: number,
  text: string,
  columns: BodyColumns,
  place: BodyPlace,
  lexicon: Lexicon,
): BodyRole {
  if (typeof row.cells[first - 1] !== 'string') return 'data';
  if (first === columns.key) return isBandInKey(row, first, text, columns, place) ? 'band' : 'data';
  if (row.spanEnd(first) > first || NUMBERED.test(text) || COUNTED.test(text)) return 'band';
  if (lexicon.listHeading(text) !== null) return 'band';
  if (first !== columns.serial) return 'data';
  if (SERIAL.test(text)) return 'data';
  if (!headsNumbered(row, place.after, columns)) return 'unclear';
  return place.hasHeadings || startsAnew(place, columns) ? 'band' : 'unclear';
}

/** Numbering begins again below: 1, 2, 3, 民主自治, 1, 2. */
function startsAnew({ before, after }: BodyPlace, { serial }: BodyColumns): boolean {
  if (before === undefined || after === undefined || serial === null) return false;
  return /^1\D?$/u.test(textAt(after, serial)) && SERIAL.test(textAt(before, serial));
}

/** A lone text under the key's own header is an item, unless it is wider than the header or heads other rows. */
function isBandInKey(
  row: GridRow,
  first: number,
  text: string,
  columns: BodyColumns,
  place: BodyPlace,
): boolean {
  const end = row.spanEnd(first);
  if (end > first) return end !== columns.keySpanEnd;
  if (columns.headed.size === 1 || !(NUMBERED.test(text) || COUNTED.test(text))) return false;
  const isSibling = (other: GridRow | undefined) =>
    other?.filled.length === 1 &&
    other.filled[0] === first &&
    styleOf(textAt(other, first)) === styleOf(text);
  return !isSibling(place.before) && !isSibling(place.after);
}

function styleOf(text: string): 'bracketed' | 'bare' | null {
  if (!NUMBERED.test(text)) return null;
  return /^[（(]/u.test(text) ? 'bracketed' : 'bare';
}

/** A band's words without its number and count: “一、党的建设（12项）” → 党的建设. */
export function bandCategory(text: string): string {
  return text.trim().replace(NUMBERED, '').replace(COUNTED, '').trim();
}
