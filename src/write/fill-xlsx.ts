import JSZip from 'jszip';
import { a1Of } from '../model/origin.ts';
import { type CellStyle, cellStyles } from './cell-styles.ts';
import { attribute, plainAttribute } from './package-xml.ts';
import { put, sheetParts, textOf } from './patch-xlsx.ts';
import { type PlainValue, percentText } from './plain-table.ts';
import { dayNumber } from './xlsx.ts';
import { xmlText } from './xlsx-parts.ts';

/** Rows to be written into a sheet from a row on; a column that is not named, and a value of `null`, leave the cell as it is. */
export interface SheetFill {
  readonly sheet: string;
  readonly from: number;
  readonly columns: readonly number[];
  /** Columns whose numbers are fractions: shown as a percentage where the format does not do so. */
  readonly percents: ReadonlySet<number>;
  /** Every column of the table, filled or not: new rows look like the last prepared one in all of them. */
  readonly width: number;
  readonly rows: readonly (readonly PlainValue[])[];
  readonly flags: { readonly yes: string; readonly no: string };
}

export interface Filled {
  readonly bytes: Buffer;
  /** Cells that hold a formula and were left, by sheet. */
  readonly formulas: readonly { readonly sheet: string; readonly cell: string }[];
  /** Formulas that end at the last prepared row, although there are new ones below. */
  readonly short: readonly { readonly sheet: string; readonly cell: string; readonly formula: string }[];
}

/**
 * The same workbook with rows filled in: formats, formulas, drop-downs and all other cells stay. Rows beyond those that were prepared
 * look like the last prepared one, with its formulas. What formulas came to is taken out, to be worked out when the file is opened.
 * Answers `structure` for a package it does not know for certain and `signed` for one that is signed.
 */
export async function fillXlsx(
  bytes: Buffer,
  fills: readonly SheetFill[],
): Promise<Filled | 'structure' | 'signed'> {
  const zip = await JSZip.loadAsync(bytes);
  if (Object.keys(zip.files).some((name) => name.startsWith('_xmlsignatures/'))) return 'signed';
  const parts = await sheetParts(zip);
  if (parts === null) return 'structure';
  const styles = cellStyles(await textOf(zip, 'xl/styles.xml'));
  const formulas: { sheet: string; cell: string }[] = [];
  const ends = new Map<string, { readonly last: number; readonly end: number }>();
  for (const [sheet, part] of parts) {
    let xml = await textOf(zip, part);
    for (const fill of fills.filter((one) => one.sheet === sheet)) {
      const made = fillSheet(xml, fill, styles);
      if (made === null) return 'structure';
      xml = made.xml;
      formulas.push(...made.formulas.map((cell) => ({ sheet, cell })));
      if (made.end > made.last) ends.set(sheet, made);
    }
    put(zip, part, withoutResults(xml));
  }
  const short: Filled['short'][number][] = [];
  for (const [sheet, part] of parts) short.push(...shortFormulas(await textOf(zip, part), sheet, ends));
  put(zip, 'xl/workbook.xml', withCalculation(await textOf(zip, 'xl/workbook.xml')));
  const made = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', platform: 'DOS' });
  return { bytes: made, formulas, short };
}

const ROW = /<row\b[^>]*?(?:\/>|>[\s\S]*?<\/row>)/gu;
const CELL = /<c\b[^>]*?(?:\/>|>[\s\S]*?<\/c>)/gu;

/** A row as text: its opening tag, and its cells by column. */
interface RowParts {
  readonly tag: string;
  readonly cells: Map<number, string>;
}

function fillSheet(xml: string, fill: SheetFill, styles: readonly CellStyle[]) {
  const data = /<sheetData\s*(?:\/>|>([\s\S]*?)<\/sheetData>)/u.exec(xml);
  if (data === null) return null;
  const rows = new Map<number, RowParts>();
  for (const [text] of (data[1] ?? '').matchAll(ROW)) {
    const number = Number(attribute(text, 'r'));
    const parts = rowParts(text, number);
    if (parts === null) return null;
    rows.set(number, parts);
  }
  const last = lastPrepared(rows, fill);
  const end = fill.from + fill.rows.length - 1;
  const model = rows.get(last);
  for (let row = Math.max(last + 1, fill.from); row <= end; row++) {
    rows.set(row, likeRow(model, last, row, rows.get(row)));
  }
  const formulas: string[] = [];
  for (const [at, values] of fill.rows.entries()) {
    const row = fill.from + at;
    const { cells } = rows.get(row) ?? { cells: new Map<number, string>() };
    for (const [index, value] of values.entries()) {
      const column = fill.columns[index] ?? 0;
      const known = cells.get(column) ?? '';
      if (value === null) continue;
      if (/<f[\s/>]/u.test(known)) formulas.push(a1Of(row, column));
      else cells.set(column, cellXml(row, column, attribute(known, 's'), value, fill, styles));
    }
  }
  const texts = [...rows].sort(([left], [right]) => left - right).map(([, parts]) => rowXml(parts));
  const head = xml.slice(0, data.index);
  const tail = xml.slice(data.index + data[0].length);
  const whole = `${withDimension(head, end)}<sheetData>${texts.join('')}</sheetData>${end > last ? extended(tail, fill.from, last, end) : tail}`;
  return { xml: whole, formulas, last, end };
}

function rowParts(text: string, number: number): RowParts | null {
  const [tag = ''] = /^<row\b[^>]*>/u.exec(text) ?? [];
  const cells = new Map<number, string>();
  for (const [cell] of text.slice(tag.length).matchAll(CELL)) {
    const [, letters = '', row] = /^([A-Z]+)(\d+)$/u.exec(attribute(cell, 'r') ?? '') ?? [];
    if (Number(row) !== number) return null;
    cells.set(
      [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0),
      cell,
    );
  }
  return { tag: tag.replace(/\s*\/>$/u, '>').replace(/\sspans=(?:"[^"]*"|'[^']*')/u, ''), cells };
}

function rowXml({ tag, cells }: RowParts): string {
  const sorted = [...cells].sort(([left], [right]) => left - right);
  return `${tag}${sorted.map(([, cell]) => cell).join('')}</row>`;
}

/** The last of the rows from the first on that have a cell with a format, or any, in a column of the table. */
function lastPrepared(rows: ReadonlyMap<number, RowParts>, { from, width }: SheetFill): number {
  let row = from;
  while ([...(rows.get(row)?.cells.keys() ?? [])].some((column) => column <= width)) row++;
  return row - 1;
}

/** A new row that looks like another, with its formulas moved down and nothing of what was written in it. */
function likeRow(model: RowParts | undefined, from: number, row: number, known?: RowParts): RowParts {
  const tag = (known?.tag ?? model?.tag ?? '<row>').replace(/\sr=(?:"[^"]*"|'[^']*')/u, '');
  const cells = new Map<number, string>();
  for (const [column, cell] of model?.cells ?? []) {
    const style = attribute(cell, 's');
    const open = `<c r="${a1Of(row, column)}"${style === null ? '' : ` s="${style}"`}`;
    const formula = /<f>([\s\S]*?)<\/f>/u.exec(cell)?.[1];
    cells.set(
      column,
      formula === undefined ? `${open}/>` : `${open}><f>${moved(formula, row - from)}</f></c>`,
    );
  }
  return { tag: tag.replace(/^<row/u, `<row r="${row}"`), cells };
}

/** A formula some rows further down; texts in it and rows held by `$` stay. */
function moved(formula: string, by: number): string {
  return formula
    .split(/("(?:[^"]|"")*"|&quot;[\s\S]*?&quot;)/u)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part.replace(
            /(?<![A-Za-z0-9_.$])(\$?[A-Z]{1,3})(\d{1,7})(?![\d(A-Za-z_])/gu,
            (_, column: string, row: string) => `${column}${Number(row) + by}`,
          ),
    )
    .join('');
}

function cellXml(
  row: number,
  column: number,
  style: string | null,
  value: Exclude<PlainValue, null>,
  { flags, percents }: SheetFill,
  styles: readonly CellStyle[],
): string {
  const open = `<c r="${a1Of(row, column)}"${style === null ? '' : ` s="${style}"`}`;
  const kind = styles[Number(style ?? 0)] ?? 'other';
  const isFraction = percents.has(column) && kind !== 'percent' && typeof value === 'number';
  const day = kind === 'date' && typeof value === 'string' ? dayNumber(value) : null;
  const number = typeof value === 'number' && !isFraction ? value : day;
  if (number !== null) return `${open}><v>${number}</v></c>`;
  const shown = isFraction ? percentText(value) : String(value);
  const text = typeof value === 'boolean' ? (value ? flags.yes : flags.no) : shown;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

function withDimension(head: string, end: number): string {
  return head.replace(
    /(<dimension\b[^>]*?ref=["'][A-Z]+\d+:[A-Z]+)(\d+)/u,
    (_, before: string, last: string) => `${before}${Math.max(Number(last), end)}`,
  );
}

/** Drop-downs and conditional formats that reach the last prepared row reach the new ones. */
function extended(tail: string, from: number, last: number, end: number): string {
  return tail.replace(/(\ssqref=["'])([^"']*)/gu, (_, before: string, areas: string) => {
    const longer = areas.split(' ').map((area) => {
      const [, left = '', top = '', right, bottom] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/u.exec(area) ?? [];
      const reaches = Number(bottom ?? top) === last && Number(top) >= from;
      return reaches ? `${left}${top}:${right ?? left}${end}` : area;
    });
    return `${before}${longer.join(' ')}`;
  });
}

/** What a formula came to when the form was saved is not what it comes to now. */
function withoutResults(xml: string): string {
  return xml.replace(CELL, (cell) =>
    /<f[\s/>]/u.test(cell)
      ? cell.replace(/<v>[\s\S]*?<\/v>|<v\/>/u, '').replace(/^(<c\b[^>]*?)\st=(?:"[^"]*"|'[^']*')/u, '$1')
      : cell,
  );
}

function withCalculation(book: string): string {
  const known = /<calcPr\b[^>]*?\/?>/u.exec(book);
  if (known !== null) {
    const tag = known[0].replace(/\sfullCalcOnLoad=(?:"[^"]*"|'[^']*')/u, '');
    return book.replace(known[0], tag.replace(/<calcPr/u, '<calcPr fullCalcOnLoad="1"'));
  }
  const before = ['</definedNames>', '<definedNames/>', '</externalReferences>', '</sheets>'];
  const after = before.find((tag) => book.includes(tag)) ?? '';
  return book.replace(after, `${after}<calcPr fullCalcOnLoad="1"/>`);
}

/** Formulas with an area that ends at the last prepared row of a sheet to which rows were added. */
function shortFormulas(
  xml: string,
  own: string,
  ends: ReadonlyMap<string, { readonly last: number }>,
): Filled['short'][number][] {
  const found: Filled['short'][number][] = [];
  for (const [cell] of xml.matchAll(CELL)) {
    const formula = plainAttribute(/<f\b[^>]*>([\s\S]*?)<\/f>/u.exec(cell)?.[1] ?? '');
    for (const [sheet, { last }] of ends) {
      const isOther = sheet !== own;
      const names = isOther && !formula.includes(sheet);
      if (names || !new RegExp(`:\\$?[A-Z]{1,3}\\$?${last}(?!\\d)`, 'u').test(formula)) continue;
      found.push({ sheet: own, cell: attribute(cell, 'r') ?? '', formula });
    }
  }
  return found;
}
