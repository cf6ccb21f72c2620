import type { CellValue, Workbook } from '../../src/model/workbook.ts';
import { readCsv } from '../../src/read/csv.ts';
import { DEFAULT_LIMITS } from '../../src/read/limits.ts';
import { readHere, readWorkbook } from '../../src/read/read.ts';
import { sniff } from '../../src/read/sniff.ts';
import { UnreadableError } from '../../src/read/unreadable.ts';
import { readXlsx } from '../../src/read/xlsx/xlsx.ts';
import { readRecords } from '../../src/records/records.ts';
import { findTables } from '../../src/tables/tables.ts';
import { policyOf } from '../support/policy.ts';

const policy = await policyOf('base');

/** Cells with content by `sheet!row:column`; values as text, so that readers can be held against each other. */
export type Cells = ReadonlyMap<string, string>;

/** What became of one input. Anything else that a reader throws is a fault. */
export type Reading =
  | { readonly state: 'read'; readonly workbook: Workbook; readonly cells: Cells }
  /** Read, and the program itself says that cells are missing (`cells-lost`). */
  | { readonly state: 'told' }
  /** Not for a reader of ours: the library has it in a process of its own. */
  | { readonly state: 'handed' }
  | { readonly state: 'refused' };

/** By the readers of our own, in this process. */
export function readingHere(bytes: Buffer): Promise<Reading> {
  return readingBy(async () => {
    const sniffed = sniff(bytes, DEFAULT_LIMITS);
    if (sniffed.format === 'text') return readCsv(bytes, '清单', { limits: DEFAULT_LIMITS });
    if (sniffed.format !== 'xlsx') return null;
    const own = await readXlsx(bytes, sniffed.entries, DEFAULT_LIMITS);
    return 'sheets' in own ? own : null;
  });
}

/** By the library in this process: many times as fast as apart. What never ends is seen by whoever watches this process. */
export function readingByLibrary(bytes: Buffer): Promise<Reading> {
  return readingBy(() => readHere({ bytes, name: '清单', limits: DEFAULT_LIMITS, encoding: null }));
}

/** As the program reads it, by the library in a process of its own where it has to be. */
export function readingApart(bytes: Buffer, name: string): Promise<Reading> {
  return readingBy(() => readWorkbook(bytes, name));
}

async function readingBy(read: () => Promise<Workbook | null>): Promise<Reading> {
  try {
    const workbook = await read();
    if (workbook === null) return { state: 'handed' };
    const tables = findTables('清单', workbook, policy.vocabulary);
    readRecords(tables);
    const delivered = tables.ledgers.reduce((sum, { cells }) => sum + cells, 0);
    const isTold = workbook.countedCells !== null && delivered < workbook.countedCells;
    return isTold ? { state: 'told' } : { state: 'read', workbook, cells: cellsOf(workbook) };
  } catch (error) {
    if (error instanceof UnreadableError) return { state: 'refused' };
    throw error;
  }
}

function cellsOf(workbook: Workbook): Cells {
  const cells = new Map<string, string>();
  for (const [index, sheet] of workbook.sheets.entries()) {
    for (const { number, cells: row } of sheet.rows()) {
      for (const [column, value] of row.entries()) {
        if (value !== undefined) cells.set(`${index}!${number}:${column}`, textOf(value));
      }
    }
  }
  return cells;
}

function textOf(value: CellValue): string {
  if (typeof value !== 'object') return String(value);
  if (value.kind === 'date') return value.iso;
  return value.kind === 'error' ? value.code : value.formula;
}

/** Throws with the first difference; what an independent reader sees must be there, and nothing else. */
export function expectSame(found: Cells, expected: Cells): void {
  for (const [at, value] of expected) {
    if (found.get(at) !== value) {
      throw new Error(`${at}: expected ${JSON.stringify(value)}, read ${JSON.stringify(found.get(at))}`);
    }
  }
  for (const [at, value] of found) {
    if (!expected.has(at)) throw new Error(`${at}: read ${JSON.stringify(value)}, expected nothing`);
  }
}
