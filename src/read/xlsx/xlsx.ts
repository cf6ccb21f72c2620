import type { Sheet, Workbook } from '../../model/workbook.ts';
import { type Limits, overLimit } from '../limits.ts';
import { UnreadableError } from '../unreadable.ts';
import { type ZipEntry, zipContent } from '../zip.ts';
import { readBook } from './book.ts';
import { countCells } from './guard.ts';
import { type CellContext, readFrame, readRows } from './sheet.ts';
import { readStrings } from './strings.ts';
import { readDateStyles } from './styles.ts';
import { Unfamiliar } from './tags.ts';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

/**
 * Reads an .xlsx straight from its parts: one pass to count the cells, one to read them. Returns `null` for
 * XML this reader does not know for certain, which the library then reads. Throws `UnreadableError` for
 * damage: every part looked at has passed its CRC.
 */
export function readXlsx(bytes: Buffer, entries: readonly ZipEntry[], limits: Limits): Workbook | null {
  const parts = new Map(entries.map((entry) => [entry.name, entry]));
  const content = (name: string) => {
    const entry = parts.get(name);
    // A name in another case or with a backslash is the library's to find.
    if (entry === undefined) throw new Unfamiliar();
    return zipContent(bytes, entry, limits);
  };
  const optional = (name: string | null) => (name === null ? Buffer.alloc(0) : content(name));
  if (!parts.has(WORKBOOK) || !parts.has(RELATIONS)) return null;
  try {
    const { sheets, date1904, strings, styles } = readBook(content(WORKBOOK), content(RELATIONS));
    const context: CellContext = {
      strings: readStrings(optional(strings)),
      dateStyles: readDateStyles(optional(styles)),
      date1904,
    };
    let countedCells = 0;
    const read = sheets.map(({ name, hidden, part }): Sheet => {
      if (part === null) return { name, hidden, merges: [], hiddenColumns: [], rows: () => [] };
      const xml = content(part);
      countedCells += countCells(xml);
      // The CRC is right, so whoever wrote the part broke off: what is missing cannot be told.
      if (!xml.includes('</worksheet')) throw new UnreadableError('damaged', { part });
      if (countedCells > limits.cells) throw overLimit(limits, 'cells', countedCells, part);
      // Read here and not when asked for: XML that turns out unfamiliar half-way still goes to the library.
      const rows = [...readRows(xml, context)];
      return { name, hidden, ...readFrame(xml), rows: () => rows };
    });
    return { format: 'xlsx', encoding: null, countedCells, sheets: read };
  } catch (error) {
    if (error instanceof Unfamiliar) return null;
    throw error;
  }
}
