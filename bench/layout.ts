import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeRng } from '../scripts/city/prng.ts';
import { filesOf } from '../scripts/layout-city/files.ts';
import { type MadeCity, makeLayoutCity, WHOLE_CITY } from '../scripts/layout-city/make.ts';
import type { LayoutCity, LayoutPlan } from '../src/model/layout.ts';
import { atomsOf } from '../src/plan/layout/atoms.ts';
import { splitGrids } from '../src/plan/layout/split.ts';
import { drawnBorders, NORMS, planningCity, planOf } from '../test/support/layout-city.ts';
import { type Case, judge } from './layout/judge.ts';
import { greedy, metis } from './layout/peers.ts';
import { machine, median, publish, runSide } from './processes.ts';

/**
 * Layout planning on made cities: what is proved and how long it takes, against METIS and greedy growing over the same
 * communities in one run, and how many neighbours are found in shapes. `--write` puts the tables into bench/README.md.
 */
const SEEDS = [1, 2, 3, 4, 5, 6];
const WAYS = 20_000;

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function casesOf(city: LayoutCity, plan: LayoutPlan): Case[] {
  const indexOf = new Map(city.communities.map(({ id }, index) => [id, index]));
  return plan.decisions.flatMap(({ action, community, into }) => {
    if (action !== 'split') return [];
    const index = indexOf.get(community) as number;
    const inside = city.borders.filter(
      ({ a, b }) => city.grids[a]?.community === index && city.grids[b]?.community === index,
    );
    const atoms = atomsOf(city.communities[index]?.grids ?? [], inside, city, NORMS);
    const { balance, move } = NORMS;
    const range = { min: NORMS.low, max: NORMS.high };
    return [
      { graph: atoms.graph, parts: into.length, centre: atoms.centre, prices: { balance, move }, ...range },
    ];
  });
}

function proofs(): string[] {
  const rows = SEEDS.map((seed) => {
    const city = planningCity(makeLayoutCity({ seed, ...WHOLE_CITY }));
    const plan = planOf(city);
    const over = plan.decisions.filter(({ class: size }) => size === 'over');
    const split = over.filter(({ action }) => action === 'split');
    const proved = split.filter(({ proof }) => proof !== null && proof.bound >= proof.price);
    const certified = over.filter(({ reason }) => /too-large|too-small|exhausted|no-count/.test(reason.id));
    const under = plan.decisions.filter(({ class: size }) => size === 'under');
    const joined = under.filter(({ action }) => action === 'merged');
    const times = casesOf(city, plan).map((one) => {
      const start = cpuMs();
      splitGrids({ ...one, most: WAYS });
      return cpuMs() - start;
    });
    const sum = times.reduce((total, time) => total + time, 0);
    return [
      seed,
      `${over.length}`,
      `${proved.length} of ${split.length}`,
      certified.length,
      `${joined.length} of ${under.length}`,
      (sum / 1000).toFixed(2),
      median(times).toFixed(0),
      Math.max(...times).toFixed(0),
    ].join(' | ');
  });
  return [
    '| city | over-size | divided, proved optimal | certificate that none can be had | under-size joined | splits, CPU s | median, ms | longest, ms |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ];
}

/** METIS can promise connected parts with its k-way method only. */
const METIS_SETTINGS: readonly (readonly string[])[] = [
  ['-contig'],
  ['-contig', '-ufactor=100'],
  ['-contig', '-ufactor=200'],
  ['-ptype=rb'],
];

function against(made: MadeCity): string[] {
  const city = planningCity(made);
  const plan = planOf(city);
  const cases = casesOf(city, plan);
  const best = cases.map((one) => splitGrids({ ...one, most: WAYS }));
  const row = (name: string, divide: (one: Case, at: number) => readonly number[]) => {
    const judged = cases.map((one, at) => judge(one, divide(one, at)));
    const feasible = judged.filter(({ isFeasible }) => isFeasible).length;
    const ratios = judged.flatMap(({ isFeasible, price }, at) =>
      isFeasible ? [price / (best[at]?.price ?? 1)] : [],
    );
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
    const optimal = ratios.filter((ratio) => ratio < 1 + 1e-9).length;
    return `| ${name} | ${feasible} of ${cases.length} | ${mean.toFixed(3)} | ${optimal} |`;
  };
  return [
    '| side | feasible | price against the optimum, mean of the feasible | optimal |',
    '|---|---|---|---|',
    row('**ours**', (_, at) => best[at]?.part ?? []),
    ...METIS_SETTINGS.map((options) =>
      row(`METIS ${options.join(' ')}`, ({ graph, parts }) => metis(graph, parts, options)),
    ),
    row('greedy growing', ({ graph, parts }) => greedy(graph, parts)),
    '',
    ...wholeSubdistricts(city, plan),
  ];
}

/** METIS divides each subdistrict anew into as many communities as the plan has; labels are matched by overlap. */
function wholeSubdistricts(city: LayoutCity, plan: LayoutPlan): string[] {
  const subdistricts = [...new Set(city.communities.map(({ subdistrict }) => subdistrict))];
  let [moved, inRange, parts] = [0, 0, 0];
  for (const subdistrict of subdistricts) {
    const grids = city.communities.flatMap((one) => (one.subdistrict === subdistrict ? one.grids : []));
    const place = new Map(grids.map((grid, at) => [grid, at]));
    const inside = city.borders.filter(({ a, b }) => place.has(a) && place.has(b));
    const { graph, grids: atoms } = atomsOf(grids, inside, city, NORMS);
    const count = plan.communities.filter((one) => one.subdistrict === subdistrict).length;
    const part = metis(graph, count, ['-contig', '-ufactor=150']);
    const weights: number[] = Array.from({ length: count }, () => 0);
    const overlap = new Map<string, number>();
    for (const [at, name] of part.entries()) {
      const grid = city.grids[atoms[at]?.[0] ?? 0];
      weights[name] = (weights[name] ?? 0) + (grid?.households ?? 0);
      const key = `${grid?.community} ${name}`;
      overlap.set(key, (overlap.get(key) ?? 0) + (grid?.households ?? 0));
    }
    const taken = new Set<string>();
    let kept = 0;
    for (const [key, households] of [...overlap].sort((left, right) => right[1] - left[1])) {
      const [community = '', name = ''] = key.split(' ');
      if (taken.has(`c${community}`) || taken.has(`p${name}`)) continue;
      taken.add(`c${community}`).add(`p${name}`);
      kept += households;
    }
    moved += weights.reduce((sum, weight) => sum + weight, 0) - kept;
    inRange += weights.filter((weight) => weight >= NORMS.low && weight <= NORMS.high).length;
    parts += count;
  }
  const { householdsMoved } = plan.totals;
  return [
    `Whole subdistricts divided anew by METIS (-contig -ufactor 150) into as many communities as the plan has: ${moved} households change community, ${inRange} of ${parts} communities in the range; the plan: ${householdsMoved} (${(moved / householdsMoved).toFixed(1)} times fewer).`,
  ];
}

function neighbours(made: MadeCity): string[] {
  const truth = made.borders.filter(({ decimetres }) => decimetres >= 50).map(({ a, b }) => `${a} ${b}`);
  const all = new Set(made.borders.map(({ a, b }) => `${a} ${b}`));
  const rows = [0, 0.05, 0.5, 2].map((noise) => {
    const found = new Set(drawnBorders(made, noise).borders.map(({ a, b }) => `${a} ${b}`));
    const hits = truth.filter((pair) => found.has(pair)).length;
    const wrong = [...found].filter((pair) => !all.has(pair)).length;
    return `| ${noise} | ${hits} of ${truth.length} (${((100 * hits) / truth.length).toFixed(2)}%) | ${wrong} |`;
  });
  return [
    '| corners off by up to, m | borders of 5 m and more found | pairs that are none |',
    '|---|---|---|',
    ...rows,
  ];
}

function wholeProcess(made: MadeCity): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'layout-'));
  for (const [name, text] of Object.entries(filesOf(made, 0, makeRng(1).next)))
    writeFileSync(path.join(folder, name), text);
  const file = (name: string) => path.join(folder, name);
  const start = ['bin/jianfu.js', 'layout', 'plan', file('社区.csv'), file('网格.csv'), '--policy', 'hohhot'];
  const out = ['--out', `json=${file('plan.json')}`];
  const sides = [
    ['three tables to plan.json', [...start, file('相邻关系.csv'), ...out]],
    [
      'with shapes, to plan.json and map',
      [
        ...start,
        file('屏障.csv'),
        '--geometry',
        file('网格.geojson'),
        ...out,
        '--out',
        `html=${file('map.html')}`,
      ],
    ],
  ] as const;
  const rows = sides.map(([name, args]) => {
    const usages = [1, 2, 3].map(() => runSide({ name, args, mayFind: true }));
    const of = (what: 'cpu' | 'wall' | 'peakMiB') => median(usages.map((usage) => usage[what]));
    return `| ${name} | ${of('cpu').toFixed(2)} | ${of('wall').toFixed(2)} | ${of('peakMiB').toFixed(0)} |`;
  });
  return ['| whole process, city 1 | CPU s | wall s | peak MiB |', '|---|---|---|---|', ...rows];
}

const first = makeLayoutCity({ seed: 1, ...WHOLE_CITY });
const text = [
  ...proofs(),
  '',
  ...against(first),
  '',
  ...neighbours(first),
  '',
  ...wholeProcess(first),
  '',
  `${machine()}.`,
].join('\n');
publish('layout', text);
