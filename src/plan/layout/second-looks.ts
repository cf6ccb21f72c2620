import type {
  LayoutBorder,
  LayoutCity,
  LayoutCommunity,
  LayoutNorms,
  SplitAlternative,
  SplitBinding,
} from '../../model/layout.ts';
import { type Atoms, atomsOf } from './atoms.ts';
import { type Division, leastParts } from './divide.ts';
import { sum } from './graph.ts';
import type { Limits } from './limits.ts';

/** What a planner asks of a division: which others are nearly as good, and what each constraint costs. */
export interface SecondLooks {
  readonly alternatives: readonly SplitAlternative[];
  readonly bindings: readonly SplitBinding[];
}

export interface LookRequest {
  readonly community: LayoutCommunity;
  readonly division: Division;
  /** Borders inside the community. */
  readonly borders: readonly LayoutBorder[];
  readonly city: LayoutCity;
  readonly norms: LayoutNorms;
  readonly limits: Limits;
  /** Alternatives may cost so many per cent more. */
  readonly within: number;
}

export function secondLooks(request: LookRequest): SecondLooks {
  return { alternatives: alternativesTo(request), bindings: bindingsOf(request) };
}

/** Weights that ask for something else; by how much is of no account, as the price is always the plan's own. */
const AIMS: readonly (readonly [SplitAlternative['aim'], (norms: LayoutNorms) => Partial<LayoutNorms>])[] = [
  ['compact', () => ({ balance: 0, move: 0 })],
  ['even', ({ balance }) => ({ balance: 8 * Math.max(1, balance) })],
  ['still', ({ move }) => ({ move: 8 * Math.max(1, move), balance: 0 })],
];

/** The best divisions into as many parts by other weights, where they differ and cost little more. */
function alternativesTo({
  community,
  division,
  borders,
  city,
  norms,
  limits,
  within,
}: LookRequest): SplitAlternative[] {
  const { parts, proof } = division;
  if (parts === null || proof === null) return [];
  const atoms = atomsOf(community.grids, borders, city, norms);
  const own = labelsOf(parts, atoms);
  const seen = new Set([named(own).join()]);
  return AIMS.flatMap(([aim, weights]) => {
    const asked = { ...norms, ...weights(norms) };
    const { found } = leastParts(atoms, asked, parts.length, parts.length, limits);
    if (found === null || seen.has(named(found.part).join())) return [];
    seen.add(named(found.part).join());
    const told = judged(found.part, own, atoms, city, norms, parts.length);
    return told.price * 100 <= proof.price * (100 + within) ? [{ aim, ...told }] : [];
  });
}

/** For each atom the part it lies in. */
function labelsOf(parts: readonly (readonly number[])[], { grids }: Atoms): number[] {
  const partOf = new Map(parts.flatMap((own, at) => own.map((grid) => [grid, at] as const)));
  return grids.map(([first = -1]) => partOf.get(first) ?? 0);
}

/** Parts numbered by first appearance, so that equal divisions look the same. */
function named(labels: readonly number[]): number[] {
  const names = new Map<number, number>();
  for (const label of labels) if (!names.has(label)) names.set(label, names.size);
  return labels.map((label) => names.get(label) as number);
}

function judged(
  part: readonly number[],
  own: readonly number[],
  { graph, grids, centre }: Atoms,
  city: LayoutCity,
  { balance, move }: LayoutNorms,
  count: number,
): Omit<SplitAlternative, 'aim'> {
  const weights: number[] = Array.from({ length: count }, () => 0);
  for (const [atom, at] of part.entries()) (weights[at] as number) += graph.households[atom] as number;
  const total = sum(weights);
  const cut = sum(graph.borders.map(({ a, b, cost }) => (part[a] === part[b] ? 0 : cost)));
  const keeper = centre === null ? weights.indexOf(Math.max(...weights)) : (part[centre] as number);
  const moved = total - (weights[keeper] as number);
  const uneven = sum(weights.map((weight) => Math.abs(count * weight - total)));
  const price = count * cut + balance * uneven + (centre === null ? 0 : count * move * moved);
  const other = own.flatMap((at, atom) => (homeOf(at, own, part) === part[atom] ? [] : (grids[atom] ?? [])));
  return {
    price,
    parts: [weights[keeper] as number, ...weights.filter((_, at) => at !== keeper)],
    moved,
    boundary: cut,
    grids: other.map((grid) => city.grids[grid]?.id ?? ''),
  };
}

/** The part of the alternative that holds most atoms of a part of the plan. */
function homeOf(at: number, own: readonly number[], part: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const [atom, mine] of own.entries())
    if (mine === at) counts.set(part[atom] as number, (counts.get(part[atom] as number) ?? 0) + 1);
  const [most] = [...counts].sort((left, right) => right[1] - left[1] || left[0] - right[0]);
  return most?.[0] ?? -1;
}

/** Each constraint that is there let go by itself: what the division would cost then, or that there would be one. */
function bindingsOf({ community, division, borders, city, norms, limits }: LookRequest): SplitBinding[] {
  const { households } = atomsOf(community.grids, borders, city, norms).graph;
  const [fewest, most] = [Math.ceil(sum(households) / norms.high), Math.floor(sum(households) / norms.low)];
  const parts = division.parts?.length ?? null;
  const price = parts === null ? Number.POSITIVE_INFINITY : (division.proof?.price ?? 0);
  return RELEASES.flatMap(([constraint, release]) => {
    const released = release({ community, borders, city, norms });
    if (released === null || (constraint === 'range' && parts === null)) return [];
    const atoms = atomsOf(community.grids, released.borders, released.city, norms);
    const { found } = leastParts(atoms, released.norms, parts ?? fewest, parts ?? most, limits);
    if (found === null || found.price >= price) return [];
    return [{ constraint, parts: found.parts, price: found.price }];
  });
}

type Given = Pick<LookRequest, 'community' | 'borders' | 'city' | 'norms'>;

/** The same without one constraint; `null` where it is not there. */
const RELEASES: readonly (readonly [SplitBinding['constraint'], (given: Given) => Given | null])[] = [
  [
    'barrier',
    (given) =>
      given.borders.some(({ crossing }) => crossing === 'barred')
        ? { ...given, borders: given.borders.map((border) => ({ ...border, crossing: freed(border) })) }
        : null,
  ],
  ['unit', withoutUnits],
  ['range', (given) => ({ ...given, norms: { ...given.norms, low: 0, high: Number.MAX_SAFE_INTEGER } })],
];

function freed({ crossing }: LayoutBorder): LayoutBorder['crossing'] {
  return crossing === 'barred' ? 'free' : crossing;
}

function withoutUnits(given: Given): Given | null {
  const inside = new Set(given.community.grids);
  const { grids } = given.city;
  if (!given.community.grids.some((grid) => (grids[grid]?.unit ?? null) !== null)) return null;
  const loose = grids.map((grid, at) => (inside.has(at) ? { ...grid, unit: null } : grid));
  return { ...given, city: { ...given.city, grids: loose } };
}
