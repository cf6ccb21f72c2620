import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { tenChecks } from './checks.mjs';

/** `exceljs-ajv.mjs FOLDER PACKAGE_JSON`, the second names where exceljs is installed. */
const [folder, from] = process.argv.slice(2);
const { Workbook } = createRequire(from)('exceljs');
const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.xlsx'));
const books = [];
for (const name of names.sort()) {
  const book = new Workbook();
  try {
    await book.xlsx.readFile(path.join(folder, name));
  } catch {
    continue;
  }
  books.push({
    file: name,
    sheets: book.worksheets.map((sheet) => ({ sheet: sheet.name, rows: rowsOf(sheet) })),
  });
}
process.stdout.write(JSON.stringify(tenChecks(books)));

function rowsOf(sheet) {
  const rows = [];
  for (let number = 1; number <= sheet.rowCount; number++) {
    const cells = [];
    sheet.getRow(number).eachCell({ includeEmpty: true }, (cell, column) => {
      // The library repeats a merged value in every cell of the merge.
      cells[column - 1] = cell.isMerged && cell.master !== cell ? '' : textOf(cell.value);
    });
    rows.push(Array.from(cells, (cell) => cell ?? ''));
  }
  return rows;
}

function textOf(value) {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  return 'result' in value ? String(value.result ?? '') : String(value.text ?? '');
}
