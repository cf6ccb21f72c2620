import Flatbush from 'flatbush';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import type { LayoutFinding, LayoutGrid, LayoutShape, Place } from '../../model/layout.ts';

type Note = (finding: LayoutFinding) => void;
type Ring = readonly Place[];

/** Metres that a corner may lie inside another shape: outlines drawn apart cross by that much. */
const TOLERANCE = 6;
/** Square metres of a hole between shapes below which it is an inaccuracy of drawing. */
const SMALLEST_GAP = 100;

/** Shapes that lie over one another, and holes that no shape fills. Nothing is repaired. */
export function noteOverlaps(shapes: readonly LayoutShape[], grids: readonly LayoutGrid[], note: Note): void {
  if (shapes.length === 0) return;
  const nameOf = ({ grid }: LayoutShape) => grids[grid]?.id ?? '';
  for (const [one, other] of overlapping(shapes)) {
    const args = { about: nameOf(one), other: nameOf(other) };
    note({ id: 'polygons-overlap', args, at: grids[one.grid]?.at ?? null });
  }
  const corners = new Map(
    shapes.flatMap((shape) => shape.polygons.flat(2).map((place) => [place.join(), shape] as const)),
  );
  for (const ring of holesIn(shapes)) {
    const beside = corners.get((ring[0] as Place).join());
    if (beside === undefined) continue;
    const args = { about: nameOf(beside), area: Math.round(areaOf(ring)) };
    note({ id: 'polygons-gap', args, at: grids[beside.grid]?.at ?? null });
  }
}

function overlapping(shapes: readonly LayoutShape[]): (readonly [LayoutShape, LayoutShape])[] {
  const index = new Flatbush(shapes.length);
  const boxes = shapes.map(({ polygons }) => boxOf(polygons.flat(2)));
  for (const box of boxes) index.add(...box);
  index.finish();
  return shapes.flatMap((shape, at) =>
    index
      .search(...(boxes[at] as Box), (other) => other > at)
      .sort((left, right) => left - right)
      .map((other) => shapes[other] as LayoutShape)
      .filter((other) => reachesInto(shape, other) || reachesInto(other, shape))
      .map((other) => [shape, other] as const),
  );
}

type Box = [number, number, number, number];

function boxOf(places: readonly Place[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of places) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** A corner, the middle of a side or the middle of one shape lies well inside the other. */
function reachesInto(one: LayoutShape, other: LayoutShape): boolean {
  const places = one.polygons.flatMap(([outer = []]) => [
    ...outer,
    ...outer.slice(1).map((to, at): Place => middle([outer[at] as Place, to])),
    middle(outer.slice(1)),
  ]);
  return places.some(
    (place) => isInside(place, other) && isInside(place, one, true) && depth(place, other) > TOLERANCE,
  );
}

function middle(places: readonly Place[]): Place {
  const sum = (axis: 0 | 1) => places.reduce((total, place) => total + place[axis], 0);
  return [sum(0) / places.length, sum(1) / places.length];
}

/** By crossings of a ray. `orOn`: what lies on the outline counts as well. */
function isInside(place: Place, { polygons }: LayoutShape, orOn = false): boolean {
  let inside = false;
  for (const ring of polygons.flat()) {
    for (let at = 1; at < ring.length; at++) {
      const [[x1, y1], [x2, y2]] = [ring[at - 1] as Place, ring[at] as Place];
      if (orOn && distance(place, ring[at - 1] as Place, ring[at] as Place) < 1e-6) return true;
      if (y1 > place[1] !== y2 > place[1] && place[0] < x1 + ((place[1] - y1) * (x2 - x1)) / (y2 - y1))
        inside = !inside;
    }
  }
  return inside;
}

/** Metres to the outline. */
function depth(place: Place, { polygons }: LayoutShape): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of polygons.flat())
    for (let at = 1; at < ring.length; at++)
      least = Math.min(least, distance(place, ring[at - 1] as Place, ring[at] as Place));
  return least;
}

function distance([x, y]: Place, [x1, y1]: Place, [x2, y2]: Place): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / square));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

/** Holes in what all shapes cover together, where they share their corners. */
function holesIn(shapes: readonly LayoutShape[]): Ring[] {
  const objects = Object.fromEntries(
    shapes.map(({ grid, polygons }) => [
      grid,
      { type: 'MultiPolygon', coordinates: polygons as unknown as number[][][][] } as const,
    ]),
  );
  const drawn = topology(objects);
  const { coordinates } = merge(drawn as never, Object.values(drawn.objects) as never);
  return (coordinates as unknown as readonly (readonly Ring[])[])
    .flatMap((rings) => rings.slice(1))
    .filter((ring) => areaOf(ring) >= SMALLEST_GAP);
}

function areaOf(ring: Ring): number {
  let twice = 0;
  for (let at = 1; at < ring.length; at++) {
    const [[x, y], [u, v]] = [ring[at - 1] as Place, ring[at] as Place];
    twice += x * v - u * y;
  }
  return Math.abs(twice) / 2;
}
