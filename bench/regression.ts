import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundled, inTurn, ratioOf, root, type Side, type Usage } from './processes.ts';

/**
 * The short form that CI runs: CPU of this tool over that of another program on the same machine in the same minute, never
 * seconds. A bound is about twice what was measured on a calm machine, so that only a clear regression passes it. Exit 1 then.
 *
 *   npm run build && tsx bench/regression.ts
 */
const ROUNDS = 3;
const work = mkdtempSync(path.join(tmpdir(), 'regression-'));
const city = path.join(work, 'city');
const MAKE = ['--import', 'tsx', 'scripts/make-city.ts', '--out', city, '--format', 'xlsx', '--seed', '1'];
if (spawnSync(process.execPath, MAKE, { cwd: root }).status !== 0) throw new Error('no city');
process.env.JIANFU_CACHE = path.join(work, 'cache');

const CHECK = [
  'bin/jianfu.js',
  'check',
  city,
  '--policy',
  'hohhot',
  '--jobs',
  '1',
  '-q',
  '--out',
  `json=${path.join(work, 'r.json')}`,
];
const side = (name: string, args: readonly string[]): Side => ({ name, args, mayFind: true });
const SIDES = [
  side('check', [...CHECK, '--no-cache']),
  side('first', CHECK),
  side('warm', CHECK),
  side('floor', [await bundled('bench/floor.ts', work), city]),
  side('script', ['bench/ten-checks/sheetjs-ajv.mjs', city]),
  side('version', ['bin/jianfu.js', '--version']),
  side('nothing', ['-e', '0']),
];
const usages = inTurn(SIDES, ROUNDS);
const of = (name: string): readonly Usage[] => usages.get(name) ?? [];

const BOUNDS = [
  {
    what: 'check of 450 workbooks over the floor of reading them',
    ratio: ratioOf(of('check'), of('floor')),
    most: 20,
  },
  {
    what: 'check, every rule, over a script of ten checks with xlsx and ajv',
    ratio: ratioOf(of('check'), of('script')),
    most: 4,
  },
  {
    what: 'check with a warm cache over one without a cache',
    ratio: ratioOf(of('warm'), of('check')),
    most: 0.4,
  },
  { what: '--version over node -e 0', ratio: ratioOf(of('version'), of('nothing')), most: 2.5 },
];
for (const { what, ratio, most } of BOUNDS) {
  process.stdout.write(`${ratio <= most ? 'ok' : 'SLOWER'}  ${ratio.toFixed(2)}, at most ${most}: ${what}\n`);
}
process.exitCode = BOUNDS.every(({ ratio, most }) => ratio <= most) ? 0 : 1;
