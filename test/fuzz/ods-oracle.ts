import { SaxesParser } from 'saxes';
import type { Cells } from './reading.ts';

const URN = 'urn:oasis:names:tc:opendocument:xmlns:';
/** Elements as they stand in the sound content; with any other one the meaning is not clear. */
const KNOWN: ReadonlySet<string> = new Set(
  'document-content body spreadsheet table table-column table-row table-cell covered-table-cell p s span'.split(
    ' ',
  ),
);

interface Cell {
  readonly column: number;
  readonly repeats: number;
  readonly type: string | null;
  readonly value: string | null;
  paragraphs: string[];
}

/**
 * What a strict XML parser, and nothing of ours, sees in a content.xml: cells by `sheet!row:column`. `null` where the text is
 * no XML, or where the standard leaves more than one meaning.
 */
export function odsCellsBy(xml: string): Cells | null {
  const cells = new Map<string, string>();
  const names = new Set<string>();
  const path: string[] = [];
  let isClear = true;
  let [sheet, row, rowRepeats, column] = [-1, 0, 1, 0];
  let cell: Cell | null = null;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', () => {
    isClear = false;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const attribute = (name: string) => attributes[name]?.value ?? null;
    const count = (name: string) => {
      const text = attribute(name);
      if (text !== null && !/^[1-9]\d?$/.test(text)) isClear = false;
      return text === null ? 1 : Number(text);
    };
    path.push(local);
    if (!KNOWN.has(local) || !uri.startsWith(URN) || !isUsual(path)) isClear = false;
    if (local === 'table') {
      const name = attribute('table:name');
      if (name === null || name === '' || names.has(name)) isClear = false;
      names.add(name ?? '');
      sheet++;
      row = 0;
      rowRepeats = 0;
    } else if (local === 'table-row') {
      row += rowRepeats;
      rowRepeats = count('table:number-rows-repeated');
      column = 0;
    } else if (local === 'table-cell' || local === 'covered-table-cell') {
      const repeats = count('table:number-columns-repeated');
      const formula = attribute('table:formula');
      if (formula !== null) isClear = false;
      cell = {
        column,
        repeats,
        type: attribute('office:value-type'),
        value: attribute('office:value'),
        paragraphs: [],
      };
      if (attribute('office:string-value') !== null) isClear = false;
      column += repeats;
    } else if (local === 'p') cell?.paragraphs.push('');
    else if (local === 's' && cell !== null) addText(cell, ' '.repeat(count('text:c')));
  });
  const onText = (text: string) => {
    if (path.at(-1) !== 'p' && path.at(-1) !== 'span') isClear &&= text.trim() === '';
    // Blanks in a row are one, and at the ends none: the library keeps some of them.
    else if (/\s/.test(text)) isClear = false;
    else if (cell !== null) addText(cell, text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', ({ local }) => {
    path.pop();
    if ((local !== 'table-cell' && local !== 'covered-table-cell') || cell === null) return;
    const value = valueIn(cell);
    if (value === undefined) isClear = false;
    else if (value !== null) {
      for (let down = 0; down < rowRepeats; down++)
        for (let right = 0; right < cell.repeats; right++)
          cells.set(`${sheet}!${row + down + 1}:${cell.column + right}`, value);
    }
    cell = null;
  });
  try {
    parser.write(xml).close();
  } catch {
    return null;
  }
  return isClear && sheet >= 0 ? cells : null;
}

/** Each element stands where the sound content has it. */
function isUsual(path: readonly string[]): boolean {
  return /^document-content(?:\/body(?:\/spreadsheet(?:\/table(?:\/table-column|\/table-row(?:\/(?:covered-)?table-cell(?:\/p(?:\/s|\/span(?:\/s)?)?)?)?)?)?)?)?$/.test(
    path.join('/'),
  );
}

function addText(cell: Cell, text: string): void {
  cell.paragraphs[cell.paragraphs.length - 1] += text;
}

/** `null` for a cell without content, `undefined` for one without a clear meaning. */
function valueIn({ type, value, paragraphs }: Cell): string | null | undefined {
  const text = paragraphs.join('\n');
  // An empty text is delivered by some and left out by others.
  if (type === 'string') return text === '' || text.trim() !== text ? undefined : text;
  if (type === 'float')
    return value !== null && /^-?\d+(?:\.\d+)?$/.test(value) ? String(Number(value)) : undefined;
  return type === null && text === '' && value === null ? null : undefined;
}
