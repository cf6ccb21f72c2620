import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as XLSX from 'xlsx';
import { tenChecks } from './checks.mjs';

/** `sheetjs-ajv.mjs FOLDER` */
const [folder] = process.argv.slice(2);
const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.xlsx'));
const books = names.sort().flatMap((name) => {
  try {
    const book = XLSX.read(readFileSync(path.join(folder, name)), {
      dense: true,
      cellHTML: false,
      cellText: false,
    });
    const sheets = book.SheetNames.map((sheet) => ({
      sheet,
      rows: XLSX.utils
        .sheet_to_json(book.Sheets[sheet], { header: 1, raw: true, blankrows: true, defval: '' })
        .map((row) => row.map(String)),
    }));
    return [{ file: name, sheets }];
  } catch {
    return [];
  }
});
process.stdout.write(JSON.stringify(tenChecks(books)));
