import type {
  LayoutBorder,
  LayoutCity,
  LayoutCommunity,
  LayoutDecision,
  LayoutNorms,
  SplitProof,
  SplitTrial,
} from '../../model/layout.ts';
import { type Atoms, atomsOf } from './atoms.ts';
import { neighboursOf, piecesOf, sum } from './graph.ts';
import type { Limits } from './limits.ts';
import { type SplitAnswer, splitGrids } from './split.ts';

type Reason = LayoutDecision['reason'];

/** The parts of a divided community, the one that keeps its name first; `null` with the reason where there are none. */
export interface Division {
  readonly parts: readonly (readonly number[])[] | null;
  readonly reason: Reason;
  readonly proof: SplitProof | null;
}

/**
 * Divides a community into the least number of parts that all come into the standard. Every refusal carries what a
 * person can check: a grid too large by itself, a piece cut off and too small, or that every division was tried.
 */
export function divideCommunity(
  community: LayoutCommunity,
  borders: readonly LayoutBorder[],
  city: LayoutCity,
  norms: LayoutNorms,
  limits: Limits,
): Division {
  const refused = refusalBefore(community, city);
  if (refused !== null) return { parts: null, reason: refused, proof: null };
  const atoms = atomsOf(community.grids, borders, city, norms);
  const total = sum(atoms.graph.households);
  const [fewest, mostParts] = [Math.ceil(total / norms.high), Math.floor(total / norms.low)];
  const impossible = certificateOf(atoms, city, norms, fewest, mostParts, total);
  if (impossible !== null) return { parts: null, reason: impossible, proof: null };
  return tryCounts(atoms, city, norms, { fewest, mostParts, total, limits });
}

/** What is missing for any change of its grids. */
export function refusalBefore(
  { isComplete, grids }: LayoutCommunity,
  { borders }: LayoutCity,
): Reason | null {
  if (grids.length === 0) return { id: 'no-grids', args: {} };
  if (!isComplete) return { id: 'incomplete', args: {} };
  return borders.length === 0 ? { id: 'no-borders', args: {} } : null;
}

/** Why no division can exist, where that can be seen without looking for one. */
function certificateOf(
  atoms: Atoms,
  city: LayoutCity,
  { low, high }: LayoutNorms,
  fewest: number,
  mostParts: number,
  total: number,
): Reason | null {
  const { graph, grids } = atoms;
  if (fewest > mostParts) return { id: 'no-count', args: { households: total, fewest, low, high } };
  const heavy = tooLarge(atoms, city, high);
  if (heavy !== null) return heavy;
  const pieces = piecesOf([...graph.households.keys()], neighboursOf(graph));
  const weightOf = (piece: readonly number[]) => sum(piece.map((atom) => graph.households[atom] ?? 0));
  const small = pieces.find((piece) => weightOf(piece) < low);
  if (small === undefined || pieces.length === 1) return null;
  const grid = city.grids[grids[small[0] ?? 0]?.[0] ?? 0]?.id ?? '';
  return { id: 'piece-too-small', args: { households: weightOf(small), low, grid, pieces: pieces.length } };
}

/** A grid or unit that no community can hold; `null` where there is none. */
export function tooLarge({ graph, grids }: Atoms, city: LayoutCity, high: number): Reason | null {
  const heavy = graph.households.findIndex((households) => households > high);
  if (heavy === -1) return null;
  const members = grids[heavy] ?? [];
  const first = city.grids[members[0] ?? 0];
  const args = { households: graph.households[heavy] ?? 0, high };
  return members.length > 1
    ? { id: 'unit-too-large', args: { ...args, unit: first?.unit ?? '', grids: members.length } }
    : { id: 'grid-too-large', args: { ...args, grid: first?.id ?? '' } };
}

interface Counts {
  readonly fewest: number;
  readonly mostParts: number;
  readonly total: number;
  readonly limits: Limits;
}

function tryCounts(
  atoms: Atoms,
  city: LayoutCity,
  norms: LayoutNorms,
  { fewest, mostParts, total, limits }: Counts,
): Division {
  const { low, high } = norms;
  const { trials, found } = leastParts(atoms, norms, fewest, mostParts, limits);
  if (found !== null) {
    const { part, parts, price, bound } = found;
    const id = parts === fewest ? 'split' : 'split-more';
    const reason: Reason = { id, args: { parts, fewest, households: total, high } };
    return { parts: partsOf(part, parts, atoms, city), reason, proof: { price, bound, trials } };
  }
  const id = trials.every(({ outcome }) => outcome === 'none') ? 'exhausted' : 'unproved';
  const states = sum(trials.map((trial) => trial.states));
  return {
    parts: null,
    reason: { id, args: { fewest, most: mostParts, states, low, high } },
    proof: { price: 0, bound: 0, trials },
  };
}

/** What came of each number of parts, and the division into the first number that can be had; `null` without one. */
export interface LeastParts {
  readonly trials: readonly SplitTrial[];
  readonly found:
    | (Pick<SplitAnswer, 'price' | 'bound'> & { readonly part: readonly number[]; readonly parts: number })
    | null;
}

/** From the fewest parts upwards; the first number that can be had is taken. */
export function leastParts(
  { graph, centre, guests }: Atoms,
  { low: min, high: max, balance, move }: LayoutNorms,
  fewest: number,
  mostParts: number,
  { ways: most, gap }: Limits,
): LeastParts {
  const trials: SplitTrial[] = [];
  const prices = { balance, move };
  for (let parts = fewest; parts <= mostParts; parts++) {
    const answer = splitGrids({ graph, parts, min, max, centre, guests, prices, most, gap });
    const { part, price, bound, states } = answer;
    if (part !== null) {
      trials.push({ parts, outcome: 'found', states });
      return { trials, found: { part, parts, price, bound } };
    }
    trials.push({ parts, outcome: bound === Number.POSITIVE_INFINITY ? 'none' : 'unproved', states });
  }
  return { trials, found: null };
}

/** The part with the centre keeps the name; without one the largest, of equals the one with the first grid. */
function partsOf(part: readonly number[], count: number, { grids, centre }: Atoms, city: LayoutCity) {
  const parts: number[][] = Array.from({ length: count }, () => []);
  for (const [atom, name] of part.entries()) parts[name]?.push(...(grids[atom] ?? []));
  for (const own of parts) own.sort((left, right) => left - right);
  const weightOf = (own: readonly number[]) => sum(own.map((grid) => city.grids[grid]?.households ?? 0));
  const keeper =
    centre === null
      ? parts.reduce((best, own, at) => (weightOf(own) > weightOf(parts[best] ?? []) ? at : best), 0)
      : (part[centre] as number);
  const rest = parts.filter((_, at) => at !== keeper);
  rest.sort((left, right) => (left[0] as number) - (right[0] as number));
  return [parts[keeper] as number[], ...rest];
}
