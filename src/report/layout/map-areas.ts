import { sentence } from '../../i18n/messages.ts';
import type { LayoutCity, LayoutDecision, LayoutPlan, LayoutShape, SizeClass } from '../../model/layout.ts';
import type { Locale } from '../../model/policy.ts';
import { REASONS } from './reasons.ts';
import { CLASSES, LAYOUT_WORDS } from './words.ts';

/** A plan with what it takes to draw it. `isTiles`: squares that say nothing of where a grid lies. */
export interface MapSource {
  readonly plan: LayoutPlan;
  readonly city: LayoutCity;
  readonly shapes: readonly LayoutShape[];
  readonly isTiles: boolean;
}

/** A community on one of the two maps. */
export interface Area {
  /** The decision it belongs to, by its index; areas with the same one light up together. */
  readonly decision: number;
  readonly path: string;
  readonly outline: string;
  readonly fill: string;
  readonly title: string;
}

/** Width and height of a map in metres. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

export const CLASS_FILLS: Readonly<Record<SizeClass, string>> = {
  over: '#f2b8a6',
  under: '#b5cdef',
  watch: '#f6e6b8',
  standard: '#eef1f3',
  unknown: '#d9d9d9',
};

/** Fills of changed communities; neighbours never share one, as far as there are enough. */
export const CHANGED_FILLS = [
  '#7fc6a4',
  '#f5a65b',
  '#9b8fd8',
  '#e88fb4',
  '#6fb7d6',
  '#c8c252',
  '#b58b6b',
  '#8fb36a',
];

/** Draws grids: all their rings, or only what lies between them and others. */
export interface Pen {
  readonly extent: Extent;
  path(grids: readonly number[]): string;
  outline(grids: readonly number[]): string;
}

/** Metres with north up become a plane of whole metres with south down. */
export function penFor(shapes: readonly LayoutShape[]): Pen {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of shapes.flatMap(({ polygons }) => polygons.flat(2))) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  const rings = new Map(
    shapes.map(({ grid, polygons }) => [
      grid,
      polygons.flat().map((ring) => ring.map(([x, y]) => `${Math.round(x - west)} ${Math.round(north - y)}`)),
    ]),
  );
  const ringsOf = (grids: readonly number[]) => grids.flatMap((grid) => rings.get(grid) ?? []);
  return {
    extent: { width: Math.max(1, east - west), height: Math.max(1, north - south) },
    path: (grids) =>
      ringsOf(grids)
        .map((ring) => `M${ring.slice(0, -1).join('L')}Z`)
        .join(''),
    outline: (grids) => outlineOf(ringsOf(grids)),
  };
}

/** A side that two rings of one community have lies inside it. */
function outlineOf(rings: readonly (readonly string[])[]): string {
  const sideOf = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`);
  const times = new Map<string, number>();
  const sides = rings.map((ring) => ring.slice(1).map((corner, at) => sideOf(ring[at] as string, corner)));
  for (const side of sides.flat()) times.set(side, (times.get(side) ?? 0) + 1);
  let path = '';
  for (const [index, ring] of rings.entries()) {
    let isDown = false;
    for (const [at, side] of (sides[index] as string[]).entries()) {
      const isOuter = times.get(side) === 1;
      if (isOuter) path += `${isDown ? '' : `M${ring[at]}`}L${ring[at + 1]}`;
      isDown = isOuter;
    }
  }
  return path;
}

export function areasBefore({ plan, city }: MapSource, pen: Pen, locale: Locale): Area[] {
  return city.communities.map(({ name, households, grids }, decision) => {
    const size = plan.decisions[decision]?.class ?? 'unknown';
    return {
      decision,
      path: pen.path(grids),
      outline: pen.outline(grids),
      fill: CLASS_FILLS[size],
      title: `${titleOf(name, households, locale)} ${CLASSES[size][locale]}`,
    };
  });
}

export function areasAfter(source: MapSource, pen: Pen, locale: Locale): Area[] {
  const { plan, city } = source;
  const gridOf = new Map(city.grids.map(({ id }, index) => [id, index]));
  const decisionOf = new Map(plan.decisions.map(({ community }, index) => [community, index]));
  const colours = coloursOf(source);
  return plan.communities.map((community, at) => {
    const decision = decisionOf.get(community.from[0] ?? '') ?? 0;
    const decided = plan.decisions[decision] as LayoutDecision;
    const grids = community.grids.map((grid) => gridOf.get(grid) as number);
    const reason = sentence(REASONS[decided.reason.id], decided.reason.args, locale, {});
    return {
      decision: decisionOf.get(community.id) ?? decision,
      path: pen.path(grids),
      outline: pen.outline(grids),
      fill: colours[at] ?? CLASS_FILLS[decided.class],
      title: `${titleOf(community.name, community.households, locale)}\n${reason}`,
    };
  });
}

function titleOf(name: string, households: number | null, locale: Locale): string {
  return sentence(LAYOUT_WORDS.part, { name, households: households ?? '?' }, locale, {});
}

/** A colour for each community that the plan changed, by its index in the plan; `undefined` for those it left alone. */
function coloursOf({ plan, city }: MapSource): (string | undefined)[] {
  const indexOf = new Map(
    plan.communities.flatMap(({ grids }, index) => grids.map((grid) => [grid, index] as const)),
  );
  const beside = plan.communities.map(() => new Set<number>());
  for (const { a, b } of city.borders) {
    const [left, right] = [city.grids[a]?.id ?? '', city.grids[b]?.id ?? ''].map((id) => indexOf.get(id));
    if (left === undefined || right === undefined || left === right) continue;
    beside[left]?.add(right);
    beside[right]?.add(left);
  }
  const actions = new Map(plan.decisions.map(({ community, action }) => [community, action]));
  const colours: (string | undefined)[] = [];
  for (const [index, { from }] of plan.communities.entries()) {
    if (actions.get(from[0] ?? '') === 'kept') continue;
    const taken = new Set([...(beside[index] ?? [])].map((other) => colours[other]));
    colours[index] =
      CHANGED_FILLS.find((colour) => !taken.has(colour)) ?? CHANGED_FILLS[index % CHANGED_FILLS.length];
  }
  return colours;
}
