import { Markup } from './counts/markup.ts';
import { type Limits, overLimit } from './limits.ts';
import { isInCalendar } from './serial-date.ts';

/** What is hidden in one sheet of an OpenDocument file. Ranges are 1-based and inclusive. */
export interface HiddenParts {
  readonly hidden: boolean;
  readonly rows: readonly (readonly [number, number])[];
  readonly columns: readonly (readonly [number, number])[];
}

export interface OdsContent {
  /** Sheet by sheet. */
  readonly hidden: readonly HiddenParts[];
  /** Cells that hold something, in all sheets. */
  readonly cells: number;
  /** The same content, written so that the library loses no cell of it and walks over no empty one. */
  readonly xml: string;
}

/**
 * Goes once over the tags of a content.xml for what the spreadsheet library does not read, loses, or cannot bear: hidden
 * sheets, rows and columns; cells under a merged area; values in a tag without content; empty cells repeated a thousand
 * million times. Counts the cells on the way. Throws `UnreadableError` for content beyond the limits.
 */
export function readOdsContent(content: string, limits: Limits): OdsContent {
  return new ContentWalk(content, limits).walk();
}

/** An empty repeated cell in two tags is built as often as it is repeated; up to here that costs nothing. */
const HARMLESS_REPEATS = 100;
/** Elements inside a cell whose text is not the cell's. */
const ASIDE: ReadonlySet<string> = new Set([
  'annotation',
  'frame',
  'custom-shape',
  'g',
  'control',
  'caption',
]);

interface SheetWalk {
  readonly hidden: boolean;
  readonly rows: [number, number][];
  readonly columns: [number, number][];
  name: string;
  cells: number;
  nextRow: number;
  nextColumn: number;
}

interface RowWalk {
  readonly repeats: number;
  nextColumn: number;
}

class ContentWalk {
  private readonly tags: Markup;
  private readonly hiddenStyles = new Set<string>();
  private readonly sheets: SheetWalk[] = [];
  private readonly pieces: string[] = [];
  private written = 0;
  private style = '';
  private row: RowWalk = { repeats: 1, nextColumn: 1 };

  constructor(
    private readonly content: string,
    private readonly limits: Limits,
  ) {
    this.tags = new Markup(content);
  }

  walk(): OdsContent {
    while (this.tags.next()) if (!this.tags.isClosing) this.take(this.sheets.at(-1));
    this.pieces.push(this.content.slice(this.written));
    const cells = this.sheets.reduce((sum, sheet) => sum + sheet.cells, 0);
    return { hidden: this.sheets, cells, xml: this.pieces.join('') };
  }

  private take(sheet: SheetWalk | undefined): void {
    const { tags } = this;
    switch (tags.name) {
      case 'style':
        this.style = tags.attribute('family') === 'table' ? (tags.attribute('name') ?? '') : '';
        break;
      case 'table-properties':
        if (tags.attribute('display') === 'false') this.hiddenStyles.add(this.style);
        break;
      case 'table':
        this.openSheet();
        break;
      case 'table-column':
        if (sheet !== undefined) this.takeColumn(sheet);
        break;
      case 'table-row':
        if (sheet !== undefined) this.openRow(sheet);
        break;
      case 'table-cell':
      case 'covered-table-cell':
        if (sheet !== undefined) this.takeCell(sheet);
        break;
    }
  }

  private openSheet(): void {
    const hidden = this.hiddenStyles.has(this.tags.attribute('style-name') ?? '');
    const name = this.tags.attribute('name') ?? this.giveName();
    this.sheets.push({ name, hidden, rows: [], columns: [], cells: 0, nextRow: 1, nextColumn: 1 });
  }

  /** A sheet without a name gets the one that LibreOffice gives it; the library has none for it. */
  private giveName(): string {
    const { start, end } = this.tags;
    const openTag = this.content.slice(start, end);
    const name = `Sheet${this.sheets.length + 1}`;
    const opened = nameWithPrefix(openTag);
    const attribute = ` ${opened.replace(/[^:]*$/, '')}name="${name}"`;
    this.write(start, end, `<${opened}${attribute}${openTag.slice(1 + opened.length)}`);
    return name;
  }

  private takeColumn(sheet: SheetWalk): void {
    const repeats = this.tags.count('number-columns-repeated');
    if (isHidden(this.tags)) sheet.columns.push([sheet.nextColumn, sheet.nextColumn + repeats - 1]);
    sheet.nextColumn += repeats;
  }

  private openRow(sheet: SheetWalk): void {
    const repeats = this.tags.count('number-rows-repeated');
    if (isHidden(this.tags)) sheet.rows.push([sheet.nextRow, sheet.nextRow + repeats - 1]);
    sheet.nextRow += repeats;
    this.row = { repeats, nextColumn: 1 };
    if (this.tags.isEmpty) this.fillRow();
  }

  /** A row in one tag is no row to the library, and all below it would move up. */
  private fillRow(): void {
    const { start, end } = this.tags;
    const openTag = this.content.slice(start, end);
    const name = nameWithPrefix(openTag);
    const cell = `<${name.replace('table-row', 'table-cell')}/>`;
    this.write(start, end, `${openTag.replace(/\s*\/>$/, '>')}${cell}</${name}>`);
  }

  private takeCell(sheet: SheetWalk): void {
    const { tags, row } = this;
    const { start, end, isEmpty } = tags;
    const repeats = tags.count('number-columns-repeated');
    const isCovered = tags.name === 'covered-table-cell';
    const isTyped = tags.attribute('value-type') !== null || tags.attribute('formula') !== null;
    const tag = this.content.slice(start, end);
    const openTag = withoutGuesses(tag, tags).replace('covered-table-cell', 'table-cell');
    const hasText = isEmpty ? false : this.walkIntoCell(tags.name);
    const isFilled = isTyped ? hasText || holdsValue(openTag) : hasText;
    if (isFilled) this.hold(sheet, repeats);
    row.nextColumn += repeats;
    if (isEmpty) {
      const opened = openTag.replace(/\s*\/>$/, `></${nameWithPrefix(openTag)}>`);
      if (isTyped) this.write(start, end, opened);
      else if (isCovered) this.write(start, end, openTag);
    } else if (!isFilled && (isCovered || repeats * row.repeats > HARMLESS_REPEATS)) {
      this.write(start, tags.end, openTag.replace(/>$/, '/>'));
    } else if (openTag !== tag) {
      const inside = this.content.slice(end, tags.start);
      this.write(start, tags.end, `${openTag}${inside}</${nameWithPrefix(openTag)}>`);
    }
  }

  /** Goes to the closing tag of a cell and tells whether there was text of its own on the way. */
  private walkIntoCell(name: string): boolean {
    const { tags } = this;
    let hasText = false;
    let isInText = false;
    let from = tags.end;
    while (tags.next()) {
      if (isInText && tags.start > from) hasText = true;
      if (tags.isClosing && tags.name === name) break;
      if (ASIDE.has(tags.name) && !tags.isClosing) tags.skip();
      else if (tags.name === 'p') isInText = !tags.isClosing && !tags.isEmpty;
      else if (tags.name === 's' && isInText) {
        const blanks = tags.count('c');
        if (blanks > this.limits.text) throw overLimit(this.limits, 'text', blanks, 'text:s');
        hasText = true;
      }
      from = tags.end;
    }
    return hasText;
  }

  private hold(sheet: SheetWalk, repeats: number): void {
    const { limits, row } = this;
    const lastColumn = row.nextColumn + repeats - 1;
    const lastRow = sheet.nextRow - 1;
    if (lastColumn > limits.columns) throw overLimit(limits, 'columns', lastColumn, sheet.name);
    if (lastRow > limits.rows) throw overLimit(limits, 'rows', lastRow, sheet.name);
    sheet.cells += repeats * row.repeats;
    if (sheet.cells > limits.cells) throw overLimit(limits, 'cells', sheet.cells, sheet.name);
  }

  private write(start: number, end: number, text: string): void {
    this.pieces.push(this.content.slice(this.written, start), text);
    this.written = end;
  }
}

const NUMBER = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?/;

/** The library takes 5x for 5 and the 31st of February for a day of March. Here it is given what it takes for no number. */
function withoutGuesses(openTag: string, tags: Markup): string {
  const type = tags.attribute('value-type');
  const name = type === 'date' ? 'date-value' : 'value';
  const value = tags.attribute(name);
  if (value === null || (type !== 'date' && !NUMERIC.has(type ?? ''))) return openTag;
  const isSound = type === 'date' ? isInCalendar(DATE.exec(value)?.[0] ?? '') : NUMBER.test(value.trim());
  return isSound
    ? openTag
    : openTag.replace(new RegExp(`(\\s(?:[\\w-]+:)?${name}=)(?:"[^"]*"|'[^']*')`), '$1"NaN"');
}

const NUMERIC: ReadonlySet<string> = new Set(['float', 'percentage', 'currency']);

/** A text without characters holds nothing; every other type is followed by its value. */
function holdsValue(tag: string): boolean {
  return !/value-type=(["'])string\1/.test(tag) || /\s[\w-]+:(?:string-value=["'][^"']|formula=)/.test(tag);
}

function nameWithPrefix(tag: string): string {
  return /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
}

function isHidden(tags: Markup): boolean {
  const visibility = tags.attribute('visibility');
  return visibility === 'collapse' || visibility === 'filter';
}
