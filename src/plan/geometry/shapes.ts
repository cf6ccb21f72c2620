import type { LayoutFinding, LayoutGrid, LayoutShape, Place } from '../../model/layout.ts';
import type { Vocabulary } from '../../model/policy.ts';
import { foldText } from '../../model/text.ts';

type Note = (finding: LayoutFinding) => void;

/** The text is JSON and no GeoJSON FeatureCollection. */
export class NotGeoJson extends Error {}

/** A feature as far as it can be trusted: nothing. */
export interface Feature {
  readonly id?: unknown;
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null;
}

/**
 * The outlines of grids out of GeoJSON, in metres. A feature is matched by a property whose name is a header word of
 * grids (网格编码, 网格名称 …), else by its id. Throws `NotGeoJson`.
 */
export function shapesIn(
  json: unknown,
  grids: readonly LayoutGrid[],
  vocabulary: Vocabulary,
  note: Note,
): readonly LayoutShape[] {
  const features = featuresOf(json);
  const byId = new Map(grids.map(({ id }, index) => [foldText(id), index]));
  const words = wordsFor(vocabulary);
  const found = new Map<number, LayoutShape['polygons']>();
  for (const [place, feature] of features.entries()) {
    const about = nameOf(feature, words, byId);
    const grid = byId.get(foldText(about));
    const polygons = polygonsOf(feature);
    const shown = about || `#${place + 1}`;
    if (grid === undefined) note({ id: 'polygon-unknown', args: { about: shown }, at: null });
    else if (polygons === null) note({ id: 'polygon-broken', args: { about: shown }, at: null });
    else if (found.has(grid)) note({ id: 'polygon-twice', args: { about: shown }, at: null });
    else found.set(grid, polygons);
  }
  for (const [index, { id, at }] of grids.entries())
    if (!found.has(index)) note({ id: 'polygon-missing', args: { about: id }, at });
  return inMetres([...found].sort(([left], [right]) => left - right));
}

/** Throws `NotGeoJson`. */
export function featuresOf(json: unknown): readonly Feature[] {
  const { type, features } = (json ?? {}) as { readonly type?: unknown; readonly features?: unknown };
  if (type !== 'FeatureCollection' || !Array.isArray(features)) throw new NotGeoJson();
  return features.map(
    (feature) => (typeof feature === 'object' && feature !== null ? feature : {}) as Feature,
  );
}

/** Names of properties that may hold the code or name of a grid, codes first. */
function wordsFor({ kinds }: Vocabulary): readonly string[] {
  const fields = kinds.find(({ id }) => id === 'grid')?.fields ?? [];
  return ['gridCode', 'gridName'].flatMap((id) => [
    id,
    ...(fields.find((field) => field.id === id)?.words ?? []),
  ]);
}

function nameOf(
  { id, properties }: Feature,
  words: readonly string[],
  byId: ReadonlyMap<string, number>,
): string {
  const own = Object.entries(properties ?? {});
  const named = words.map((word) => own.find(([name]) => isCalled(name, word))?.[1]).filter(isName);
  const all = [...named, id].filter(isName).map(String);
  return all.find((name) => byId.has(foldText(name))) ?? all[0] ?? '';
}

/** Shapefiles cut names of columns at ten bytes, even within a character. */
function isCalled(name: string, word: string): boolean {
  const isCut = name.endsWith(BROKEN);
  const known = foldText(isCut ? name.slice(0, -1) : name);
  return isCut ? known !== '' && foldText(word).startsWith(known) : foldText(word) === known;
}

const BROKEN = '\uFFFD';

function isName(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}

/** `null` for what is no polygon, or holds a ring that is none. */
function polygonsOf({ geometry }: Feature): LayoutShape['polygons'] | null {
  const { type, coordinates } = geometry ?? {};
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  if (!Array.isArray(polygons) || polygons.length === 0) return null;
  const isPlace = (place: unknown) =>
    Array.isArray(place) && Number.isFinite(place[0]) && Number.isFinite(place[1]);
  const isRing = (ring: unknown) => Array.isArray(ring) && ring.length >= 4 && ring.every(isPlace);
  const isPolygon = (rings: unknown) => Array.isArray(rings) && rings.length > 0 && rings.every(isRing);
  return polygons.every(isPolygon) ? (polygons as LayoutShape['polygons']) : null;
}

const METRES_PER_DEGREE = 111_320;

/**
 * Degrees become metres on a plane through the middle of the city, off by less than 1‰ over 50 km; what is in metres
 * already is only moved. The same corner stays the same corner.
 */
function inMetres(found: readonly (readonly [number, LayoutShape['polygons']])[]): readonly LayoutShape[] {
  const corners = found.flatMap(([, polygons]) => polygons.flat(2));
  const [west, east] = rangeOf(corners, 0);
  const [south, north] = rangeOf(corners, 1);
  const isDegrees = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  const stretch = isDegrees ? METRES_PER_DEGREE : 1;
  const narrow = isDegrees ? Math.cos((((south + north) / 2) * Math.PI) / 180) : 1;
  const place = ([x, y]: Place): Place => [(x - west) * stretch * narrow, (y - south) * stretch];
  return found.map(([grid, polygons]) => ({
    grid,
    polygons: polygons.map((rings) => rings.map((ring) => ring.map(place))),
    given: polygons,
  }));
}

function rangeOf(places: readonly Place[], axis: 0 | 1): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const place of places) {
    least = Math.min(least, place[axis]);
    most = Math.max(most, place[axis]);
  }
  return [least, most];
}
