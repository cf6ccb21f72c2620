import { type Step, stepsOf, sweepOrder } from './elimination.ts';
import { canonical, cutOf, FutureCut, without } from './future-cut.ts';
import { type GridGraph, neighboursOf, sum } from './graph.ts';

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
  /** Decimetres of border that one household off the mean, or one household that changes community, counts for. */
  readonly prices: { readonly balance: number; readonly move: number };
  /** Ways kept at one step before the worst are dropped; the answer then carries a gap. */
  readonly most: number;
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

/** A way to divide the grids met so far, as the grids at the frontier see it. */
interface Way {
  /** For each frontier place its open part, numbered by first appearance. */
  readonly slots: readonly number[];
  /** For each frontier place the connected piece it belongs to. */
  readonly pieces: readonly number[];
  /** Households of each open part. */
  readonly weights: readonly number[];
  /** Part number in the answer of each open part. */
  readonly names: readonly number[];
  readonly opened: number;
  /** Open part that holds the centre, −1 before it is met, −2 once that part is closed. */
  readonly centre: number;
  readonly price: number;
  /** Of the closed parts, Σ |parts · households − total|. */
  readonly uneven: number;
  readonly before: Way | null;
  readonly name: number;
}

const START: Way = {
  slots: [],
  pieces: [],
  weights: [],
  names: [],
  opened: 0,
  centre: -1,
  price: 0,
  uneven: 0,
  before: null,
  name: -1,
};

/** A quick narrow sweep finds a good division, whose price then spares most of the wide one. */
const NARROW = 300;

export function splitGrids(request: SplitRequest): SplitAnswer {
  const sweep = new Sweep(request);
  const first = sweep.run(Math.min(NARROW, request.most), Number.POSITIVE_INFINITY);
  if (first.bound >= first.price || request.most <= NARROW) return first;
  const second = sweep.run(request.most, first.price);
  const states = first.states + second.states;
  const best = second.part === null ? first : second;
  return { ...best, bound: Math.min(best.price, Math.max(first.bound, second.bound)), states };
}

class Sweep {
  private readonly steps: readonly Step[];
  private readonly rest: readonly number[];
  private readonly total: number;
  private readonly future: FutureCut;

  constructor(private readonly request: SplitRequest) {
    const { graph } = request;
    const neighbours = neighboursOf(graph);
    const order = sweepOrder(neighbours);
    this.steps = stepsOf(order, neighbours);
    this.total = sum(graph.households);
    let left = this.total;
    this.rest = order.map((grid) => {
      left -= graph.households[grid] as number;
      return left;
    });
    this.future = new FutureCut(this.steps);
  }

  /** Keeps at most `most` ways a step; ways that cannot come below `give` are not followed. */
  run(most: number, give: number): SplitAnswer {
    let ways: readonly Way[] = [START];
    let dropped = Number.POSITIVE_INFINITY;
    let states = 0;
    for (let at = 0; at < this.steps.length; at++) {
      const next = new Map<string, { way: Way; bound: number }>();
      for (const way of ways) this.follow(way, at, give, next);
      states += next.size;
      let kept = [...next.values()];
      if (kept.length > most) {
        kept.sort((left, right) => left.bound - right.bound);
        dropped = Math.min(dropped, kept[most]?.bound ?? dropped);
        kept = kept.slice(0, most);
      }
      ways = kept.map(({ way }) => way);
    }
    const best = ways.reduce<Way | null>(
      (least, way) => (least === null || way.price < least.price ? way : least),
      null,
    );
    const price = best?.price ?? Number.POSITIVE_INFINITY;
    return {
      part: best === null ? null : this.partsOf(best),
      price,
      bound: Math.min(price, dropped, give),
      states,
    };
  }

  private follow(way: Way, at: number, give: number, next: Map<string, { way: Way; bound: number }>): void {
    const step = this.steps[at] as Step;
    const open = way.weights.length;
    const last = way.opened < this.request.parts ? open : open - 1;
    for (let slot = 0; slot <= last; slot++) {
      const moved = this.meet(way, step, slot, this.rest[at] as number);
      if (moved === null) continue;
      const bound = this.boundOf(moved, at + 1);
      if (bound >= give) continue;
      const key = keyOf(moved);
      const known = next.get(key);
      if (known === undefined || moved.price < known.way.price) next.set(key, { way: moved, bound });
    }
  }

  /** The way on when the step's grid joins an open part, or opens one; `null` where that leads nowhere. */
  private meet(way: Way, step: Step, slot: number, rest: number): Way | null {
    const { graph, parts, max, centre } = this.request;
    const isNew = slot === way.weights.length;
    const weights = [...way.weights];
    weights[slot] = (weights[slot] ?? 0) + (graph.households[step.grid] as number);
    if ((weights[slot] as number) > max) return null;
    const names = isNew ? [...way.names, way.opened] : way.names;
    const grown: Way = {
      slots: [...way.slots, slot],
      pieces: joined(way, step, slot),
      weights,
      names,
      opened: way.opened + (isNew ? 1 : 0),
      centre: step.grid === centre ? slot : way.centre,
      price: way.price + parts * cutOf(step, way.slots, slot),
      uneven: way.uneven,
      before: way,
      name: names[slot] as number,
    };
    const settled = this.settle(grown, step.leaving);
    return settled !== null && this.canFill(settled, rest) ? settled : null;
  }

  /** Lets grids go whose neighbours were all met; a part that no frontier grid holds any more is closed. */
  private settle(way: Way, leaving: readonly number[]): Way | null {
    if (leaving.length === 0) return way;
    const closed: number[] = [];
    const holds = (labels: readonly number[], label: number, gone: number) =>
      labels.some((other, place) => other === label && !(place <= gone && leaving.includes(place)));
    for (const place of leaving) {
      const slot = way.slots[place] as number;
      if (holds(way.pieces, way.pieces[place] as number, place)) continue;
      if (holds(way.slots, slot, place)) return null;
      closed.push(slot);
    }
    const shown = without(way.slots, leaving);
    const slots = canonical(shown);
    const place = (slot: number) => shown.indexOf(slot);
    const kept = way.weights.flatMap((_, slot) => (place(slot) === -1 ? [] : [slot]));
    kept.sort((left, right) => place(left) - place(right));
    const bill = this.billOf(way, closed);
    if (bill === null) return null;
    return {
      ...way,
      ...bill,
      slots,
      pieces: canonical(without(way.pieces, leaving)),
      weights: kept.map((slot) => way.weights[slot] as number),
      names: kept.map((slot) => way.names[slot] as number),
      centre: way.centre < 0 ? way.centre : closed.includes(way.centre) ? -2 : kept.indexOf(way.centre),
    };
  }

  private billOf(way: Way, closed: readonly number[]): { price: number; uneven: number } | null {
    const { parts, min, prices } = this.request;
    let { price, uneven } = way;
    for (const slot of closed) {
      const weight = way.weights[slot] as number;
      if (weight < min) return null;
      const off = Math.abs(parts * weight - this.total);
      uneven += off;
      price += prices.balance * off;
      if (slot === way.centre) price += parts * prices.move * (this.total - weight);
    }
    return { price, uneven };
  }

  /** Whether the households still to come can bring every part into its range. */
  private canFill({ weights, opened }: Way, rest: number): boolean {
    const { parts, min, max } = this.request;
    let least = (parts - opened) * min;
    let room = (parts - opened) * max;
    for (const weight of weights) {
      least += Math.max(0, min - weight);
      room += max - weight;
    }
    return least <= rest && rest <= room;
  }

  /** No division that goes on from here is cheaper. */
  private boundOf(way: Way, at: number): number {
    const { parts, max, prices, centre } = this.request;
    const cut = parts * this.future.after(at, way.slots, parts - way.opened);
    const isCentreOpen = centre !== null && way.centre !== -2;
    const move = isCentreOpen ? parts * prices.move * Math.max(0, this.total - max) : 0;
    return way.price + cut + move + prices.balance * this.unevenToCome(way, at);
  }

  /** What falls short of the mean equals what exceeds it, so twice the larger of both, as far as known, is due. */
  private unevenToCome(way: Way, at: number): number {
    const { parts } = this.request;
    const met = this.total - (at === 0 ? this.total : (this.rest[at - 1] as number));
    const open = sum(way.weights);
    const closed = way.opened - way.weights.length;
    const balance = parts * (met - open) - closed * this.total;
    let over = (way.uneven + balance) / 2;
    const under = (way.uneven - balance) / 2;
    for (const weight of way.weights) over += Math.max(0, parts * weight - this.total);
    return 2 * Math.max(over, under) - way.uneven;
  }

  private partsOf(best: Way): number[] {
    const part: number[] = [];
    let way: Way | null = best;
    for (let at = this.steps.length - 1; at >= 0 && way !== null; at--) {
      part[(this.steps[at] as Step).grid] = way.name;
      way = way.before;
    }
    return canonical(part);
  }
}

/** Pieces after the grid was added: it joins every neighbouring piece of its own part to one. */
function joined({ slots, pieces }: Way, { back }: Step, slot: number): number[] {
  const own = pieces.length;
  const touching = new Set<number>();
  for (const { place } of back) if (slots[place] === slot) touching.add(pieces[place] as number);
  const merged = touching.size === 0 ? pieces : pieces.map((piece) => (touching.has(piece) ? own : piece));
  return [...merged, own];
}

function keyOf({ slots, pieces, weights, opened, centre }: Way): string {
  return `${String.fromCharCode(...slots, 0x7c, ...canonical(pieces))}${weights.join()},${opened},${centre}`;
}
