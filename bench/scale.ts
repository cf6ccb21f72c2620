import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inTurn, machine, median, publish, ratioOf, root, type Side, type Usage } from './processes.ts';

/**
 * What happens with many files, and with files that were seen before: the cache cold and warm, one thread and two, memory
 * and time for each file as files become more, the answer of `--watch`. `--write` puts the tables into bench/README.md.
 *
 *   npm run build && tsx bench/scale.ts [--rounds 3] [--write]
 */
const ROUNDS = Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 3;
const PROGRAM = 'bin/jianfu.js';
/** Workbooks of one made city. */
const PART = 900;
const SIZES = [450, 4500, 18_000];
const work = mkdtempSync(path.join(tmpdir(), 'scale-'));

const cities = new Map(SIZES.map((count) => [count, cityOf(count)]));
const checkOf = (count: number, ...more: readonly string[]) => [
  PROGRAM,
  'check',
  cities.get(count) ?? '',
  '--policy',
  'hohhot',
  '-q',
  '--out',
  `json=${path.join(work, 'report.json')}`,
  ...more,
];

publish('cache', cacheTable());
publish('many files', threadsTable());
publish('watch', await watchTable());
rmSync(work, { recursive: true, force: true });

/** There are not as many names of communities: larger ones are several cities side by side, whose codes repeat. */
function cityOf(count: number): string {
  const city = path.join(work, `city-${count}`);
  for (let part = 0; part * PART < count; part++) {
    const out = path.join(city, `${part + 1}市`);
    const options = [
      '--out',
      out,
      '--count',
      String(Math.min(PART, count)),
      '--format',
      'xlsx',
      '--seed',
      String(part + 1),
    ];
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/make-city.ts', ...options], {
      cwd: root,
    });
    if (status !== 0) throw new Error(`no city of ${count}`);
  }
  return city;
}

/** Each round begins with an empty cache. */
function cacheTable(): string {
  const rows = [450, 4500].map((count) => {
    const args = checkOf(count, '--jobs', '1');
    const cold: Usage[] = [];
    const warm: Usage[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      process.env.JIANFU_CACHE = mkdtempSync(path.join(work, 'cache-'));
      for (const usages of [cold, warm]) {
        usages.push(...(inTurn([{ name: 'one', args, mayFind: true }], 1).get('one') ?? []));
      }
    }
    process.env.JIANFU_CACHE = 'off';
    const without = inTurn([{ name: 'one', args, mayFind: true }], ROUNDS).get('one') ?? [];
    const cpu = (usages: readonly Usage[]) => median(usages.map((usage) => usage.cpu)).toFixed(2);
    const wall = (usages: readonly Usage[]) => median(usages.map((usage) => usage.wall)).toFixed(2);
    const cells = [without, cold, warm].map((usages) => `${cpu(usages)} (${wall(usages)})`);
    return `| ${count} | ${cells.join(' | ')} | ${ratioOf(cold, warm).toFixed(1)} |`;
  });
  return [
    '| workbooks | without a cache, CPU s (wall s) | cold | warm | cold against warm, CPU (aim ≥ 8) |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function threadsTable(): string {
  const sides: readonly (Side & { readonly files: number })[] = [
    { name: '450, one thread', files: 450, args: checkOf(450, '--no-cache', '--jobs', '1'), mayFind: true },
    { name: '450, `auto`', files: 450, args: checkOf(450, '--no-cache'), mayFind: true },
    {
      name: '4,500, one thread',
      files: 4500,
      args: checkOf(4500, '--no-cache', '--jobs', '1'),
      mayFind: true,
    },
    {
      name: '4,500, two threads',
      files: 4500,
      args: checkOf(4500, '--no-cache', '--jobs', '2'),
      mayFind: true,
    },
    { name: '4,500, `auto`', files: 4500, args: checkOf(4500, '--no-cache'), mayFind: true },
    {
      name: '18,000, one thread',
      files: 18_000,
      args: checkOf(18_000, '--no-cache', '--jobs', '1'),
      mayFind: true,
    },
    {
      name: '18,000, two threads',
      files: 18_000,
      args: checkOf(18_000, '--no-cache', '--jobs', '2'),
      mayFind: true,
    },
  ];
  const usages = inTurn(sides, ROUNDS);
  const rows = sides.map(({ name, files }) => {
    const own = usages.get(name) ?? [];
    const of = (value: 'cpu' | 'wall' | 'peakMiB') => median(own.map((usage) => usage[value]));
    return `| ${name} | ${of('cpu').toFixed(2)} | ${of('wall').toFixed(2)} | ${((of('wall') * 1000) / files).toFixed(2)} | ${of('peakMiB').toFixed(0)} |`;
  });
  return [
    '| workbooks | CPU s | wall s | wall ms a file | peak MiB |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    `${machine()}.`,
  ].join('\n');
}

/** From the moment a file was written to the moment the new report is out. */
async function watchTable(): Promise<string> {
  const folder = mkdtempSync(path.join(work, 'watch-'));
  const file = path.join(folder, '清单.csv');
  writeFileSync(file, '社区依法协助政府工作事项清单\n序号,事项名称,主管部门\n1,协助维护社会治安,公安局\n');
  process.env.JIANFU_CACHE = mkdtempSync(path.join(work, 'cache-'));
  const program = spawn(process.execPath, [PROGRAM, 'check', folder, '--watch', '--policy', 'hohhot'], {
    cwd: root,
  });
  let rounds = 0;
  program.stderr.on('data', (piece) => {
    rounds += String(piece).split('正在守着').length - 1;
  });
  const reached = async (count: number) => {
    while (rounds < count) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  await reached(1);
  const times: number[] = [];
  for (let change = 2; change < 14; change++) {
    await new Promise((resolve) => setTimeout(resolve, 400));
    const start = performance.now();
    appendFileSync(file, `${change},协助开展第${change}项工作,民政局\n`);
    await reached(change);
    times.push(performance.now() - start);
  }
  program.kill('SIGKILL');
  const sorted = [...times].sort((left, right) => left - right);
  const ms = (value: number | undefined) => Math.round(value ?? Number.NaN);
  return `A small file that changes is checked and reported ${ms(median(times))} ms after it was written (median of ${times.length}; ${ms(sorted[0])}–${ms(sorted.at(-1))}); aim ≤ 300 ms.`;
}
