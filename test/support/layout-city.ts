import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeRng } from '../../scripts/city/prng.ts';
import { filesOf } from '../../scripts/layout-city/files.ts';
import { type MadeCity, makeLayoutCity } from '../../scripts/layout-city/make.ts';
import type {
  LayoutCity,
  LayoutFinding,
  LayoutGrid,
  LayoutNorms,
  LayoutPlan,
} from '../../src/model/layout.ts';
import { fileOrigin } from '../../src/model/origin.ts';
import type { Vocabulary } from '../../src/model/policy.ts';
import { listInputs, readDatasets } from '../../src/pipeline.ts';
import { cityOf } from '../../src/plan/city/city.ts';
import { inOrderOfIds } from '../../src/plan/city/order.ts';
import { bordersOf } from '../../src/plan/geometry/borders.ts';
import { shapesIn } from '../../src/plan/geometry/shapes.ts';
import { normsOf } from '../../src/plan/layout/norms.ts';
import { planLayout } from '../../src/plan/layout/plan.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { RULES } from '../../src/rules/index.ts';
import { SHELF } from './paths.ts';

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

/** The city that a folder's files tell of, in the order of ids, with the norms of the pack `hohhot`. */
export async function cityIn(folder: string): Promise<{ city: LayoutCity; norms: LayoutNorms }> {
  const knownRules = new Map(RULES.map(({ id, options }) => [id, options]));
  const policy = await loadPolicy({ policy: 'hohhot', asOf: null, knownRules }, SHELF);
  const { files } = await listInputs([folder]);
  const sources = { ...(await readDatasets(files, policy)), geometry: null };
  return { city: inOrderOfIds(cityOf(sources, policy)), norms: normsOf(policy, new Map()) };
}

/** The same without files, for many runs. `label` names a grid by its cell. */
export function planningCity(made: MadeCity, label = (cell: number) => made.codes[cell] ?? ''): LayoutCity {
  const at = fileOrigin('made');
  const grids: LayoutGrid[] = [];
  for (const [community, { cells }] of made.communities.entries())
    for (const cell of cells)
      grids[cell] = {
        id: label(cell),
        community,
        households: made.households[cell] ?? 0,
        residents: made.residents[cell] ?? 0,
        unit: null,
        isCentre: made.centres.has(cell),
        at,
      };
  const communities = made.communities.map(({ code, name, subdistrict, cells, households }) => ({
    id: code,
    name,
    subdistrict,
    households,
    residents: cells.reduce((sum, cell) => sum + (made.residents[cell] ?? 0), 0),
    grids: cells,
    neighbours: [],
    isOverloaded: null,
    isMergeable: null,
    isLocked: false,
    isComplete: true,
    at,
  }));
  const borders = made.borders.map(({ a, b, decimetres, barrier }) => ({
    a,
    b,
    decimetres,
    crossing: CROSSINGS[barrier],
    barrier,
    source: 'listed' as const,
  }));
  return inOrderOfIds({ communities, grids, borders, hasLengths: true, shapes: [], findings: [] });
}

const CROSSINGS = { '': 'free', 河流: 'barred', 主干道: 'priced' } as const;

export const NORMS: LayoutNorms = {
  low: 1000,
  high: 3000,
  splitAbove: 4000,
  mergeMost: 4,
  balance: 5,
  move: 5,
  added: 1000,
  abolished: 500,
  room: 300,
  priced: 50,
  workersPer10k: null,
  workersPerGrid: null,
};

export function planOf(city: LayoutCity): LayoutPlan {
  return planLayout({
    city,
    norms: NORMS,
    mode: 'rules',
    policy: ['made'],
    asOf: '2026-01-01',
    limits: { ways: 20_000 },
  });
}
