import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeRng } from '../../scripts/city/prng.ts';
import { filesOf } from '../../scripts/layout-city/files.ts';
import { type MadeCity, makeLayoutCity } from '../../scripts/layout-city/make.ts';
import type { LayoutFinding, LayoutGrid } from '../../src/model/layout.ts';
import type { Vocabulary } from '../../src/model/policy.ts';
import { bordersOf } from '../../src/plan/geometry/borders.ts';
import { shapesIn } from '../../src/plan/geometry/shapes.ts';

/** Two subdistricts with one over-size and two under-size communities, small enough for many runs. */
export function smallCity(seed: number): MadeCity {
  return makeLayoutCity({
    seed,
    grids: 210,
    communities: 13,
    subdistricts: 2,
    over: 1,
    under: 2,
    mega: 0,
  });
}

export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'layout-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

/** What is read out of shapes whose corners are each off by up to `noise` metres. */
export function drawnBorders(city: MadeCity, noise: number) {
  const json = filesOf(city, noise, makeRng(9).next)['网格.geojson'] ?? '';
  const findings: LayoutFinding[] = [];
  const note = (finding: LayoutFinding) => void findings.push(finding);
  const grids = city.codes.map((id) => ({ id, at: null })) as unknown as LayoutGrid[];
  const shapes = shapesIn(JSON.parse(json), grids, GRID_WORDS, note);
  return { shapes, borders: bordersOf(shapes, grids, note), findings };
}

const GRID_WORDS = {
  kinds: [{ id: 'grid', fields: [{ id: 'gridCode', words: ['网格编码'] }] }],
} as unknown as Vocabulary;
