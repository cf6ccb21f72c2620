import JSZip from 'jszip';
import { a1Of } from '../model/origin.ts';
import { attribute, findCell, partName, plainAttribute, tagsOf } from './package-xml.ts';
import type { FlagWords, PlainTable } from './plain-table.ts';
import { insertCell } from './sheet-cells.ts';
import { NO_MOMENT, sheetPart } from './xlsx.ts';
import { xmlText } from './xlsx-parts.ts';

/** A new value for a cell of a sheet; `formatOf` is the row whose cell in the same column lends its format. */
export interface Patch {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly after: string | number;
  readonly formatOf: number | null;
}

/** Why a workbook, or a cell of it, was not patched. */
export type PatchRefusal = 'structure' | 'signed' | 'formula' | 'rich-text' | 'no-cell';

export interface Patched {
  readonly bytes: Buffer;
  readonly refused: ReadonlyMap<Patch, PatchRefusal>;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * The same workbook with other values in some cells and a sheet added at its end. Parts without such a cell keep their bytes, and a
 * cell its format. A package this does not know for certain, and one that is signed, is refused whole.
 */
export async function patchXlsx(
  bytes: Buffer,
  patches: readonly Patch[],
  log: PlainTable | null,
  flags: FlagWords,
): Promise<Patched | PatchRefusal> {
  const zip = await JSZip.loadAsync(bytes);
  if (Object.keys(zip.files).some((name) => name.startsWith('_xmlsignatures/'))) return 'signed';
  const parts = await sheetParts(zip);
  if (parts === null) return 'structure';
  const refused = new Map<Patch, PatchRefusal>();
  const rich = await richTexts(zip);
  for (const [sheet, part] of parts) {
    const own = patches.filter((patch) => patch.sheet === sheet);
    if (own.length === 0) continue;
    let xml = await textOf(zip, part);
    for (const patch of own) {
      const made = patchCell(xml, patch, rich);
      if (typeof made === 'string') refused.set(patch, made);
      else xml = made.xml;
    }
    put(zip, part, xml);
  }
  for (const patch of patches) if (!parts.has(patch.sheet)) refused.set(patch, 'no-cell');
  if (log !== null && !(await addSheet(zip, log, flags))) return 'structure';
  const made = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', platform: 'DOS' });
  return { bytes: made, refused };
}

export function put(zip: JSZip, part: string, text: string): void {
  zip.file(part, Buffer.from(text), { date: NO_MOMENT, createFolders: false });
}

export async function textOf(zip: JSZip, part: string): Promise<string> {
  return (await zip.file(part)?.async('string')) ?? '';
}

const BOOK = 'xl/workbook.xml';
const BOOK_RELATIONS = 'xl/_rels/workbook.xml.rels';

/** Parts by the name of their sheet. */
export async function sheetParts(zip: JSZip): Promise<ReadonlyMap<string, string> | null> {
  const [book, relations] = [await textOf(zip, BOOK), await textOf(zip, BOOK_RELATIONS)];
  if (!book.includes('</sheets>') || !relations.includes('</Relationships>')) return null;
  const targets = new Map(
    tagsOf(relations, 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target') ?? '']),
  );
  const parts = new Map<string, string>();
  for (const tag of tagsOf(book, 'sheet')) {
    const target = targets.get(/\s\w+:id=["']([^"']*)["']/.exec(tag)?.[1] ?? '');
    const name = attribute(tag, 'name');
    if (target === undefined || name === null) return null;
    parts.set(plainAttribute(name), partName(plainAttribute(target), 'xl'));
  }
  return [...parts.values()].every((part) => zip.file(part) !== null) ? parts : null;
}

/** Numbers of the shared texts that have more than one format. */
async function richTexts(zip: JSZip): Promise<ReadonlySet<number>> {
  const texts = await textOf(zip, 'xl/sharedStrings.xml');
  const rich = new Set<number>();
  let number = 0;
  for (const [, inside = ''] of texts.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)) {
    if (/<r[\s>]/.test(inside)) rich.add(number);
    number++;
  }
  return rich;
}

/** The sheet with one cell changed, or why not. */
function patchCell(
  xml: string,
  patch: Patch,
  rich: ReadonlySet<number>,
): { readonly xml: string } | PatchRefusal {
  const { row, column, after, formatOf } = patch;
  const a1 = a1Of(row, column);
  const cell = findCell(xml, a1);
  const lent = formatOf === null ? null : (findCell(xml, a1Of(formatOf, column))?.style ?? null);
  if (cell === null) {
    const made = insertCell(xml, row, column, cellXml(a1, lent, after));
    return made === null ? 'no-cell' : { xml: made };
  }
  if (/<f[\s/>]/.test(cell.inside)) return 'formula';
  const shared = cell.type === 's' ? Number(/<v>(\d+)<\/v>/.exec(cell.inside)?.[1]) : -1;
  if (rich.has(shared) || /<r[\s>]/.test(cell.inside)) return 'rich-text';
  const style = formatOf === null ? cell.style : lent;
  return { xml: xml.slice(0, cell.start) + cellXml(a1, style, after) + xml.slice(cell.end) };
}

function cellXml(a1: string, style: string | null, value: string | number): string {
  const head = `<c r="${a1}"${style === null ? '' : ` s="${style}"`}`;
  if (typeof value === 'number') return `${head}><v>${value}</v></c>`;
  if (value === '') return `${head}/>`;
  return `${head} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
}

async function addSheet(zip: JSZip, table: PlainTable, flags: FlagWords): Promise<boolean> {
  const types = await textOf(zip, '[Content_Types].xml');
  if (!types.includes('</Types>')) return false;
  const [book, relations] = [await textOf(zip, BOOK), await textOf(zip, BOOK_RELATIONS)];
  const free = (taken: (name: string) => boolean, name: (number: number) => string): string => {
    for (let number = 1; ; number++) if (!taken(name(number))) return name(number);
  };
  const part = free(
    (name) => zip.file(name) !== null,
    (number) => `xl/worksheets/jianfu${number}.xml`,
  );
  const id = free(
    (name) => relations.includes(`"${name}"`) || relations.includes(`'${name}'`),
    (number) => `jianfu${number}`,
  );
  const ids = tagsOf(book, 'sheet').map((tag) => Number(attribute(tag, 'sheetId')));
  const sheetId = Math.max(0, ...ids.filter(Number.isFinite)) + 1;
  const sheet = `<sheet xmlns:r="${OFFICE}" name="${xmlText(table.name)}" sheetId="${sheetId}" r:id="${id}"/>`;
  put(
    zip,
    BOOK,
    book.replace('</sheets>', () => `${sheet}</sheets>`),
  );
  const relation = `<Relationship Id="${id}" Type="${OFFICE}/worksheet" Target="/${part}"/>`;
  put(
    zip,
    BOOK_RELATIONS,
    relations.replace('</Relationships>', () => `${relation}</Relationships>`),
  );
  const type = `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`;
  put(
    zip,
    '[Content_Types].xml',
    types.replace('</Types>', () => `${type}</Types>`),
  );
  zip.file(part, sheetPart(table, flags, false), { date: NO_MOMENT, createFolders: false });
  return true;
}
