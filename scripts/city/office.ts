import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Placement, Sheet } from './place.ts';
import { writePlacement } from './writers.ts';

/** Only the sample needs these two outside programs; the whole city is written without them. */
const OFFICE = process.env.SOFFICE ?? 'soffice';
const WRITER = fileURLToPath(new URL('./openpyxl_writer.py', import.meta.url));

let python: string | null = null;

function pythonWithOpenpyxl(): string {
  if (python) return python;
  // A version manager's python3 often shadows the one that the system's openpyxl belongs to.
  const choices = [process.env.PYTHON, 'python3', '/usr/bin/python3'].filter((one) => one !== undefined);
  const works = (name: string): boolean =>
    spawnSync(name, ['-c', 'import openpyxl'], { stdio: 'ignore' }).status === 0;
  python = choices.find(works) ?? null;
  if (!python) throw new Error('the sample needs a Python with openpyxl; name it in PYTHON');
  return python;
}

function inScratch<T>(work: (dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'city-'));
  try {
    return work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function toJson(sheet: Sheet): unknown {
  const cells = [...sheet.cells].map(([key, value]) => [...key.split(':').map(Number), value]);
  const wide = cells.filter(([, , value]) => typeof value === 'string' && value.length > 18);
  return {
    ...sheet,
    cells,
    wide: [...new Set(wide.map(([, column]) => column))],
    headings: [...sheet.headings],
    merges: sheet.merges.map((m) => [m.top, m.left, m.bottom, m.right]),
  };
}

export function writeWithOpenpyxl(placement: Placement): Buffer {
  return inScratch((dir) => {
    writeFileSync(join(dir, 'sheets.json'), JSON.stringify(placement.sheets.map(toJson)));
    execFileSync(pythonWithOpenpyxl(), [WRITER, 'book', join(dir, 'sheets.json'), join(dir, 'out.xlsx')]);
    return readFileSync(join(dir, 'out.xlsx'));
  });
}

export function writeWithLibreOffice(placement: Placement, format: 'xls' | 'ods'): Buffer {
  return inScratch((dir) => {
    writeFileSync(join(dir, 'in.xlsx'), writePlacement(placement, 'xlsx'));
    const profile = `-env:UserInstallation=${pathToFileURL(join(dir, 'profile')).href}`;
    const filter = format === 'xls' ? 'xls:MS Excel 97' : 'ods';
    const run = [profile, '--headless', '--convert-to', filter, '--outdir', dir, join(dir, 'in.xlsx')];
    execFileSync(OFFICE, run, { stdio: 'ignore', env: { ...process.env, TZ: 'UTC' } });
    const out = join(dir, `in.${format}`);
    if (format === 'ods') execFileSync(pythonWithOpenpyxl(), [WRITER, 'settle', out]);
    return readFileSync(out);
  });
}
