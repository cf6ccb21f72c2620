import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundled, machine, median, publish, root } from './processes.ts';

/**
 * Measures whole processes, both sides in one run and in turn, and prints medians with their ratios, pair
 * by pair. `--write` puts the table into bench/README.md. Needs `npm run build` first.
 */
const PROGRAM = path.join(root, 'bin/jianfu.js');
const START_RUNS = 21;
const CITY_RUNS = 7;
const FINDINGS_EXIT = 1;

interface Pair {
  readonly what: string;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  readonly against: string;
  readonly runs: number;
  readonly aim: string;
}

const work = mkdtempSync(path.join(tmpdir(), 'bench-'));
const city = path.join(work, 'city');
run(['--import', 'tsx', 'scripts/make-city.ts', '--out', city, '--format', 'xlsx', '--seed', '1']);
const ownRead = await bundled('bench/own-read.ts', work);
const small = smallest(path.join(root, 'fixtures/cities/hohhot-sample'));
const BARE = ['bench/bare-read.mjs', city];
const CHECK_CITY = [
  PROGRAM,
  'check',
  city,
  '--no-cache',
  '--policy',
  'hohhot',
  '--out',
  `json=${path.join(work, 'report.json')}`,
];

const pairs: readonly Pair[] = [
  {
    what: '`jianfu --version`',
    ours: [PROGRAM, '--version'],
    theirs: ['-e', '0'],
    against: '`node -e 0`',
    runs: START_RUNS,
    aim: '≤ 1.6',
  },
  {
    what: '`jianfu check` of one small workbook',
    ours: [PROGRAM, 'check', small, '--policy', 'hohhot', '--no-cache'],
    theirs: ['-e', '0'],
    against: '`node -e 0`',
    runs: START_RUNS,
    aim: '≤ 4',
  },
  {
    what: '`jianfu check` of the 450-workbook city',
    ours: CHECK_CITY,
    theirs: [...BARE, 'full'],
    against: '`xlsx` reading the same files for the same facts',
    runs: CITY_RUNS,
    aim: '≤ 1.3',
  },
  {
    what: 'the same',
    ours: CHECK_CITY,
    theirs: BARE,
    against: '`xlsx` with its fastest options, which leave those facts out',
    runs: CITY_RUNS,
    aim: '—',
  },
  {
    what: 'our reader alone on the city',
    ours: [ownRead, city],
    theirs: BARE,
    against: 'the same',
    runs: CITY_RUNS,
    aim: '—',
  },
];

const rows = pairs.map(measure);
const table = [
  '| what | median, ms | against | median, ms | ratio, median (min–max) | aim |',
  '|---|---|---|---|---|---|',
  ...rows,
].join('\n');
const note = `${machine()}; medians of whole processes, run in turn.`;
publish('program', `${table}\n\n${note}`);

function measure({ what, ours, theirs, against, runs, aim }: Pair): string {
  const times: { readonly ours: number; readonly theirs: number }[] = [];
  run(ours);
  run(theirs);
  for (let count = 0; count < runs; count++) times.push({ ours: run(ours), theirs: run(theirs) });
  const ratios = times.map((time) => time.ours / time.theirs).sort((left, right) => left - right);
  const ms = (values: readonly number[]) => Math.round(median(values)).toString();
  const [low = 0, high = 0] = [ratios[0], ratios.at(-1)];
  const ratio = `${median(ratios).toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
  return `| ${what} | ${ms(times.map((time) => time.ours))} | ${against} | ${ms(times.map((time) => time.theirs))} | ${ratio} | ${aim} |`;
}

/** Milliseconds from start to end of one process. A check that finds something has not failed. */
function run(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, maxBuffer: 1 << 28 });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0 && status !== FINDINGS_EXIT)
    throw new Error(`${args.join(' ')}: exit ${status}\n${stderr}`);
  return time;
}

/** A workbook of four lists that someone might check alone. */
function smallest(folder: string): string {
  const name = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((file) =>
    file.includes('赛马场'),
  );
  if (name === undefined) throw new Error(`no sample workbook in ${folder}`);
  return path.join(folder, name);
}
