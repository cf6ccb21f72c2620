import type { LayoutCity } from '../../model/layout.ts';
import { byCodeUnit } from '../../model/text.ts';

/**
 * The same city with communities by subdistrict and id, and grids by id, so that the order of rows has no say in a plan.
 * Findings keep their order: they belong to the rows.
 */
export function inOrderOfIds(city: LayoutCity): LayoutCity {
  const communityOrder = sorted(
    city.communities,
    (left, right) => byCodeUnit(left.subdistrict, right.subdistrict) || byCodeUnit(left.id, right.id),
  );
  const gridOrder = sorted(city.grids, (left, right) => byCodeUnit(left.id, right.id));
  const placeOfCommunity = placesOf(communityOrder);
  const placeOfGrid = placesOf(gridOrder);
  const at = (places: readonly number[], index: number) => places[index] as number;
  return {
    ...city,
    communities: communityOrder.map((index) => {
      const community = city.communities[index] as LayoutCity['communities'][number];
      const grids = community.grids.map((grid) => at(placeOfGrid, grid));
      const neighbours = community.neighbours.map((other) => at(placeOfCommunity, other));
      return { ...community, grids: grids.sort(ascending), neighbours: neighbours.sort(ascending) };
    }),
    grids: gridOrder.map((index) => {
      const grid = city.grids[index] as LayoutCity['grids'][number];
      return { ...grid, community: at(placeOfCommunity, grid.community) };
    }),
    borders: city.borders
      .map((border) => {
        const [a, b] = [at(placeOfGrid, border.a), at(placeOfGrid, border.b)];
        return { ...border, a: Math.min(a, b), b: Math.max(a, b) };
      })
      .sort((left, right) => left.a - right.a || left.b - right.b),
    shapes: city.shapes
      .map((shape) => ({ ...shape, grid: at(placeOfGrid, shape.grid) }))
      .sort((left, right) => left.grid - right.grid),
  };
}

function sorted<T>(items: readonly T[], compare: (left: T, right: T) => number): number[] {
  return items
    .map((_, index) => index)
    .sort((left, right) => compare(items[left] as T, items[right] as T) || left - right);
}

function placesOf(order: readonly number[]): number[] {
  const places: number[] = [];
  for (const [place, index] of order.entries()) places[index] = place;
  return places;
}

function ascending(left: number, right: number): number {
  return left - right;
}
