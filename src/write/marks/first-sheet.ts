import type { Package } from '../package.ts';
import { attribute, tagsOf } from '../package-xml.ts';
import { OFFICE, TYPE, xmlText } from '../xlsx-parts.ts';
import type { ResultSheet } from './mark.ts';
import { addType, BOOK, behind, freePart, relate, textOf, UnsureError } from './parts.ts';
import { areaOf, TITLE_ROWS } from './result-sheet.ts';

/** A tag with its attributes, whatever stands in them. */
const tagOf = (name: string) => new RegExp(`<${name}(?:\\s(?:"[^"]*"|'[^']*'|[^'">])*)?>`, 'g');

/**
 * Puts a sheet before all others. What counts sheets in their order counts one more: the sheets that names belong to, the
 * sheet that is shown and the first that can be seen among the names below. The one that was shown is shown again.
 */
export function addFirstSheet(pack: Package, sheet: ResultSheet, part: Buffer): void {
  const book = textOf(pack, BOOK);
  const open = /<sheets\b[^>]*>/.exec(book)?.[0];
  if (open === undefined || !book.includes('</sheets>')) throw new UnsureError('structure');
  const name = freePart(pack, 'xl/worksheets/jianfu', '.xml');
  pack.put(name, part);
  addType(pack, name, `${TYPE}.worksheet+xml`);
  const id = relate(pack, BOOK, 'worksheet', name);
  const ids = tagsOf(book, 'sheet').map((tag) => Number(attribute(tag, 'sheetId')));
  const sheetId = Math.max(0, ...ids.filter(Number.isFinite)) + 1;
  const listed = `<sheet xmlns:r="${OFFICE}" name="${xmlText(sheet.name)}" sheetId="${sheetId}" r:id="${id}"/>`;
  const made = withNames(shifted(book, 1), sheet);
  pack.put(
    BOOK,
    made.replace(open, () => `${open}${listed}`),
  );
}

/** The workbook with every number of a sheet in the order of sheets moved by one. */
export function shifted(book: string, by: 1 | -1): string {
  const moved = (tag: string, name: string) =>
    tag.replace(
      new RegExp(`(\\s${name}=["'])(\\d+)`),
      (_, before: string, number: string) => `${before}${Math.max(0, Number(number) + by)}`,
    );
  const named = book.replace(tagOf('definedName'), (tag) => moved(tag, 'localSheetId'));
  if (by === 1 && !/<workbookView[\s/>]/.test(named)) {
    const view = '<bookViews><workbookView activeTab="1"/></bookViews>';
    return named.replace(/<sheets\b/, (open) => view + open);
  }
  return named.replace(tagOf('workbookView'), (tag) => {
    // Where all names below could be seen from the first on, so can ours.
    const isScrolled = Number(attribute(tag, 'firstSheet') ?? 0) > 0;
    const shown = isScrolled ? moved(moved(tag, 'activeTab'), 'firstSheet') : moved(tag, 'activeTab');
    // Without a number the first sheet is shown.
    return by === 1 && attribute(tag, 'activeTab') === null
      ? shown.replace('<workbookView', '<workbookView activeTab="1"')
      : shown;
  });
}

/** The filter and the rows that come back on each printed page are known to every program by names. */
function withNames(book: string, sheet: ResultSheet): string {
  const quoted = xmlText(`'${sheet.name.replaceAll("'", "''")}'`);
  const filter = `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${quoted}!${areaOf(sheet)}</definedName>`;
  const names = `${sheet.rows.length === 0 ? '' : filter}<definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!${TITLE_ROWS}</definedName>`;
  if (book.includes('</definedNames>')) return behind(book, '</definedNames>', names);
  const empty = /<definedNames\s*\/>/;
  if (empty.test(book)) return book.replace(empty, () => `<definedNames>${names}</definedNames>`);
  const after =
    ['</externalReferences>', '</functionGroups>', '</sheets>'].find((tag) => book.includes(tag)) ?? '';
  return book.replace(after, () => `${after}<definedNames>${names}</definedNames>`);
}
