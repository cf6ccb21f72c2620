import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { UnreadableError } from '../src/read/unreadable.ts';
import { readXlsx, streamXlsx } from '../src/read/xlsx/xlsx.ts';
import { zipEntries } from '../src/read/zip.ts';

/**
 * Our reader alone: every cell of every workbook of a folder, CRC checked, and nothing else. `stream` keeps no row
 * and lifts the limits on cells and part sizes, as `--limit` does.
 */
const [folder = '', mode = 'keep'] = process.argv.slice(2);
const RAISED = { ...DEFAULT_LIMITS, cells: 100_000_000, part: 2 ** 31, total: 2 ** 32, file: 2 ** 31 };
let cells = 0;
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.xlsx')) continue;
  try {
    const bytes = readFileSync(path.join(folder, name));
    cells += mode === 'stream' ? await streamed(bytes) : await kept(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
  }
}
process.stdout.write(`${cells}\n`);

async function kept(bytes: Buffer): Promise<number> {
  const read = await readXlsx(bytes, zipEntries(bytes, DEFAULT_LIMITS), DEFAULT_LIMITS);
  return 'sheets' in read ? (read.countedCells ?? 0) : 0;
}

async function streamed(bytes: Buffer): Promise<number> {
  let found = 0;
  const handover = await streamXlsx(bytes, zipEntries(bytes, RAISED), RAISED, {
    begin() {},
    row({ cells }) {
      for (const cell of cells) if (cell !== undefined) found++;
    },
    end() {},
  });
  if (handover !== null) throw new Error(`left to the library: ${handover.part} ${handover.why}`);
  return found;
}
