/** What an .xls says of itself, record by record ([MS-XLS] 2.4 names the records). */
export interface BiffFacts {
  /** Cells that hold something; `null` where the records cannot be followed. */
  readonly cells: number | null;
  /** Whether text is in the code page of one country, as before Excel 97. */
  readonly hasCodePage: boolean;
}

const RECORD_HEAD_BYTES = 4;
const BOF = 0x0809;
/** How the streams of Excel 2, 3 and 4 begin. */
const OLD_BOFS: readonly number[] = [0x0009, 0x0209, 0x0409];
const EOF = 0x000a;
const BOUND_SHEET = 0x0085;
const MUL_RK = 0x00bd;
const BIFF8 = 0x0600;
/** Kinds of sheet in a `BOUNDSHEET` that hold cells: worksheets and the macro sheets of old. */
const CELL_SHEETS: readonly (number | undefined)[] = [0, 1];
/** One cell with content each. Blank cells have records of their own. */
const CELL_RECORDS: ReadonlySet<number> = new Set([
  0x0006, // FORMULA
  0x00d6, // RSTRING
  0x00fd, // LABELSST
  0x0203, // NUMBER
  0x0204, // LABEL
  0x0205, // BOOLERR
  0x027e, // RK
]);

/** The same before Excel 5. */
const OLD_CELL_RECORDS: ReadonlySet<number> = new Set([
  0x0002, // INTEGER
  0x0003, // NUMBER of Excel 2
  0x0004, // LABEL of Excel 2
  0x0005, // BOOLERR of Excel 2
  0x0006, // FORMULA of Excel 2
  0x0203, // NUMBER
  0x0204, // LABEL
  0x0205, // BOOLERR
  0x0206, // FORMULA of Excel 3
  0x0406, // FORMULA of Excel 4
  0x027e, // RK
]);

/** Reads the Workbook stream of an .xls. The sheets lie where its list of sheets says, wherever that is. */
export function biffFacts(stream: Buffer): BiffFacts {
  if (stream.length >= RECORD_HEAD_BYTES && OLD_BOFS.includes(stream.readUInt16LE(0)))
    return { cells: cellsOfOld(stream), hasCodePage: true };
  const hasCodePage = stream.length >= 6 && stream.readUInt16LE(0) === BOF && stream.readUInt16LE(4) < BIFF8;
  let cells = 0;
  for (const [type, at, length] of recordsFrom(stream, 0)) {
    if (type !== BOUND_SHEET || length < 6) continue;
    if (!CELL_SHEETS.includes(stream[at + 5])) continue;
    const count = cellsOfSheet(stream, stream.readUInt32LE(at));
    if (count === null) return { cells: null, hasCodePage };
    cells += count;
  }
  return { cells, hasCodePage };
}

/** `null` when there is no sheet at the place. A chart inside the sheet is a part within the part, with cells of its own. */
function cellsOfSheet(stream: Buffer, start: number): number | null {
  let cells = 0;
  let isOpen = false;
  for (const [type, at, length, depth] of recordsFrom(stream, start)) {
    if (!isOpen && type !== BOF) return null;
    isOpen = true;
    if (depth > 1) continue;
    if (type === MUL_RK && length >= 6) cells += mulCells(stream, at, length);
    else if (CELL_RECORDS.has(type)) cells++;
  }
  return isOpen ? cells : null;
}

/** One sheet, or in Excel 4 sheets one behind the other. */
function cellsOfOld(stream: Buffer): number {
  let cells = 0;
  let at = 0;
  while (at + RECORD_HEAD_BYTES <= stream.length) {
    if (OLD_CELL_RECORDS.has(stream.readUInt16LE(at))) cells++;
    at += RECORD_HEAD_BYTES + stream.readUInt16LE(at + 2);
  }
  return cells;
}

/** First column, six bytes a cell, last column. */
function mulCells(stream: Buffer, at: number, length: number): number {
  return Math.max(0, stream.readUInt16LE(at + length - 2) - stream.readUInt16LE(at + 2) + 1);
}

/** Type, place and length of each record's content, and how many parts it lies within, to the end of the part. */
function* recordsFrom(stream: Buffer, start: number): Generator<[number, number, number, number]> {
  let depth = 0;
  for (let at = start; at + RECORD_HEAD_BYTES <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    at += RECORD_HEAD_BYTES;
    if (at + length > stream.length) return;
    if (type === BOF) depth++;
    yield [type, at, length, depth];
    if (type === EOF && --depth <= 0) return;
    at += length;
  }
}
