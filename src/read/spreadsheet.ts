import type { CellObject, WorkSheet } from 'xlsx';
import { read, SSF } from 'xlsx';
import type { CellValue, FileFormat, Row, Sheet, Workbook } from '../model/workbook.ts';
import type { HiddenParts } from './ods-hidden.ts';
import { serialToIso } from './serial-date.ts';
import { UnreadableError } from './unreadable.ts';

/**
 * `WTF` makes the library throw instead of returning a workbook with sheets missing; `nodim` keeps it
 * from believing the declared dimension; `sheetStubs` keeps formulas that have no stored result;
 * `cellStyles` is what brings hidden rows and columns.
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
  WTF: true,
} as const;

/** Reads .xls, .ods, XML 2003 and unusual .xlsx with the library; `hidden` tells what it does not, by sheet. */
export function readSpreadsheet(
  bytes: Buffer,
  format: FileFormat,
  hidden: readonly HiddenParts[] = [],
): Workbook {
  const book = parse(bytes);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  if (book.SheetNames.length === 0) throw new UnreadableError('damaged', { part: 'workbook' });
  const sheets = book.SheetNames.map((name, index): Sheet => {
    const sheet = book.Sheets[name];
    if (sheet === undefined) throw new UnreadableError('damaged', { part: name });
    return toSheet(name, sheet, {
      hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      parts: hidden[index] ?? NOTHING_HIDDEN,
      date1904,
    });
  });
  return { format, encoding: null, countedCells: null, sheets };
}

function parse(bytes: Buffer) {
  const { error: log } = console;
  // The library talks on standard error about number formats; what matters is told by findings.
  console.error = () => {};
  try {
    return read(bytes, OPTIONS);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(text)) throw new UnreadableError('encrypted');
    throw new UnreadableError('damaged', { part: text.slice(0, 200) });
  } finally {
    console.error = log;
  }
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
        yield {
          number: index + 1,
          cells: Array.from(cells, (cell) => toValue(cell, facts.date1904)),
          hidden: rowFacts[index]?.hidden === true || isWithin(facts.parts.rows, index + 1),
        };
      }
    },
  };
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
  const format = cell.z === undefined ? '' : String(cell.z);
  if (format === '' || format === 'General' || !SSF.is_date(format)) return value;
  const iso = serialToIso(value, date1904);
  return iso === null ? value : { kind: 'date', iso, format };
}
