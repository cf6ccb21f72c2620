import type { LayoutCity, LayoutNorms, SizeClass } from '../../../model/layout.ts';
import { type Atoms, atomsOf } from '../atoms.ts';
import { neighboursOf, piecesOf, sum } from '../graph.ts';
import type { Neighbourhood } from '../neighbourhood.ts';

/** The communities of one subdistrict whose grids may change hands, numbered from 0. */
export interface Area {
  /** Index in the city. */
  readonly communities: readonly number[];
  readonly households: readonly number[];
  readonly classes: readonly SizeClass[];
  /** Communities that a grid of each may go to. */
  readonly beside: readonly (readonly number[])[];
  readonly atoms: Atoms;
  /** Community of each atom. */
  readonly home: readonly number[];
  /** Atoms with a service centre, which go nowhere unless their community is abolished. */
  readonly isCentre: readonly boolean[];
  /** Households of a community whose grids change: from the lower end of the standard to the upper less the head-room. */
  readonly low: number;
  readonly ceiling: number;
  /** Households that a new community and an abolished one count for. */
  readonly added: number;
  readonly abolished: number;
}

/** `open`: communities of one subdistrict that may be touched. Those not in one piece, or with an atom above the ceiling, are left out. */
export function areaOf(
  open: readonly number[],
  classes: readonly SizeClass[],
  neighbourhood: Neighbourhood,
  city: LayoutCity,
  norms: LayoutNorms,
): Area {
  const ceiling = norms.high - norms.room;
  const gridsOf = (community: number) => city.communities[community]?.grids ?? [];
  const communities = open.filter((community) => {
    const { graph } = atomsOf(gridsOf(community), neighbourhood.within[community] ?? [], city, norms);
    const all = [...graph.households.keys()];
    return piecesOf(all, neighboursOf(graph)).length === 1 && graph.households.every((own) => own <= ceiling);
  });
  const placeOf = new Map(communities.map((community, place) => [community, place]));
  const grids = communities.flatMap(gridsOf).sort((left, right) => left - right);
  const atoms = atomsOf(grids, neighbourhood.among(communities), city, norms);
  const communityOf = (atom: readonly number[]) => city.grids[atom[0] ?? -1]?.community ?? -1;
  return {
    communities,
    households: communities.map((community) =>
      sum(gridsOf(community).map((grid) => city.grids[grid]?.households ?? 0)),
    ),
    classes: communities.map((community) => classes[community] ?? 'unknown'),
    beside: communities.map((community) =>
      [...(neighbourhood.beside.get(community) ?? [])]
        .flatMap((other) => placeOf.get(other) ?? [])
        .sort((left, right) => left - right),
    ),
    atoms,
    home: atoms.grids.map((atom) => placeOf.get(communityOf(atom)) ?? -1),
    isCentre: atoms.grids.map((atom) => atom.some((grid) => city.grids[grid]?.isCentre === true)),
    low: norms.low,
    ceiling,
    added: norms.added,
    abolished: norms.abolished,
  };
}
