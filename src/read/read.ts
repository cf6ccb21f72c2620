import type { Handover, Workbook } from '../model/workbook.ts';
import type { EncodingId } from './encodings.ts';
import type { LibraryFile } from './library-input.ts';
import { DEFAULT_LIMITS, type Limits, overLimit } from './limits.ts';
import { type Sniffed, sniff } from './sniff.ts';
import type { ZipEntry } from './zip.ts';

/** One submission to be read. `name` only names the sheet of a CSV. */
export interface Submission {
  readonly bytes: Buffer;
  readonly name: string;
  readonly limits: Limits;
  /** What the person says a text file is encoded in. */
  readonly encoding: EncodingId | null;
}

/**
 * What our own readers take on in this process, in bytes of text or of inflated parts. They pass over their bytes once,
 * so that a file cannot keep them long; a large workbook might fill the memory that all files share. A text of any
 * size that is let in by default is read here: handing it over takes longer than reading it (decision 0050).
 */
const SMALL_TEXT = 64 * 1_048_576;
const SMALL_PARTS = 33_554_432;

/**
 * Bytes of a submission → Workbook. The format is told by content.
 * Throws `UnreadableError` with the reason when the bytes are not a readable table.
 */
export async function readWorkbook(
  bytes: Buffer,
  name: string,
  limits: Limits = DEFAULT_LIMITS,
  encoding: EncodingId | null = null,
): Promise<Workbook> {
  return await beginReading({ bytes, name, limits, encoding })();
}

/**
 * Begins at once with what is read in a process of its own; what is read here waits until it is asked for.
 * To be asked once. Throws `UnreadableError` for what is no table at all.
 */
export function beginReading(submission: Submission): () => Promise<Workbook> {
  const sniffed = sniffedIn(submission);
  if (isReadHere(sniffed, submission)) {
    return async () => {
      const own = await readOwn(sniffed, submission);
      return isWorkbook(own) ? own : await readElsewhere(submission);
    };
  }
  const reading = readElsewhere(submission);
  // Whoever asks is told of a failure; until then it is nobody's.
  reading.catch(() => {});
  return () => reading;
}

/** Reads in this process, whatever it takes: what the process of its own does. */
export async function readHere(submission: Submission): Promise<Workbook> {
  const sniffed = sniffedIn(submission);
  const own = await readOwn(sniffed, submission);
  if (isWorkbook(own)) return own;
  const { readSpreadsheet } = await import('./spreadsheet.ts');
  const workbook = await readSpreadsheet(submission.bytes, sniffed as LibraryFile, submission.limits);
  return own === null ? workbook : { ...workbook, handover: own };
}

function isWorkbook(own: Workbook | Handover | null): own is Workbook {
  return own !== null && 'sheets' in own;
}

function sniffedIn({ bytes, limits }: Submission): Sniffed {
  if (bytes.length > limits.file) throw overLimit(limits, 'file', bytes.length);
  return sniff(bytes, limits);
}

function isReadHere(sniffed: Sniffed, { bytes }: Submission): boolean {
  if (sniffed.format === 'text') return bytes.length <= SMALL_TEXT;
  return sniffed.format === 'xlsx' && sizeOfParts(sniffed.entries) <= SMALL_PARTS;
}

function sizeOfParts(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, { name, size }) => (/\.(?:xml|rels|bin)$/i.test(name) ? sum + size : sum), 0);
}

/** By a reader of our own; for what is the library's `null`, or why ours would not. Readers are loaded when first needed. */
async function readOwn(
  sniffed: Sniffed,
  { bytes, name, limits, encoding }: Submission,
): Promise<Workbook | Handover | null> {
  if (sniffed.format === 'text') {
    const { readCsv } = await import('./csv.ts');
    return readCsv(bytes, name.replace(/\.[^.]*$/, ''), { limits, encoding });
  }
  if (sniffed.format !== 'xlsx') return null;
  const { readXlsx } = await import('./xlsx/xlsx.ts');
  return await readXlsx(bytes, sniffed.entries, limits);
}

async function readElsewhere(submission: Submission): Promise<Workbook> {
  const { readIsolated } = await import('./isolated/pool.ts');
  return await readIsolated(submission);
}
