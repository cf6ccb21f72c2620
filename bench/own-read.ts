import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { UnreadableError } from '../src/read/unreadable.ts';
import { readXlsx } from '../src/read/xlsx/xlsx.ts';
import { zipEntries } from '../src/read/zip.ts';

/** Our reader alone: every cell of every workbook of a folder, CRC checked, and nothing else. */
const folder = process.argv[2] ?? '';
let sheets = 0;
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.xlsx')) continue;
  try {
    const bytes = readFileSync(path.join(folder, name));
    const read = await readXlsx(bytes, zipEntries(bytes, DEFAULT_LIMITS), DEFAULT_LIMITS);
    if ('sheets' in read) sheets += read.sheets.length;
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
  }
}
process.stdout.write(`${sheets}\n`);
