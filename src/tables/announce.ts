import { cellText } from '../model/cell-text.ts';
import type { Line, ListHead, Section, Table, TableRow } from '../model/table.ts';
import type { Body } from './body.ts';
import type { Header } from './header.ts';
import type { Lexicon } from './lexicon.ts';

/** The names around a table that may say what it is. */
export interface Surroundings {
  readonly file: string;
  readonly sheet: string;
  readonly titles: readonly Line[];
  readonly header: Header;
}

/** Columns in which each row may name its list. */
const LIST_FIELDS = ['list', 'category'];

/** What a table says it is: in a column, its titles, the sheet's name or the file's, in this order. */
export function announce(
  around: Surroundings,
  { rows, sections: banded }: Pick<Body, 'rows' | 'sections'>,
  lexicon: Lexicon,
): Pick<Table, 'head' | 'scope' | 'sheetList' | 'listColumn' | 'rows' | 'sections'> {
  const fileName =
    around.file
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]*$/, '') ?? '';
  const titles = joinedTitles(around.titles, lexicon);
  const names = [...titles.map(({ text }) => text), around.sheet, fileName];
  const scope = names.map((name) => lexicon.scopeIn(name)).find((found) => found !== null) ?? null;
  const sections = withScopes(banded, scope);
  const listColumn = findListColumn(around.header, rows, lexicon);
  const sheetList = lexicon.listIn(around.sheet);
  if (listColumn === null)
    return {
      head: headOf({ ...around, titles }, fileName, lexicon),
      scope,
      sheetList,
      listColumn,
      rows,
      sections,
    };
  return {
    head: { ...headLine(around), from: 'column', list: null },
    scope,
    sheetList,
    listColumn,
    rows: withLists(rows, listColumn, lexicon),
    sections,
  };
}

/** 社区依法协助 | 政府工作事项清单: a row of titles none of which names a list, while all together do. */
function joinedTitles(titles: readonly Line[], lexicon: Lexicon): Line[] {
  const joined: Line[] = [];
  for (const title of titles) {
    const last = joined.at(-1);
    const isSplit =
      last?.row === title.row && lexicon.listIn(last.text) === null && lexicon.listIn(title.text) === null;
    if (last === undefined || !isSplit || lexicon.listIn(last.text + title.text) === null) joined.push(title);
    else joined[joined.length - 1] = { ...last, text: last.text + title.text };
  }
  return joined;
}

/** Bands tell community and village apart only where the titles do not, or where they hold both. */
function withScopes(sections: readonly Section[], scope: string | null): readonly Section[] {
  const scopes = new Set(sections.flatMap((section) => section.scope ?? []));
  if (scope === null || scope === EITHER || scopes.size > 1) return sections;
  return scopes.size === 0 ? sections : sections.map((section) => ({ ...section, scope: null }));
}

/** The scope of names such as 村（社区）, which leave it open. */
const EITHER = 'either';

/** Instructions above a table speak of lists without naming the one below. */
function isSentence(text: string, lexicon: Lexicon): boolean {
  return (
    /[。；]/u.test(text) ||
    /^(?:填[报表写]|说明|注|\d+[.、．])/u.test(text.trim()) ||
    lexicon.startsLine(text, 'note')
  );
}

/** A blank cell repeats the one above it, as merged cells do once they are saved as CSV. */
function withLists(rows: readonly TableRow[], column: number, lexicon: Lexicon): TableRow[] {
  let above: string | null = null;
  return rows.map((row) => {
    const text = cellText(row.cells[column - 1]).trim();
    if (text !== '') above = lexicon.listNamed(text);
    return { ...row, list: above };
  });
}

function findListColumn(header: Header, rows: readonly TableRow[], lexicon: Lexicon): number | null {
  for (const field of LIST_FIELDS) {
    const column = header.columns.find((candidate) => candidate.field === field)?.column;
    if (column === undefined) continue;
    const texts = rows.map((row) => cellText(row.cells[column - 1])).filter((text) => text.trim() !== '');
    const named = texts.filter((text) => lexicon.listNamed(text) !== null).length;
    if (named > 0 && named * 2 > texts.length) return column;
  }
  return null;
}

function headOf(around: Surroundings, fileName: string, lexicon: Lexicon): ListHead {
  for (const title of around.titles) {
    const list = isSentence(title.text, lexicon) ? null : lexicon.listIn(title.text);
    if (list !== null) return { ...title, from: 'title', list };
  }
  const line = headLine(around);
  const bySheet = lexicon.listIn(around.sheet);
  if (bySheet !== null) return { ...line, from: 'sheet-name', list: bySheet };
  const byFile = lexicon.listIn(fileName);
  return { ...line, from: byFile === null ? null : 'file-name', list: byFile };
}

/** The cell a finding about the whole list points at. */
function headLine({ titles, header }: Surroundings): Line {
  const [title] = titles;
  if (title !== undefined) return title;
  const first = header.columns[0];
  return { row: header.rows[0]?.number ?? 1, column: first?.column ?? 1, text: first?.header ?? '' };
}
