import type { Step } from './elimination.ts';
import { canonical, cutOf, type FutureCut, without } from './future-cut.ts';

/** What the grids at the frontier show of a way to divide those met so far; everything but households and price. */
export interface Front {
  /** For each frontier place its open part, numbered by first appearance. */
  readonly slots: readonly number[];
  /** For each frontier place the connected piece it belongs to. */
  readonly pieces: readonly number[];
  /** Open parts. */
  readonly open: number;
  readonly opened: number;
  /** Open part that holds the centre, −1 before it is met, −2 once that part is closed. */
  readonly centre: number;
  /** The same for each guest. */
  readonly guests: readonly number[];
  /** Least price of the borders still to be cut, `Infinity` where no division goes on from here. */
  readonly cut: number;
}

/** One grid joins an open part, or opens one: what becomes of the front. */
export interface Passage {
  readonly slot: number;
  readonly cut: number;
  /** Open parts, numbered with the new one last, that are closed by it. */
  readonly closed: readonly number[];
  /** Open parts that stay, in their new order. */
  readonly kept: readonly number[];
  /** The open part with the centre before parts are closed. */
  readonly centre: number;
  readonly to: Front;
}

/** Fronts are few where ways are many, so each is worked out once for each step. */
export class Fronts {
  private readonly known: Map<string, Front>[];
  private readonly passages = new Map<Front, readonly Passage[]>();
  readonly start: Front;

  constructor(
    private readonly steps: readonly Step[],
    private readonly parts: number,
    private readonly centre: number | null,
    private readonly future: FutureCut,
    /** Grids that share a part neither with the centre nor with one another. */
    private readonly guests: readonly number[] = [],
  ) {
    this.known = Array.from({ length: steps.length + 1 }, () => new Map());
    this.start = this.front(
      0,
      [],
      [],
      0,
      0,
      -1,
      guests.map(() => -1),
    );
  }

  /** Ways on from a front before step `at`; those that lead nowhere are left out. */
  from(front: Front, at: number): readonly Passage[] {
    const known = this.passages.get(front);
    if (known !== undefined) return known;
    const last = front.opened < this.parts ? front.open : front.open - 1;
    const found: Passage[] = [];
    for (let slot = 0; slot <= last; slot++) {
      const passage = this.passage(front, at, slot);
      if (passage !== null && passage.to.cut < Number.POSITIVE_INFINITY) found.push(passage);
    }
    this.passages.set(front, found);
    return found;
  }

  private passage(front: Front, at: number, slot: number): Passage | null {
    const step = this.steps[at] as Step;
    const centre = step.grid === this.centre ? slot : front.centre;
    const guests = front.guests.map((held, guest) => (step.grid === this.guests[guest] ? slot : held));
    const anchors = [centre, ...guests].filter((held) => held >= 0);
    if (new Set(anchors).size < anchors.length) return null;
    const slots = [...front.slots, slot];
    const pieces = joined(front, step, slot);
    const closed = closedBy(slots, pieces, step.leaving);
    if (closed === null) return null;
    const shown = without(slots, step.leaving);
    const kept = [...new Set(shown)];
    const placeOf = (held: number) => (held < 0 ? held : closed.includes(held) ? -2 : kept.indexOf(held));
    const to = this.front(
      at + 1,
      canonical(shown),
      canonical(without(pieces, step.leaving)),
      kept.length,
      front.opened + (slot === front.open ? 1 : 0),
      placeOf(centre),
      guests.map(placeOf),
    );
    return { slot, cut: cutOf(step, front.slots, slot), closed, kept, centre, to };
  }

  private front(
    at: number,
    slots: readonly number[],
    pieces: readonly number[],
    open: number,
    opened: number,
    centre: number,
    guests: readonly number[],
  ): Front {
    const table = this.known[at] as Map<string, Front>;
    const held = [centre, ...guests].map((slot) => slot + 2);
    const key = String.fromCharCode(...slots, 0x7c, ...pieces, 0x7c, opened, ...held);
    const known = table.get(key);
    if (known !== undefined) return known;
    const cut = this.future.after(at, slots, this.parts - opened);
    const front = { slots, pieces, open, opened, centre, guests, cut };
    table.set(key, front);
    return front;
  }
}

/** Pieces after the grid was added: it joins every neighbouring piece of its own part to one. */
function joined({ slots, pieces }: Front, { back }: Step, slot: number): number[] {
  const own = pieces.length;
  const touching = new Set<number>();
  for (const { place } of back) if (slots[place] === slot) touching.add(pieces[place] as number);
  return [...pieces.map((piece) => (touching.has(piece) ? own : piece)), own];
}

/**
 * Parts that no frontier grid holds any more once `leaving` went; `null` where a piece would be cut off from a part
 * that goes on elsewhere.
 */
function closedBy(
  slots: readonly number[],
  pieces: readonly number[],
  leaving: readonly number[],
): number[] | null {
  const closed: number[] = [];
  const holds = (labels: readonly number[], label: number, gone: number) =>
    labels.some((other, place) => other === label && !(place <= gone && leaving.includes(place)));
  for (const place of leaving) {
    const slot = slots[place] as number;
    if (holds(pieces, pieces[place] as number, place)) continue;
    if (holds(slots, slot, place)) return null;
    closed.push(slot);
  }
  return closed;
}
