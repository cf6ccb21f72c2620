import Flatbush from 'flatbush';
import type { Place } from '../../model/layout.ts';

/** A straight piece of a grid's outline that no other grid shares. */
export interface Stretch {
  readonly grid: number;
  readonly from: Place;
  readonly to: Place;
}

/** Metres that two outlines drawn apart may lie from one another and still be one border. */
const TOLERANCE = 6;
/** Metres they must run side by side: less is a corner. */
const SHORTEST = 4;
/** Cosine of the angle between stretches that run side by side. */
const PARALLEL = 0.6;

/** Pairs of grids, `a b` with a < b, whose outlines run side by side, with the metres that they do. */
export function nearPairs(stretches: readonly Stretch[]): ReadonlyMap<string, number> {
  const metres = new Map<string, number>();
  if (stretches.length === 0) return metres;
  const index = new Flatbush(stretches.length);
  for (const { from, to } of stretches)
    index.add(
      Math.min(from[0], to[0]),
      Math.min(from[1], to[1]),
      Math.max(from[0], to[0]),
      Math.max(from[1], to[1]),
    );
  index.finish();
  for (const [at, stretch] of stretches.entries()) {
    const { from, to } = stretch;
    const near = index.search(
      Math.min(from[0], to[0]) - TOLERANCE,
      Math.min(from[1], to[1]) - TOLERANCE,
      Math.max(from[0], to[0]) + TOLERANCE,
      Math.max(from[1], to[1]) + TOLERANCE,
      (other) => other > at && stretches[other]?.grid !== stretch.grid,
    );
    for (const other of near) {
      const beside = stretches[other] as Stretch;
      const length = Math.max(sideBySide(stretch, beside), sideBySide(beside, stretch));
      if (length === 0) continue;
      const pair = `${Math.min(stretch.grid, beside.grid)} ${Math.max(stretch.grid, beside.grid)}`;
      metres.set(pair, (metres.get(pair) ?? 0) + length);
    }
  }
  for (const [pair, length] of metres) if (length < SHORTEST) metres.delete(pair);
  return metres;
}

/** Metres of `one` along which `other` runs beside it, within the tolerance; 0 where they cross or lie end to end. */
function sideBySide(one: Stretch, other: Stretch): number {
  const [dx, dy] = [one.to[0] - one.from[0], one.to[1] - one.from[1]];
  const length = Math.hypot(dx, dy);
  const [ex, ey] = [other.to[0] - other.from[0], other.to[1] - other.from[1]];
  const otherLength = Math.hypot(ex, ey);
  if (length === 0 || otherLength === 0) return 0;
  if (Math.abs(dx * ex + dy * ey) < PARALLEL * length * otherLength) return 0;
  const along = ([x, y]: Place) => ((x - one.from[0]) * dx + (y - one.from[1]) * dy) / length;
  const aside = ([x, y]: Place) => ((y - one.from[1]) * dx - (x - one.from[0]) * dy) / length;
  const [first, last] = [along(other.from), along(other.to)];
  const [start, end] = [Math.max(0, Math.min(first, last)), Math.min(length, Math.max(first, last))];
  if (end <= start) return 0;
  const middle = ((start + end) / 2 - first) / (last - first || 1);
  const gap = aside(other.from) + middle * (aside(other.to) - aside(other.from));
  return Math.abs(gap) <= TOLERANCE ? end - start : 0;
}
