import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  bundled,
  installed,
  inTurn,
  machine,
  median,
  publish,
  ratioOf,
  root,
  type Side,
  type Usage,
} from './processes.ts';

/**
 * Measures the reading of workbooks as whole processes: our reader against the bare floor, the spreadsheet library
 * with its fastest options, exceljs and openpyxl, all over the same made files. `--write` puts the tables into
 * bench/README.md; `--quick` makes small files, to try the script itself.
 */
const QUICK = process.argv.includes('--quick');
const [MIDDLE, MILLION] = QUICK ? [6000, 20_000] : [60_000, 1_000_000];
const EXCELJS = 'exceljs@4.4.0';
/** Debian's python3-openpyxl belongs to this interpreter. */
const PYTHON = process.env.PYTHON ?? '/usr/bin/python3';

const work = mkdtempSync(path.join(tmpdir(), 'bench-reading-'));
const [own, floor] = [await bundled('bench/own-read.ts', work), await bundled('bench/floor.ts', work)];
const exceljs = installed(EXCELJS, work);
const hasOpenpyxl = spawnSync(PYTHON, ['-c', 'import openpyxl']).status === 0;
const small = made('small');

const OURS = 'ours';
const sidesFor = (folder: string, ours: readonly string[]): Side[] => [
  { name: OURS, args: [own, folder, ...ours] },
  { name: 'floor: inflate and pass once', args: [floor, folder] },
  { name: '`xlsx`, fastest options', args: ['--max-old-space-size=16384', 'bench/bare-read.mjs', folder] },
];
const EXCELJS_SIDE = (folder: string): Side[] =>
  exceljs === null ? [] : [{ name: '`exceljs`', args: ['bench/exceljs-read.mjs', folder, exceljs] }];
const OPENPYXL_SIDE = (folder: string): Side[] =>
  hasOpenpyxl
    ? [{ name: '`openpyxl`, read-only', program: PYTHON, args: ['bench/openpyxl_read.py', folder] }]
    : [];

const tables = [
  tableOf('450 small workbooks of four sheets', 3, [...sidesFor(small, []), ...EXCELJS_SIDE(small)]),
  tableOf(`one workbook of ${MIDDLE.toLocaleString('en')} × 8`, 3, sidesFor(made(String(MIDDLE)), [])),
];
const million = made(String(MILLION));
tables.push(
  tableOf(`one workbook of ${MILLION.toLocaleString('en')} × 8, row by row`, 1, [
    ...sidesFor(million, ['stream']),
    ...OPENPYXL_SIDE(million),
  ]),
);
const left = [...(exceljs === null ? [EXCELJS] : []), ...(hasOpenpyxl ? [] : ['openpyxl'])];
const missing = left.length === 0 ? '' : ` Could not be had and was left out: ${left.join(', ')}.`;
publish(
  'reading',
  `${tables.join('\n\n')}\n\nMedians of whole processes in turn, CPU and memory of each process alone. ${machine()}.${missing}`,
);
publish('growth', growth());
rmSync(work, { recursive: true });

function made(what: string): string {
  const folder = path.join(work, what);
  const { status, stderr } = spawnSync('npx', ['tsx', 'bench/make-books.ts', what, folder], { cwd: root });
  if (status !== 0) throw new Error(String(stderr));
  return folder;
}

function tableOf(what: string, rounds: number, sides: readonly Side[]): string {
  const usages = inTurn(sides, rounds);
  const ours = usages.get(OURS) ?? [];
  const rows = sides.map(({ name }) => {
    const side = usages.get(name) ?? [];
    const of = (pick: (usage: Usage) => number) => median(side.map(pick));
    return `| ${name} | ${of(({ cpu }) => cpu).toFixed(2)} | ${of(({ wall }) => wall).toFixed(2)} | ${of(({ peakMiB }) => peakMiB).toFixed(0)} | ${ratioOf(side, ours).toFixed(2)} |`;
  });
  return [
    `| ${what} | CPU s | wall s | peak MiB | CPU against ours |`,
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** Ten times the rows, and ten times the findings: what it takes times. */
function growth(): string {
  const rows = [MILLION / 10, MILLION].map((count) => {
    const folder = readdirSync(work).includes(String(count))
      ? path.join(work, String(count))
      : made(String(count));
    return { name: `${count}`, args: [own, folder, 'stream'] };
  });
  const found = [2000, 20_000].map((count) => {
    const folder = path.join(work, `list-${count}`);
    mkdirSync(folder);
    writeFileSync(path.join(folder, '协助清单.csv'), faultyList(count));
    const out = `json=${path.join(folder, 'report.json')}`;
    return {
      name: `${count}`,
      args: ['bin/jianfu.js', 'check', path.join(folder, '协助清单.csv'), '--no-cache', '--out', out],
      mayFind: true,
    };
  });
  const line = (what: string, sides: readonly Side[]) => {
    const usages = inTurn(sides, 3);
    const [less = [], more = []] = sides.map(({ name }) => usages.get(name) ?? []);
    const cpu = (side: readonly Usage[]) => median(side.map((usage) => usage.cpu)).toFixed(2);
    return `| ${what} | ${cpu(less)} | ${cpu(more)} | ${ratioOf(more, less).toFixed(2)} |`;
  };
  return [
    '| ten times as many | CPU s | ten times, CPU s | ratio (aim ≤ 10.5) |',
    '|---|---|---|---|',
    line(`rows of a workbook: ${MILLION / 10} and ${MILLION}`, rows),
    line('rows of a list with faults, `jianfu check`: 2000 and 20000', found),
  ].join('\n');
}

/** A list in which every row has several faults: blanks inside words, no department, a broken bracket. */
function faultyList(rows: number): string {
  const lines = ['社区依法协助政府工作事项清单', '序号,事项名称,主管部门,法律法规政策依据'];
  for (let row = 1; row <= rows; row++)
    lines.push(`${row},协助 开展第${row}号楼消防安全排查,,《消防法〉第三十二条`);
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
