import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SSF, utils, write } from 'xlsx';
import type { CellValue, Handover, Workbook } from '../src/model/workbook.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { serialToIso } from '../src/read/serial-date.ts';
import { readSpreadsheet } from '../src/read/spreadsheet.ts';
import { isDateFormat } from '../src/read/xlsx/styles.ts';
import { readXlsx } from '../src/read/xlsx/xlsx.ts';
import { zipEntries } from '../src/read/zip.ts';
import { ROOT } from './support/paths.ts';

/** Everything a workbook says, in a form that two readers can be held against each other. */
function facts(workbook: Workbook | Handover) {
  if (!('sheets' in workbook)) return workbook;
  return workbook.sheets.map(({ name, hidden, merges, hiddenColumns, rows }) => ({
    name,
    hidden,
    merges: [...merges].map((merge) => JSON.stringify(merge)).sort(),
    hiddenColumns,
    rows: [...rows()]
      .map(({ number, hidden: isHidden, cells }) => ({ number, isHidden, cells: trimEnd(cells) }))
      .filter(({ cells }) => cells.length > 0),
  }));
}

function trimEnd(cells: readonly (CellValue | undefined)[]): (CellValue | undefined)[] {
  const last = cells.findLastIndex((cell) => cell !== undefined);
  // The library takes a carriage return out of a line break that was written as an escape.
  return cells
    .slice(0, last + 1)
    .map((cell) => (typeof cell === 'string' ? cell.replaceAll('\r', '') : cell));
}

function xlsxIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => path.join(folder, name))
    .filter((file) => isWhole(readFileSync(file)));
}

function isWhole(bytes: Buffer): boolean {
  try {
    return zipEntries(bytes, DEFAULT_LIMITS).length > 0;
  } catch {
    return false;
  }
}

async function readBoth(bytes: Buffer) {
  const entries = zipEntries(bytes, DEFAULT_LIMITS);
  return {
    own: facts(await readXlsx(bytes, entries, DEFAULT_LIMITS)),
    library: facts(await readSpreadsheet(bytes, { format: 'xlsx', entries }, DEFAULT_LIMITS)),
  };
}

describe('own reader and library say the same', () => {
  const city = path.join(mkdtempSync(path.join(tmpdir(), 'differential-')), 'city');

  beforeAll(() => {
    const args = [
      '--import',
      'tsx',
      'scripts/make-city.ts',
      '--out',
      city,
      '--format',
      'xlsx',
      '--count',
      '60',
    ];
    execFileSync(process.execPath, [...args, '--seed', '11', '--faults', '1'], { cwd: ROOT });
  });

  it('of every workbook of the sample, whoever wrote it', async () => {
    const files = xlsxIn(path.join(ROOT, 'fixtures/cities/hohhot-sample'));
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) {
      const { own, library } = await readBoth(readFileSync(file));
      expect(own, file).toEqual(library);
    }
  });

  it('of a made city', async () => {
    const files = xlsxIn(city);
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) {
      const { own, library } = await readBoth(readFileSync(file));
      expect(own, file).toEqual(library);
    }
  });

  it('of made-up sheets with every kind of cell', async () => {
    const text = fc.string({
      unit: fc.constantFrom('社', '区', ' ', '\n', '&', '<', '>', '"', "'", '𠮷', '_x000D_', 'a', '\t', '１'),
    });
    const cell = fc.oneof(
      { weight: 2, arbitrary: fc.constant(null) },
      { weight: 4, arbitrary: text.map((v) => ({ t: 's', v })) },
      { weight: 2, arbitrary: fc.integer().map((v) => ({ t: 'n', v })) },
      {
        weight: 2,
        arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map((v) => ({ t: 'n', v })),
      },
      fc.integer({ min: 61, max: 80_000 }).map((v) => ({ t: 'n', v, z: 'yyyy-mm-dd' })),
      fc.boolean().map((v) => ({ t: 'b', v })),
      fc.constantFrom(0, 7, 15, 23, 29, 36, 42).map((v) => ({ t: 'e', v })),
      fc.constant({ t: 'z', f: 'A1' }),
      fc.constant({ t: 's', v: '', f: 'IF(A1,"","")' }),
    );
    const grid = fc.array(fc.array(cell, { maxLength: 8 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(grid, fc.boolean(), async (rows, bookSST) => {
        const sheet: Record<string, unknown> = { '!ref': `A1:H${rows.length}` };
        for (const [r, cells] of rows.entries()) {
          for (const [c, value] of cells.entries())
            if (value !== null) sheet[utils.encode_cell({ r, c })] = { ...value };
        }
        const book = utils.book_new();
        utils.book_append_sheet(book, sheet, '清单');
        const bytes = write(book, { type: 'buffer', bookType: 'xlsx', bookSST }) as Buffer;
        const { own, library } = await readBoth(bytes);
        expect(own).toEqual(library);
      }),
      { numRuns: 300, seed: 20_261_121 },
    );
  });
});

describe('dates', () => {
  it('are what the library makes of them, in both systems', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 0, max: 86_399 }),
        fc.boolean(),
        (day, second, date1904) => {
          const serial = day + second / 86_400;
          const parts = SSF.parse_date_code(serial, { date1904 });
          const two = (part: number) => String(part).padStart(2, '0');
          const time =
            parts.H + parts.M + parts.S === 0 ? '' : `T${two(parts.H)}:${two(parts.M)}:${two(parts.S)}`;
          expect(serialToIso(serial, date1904)).toBe(
            `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}${time}`,
          );
        },
      ),
      { numRuns: 2000, seed: 20_261_121 },
    );
  });

  it.each([
    ['General', false],
    ['0.00', false],
    ['0.00E+00', false],
    ['@', false],
    ['[Red]0', false],
    ['"年"0', false],
    ['0\\d', false],
    ['yyyy"年"m"月"d"日"', true],
    ['[$-804]yyyy/m/d', true],
    ['[h]:mm', true],
    ['General;yyyy', true],
  ])('the format %s shows a date: %s', (code, expected) => {
    expect(isDateFormat(code)).toBe(expected);
    expect(SSF.is_date(code)).toBe(expected);
  });
});
