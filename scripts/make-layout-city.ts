import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeRng } from './city/prng.ts';
import { filesOf } from './layout-city/files.ts';
import { makeLayoutCity, WHOLE_CITY } from './layout-city/make.ts';

/** Writes a made city of communities and grids, whole or as small as one subdistrict. */
const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    subdistricts: { type: 'string', default: String(WHOLE_CITY.subdistricts) },
    noise: { type: 'string', default: '0' },
  },
});
if (values.out === undefined)
  throw new Error('make-layout-city --out DIR [--seed 1] [--subdistricts 31] [--noise 0]');
if (existsSync(values.out) && readdirSync(values.out).length > 0)
  throw new Error(`${values.out} is not empty`);
mkdirSync(values.out, { recursive: true });
const seed = Number(values.seed);
const subdistricts = Number(values.subdistricts);
const share = (whole: number) => Math.round((whole * subdistricts) / WHOLE_CITY.subdistricts);
const city = makeLayoutCity({
  seed,
  subdistricts,
  grids: share(WHOLE_CITY.grids),
  communities: share(WHOLE_CITY.communities),
  over: share(WHOLE_CITY.over),
  under: share(WHOLE_CITY.under),
  mega: share(WHOLE_CITY.mega),
});
const files = filesOf(city, Number(values.noise), makeRng(seed).fork('noise').next);
for (const [name, text] of Object.entries(files)) writeFileSync(path.join(values.out, name), text);
