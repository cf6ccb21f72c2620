import { a1Of } from '../../model/origin.ts';
import type { ResultColumn } from '../../model/result-sheet.ts';
import { linesOf } from '../xlsx.ts';
import { DECLARATION, MAIN, xmlText } from '../xlsx-parts.ts';
import type { ResultRow, ResultSheet } from './mark.ts';
import type { ResultStyles } from './styles.ts';

/** The sheet is read on paper too, so that its columns fit a page lying on its side; the key is for programs. */
const WIDTHS: Readonly<Record<ResultColumn, number>> = {
  number: 6,
  place: 18,
  level: 9,
  state: 8,
  text: 52,
  basis: 26,
  remedy: 34,
  reply: 10,
  note: 20,
  key: 10,
};
const HEADER_ROW = 3;
/** More links than this a spreadsheet does not take in one sheet. */
const MOST_LINKS = 65_530;
/** Longest text of a cell. */
const LONGEST = 32_767;

/** Columns in their order; what became of findings is only told where there was a last time. */
export function columnsOf({ rows }: ResultSheet): readonly ResultColumn[] {
  const all = Object.keys(WIDTHS) as ResultColumn[];
  return rows.some(({ state }) => state !== null) ? all : all.filter((column) => column !== 'state');
}

/** The area of the header with its rows, as `$A$3:$I$20`; the key is no part of it. */
export function areaOf(sheet: ResultSheet): string {
  const last = a1Of(HEADER_ROW + sheet.rows.length, columnsOf(sheet).length - 1);
  return `$A$${HEADER_ROW}:${last.replace(/^([A-Z]+)/, '$$$1$')}`;
}

export const TITLE_ROWS = `$1:$${HEADER_ROW}`;

/** The worksheet part: no formula, texts as texts, links within the workbook. */
export function resultSheetPart(sheet: ResultSheet, styles: ResultStyles): Buffer {
  const columns = columnsOf(sheet);
  const cell = (row: number, at: number, text: string, style: number) => {
    const open = `<c r="${a1Of(row, at + 1)}" s="${style}"`;
    const held = text.slice(0, LONGEST).toWellFormed();
    return held === ''
      ? `${open}/>`
      : `${open} t="inlineStr"><is><t xml:space="preserve">${xmlText(held)}</t></is></c>`;
  };
  const row = (number: number, cells: readonly string[], height: number | null = null) =>
    `<row r="${number}"${height === null ? '' : ` ht="${height}" customHeight="1"`}>${cells.join('')}</row>`;
  const values = sheet.rows.map((entry, index) =>
    row(
      HEADER_ROW + 1 + index,
      columns.map((column, at) =>
        column === 'number'
          ? `<c r="${a1Of(HEADER_ROW + 1 + index, 1)}" s="${styles.text}"><v>${index + 1}</v></c>`
          : cell(
              HEADER_ROW + 1 + index,
              at,
              entry[column] ?? '',
              column === 'place' && entry.a1 !== null ? styles.link : styles.text,
            ),
      ),
      heightOf(entry),
    ),
  );
  const last = columns.length - 1;
  return Buffer.from(
    [
      `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>`,
      `<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="${HEADER_ROW}" topLeftCell="A${HEADER_ROW + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`,
      `<cols>${columns.map((column, at) => `<col min="${at + 1}" max="${at + 1}" width="${WIDTHS[column]}"${column === 'key' ? ' hidden="1"' : ''} customWidth="1"/>`).join('')}</cols><sheetData>`,
      row(1, [cell(1, 0, sheet.title, styles.title)], 26),
      row(2, [cell(2, 0, sheet.guide, styles.note)], 48),
      row(
        HEADER_ROW,
        columns.map((column, at) => cell(HEADER_ROW, at, sheet.headers[column], styles.header)),
        22,
      ),
      ...values,
      `</sheetData>${sheet.rows.length === 0 ? '' : `<autoFilter ref="${areaOf(sheet).replaceAll('$', '')}"/>`}`,
      `<mergeCells count="2"><mergeCell ref="A1:${a1Of(1, last)}"/><mergeCell ref="A2:${a1Of(2, last)}"/></mergeCells>`,
      validation(sheet, columns.indexOf('reply') + 1),
      links(sheet.rows),
      '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
      `<headerFooter><oddFooter>${xmlText(sheet.footer)}</oddFooter></headerFooter></worksheet>`,
    ].join(''),
  );
}

/** Programs that do not fit rows to their texts when they open a file show one line of it otherwise. */
function heightOf(row: ResultRow): number {
  const lines = (['place', 'text', 'basis', 'remedy', 'note'] as const).map((column) =>
    linesOf(row[column], WIDTHS[column]),
  );
  return Math.min(400, Math.max(...lines) * 15 + 3);
}

function validation({ rows, replies }: ResultSheet, column: number): string {
  if (rows.length === 0) return '';
  const area = `${a1Of(HEADER_ROW + 1, column)}:${a1Of(HEADER_ROW + rows.length, column)}`;
  const listed = xmlText(`"${replies.join(',')}"`);
  return `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" sqref="${area}"><formula1>${listed}</formula1></dataValidation></dataValidations>`;
}

function links(rows: readonly ResultRow[]): string {
  const made = rows.flatMap(({ sheet, a1 }, index) => {
    if (sheet === null || a1 === null) return [];
    const target = xmlText(`'${sheet.replaceAll("'", "''")}'!${a1}`);
    return [`<hyperlink ref="${a1Of(HEADER_ROW + 1 + index, 2)}" location="${target}"/>`];
  });
  return made.length === 0 ? '' : `<hyperlinks>${made.slice(0, MOST_LINKS).join('')}</hyperlinks>`;
}
