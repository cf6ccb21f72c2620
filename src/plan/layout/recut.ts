import type { LayoutCity, LayoutNorms, SplitProof } from '../../model/layout.ts';
import { type Atoms, atomsOf } from './atoms.ts';
import { leastParts } from './divide.ts';
import { neighboursOf, piecesOf, sum } from './graph.ts';
import type { Limits } from './limits.ts';
import type { Neighbourhood } from './neighbourhood.ts';

/** A community and under-size ones beside it, divided anew together so that all come into the standard. */
export interface Recut {
  readonly host: number;
  /** Under-size communities that stay whole and take grids of the host. */
  readonly guests: readonly number[];
  readonly households: number;
  /** The grids of each part; `keeper`: the community whose name it keeps, `null` for a new one. */
  readonly parts: readonly { readonly keeper: number | null; readonly grids: readonly number[] }[];
  readonly added: number;
  /** Households of the host that change community. */
  readonly moved: number;
  readonly proof: SplitProof;
}

/** `null` where there is none, or where it would take more than one part beyond the least number. */
export function recutOf(
  host: number,
  guests: readonly number[],
  neighbourhood: Neighbourhood,
  city: LayoutCity,
  norms: LayoutNorms,
  limits: Limits,
): Recut | null {
  const gridsOf = (community: number) => city.communities[community]?.grids ?? [];
  const isWhole = (guest: number) => {
    const { graph } = atomsOf(gridsOf(guest), neighbourhood.within[guest] ?? [], city, norms);
    return piecesOf([...graph.households.keys()], neighboursOf(graph)).length === 1;
  };
  if (!guests.every(isWhole)) return null;
  const members = [host, ...guests];
  const grids = members.flatMap(gridsOf).sort((left, right) => left - right);
  const atoms = atomsOf(grids, neighbourhood.among(members), city, norms, guests);
  if (atoms.graph.households.some((households) => households > norms.high)) return null;
  const households = sum(atoms.graph.households);
  const fewest = Math.max(members.length, Math.ceil(households / norms.high));
  const mostParts = Math.min(fewest + 1, Math.floor(households / norms.low));
  const { trials, found } = leastParts(atoms, norms, fewest, mostParts, limits);
  if (found === null) return null;
  const { part, parts, price, bound } = found;
  // The search counts all that is outside the part with the centre; the guests were outside before.
  const stayed = sum(atoms.guests.map((atom) => atoms.graph.households[atom] as number));
  const free = atoms.centre === null ? 0 : parts * norms.move * stayed;
  return {
    host,
    guests,
    households,
    ...namedParts(part, parts, atoms, { host, guests, stayed, households }),
    added: parts - members.length,
    proof: { price: price - free, bound: bound - free, trials },
  };
}

interface Names {
  readonly host: number;
  readonly guests: readonly number[];
  readonly stayed: number;
  readonly households: number;
}

/** The host's name goes with its centre, or with the largest part that no guest is in. */
function namedParts(
  part: readonly number[],
  count: number,
  { graph, grids, centre, guests }: Atoms,
  names: Names,
): Pick<Recut, 'parts' | 'moved'> {
  const members: number[][] = Array.from({ length: count }, () => []);
  const weights: number[] = members.map(() => 0);
  for (const [atom, at] of part.entries()) {
    members[at]?.push(...(grids[atom] ?? []));
    weights[at] = (weights[at] as number) + (graph.households[atom] as number);
  }
  const keepers: (number | null)[] = members.map(() => null);
  for (const [at, atom] of guests.entries()) keepers[part[atom] as number] = names.guests[at] as number;
  const free = members.flatMap((_, at) => (keepers[at] === null ? [at] : []));
  const largest = free.reduce((best, at) =>
    (weights[at] as number) > (weights[best] as number) ? at : best,
  );
  const own = centre === null ? largest : (part[centre] as number);
  keepers[own] = names.host;
  const parts = members.map((all, at) => ({
    keeper: keepers[at] ?? null,
    grids: all.sort((left, right) => left - right),
  }));
  parts.sort((left, right) => (left.grids[0] as number) - (right.grids[0] as number));
  return { parts, moved: names.households - names.stayed - (weights[own] as number) };
}
