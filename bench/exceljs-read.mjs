// exceljs alone: load every workbook of a folder. `exceljs-read.mjs FOLDER PACKAGE_JSON`, the second names where it is installed.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder, from] = process.argv.slice(2);
const { Workbook } = createRequire(from)('exceljs');
const books = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.xlsx'));
for (const name of books) await new Workbook().xlsx.readFile(path.join(folder, name));
