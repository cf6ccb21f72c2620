import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type GridGraph, neighboursOf } from '../../src/plan/layout/graph.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'metis-'));

/** METIS 5 as Debian packs it. `ufactor`: thousandths that a part may exceed the mean. */
export function metis(graph: GridGraph, parts: number, options: readonly string[]): number[] {
  const file = path.join(folder, 'graph');
  const neighbours = neighboursOf(graph);
  const lines = neighbours.map((list, grid) =>
    [graph.households[grid], ...list.flatMap((next) => [next.grid + 1, Math.max(1, next.cost)])].join(' '),
  );
  writeFileSync(file, `${lines.length} ${graph.borders.length} 011 1\n${lines.join('\n')}\n`);
  const { status, stderr, stdout } = spawnSync('gpmetis', [...options, file, `${parts}`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`gpmetis: ${stderr}${stdout}`);
  return readFileSync(`${file}.part.${parts}`, 'utf8').trim().split('\n').map(Number);
}

/** Region growing: from grids far apart, the lightest part takes the free neighbour with the longest common border. */
export function greedy(graph: GridGraph, parts: number): number[] {
  const neighbours = neighboursOf(graph);
  const part: number[] = graph.households.map(() => -1);
  const seeds = [0];
  while (seeds.length < parts) seeds.push(farthest(seeds, neighbours));
  const weights = seeds.map((seed, name) => {
    part[seed] = name;
    return graph.households[seed] as number;
  });
  const stuck = new Set<number>();
  while (stuck.size < parts) {
    const name = weights.reduce(
      (best, weight, at) =>
        !stuck.has(at) && (best === -1 || weight < (weights[best] as number)) ? at : best,
      -1,
    );
    const touch = new Map<number, number>();
    for (const [grid, list] of neighbours.entries()) {
      if (part[grid] !== name) continue;
      for (const next of list)
        if (part[next.grid] === -1) touch.set(next.grid, (touch.get(next.grid) ?? 0) + next.cost);
    }
    const [best] = [...touch].sort((left, right) => right[1] - left[1] || left[0] - right[0]);
    if (best === undefined) stuck.add(name);
    else {
      part[best[0]] = name;
      weights[name] = (weights[name] as number) + (graph.households[best[0]] as number);
    }
  }
  return part;
}

function farthest(seeds: readonly number[], neighbours: ReturnType<typeof neighboursOf>): number {
  const queue = [...seeds];
  const seen = new Set(seeds);
  for (const grid of queue)
    for (const next of neighbours[grid] ?? [])
      if (!seen.has(next.grid)) {
        seen.add(next.grid);
        queue.push(next.grid);
      }
  return queue.at(-1) as number;
}
