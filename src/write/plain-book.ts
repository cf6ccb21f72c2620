import JSZip from 'jszip';
import { a1Of } from '../model/origin.ts';
import type { CellValue, Sheet, Workbook } from '../model/workbook.ts';
import { sheetNames } from './sheet-names.ts';
import { cellWidth, dayNumber, NO_MOMENT } from './xlsx.ts';
import { DECLARATION, fixedParts, MAIN, STYLE, xmlText } from './xlsx-parts.ts';

/**
 * A new .xlsx with the cells of a workbook of any format as they were read: texts as texts, numbers and dates under their
 * number format, merged areas, hidden sheets, rows and columns. No cell is a formula.
 */
export async function toPlainBook({ sheets }: Workbook): Promise<Buffer> {
  const formats = new NumberFormats();
  const parts = sheets.map((sheet) => sheetXml(sheet, formats));
  const zip = new JSZip();
  const add = (part: string, text: string) =>
    zip.file(part, Buffer.from(text), { date: NO_MOMENT, createFolders: false });
  const names = sheetNames(sheets.map(({ name }) => name));
  const places = sheets.map(({ hidden }, at) => ({ name: names[at] ?? '', area: null, hidden }));
  for (const [part, text] of fixedParts(places)) {
    add(part, part === 'xl/styles.xml' ? formats.addedTo(text) : text);
  }
  for (const [index, part] of parts.entries()) add(`xl/worksheets/sheet${index + 1}.xml`, part);
  return await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', platform: 'DOS' });
}

/** Cell styles for number formats, behind those there are. */
class NumberFormats {
  private static readonly first = { format: 200, style: Object.keys(STYLE).length };
  private readonly known = new Map<string, number>();

  styleOf(format: string | undefined): number {
    if (format === undefined || format === '' || format === 'General') return STYLE.plain;
    const { style } = NumberFormats.first;
    const known = this.known.get(format) ?? style + this.known.size;
    this.known.set(format, known);
    return known;
  }

  addedTo(styles: string): string {
    const { format } = NumberFormats.first;
    const codes = [...this.known.keys()];
    const formats = codes.map(
      (code, at) => `<numFmt numFmtId="${format + at}" formatCode="${xmlText(code)}"/>`,
    );
    const xfs = codes.map(
      (_, at) =>
        `<xf numFmtId="${format + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`,
    );
    return styles
      .replace(
        /<numFmts count="(\d+)">/,
        (_, count: string) => `<numFmts count="${Number(count) + codes.length}">`,
      )
      .replace('</numFmts>', () => `${formats.join('')}</numFmts>`)
      .replace(
        /<cellXfs count="(\d+)">/,
        (_, count: string) => `<cellXfs count="${Number(count) + codes.length}">`,
      )
      .replace('</cellXfs>', () => `${xfs.join('')}</cellXfs>`);
  }
}

const [NARROWEST, WIDEST] = [8, 48];

function sheetXml({ rows, merges, hiddenColumns }: Sheet, formats: NumberFormats): string {
  const widths: number[] = [];
  const written: string[] = [];
  for (const row of rows()) {
    const cells = row.cells.map((cell, at) => {
      const width = typeof cell === 'string' ? cellWidth(cell.slice(0, WIDEST)) + 2 : NARROWEST;
      widths[at] = Math.min(WIDEST, Math.max(widths[at] ?? NARROWEST, width));
      return cellXml(cell, a1Of(row.number, at + 1), row.formats?.[at], formats);
    });
    written.push(`<row r="${row.number}"${row.hidden ? ' hidden="1"' : ''}>${cells.join('')}</row>`);
  }
  const hidden = new Set(hiddenColumns);
  const columns = Array.from(widths, (width = NARROWEST, at) => {
    const state = hidden.has(at + 1) ? ' hidden="1"' : '';
    return `<col min="${at + 1}" max="${at + 1}" width="${width}"${state} customWidth="1"/>`;
  });
  const areas = merges.map(
    ({ top, left, bottom, right }) => `<mergeCell ref="${a1Of(top, left)}:${a1Of(bottom, right)}"/>`,
  );
  return [
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetFormatPr defaultRowHeight="15"/>`,
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
    `<sheetData>${written.join('')}</sheetData>`,
    areas.length === 0 ? '' : `<mergeCells count="${areas.length}">${areas.join('')}</mergeCells>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/></worksheet>',
  ].join('');
}

const ERRORS: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
]);

function cellXml(
  cell: CellValue | undefined,
  a1: string,
  format: string | undefined,
  formats: NumberFormats,
): string {
  const text = (value: string, style: number) =>
    `<c r="${a1}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'string') return text(cell, STYLE.text);
  if (typeof cell === 'number') return `<c r="${a1}" s="${formats.styleOf(format)}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${a1}" t="b"><v>${Number(cell)}</v></c>`;
  if (cell.kind === 'formula') return text(`=${cell.formula.replace(/^=/, '')}`, STYLE.text);
  if (cell.kind === 'error') {
    return ERRORS.has(cell.code) ? `<c r="${a1}" t="e"><v>${cell.code}</v></c>` : text(cell.code, STYLE.text);
  }
  const number = momentNumber(cell.iso);
  return number === null
    ? text(cell.iso, STYLE.text)
    : `<c r="${a1}" s="${formats.styleOf(cell.format)}"><v>${number}</v></c>`;
}

const DAY_SECONDS = 86_400;

function momentNumber(iso: string): number | null {
  const [day = '', time] = iso.split('T');
  const number = dayNumber(day);
  if (number === null || time === undefined) return number;
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return number + (hours * 3600 + minutes * 60 + seconds) / DAY_SECONDS;
}
