import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { SAVED_AS, type SavedAs, saveAs } from '../scripts/city/formats.ts';
import { writeWithOpenpyxl } from '../scripts/city/office.ts';
import { ALLOWED, type Allowed } from '../test/formats/allowed.ts';
import { checked, difference, type Line, linesOf, submissions, write } from '../test/formats/saved.ts';

/**
 * The 450-workbook city in every format, by the project's own writers, and by LibreOffice and openpyxl where they
 * are installed (SOFFICE and PYTHON name them). Prints, for each, which findings are not those of the .xlsx.
 */
const COUNT = Number(process.argv[2] ?? 450);
const OFFICE = process.env.SOFFICE ?? 'soffice';
const SHOWN = 8;

const city = submissions(COUNT, 1).map((one, index) => ({
  ...one,
  name: `n${String(index).padStart(4, '0')}`,
}));
const work = mkdtempSync(path.join(tmpdir(), 'formats-'));

/** LibreOffice works out a formula that has no result, so that there is nothing to find. */
const CALCULATED: Allowed = {
  formats: () => true,
  says: 'cell-formula-without-value unstored',
  how: 'lost',
  why: 'The program that saved the file has calculated it.',
};

async function compare(
  what: string,
  format: SavedAs,
  folder: string,
  expected: readonly Line[],
): Promise<void> {
  const run = await checked(folder);
  const { missing, extra } = difference(expected, linesOf(run, format));
  const allowed = [
    ...ALLOWED.filter(({ formats }) => formats(format)),
    ...(what.includes('LibreOffice') ? [CALCULATED] : []),
  ];
  const isAllowed = (line: Line) =>
    allowed.some(({ says, fits }) => says === line.says && (fits?.(line) ?? true));
  const [lost, fresh] = [
    missing.filter((line) => !isAllowed(line)),
    extra.filter((line) => !isAllowed(line)),
  ];
  const told = missing.length + extra.length - lost.length - fresh.length;
  process.stdout.write(
    `${what}: ${run.inputs.length} files, ${run.findings.length} findings, ${run.faults.length} faults; ${told} allowed differences, ${lost.length} lost, ${fresh.length} new\n`,
  );
  for (const [mark, lines] of [
    ['-', lost],
    ['+', fresh],
  ] as const) {
    for (const { says, args, where } of lines.slice(0, SHOWN)) {
      process.stdout.write(`  ${mark} ${says} ${args.slice(0, 60)} ${where.slice(0, 120)}\n`);
    }
  }
}

function folderFor(format: SavedAs): string {
  const folder = path.join(work, format);
  write(
    folder,
    city.flatMap(({ placement, name }) => saveAs(placement, name, format)),
  );
  return folder;
}

const source = folderFor('xlsx');
const reference = await checked(source);
const expected = linesOf(reference, 'xlsx');
process.stdout.write(`xlsx: ${reference.inputs.length} files, ${expected.length} findings\n`);
for (const format of SAVED_AS.filter((one) => one !== 'xlsx')) {
  await compare(format, format, folderFor(format), expected);
}

const isHere = (program: string, ...args: string[]) =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** One run of LibreOffice over all workbooks; its own profile, so that an open one is left alone. */
function converted(filter: string, name: string): string {
  const folder = path.join(work, name);
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(work, 'profile')).href}`;
  const files = readdirSync(source).map((file) => path.join(source, file));
  execFileSync(OFFICE, [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...files], {
    stdio: 'ignore',
    env: { ...process.env, TZ: 'UTC' },
  });
  return folder;
}

/** LibreOffice writes `n0001-Sheet.csv`; a text stands in a folder of its workbook. */
function sorted(folder: string): string {
  for (const file of readdirSync(folder)) {
    const [, name = '', sheet = ''] = /^(n\d+)-(.*)$/.exec(file) ?? [];
    mkdirSync(path.join(folder, name), { recursive: true });
    renameSync(path.join(folder, file), path.join(folder, name, sheet));
  }
  return folder;
}

if (isHere(OFFICE, '--version')) {
  await compare('xls by LibreOffice', 'xls', converted('xls:MS Excel 97', 'office-xls'), expected);
  await compare('ods by LibreOffice', 'ods', converted('ods', 'office-ods'), expected);
  await compare('xlsx by LibreOffice', 'xlsx', converted('xlsx', 'office-xlsx'), expected);
  const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
  await compare('csv by LibreOffice', 'csv-utf8', sorted(converted(csv, 'office-csv')), expected);
} else process.stdout.write('LibreOffice is not installed: left out\n');

try {
  const folder = path.join(work, 'openpyxl');
  write(
    folder,
    city.map(({ placement, name }) => ({ file: `${name}.xlsx`, bytes: writeWithOpenpyxl(placement) })),
  );
  await compare('xlsx by openpyxl', 'xlsx', folder, expected);
} catch (error) {
  process.stdout.write(`openpyxl is not installed: left out (${String(error).slice(0, 80)})\n`);
}
rmSync(work, { recursive: true });
