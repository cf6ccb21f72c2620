import type {
  LayoutBorder,
  LayoutCity,
  LayoutCommunity,
  LayoutDecision,
  LayoutMode,
  LayoutNorms,
  LayoutPlan,
  PlannedCommunity,
  SizeClass,
} from '../../model/layout.ts';
import { divideCommunity } from './divide.ts';
import { type Joining, joinSubdistrict } from './join.ts';
import { classOf } from './norms.ts';
import { totalsOf } from './totals.ts';

export interface PlanRequest {
  /** In the order of ids. */
  readonly city: LayoutCity;
  readonly norms: LayoutNorms;
  readonly mode: LayoutMode;
  readonly policy: readonly string[];
  readonly asOf: string;
  /** Ways kept at one step of a search before the worst are dropped; the answer then carries a gap. */
  readonly most: number;
}

/** Divides what is over-size and joins what is under-size, each subdistrict by itself. */
export function planLayout({ city, norms, mode, policy, asOf, most }: PlanRequest): LayoutPlan {
  const classes = city.communities.map(({ households }) => classOf(households, norms));
  const draft = new Draft(city);
  const borders = bordersByCommunity(city);
  for (const [index, community] of city.communities.entries()) {
    const kept = reasonToKeep(community, classes[index] ?? 'unknown', mode);
    if (kept !== null) draft.keep(index, kept);
    else if (classes[index] === 'over')
      draft.divide(index, divideCommunity(community, borders.within[index] ?? [], city, norms, most));
  }
  if (mode === 'rules') joinAll(city, classes, borders.beside, norms, draft);
  const { decisions, communities } = draft.result(classes);
  const totals = totalsOf(city, norms, decisions, communities);
  const { hasLengths, findings } = city;
  return { mode, policy, asOf, norms, hasLengths, totals, decisions, communities, findings };
}

type Reason = LayoutDecision['reason'];

/** `null` where something is to be done. */
function reasonToKeep(
  { isLocked, isOverloaded, isMergeable }: LayoutCommunity,
  size: SizeClass,
  mode: LayoutMode,
): Reason | null {
  if (size === 'standard' || size === 'watch' || size === 'unknown') return { id: size, args: {} };
  if (isLocked) return { id: 'locked', args: {} };
  if (size === 'over') return isOverloaded === false ? { id: 'not-overloaded', args: {} } : null;
  if (mode === 'split') return { id: 'mode-split', args: {} };
  return isMergeable === false ? { id: 'not-mergeable', args: {} } : null;
}

interface CommunityBorders {
  /** Borders inside each community. */
  readonly within: readonly (readonly LayoutBorder[])[];
  /** Communities that a person may cross into, from the borders of their grids or as the roster names them. */
  readonly beside: ReadonlyMap<number, ReadonlySet<number>>;
}

function bordersByCommunity({ communities, grids, borders }: LayoutCity): CommunityBorders {
  const within: LayoutBorder[][] = communities.map(() => []);
  const beside = new Map<number, Set<number>>(communities.map((_, index) => [index, new Set()]));
  const link = (from: number, to: number) => {
    beside.get(from)?.add(to);
    beside.get(to)?.add(from);
  };
  for (const border of borders) {
    const [left, right] = [grids[border.a]?.community ?? -1, grids[border.b]?.community ?? -1];
    if (left === right) within[left]?.push(border);
    else if (border.crossing !== 'barred') link(left, right);
  }
  if (borders.length === 0) {
    for (const [index, { neighbours }] of communities.entries())
      for (const other of neighbours) if (other !== index) link(index, other);
  }
  return { within, beside };
}

function joinAll(
  city: LayoutCity,
  classes: readonly SizeClass[],
  beside: CommunityBorders['beside'],
  norms: LayoutNorms,
  draft: Draft,
): void {
  const bySubdistrict = new Map<string, number[]>();
  for (const [index, { subdistrict }] of city.communities.entries()) {
    bySubdistrict.set(subdistrict, [...(bySubdistrict.get(subdistrict) ?? []), index]);
  }
  for (const members of bySubdistrict.values()) {
    const { joinings, refusals } = joinSubdistrict(members, beside, classes, city, norms);
    for (const joining of joinings) draft.join(joining);
    for (const [index, reason] of refusals) draft.keep(index, reason);
  }
}

/** The plan while it is made: one decision for each existing community. */
class Draft {
  private readonly made = new Map<number, Pick<LayoutDecision, 'action' | 'reason' | 'into' | 'proof'>>();
  private readonly planned = new Map<number, readonly PlannedCommunity[]>();

  constructor(private readonly city: LayoutCity) {}

  keep(index: number, reason: Reason, proof: LayoutDecision['proof'] = null): void {
    const { id, grids } = this.community(index);
    this.made.set(index, { action: 'kept', reason, into: [id], proof });
    this.planned.set(index, [this.plan(index, grids, [index], 0)]);
  }

  divide(index: number, { parts, reason, proof }: ReturnType<typeof divideCommunity>): void {
    if (parts === null) {
      this.keep(index, reason, proof);
      return;
    }
    const communities = parts.map((grids, at) => this.plan(index, grids, [index], at));
    this.made.set(index, { action: 'split', reason, into: communities.map(({ id }) => id), proof });
    this.planned.set(index, communities);
  }

  join({ keeper, members, households }: Joining): void {
    const { id, name } = this.community(keeper);
    const others = members.filter((member) => member !== keeper);
    const nameOf = (member: number) => this.community(member).name;
    for (const member of members) {
      const isKeeper = member === keeper;
      const reason: Reason = isKeeper
        ? { id: 'merged', args: { others: others.map(nameOf).join('、'), households } }
        : { id: 'merged-into', args: { keeper: name, households } };
      this.made.set(member, { action: 'merged', reason, into: [id], proof: null });
      this.planned.set(member, []);
    }
    const grids = members.flatMap((member) => this.community(member).grids);
    this.planned.set(keeper, [
      this.plan(
        keeper,
        grids.sort((left, right) => left - right),
        members,
        0,
      ),
    ]);
  }

  result(classes: readonly SizeClass[]): Pick<LayoutPlan, 'decisions' | 'communities'> {
    const decisions = this.city.communities.map((_, index) => {
      // An under-size community that nothing was decided about can only be one that the search for partners left out.
      if (!this.made.has(index)) this.keep(index, { id: 'incomplete', args: {} });
      const decided = this.made.get(index) as NonNullable<ReturnType<typeof this.made.get>>;
      const head = this.headOf(index, classes[index] ?? 'unknown');
      return { ...head, ...decided, assumed: this.assumedFor(index, head.class, decided.action) };
    });
    return {
      decisions,
      communities: this.city.communities.flatMap((_, index) => this.planned.get(index) ?? []),
    };
  }

  private assumedFor(
    index: number,
    size: SizeClass,
    action: LayoutDecision['action'],
  ): LayoutDecision['assumed'] {
    const { isOverloaded, isMergeable } = this.community(index);
    if (action === 'split' && isOverloaded === null) return 'overloaded';
    return action === 'merged' && size === 'under' && isMergeable === null ? 'mergeable' : null;
  }

  private headOf(index: number, size: SizeClass) {
    const { id, name, subdistrict, households } = this.community(index);
    return { community: id, name, subdistrict, class: size, households };
  }

  /** `at`: 0 for the part that keeps the name of the community, 1 … for new ones. */
  private plan(
    index: number,
    grids: readonly number[],
    from: readonly number[],
    at: number,
  ): PlannedCommunity {
    const { id, name, subdistrict } = this.community(index);
    const isWhole = at === 0 && grids.length === this.community(index).grids.length && from.length === 1;
    const sumOf = (of: 'households' | 'residents') =>
      isWhole
        ? this.community(index)[of]
        : from.length > 1
          ? sumKnown(from.map((member) => this.community(member)[of]))
          : sumKnown(grids.map((grid) => this.city.grids[grid]?.[of] ?? null));
    return {
      id: at === 0 ? id : `${id}-${at + 1}`,
      name: at === 0 ? name : `${name}（新${at}）`,
      subdistrict,
      isNew: at > 0,
      households: sumOf('households'),
      residents: sumOf('residents'),
      from: from.map((member) => this.community(member).id),
      grids: grids.map((grid) => this.city.grids[grid]?.id ?? ''),
    };
  }

  private community(index: number): LayoutCommunity {
    return this.city.communities[index] as LayoutCommunity;
  }
}

/** `null` where one of the numbers is not known. */
function sumKnown(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
