import { UnreadableError } from './unreadable.ts';
import { type ZipEntry, zipContent } from './zip.ts';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const SPACE = 0x20;
const [C, F, I, S, V] = [0x63, 0x66, 0x69, 0x73, 0x76];

/**
 * Counts the cells of all worksheet parts that hold a value, an inline string or a formula, straight
 * from the XML. The library is known to lose cells in silence; a count made another way shows it.
 * Reads every XML part, so that one flipped byte anywhere is refused: the library checks no CRC.
 * `null` when a part is written in a way this count does not know (cells with a namespace prefix).
 */
export function countCells(bytes: Buffer, entries: readonly ZipEntry[]): number | null {
  let total: number | null = 0;
  for (const entry of entries) {
    if (!/\.(?:xml|rels)$/.test(entry.name)) continue;
    const content = zipContent(bytes, entry);
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(entry.name)) continue;
    if (!content.includes('sheetData')) throw new UnreadableError('damaged', { part: entry.name });
    const count = countIn(content);
    total = total === null || count === null ? null : total + count;
  }
  return total;
}

function countIn(xml: Buffer): number | null {
  if (!xml.includes('<sheetData')) return null;
  let count = 0;
  let pending = false;
  for (let at = xml.indexOf(LESS); at !== -1; at = xml.indexOf(LESS, at + 1)) {
    const letter = xml[at + 1];
    const after = xml[at + 2];
    if (letter === C && (after === SPACE || after === GREATER)) {
      pending = true;
    } else if (pending && holdsContent(letter, after, xml[at + 3])) {
      count++;
      pending = false;
    }
  }
  return count;
}

function holdsContent(
  letter: number | undefined,
  after: number | undefined,
  next: number | undefined,
): boolean {
  if (letter === V) return after === GREATER ? next !== SLASH : after === SPACE;
  if (letter === F) return after === GREATER || after === SPACE || after === SLASH;
  return letter === I && after === S && (next === GREATER || next === SPACE);
}
