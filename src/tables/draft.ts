import { cellText } from '../model/cell-text.ts';
import type { Line, RowRole, Section, Table, TableRow } from '../model/table.ts';
import type { Sheet } from '../model/workbook.ts';
import { announce } from './announce.ts';
import { type BodyColumns, bandCategory, bodyRole } from './classify.ts';
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

  constructor(
    readonly header: Header,
    private readonly lexicon: Lexicon,
    private readonly count: RowCount,
  ) {
    this.headerRows = header.rows.map(({ number }) => number);
    const columnOf = (field: string) =>
      header.columns.find((column) => column.field === field)?.column ?? null;
    const key = header.kind?.key.map(columnOf).find((column) => column !== null) ?? null;
    this.body = { key, serial: columnOf('serial'), count: header.columns.length };
  }

  /** A row above the header: signature line, title, or something else. */
  addAbove(row: GridRow): void {
    if (isSignature(row, this.lexicon)) {
      this.metas.push(...linesOf(row));
      this.count.meta++;
    } else if (row.filled.length === 1) {
      this.titles.push(firstLine(row));
      this.count.title++;
    } else {
      this.addUnclear(row);
    }
  }

  /** The same header again further down, as printing leaves it. */
  repeatHeader(header: Header): void {
    this.headerRows.push(...header.rows.map(({ number }) => number));
  }

  addUnclear(row: GridRow): void {
    this.unclear.push(firstLine(row));
    this.count.unclear++;
  }

  /** A row below the header. */
  addBody(row: GridRow): void {
    const role = bodyRole(row, this.body, this.lexicon);
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
    else this.notes.push(...linesOf(row));
  }

  private openSection(band: Line): void {
    const list = this.lexicon.listIn(band.text);
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
