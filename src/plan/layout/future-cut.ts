import type { Step } from './elimination.ts';

/**
 * The least price of borders still to be cut, given which frontier grids belong together and how many parts
 * are yet to be opened. Exact for the borders, blind to households and connection: so never too high.
 */
export class FutureCut {
  private readonly known: Map<string, number>[];

  constructor(private readonly steps: readonly Step[]) {
    this.known = steps.map(() => new Map());
  }

  /** `slots`: the part of each frontier place before step `at`, numbered by first appearance. `Infinity` where no plan opens every part. */
  after(at: number, slots: readonly number[], unopened: number): number {
    const step = this.steps[at];
    if (step === undefined) return unopened === 0 ? 0 : Number.POSITIVE_INFINITY;
    const memo = this.known[at] as Map<string, number>;
    const key = `${String.fromCharCode(...slots)}|${unopened}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const open = slots.reduce((most, slot) => Math.max(most, slot + 1), 0);
    let least = Number.POSITIVE_INFINITY;
    for (let slot = 0; slot <= open; slot++) {
      const opens = slot === open ? 1 : 0;
      if (opens > unopened) continue;
      const next = canonical(without([...slots, slot], step.leaving));
      least = Math.min(least, cutOf(step, slots, slot) + this.after(at + 1, next, unopened - opens));
    }
    memo.set(key, least);
    return least;
  }
}

/** Price of the borders to earlier grids of other parts. */
export function cutOf({ back }: Step, slots: readonly number[], slot: number): number {
  let cost = 0;
  for (const { place, cost: price } of back) if (slots[place] !== slot) cost += price;
  return cost;
}

/** The places that stay, in order. */
export function without<T>(places: readonly T[], leaving: readonly number[]): T[] {
  return leaving.length === 0 ? [...places] : places.filter((_, place) => !leaving.includes(place));
}

/** Numbered anew by first appearance. */
export function canonical(labels: readonly number[]): number[] {
  const names: number[] = [];
  return labels.map((label) => {
    const known = names.indexOf(label);
    return known === -1 ? names.push(label) - 1 : known;
  });
}
