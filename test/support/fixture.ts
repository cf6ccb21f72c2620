import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import type { Input } from '../../src/model/run.ts';
import type { CellValue, Merge, Sheet, Workbook } from '../../src/model/workbook.ts';

/** A table that carries its own answers. `expected` holds `Sheet!A1` of every finding, sorted. */
export interface Fixture {
  readonly fileName: string;
  readonly policy: string;
  readonly workbook: (read: (bytes: Buffer, name: string) => Promise<Workbook>) => Promise<Workbook>;
  readonly expected: readonly string[];
}

interface FixtureOptions {
  readonly fileName?: string;
  readonly policy?: string;
}

/**
 * `good.csv` and `bad.csv`: the last column is called 期望 in any row and names the column letters of the
 * findings expected in that row, such as `C` or `A C`. It is cut off before the table is read.
 * `good.yaml` and `bad.yaml`: sheets with typed cells, for what CSV cannot say, or the `text` or `hex` of a whole
 * text file, and a list `expect`.
 * `fixture.yaml` may set `fileName` and `policy` (default hohhot; a path is relative to the folder).
 */
export function loadFixture(folder: string, name: 'good' | 'bad'): Fixture {
  const optionsFile = path.join(folder, 'fixture.yaml');
  const options = (
    existsSync(optionsFile) ? parseYaml(readFileSync(optionsFile, 'utf8')) : {}
  ) as FixtureOptions;
  const policy = options.policy?.startsWith('.')
    ? path.resolve(folder, options.policy)
    : (options.policy ?? 'hohhot');
  const csv = path.join(folder, `${name}.csv`);
  const fileName = options.fileName ?? `${name}.csv`;
  if (existsSync(csv)) return { fileName, policy, ...fromCsv(csv, fileName) };
  return { fileName, policy, ...fromYaml(path.join(folder, `${name}.yaml`)) };
}

function fromCsv(file: string, fileName: string): Pick<Fixture, 'workbook' | 'expected'> {
  const records = parse(readFileSync(file), { relax_column_count: true }) as string[][];
  const width = Math.max(...records.map((record) => record.length));
  const answerColumn = records.findIndex((record) => record[width - 1]?.startsWith('期望'));
  if (answerColumn === -1) throw new Error(`${file}: no cell 期望 in the last column`);
  const sheet = fileName.replace(/\.[^.]*$/, '');
  const expected = records.flatMap((record, index) =>
    lettersOf(record[width - 1]).map((letter) => `${sheet}!${letter}${index + 1}`),
  );
  const text = records
    .map((record) =>
      record
        .slice(0, width - 1)
        .map(quote)
        .join(','),
    )
    .join('\n');
  return { workbook: (read) => read(Buffer.from(`${text}\n`), fileName), expected: expected.sort() };
}

/** `期望` itself, or `期望 C` in the header row. */
function lettersOf(cell: string | undefined): string[] {
  return (cell ?? '')
    .replace('期望', '')
    .split(/\s+/)
    .filter((part) => part !== '');
}

function quote(field: string): string {
  return `"${field.replaceAll('"', '""')}"`;
}

type YamlCell =
  | string
  | number
  | boolean
  | null
  | { date?: string; format?: string; error?: string; formula?: string };

interface YamlFile {
  /** A whole text file, for what the form of the table above cannot say; `hex` if its bytes matter. */
  readonly text?: string;
  readonly hex?: string;
  readonly expect?: readonly string[];
}

interface YamlWorkbook {
  readonly sheets: readonly {
    readonly name: string;
    readonly hidden?: boolean;
    readonly merges?: readonly string[];
    readonly hiddenRows?: readonly number[];
    readonly hiddenColumns?: readonly number[];
    readonly rows: readonly (readonly YamlCell[])[];
  }[];
  readonly countedCells?: number;
}

function fromYaml(file: string): Pick<Fixture, 'workbook' | 'expected'> {
  const content = parseYaml(readFileSync(file, 'utf8')) as YamlWorkbook & YamlFile;
  const expected = [...(content.expect ?? [])].sort();
  const { text, hex } = content;
  if (text === undefined && hex === undefined) return { workbook: workbookOf(content), expected };
  const bytes = text === undefined ? Buffer.from(hex ?? '', 'hex') : Buffer.from(text);
  return { workbook: (read) => read(bytes, path.basename(file).replace('.yaml', '.csv')), expected };
}

function workbookOf(written: YamlWorkbook): Fixture['workbook'] {
  const workbook: Workbook = {
    format: 'xlsx',
    encoding: null,
    countedCells: written.countedCells ?? null,
    sheets: written.sheets.map(
      (sheet): Sheet => ({
        name: sheet.name,
        hidden: sheet.hidden ?? false,
        merges: (sheet.merges ?? []).map(toMerge),
        hiddenColumns: sheet.hiddenColumns ?? [],
        rows: () =>
          sheet.rows.map((cells, index) => ({
            number: index + 1,
            cells: cells.map(toCell),
            hidden: sheet.hiddenRows?.includes(index + 1) ?? false,
          })),
      }),
    ),
  };
  return () => Promise.resolve(workbook);
}

function toCell(cell: YamlCell): CellValue | undefined {
  if (cell === null) return undefined;
  if (typeof cell !== 'object') return cell;
  if (cell.date !== undefined) return { kind: 'date', iso: cell.date, format: cell.format ?? 'm月d日' };
  if (cell.error !== undefined) return { kind: 'error', code: cell.error };
  return { kind: 'formula', formula: cell.formula ?? '' };
}

function toMerge(range: string): Merge {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range);
  if (match === null) throw new Error(`not a range: ${range}`);
  const column = (letters = '') =>
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { left: column(match[1]), top: Number(match[2]), right: column(match[3]), bottom: Number(match[4]) };
}

/** An input as the pipeline would describe a file that was read. */
export function readInput(path: string, workbook: Workbook): Input {
  return {
    path,
    sha256: null,
    bytes: 1,
    state: 'read',
    format: workbook.format,
    encoding: workbook.encoding,
    text: workbook.text ?? null,
    unreadable: null,
    skipped: null,
    countedCells: workbook.countedCells,
    handover: workbook.handover ?? null,
    sheets: [],
    joined: [],
  };
}
