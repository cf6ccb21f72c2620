import type { StaffPlace } from '../src/model/staffing.ts';
import { allocate } from '../src/plan/staffing/allocation.ts';
import { machine, median, publish } from './processes.ts';

/**
 * Gives 10,000 posts to 5,000 communities, against looking through all communities for each post, which is what a
 * spreadsheet does. Both give out the same. `--write` puts the table into bench/README.md.
 */
const [PLACES, POSTS, ROUNDS] = [5000, 10_000, 5];
const AT = {
  file: '',
  sheet: '',
  row: 1,
  column: 1,
  a1: 'A1',
  header: null,
  key: null,
  role: 'here',
} as const;

/** Seeded, so that every run gives out the same. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const next = random(20_261_125);
const places = Array.from({ length: PLACES }, (_, index): StaffPlace => {
  const workers = 4 + Math.floor(next() * 20);
  const residents = 1500 + Math.floor(next() * 14_000);
  const name = String(index).padStart(4, '0');
  const exact = (count: number) => ({ low: count, high: count });
  const none = { households: null, committeeMembers: null, grids: null, gridWorkers: null };
  return {
    ...none,
    level: 'community',
    name,
    code: name,
    subdistrict: '',
    district: '',
    workers: exact(workers),
    urbanResidents: exact(residents),
    at: AT,
  };
});

/** One look through all communities for each post. */
function byLooking(): Map<string, number> {
  const rows = places.map(({ name, workers, urbanResidents }) => ({
    name,
    workers: workers?.low ?? 0,
    residents: urbanResidents?.low ?? 1,
    given: 0,
  }));
  for (let post = 0; post < POSTS; post++) {
    let best = rows[0] as (typeof rows)[number];
    for (const row of rows) if (row.workers * best.residents < best.workers * row.residents) best = row;
    best.workers++;
    best.given++;
  }
  return new Map(rows.filter(({ given }) => given > 0).map(({ name, given }) => [name, given]));
}

const times = { ours: [] as number[], looking: [] as number[] };
for (let round = 0; round < ROUNDS; round++) {
  const start = performance.now();
  const ours = allocate(places, POSTS);
  const between = performance.now();
  const looked = byLooking();
  times.ours.push(between - start);
  times.looking.push(performance.now() - between);
  const given = new Map(ours?.given.map(({ name, posts }) => [name, posts]));
  const differs =
    [...looked].some(([name, posts]) => given.get(name) !== posts) || given.size !== looked.size;
  if (differs) throw new Error('the two ways give out differently');
}
const [ours, looking] = [median(times.ours), median(times.looking)];
publish(
  'staffing',
  [
    `| ${POSTS.toLocaleString('en')} posts for ${PLACES.toLocaleString('en')} communities | ms | against ours |`,
    '|---|---|---|',
    `| \`jianfu staff --posts\` (aim ≤ 1,000 ms) | ${ours.toFixed(0)} | 1.0 |`,
    `| a look through all communities for each post | ${looking.toFixed(0)} | ${(looking / ours).toFixed(1)} |`,
    '',
    `Medians of ${ROUNDS} in one process, in turn. ${machine()}.`,
  ].join('\n'),
);
