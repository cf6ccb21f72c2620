import type { Line, Table } from '../model/table.ts';
import { foldText } from '../model/text.ts';
import type { Sheet } from '../model/workbook.ts';
import type { RowAccount } from './account.ts';
import { announce } from './announce.ts';
import { readBody } from './body.ts';
import type { BodyColumns } from './classify.ts';
import { firstLine, type GridRow, linesOf } from './grid.ts';
import { type Header, isSignature } from './header.ts';
import type { Lexicon } from './lexicon.ts';

/** A header that was found, with the rows around it, before anything is made of them. */
export class TableDraft {
  /** The same header again further down, as printing leaves it, with what stands above it. */
  private readonly repeats: { readonly header: Header; readonly above: readonly GridRow[] }[] = [];
  /** Rows below the header, one part for each time it stands there. */
  private readonly pages: GridRow[][] = [[]];
  private readonly left: GridRow[] = [];
  private readonly columns: BodyColumns;

  constructor(
    readonly header: Header,
    /** Rows above the header, which go to the next table if this proves to be none. */
    readonly above: readonly GridRow[],
    /** Rows that fill in a form above the header: 街道 | 东街街道 | 社区 | 某社区. */
    private readonly form: readonly GridRow[],
  ) {
    const columnOf = (field: string) =>
      header.columns.find((column) => column.field === field)?.column ?? null;
    const key = header.kind?.key.map(columnOf).find((column) => column !== null) ?? null;
    const keySpanEnd = key === null ? 0 : Math.max(...header.rows.map((row) => row.spanEnd(key)));
    const headed = new Set(header.columns.map(({ column }) => column));
    this.columns = { key, keySpanEnd, serial: columnOf('serial'), headed };
  }

  /** No row below the header yet: perhaps it was no header. */
  get isBare(): boolean {
    return this.pages.length === 1 && this.pages[0]?.length === 0;
  }

  /** A row below the header. */
  addBody(row: GridRow): void {
    this.pages.at(-1)?.push(row);
  }

  /** Rows near the table that belong to none. */
  addLeft(rows: readonly GridRow[]): void {
    this.left.push(...rows);
  }

  repeatHeader(header: Header, above: readonly GridRow[]): void {
    this.repeats.push({ header, above });
    this.pages.push([]);
  }

  /** Whether lines above a repeated header only say that the list goes on: the same title, （续）, 第 2 页. */
  isContinuedBy(above: readonly GridRow[]): boolean {
    const plain = (text: string) =>
      foldText(text.replace(/[（(]?续表?[)）]?|[（(][^()（）]*\d+[^()（）]*[)）]/gu, ''));
    const titles = this.above
      .filter((row) => row.filled.length === 1)
      .map((row) => plain(firstLine(row).text));
    return above.every((row) => {
      const { text } = firstLine(row);
      return (
        row.filled.length === 1 && (/^[（(]?(?:续|第\s*\d+\s*页)/u.test(text) || titles.includes(plain(text)))
      );
    });
  }

  /** A lone text under the header of the items, no wider than it, may be an item. */
  mayBeItem(row: GridRow): boolean {
    const first = row.filled[0] ?? 1;
    return first === this.columns.key && [first, this.columns.keySpanEnd].includes(row.spanEnd(first));
  }

  /** What is made of it. Every row is entered in the account with its role. */
  toTable(file: string, sheet: Sheet, lexicon: Lexicon, account: RowAccount): Table {
    const { header } = this;
    const lines = this.linesAbove(lexicon, account);
    const body = readBody(this.pages, this.columns, lexicon, account);
    const headerRows = [header, ...this.repeats.map((repeat) => repeat.header)].flatMap(({ rows }) => rows);
    for (const { number } of headerRows) account.add(number, 'header');
    for (const row of this.repeats.flatMap(({ above }) => above)) account.add(row.number, 'title');
    for (const row of this.left) account.add(row.number, 'unclear');
    const around = { file, sheet: sheet.name, titles: lines.titles, header };
    return {
      file,
      sheet: sheet.name,
      sheetHidden: sheet.hidden,
      kind: header.kind?.id ?? null,
      confidence: header.confidence,
      ...announce(around, body, lexicon),
      continues: null,
      columns: header.columns.map((column) => ({
        ...column,
        hidden: sheet.hiddenColumns.includes(column.column),
      })),
      titles: lines.titles,
      metas: lines.metas,
      unitLines: this.unitLines(),
      headerRows: headerRows.map(({ number }) => number),
      notes: body.notes,
      subtotals: body.subtotals,
      unclear: [...lines.unclear, ...body.unclear, ...this.left.map(firstLine)],
    };
  }

  private unitLines(): string[] {
    const rows = [...this.above, ...this.form].map((row) => linesOf(row).map(({ text }) => text));
    return rows.map((texts) => texts.join(' ')).filter((line) => UNIT_LINE.test(line));
  }

  /** The rows above the header: signature lines, titles, or something else. */
  private linesAbove(lexicon: Lexicon, account: RowAccount) {
    const lines: Record<'title' | 'meta' | 'unclear', Line[]> = { title: [], meta: [], unclear: [] };
    const rows = [...this.above, ...this.form].sort((left, right) => left.number - right.number);
    for (const row of rows) {
      const role = this.form.includes(row) || isSignature(row, lexicon) ? 'meta' : roleAbove(row, lexicon);
      lines[role].push(...(role === 'unclear' ? [firstLine(row)] : linesOf(row)));
      account.add(row.number, role);
    }
    return { titles: lines.title, metas: lines.meta, unclear: lines.unclear };
  }
}

function roleAbove(row: GridRow, lexicon: Lexicon): 'title' | 'unclear' {
  return row.filled.length === 1 || isTitle(row, lexicon) ? 'title' : 'unclear';
}

/** 附件2 | 社区依法协助政府工作事项清单: a title in two cells. */
function isTitle(row: GridRow, lexicon: Lexicon): boolean {
  const texts = linesOf(row).map(({ text }) => text);
  return [...texts, texts.join('')].some(
    (text) => lexicon.listIn(text) !== null && text.length > LONGEST_LABEL,
  );
}

const UNIT_LINE = /单位\s*[:：]/u;

/** A header label is shorter than any title. */
const LONGEST_LABEL = 8;
