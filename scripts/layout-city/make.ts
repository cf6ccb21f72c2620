import { makeRng, type Rng } from '../city/prng.ts';
import { makePlane, type Plane, type Point } from './plane.ts';
import { cutInto, mendGroups } from './quarters.ts';

/** How large a made city is; the figures of the city of the seed are in `WHOLE_CITY`. */
export interface LayoutCityOptions {
  readonly seed: number;
  readonly grids: number;
  readonly communities: number;
  readonly subdistricts: number;
  /** Communities above 4,000 households, and below 1,000. */
  readonly over: number;
  readonly under: number;
  /** Over-size communities that hold one grid of more than 3,000 households, which nothing can divide. */
  readonly mega: number;
}

export const WHOLE_CITY = {
  grids: 6608,
  communities: 398,
  subdistricts: 31,
  over: 54,
  under: 22,
  mega: 2,
} as const;

export interface MadeCommunity {
  readonly code: string;
  readonly name: string;
  readonly subdistrict: string;
  readonly cells: readonly number[];
  readonly households: number;
  readonly isMega: boolean;
}

export interface MadeBorder {
  readonly a: number;
  readonly b: number;
  readonly decimetres: number;
  readonly barrier: '' | '河流' | '主干道';
}

/** A made city: cells are grids, with their households and codes. */
export interface MadeCity {
  readonly plane: Plane;
  readonly communities: readonly MadeCommunity[];
  /** By cell. */
  readonly codes: readonly string[];
  readonly households: readonly number[];
  readonly residents: readonly number[];
  readonly centres: ReadonlySet<number>;
  readonly borders: readonly MadeBorder[];
}

export function makeLayoutCity(options: LayoutCityOptions): MadeCity {
  const rng = makeRng(options.seed);
  const plane = makePlane(options.grids, rng.fork('plane'));
  const river = riverAcross(plane, rng.fork('river'));
  const borders = bordersOf(plane, river, rng.fork('roads'));
  const { groupOf, subdistrictOf, wanted } = groupsOf(plane, options, river, rng.fork('groups'));
  const dry = beside(
    plane,
    borders.filter(({ barrier }) => barrier !== '河流'),
  );
  mendGroups(groupOf, (group) => subdistrictOf[group] as number, dry);
  const cellsOf: number[][] = wanted.map(() => []);
  for (const [cell, group] of groupOf.entries()) cellsOf[group]?.push(cell);
  const households: number[] = [];
  const mega = megaGroups(wanted, cellsOf, options.mega);
  const numbers = rng.fork('households');
  for (const [group, cells] of cellsOf.entries())
    shareOut(wanted[group] as number, cells, mega.has(group), numbers, households);
  const communities = cellsOf.map((cells, group) => ({
    ...namesOf(group, subdistrictOf),
    cells,
    households: wanted[group] as number,
    isMega: mega.has(group),
  }));
  const codes: string[] = [];
  for (const { code, cells } of communities)
    for (const [at, cell] of cells.entries()) codes[cell] = `${code}${String(at + 1).padStart(3, '0')}`;
  return {
    plane,
    communities,
    codes,
    households,
    residents: households.map((count) => Math.round(count * (2.3 + 0.6 * numbers.next()))),
    centres: new Set(cellsOf.flatMap((cells) => (cells.length === 0 ? [] : [centreOf(cells, plane)]))),
    borders,
  };
}

/** North or south of the river at a point. */
type River = (point: Point) => boolean;

function riverAcross({ width, height }: Plane, rng: Rng): River {
  const [level, swing, phase] = [height * (0.4 + 0.2 * rng.next()), height * 0.06, rng.next() * 6];
  return ([x, y]) => y > level + swing * Math.sin(phase + (6 * x) / width);
}

/** Main roads run nearly straight through the city, about every 1.6 km. */
function bordersOf({ sites, edges, width, height }: Plane, river: River, rng: Rng): MadeBorder[] {
  const roads = [0, 1].flatMap((axis) => {
    const length = axis === 0 ? width : height;
    return Array.from({ length: Math.floor(length / 1600) }, (_, at) => {
      const [offset, tilt] = [(at + 0.5 + 0.4 * (rng.next() - 0.5)) * 1600, 0.1 * (rng.next() - 0.5)];
      return (point: Point) => point[axis as 0 | 1] > offset + tilt * point[(1 - axis) as 0 | 1];
    });
  });
  return edges.map(({ a, b, decimetres }) => {
    const [left, right] = [sites[a] as Point, sites[b] as Point];
    const isBetween = (side: (point: Point) => boolean) => side(left) !== side(right);
    const barrier = isBetween(river) ? '河流' : roads.some(isBetween) ? '主干道' : '';
    return { a, b, decimetres, barrier };
  });
}

function beside({ sites }: Plane, borders: readonly MadeBorder[]): number[][] {
  const lists: number[][] = sites.map(() => []);
  for (const { a, b } of borders) {
    lists[a]?.push(b);
    lists[b]?.push(a);
  }
  return lists;
}

/** Communities get their households first, then as many cells as go with them. No community lies across the river. */
function groupsOf(plane: Plane, options: LayoutCityOptions, river: River, rng: Rng) {
  const sizes = sizesOf(options, rng);
  const perSubdistrict = Array.from({ length: options.subdistricts }, (_, at) =>
    sizes.filter((__, index) => index % options.subdistricts === at),
  );
  const banks = [true, false].map((side) =>
    plane.sites.flatMap((site, cell) => (river(site) === side ? [cell] : [])),
  );
  const north = bankSplit(perSubdistrict, (banks[0] as number[]).length / plane.sites.length);
  const groupOf: number[] = [];
  const subdistrictOf: number[] = [];
  const wanted: number[] = [];
  for (const [bank, subdistricts] of [
    perSubdistrict.slice(0, north),
    perSubdistrict.slice(north),
  ].entries()) {
    if (subdistricts.length === 0) continue;
    const areas = cutInto(banks[bank] as number[], subdistricts.map(sum), plane);
    for (const [at, own] of subdistricts.entries()) {
      for (const [index, cells] of cutInto(areas[at] as number[], own, plane).entries()) {
        for (const cell of cells) groupOf[cell] = wanted.length;
        subdistrictOf.push(bank === 0 ? at : north + at);
        wanted.push(own[index] as number);
      }
    }
  }
  return { groupOf, subdistrictOf, wanted };
}

/** How many subdistricts go to the first bank, so that its share of households is nearest to its share of cells. */
function bankSplit(subdistricts: readonly (readonly number[])[], share: number): number {
  const weights = subdistricts.map(sum);
  const goal = share * sum(weights);
  let [count, reached] = [0, 0];
  while (count < weights.length && reached + (weights[count] as number) / 2 < goal)
    reached += weights[count++] as number;
  return count;
}

function sizesOf({ communities, over, under }: LayoutCityOptions, rng: Rng): number[] {
  const sizes = Array.from({ length: communities }, (_, at) => {
    if (at < over) return rng.int(4100, at % 5 === 0 ? 8600 : 6400);
    if (at < over + under) return rng.int(480, 990);
    return rng.next() < 0.12 ? rng.int(3010, 3990) : rng.int(1050, 2990);
  });
  return rng.shuffle(sizes);
}

function megaGroups(
  wanted: readonly number[],
  cellsOf: readonly (readonly number[])[],
  count: number,
): Set<number> {
  const over = wanted.flatMap((size, group) =>
    size > 4600 && (cellsOf[group]?.length ?? 0) > 3 ? [group] : [],
  );
  return new Set(over.slice(0, count));
}

/** Random shares of whole households that add up. */
function shareOut(total: number, cells: readonly number[], isMega: boolean, rng: Rng, into: number[]): void {
  const [first, ...others] = cells;
  if (first === undefined) return;
  const mega = isMega ? rng.int(3050, 3450) : 0;
  if (isMega) into[first] = mega;
  const rest = isMega ? others : cells;
  const weights = rest.map(() => 0.4 + rng.next() * 1.2);
  let [left, weight] = [total - mega, sum(weights)];
  for (const [at, cell] of rest.entries()) {
    const share = Math.round((left * (weights[at] as number)) / weight);
    into[cell] = share;
    left -= share;
    weight -= weights[at] as number;
  }
}

function centreOf(cells: readonly number[], { sites }: Plane): number {
  const mean = (axis: 0 | 1) => sum(cells.map((cell) => sites[cell]?.[axis] ?? 0)) / cells.length;
  const middle = [mean(0), mean(1)] as const;
  const distance = (cell: number) =>
    Math.hypot((sites[cell]?.[0] ?? 0) - middle[0], (sites[cell]?.[1] ?? 0) - middle[1]);
  return cells.reduce((best, cell) => (distance(cell) < distance(best) ? cell : best));
}

function namesOf(group: number, subdistrictOf: readonly number[]) {
  const subdistrict = subdistrictOf[group] as number;
  const at = subdistrictOf.slice(0, group).filter((other) => other === subdistrict).length + 1;
  const two = (value: number, width: number) => String(value).padStart(width, '0');
  return {
    code: `150102${two(subdistrict + 1, 3)}${two(at, 3)}`,
    name: `${two(subdistrict + 1, 2)}-${two(at, 2)}社区`,
    subdistrict: `第${two(subdistrict + 1, 2)}街道`,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
