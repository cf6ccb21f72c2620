import type { LayoutCity, LayoutNorms, PlanBreach, PlanClaim } from '../../model/layout.ts';
import type { Projected } from './projected.ts';

/** The price of each subdistrict in mode `joint`: households that change community, new and abolished communities. */
export function verifyProofs(
  { proofs, communities }: PlanClaim,
  city: LayoutCity,
  { added, abolished }: LayoutNorms,
  { after }: Projected,
  note: (breach: PlanBreach) => void,
): void {
  const existing = new Map(city.communities.map(({ id, subdistrict }) => [id, subdistrict]));
  const planned = new Set(communities.map(({ id }) => id));
  const subdistrictOf = (grid: number) => city.communities[city.grids[grid]?.community ?? -1]?.subdistrict;
  for (const { subdistrict, price, bound } of proofs ?? []) {
    let real = 0;
    for (const [grid, { community, households }] of city.grids.entries()) {
      const isMoved = communities[after[grid] as number]?.id !== city.communities[community]?.id;
      if (isMoved && subdistrictOf(grid) === subdistrict) real += households;
    }
    const isHere = ({ id, grids }: PlanClaim['communities'][number]) => {
      const first = city.grids.findIndex((grid) => grid.id === grids[0]);
      return !existing.has(id) && subdistrictOf(first) === subdistrict;
    };
    real += added * communities.filter(isHere).length;
    for (const [id, own] of existing) if (own === subdistrict && !planned.has(id)) real += abolished;
    if (price !== real || bound > real)
      note({ id: 'plan-price-wrong', args: { about: subdistrict, claimed: price, bound, real } });
  }
}
