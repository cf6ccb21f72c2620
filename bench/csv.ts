import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { encodeGb18030 } from '../scripts/city/gb18030.ts';
import { makeRng } from '../scripts/city/prng.ts';
import { bundled, installed, machine, median, publish } from './processes.ts';

/**
 * Measures the reading of a CSV as whole processes, all sides in turn in one run: ours from file to rows against
 * `csv-parse` and `papaparse` that only parse. `--write` puts the table into bench/README.md.
 */
/** `--rows N` makes a quick try of it. */
const ROWS = Number(process.argv[process.argv.indexOf('--rows') + 1]) || 1_000_000;
const RUNS = 3;
const PAPAPARSE = 'papaparse@5.7.1';

interface Measured {
  readonly records: number;
  readonly fields: number;
  readonly cpu: number;
  readonly peakMiB: number;
  readonly wall: number;
}

const work = mkdtempSync(path.join(tmpdir(), 'bench-csv-'));
const reader = await bundled('bench/csv-read.ts', work);
const utf8 = await makeFile('utf8.csv', (line) => Buffer.from(line));
const gb18030 = await makeFile('gb18030.csv', encodeGb18030);
const papaparse = installed(PAPAPARSE, work);

const SIDES: readonly (readonly [string, readonly string[]])[] = [
  ['`csv-parse`, stream, parsing only', ['csv-parse', utf8]],
  ...(papaparse === null
    ? []
    : [['`papaparse`, strings, parsing only', ['papaparse', utf8, papaparse]] as const]),
  ['ours, row by row', ['scan', utf8]],
  ['ours, all rows held, as `check` does', ['held', utf8]],
  ['ours, row by row, GB18030', ['scan', gb18030]],
];

const times = new Map<string, Measured[]>(SIDES.map(([name]) => [name, []]));
for (let round = 0; round < RUNS; round++) {
  for (const [name, args] of SIDES) times.get(name)?.push(run(args));
}
const theirs = times.get(SIDES[0]?.[0] ?? '') ?? [];
const rows = SIDES.map(([name]) => {
  const own = times.get(name) ?? [];
  const of = (pick: (one: Measured) => number) => median(own.map(pick));
  const ratio = median(own.map(({ cpu }, round) => cpu / (theirs[round]?.cpu ?? Number.NaN)));
  const wall = median(own.map((one, round) => one.wall / (theirs[round]?.wall ?? Number.NaN)));
  return `| ${name} | ${of(({ cpu }) => cpu).toFixed(2)} | ${of((one) => one.wall).toFixed(2)} | ${of(({ peakMiB }) => peakMiB).toFixed(0)} | ${ratio.toFixed(2)} | ${wall.toFixed(2)} |`;
});
const table = [
  '| side | CPU s | wall s | peak MiB | CPU against `csv-parse` | wall against it |',
  '|---|---|---|---|---|---|',
  ...rows,
].join('\n');
const size = (statSync(utf8).size / 1_048_576).toFixed(0);
const note = `${ROWS.toLocaleString('en')} rows of 8 columns, ${size} MiB in UTF-8, in which our sides hold the file. Medians of ${RUNS} rounds, whole processes in turn, ratios round by round. ${machine()}.${papaparse === null ? ` ${PAPAPARSE} could not be installed and was left out.` : ''}`;
publish('csv', `${table}\n\n${note}`);

/** A roster with now and then a quoted cell, a line break in one, and thousands marks. */
async function makeFile(name: string, encode: (line: string) => Buffer): Promise<string> {
  const random = makeRng(1);
  const file = path.join(work, name);
  const out = createWriteStream(file);
  const header = '序号,社区代码,社区名称,所属街道,常住户数,常住人口,核定日期,备注\r\n';
  let lines = header;
  for (let row = 1; row <= ROWS; row++) {
    const households = random.int(300, 4000);
    const remark = random.pick(['', '', '', '', '老旧小区', '"含自建房, 已核"', '"第一行\n第二行"']);
    const shown = row % 10 === 0 ? `"${households.toLocaleString('en')}"` : String(households);
    lines += `${row},${150_102_001_000 + row},${random.pick(['公主府', '赛马场', '体校巷', '长海'])}社区居委会,海拉尔东路街道,${shown},${households * 3},2024-03-${String(random.int(1, 31)).padStart(2, '0')},${remark}\r\n`;
    if (row % 10_000 !== 0) continue;
    out.write(encode(lines));
    lines = '';
  }
  out.end();
  await finished(out);
  return file;
}

function run(args: readonly string[]): Measured {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, [reader, ...args], { encoding: 'utf8' });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(`${args.join(' ')}: exit ${status}\n${stderr}`);
  const measured = { ...(JSON.parse(stdout) as Measured), wall };
  // papaparse counts the empty line after the last line end as a record.
  if (measured.records - ROWS > 2 || measured.fields < 8 * ROWS) throw new Error(`${args[0]}: ${stdout}`);
  return measured;
}
