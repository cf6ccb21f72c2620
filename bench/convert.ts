import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundled, inTurn, machine, median, publish, ratioOf, root, runSide } from './processes.ts';

/**
 * Measures `convert` of a city against reading the same files as `check` does, with no rule at all, as whole processes in turn in one
 * run. `--count N` makes a smaller city, `--write` puts the table into bench/README.md. Needs `npm run build` first.
 */
const PROGRAM = path.join(root, 'bin/jianfu.js');
const COUNT = process.argv.includes('--count') ? process.argv[process.argv.indexOf('--count') + 1] : '450';
const ROUNDS = 3;

const work = mkdtempSync(path.join(tmpdir(), 'bench-convert-'));
const city = path.join(work, 'city');
const made = ['--import', 'tsx', 'scripts/make-city.ts', '--out', city, '--format', 'xlsx', '--seed', '1'];
runSide({ name: 'city', args: [...made, '--count', COUNT ?? '450'] });
const withoutRules = await bundled('bench/check-without-rules.ts', work);
const convert = (end: string) => ({
  name: `\`convert -o all.${end}\``,
  args: [
    PROGRAM,
    'convert',
    city,
    '--policy',
    'hohhot',
    '--kind',
    'duty-list',
    '--force',
    '-o',
    path.join(work, `all.${end}`),
  ],
  mayFind: true,
});
const base = { name: '`check` without rules', args: [withoutRules, city, root] };
const sides = [base, convert('xlsx'), convert('csv'), convert('parquet')];
const usages = inTurn(sides, ROUNDS);
const theirs = usages.get(base.name) ?? [];
const rows = sides.map(({ name }) => {
  const own = usages.get(name) ?? [];
  const cpu = median(own.map((one) => one.cpu)).toFixed(2);
  const peak = median(own.map(({ peakMiB }) => peakMiB)).toFixed(0);
  return `| ${name} | ${cpu} | ${peak} | ${ratioOf(own, theirs).toFixed(2)} |`;
});
const table = [
  '| side | CPU s | peak MiB | CPU against `check` without rules |',
  '|---|---|---|---|',
  ...rows,
];
publish(
  'convert',
  `${table.join('\n')}\n\n${machine()}; a city of ${COUNT} workbooks, medians of ${ROUNDS} rounds.`,
);
