import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LayoutFinding, LayoutGrid, LayoutPlan, LayoutShape, Place } from '../src/model/layout.ts';
import { noteOverlaps } from '../src/plan/geometry/overlaps.ts';
import { drawnBorders, folderWith, smallCity } from './support/layout-city.ts';
import { jianfu } from './support/run.ts';

const ringAt = (x: number, y: number, width = 100): Place[] => [
  [x, y],
  [x + width, y],
  [x + width, y + 100],
  [x, y + 100],
  [x, y],
];

function told(places: readonly (readonly [number, number, number?])[]): string[] {
  const found: LayoutFinding[] = [];
  const shapes = places.map(([x, y, width], grid): LayoutShape => {
    const polygons = [[ringAt(x, y, width)]];
    return { grid, polygons, given: polygons };
  });
  const grids = places.map((_, grid) => ({ id: `G${grid}`, at: null })) as unknown as LayoutGrid[];
  noteOverlaps(shapes, grids, (finding) => found.push(finding));
  return found.map(({ id, args }) => `${id} ${args.about} ${args.other ?? args.area}`);
}

describe('shapes that overlap or leave holes', () => {
  it('are listed, and those that only share a side or were drawn apart are not', () => {
    expect(
      told([
        [0, 0],
        [100, 0],
        [0, 100],
        [300, 0],
      ]),
    ).toEqual([]);
    expect(
      told([
        [0, 0],
        [97, 0],
      ]),
    ).toEqual([]);
    expect(
      told([
        [0, 0],
        [80, 0],
      ]),
    ).toEqual(['polygons-overlap G0 G1']);
    // The same shape twice, and one within another.
    expect(
      told([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual(['polygons-overlap G0 G1']);
    expect(
      told([
        [0, 0],
        [20, 0, 40],
      ]),
    ).toEqual(['polygons-overlap G0 G1']);
  });

  it('a grid that is missing among others leaves a hole of its size', () => {
    const around = [0, 100, 200].flatMap((x) => [0, 100, 200].map((y) => [x, y] as const));
    expect(told(around)).toEqual([]);
    const holes = told(around.filter(([x, y]) => x !== 100 || y !== 100));
    expect(holes.map((text) => text.split(' ')).map(([id, , area]) => [id, area])).toEqual([
      ['polygons-gap', '10000'],
    ]);
  });

  it('are none in a made city, drawn exactly or two metres apart', () => {
    for (const noise of [0, 2]) {
      const { shapes } = drawnBorders(smallCity(4), noise);
      const found: LayoutFinding[] = [];
      const grids = smallCity(4).codes.map((id) => ({ id, at: null })) as unknown as LayoutGrid[];
      noteOverlaps(shapes, grids, (finding) => found.push(finding));
      expect(found.filter(({ id }) => id === 'polygons-overlap')).toEqual([]);
    }
  });
});

describe('jianfu layout plan --barriers', () => {
  // A street of six grids of 800 households each, 100 m wide.
  const tables = folderWith({
    '社区.csv': '社区名称,所属街道,常住户数,管理负荷过重\n甲社区,东街道,4800,是\n',
    '网格.csv': `网格编码,所属社区,常住户数\n${[0, 1, 2, 3, 4, 5].map((at) => `A${at},甲社区,800`).join('\n')}\n`,
  });
  const collection = (features: readonly object[]) => JSON.stringify({ type: 'FeatureCollection', features });
  const line = (x: number, properties: object) => ({
    type: 'Feature',
    properties,
    geometry: {
      type: 'LineString',
      coordinates: [
        [x, -50],
        [x, 40],
        [x + 1, 150],
      ],
    },
  });
  const drawn = folderWith({
    'grids.json': collection(
      [0, 1, 2, 3, 4, 5].map((at) => ({
        type: 'Feature',
        properties: { 网格编码: `A${at}` },
        geometry: {
          type: 'Polygon',
          coordinates: [ringAt(1000 + 100 * at, 1000)].map((ring) => ring.map(([x, y]) => [x, y - 1000])),
        },
      })),
    ),
    'river.json': collection([line(1110, { 名称: '小黑河', 类型: '河流' })]),
    'road.json': collection([line(1310, { 类型: '主干路' })]),
    'odd.json': collection([line(1110, { 类型: '地铁' })]),
    'none.json': collection([]),
  });
  const plan = (...more: string[]) => {
    const { code, stdout, stderr } = jianfu([
      'layout',
      'plan',
      tables,
      '--policy',
      'hohhot',
      '--geometry',
      path.join(drawn, 'grids.json'),
      '--out',
      'json',
      ...more,
    ]);
    return { code, stderr, plan: stdout === '' ? null : (JSON.parse(stdout) as LayoutPlan) };
  };
  const withLines = (file: string) => plan('--barriers', path.join(drawn, file));
  const partsOf = (made: LayoutPlan | null) => made?.communities.map(({ grids }) => grids.join(' '));

  it('lets no community lie across a river, and draws boundaries along roads', () => {
    expect(partsOf(plan().plan)).toEqual(['A0 A1 A2', 'A3 A4 A5']);
    const river = withLines('river.json').plan;
    expect(river?.decisions[0]?.reason.id).toBe('piece-too-small');
    expect(river?.decisions[0]?.reason.args).toMatchObject({ households: 800, pieces: 2 });
    const road = withLines('road.json').plan;
    expect(road?.totals.boundaryPriced).toBe(1000);
    expect(partsOf(withLines('none.json').plan)).toEqual(['A0 A1 A2', 'A3 A4 A5']);
  });

  it('tells a line it does not know, and asks for shapes', () => {
    const odd = withLines('odd.json');
    expect(odd.plan?.findings.map(({ id, args }) => `${id} ${args.found}`)).toEqual(['barrier-unknown 地铁']);
    const alone = jianfu([
      'layout',
      'plan',
      tables,
      '--policy',
      'hohhot',
      '--barriers',
      path.join(drawn, 'river.json'),
    ]);
    expect([alone.code, alone.stderr.includes('--geometry')]).toEqual([2, true]);
  });
});
