import { neighboursOf } from '../graph.ts';
import type { Area } from './area.ts';
import { makeRandom } from './random.ts';
import type { Skeleton } from './skeletons.ts';

/** A plan of one area: for each atom its community, new ones numbered on behind the existing. */
export interface Assignment {
  readonly labels: readonly number[];
  /** Households that change community, with what new and abolished communities count for. */
  readonly cost: number;
}

/** Searches begun anew for one skeleton. */
const STARTS = 4;

/** Households outside the range weigh so many times as much as households moved, first and in the end. */
const [SOFT, HARD] = [4, 40];
/** Temperature in households, first and in the end. */
const [HOT, COLD] = [150, 0.5];
/** Decimetres of boundary that count for a household, so that of equal plans the compact one wins. */
const TIE = 500;

/**
 * Simulated annealing over grids that go to the community beside them. Stopped by steps, never by the clock. `null` where
 * no state in which every changed community is connected and in the range was met.
 */
export function searchSkeleton(area: Area, skeleton: Skeleton, steps: number): Assignment | null {
  let best: Assignment | null = null;
  for (let start = 0; start < STARTS; start++) {
    const found = new Annealing(area, skeleton, start).run(steps);
    if (found !== null && (best === null || found.cost < best.cost)) best = found;
    if (best !== null && best.cost <= skeleton.bound) break;
  }
  return best;
}

class Annealing {
  private readonly neighbours;
  private readonly labels: Int32Array;
  private readonly weights: number[];
  /** Atoms that each community has lost or won; one that has none may stay as it is. */
  private readonly changes: number[];
  private readonly mayTake: readonly ReadonlySet<number>[];
  private readonly stamps: Int32Array;
  private stamp = 0;
  private readonly random: () => number;
  private readonly fixed: number;

  constructor(
    private readonly area: Area,
    private readonly skeleton: Skeleton,
    start: number,
  ) {
    const { atoms, home, communities, beside } = area;
    this.neighbours = neighboursOf(atoms.graph);
    this.labels = Int32Array.from(home);
    this.stamps = new Int32Array(home.length);
    this.random = makeRandom(1 + start);
    const slots = communities.flatMap((_, at) => Array.from({ length: skeleton.added[at] ?? 0 }, () => at));
    const size = communities.length + slots.length;
    this.weights = Array.from({ length: size }, (_, at) => area.households[at] ?? 0);
    this.changes = Array.from({ length: size }, () => 0);
    const isOpen = (at: number) => !skeleton.left[at] && !skeleton.abolished[at];
    this.mayTake = communities.map((_, at) => {
      const own = slots.flatMap((host, slot) => (host === at ? [communities.length + slot] : []));
      return new Set(skeleton.left[at] ? [] : [at, ...(beside[at] ?? []).filter(isOpen), ...own]);
    });
    this.fixed =
      area.added * slots.length + area.abolished * skeleton.abolished.filter((isGone) => isGone).length;
    for (const [slot, host] of slots.entries()) this.seed(host, communities.length + slot);
    for (const at of communities.keys()) if (skeleton.abolished[at]) this.dissolve(at);
  }

  run(steps: number): Assignment | null {
    const { home, atoms } = this.area;
    const { households } = atoms.graph;
    let moved = this.movedNow();
    let best: Assignment | null = this.isInRange()
      ? { labels: [...this.labels], cost: moved + this.fixed }
      : null;
    for (let step = 0; step < steps && best?.cost !== this.skeleton.bound; step++) {
      const done = step / steps;
      const heat = HOT * Math.exp(done * Math.log(COLD / HOT));
      const penalty = SOFT * Math.exp(done * Math.log(HARD / SOFT));
      const atom = Math.floor(this.random() * home.length);
      const list = this.neighbours[atom] ?? [];
      const next = list[Math.floor(this.random() * list.length)];
      if (next === undefined) continue;
      const [from, to] = [this.labels[atom] as number, this.labels[next.grid] as number];
      if (from === to || !this.isAllowed(atom, to)) continue;
      const own = households[atom] as number;
      const away = (label: number) => (label === home[atom] ? 0 : own);
      const before = this.penaltyOf(from, 0, 0) + this.penaltyOf(to, 0, 0);
      const shift = (label: number) =>
        label === from ? this.shiftOf(atom, from, -1) : this.shiftOf(atom, to, 1);
      const after = this.penaltyOf(from, -own, shift(from)) + this.penaltyOf(to, own, shift(to));
      const change =
        away(to) - away(from) + penalty * (after - before) + this.cutChange(atom, from, to) / TIE;
      if (change > 0 && this.random() >= Math.exp(-change / heat)) continue;
      if (!this.staysWhole(atom, from)) continue;
      this.move(atom, from, to);
      moved += away(to) - away(from);
      if ((best === null || moved + this.fixed < best.cost) && this.isInRange())
        best = { labels: [...this.labels], cost: moved + this.fixed };
    }
    return best;
  }

  private isAllowed(atom: number, to: number): boolean {
    const home = this.area.home[atom] as number;
    if (this.area.isCentre[atom] && !this.skeleton.abolished[home]) return false;
    return (
      (this.mayTake[home] as ReadonlySet<number>).has(to) && !(to === home && this.skeleton.abolished[home])
    );
  }

  /** Households a community lies outside its range, were it to have `more` households and `shift` more changes. */
  private penaltyOf(label: number, more: number, shift: number): number {
    const { low, ceiling, communities, classes } = this.area;
    if (this.skeleton.abolished[label]) return (this.weights[label] as number) + more;
    const isUntouched = (this.changes[label] as number) + shift === 0;
    const isFine =
      label < communities.length && (classes[label] === 'standard' || classes[label] === 'watch');
    if (isUntouched && (isFine || this.skeleton.left[label])) return 0;
    const weight = (this.weights[label] as number) + more;
    return Math.max(0, low - weight, weight - ceiling);
  }

  /** By how much the changes of a community grow when an atom leaves (−1) or comes (1). */
  private shiftOf(atom: number, label: number, way: 1 | -1): number {
    return this.area.home[atom] === label ? -way : way;
  }

  private isInRange(): boolean {
    for (let label = 0; label < this.weights.length; label++)
      if (this.penaltyOf(label, 0, 0) > 0) return false;
    return true;
  }

  private cutChange(atom: number, from: number, to: number): number {
    let change = 0;
    for (const { grid, cost } of this.neighbours[atom] ?? []) {
      if (this.labels[grid] === from) change += cost;
      else if (this.labels[grid] === to) change -= cost;
    }
    return change;
  }

  /** Whether a community still hangs together, and is still there, without one of its atoms. */
  private staysWhole(atom: number, label: number): boolean {
    const touching = (this.neighbours[atom] ?? []).filter(({ grid }) => this.labels[grid] === label);
    if (touching.length === 0) return this.skeleton.abolished[label] === true;
    this.stamp++;
    const queue = [(touching[0] as { grid: number }).grid];
    this.stamps[queue[0] as number] = this.stamp;
    this.stamps[atom] = this.stamp;
    let open = touching.length - 1;
    for (let at = 0; at < queue.length && open > 0; at++) {
      for (const { grid } of this.neighbours[queue[at] as number] ?? []) {
        if (this.labels[grid] !== label || this.stamps[grid] === this.stamp) continue;
        this.stamps[grid] = this.stamp;
        queue.push(grid);
        if (touching.some((one) => one.grid === grid)) open--;
      }
    }
    return open === 0 || this.skeleton.abolished[label] === true;
  }

  private move(atom: number, from: number, to: number): void {
    const own = this.area.atoms.graph.households[atom] as number;
    this.labels[atom] = to;
    (this.weights[from] as number) -= own;
    (this.weights[to] as number) += own;
    (this.changes[from] as number) += this.shiftOf(atom, from, -1);
    (this.changes[to] as number) += this.shiftOf(atom, to, 1);
  }

  /** A new community begins with one atom whose going leaves the host whole. */
  private seed(host: number, slot: number): void {
    const { home, isCentre } = this.area;
    const own = home.flatMap((label, atom) => (label === host && !isCentre[atom] ? [atom] : []));
    for (let tries = 0; tries < 4 * own.length; tries++) {
      const atom = own[Math.floor(this.random() * own.length)] as number;
      if (this.labels[atom] !== host || !this.staysWhole(atom, host)) continue;
      this.move(atom, host, slot);
      return;
    }
  }

  /** All of an abolished community goes to the neighbour with the most room. */
  private dissolve(gone: number): void {
    const takers = [...(this.mayTake[gone] ?? [])].filter((label) => label !== gone);
    const weightOf = (label: number) => this.weights[label] as number;
    const [first] = takers;
    if (first === undefined) return;
    const to = takers.reduce((best, label) => (weightOf(label) < weightOf(best) ? label : best), first);
    for (const [atom, home] of this.area.home.entries()) if (home === gone) this.move(atom, gone, to);
  }

  private movedNow(): number {
    const { home, atoms } = this.area;
    let moved = 0;
    for (const [atom, own] of atoms.graph.households.entries())
      if (this.labels[atom] !== home[atom]) moved += own;
    return moved;
  }
}
