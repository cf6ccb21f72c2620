import zlib from 'node:zlib';
import type { CellObject, WorkBook, WorkSheet } from 'xlsx';
import { CFB, read, SSF, set_cptable } from 'xlsx';
import type { CellValue, Row, Sheet, Workbook } from '../model/workbook.ts';
import { type LibraryFile, type LibraryInput, libraryInput } from './library-input.ts';
import { type Limits, overMemory } from './limits.ts';
import type { HiddenParts } from './ods-content.ts';
import { serialToIso } from './serial-date.ts';
import { UnreadableError } from './unreadable.ts';

// Its own inflating never returns on some damaged bytes. What it is given holds nothing to inflate; this is the second lock.
(CFB.utils as { use_zlib(module: typeof zlib): void }).use_zlib(zlib);

/** What Excel in Chinese takes text for that names no code page, as programs still write it for Excel 2 to 95. */
const CHINESE_CODE_PAGE = 936;

/**
 * `nodim` keeps the library from believing the declared dimension; `sheetStubs` keeps formulas that have no stored
 * result; `cellStyles` is what brings hidden rows and columns.
 */
const OPTIONS = {
  type: 'buffer',
  dense: true,
  cellText: false,
  cellHTML: false,
  cellFormula: true,
  cellNF: true,
  cellStyles: true,
  sheetStubs: true,
  nodim: true,
} as const;

/**
 * Reads .xls, .xlsb, .ods, XML 2003 and unusual .xlsx with the library. It may loop for ever or fill the memory, so it
 * is for a process of its own only. Throws `UnreadableError`.
 */
export async function readSpreadsheet(
  bytes: Buffer,
  sniffed: LibraryFile,
  limits: Limits,
): Promise<Workbook> {
  const input = libraryInput(bytes, sniffed, limits);
  if (input.hasCodePage) set_cptable(await import('xlsx/dist/cpexcel.full.mjs'));
  const sheets = sheetsIn(input, limits);
  return { format: sniffed.format, encoding: null, countedCells: input.countedCells, sheets };
}

/**
 * `WTF` makes the library throw instead of returning a workbook with sheets missing. It also throws for oddities of style, so where
 * the cells were counted it gets a second try without, and every cell has to be there.
 */
function sheetsIn(input: LibraryInput, limits: Limits): Sheet[] {
  try {
    return toSheets(read(input.bytes, { ...optionsFor(input), WTF: true }), input);
  } catch (error) {
    const refusal = refusalOf(error, limits);
    if (refusal.reason !== 'damaged' || input.countedCells === null) throw refusal;
    const sheets = secondTry(input);
    if (sheets === null || cellsIn(sheets) < input.countedCells) throw refusal;
    return sheets;
  }
}

function optionsFor({ hasCodePage }: LibraryInput) {
  return hasCodePage ? { ...OPTIONS, codepage: CHINESE_CODE_PAGE } : OPTIONS;
}

function secondTry(input: LibraryInput): Sheet[] | null {
  try {
    return toSheets(read(input.bytes, optionsFor(input)), input);
  } catch {
    return null;
  }
}

function refusalOf(error: unknown, limits: Limits): UnreadableError {
  if (error instanceof UnreadableError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (/password|encrypt/i.test(text)) return new UnreadableError('encrypted');
  if (/allocation failed|Invalid (?:string|array) length|longer than/i.test(text)) return overMemory(limits);
  // The library's own words are for programmers, and in English.
  return new UnreadableError('damaged', { part: 'workbook' });
}

function cellsIn(sheets: readonly Sheet[]): number {
  let cells = 0;
  for (const sheet of sheets)
    for (const row of sheet.rows()) cells += row.cells.filter((cell) => cell !== undefined).length;
  return cells;
}

/** By number, since the library keeps sheets by name and loses one of two that are called the same. */
function toSheets(book: WorkBook, input: LibraryInput): Sheet[] {
  const { SheetNames: names } = book;
  if (names.length === 0) throw new UnreadableError('damaged', { part: 'workbook' });
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new UnreadableError('sheets-of-one-name', { sheet: repeated });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return names.map((name, index) => {
    // A sheet called __proto__ is no entry of its own.
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined;
    if (sheet === undefined) throw new UnreadableError('damaged', { part: name });
    return toSheet(name, sheet, {
      hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      parts: input.hidden[index] ?? NOTHING_HIDDEN,
      date1904,
    });
  });
}

const NOTHING_HIDDEN: HiddenParts = { hidden: false, rows: [], columns: [] };

interface SheetFacts {
  readonly hidden: boolean;
  readonly parts: HiddenParts;
  readonly date1904: boolean;
}

function toSheet(name: string, sheet: WorkSheet, facts: SheetFacts): Sheet {
  const data = (sheet as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? [];
  const rowFacts = sheet['!rows'] ?? [];
  const hiddenColumns = Array.from({ length: columnCount(data) }, (_, index) => index + 1).filter(
    (column) => sheet['!cols']?.[column - 1]?.hidden === true || isWithin(facts.parts.columns, column),
  );
  return {
    name,
    hidden: facts.hidden || facts.parts.hidden,
    hiddenColumns,
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r + 1,
      left: s.c + 1,
      bottom: e.r + 1,
      right: e.c + 1,
    })),
    *rows(): Iterable<Row> {
      for (const [index, cells] of data.entries()) {
        if (cells === undefined) continue;
        const formats = formatsOf(cells);
        yield {
          number: index + 1,
          cells: Array.from(cells, (cell) => toValue(cell, facts.date1904)),
          hidden: rowFacts[index]?.hidden === true || isWithin(facts.parts.rows, index + 1),
          ...(formats === null ? {} : { formats }),
        };
      }
    },
  };
}

/** `null` where no number is shown otherwise than as it is. */
function formatsOf(cells: readonly (CellObject | undefined)[]): (string | undefined)[] | null {
  const formats = Array.from(cells, (cell) => {
    const format = cell?.t === 'n' && cell.z !== undefined ? String(cell.z) : '';
    return format === '' || /^(?:General|@)$/i.test(format) || SSF.is_date(format) ? undefined : format;
  });
  return formats.some((format) => format !== undefined) ? formats : null;
}

function columnCount(data: readonly (readonly unknown[] | undefined)[]): number {
  return data.reduce((most, cells) => Math.max(most, cells?.length ?? 0), 0);
}

function isWithin(ranges: HiddenParts['rows'], number: number): boolean {
  return ranges.some(([from, to]) => from <= number && number <= to);
}

function toValue(cell: CellObject | undefined, date1904: boolean): CellValue | undefined {
  if (cell === undefined) return undefined;
  switch (cell.t) {
    case 's':
    case 'b':
      return cell.v as string | boolean;
    case 'n':
      return numberOrDate(cell, date1904);
    case 'd':
      return { kind: 'date', iso: (cell.v as Date).toISOString().slice(0, 10), format: String(cell.z ?? '') };
    case 'e':
      return { kind: 'error', code: ERROR_CODES[cell.v as number] ?? '#ERROR' };
    default:
      return cell.f === undefined ? undefined : { kind: 'formula', formula: `=${cell.f}` };
  }
}

const ERROR_CODES: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

function numberOrDate(cell: CellObject, date1904: boolean): CellValue {
  const value = cell.v as number;
  // What claims to be a number and is none; the library keeps no word of it.
  if (!Number.isFinite(value)) return { kind: 'error', code: 'NaN' };
  const format = cell.z === undefined ? '' : String(cell.z);
  if (format === '' || format === 'General' || !SSF.is_date(format)) return value;
  const iso = serialToIso(value, date1904);
  return iso === null ? value : { kind: 'date', iso, format };
}
