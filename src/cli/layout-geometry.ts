import { readFile } from 'node:fs/promises';
import type { PolicyPack } from '../model/policy.ts';
import type { GeometryFrom } from '../plan/city/city.ts';
import { LAYOUT_TEXTS } from './layout-words.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

/** Reads the shapes of grids; they are matched with the grids once those are known. */
export async function geometryIn(path: string, policy: PolicyPack): Promise<GeometryFrom> {
  const json = await jsonIn(path);
  const { bordersOf } = await import('../plan/geometry/borders.ts');
  const { NotGeoJson, shapesIn } = await import('../plan/geometry/shapes.ts');
  return (grids, note) => {
    try {
      const shapes = shapesIn(json, grids, policy.vocabulary, note);
      return { shapes, borders: bordersOf(shapes, grids, note) };
    } catch (error) {
      if (!(error instanceof NotGeoJson)) throw error;
      throw new UsageError(LAYOUT_TEXTS.notGeoJson, { path });
    }
  };
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
