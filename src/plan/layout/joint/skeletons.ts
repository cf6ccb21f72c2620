import type { Area } from './area.ts';
import { Flow } from './flow.ts';

/**
 * What a plan does in the large: which over-size communities get new ones beside them, which under-size ones are abolished,
 * which are left out of the range. For each such skeleton the least number of households that must move is known from a
 * flow between neighbours that forgets grids and contiguity; so no plan is cheaper.
 */
export interface Skeleton {
  /** For each community how many new ones are made of its grids. */
  readonly added: readonly number[];
  readonly abolished: readonly boolean[];
  /** Left untouched though out of the range. */
  readonly left: readonly boolean[];
  readonly leftCount: number;
  /** No plan of this form costs less, in households: those that move, with what new and abolished communities count for. */
  readonly bound: number;
}

/** What is decided for one community; `undefined` where nothing is yet. */
interface Choice {
  readonly added: number;
  readonly isAbolished: boolean;
  readonly isLeft: boolean;
}

interface Node {
  readonly choices: readonly (Choice | undefined)[];
  readonly bound: number;
}

/** What a community left out of the range counts for: more households than a subdistrict has. */
const LEFT = 1e6;
/** What a household counts for that a choice does not allow: more than all else. */
const MUST = 1e9;
/** Branches looked at before the rest is given up; the bound of those given up still holds. */
const MOST_BRANCHES = 4000;

/** Skeletons by the number left out of the range, then by their bound. Method: branch and bound, best first. */
export function* skeletonsOf(area: Area): Generator<Skeleton> {
  const start = area.communities.map((_, at) => (isOut(area, at) ? undefined : STAYS));
  const open: Node[] = [{ choices: start, bound: boundOf(area, start) ?? Number.POSITIVE_INFINITY }];
  for (let branches = 0; open.length > 0 && branches < MOST_BRANCHES; ) {
    const node = open.shift() as Node;
    const at = node.choices.indexOf(undefined);
    if (at === -1) {
      yield skeletonOf(node.choices as readonly Choice[], node.bound);
      continue;
    }
    for (const choice of choicesFor(area, at)) {
      const choices = node.choices.with(at, choice);
      const bound = boundOf(area, choices);
      branches++;
      if (bound !== null) insert(open, { choices, bound: Math.max(bound, node.bound) });
    }
  }
}

/** No transfer whatever brings this community into the range: what its neighbours could give or take does not suffice. */
export function isHopeless(area: Area, at: number): boolean {
  const others = area.communities.map((_, other) => (isOut(area, other) ? undefined : STAYS));
  return choicesFor(area, at).every(
    (choice) => choice.isLeft || boundOf(area, others.with(at, choice)) === null,
  );
}

const STAYS: Choice = { added: 0, isAbolished: false, isLeft: false };

export function isOut({ classes }: Area, at: number): boolean {
  return classes[at] === 'over' || classes[at] === 'under';
}

/** No more new communities than it takes to divide one by itself, and one to spare. */
function choicesFor({ classes, households, ceiling }: Area, at: number): Choice[] {
  const left = { ...STAYS, isLeft: true };
  if (classes[at] === 'under') return [STAYS, { ...STAYS, isAbolished: true }, left];
  const most = Math.ceil((households[at] as number) / ceiling);
  return [...Array.from({ length: most + 1 }, (_, added) => ({ ...STAYS, added })), left];
}

function insert(open: Node[], node: Node): void {
  let [low, high] = [0, open.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((open[middle] as Node).bound <= node.bound) low = middle + 1;
    else high = middle;
  }
  open.splice(low, 0, node);
}

function skeletonOf(choices: readonly Choice[], bound: number): Skeleton {
  const leftCount = choices.filter(({ isLeft }) => isLeft).length;
  return {
    added: choices.map(({ added }) => added),
    abolished: choices.map(({ isAbolished }) => isAbolished),
    left: choices.map(({ isLeft }) => isLeft),
    leftCount,
    bound: Math.max(0, Math.ceil(bound - leftCount * LEFT - 1e-3)),
  };
}

/** `null` where the choices cannot be had. Undecided communities pay in shares: the bound is never too high. */
function boundOf(area: Area, choices: readonly (Choice | undefined)[]): number | null {
  const { communities, households, beside, low, ceiling, added, abolished } = area;
  const size = communities.length;
  const [source, sink] = [2 * size, 2 * size + 1];
  const flow = new Flow(2 * size + 2);
  let [fixed, must] = [0, 0];
  const require = (from: number, to: number, count: number, reward: number) => {
    if (count <= 0) return;
    flow.arc(from, to, count, -reward);
    must += count * reward;
  };
  for (let at = 0; at < size; at++) {
    const own = households[at] as number;
    const choice = choices[at];
    if (choice?.isLeft) {
      fixed += LEFT;
      continue;
    }
    const keeps = choice?.isAbolished ? 0 : low;
    const most = choice?.isAbolished ? 0 : isOut(area, at) ? ceiling : Math.max(ceiling, own);
    require(source, at, own - most, choice === undefined ? LEFT / (own - most) : MUST);
    require(at, sink, keeps - own, choice === undefined ? abolished / (keeps - own) : MUST);
    if (Math.min(own, most) > keeps) flow.arc(source, at, Math.min(own, most) - keeps, 0);
    if (most > Math.max(own, keeps)) flow.arc(at, sink, most - Math.max(own, keeps), 0);
    for (const other of beside[at] ?? []) {
      const next = choices[other];
      if (next?.isLeft || next?.isAbolished) continue;
      flow.arc(at, other, own, 1);
      if (choice === undefined && own < low) flow.arc(size + at, other, own, 1);
    }
    // What may yet be abolished has all its households to give away.
    if (choice === undefined && own < low) flow.arc(source, size + at, own, 0);
    if (choice === undefined && own > ceiling) {
      flow.arc(at, size + at, own, 1 + added / ceiling);
      flow.arc(size + at, sink, own, 0);
    } else if (choice !== undefined && choice.added > 0) {
      fixed += choice.added * added;
      flow.arc(at, size + at, own, 1);
      require(size + at, sink, choice.added * low, MUST);
      flow.arc(size + at, sink, choice.added * (ceiling - low), 0);
    }
    if (choice?.isAbolished) fixed += abolished;
  }
  const total = fixed + must + flow.run(source, sink);
  return total < MUST / 2 ? total : null;
}
