import type {
  LayoutCity,
  LayoutCommunity,
  LayoutDecision,
  LayoutPlan,
  PlannedCommunity,
  SizeClass,
} from '../../model/layout.ts';
import type { Division } from './divide.ts';
import type { Joining } from './join.ts';
import type { Area } from './joint/area.ts';
import type { AreaPlan } from './joint/joint.ts';
import type { Recut } from './recut.ts';

export type Reason = LayoutDecision['reason'];

type Decided = Pick<LayoutDecision, 'action' | 'reason' | 'into' | 'proof'>;

/** The plan while it is made: one decision for each existing community. */
export class Draft {
  private readonly made = new Map<number, Decided>();
  private readonly planned = new Map<number, readonly PlannedCommunity[]>();

  constructor(private readonly city: LayoutCity) {}

  keep(index: number, reason: Reason, proof: LayoutDecision['proof'] = null): void {
    const { id, grids } = this.community(index);
    this.made.set(index, { action: 'kept', reason, into: [id], proof });
    this.planned.set(index, [this.plan(index, grids, [index], 0)]);
  }

  divide(index: number, { parts, reason, proof }: Division): void {
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
    for (const member of members) {
      const isKeeper = member === keeper;
      const reason: Reason = isKeeper
        ? { id: 'merged', args: { others: this.namesOf(others), households } }
        : { id: 'merged-into', args: { keeper: name, households } };
      this.made.set(member, { action: 'merged', reason, into: [id], proof: null });
      this.planned.set(member, []);
    }
    const grids = members.flatMap((member) => this.community(member).grids);
    grids.sort((left, right) => left - right);
    this.planned.set(keeper, [this.plan(keeper, grids, members, 0)]);
  }

  recut({ host, guests, parts, households, added, proof }: Recut): void {
    let fresh = 0;
    const planned = parts.map(({ keeper, grids }) => {
      const from = this.originsOf(grids);
      return this.plan(keeper ?? host, grids, from, keeper === null ? ++fresh : 0);
    });
    const args = { others: this.namesOf(guests), households, parts: parts.length, added };
    const into = planned.flatMap(({ id, grids }) => (this.hasGridOf(host, grids) ? [id] : []));
    this.made.set(host, { action: 'reorganised', reason: { id: 'reorganised', args }, into, proof });
    const isOwn = ({ keeper }: Recut['parts'][number]) => keeper === null || keeper === host;
    this.planned.set(
      host,
      planned
        .filter((_, at) => isOwn(parts[at] as Recut['parts'][number]))
        .sort((one, other) => Number(one.isNew) - Number(other.isNew)),
    );
    for (const guest of guests) {
      const own = planned[parts.findIndex(({ keeper }) => keeper === guest)] as PlannedCommunity;
      const before = this.community(guest).households ?? 0;
      const after = own.households ?? 0;
      const told = { host: this.community(host).name, taken: after - before, households: after };
      const reason: Reason = { id: 'reorganised-with', args: told };
      this.made.set(guest, { action: 'reorganised', reason, into: [own.id], proof: null });
      this.planned.set(guest, [own]);
    }
  }

  has(index: number): boolean {
    return this.made.has(index);
  }

  /** Takes over the plan of an area: every community of it that lost or won grids, is new or is abolished. */
  adopt({ communities, home, atoms, classes }: Area, plan: AreaPlan): void {
    const { labels, skeleton } = plan;
    const hosts = [
      ...communities,
      ...communities.flatMap((host, at) => Array(skeleton.added[at]).fill(host)),
    ];
    const grids: number[][] = hosts.map(() => []);
    for (const [atom, label] of labels.entries()) grids[label]?.push(...(atoms.grids[atom] ?? []));
    const fresh = new Map<number, number>();
    const planned = hosts.map((host, label) => {
      const own = (grids[label] as number[]).sort((left, right) => left - right);
      if (label < communities.length) return this.plan(host, own, this.originsOf(own), 0);
      fresh.set(host, (fresh.get(host) ?? 0) + 1);
      return this.plan(host, own, this.originsOf(own), fresh.get(host) as number);
    });
    for (const [at, index] of communities.entries()) {
      const isSame = labels.every((label, atom) => (label === at) === (home[atom] === at));
      const isKept = !skeleton.left[at] && isSame && !skeleton.abolished[at];
      if (isSame && skeleton.left[at]) this.keep(index, leftReason(plan, at));
      else if (isKept) this.keep(index, { id: classes[at] === 'watch' ? 'watch' : 'standard', args: {} });
      else this.transfer(index, planned, skeleton.abolished[at] === true, skeleton.added[at] ?? 0);
    }
  }

  private transfer(
    index: number,
    planned: readonly PlannedCommunity[],
    isGone: boolean,
    added: number,
  ): void {
    const { id, households } = this.community(index);
    const into = planned.filter(({ grids }) => this.hasGridOf(index, grids));
    const own = planned.filter((one) => one.id === id && !isGone);
    const stayed = own.flatMap(({ grids }) => grids.filter((grid) => this.hasGridOf(index, [grid])));
    const kept = this.householdsOf(stayed);
    const after = own[0]?.households ?? 0;
    const reason: Reason = isGone
      ? { id: 'dissolved', args: { others: into.map(({ name }) => name).join('、') } }
      : {
          id: 'transferred',
          args: { gave: (households ?? 0) - kept, got: after - kept, households: after, added },
        };
    this.made.set(index, { action: 'reorganised', reason, into: into.map((one) => one.id), proof: null });
    const isNewHere = (one: PlannedCommunity) =>
      one.isNew && one.id.startsWith(`${id}-`) && into.includes(one);
    this.planned.set(index, [...own, ...planned.filter(isNewHere)]);
  }

  result(classes: readonly SizeClass[]): Pick<LayoutPlan, 'decisions' | 'communities'> {
    const decisions = this.city.communities.map((_, index) => {
      // An under-size community that nothing was decided about can only be one that the search for partners left out.
      if (!this.made.has(index)) this.keep(index, { id: 'incomplete', args: {} });
      const decided = this.made.get(index) as Decided;
      const head = this.headOf(index, classes[index] ?? 'unknown');
      return {
        ...head,
        ...decided,
        alternatives: [],
        bindings: [],
        assumed: this.assumedFor(index, head.class, decided.action),
      };
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
    if (action !== 'kept' && size === 'over' && isOverloaded === null) return 'overloaded';
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
    return {
      id: at === 0 ? id : `${id}-${at + 1}`,
      name: at === 0 ? name : `${name}（新${at}）`,
      subdistrict,
      isNew: at > 0,
      households: this.sumOf('households', grids, from),
      residents: this.sumOf('residents', grids, from),
      from: from.map((member) => this.community(member).id),
      grids: grids.map((grid) => this.city.grids[grid]?.id ?? ''),
    };
  }

  /** Whole communities count as the roster has them, even without grids; parts of them by their grids. */
  private sumOf(of: 'households' | 'residents', grids: readonly number[], from: readonly number[]) {
    const whole = from.reduce((sum, member) => sum + this.community(member).grids.length, 0);
    return whole === grids.length
      ? sumKnown(from.map((member) => this.community(member)[of]))
      : sumKnown(grids.map((grid) => this.city.grids[grid]?.[of] ?? null));
  }

  private originsOf(grids: readonly number[]): number[] {
    const found = new Set(grids.map((grid) => this.city.grids[grid]?.community ?? -1));
    return [...found].sort((left, right) => left - right);
  }

  private hasGridOf(community: number, grids: readonly string[]): boolean {
    const own = new Set(this.community(community).grids.map((grid) => this.city.grids[grid]?.id));
    return grids.some((grid) => own.has(grid));
  }

  private householdsOf(ids: readonly string[]): number {
    const wanted = new Set(ids);
    return this.city.grids.reduce((sum, { id, households }) => sum + (wanted.has(id) ? households : 0), 0);
  }

  private namesOf(members: readonly number[]): string {
    return members.map((member) => this.community(member).name).join('、');
  }

  private community(index: number): LayoutCommunity {
    return this.city.communities[index] as LayoutCommunity;
  }
}

function leftReason({ isHopeless, skeleton, leftBound }: AreaPlan, at: number): Reason {
  if (isHopeless[at]) return { id: 'left-out', args: {} };
  return { id: 'left-open', args: { left: skeleton.leftCount, least: leftBound } };
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
