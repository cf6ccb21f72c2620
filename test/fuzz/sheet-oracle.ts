import { SaxesParser } from 'saxes';
import type { Cells } from './reading.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

interface CellDraft {
  readonly at: string;
  readonly type: string;
  value: string | null;
  inline: string | null;
  formula: string | null;
}

/**
 * The cells of a worksheet as a strict XML parser sees them, read in the plainest way there is. `null` where
 * the XML is not well-formed, or says something that has no one meaning: two values in a cell, a cell in two places,
 * an index without a string, a number that is none.
 */
export function cellsBy(xml: string, strings: readonly string[]): Cells | null {
  const cells = new Map<string, string>();
  const path: string[] = [];
  let row = 0;
  let column = -1;
  let cell: CellDraft | null = null;
  let isClear = true;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    isClear = false;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const name = uri === MAIN ? local : `other:${local}`;
    path.push(name);
    const where = path.join('/');
    if (path.length === 1 && name !== 'worksheet') isClear = false;
    const attribute = (key: string) => attributes[key]?.value;
    if (where === 'worksheet/sheetData/row') {
      const number = attribute('r');
      if (number !== undefined && !/^[1-9]\d{0,6}$/.test(number)) isClear = false;
      const next = number === undefined ? row + 1 : Number(number);
      if (next <= row) isClear = false;
      row = next;
      column = -1;
    } else if (where === 'worksheet/sheetData/row/c') {
      const reference = attribute('r');
      const match = /^([A-Z]{1,3})([1-9]\d*)$/.exec(reference ?? '');
      if (reference !== undefined && (match === null || Number(match[2]) !== row)) isClear = false;
      const next = match === null ? column + 1 : columnOf(match[1] ?? '');
      if (next <= column) isClear = false;
      column = next;
      cell = {
        at: `0!${row}:${column}`,
        type: attribute('t') ?? 'n',
        value: null,
        inline: null,
        formula: null,
      };
    } else if (cell !== null) {
      if (name === 'v') isClear &&= cell.value === null;
      if (name === 'f') isClear &&= cell.formula === null;
      if (name === 'is') isClear &&= cell.inline === null;
      if (name === 'v') cell.value ??= '';
      if (name === 'f') cell.formula ??= '';
      if (name === 'is') cell.inline ??= '';
      if (!['v', 'f', 'is', 't', 'r', 'rPr', 'b'].includes(name)) isClear = false;
    } else if (
      /^worksheet\/sheetData\/(?!row$)/.test(where) ||
      name === 'row' ||
      name === 'c' ||
      where === 'sheetData'
    ) {
      isClear = false;
    }
    if (path.filter((part) => part === 'worksheet' || part === 'sheetData').length > 2) isClear = false;
  });
  const onText = (text: string) => {
    const [name, parent] = [path.at(-1), path.at(-2)];
    if (cell === null) return;
    if (name === 'v' && parent === 'c') cell.value += text;
    else if (name === 'f' && parent === 'c') cell.formula += text;
    else if (name === 't' && (parent === 'is' || (parent === 'r' && path.at(-3) === 'is')))
      cell.inline += text;
    else if (text.trim() !== '') isClear = false;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', ({ local, uri }) => {
    const where = path.join('/');
    path.pop();
    if (where !== 'worksheet/sheetData/row/c' || uri !== MAIN || local !== 'c' || cell === null) return;
    const text = textOf(cell, strings);
    if (text === undefined) isClear = false;
    else if (text !== null) cells.set(cell.at, text);
    cell = null;
  });
  try {
    parser.write(xml).close();
  } catch {
    return null;
  }
  return isClear ? cells : null;
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** `null` for a cell without content, `undefined` for one without a clear meaning. */
function textOf(
  { type, value, inline, formula }: CellDraft,
  strings: readonly string[],
): string | null | undefined {
  if (inline !== null && (type !== 'inlineStr' || value !== null || formula !== null)) return undefined;
  if (type === 'inlineStr') return inline ?? undefined;
  if (value === null || (value === '' && type !== 'str')) {
    if (formula === null) return null;
    return formula.trim() === '' ? undefined : `=${formula}`;
  }
  if (type === 's') return /^\d+$/.test(value) ? strings[Number(value)] : undefined;
  if (type === 'str') return value;
  if (type === 'b') return value === '1' ? 'true' : value === '0' ? 'false' : undefined;
  const isNumber = /^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(value) && Number.isFinite(Number(value));
  if (type === 'n') return isNumber ? String(Number(value)) : undefined;
  return undefined;
}
