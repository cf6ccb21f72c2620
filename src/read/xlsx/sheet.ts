import type { Merge, Row } from '../../model/workbook.ts';
import { overLimit } from '../limits.ts';
import { isTrue, MAIN } from './book.ts';
import { type CellContext, readCell } from './cell.ts';
import { PlainCells } from './plain-cells.ts';
import { mergeAt } from './reference.ts';
import { type PartPlace, Tags } from './tags.ts';
import { Broken, Unfamiliar } from './unfamiliar.ts';

/** Receives what a sheet says in the order in which it says it. */
export interface SheetVisitor {
  /** Before the first row: 1-based numbers of hidden columns. */
  columns(hidden: readonly number[]): void;
  row(row: Row): void;
}

/**
 * Reads a worksheet, whole or piece by piece, and gives its rows away as they come. Nothing of them is kept.
 * Throws `Unfamiliar`, `Broken`, `DocumentType` and, over a limit, `UnreadableError`.
 */
export class SheetScanner {
  readonly merges: Merge[] = [];
  /** Elements of the part's own namespace are written with this in front. */
  get prefix(): string {
    return this.tags.prefix;
  }
  private readonly tags: Tags;
  private readonly plain: PlainCells;
  private readonly hiddenColumns: number[] = [];
  private phase: 'root' | 'head' | 'rows' | 'tail' = 'root';
  private columnFormats = 0;
  private isHidden = false;
  private isInRow = false;
  private cells = 0;
  private places = 0;

  constructor(
    private readonly context: CellContext,
    private readonly place: PartPlace,
    private readonly visitor: SheetVisitor,
  ) {
    this.tags = new Tags(Buffer.alloc(0), place);
    this.plain = new PlainCells(context, place.limits);
  }

  /** Reads as far as whole cells and tags go; returns where it stopped. */
  push(bytes: Buffer, from: number, to: number, isLast: boolean): number {
    const { tags } = this;
    tags.refill(bytes, from, to);
    if (this.phase === 'root' && tags.openRoot('worksheet', MAIN)) this.phase = 'head';
    if (this.phase === 'head') this.head();
    if (this.phase === 'rows') this.rows(to);
    if (this.phase === 'tail') this.tail();
    if (isLast) this.end();
    return tags.position;
  }

  private end(): void {
    if (this.phase === 'root') throw new Broken();
    this.tags.assertEnd();
    if (this.phase === 'head') this.visitor.columns(this.hiddenColumns);
  }

  private head(): void {
    const { tags } = this;
    while (tags.next()) {
      if (tags.isClosing) continue;
      if (tags.is('col')) this.addHidden();
      else if (tags.is('sheetData')) {
        this.visitor.columns(this.hiddenColumns);
        this.phase = tags.isEmpty ? 'tail' : 'rows';
        return;
      }
    }
  }

  private addHidden(): void {
    const { limits, part } = this.place;
    // Each speaks for columns of its own, so that there are no more of them.
    if (++this.columnFormats > limits.columns) throw overLimit(limits, 'columns', this.columnFormats, part);
    const attributes = this.tags.attributes();
    if (!isTrue(attributes.get('hidden'))) return;
    const last = Math.min(Number(attributes.get('max')), limits.columns);
    const first = Math.max(Number(attributes.get('min')), (this.hiddenColumns.at(-1) ?? 0) + 1);
    for (let column = first; column <= last; column++) this.hiddenColumns.push(column);
  }

  private rows(to: number): void {
    const { tags } = this;
    for (;;) {
      if (tags.prefix === '') this.plainRows(to);
      const { position, depth } = tags;
      if (!tags.next()) return;
      if (tags.isForeign) throw new Broken();
      if (tags.isClosing) {
        if (this.isInRow && tags.is('row')) this.closeRow();
        else if (!this.isInRow && tags.is('sheetData')) {
          this.phase = 'tail';
          return;
        } else throw new Unfamiliar('structure');
      } else if (this.isInRow) {
        if (tags.is('row')) throw new Broken();
        if (!tags.is('c')) throw new Unfamiliar('structure');
        if (!this.addCell()) {
          // Cut off: begun anew when the rest has come.
          Object.assign(tags, { position, depth });
          return;
        }
      } else if (tags.is('row')) this.openRow();
      else throw new Unfamiliar('structure');
    }
  }

  /** Whole rows and cells that are plain in everything, up to the first that is not. */
  private plainRows(to: number): void {
    const { plain, tags } = this;
    const { bytes } = tags;
    for (;;) {
      if (!this.isInRow) {
        const opened = plain.openRow(bytes, tags.position, to);
        if (opened === tags.position) return;
        tags.position = opened;
        tags.depth++;
        this.isHidden = false;
        this.isInRow = true;
      }
      tags.position = plain.read(bytes, tags.position, to);
      if (!closesRow(bytes, tags.position, to)) return;
      tags.position += ROW_END.length;
      tags.depth--;
      this.closeRow();
    }
  }

  private openRow(): void {
    const { tags, place, plain } = this;
    let number = plain.rowNumber + 1;
    let isNumbered = false;
    this.isHidden = false;
    while (tags.nextAttribute()) {
      if (tags.attributeIs('r')) {
        if (isNumbered) throw new Broken();
        isNumbered = true;
        number = rowNumber(tags);
      } else if (tags.attributeIs('hidden')) this.isHidden = isTrue(tags.value());
    }
    if (number > place.limits.rows) throw overLimit(place.limits, 'rows', number, place.part);
    if (number < 1) throw new Unfamiliar('reference');
    // Nobody can tell which of the two is meant, or whether both are.
    if (number === plain.rowNumber) throw new Broken();
    if (number < plain.rowNumber) throw new Unfamiliar('order');
    plain.open(number);
    this.isInRow = true;
    if (tags.isEmpty) this.closeRow();
  }

  private addCell(): boolean {
    const { place, plain } = this;
    const cell = readCell(this.tags, plain.rowNumber, plain.lastColumn, this.context, place);
    if (cell === null) return false;
    const { column, style, value } = cell;
    if (column > place.limits.columns) throw overLimit(place.limits, 'columns', column, place.part);
    if (column <= plain.lastColumn) throw new Unfamiliar('order');
    plain.lastColumn = column;
    if (value !== undefined) plain.add(column, value);
    if (typeof value === 'number') plain.show(column, style);
    return true;
  }

  private closeRow(): void {
    const { limits, part } = this.place;
    const { rowNumber, size, count, values, formats } = this.plain;
    this.isInRow = false;
    this.cells += count;
    this.places += size;
    if (this.cells > limits.cells) throw overLimit(limits, 'cells', this.cells, part);
    if (this.places > limits.grid) throw overLimit(limits, 'grid', this.places, part);
    const row = { number: rowNumber, cells: values.slice(0, size), hidden: this.isHidden };
    this.visitor.row(formats === null ? row : { ...row, formats });
  }

  private tail(): void {
    const { tags, merges } = this;
    const { limits, part } = this.place;
    while (tags.next()) {
      if (tags.isClosing) continue;
      if (tags.is('sheetData')) throw new Unfamiliar('structure');
      if (!tags.is('mergeCell')) continue;
      while (tags.nextAttribute()) {
        if (tags.attributeIs('ref')) merges.push(mergeAt(tags.bytes, tags.valueStart, tags.valueEnd));
      }
      if (merges.length > limits.merges) throw overLimit(limits, 'merges', merges.length, part);
    }
  }
}

/** `-1` for what is no number at all; a row between two rows is no row. */
function rowNumber(tags: Tags): number {
  const number = tags.valueNumber();
  if (number === -1 && Number(tags.value()) % 1 !== 0 && !Number.isNaN(Number(tags.value())))
    throw new Broken();
  return number;
}

const ROW_END = Buffer.from('</row>');

function closesRow(bytes: Buffer, at: number, to: number): boolean {
  if (at + ROW_END.length > to) return false;
  for (let index = 0; index < ROW_END.length; index++) {
    if (bytes[at + index] !== ROW_END[index]) return false;
  }
  return true;
}
