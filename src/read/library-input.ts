import type { FileFormat } from '../model/workbook.ts';
import { biffFacts } from './counts/biff.ts';
import { compoundStream } from './counts/compound.ts';
import { Markup } from './counts/markup.ts';
import { sheetXmlCells } from './counts/sheet-xml.ts';
import { xlsbCells } from './counts/xlsb.ts';
import { xml2003Cells } from './counts/xml-2003.ts';
import { decodeText } from './decode.ts';
import { type Limits, overLimit } from './limits.ts';
import { type HiddenParts, readOdsContent } from './ods-content.ts';
import { isCompound, type Sniffed } from './sniff.ts';
import { type StoredPart, storedZip } from './stored-zip.ts';
import { UnreadableError } from './unreadable.ts';
import { guardedPart, guardedXml } from './xml-guard.ts';
import { type ZipEntry, zipContent } from './zip.ts';

/** What is handed to the spreadsheet library, and what is known of the file without it. */
export interface LibraryInput {
  readonly bytes: Buffer;
  /** Cells that hold something; `null` where they cannot be counted. */
  readonly countedCells: number | null;
  /** Hidden parts that the library does not read, sheet by sheet. */
  readonly hidden: readonly HiddenParts[];
  /** Text in the code page of one country, for which the library needs its tables. */
  readonly hasCodePage: boolean;
}

/** Files that are one piece have no parts to be named by. */
const WHOLE = 'workbook';

/** All that is not text, which the library never gets. */
export type LibraryFile = Sniffed & { readonly format: FileFormat };

type Zipped = Extract<Sniffed, { entries: readonly ZipEntry[] }>;

/**
 * Prepares a submission for the library: every part of a ZIP is inflated and its CRC checked here, pictures and programs stay behind, and
 * the cells are counted. Throws `UnreadableError` for damage and for what is over a limit.
 */
export function libraryInput(bytes: Buffer, sniffed: LibraryFile, limits: Limits): LibraryInput {
  if (sniffed.format === 'ods') return odsInput(bytes, sniffed, limits);
  if (sniffed.format === 'xlsx') return xlsxInput(bytes, sniffed, limits);
  if (sniffed.format === 'xls') return xlsInput(bytes);
  return sniffed.format === 'fods' ? flatOdsInput(bytes, limits) : xmlInput(bytes, limits);
}

/** What the library asks for beside the content, with what stands for it where the file leaves it out. */
const ODS_PARTS: Readonly<Record<string, string>> = {
  mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
  'META-INF/manifest.xml': '<manifest:manifest/>',
  'styles.xml': '<office:document-styles/>',
};

function odsInput(bytes: Buffer, { entries }: Zipped, limits: Limits): LibraryInput {
  const part = (name: string) => {
    const entry = entries.find((candidate) => candidate.name === name);
    if (entry === undefined) return null;
    const content = zipContent(bytes, entry, limits);
    return name === 'mimetype' ? content : guardedPart(content, { part: name, limits });
  };
  const content = part('content.xml');
  if (content === null) throw new UnreadableError('damaged', { part: 'content.xml' });
  const { xml, cells, hidden } = readOdsContent(content.toString('utf8'), limits);
  const parts = Object.entries(ODS_PARTS).map(([name, usual]): StoredPart => {
    return { name, content: part(name) ?? Buffer.from(usual) };
  });
  parts.push({ name: 'content.xml', content: Buffer.from(xml) });
  return { bytes: storedZip(parts), countedCells: cells, hidden, hasCodePage: false };
}

/** OpenDocument in one piece of XML, without a container. */
function flatOdsInput(bytes: Buffer, limits: Limits): LibraryInput {
  const { xml, cells, hidden } = readOdsContent(wholeXml(bytes, limits).toString('utf8'), limits);
  return { bytes: Buffer.from(xml), countedCells: cells, hidden, hasCodePage: false };
}

/** Pictures, embedded files and programs: nothing of a table is in them. */
const NO_TABLE =
  /(?:^|\/)(?:media|embeddings|printerSettings|activeX|ctrlProps|customXml)\/|vbaProject\.bin$/i;
/** What is guarded: others, as drawings, are no XML in files that every program opens. */
const BOOK_PART = /(?:^|\/)(?:workbook|sharedStrings|styles)\.xml$|\/worksheets\/[^/]*\.xml$|\.rels$/i;
const TABLE_PART = /\.(?:xml|rels|bin|vml)$/i;

function xlsxInput(bytes: Buffer, { entries }: Zipped, limits: Limits): LibraryInput {
  const kept = entries.filter(({ name }) => TABLE_PART.test(name) && !NO_TABLE.test(name));
  const total = kept.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.total) throw overLimit(limits, 'total', total);
  const parts = kept.map((entry): StoredPart => {
    const content = zipContent(bytes, entry, limits);
    const { name } = entry;
    return { name, content: BOOK_PART.test(name) ? guardedPart(content, { part: name, limits }) : content };
  });
  return { bytes: storedZip(parts), countedCells: cellsOfParts(parts), hidden: [], hasCodePage: false };
}

/** The sheets are those the relations of the workbook lead to; `null` when one cannot be counted. */
function cellsOfParts(parts: readonly StoredPart[]): number | null {
  const byName = new Map(parts.map(({ name, content }) => [name, content]));
  const sheets = sheetParts(byName);
  if (sheets.length === 0) return null;
  let cells = 0;
  for (const name of sheets) {
    const content = byName.get(name);
    const count =
      content === undefined
        ? null
        : name.endsWith('.bin')
          ? xlsbCells(content)
          : sheetXmlCells(content.toString('utf8'));
    if (count === null) return null;
    cells += count;
  }
  return cells;
}

function sheetParts(byName: ReadonlyMap<string, Buffer>): string[] {
  const relations = byName.get('xl/_rels/workbook.xml.rels') ?? byName.get('xl/_rels/workbook.bin.rels');
  const tags = new Markup(relations?.toString('utf8') ?? '');
  const names: string[] = [];
  while (tags.next()) {
    if (tags.name !== 'Relationship' || tags.attribute('Type')?.endsWith('/worksheet') !== true) continue;
    const target = tags.attribute('Target') ?? '';
    names.push(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return names;
}

/** Before Excel 5 the records of a workbook stand in the file without a container. */
function xlsInput(bytes: Buffer): LibraryInput {
  const stream = isCompound(bytes) ? compoundStream(bytes, ['Workbook', 'Book']) : bytes;
  const { cells, hasCodePage } = stream === null ? { cells: null, hasCodePage: true } : biffFacts(stream);
  return { bytes, countedCells: cells, hidden: [], hasCodePage };
}

function xmlInput(bytes: Buffer, limits: Limits): LibraryInput {
  const xml = wholeXml(bytes, limits);
  const countedCells = xml2003Cells(xml.toString('utf8'), limits);
  return { bytes: xml, countedCells, hidden: [], hasCodePage: false };
}

/** The library takes all XML for UTF-8, whatever it says of itself. */
function wholeXml(bytes: Buffer, limits: Limits): Buffer {
  return guardedXml(Buffer.from(decodeText(bytes).text), { part: WHOLE, limits });
}
