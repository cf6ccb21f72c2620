import { makeRng, type Rng } from '../scripts/city/prng.ts';
import { splitGrids } from '../src/plan/layout/split.ts';
import type { Case } from './layout/judge.ts';

/**
 * The search for divisions against trying every one, on random communities of up to 14 grids: `npx tsx
 * bench/layout-trying.ts [10000]`. Ends with exit code 1 on the first difference.
 */
/** As many grids as trying everything allows for the number of parts. */
const MOST_GRIDS = [0, 14, 14, 10, 8];

const count = Number(process.argv[2] ?? 10_000);
const rng = makeRng(2026);
let [divided, impossible] = [0, 0];
for (let run = 0; run < count; run++) {
  const one = randomCase(rng);
  const best = cheapestByTrying(one);
  const { price, bound, part } = splitGrids({ ...one, most: 1_000_000 });
  if (price !== best || bound !== best || (part === null) !== (best === Number.POSITIVE_INFINITY)) {
    process.stdout.write(`${JSON.stringify({ run, best, price, bound, one })}\n`);
    process.exit(1);
  }
  if (part === null) impossible++;
  else divided++;
}
process.stdout.write(
  `${count} random communities of up to 14 grids: ${divided} divided at the least price, ${impossible} proved impossible, 0 differences\n`,
);

function randomCase(rng: Rng): Case {
  const parts = rng.int(1, 4);
  const size = rng.int(1, MOST_GRIDS[parts] as number);
  const width = rng.int(1, 4);
  const borders: { a: number; b: number; cost: number }[] = [];
  const link = (a: number, b: number) => {
    if (b < size && rng.next() > 0.12) borders.push({ a, b, cost: rng.int(0, 5000) });
  };
  for (let grid = 0; grid < size; grid++) {
    if ((grid + 1) % width !== 0) link(grid, grid + 1);
    link(grid, grid + width);
    if (width > 1 && (grid + 1) % width !== 0 && rng.next() < 0.3) link(grid, grid + width + 1);
  }
  const households = Array.from({ length: size }, () => rng.int(0, 400));
  const mean = households.reduce((sum, value) => sum + value, 0) / parts;
  return {
    graph: { households, borders },
    parts,
    min: Math.floor(mean * rng.next()),
    max: Math.ceil(mean * (1 + rng.next())),
    centre: rng.next() < 0.3 ? null : rng.int(0, size - 1),
    prices: { balance: rng.int(0, 9), move: rng.int(0, 9) },
  };
}

function cheapestByTrying({ graph, parts, min, max, centre, prices }: Case): number {
  const { households, borders } = graph;
  const size = households.length;
  const total = households.reduce((sum, value) => sum + value, 0);
  const beside = households.map(() => 0);
  for (const { a, b } of borders) {
    beside[a] = (beside[a] as number) | (1 << b);
    beside[b] = (beside[b] as number) | (1 << a);
  }
  const masks = Array.from({ length: parts }, () => 0);
  const weights = Array.from({ length: parts }, () => 0);
  let least = Number.POSITIVE_INFINITY;
  const finish = () => {
    let price = 0;
    for (let name = 0; name < parts; name++) {
      const weight = weights[name] as number;
      if (weight < min || !isConnected(masks[name] as number, beside)) return;
      price += prices.balance * Math.abs(parts * weight - total);
      if (centre !== null && (masks[name] as number) & (1 << centre))
        price += parts * prices.move * (total - weight);
    }
    for (const { a, b, cost } of borders) {
      const isInside = masks.some((mask) => (mask >> a) & (mask >> b) & 1);
      if (!isInside) price += parts * cost;
    }
    least = Math.min(least, price);
  };
  const place = (grid: number, opened: number) => {
    if (grid === size) {
      if (opened === parts) finish();
      return;
    }
    for (let name = 0; name <= Math.min(opened, parts - 1); name++) {
      const weight = (weights[name] as number) + (households[grid] as number);
      if (weight > max) continue;
      weights[name] = weight;
      masks[name] = (masks[name] as number) | (1 << grid);
      place(grid + 1, Math.max(opened, name + 1));
      weights[name] = weight - (households[grid] as number);
      masks[name] = (masks[name] as number) & ~(1 << grid);
    }
  };
  place(0, 0);
  return least;
}

function isConnected(mask: number, beside: readonly number[]): boolean {
  let reached = mask & -mask;
  for (let fresh = reached; fresh !== 0; ) {
    const grid = 31 - Math.clz32(fresh & -fresh);
    fresh &= fresh - 1;
    const next = (beside[grid] as number) & mask & ~reached;
    reached |= next;
    fresh |= next;
  }
  return reached === mask;
}
