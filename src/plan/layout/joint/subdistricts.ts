import type { LayoutCity, LayoutNorms, SizeClass, SubdistrictProof } from '../../../model/layout.ts';
import { atomsOf } from '../atoms.ts';
import { refusalBefore, tooLarge } from '../divide.ts';
import type { Draft, Reason } from '../draft.ts';
import type { Limits } from '../limits.ts';
import type { Neighbourhood } from '../neighbourhood.ts';
import { areaOf } from './area.ts';
import { planArea } from './joint.ts';

interface JointRequest {
  readonly subdistricts: Iterable<readonly number[]>;
  readonly classes: readonly SizeClass[];
  readonly neighbourhood: Neighbourhood;
  readonly city: LayoutCity;
  readonly norms: LayoutNorms;
  readonly limits: Limits;
}

/** Lets grids go to the community beside them or to a new one, each subdistrict by itself, and says how good that is. */
export function planJointly(request: JointRequest, draft: Draft): SubdistrictProof[] {
  const { subdistricts, classes, neighbourhood, city, norms, limits } = request;
  return [...subdistricts].flatMap((members) => {
    const open = members.filter((member) => isOpen(member, request));
    const area = areaOf(open, classes, neighbourhood, city, norms);
    const held = new Set(area.communities);
    for (const member of members) {
      const isOut = classes[member] === 'over' || classes[member] === 'under';
      if (isOut && !held.has(member) && !draft.has(member)) draft.keep(member, refusalOf(member, request));
    }
    if (area.communities.length === 0) return [];
    const plan = planArea(area, limits);
    draft.adopt(area, plan);
    const { skeleton, price, bound, leftBound } = plan;
    const subdistrict = city.communities[members[0] ?? 0]?.subdistrict ?? '';
    const left = skeleton.leftCount;
    return price === 0 && left === 0 ? [] : [{ subdistrict, price, bound, left, leftBound }];
  });
}

/** Nobody who must stay as he is takes part, nor anyone whose grids are not all known. */
function isOpen(member: number, { city, classes }: JointRequest): boolean {
  const community = city.communities[member];
  if (community === undefined || community.isLocked || refusalBefore(community, city) !== null) return false;
  if (classes[member] === 'over') return community.isOverloaded !== false;
  return classes[member] !== 'under' || community.isMergeable !== false;
}

function refusalOf(member: number, { city, norms }: JointRequest): Reason {
  const community = city.communities[member] as LayoutCity['communities'][number];
  const refused = refusalBefore(community, city);
  if (refused !== null) return refused;
  const ceiling = norms.high - norms.room;
  return tooLarge(atomsOf(community.grids, [], city, norms), city, ceiling) ?? { id: 'in-pieces', args: {} };
}
