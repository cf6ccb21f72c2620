/** What is hidden in one sheet of an OpenDocument file. Ranges are 1-based and inclusive. */
export interface HiddenParts {
  readonly hidden: boolean;
  readonly rows: readonly (readonly [number, number])[];
  readonly columns: readonly (readonly [number, number])[];
}

interface Draft {
  hidden: boolean;
  rows: [number, number][];
  columns: [number, number][];
  nextRow: number;
  nextColumn: number;
}

/**
 * Hidden sheets, rows and columns of an OpenDocument content.xml, sheet by sheet. The spreadsheet library
 * reads none of them. One pass over the tags; text between them is not looked at.
 */
export function odsHidden(content: string): HiddenParts[] {
  const hiddenStyles = new Set<string>();
  const sheets: Draft[] = [];
  let tableStyle = '';
  for (let at = content.indexOf('<'); at !== -1; at = content.indexOf('<', at + 1)) {
    if (content.startsWith('<style:style ', at)) {
      const tag = tagAt(content, at);
      tableStyle = attribute(tag, 'style:family') === 'table' ? attribute(tag, 'style:name') : '';
    } else if (content.startsWith('<style:table-properties ', at)) {
      if (attribute(tagAt(content, at), 'table:display') === 'false') hiddenStyles.add(tableStyle);
    } else if (content.startsWith('<table:table ', at)) {
      const style = attribute(tagAt(content, at), 'table:style-name');
      sheets.push({ hidden: hiddenStyles.has(style), rows: [], columns: [], nextRow: 1, nextColumn: 1 });
    } else {
      addLine(sheets.at(-1), content, at);
    }
  }
  return sheets;
}

function addLine(sheet: Draft | undefined, content: string, at: number): void {
  if (sheet === undefined) return;
  if (content.startsWith('<table:table-row', at) && !content.startsWith('<table:table-rows', at)) {
    const tag = tagAt(content, at);
    const count = repeats(tag, 'table:number-rows-repeated');
    if (isHidden(tag)) sheet.rows.push([sheet.nextRow, sheet.nextRow + count - 1]);
    sheet.nextRow += count;
  } else if (
    content.startsWith('<table:table-column', at) &&
    !content.startsWith('<table:table-columns', at)
  ) {
    const tag = tagAt(content, at);
    const count = repeats(tag, 'table:number-columns-repeated');
    if (isHidden(tag)) sheet.columns.push([sheet.nextColumn, sheet.nextColumn + count - 1]);
    sheet.nextColumn += count;
  }
}

function tagAt(content: string, at: number): string {
  const end = content.indexOf('>', at);
  return content.slice(at, end === -1 ? undefined : end);
}

function attribute(tag: string, name: string): string {
  const start = tag.indexOf(` ${name}="`);
  if (start === -1) return '';
  const from = start + name.length + 3;
  return tag.slice(from, tag.indexOf('"', from));
}

function repeats(tag: string, name: string): number {
  const count = Number(attribute(tag, name));
  return Number.isInteger(count) && count > 0 ? count : 1;
}

function isHidden(tag: string): boolean {
  const visibility = attribute(tag, 'table:visibility');
  return visibility === 'collapse' || visibility === 'filter';
}
