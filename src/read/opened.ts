import { createHash } from 'node:crypto';
import type { Workbook } from '../model/workbook.ts';
import type { InputFile } from './inputs.ts';
import { type Limits, overLimit } from './limits.ts';
import { beginReading, type Submission } from './read.ts';
import { UnreadableError } from './unreadable.ts';

/** A file whose bytes were taken. `bytes` and `sha256` are 0 and `null` when it could not be opened. */
export interface OpenedFile {
  readonly bytes: number;
  readonly sha256: string | null;
  /** To be asked once. Throws `UnreadableError`. */
  readonly workbook: () => Promise<Workbook>;
}

/** How the files of a run are to be read. */
export type Reading = Pick<Submission, 'limits' | 'encoding'>;

/** Whether a file's content is known well enough that its reading can wait until it is asked for. */
export type IsKnown = (path: string, sha256: string) => boolean;

/** Files begun before their turn: enough to keep every reader busy, few enough to be held at once. */
const AHEAD = 6;

/**
 * Opens files one after another and begins the next ones early, so that processes of their own read while this one
 * checks. The order is that of `files`, whoever is done first. A file that is passed over is `null`.
 */
export async function* openAhead(
  files: readonly InputFile[],
  reading: Reading,
  isKnown?: IsKnown,
): AsyncGenerator<readonly [InputFile, OpenedFile | null]> {
  const begun: Promise<OpenedFile | null>[] = [];
  for (const [index, file] of files.entries()) {
    while (begun.length < AHEAD && index + begun.length < files.length) {
      const next = files[index + begun.length] as InputFile;
      begun.push(next.skipped === null ? openFile(next, reading, isKnown) : Promise.resolve(null));
    }
    yield [file, (await begun.shift()) ?? null];
  }
}

/** Never throws: what is wrong with the file is thrown when its workbook is asked for. */
export async function openFile(file: InputFile, reading: Reading, isKnown?: IsKnown): Promise<OpenedFile> {
  let taken = { bytes: 0, sha256: null as string | null };
  try {
    const bytes = await bytesOf(file, reading.limits);
    taken = { bytes: bytes.length, sha256: sha256Of(bytes) };
    if (isKnown?.(file.path, taken.sha256 ?? '')) {
      return { ...taken, workbook: async () => await (await openFile(file, reading)).workbook() };
    }
    return { ...taken, workbook: beginReading({ bytes, name: nameOf(file), ...reading }) };
  } catch (error) {
    return { ...taken, workbook: () => Promise.reject(error) };
  }
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function nameOf(file: InputFile): string {
  return file.path.split('/').at(-1) ?? file.path;
}

async function bytesOf(file: InputFile, limits: Limits): Promise<Buffer> {
  try {
    const bytes = await file.bytes();
    if (bytes.length <= limits.file) return bytes;
    throw overLimit(limits, 'file', bytes.length);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError('no-access', { code: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}
