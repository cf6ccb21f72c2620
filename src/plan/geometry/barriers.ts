import type { Crossing, LayoutBorder, LayoutFinding, LayoutShape, Place } from '../../model/layout.ts';
import { foldText } from '../../model/text.ts';
import { featuresOf } from './shapes.ts';

/** Words of barriers, as the pack's catalogues list them. */
interface BarrierWords {
  readonly barred: readonly string[];
  readonly priced: readonly string[];
}

/** A river, a railway, a road as drawn, in the coordinates of the file. */
export interface BarrierLine {
  readonly barrier: string;
  readonly crossing: Crossing;
  readonly lines: readonly (readonly Place[])[];
}

/**
 * Lines out of GeoJSON. What a line is, one of its properties must say in a word of the pack; others are told and left
 * out. Throws `NotGeoJson`.
 */
export function barrierLinesIn(
  json: unknown,
  words: BarrierWords,
  note: (finding: LayoutFinding) => void,
): readonly BarrierLine[] {
  const crossings = new Map<string, Crossing>([
    ...words.priced.map((word) => [foldText(word), 'priced'] as const),
    ...words.barred.map((word) => [foldText(word), 'barred'] as const),
  ]);
  return featuresOf(json).flatMap(({ properties, geometry }, index): BarrierLine[] => {
    const texts = Object.values(properties ?? {}).filter((value) => typeof value === 'string');
    const barrier = texts.find((text) => crossings.has(foldText(text)));
    const lines = linesOf(geometry);
    if (barrier !== undefined && lines.length > 0)
      return [{ barrier, crossing: crossings.get(foldText(barrier)) as Crossing, lines }];
    const found = texts[0] ?? `#${index + 1}`;
    note({
      id: 'barrier-unknown',
      args: { found, expected: [...words.barred, ...words.priced].join(' ') },
      at: null,
    });
    return [];
  });
}

function linesOf(geometry: { readonly type?: unknown; readonly coordinates?: unknown } | null | undefined) {
  const { type, coordinates } = geometry ?? {};
  const all = type === 'LineString' ? [coordinates] : type === 'MultiLineString' ? coordinates : [];
  const isPlace = (place: unknown) =>
    Array.isArray(place) && Number.isFinite(place[0]) && Number.isFinite(place[1]);
  if (!Array.isArray(all)) return [];
  return all.filter((line) => Array.isArray(line) && line.length > 1 && line.every(isPlace)) as Place[][];
}

/**
 * Borders with what runs between their grids: a line lies between two grids where the way from the middle of one to the
 * middle of the other crosses it an odd number of times. What must not be crossed wins over a road.
 */
export function withBarriers(
  borders: readonly LayoutBorder[],
  shapes: readonly LayoutShape[],
  barriers: readonly BarrierLine[],
): readonly LayoutBorder[] {
  const middles = new Map(shapes.map(({ grid, given }) => [grid, middleOf(given)]));
  const ordered = [...barriers].sort((one, other) => RANK[one.crossing] - RANK[other.crossing]);
  return borders.map((border) => {
    const [from, to] = [middles.get(border.a), middles.get(border.b)];
    if (from === undefined || to === undefined) return border;
    const between = ordered.find(({ lines }) => crossings(from, to, lines) % 2 === 1);
    if (between === undefined) return border;
    return { ...border, crossing: between.crossing, barrier: between.barrier };
  });
}

const RANK: Readonly<Record<Crossing, number>> = { barred: 0, priced: 1, free: 2 };

/** The middle of the largest polygon, by area. */
function middleOf(polygons: LayoutShape['given']): Place {
  let [largest, middle]: [number, Place] = [-1, [0, 0]];
  for (const [ring = []] of polygons) {
    // Near its own corner, so that large coordinates lose nothing.
    const [ox, oy] = ring[0] ?? [0, 0];
    let [twice, x, y] = [0, 0, 0];
    for (let at = 1; at < ring.length; at++) {
      const [[a, b], [c, d]] = [ring[at - 1] as Place, ring[at] as Place];
      const cross = (a - ox) * (d - oy) - (c - ox) * (b - oy);
      twice += cross;
      x += (a + c - 2 * ox) * cross;
      y += (b + d - 2 * oy) * cross;
    }
    if (Math.abs(twice) <= largest || twice === 0) continue;
    [largest, middle] = [Math.abs(twice), [ox + x / (3 * twice), oy + y / (3 * twice)]];
  }
  return middle;
}

function crossings(from: Place, to: Place, lines: BarrierLine['lines']): number {
  let count = 0;
  for (const line of lines)
    for (let at = 1; at < line.length; at++)
      if (cross(from, to, line[at - 1] as Place, line[at] as Place)) count++;
  return count;
}

/** A place on the line itself belongs to its left side, so that a corner of the line counts once. */
function cross(from: Place, to: Place, one: Place, other: Place): boolean {
  const side = ([ax, ay]: Place, [bx, by]: Place, [x, y]: Place) =>
    (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0;
  return side(from, to, one) !== side(from, to, other) && side(one, other, from) !== side(one, other, to);
}
