import { readFile } from 'node:fs/promises';
import type { PolicyPack } from '../../model/policy.ts';
import { barrierWords, type GeometryFrom } from '../../plan/city/city.ts';
import { TEXTS } from '../texts.ts';
import { UsageError } from '../usage-error.ts';
import { LAYOUT_TEXTS } from './layout-words.ts';

/** Reads the shapes of grids, GeoJSON or a shapefile, and what runs between them; matched with the grids once those are known. */
export async function geometryIn(
  path: string,
  barriersPath: string | undefined,
  policy: PolicyPack,
): Promise<GeometryFrom> {
  const json = await featuresIn(path);
  const drawn = barriersPath === undefined ? null : await featuresIn(barriersPath);
  const { bordersOf } = await import('../../plan/geometry/borders.ts');
  const { barrierLinesIn, withBarriers } = await import('../../plan/geometry/barriers.ts');
  const { noteOverlaps } = await import('../../plan/geometry/overlaps.ts');
  const { NotGeoJson, shapesIn } = await import('../../plan/geometry/shapes.ts');
  const asked = <T>(file: string, read: () => T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof NotGeoJson)) throw error;
      throw new UsageError(LAYOUT_TEXTS.notGeoJson, { path: file });
    }
  };
  return (grids, note) => {
    const shapes = asked(path, () => shapesIn(json, grids, policy.vocabulary, note));
    noteOverlaps(shapes, grids, note);
    const borders = bordersOf(shapes, grids, note);
    if (barriersPath === undefined) return { shapes, borders };
    const lines = asked(barriersPath, () => barrierLinesIn(drawn, barrierWords(policy), note));
    return { shapes, borders: withBarriers(borders, shapes, lines) };
  };
}

async function featuresIn(path: string): Promise<unknown> {
  return isShapefile(path) ? await shapefileIn(path) : await jsonIn(path);
}

function isShapefile(path: string): boolean {
  return /\.shp$/iu.test(path);
}

/** All files that belong to a path of shapes: of a shapefile also its attributes. */
export function filesOfGeometry(path: string): readonly string[] {
  return isShapefile(path) ? [path, besides(path, 'dbf'), besides(path, 'cpg')] : [path];
}

/** In upper case where the .shp is: programs for Windows write either. */
function besides(path: string, extension: string): string {
  return path.replace(
    /\.(shp)$/iu,
    (_, own: string) => `.${own === 'SHP' ? extension.toUpperCase() : extension}`,
  );
}

async function shapefileIn(path: string): Promise<unknown> {
  const [shp, dbf, cpg] = await Promise.all(
    filesOfGeometry(path).map((file) => readFile(file).catch(() => null)),
  );
  if (shp === null || shp === undefined) throw new UsageError(TEXTS.noMatch, { path });
  if (dbf === null || dbf === undefined)
    throw new UsageError(LAYOUT_TEXTS.noDbf, { path: besides(path, 'dbf') });
  const { featuresOfShapefile, NotShapefile } = await import('../../plan/geometry/shapefile.ts');
  try {
    return featuresOfShapefile({ shp, dbf, cpg: cpg?.toString('latin1') ?? null });
  } catch (error) {
    if (!(error instanceof NotShapefile)) throw error;
    throw new UsageError(LAYOUT_TEXTS.notShapefile, { path, error: error.message });
  }
}

async function jsonIn(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(TEXTS.noMatch, { path });
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown;
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    throw new UsageError(LAYOUT_TEXTS.notJson, { path, error: told });
  }
}
