import type { UnreadableReason } from '../model/workbook.ts';
import type { Limits } from './limits.ts';
import { UnreadableError } from './unreadable.ts';
import {
  assertNothingBetween,
  assertPartNames,
  partKey,
  type ZipEntry,
  zipContent,
  zipEntries,
} from './zip.ts';

/** What the bytes are, whatever the name says. */
export type Sniffed =
  | { readonly format: 'xlsx' | 'ods'; readonly entries: readonly ZipEntry[] }
  | { readonly format: 'xls' | 'xml' | 'fods' | 'text' };

/** First bytes, in hex, of files that people send by mistake, with the reason they are refused under. */
const REFUSED: readonly (readonly [string, UnreadableReason])[] = [
  ['25504446', 'pdf'],
  ['89504e47', 'image'],
  ['ffd8ff', 'image'],
  ['47494638', 'image'],
  ['49492a00', 'image'],
  ['4d4d002a', 'image'],
  ['52617221', 'archive'],
  ['377abcaf', 'archive'],
  ['1f8b', 'archive'],
  ['425a68', 'archive'],
  ['fd377a585a00', 'archive'],
  ['28b52ffd', 'archive'],
  ['4d534346', 'archive'],
  ['7f454c46', 'unknown'],
  ['4c00000001140200', 'unknown'],
  ['7b5c727466', 'word'],
];

/** How the workbooks of Excel 2, 3, 4 and 5 begin where no container is around them. */
const BARE_BIFF = ['09000400', '09020600', '09040600', '09080800'];

const COMPOUND = 'd0cf11e0a1b11ae1';

/** Whether a file is an OLE2 container. */
export function isCompound(bytes: Buffer): boolean {
  return bytes.toString('hex', 0, 8) === COMPOUND;
}

/** Marks within the first kilobyte, in lower case without blanks in front. */
const REFUSED_TEXT: readonly (readonly [RegExp, UnreadableReason])[] = [
  [/^%pdf-/, 'pdf'],
  [/^<(?:html|head|body|table|meta|!doctype html)\b/, 'html'],
  // A program's XML; a cell that begins with a sign of less has no namespace.
  [/^<[a-z][\w:.-]*\s[^>]*\bxmlns\b/, 'unknown'],
  [/^(?:mime-version:|from: <?saved by|from: "?由|content-type: multipart\/related)/, 'mht'],
];

/** Tells the format by content. Throws `UnreadableError` for what is not a table, naming what it is. */
export function sniff(bytes: Buffer, limits: Limits): Sniffed {
  if (bytes.length === 0) throw new UnreadableError('empty');
  const head = bytes.toString('hex', 0, 8);
  if (head.startsWith('504b0304') || head.startsWith('504b0506')) return sniffZip(bytes, limits);
  if (head === COMPOUND) return sniffOle(bytes);
  if (BARE_BIFF.includes(head.slice(0, 8))) return { format: 'xls' };
  const refused = REFUSED.find(([signature]) => head.startsWith(signature));
  if (refused !== undefined) throw new UnreadableError(refused[1]);
  if (isImage(bytes)) throw new UnreadableError('image');
  if (isBinary(bytes)) throw new UnreadableError('unknown');
  return sniffText(bytes);
}

/** Pictures that two letters or a later mark tell: BMP with its own length, WebP, and HEIC of phones. */
function isImage(bytes: Buffer): boolean {
  const mark = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (mark(0, 2) === 'BM') return bytes.length >= 6 && bytes.readUInt32LE(2) === bytes.length;
  if (mark(0, 4) === 'RIFF') return mark(8, 12) === 'WEBP';
  return mark(4, 8) === 'ftyp' && /^(?:hei|hev|mif1|msf1|avi)/.test(mark(8, 12));
}

/** Programs, films and recordings, whose letters could begin a text but for the NUL among them. */
function isBinary(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, 8);
  if (head.startsWith('MZ')) return bytes[3] === 0;
  if (head.startsWith('ID3')) return bytes[4] === 0;
  return head.endsWith('ftyp');
}

const MARKUP_BYTES = 1024;

/** The head of a file as far as markup is to be told, in lower case without comments in front. */
function markup(head: Buffer): string {
  const isUtf16 = head[0] === 0xff && head[1] === 0xfe;
  const isSwapped = head[0] === 0xfe && head[1] === 0xff;
  const text = isUtf16 || isSwapped ? utf16(head, isSwapped) : head.toString('latin1');
  return text
    .replace(/^(?:\xef\xbb\xbf|\ufeff)/, '')
    .replace(/^(?:\s*<!--.*?-->)+/s, '')
    .trimStart()
    .toLowerCase();
}

function utf16(bytes: Buffer, isSwapped: boolean): string {
  const whole = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  return (isSwapped ? whole.swap16() : whole).toString('utf16le');
}

/** The root of a text, drawing or spreadsheet in flat XML stands with all its namespaces in front of what it is. */
const ROOT_BYTES = 16_384;
const FLAT_OPENDOCUMENT = /^<office:document\s([^>]*)/;

function sniffFlatOpenDocument(bytes: Buffer): Sniffed | null {
  const head = markup(bytes.subarray(0, ROOT_BYTES));
  // The first element of all: a text may speak of such tags.
  const first = head.startsWith('<') ? head.slice(head.search(/<[a-z]/)) : '';
  const root = FLAT_OPENDOCUMENT.exec(first)?.[1];
  if (root === undefined) return null;
  if (root.includes('opendocument.spreadsheet')) return { format: 'fods' };
  if (root.includes('opendocument.presentation')) throw new UnreadableError('presentation');
  throw new UnreadableError(root.includes('opendocument.text') ? 'word' : 'unknown');
}

function sniffText(bytes: Buffer): Sniffed {
  const flat = sniffFlatOpenDocument(bytes);
  if (flat !== null) return flat;
  const start = markup(bytes.subarray(0, MARKUP_BYTES));
  const refused = REFUSED_TEXT.find(([mark]) => mark.test(start));
  if (refused !== undefined) throw new UnreadableError(refused[1]);
  if (!start.startsWith('<?xml')) return { format: 'text' };
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) return { format: 'xml' };
  if (/<!doctype html|<html/.test(start)) throw new UnreadableError('html');
  // Text in the flat XML of Word, Visio and others would come out as one column of tags.
  throw new UnreadableError('unknown');
}

function sniffZip(bytes: Buffer, limits: Limits): Sniffed {
  const entries = zipEntries(bytes, limits);
  const names = new Set(entries.map((entry) => partKey(entry.name)));
  if (entries.some((entry) => entry.encrypted)) throw new UnreadableError('encrypted');
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) return documentOf(bytes, 'xlsx', entries);
  if (names.has('word/document.xml') || names.has('ofd.xml')) throw new UnreadableError('word');
  if (names.has('ppt/presentation.xml')) throw new UnreadableError('presentation');
  const mimetype = entries.find((entry) => partKey(entry.name) === 'mimetype');
  if (mimetype !== undefined) return sniffOpenDocument(bytes, entries, mimetype, limits);
  if (names.has('visio/document.xml')) throw new UnreadableError('unknown');
  if (names.has('[content_types].xml')) return documentOf(bytes, 'xlsx', entries);
  throw new UnreadableError('archive');
}

function sniffOpenDocument(
  bytes: Buffer,
  entries: readonly ZipEntry[],
  mimetype: ZipEntry,
  limits: Limits,
): Sniffed {
  const type = zipContent(bytes, mimetype, limits).toString('latin1');
  if (type.includes('opendocument.presentation')) throw new UnreadableError('presentation');
  if (type.includes('opendocument.text')) throw new UnreadableError('word');
  if (!type.includes('opendocument.spreadsheet')) throw new UnreadableError('unknown');
  // The library tells a sealed file only the first time: it leaves a global pattern half-way.
  const manifest = entries.find((entry) => entry.name === 'META-INF/manifest.xml');
  const sealed = manifest !== undefined && zipContent(bytes, manifest, limits).includes('encryption-data');
  if (sealed) throw new UnreadableError('encrypted');
  return documentOf(bytes, 'ods', entries);
}

function documentOf(bytes: Buffer, format: 'xlsx' | 'ods', entries: readonly ZipEntry[]): Sniffed {
  assertPartNames(entries);
  assertNothingBetween(bytes, entries);
  return { format, entries };
}

const OLE_HEADER_BYTES = 512;

/** The directory, wherever the header says it begins, lies beyond the end of a file that was not copied whole. */
function isCutOff(bytes: Buffer): boolean {
  if (bytes.length < OLE_HEADER_BYTES) return true;
  const sectorBytes = 2 ** Math.min(bytes.readUInt16LE(30), 31);
  return (bytes.readUInt32LE(48) + 1) * sectorBytes >= bytes.length;
}

/** Stream names stand in the OLE2 directory as UTF-16LE, so that a look at the bytes is enough. */
function sniffOle(bytes: Buffer): Sniffed {
  if (isCutOff(bytes)) throw new UnreadableError('damaged', { part: 'oleDirectory' });
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage') || holds('DRMEncrypted')) throw new UnreadableError('encrypted');
  if (holds('Workbook') || holds('Book')) return { format: 'xls' };
  if (holds('WordDocument')) throw new UnreadableError('word');
  if (holds('PowerPoint Document')) throw new UnreadableError('presentation');
  throw new UnreadableError('unknown');
}
