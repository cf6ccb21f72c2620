import type { Handover, Row, Sheet, Workbook } from '../../model/workbook.ts';
import { type Limits, overLimit } from '../limits.ts';
import { UnreadableError } from '../unreadable.ts';
import { partKey, type ZipEntry, zipContent } from '../zip.ts';
import { type Book, type BookSheet, readBook, readTargets, workbookPart } from './book.ts';
import type { CellContext } from './cell.ts';
import { CellCount } from './guard.ts';
import { LARGE, type PieceReader, readPieces } from './pieces.ts';
import { SheetScanner } from './sheet.ts';
import { ReadyStrings, type StringTable } from './string-table.ts';
import { readStrings, StringScanner } from './strings.ts';
import { readStyles } from './styles.ts';
import type { PartPlace } from './tags.ts';
import { asUtf8 } from './text.ts';
import { Broken, refusalOf, Unfamiliar } from './unfamiliar.ts';

const PACKAGE_RELATIONS = '_rels/.rels';
const WORKBOOK_FOLDER = 'xl/';
const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const BINARY = 'xl/workbook.bin';
const GREATER = 0x3e;

/** Receives a workbook sheet by sheet and row by row; nothing that was given away is kept. */
export interface WorkbookVisitor {
  /** A sheet begins; its hidden columns are known. */
  begin(sheet: Pick<Sheet, 'name' | 'hidden' | 'hiddenColumns'>): void;
  row(row: Row): void;
  /** It ends: merges stand behind the rows. `countedCells` were counted another way than the rows were read. */
  end(facts: Pick<Sheet, 'merges'> & { readonly countedCells: number }): void;
  /** Waited for between pieces of a large sheet. */
  pause?(): Promise<void> | undefined;
}

/**
 * Reads an .xlsx straight from its parts. Large parts are read in pieces, so that memory holds the file, its
 * shared strings and what the visitor keeps. Returns why the library has to read the file instead, or `null`;
 * in that case, and when it throws, nothing that the visitor was given holds. Throws `UnreadableError`: every
 * part looked at has passed its CRC and its limits.
 */
export async function streamXlsx(
  bytes: Buffer,
  entries: readonly ZipEntry[],
  limits: Limits,
  visitor: WorkbookVisitor,
): Promise<Handover | null> {
  if (entries.some(({ name }) => partKey(name) === BINARY)) return { part: BINARY, why: 'binary' };
  const parts = new Parts(bytes, entries, limits);
  try {
    await readBookInto(parts, visitor);
    return null;
  } catch (error) {
    return outcomeOf(error, parts.current);
  }
}

/** What the reader found out about a part, as the rest of the program knows it. */
function outcomeOf(error: unknown, part: string): Handover {
  if (error instanceof Unfamiliar) return { part, why: error.why };
  throw refusalOf(error, part) ?? error;
}

/** The parts of one file; remembers which one is read and how much was inflated so far. */
class Parts {
  current = WORKBOOK;
  private readonly byName: ReadonlyMap<string, ZipEntry>;
  private total = 0;

  constructor(
    readonly bytes: Buffer,
    entries: readonly ZipEntry[],
    readonly limits: Limits,
  ) {
    this.byName = new Map(entries.map((entry) => [partKey(entry.name), entry]));
  }

  has(name: string): boolean {
    return this.byName.has(partKey(name));
  }

  get place() {
    return { part: this.current, limits: this.limits };
  }

  entry(name: string): ZipEntry {
    this.current = name;
    const entry = this.byName.get(partKey(name));
    if (entry === undefined) throw new Broken();
    if (entry.size > this.limits.part) throw overLimit(this.limits, 'part', entry.size, name);
    this.total += entry.size;
    if (this.total > this.limits.total) throw overLimit(this.limits, 'total', this.total);
    return entry;
  }

  /** Refuses parts that are too large, alone or together, before the first of them is read. */
  assertSizes(names: readonly string[]): void {
    const { limits } = this;
    let { total } = this;
    for (const name of names) {
      const size = this.byName.get(partKey(name))?.size ?? 0;
      if (size > limits.part) throw overLimit(limits, 'part', size, name);
      total += size;
    }
    if (total > limits.total) throw overLimit(limits, 'total', total);
  }

  isLarge(name: string): boolean {
    return (this.byName.get(partKey(name))?.size ?? 0) >= LARGE;
  }

  content(name: string): Buffer {
    return asUtf8(zipContent(this.bytes, this.entry(name), this.limits));
  }
}

/** A workbook of another name, or one without relations, is the library's to find. */
function assertUsual(parts: Parts): void {
  const isNamed = !parts.has(WORKBOOK) && parts.has(PACKAGE_RELATIONS);
  const other = isNamed ? workbookPart(parts.content(PACKAGE_RELATIONS), parts.place) : null;
  parts.current = WORKBOOK;
  if (other !== null && parts.has(other)) throw new Unfamiliar('part');
  if (!parts.has(WORKBOOK)) throw new Broken();
  parts.current = RELATIONS;
  if (!parts.has(RELATIONS)) throw new Unfamiliar('part');
}

async function readBookInto(parts: Parts, visitor: WorkbookVisitor): Promise<void> {
  assertUsual(parts);
  const targets = readTargets(parts.content(RELATIONS), WORKBOOK_FOLDER, parts.place);
  const book = readBook(parts.content(WORKBOOK), targets, parts.place);
  assertNames(book.sheets);
  assertApart(book.sheets);
  const read = [book.strings, book.styles, ...book.sheets.map(({ part }) => part)];
  parts.assertSizes(read.filter((part) => part !== null));
  const context = await contextOf(parts, book);
  for (const { name, hidden, part } of book.sheets) {
    if (part === null) {
      visitor.begin({ name, hidden, hiddenColumns: [] });
      visitor.end({ merges: [], countedCells: 0 });
    } else
      await readSheet(parts, part, context, visitor, (columns) =>
        visitor.begin({ name, hidden, hiddenColumns: columns }),
      );
  }
}

/** Two sheets of one name cannot be told apart in a report, and programs differ in which one they show. */
function assertNames(sheets: readonly BookSheet[]): void {
  const seen = new Set<string>();
  for (const { name } of sheets) {
    if (seen.has(name)) throw new UnreadableError('sheets-of-one-name', { sheet: name });
    seen.add(name);
  }
}

/** Cells that two sheets share would be counted twice. */
function assertApart(sheets: readonly BookSheet[]): void {
  const parts = sheets.map(({ part }) => part).filter((part) => part !== null);
  if (new Set(parts.map(partKey)).size < parts.length) throw new Broken();
}

async function contextOf(parts: Parts, { strings, styles, date1904 }: Book): Promise<CellContext> {
  const table = await stringsOf(parts, strings);
  const lostStrings = strings === null || parts.has(strings) ? null : strings;
  return { strings: table, lostStrings, ...stylesOf(parts, styles), date1904 };
}

/** Styles that are not in the file are missed where a number might be a date, and nowhere else. */
function stylesOf(parts: Parts, name: string | null): Pick<CellContext, 'dateStyles' | 'numberStyles'> {
  if (name === null) return { dateStyles: null, numberStyles: null };
  if (!parts.has(name)) return { dateStyles: [], numberStyles: null };
  const { dates, numbers } = readStyles(parts.content(name), parts.place);
  return { dateStyles: dates, numberStyles: numbers.some((format) => format !== null) ? numbers : null };
}

async function stringsOf(parts: Parts, name: string | null): Promise<StringTable> {
  if (name === null || !parts.has(name)) return new ReadyStrings(parts.place);
  if (!parts.isLarge(name)) return readStrings(parts.content(name), parts.place);
  const entry = parts.entry(name);
  const scanner = new StringScanner(parts.place);
  await readPieces(parts.bytes, entry, parts.limits, scanner);
  return scanner.table;
}

async function readSheet(
  parts: Parts,
  part: string,
  context: CellContext,
  visitor: WorkbookVisitor,
  begin: (columns: readonly number[]) => void,
): Promise<void> {
  if (!parts.isLarge(part)) {
    const content = parts.content(part);
    const reader = new SheetReader(context, parts.place, visitor, begin);
    reader.push(content, 0, content.length, true);
    reader.end();
    return;
  }
  const entry = parts.entry(part);
  const reader = new SheetReader(context, parts.place, visitor, begin);
  await readPieces(parts.bytes, entry, parts.limits, reader);
  reader.end();
}

/** The scanner of a sheet with the count beside it. */
class SheetReader implements PieceReader {
  private readonly count = new CellCount();
  private readonly scanner: SheetScanner;
  /** How far the count is ahead of the scanner, which leaves a cell that is cut off. */
  private ahead = 0;

  constructor(
    context: CellContext,
    place: PartPlace,
    private readonly visitor: WorkbookVisitor,
    begin: (columns: readonly number[]) => void,
  ) {
    this.scanner = new SheetScanner(context, place, { columns: begin, row: (row) => visitor.row(row) });
  }

  push(bytes: Buffer, from: number, to: number, isLast: boolean): number {
    const used = this.scanner.push(bytes, from, to, isLast);
    const start = from + this.ahead;
    const end = isLast ? to : Math.max(start, bytes.lastIndexOf(GREATER, to - 1) + 1);
    this.count.count(bytes, start, end, this.scanner.prefix.length);
    this.ahead = end - used;
    return used;
  }

  pause(): Promise<void> | undefined {
    return this.visitor.pause?.();
  }

  end(): void {
    this.visitor.end({ merges: this.scanner.merges, countedCells: this.count.cells });
  }
}

/** Reads an .xlsx whole, or tells why the library has to. */
export async function readXlsx(
  bytes: Buffer,
  entries: readonly ZipEntry[],
  limits: Limits,
): Promise<Workbook | Handover> {
  const sheets: Sheet[] = [];
  let countedCells = 0;
  let head: Pick<Sheet, 'name' | 'hidden' | 'hiddenColumns'> = { name: '', hidden: false, hiddenColumns: [] };
  let rows: Row[] = [];
  const handover = await streamXlsx(bytes, entries, limits, {
    begin(sheet) {
      head = sheet;
      rows = [];
    },
    row: (row) => rows.push(row),
    end(facts) {
      countedCells += facts.countedCells;
      const own = rows;
      sheets.push({ ...head, merges: facts.merges, rows: () => own });
    },
  });
  return handover ?? { format: 'xlsx', encoding: null, countedCells, sheets };
}
