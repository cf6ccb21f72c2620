import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import type { CommunityOutline, LayoutCity, PlannedCommunity } from '../../model/layout.ts';

/** The outline of each community of a plan, the borders between its own grids gone. Those without a shape are left out. */
export function outlinesOf(
  { grids, shapes }: LayoutCity,
  communities: readonly PlannedCommunity[],
): readonly CommunityOutline[] {
  const objects = Object.fromEntries(
    shapes.map(({ grid, given }) => [
      grids[grid]?.id ?? '',
      { type: 'MultiPolygon', coordinates: given as unknown as number[][][][] } as const,
    ]),
  );
  const drawn = topology(objects);
  return communities.flatMap(({ id, grids: own }): CommunityOutline[] => {
    const outlines = own.flatMap((grid) => drawn.objects[grid] ?? []);
    if (outlines.length === 0) return [];
    const { coordinates } = merge(drawn as never, outlines as never);
    return [{ id, polygons: coordinates as unknown as CommunityOutline['polygons'] }];
  });
}
