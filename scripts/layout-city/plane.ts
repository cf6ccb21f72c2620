import { Delaunay } from 'd3-delaunay';
import type { Rng } from '../city/prng.ts';

export type Point = readonly [number, number];

/** Cells of a Voronoi diagram in metres, and which of them lie side by side. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly sites: readonly Point[];
  /** Corners of each cell, first and last the same; two cells that meet share their corners exactly. */
  readonly cells: readonly (readonly Point[])[];
  /** `decimetres`: length of the border, at least 1. */
  readonly edges: readonly { readonly a: number; readonly b: number; readonly decimetres: number }[];
}

/** So far apart that a city of 6,608 grids is about 20 km wide. */
const SPACING = 230;

export function makePlane(count: number, rng: Rng): Plane {
  const columns = Math.ceil(Math.sqrt(count * 1.25));
  const rows = Math.ceil(count / columns);
  const jitter = () => SPACING * (0.5 + 0.8 * (rng.next() - 0.5));
  const sites = Array.from(
    { length: count },
    (_, index): Point => [
      (index % columns) * SPACING + jitter(),
      Math.floor(index / columns) * SPACING + jitter(),
    ],
  );
  const [width, height] = [columns * SPACING, rows * SPACING];
  const voronoi = Delaunay.from(sites as [number, number][]).voronoi([0, 0, width, height]);
  const cells = sites.map((_, index) => (voronoi.cellPolygon(index) ?? []).map(roundedToDecimetre));
  return { width, height, sites, cells, edges: edgesOf(cells) };
}

function roundedToDecimetre([x, y]: [number, number]): Point {
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}

/** A stretch of border belongs to the two cells that both have it. */
function edgesOf(cells: readonly (readonly Point[])[]): Plane['edges'] {
  const owner = new Map<string, number>();
  const lengths = new Map<number, number>();
  for (const [cell, corners] of cells.entries()) {
    for (let at = 1; at < corners.length; at++) {
      const [from, to] = [corners[at - 1] as Point, corners[at] as Point];
      const key = [from.join(), to.join()].sort().join(' ');
      const other = owner.get(key);
      owner.set(key, cell);
      if (other === undefined || other === cell) continue;
      const pair = Math.min(other, cell) * cells.length + Math.max(other, cell);
      const length = Math.round(10 * Math.hypot(to[0] - from[0], to[1] - from[1]));
      lengths.set(pair, (lengths.get(pair) ?? 0) + length);
    }
  }
  return [...lengths]
    .filter(([, decimetres]) => decimetres > 0)
    .sort(([left], [right]) => left - right)
    .map(([pair, decimetres]) => ({
      a: Math.floor(pair / cells.length),
      b: pair % cells.length,
      decimetres,
    }));
}
