import { cellText } from '../model/cell-text.ts';
import type { Line, RowRole, Section, Table, TableRow } from '../model/table.ts';
import { foldText } from '../model/text.ts';
import type { Sheet } from '../model/workbook.ts';
import { announce } from './announce.ts';
import { type BodyColumns, bandCategory, bodyRole, isPageMark } from './classify.ts';
import type { GridRow } from './grid.ts';
import { type Header, isSignature } from './header.ts';
import type { Lexicon } from './lexicon.ts';

/** How many rows of each role a sheet has. */
export type RowCount = Record<RowRole, number>;

/** A table while its rows are being read. */
export class TableDraft {
  private readonly titles: Line[] = [];
  private readonly metas: Line[] = [];
  private readonly headerRows: number[];
  private readonly sections: Section[] = [{ band: null, list: null, category: null }];
  private readonly rows: TableRow[] = [];
  private readonly notes: Line[] = [];
  private readonly subtotals: Line[] = [];
  private readonly unclear: Line[] = [];
  private readonly body: BodyColumns;
  private readonly rolesAbove: readonly RowRole[];
  /** Notes or signatures have begun below the items. */
  private isClosing = false;

  constructor(
    readonly header: Header,
    private readonly lexicon: Lexicon,
    private readonly count: RowCount,
    /** Rows above the header, which go to the next table if this proves to be none. */
    private readonly above: readonly GridRow[],
  ) {
    this.headerRows = header.rows.map(({ number }) => number);
    const columnOf = (field: string) =>
      header.columns.find((column) => column.field === field)?.column ?? null;
    const key = header.kind?.key.map(columnOf).find((column) => column !== null) ?? null;
    const keySpanEnd = key === null ? 0 : Math.max(...header.rows.map((row) => row.spanEnd(key)));
    this.body = { key, keySpanEnd, serial: columnOf('serial'), count: header.columns.length };
    this.rolesAbove = above.map((row) => this.readAbove(row));
    for (const role of this.rolesAbove) count[role]++;
    count.header += header.rows.length;
  }

  /** The rows above the header: signature lines, titles, or something else. */
  private readAbove(row: GridRow): RowRole {
    if (isSignature(row, this.lexicon)) {
      this.metas.push(...linesOf(row));
      return 'meta';
    }
    if (row.filled.length === 1 || isTitle(row, this.lexicon)) {
      this.titles.push(...linesOf(row));
      return 'title';
    }
    this.unclear.push(firstLine(row));
    return 'unclear';
  }

  /** Takes back what was counted: this was no table. Its header fills in a form above the next one. */
  withdraw(): readonly GridRow[] {
    for (const role of this.rolesAbove) this.count[role]--;
    this.count.header -= this.header.rows.length;
    this.count.meta += this.header.rows.length;
    return this.above;
  }

  /** The same header again further down, as printing leaves it, with what stands above it. */
  repeatHeader(header: Header, above: readonly GridRow[]): void {
    this.headerRows.push(...header.rows.map(({ number }) => number));
    this.count.header += header.rows.length;
    this.count.title += above.length;
    this.isClosing = false;
  }

  /** Whether lines above a repeated header only say that the list goes on: the same title, （续）, 第 2 页. */
  isContinuedBy(above: readonly GridRow[]): boolean {
    const plain = (text: string) =>
      foldText(text.replace(/[（(]?续表?[)）]?|[（(][^()（）]*\d+[^()（）]*[)）]/gu, ''));
    const titles = this.titles.map(({ text }) => plain(text));
    return above.every((row) => {
      const { text } = firstLine(row);
      return (
        row.filled.length === 1 && (/^[（(]?(?:续|第\s*\d+\s*页)/u.test(text) || titles.includes(plain(text)))
      );
    });
  }

  /** No row below the header yet: perhaps it was no header. */
  get isBare(): boolean {
    return this.rows.length === 0 && this.sections.length === 1 && this.notes.length === 0;
  }

  /** A lone text under the header of the items, no wider than it, may be an item. */
  mayBeItem(row: GridRow): boolean {
    const first = row.filled[0] ?? 1;
    return first === this.body.key && [first, this.body.keySpanEnd].includes(row.spanEnd(first));
  }

  addUnclear(row: GridRow): void {
    this.unclear.push(firstLine(row));
    this.count.unclear++;
  }

  /** A row below the header, with its neighbours. */
  addBody(row: GridRow, before: GridRow | undefined, after: GridRow | undefined): void {
    const isFirst = this.rows.length === 0 && this.sections.length === 1;
    const role = bodyRole(
      row,
      this.body,
      { before, after, isFirst, isClosing: this.isClosing },
      this.lexicon,
    );
    if (role === 'unclear') {
      this.addUnclear(row);
      return;
    }
    this.count[role]++;
    if (role === 'data') {
      const { number, cells, repeated, hidden } = row;
      this.rows.push({ row: number, cells, repeated, section: this.sections.length - 1, list: null, hidden });
    } else if (role === 'band') this.openSection(firstLine(row));
    else if (role === 'subtotal') this.subtotals.push(firstLine(row));
    else this.addNote(row);
  }

  private addNote(row: GridRow): void {
    this.notes.push(...linesOf(row));
    if (this.rows.length > 0 && !isPageMark(firstLine(row).text)) this.isClosing = true;
  }

  private openSection(band: Line): void {
    const list = this.lexicon.listHeading(band.text);
    this.sections.push({ band, list, category: list === null ? bandCategory(band.text) : null });
  }

  toTable(file: string, sheet: Sheet): Table {
    const { header, titles, metas, headerRows, sections, notes, subtotals, unclear } = this;
    return {
      file,
      sheet: sheet.name,
      sheetHidden: sheet.hidden,
      kind: header.kind?.id ?? null,
      confidence: header.confidence,
      ...announce({ file, sheet: sheet.name, titles, header }, this.rows, this.lexicon),
      columns: header.columns.map((column) => ({
        ...column,
        hidden: sheet.hiddenColumns.includes(column.column),
      })),
      titles,
      metas,
      headerRows,
      sections,
      notes,
      subtotals,
      unclear,
    };
  }
}

/** 附件2 | 社区依法协助政府工作事项清单: a title in two cells. */
export function isTitle(row: GridRow, lexicon: Lexicon): boolean {
  return linesOf(row).some(({ text }) => lexicon.listIn(text) !== null && text.length > LONGEST_LABEL);
}

/** A header label is shorter than any title. */
const LONGEST_LABEL = 8;

export function firstLine(row: GridRow): Line {
  const column = row.filled[0] ?? 1;
  return { row: row.number, column, text: cellText(row.cells[column - 1]).trim() };
}

function linesOf(row: GridRow): Line[] {
  return row.filled.map((column) => ({
    row: row.number,
    column,
    text: cellText(row.cells[column - 1]).trim(),
  }));
}
