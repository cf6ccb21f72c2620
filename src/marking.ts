import { createHash } from 'node:crypto';
import { RESULT_SHEET } from './model/result-sheet.ts';
import type { Sheet, Workbook } from './model/workbook.ts';
import type { InputFile } from './read/inputs.ts';
import type { Limits } from './read/limits.ts';
import type { Reading } from './read/opened.ts';
import { readWorkbook } from './read/read.ts';
import { UnreadableError } from './read/unreadable.ts';
import { type Cleared, clearMarks } from './write/marks/clear.ts';
import type { MarkRefusal, Marks } from './write/marks/mark.ts';
import { markXlsx } from './write/marks/mark-xlsx.ts';
import { UnsureError } from './write/marks/parts.ts';
import { toPlainBook } from './write/plain-book.ts';
import { sheetNames } from './write/sheet-names.ts';

/** Why there is no marked copy of a file. */
export type Unmarked = 'unreadable' | 'changed' | 'unfamiliar' | MarkRefusal;

/** A marked copy; `isRewritten` where the file is no .xlsx, so that its cells stand in a new one. */
export interface MarkedCopy {
  readonly bytes: Buffer;
  readonly isRewritten: boolean;
}

/**
 * A copy of a file with marks on its cells and a first sheet that lists them. `sha256` is that of the bytes that were
 * checked: of a file that has changed since, there is no copy. Every copy is read again and held against the file, cell
 * by cell, before it is given away.
 */
export async function markFile(
  file: InputFile,
  sha256: string,
  marks: Marks,
  { limits, encoding }: Reading,
): Promise<MarkedCopy | Unmarked> {
  const name = file.path.split('/').at(-1) ?? file.path;
  const read = (bytes: Buffer) => readWorkbook(bytes, name, limits, encoding);
  try {
    const bytes = await file.bytes();
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return 'changed';
    const workbook = await read(bytes);
    const isRewritten = workbook.format !== 'xlsx' || workbook.handover?.why === 'binary';
    if (!isRewritten && workbook.handover !== undefined) return 'unfamiliar';
    const base = isRewritten ? await toPlainBook(workbook) : bytes;
    const made = markXlsx(base, isRewritten ? underNewNames(marks, workbook) : marks);
    if (typeof made === 'string') return made;
    const expected = isRewritten ? await read(base) : workbook;
    const again = await read(made);
    const isFirst = RESULT_SHEET.test(again.sheets[0]?.name ?? '');
    return isFirst && hasSameCells(expected, again) ? { bytes: made, isRewritten } : 'structure';
  } catch (error) {
    if (error instanceof UnreadableError) return 'unreadable';
    throw error;
  }
}

/** The file without marks; `noXlsx` for what can have none, `unsure` for what is not known for certain. */
export async function unmarkFile(file: InputFile, limits: Limits): Promise<Cleared | 'noXlsx' | 'unsure'> {
  const name = file.path.split('/').at(-1) ?? file.path;
  try {
    const bytes = await file.bytes();
    const workbook = await readWorkbook(bytes, name, limits);
    if (workbook.format !== 'xlsx' || workbook.handover?.why === 'binary') return 'noXlsx';
    const cleared = clearMarks(bytes);
    if (cleared.how === 'none') return cleared;
    const left = await readWorkbook(cleared.bytes, name, limits);
    return hasSameCells(workbook, left) ? cleared : 'unsure';
  } catch (error) {
    if (error instanceof UnsureError) return 'unsure';
    if (error instanceof UnreadableError) return 'noXlsx';
    throw error;
  }
}

/** A text has the name of its file for its sheet, which may be none that an .xlsx can have. */
function underNewNames(marks: Marks, { sheets }: Workbook): Marks {
  const names = sheetNames(sheets.map(({ name }) => name));
  const nameOf = (old: string) => names[sheets.findIndex(({ name }) => name === old)] ?? old;
  const rows = marks.sheet.rows.map((row) => ({
    ...row,
    sheet: row.sheet === null ? null : nameOf(row.sheet),
  }));
  return {
    cells: new Map([...marks.cells].map(([sheet, cells]) => [nameOf(sheet), cells])),
    sheet: { ...marks.sheet, rows },
  };
}

/** All but the sheets of results, as they were and in their order. */
function hasSameCells(before: Workbook, after: Workbook): boolean {
  const [old, made] = [before, after].map(({ sheets }) =>
    sheets.filter(({ name }) => !RESULT_SHEET.test(name)),
  );
  if (old === undefined || made === undefined || old.length !== made.length) return false;
  return old.every((sheet, index) => made[index] !== undefined && isSame(sheet, made[index]));
}

function isSame(sheet: Sheet, other: Sheet): boolean {
  const factsOf = ({ name, hidden, merges, hiddenColumns }: Sheet) =>
    JSON.stringify([name, hidden, merges, hiddenColumns]);
  if (factsOf(sheet) !== factsOf(other)) return false;
  const rest = other.rows()[Symbol.iterator]();
  for (const row of sheet.rows()) if (JSON.stringify(row) !== JSON.stringify(rest.next().value)) return false;
  return rest.next().done === true;
}
