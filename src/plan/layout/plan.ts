import type {
  LayoutCity,
  LayoutCommunity,
  LayoutMode,
  LayoutNorms,
  LayoutPlan,
  SizeClass,
} from '../../model/layout.ts';
import { type Division, divideCommunity, refusalBefore } from './divide.ts';
import { Draft, type Reason } from './draft.ts';
import { planJointly } from './joint/subdistricts.ts';
import { type Limits, USUAL_LIMITS } from './limits.ts';
import { Neighbourhood } from './neighbourhood.ts';
import { classOf } from './norms.ts';
import { decideSubdistrict } from './reorganise.ts';
import { secondLooks } from './second-looks.ts';
import { totalsOf } from './totals.ts';

export interface PlanRequest {
  /** In the order of ids. */
  readonly city: LayoutCity;
  readonly norms: LayoutNorms;
  readonly mode: LayoutMode;
  readonly policy: readonly string[];
  readonly asOf: string;
  readonly limits?: Partial<Limits>;
  /** Per cent that alternatives to a division may cost more; none are looked for where left out. */
  readonly alternatives?: number | null;
}

/** Divides what is over-size, joins what is under-size, or cuts both anew together, each subdistrict by itself. */
export function planLayout(asked: PlanRequest): LayoutPlan {
  const { city, norms, mode, policy, asOf, limits: given, alternatives = null } = asked;
  const limits = { ...USUAL_LIMITS, ...given };
  const classes = city.communities.map(({ households }) => classOf(households, norms));
  const draft = new Draft(city);
  const neighbourhood = new Neighbourhood(city);
  const divisions = new Map<number, Division>();
  for (const [index, community] of city.communities.entries()) {
    const kept = reasonToKeep(community, classes[index] ?? 'unknown', mode);
    if (kept !== null) draft.keep(index, kept);
    else if (mode !== 'joint' && classes[index] === 'over')
      divisions.set(
        index,
        divideCommunity(community, neighbourhood.within[index] ?? [], city, norms, limits),
      );
  }
  const subdistricts = subdistrictsOf(city);
  for (const [index, division] of divisions) draft.divide(index, division);
  if (mode === 'rules') {
    for (const members of subdistricts) {
      const request = { members, classes, divisions, neighbourhood, city, norms, limits };
      const { recuts, joined } = decideSubdistrict(request);
      for (const joining of joined.joinings) draft.join(joining);
      for (const [index, reason] of joined.refusals) draft.keep(index, reason);
      for (const recut of recuts) draft.recut(recut);
    }
  }
  const request = { subdistricts, classes, neighbourhood, city, norms, limits };
  const proofs = mode === 'joint' ? planJointly(request, draft) : [];
  const looksAt = (index: number, division: Division, within: number) => {
    const community = city.communities[index] as LayoutCommunity;
    if (refusalBefore(community, city) !== null) return {};
    const borders = neighbourhood.within[index] ?? [];
    return secondLooks({ community, division, borders, city, norms, limits, within });
  };
  const { decisions: made, communities } = draft.result(classes);
  const decisions = made.map((decision, index) => {
    const division = divisions.get(index);
    if (alternatives === null || division === undefined || decision.action === 'reorganised') return decision;
    return { ...decision, ...looksAt(index, division, alternatives) };
  });
  const totals = totalsOf(city, norms, decisions, communities);
  const { hasLengths, findings } = city;
  return { mode, policy, asOf, norms, hasLengths, totals, decisions, communities, proofs, findings };
}

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

function subdistrictsOf({ communities }: LayoutCity): readonly (readonly number[])[] {
  const bySubdistrict = new Map<string, number[]>();
  for (const [index, { subdistrict }] of communities.entries()) {
    bySubdistrict.set(subdistrict, [...(bySubdistrict.get(subdistrict) ?? []), index]);
  }
  return [...bySubdistrict.values()];
}
