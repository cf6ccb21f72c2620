import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../scripts/layout-city/files.ts';
import type { LayoutPlan } from '../src/model/layout.ts';
import { featuresOfShapefile, NotShapefile } from '../src/plan/geometry/shapefile.ts';
import { folderWith, smallCity } from './support/layout-city.ts';
import { jianfu } from './support/run.ts';
import { shapefileOf } from './support/shapefile.ts';

const files = filesOf(smallCity(4));
const { features } = JSON.parse(files['网格.geojson'] ?? '') as {
  features: { properties: { 网格编码: string }; geometry: { coordinates: number[][][] } }[];
};
const rings = features.map(({ geometry }) => geometry.coordinates[0] ?? []);
const codes = features.map(({ properties }) => properties.网格编码);
const folder = folderWith({
  '社区.csv': files['社区.csv'] ?? '',
  '网格.csv': files['网格.csv'] ?? '',
  '屏障.csv': files['屏障.csv'] ?? '',
});
const drawn = folderWith({ '网格.geojson': files['网格.geojson'] ?? '' });

function saved(name: string, encoding: 'gbk' | 'utf-8', cpg: string | null): string {
  const { shp, dbf } = shapefileOf(rings, '网格编码', codes, encoding);
  writeFileSync(path.join(drawn, `${name}.shp`), shp);
  writeFileSync(path.join(drawn, `${name}.dbf`), dbf);
  if (cpg !== null) writeFileSync(path.join(drawn, `${name}.cpg`), cpg);
  return path.join(drawn, `${name}.shp`);
}

describe('shapes in a shapefile', () => {
  const plan = (geometry: string) =>
    jianfu(['layout', 'plan', folder, '--policy', 'hohhot', '--geometry', geometry, '--out', 'json']);
  const decided = (text: string) => (JSON.parse(text) as LayoutPlan).communities;

  it('make the same plan as GeoJSON, in GBK as in UTF-8, with the name of the column cut', () => {
    const json = plan(path.join(drawn, '网格.geojson'));
    for (const shp of [saved('gbk', 'gbk', null), saved('utf', 'utf-8', 'UTF-8\n')]) {
      const { code, stdout } = plan(shp);
      expect(code).toBe(0);
      expect(decided(stdout)).toEqual(decided(json.stdout));
    }
  });

  it('are refused without their .dbf, and where the bytes are none', () => {
    const { shp } = shapefileOf(rings, '网格编码', codes, 'gbk');
    writeFileSync(path.join(drawn, 'alone.SHP'), shp);
    expect(plan(path.join(drawn, 'alone.SHP'))).toMatchObject({ code: 2, stdout: '' });
    expect(plan(path.join(drawn, 'alone.SHP')).stderr).toContain('alone.DBF');
    const bad = saved('bad', 'gbk', null);
    writeFileSync(bad, 'Not a shapefile at all. '.repeat(9));
    const { code, stderr } = plan(bad);
    expect([code, stderr.includes('GeoJSON')]).toEqual([2, true]);
  });

  it('that break off are told, and never read on and on', () => {
    const { shp, dbf } = shapefileOf(rings.slice(0, 5), '网格编码', codes.slice(0, 5), 'gbk');
    const endless = Buffer.from(dbf);
    endless.writeUInt32LE(0xffffffff, 4);
    expect(() => featuresOfShapefile({ shp, dbf: endless, cpg: null })).toThrow(NotShapefile);
    for (const [keep, keepDbf] of [
      [150, dbf.length],
      [shp.length - 20, dbf.length],
      [shp.length, 70],
    ] as const) {
      const read = () =>
        featuresOfShapefile({ shp: shp.subarray(0, keep), dbf: dbf.subarray(0, keepDbf), cpg: null });
      try {
        read();
      } catch (error) {
        expect(error).toBeInstanceOf(NotShapefile);
      }
    }
  });
});
