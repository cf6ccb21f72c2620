import { type Step, stepsOf, sweepOrder } from './elimination.ts';
import { type Front, Fronts, type Passage } from './frontier.ts';
import { canonical, FutureCut } from './future-cut.ts';
import { type GridGraph, neighboursOf, sum } from './graph.ts';
import { canFill, outlookOf, type Terms } from './outlook.ts';

/**
 * Divides one community into connected parts at the least price, and proves it. The grids are met one by one;
 * of all ways to divide those met so far only what the grids still at the frontier show is kept, the cheapest
 * for each. Method: frontier-based search over connected partitions (Kawahara et al. 2017; Fifield et al. 2020),
 * with dominance and bounds in place of a full diagram.
 */

export interface SplitRequest {
  readonly graph: GridGraph;
  /** How many parts, at least 1. */
  readonly parts: number;
  /** Households a part must have, both ends inside. */
  readonly min: number;
  readonly max: number;
  /** The grid whose part keeps the community's name and people; `null` where there is none. */
  readonly centre: number | null;
  /** Grids that share a part neither with the centre nor with one another. */
  readonly guests?: readonly number[];
  /** Decimetres of border that one household off the mean, or one household that changes community, counts for. */
  readonly prices: { readonly balance: number; readonly move: number };
  /** Ways kept at one step before the worst are dropped; the answer then carries a gap. */
  readonly most: number;
  /** The search may end when the price is at most so many per cent above the bound; 0 where left out. */
  readonly gap?: number;
}

export interface SplitAnswer {
  /** Part of each grid, 0 for the part of the first grid; `null` where no division was found. */
  readonly part: readonly number[] | null;
  /** Price times `parts`, a whole number; `Infinity` without a division. */
  readonly price: number;
  /** No division is cheaper than this; equal to `price` where the answer is proved best. */
  readonly bound: number;
  /** Ways looked at. */
  readonly states: number;
}

/** A way to divide the grids met so far. */
interface Way {
  /** Households of each open part. */
  readonly weights: readonly number[];
  /** Borders cut, and what is due for closed parts. */
  readonly price: number;
  /** Of the closed parts, Σ |parts · households − total|. */
  readonly uneven: number;
  readonly bound: number;
  readonly before: Way | null;
  readonly by: Passage | null;
}

type Ways = Map<Front, Map<number | string, Way>>;

/** Quick narrow sweeps find a good division, whose price then spares most of a wider one. */
const WIDENING = 8;
const NARROW = 60;

export function splitGrids(request: SplitRequest): SplitAnswer {
  const sweep = new Sweep(request);
  let best: SplitAnswer | null = null;
  let [bound, states] = [Number.NEGATIVE_INFINITY, 0];
  for (let most = Math.min(NARROW, request.most); ; most = Math.min(request.most, most * WIDENING)) {
    const answer = sweep.run(most, best?.price ?? Number.POSITIVE_INFINITY);
    states += answer.states;
    bound = Math.max(bound, answer.bound);
    if (best === null || answer.part !== null) best = answer;
    if (bound * (1 + (request.gap ?? 0) / 100) >= best.price || most === request.most) break;
  }
  return { ...best, bound: Math.min(best.price, bound), states };
}

class Sweep {
  private readonly steps: readonly Step[];
  private readonly rest: readonly number[];
  private readonly terms: Terms;
  private readonly fronts: Fronts;

  constructor(private readonly request: SplitRequest) {
    const { graph, parts, min, max, centre, prices } = request;
    const neighbours = neighboursOf(graph);
    const order = sweepOrder(neighbours);
    this.steps = stepsOf(order, neighbours);
    const total = sum(graph.households);
    let left = total;
    this.rest = order.map((grid) => {
      left -= graph.households[grid] as number;
      return left;
    });
    this.terms = { parts, min, max, total, hasCentre: centre !== null, prices };
    this.fronts = new Fronts(this.steps, parts, centre, new FutureCut(this.steps), request.guests);
  }

  /** Keeps at most `most` ways a step; ways that cannot come below `give` are not followed. */
  run(most: number, give: number): SplitAnswer {
    const start = { weights: [], price: 0, uneven: 0, bound: 0, before: null, by: null };
    let ways: Ways = new Map([[this.fronts.start, new Map([[0, start]])]]);
    let dropped = Number.POSITIVE_INFINITY;
    let states = 0;
    for (let at = 0; at < this.steps.length; at++) {
      const next: Ways = new Map();
      for (const [front, own] of ways) {
        for (const passage of this.fronts.from(front, at)) this.follow(own, passage, at, give, next);
      }
      const count = countOf(next);
      states += count;
      if (count > most) dropped = Math.min(dropped, keepBest(next, most));
      ways = next;
    }
    const [best] = [...ways.values()].flatMap((own) => [...own.values()]);
    const price = best?.price ?? Number.POSITIVE_INFINITY;
    const part = best === undefined ? null : this.partsOf(best);
    return { part, price, bound: Math.min(price, dropped, give), states };
  }

  /** Takes all ways of one front through one passage. */
  private follow(
    own: ReadonlyMap<number | string, Way>,
    passage: Passage,
    at: number,
    give: number,
    next: Ways,
  ): void {
    const { terms } = this;
    const { slot, cut, closed, kept, to } = passage;
    const households = this.request.graph.households[(this.steps[at] as Step).grid] as number;
    const rest = this.rest[at] as number;
    let found = next.get(to);
    for (const way of own.values()) {
      const weight = (way.weights[slot] ?? 0) + households;
      if (weight > terms.max) continue;
      const weightOf = (part: number) => (part === slot ? weight : (way.weights[part] as number));
      let [price, uneven, isShort] = [way.price + terms.parts * cut, way.uneven, false];
      for (const part of closed) {
        const final = weightOf(part);
        if (final < terms.min) isShort = true;
        const off = Math.abs(terms.parts * final - terms.total);
        uneven += off;
        price += terms.prices.balance * off;
        if (part === passage.centre) price += terms.parts * terms.prices.move * (terms.total - final);
      }
      if (isShort) continue;
      const weights = kept.map(weightOf);
      if (!canFill(to, weights, rest, terms)) continue;
      const bound = outlookOf(to, { weights, price, uneven }, rest, terms);
      if (bound >= give) continue;
      if (found === undefined) {
        found = new Map();
        next.set(to, found);
      }
      const key = keyOf(weights, terms.max);
      const known = found.get(key);
      if (known === undefined || price < known.price)
        found.set(key, { weights, price, uneven, bound, before: way, by: passage });
    }
  }

  private partsOf(best: Way): number[] {
    const passages: Passage[] = [];
    for (let way: Way | null = best; way !== null; way = way.before)
      if (way.by !== null) passages.push(way.by);
    const part: number[] = [];
    let names: number[] = [];
    let opened = 0;
    for (const [at, { slot, kept }] of passages.reverse().entries()) {
      if (slot === names.length) names = [...names, opened++];
      part[(this.steps[at] as Step).grid] = names[slot] as number;
      names = kept.map((open) => names[open] as number);
    }
    return canonical(part);
  }
}

/** One number for the households of the open parts, as long as it stays exact. */
function keyOf(weights: readonly number[], max: number): number | string {
  let key = 0;
  for (const weight of weights) key = key * (max + 1) + weight;
  return key <= Number.MAX_SAFE_INTEGER ? key : weights.join();
}

function countOf(ways: Ways): number {
  let count = 0;
  for (const own of ways.values()) count += own.size;
  return count;
}

/** Drops all but the `most` ways with the best outlook; answers the best outlook among those dropped. */
function keepBest(ways: Ways, most: number): number {
  const bounds = [...ways.values()].flatMap((own) => Array.from(own.values(), ({ bound }) => bound));
  bounds.sort((left, right) => left - right);
  const limit = bounds[most] as number;
  // Of those at the limit itself the first ones stay.
  let places = most - bounds.indexOf(limit);
  for (const own of ways.values())
    for (const [key, way] of own)
      if (way.bound > limit || (way.bound === limit && places-- <= 0)) own.delete(key);
  return limit;
}
