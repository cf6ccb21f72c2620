import { isArchiveName, whySkipped } from './file-names.ts';
import type { InputFile } from './inputs.ts';
import { type Limits, overLimit } from './limits.ts';
import { UnreadableError } from './unreadable.ts';
import { partKey, promisedBy, type ZipEntry, zipContent, zipEntries } from './zip.ts';

/** A .zip inside a .zip is opened, one inside that is not. */
const MAX_DEPTH = 2;

/** Bytes that the entries of one archive, and of those inside it, may still promise. */
interface Budget {
  left: number;
}

/**
 * The files of a .zip of submissions, as if it were a folder; nothing is unpacked to disk. An archive that
 * is really a workbook, or that cannot be opened, is returned as the one file it is; so is one whose entries promise
 * more than the limit `total` together, to be refused when its turn comes.
 */
export function archiveFiles(file: InputFile, bytes: Buffer, limits: Limits): InputFile[] {
  return numbered(filesIn(file, bytes, limits, { left: limits.total }, 1));
}

function filesIn(file: InputFile, bytes: Buffer, limits: Limits, budget: Budget, depth: number): InputFile[] {
  const entries = entriesOf(bytes, limits);
  if (entries === null) return [{ ...file, skipped: null, bytes: async () => bytes }];
  const promised = entries.reduce((sum, entry) => sum + promisedBy(entry, limits), 0);
  if (promised > budget.left) {
    const found = limits.total - budget.left + promised;
    return [{ ...file, skipped: null, bytes: async () => Promise.reject(overLimit(limits, 'total', found)) }];
  }
  budget.left -= promised;
  return entries
    .filter(({ name }) => !/[\\/]$/.test(name) && !name.startsWith('__MACOSX/'))
    .flatMap((entry) => entryFiles(file, bytes, entry, limits, budget, depth));
}

/** Names that differ only in what leads out of the archive are shown apart: 甲.csv, 甲.csv#2. */
function numbered(files: readonly InputFile[]): InputFile[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const count = (seen.get(file.path) ?? 0) + 1;
    seen.set(file.path, count);
    return count === 1 ? file : { ...file, path: `${file.path}#${count}` };
  });
}

/** What makes an archive a document of its own: Office Open XML and OpenDocument. */
const DOCUMENT_PARTS: ReadonlySet<string> = new Set(['[content_types].xml', 'mimetype']);

/** `null` for what is no archive of files: a workbook or text document, or a damaged directory. */
function entriesOf(bytes: Buffer, limits: Limits): ZipEntry[] | null {
  try {
    const entries = zipEntries(bytes, limits);
    const isDocument = entries.some(({ name }) => DOCUMENT_PARTS.has(partKey(name)));
    return isDocument ? null : entries;
  } catch (error) {
    if (error instanceof UnreadableError) return null;
    throw error;
  }
}

function entryFiles(
  file: InputFile,
  bytes: Buffer,
  entry: ZipEntry,
  limits: Limits,
  budget: Budget,
  depth: number,
): InputFile[] {
  const name = safeName(entry.name);
  const inner: InputFile = {
    path: `${file.path}/${name}`.normalize('NFC'),
    absolute: file.absolute,
    skipped: whySkipped(name.split('/').at(-1) ?? name),
    bytes: async () => zipContent(bytes, entry, limits),
  };
  if (!isArchiveName(name)) return [inner];
  if (depth >= MAX_DEPTH) return [{ ...inner, skipped: null }];
  try {
    return filesIn(inner, zipContent(bytes, entry, limits), limits, budget, depth + 1);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    // Opened again when its turn comes, it is refused again, and then as a finding.
    return [{ ...inner, skipped: null }];
  }
}

/** Names are only shown, but a report should not show one that leads out of its archive. */
function safeName(name: string): string {
  return name
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
}
