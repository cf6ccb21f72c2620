import type { MadeCity } from './make.ts';
import type { Point } from './plane.ts';

/** The made city as the files a planner hands in, by name. */
export function filesOf(city: MadeCity, noise = 0, next: () => number = () => 0.5): Record<string, string> {
  return {
    '社区.csv': communityTable(city),
    '网格.csv': gridTable(city),
    '相邻关系.csv': borderTable(city),
    '屏障.csv': barrierTable(city),
    '网格.geojson': shapesOf(city, noise, next),
  };
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `${rows.map((row) => row.join()).join('\n')}\n`;
}

function communityTable({ communities, residents }: MadeCity): string {
  const rows = communities.map(({ code, name, subdistrict, households, cells }) => {
    const people = cells.reduce((sum, cell) => sum + (residents[cell] ?? 0), 0);
    return [code, name, subdistrict, households, people];
  });
  return csv([['社区代码', '社区名称', '所属街道', '常住户数', '常住人口'], ...rows]);
}

function gridTable({ communities, codes, households, residents, centres }: MadeCity): string {
  const rows = communities.flatMap(({ name, subdistrict, cells }) =>
    cells.map((cell) => [
      codes[cell] ?? '',
      name,
      subdistrict,
      households[cell] ?? 0,
      residents[cell] ?? 0,
      centres.has(cell) ? '是' : '否',
    ]),
  );
  return csv([['网格编码', '所属社区', '所属街道', '常住户数', '常住人口', '党群服务中心'], ...rows]);
}

const BORDER_HEAD = ['网格甲', '网格乙', '共同边界长度', '屏障'];

function borderTable({ borders, codes }: MadeCity): string {
  const rows = borders.map(({ a, b, decimetres, barrier }) => [
    codes[a] ?? '',
    codes[b] ?? '',
    decimetres / 10,
    barrier || '无',
  ]);
  return csv([BORDER_HEAD, ...rows]);
}

/** For those who have shapes, only what runs along a border is to be listed. */
function barrierTable({ borders, codes }: MadeCity): string {
  const rows = borders.flatMap(({ a, b, decimetres, barrier }) =>
    barrier === '' ? [] : [[codes[a] ?? '', codes[b] ?? '', decimetres / 10, barrier]],
  );
  return csv([BORDER_HEAD, ...rows]);
}

/** Degrees about a place in Hohhot; metres would do as well. `noise`: metres that every corner is off. */
function shapesOf({ plane, codes }: MadeCity, noise: number, next: () => number): string {
  const off = () => noise * 2 * (next() - 0.5);
  const degrees = ([x, y]: Point): Point => [
    round(111.6 + (x + off()) / (111_320 * Math.cos((40.8 * Math.PI) / 180))),
    round(40.8 + (y + off()) / 110_574),
  ];
  const features = plane.cells.map((corners, cell) => {
    const ring = corners.slice(0, -1).map(degrees);
    return JSON.stringify({
      type: 'Feature',
      properties: { 网格编码: codes[cell] },
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
    });
  });
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}

function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
