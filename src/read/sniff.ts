import type { Limits } from './limits.ts';
import { UnreadableError } from './unreadable.ts';
import { type ZipEntry, zipContent, zipEntries } from './zip.ts';

/** What the bytes are, whatever the name says. */
export type Sniffed =
  | { readonly format: 'xlsx' | 'ods'; readonly entries: readonly ZipEntry[] }
  | { readonly format: 'xls' | 'xml' | 'text' };

/** Signatures of files that people send by mistake, with the reason id they are refused under. */
const REFUSED: readonly (readonly [string, 'pdf' | 'image' | 'archive'])[] = [
  ['25504446', 'pdf'],
  ['89504e47', 'image'],
  ['ffd8ff', 'image'],
  ['47494638', 'image'],
  ['424d', 'image'],
  ['52617221', 'archive'],
  ['377abcaf', 'archive'],
  ['1f8b', 'archive'],
];

/** Tells the format by content. Throws `UnreadableError` for what is not a table, naming what it is. */
export function sniff(bytes: Buffer, limits: Limits): Sniffed {
  if (bytes.length === 0) throw new UnreadableError('empty');
  const head = bytes.toString('hex', 0, 8);
  if (head.startsWith('504b0304') || head.startsWith('504b0506')) return sniffZip(bytes, limits);
  if (head === 'd0cf11e0a1b11ae1') return sniffOle(bytes);
  for (const [signature, reason] of REFUSED) {
    if (head.startsWith(signature)) throw new UnreadableError(reason);
  }
  const start = bytes
    .toString('latin1', 0, 1024)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (start.startsWith('<html') || start.startsWith('<!doctype html') || start.startsWith('<table')) {
    throw new UnreadableError('html');
  }
  if (start.startsWith('<?xml') && start.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    return { format: 'xml' };
  }
  return { format: 'text' };
}

function sniffZip(bytes: Buffer, limits: Limits): Sniffed {
  const entries = zipEntries(bytes, limits);
  const names = new Set(entries.map((entry) => entry.name));
  if (entries.some((entry) => entry.encrypted)) throw new UnreadableError('encrypted');
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) return { format: 'xlsx', entries };
  if (names.has('word/document.xml')) throw new UnreadableError('word');
  if (names.has('ppt/presentation.xml')) throw new UnreadableError('presentation');
  const mimetype = entries.find((entry) => entry.name === 'mimetype');
  if (mimetype !== undefined) {
    const type = zipContent(bytes, mimetype, limits).toString('latin1');
    if (type.includes('opendocument.spreadsheet')) {
      // The library tells a sealed file only the first time: it leaves a global pattern half-way.
      const manifest = entries.find((entry) => entry.name === 'META-INF/manifest.xml');
      const sealed =
        manifest !== undefined && zipContent(bytes, manifest, limits).includes('encryption-data');
      if (sealed) throw new UnreadableError('encrypted');
      return { format: 'ods', entries };
    }
    throw new UnreadableError('word');
  }
  if (names.has('[Content_Types].xml')) return { format: 'xlsx', entries };
  throw new UnreadableError('archive');
}

/** Stream names stand in the OLE2 directory as UTF-16LE, so that a look at the bytes is enough. */
function sniffOle(bytes: Buffer): Sniffed {
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) throw new UnreadableError('encrypted');
  if (holds('Workbook') || holds('Book')) return { format: 'xls' };
  if (holds('WordDocument')) throw new UnreadableError('word');
  if (holds('PowerPoint Document')) throw new UnreadableError('presentation');
  throw new UnreadableError('unknown');
}
