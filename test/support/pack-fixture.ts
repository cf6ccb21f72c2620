import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import * as XLSX from 'xlsx';
import { parse as parseYaml } from 'yaml';
import type { InputFile } from '../../src/read/inputs.ts';

/** A table as a place would send it, with its answers: `sheet!A1 rule`, with `?` behind what is undetermined. */
export interface PackFixture {
  readonly input: InputFile;
  readonly expected: readonly string[];
}

/**
 * `bad.csv` and `good.csv`: the last column is called 期望 in any row and names what is expected in that row, such as
 * `C=staff-per-10k` or `B=sign-outside-count? D=sign-room-one`. It is cut off before the table is read.
 * `bad.yaml` and `good.yaml`: several sheets, merges and typed cells; `expect` lists the answers. Written out as .xlsx.
 * The file is called after its mechanism, the folder above it names the pack.
 */
export function loadPackFixture(folder: string, name: 'good' | 'bad'): PackFixture {
  const title = path.basename(folder);
  const csv = path.join(folder, `${name}.csv`);
  const { bytes, expected, extension } = existsSync(csv)
    ? fromCsv(csv, title)
    : fromYaml(path.join(folder, `${name}.yaml`));
  const input: InputFile = {
    path: `${title}.${extension}`,
    absolute: '',
    skipped: null,
    bytes: () => Promise.resolve(bytes),
  };
  return { input, expected: [...expected].sort() };
}

/** `[pack, mechanism, folder]` of every fixture. */
export function packFixtures(root: string): [pack: string, mechanism: string, folder: string][] {
  const below = (folder: string) =>
    readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return below(root).flatMap(({ name: pack }) =>
    below(path.join(root, pack)).map(({ name }): [string, string, string] => [
      pack,
      name,
      path.join(root, pack, name),
    ]),
  );
}

interface Written {
  readonly bytes: Buffer;
  readonly expected: readonly string[];
  readonly extension: 'csv' | 'xlsx';
}

function fromCsv(file: string, sheet: string): Written {
  const records = parse(readFileSync(file), { relax_column_count: true }) as string[][];
  const width = Math.max(...records.map((record) => record.length));
  if (!records.some((record) => record[width - 1]?.startsWith('期望')))
    throw new Error(`${file}: no cell 期望 in the last column`);
  const expected = records.flatMap((record, index) => {
    const answers = (record[width - 1] ?? '').replace('期望', '').trim().split(/\s+/);
    return answers
      .filter((answer) => answer !== '')
      .map((answer) => {
        const [column = '', rule = ''] = answer.split('=');
        return `${sheet}!${column}${index + 1} ${rule}`;
      });
  });
  const lines = records.map((record) =>
    Array.from({ length: width - 1 }, (_, at) => `"${(record[at] ?? '').replaceAll('"', '""')}"`).join(','),
  );
  return { bytes: Buffer.from(`${lines.join('\r\n')}\r\n`), expected, extension: 'csv' };
}

type Cell = string | number | boolean | null | { readonly date: string };

interface YamlBook {
  readonly sheets: readonly {
    readonly name: string;
    readonly merges?: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
  }[];
  readonly expect?: readonly string[];
}

function fromYaml(file: string): Written {
  const book = parseYaml(readFileSync(file, 'utf8')) as YamlBook;
  const workbook = XLSX.utils.book_new();
  for (const { name, merges = [], rows } of book.sheets) {
    const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => row.map(toCell)));
    sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range));
    XLSX.utils.book_append_sheet(workbook, sheet, name);
  }
  const bytes = XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  return { bytes, expected: book.expect ?? [], extension: 'xlsx' };
}

function toCell(cell: Cell): XLSX.CellObject | null {
  if (cell === null) return null;
  if (typeof cell === 'object') {
    const day = Math.round((Date.parse(`${cell.date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
    return { t: 'n', v: day, z: 'yyyy-mm-dd' };
  }
  if (typeof cell === 'number') return { t: 'n', v: cell };
  return typeof cell === 'boolean' ? { t: 'b', v: cell } : { t: 's', v: cell };
}
