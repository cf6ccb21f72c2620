import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../scripts/layout-city/files.ts';
import type { LayoutPlan } from '../src/model/layout.ts';
import { bordersOf } from '../src/plan/geometry/borders.ts';
import { shapesIn } from '../src/plan/geometry/shapes.ts';
import { drawnBorders, folderWith, smallCity } from './support/layout-city.ts';
import { ROOT } from './support/paths.ts';
import { jianfu } from './support/run.ts';

const city = smallCity(4);
const pairOf = ({ a, b }: { readonly a: number; readonly b: number }) => `${a} ${b}`;
const truth = city.borders.filter(({ decimetres }) => decimetres >= 50).map(pairOf);

describe('borders out of shapes', () => {
  it('are all found, with their lengths, where shapes share their corners', () => {
    const { borders, findings } = drawnBorders(city, 0);
    expect(findings).toEqual([]);
    const lengths = new Map(borders.map((border) => [pairOf(border), border.decimetres]));
    expect(truth.filter((pair) => !lengths.has(pair))).toEqual([]);
    for (const border of city.borders.filter(({ decimetres }) => decimetres > 500)) {
      const measured = lengths.get(pairOf(border)) ?? 0;
      expect(Math.abs(measured - border.decimetres) / border.decimetres).toBeLessThan(0.01);
    }
  });

  it('are found where shapes were drawn apart, and each of them is told', () => {
    for (const noise of [0.05, 0.5, 2]) {
      const { borders, findings } = drawnBorders(city, noise);
      const found = new Set(borders.map(pairOf));
      // Corners 2 m off turn a border of 5 m about; bench/layout.ts counts them over a whole city.
      const missing = truth.filter((pair) => !found.has(pair));
      expect(missing.length).toBeLessThanOrEqual(noise < 2 ? 0 : 1);
      expect(findings.map(({ id }) => id)).toEqual(borders.map(() => 'border-near'));
    }
  });

  it('are none where two shapes meet at a corner or lie apart', () => {
    const square = (x: number, y: number) => [
      [
        [x, y],
        [x + 100, y],
        [x + 100, y + 100],
        [x, y + 100],
        [x, y],
      ],
    ];
    const shape = (grid: number, x: number, y: number) => {
      const polygons = [square(x, y)] as never;
      return { grid, polygons, given: polygons };
    };
    // 0 and 1 share a side, 2 meets 1 at a corner, 3 lies 3 m from 0, 4 lies 20 m from 3.
    const shapes = [
      shape(0, 500, 0),
      shape(1, 600, 0),
      shape(2, 700, 100),
      shape(3, 397, 0),
      shape(4, 277, 0),
    ];
    const grids = shapes.map((_, index) => ({ id: `${index}`, at: null })) as never;
    const found = bordersOf(shapes, grids, () => {}).map(({ source, decimetres, ...border }) => [
      pairOf(border),
      source,
      decimetres,
    ]);
    expect(found).toEqual([
      ['0 1', 'shared', 1000],
      ['0 3', 'near', 1000],
    ]);
  });

  it('tell shapes without a grid, grids without a shape, shapes given twice, and what is no polygon', () => {
    const feature = (code: string, geometry: unknown) => ({
      type: 'Feature',
      properties: { 网格编码: code },
      geometry,
    });
    const polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    };
    const json = {
      type: 'FeatureCollection',
      features: [
        feature('A1', polygon),
        feature('A1', polygon),
        feature('X9', polygon),
        feature('A2', { type: 'Point', coordinates: [0, 0] }),
      ],
    };
    const grids = ['A1', 'A2', 'A3'].map((id) => ({ id, at: null })) as never;
    const found: string[] = [];
    const words = { kinds: [{ id: 'grid', fields: [{ id: 'gridCode', words: ['网格编码'] }] }] } as never;
    shapesIn(json, grids, words, ({ id, args }) => found.push(`${id} ${args.about}`));
    expect(found).toEqual([
      'polygon-twice A1',
      'polygon-unknown X9',
      'polygon-broken A2',
      'polygon-missing A2',
      'polygon-missing A3',
    ]);
  });
});

describe('jianfu layout plan --geometry', () => {
  const files = filesOf(city);
  const folder = folderWith({ '社区.csv': files['社区.csv'] ?? '', '网格.csv': files['网格.csv'] ?? '' });
  const listed = folderWith({
    '屏障.csv': files['屏障.csv'] ?? '',
    '相邻关系.csv': files['相邻关系.csv'] ?? '',
  });
  const shapes = path.join(folderWith({ '网格.json': files['网格.geojson'] ?? '' }), '网格.json');
  const plan = (...args: string[]) => jianfu(['layout', 'plan', folder, '--policy', 'hohhot', ...args]);
  const changesIn = (text: string) =>
    (JSON.parse(text) as LayoutPlan).decisions.map(({ community, action, into }) => [
      community,
      action,
      into,
    ]);

  it('decides as it does from a listed table of borders', () => {
    const drawn = plan(path.join(listed, '屏障.csv'), '--geometry', shapes, '--out', 'json');
    const table = plan(path.join(listed, '相邻关系.csv'), '--out', 'json');
    expect([drawn.code, table.code]).toEqual([0, 0]);
    expect(changesIn(drawn.stdout)).toEqual(changesIn(table.stdout));
  });

  it('writes table, JSON, GeoJSON, map and page from one command, the same each time', () => {
    const out = folderWith({});
    const formats = ['json', 'geojson', 'svg', 'html'];
    const write = (name: string) =>
      plan(
        path.join(listed, '屏障.csv'),
        '--geometry',
        shapes,
        ...formats.flatMap((format) => ['--out', `${format}=${path.join(out, `${name}.${format}`)}`]),
        '--out',
        'table',
      );
    expect(write('one').code).toBe(0);
    write('two');
    const read = (name: string, format: string) => readFileSync(path.join(out, `${name}.${format}`), 'utf8');
    for (const format of formats) expect(read('one', format)).toBe(read('two', format));
    const { communities } = JSON.parse(read('one', 'json')) as LayoutPlan;
    const { features } = JSON.parse(read('one', 'geojson')) as {
      features: { id: string; properties: { households: number }; geometry: { coordinates: unknown[] } }[];
    };
    expect(features.map(({ id }) => id)).toEqual(communities.map(({ id }) => id));
    // Connected communities without holes dissolve into one ring each.
    expect(features.every(({ geometry }) => geometry.coordinates.length === 1)).toBe(true);
    expect(read('one', 'svg').match(/<path data-d/g)?.length).toBe(13 + communities.length);
    const page = read('one', 'html');
    expect(page).toContain('示意图，不作为行政区划界线依据');
    expect(page.match(/(?:src|href)=/g)).toBeNull();
  });

  it('draws squares that claim no place without shapes, and shows names as text only', () => {
    const street = path.join(ROOT, 'fixtures/layout/street');
    const evil = folderWith({ '网格.csv': '网格编码,所属社区,常住户数\nA1,<img src=x onerror=1>社区,900\n' });
    const page = jianfu(['layout', 'plan', evil, '--policy', 'hohhot', '--out', 'html']).stdout;
    expect(page).toContain('&lt;img src=x onerror=1&gt;');
    expect(page).not.toContain('<img');
    const svg = jianfu([
      'layout',
      'plan',
      street,
      '--policy',
      'hohhot',
      '--out',
      'svg',
      '--lang',
      'en',
    ]).stdout;
    expect(svg).toContain('saying nothing of where it lies');
    const { code, stderr } = jianfu(['layout', 'plan', street, '--policy', 'hohhot', '--out', 'geojson']);
    expect([code, stderr.includes('--geometry')]).toEqual([2, true]);
  });

  it('refuses what is no GeoJSON, and says what it is', () => {
    const bad = folderWith({ 'a.json': '{"type":', 'b.json': '[]' });
    for (const [file, word] of [
      ['a.json', 'JSON'],
      ['b.json', 'FeatureCollection'],
      ['none.json', 'none.json'],
    ] as const) {
      const { code, stderr, stdout } = plan('--geometry', path.join(bad, file));
      expect([code, stdout, stderr.includes(word)]).toEqual([2, '', true]);
    }
    writeFileSync(path.join(bad, 'c.json'), '\uFEFF{"type":"FeatureCollection","features":[]}');
    expect(plan('--geometry', path.join(bad, 'c.json'), '--out', 'json').code).toBe(1);
  });
});
