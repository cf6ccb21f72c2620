import type { CommunityOutline, LayoutPlan } from '../../model/layout.ts';

/** The communities of a plan as GeoJSON, in the coordinates of the shapes handed in. */
export function planGeoJson(plan: LayoutPlan, outlines: readonly CommunityOutline[]): string {
  const byId = new Map(outlines.map(({ id, polygons }) => [id, polygons]));
  const features = plan.communities.flatMap((community) => {
    const coordinates = byId.get(community.id);
    if (coordinates === undefined) return [];
    const { grids, ...properties } = community;
    return [
      JSON.stringify({
        type: 'Feature',
        id: community.id,
        properties: { ...properties, grids: grids.length },
        geometry: { type: 'MultiPolygon', coordinates },
      }),
    ];
  });
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}
