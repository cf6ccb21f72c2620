// The library alone with its fastest options: read every workbook of a folder, check nothing.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { read } from 'xlsx';

const OPTIONS = { type: 'buffer', dense: true, cellText: false, cellHTML: false, cellFormula: false };
const folder = process.argv[2];
let sheets = 0;
for (const name of readdirSync(folder, { recursive: true })) {
  if (!name.endsWith('.xlsx')) continue;
  try {
    sheets += read(readFileSync(path.join(folder, name)), OPTIONS).SheetNames.length;
  } catch {
    // The city holds a few broken files on purpose; both sides meet them.
  }
}
process.stdout.write(`${sheets}\n`);
