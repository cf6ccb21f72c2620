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

  result(classes: readonly SizeClass[]): Pick<LayoutPlan, 'decisions' | 'communities'> {
    const decisions = this.city.communities.map((_, index) => {
      // An under-size community that nothing was decided about can only be one that the search for partners left out.
      if (!this.made.has(index)) this.keep(index, { id: 'incomplete', args: {} });
      const decided = this.made.get(index) as Decided;
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

  private namesOf(members: readonly number[]): string {
    return members.map((member) => this.community(member).name).join('、');
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
