import type { PolicyPack } from '../../model/policy.ts';
import type { Count, StaffNeed, StaffPlace } from '../../model/staffing.ts';
import { withinOf } from './ratios.ts';

/** How many of the worst places are named. */
const NAMED = 10;

interface Norm {
  readonly id: StaffNeed['id'];
  readonly parameter: string;
  /** Persons wanting in a place; `null` where its row does not say enough. */
  short(place: StaffPlace, norm: number): number | null;
}

const NORMS: readonly Norm[] = [
  {
    id: 'grid-workers',
    parameter: 'grid.workers-per-grid',
    short: ({ grids, gridWorkers }, norm) => wanting(grids === null ? null : grids.low * norm, gridWorkers),
  },
  {
    id: 'committee-members',
    parameter: 'committee.members.min',
    short: ({ level, committeeMembers }, norm) =>
      level === 'community' ? wanting(norm, committeeMembers) : null,
  },
  {
    id: 'households-per-worker',
    parameter: 'staff.households-per-worker.max',
    short: ({ households, workers }, norm) =>
      wanting(households === null ? null : Math.ceil(households.low / norm), workers),
  },
  {
    id: 'workers-per-community',
    parameter: 'staff.per-community.min',
    short: ({ level, workers }, norm) => (level === 'community' ? wanting(norm, workers) : null),
  },
];

/** The least that is wanting for certain: hedged numbers count in the place's favour. */
function wanting(needed: number | null, present: Count | null): number | null {
  return needed === null || present === null ? null : Math.max(0, Math.ceil(needed) - present.high);
}

/** Every norm of the pack that is one number for each place, where the submission says anything about it. */
export function needsOf(places: readonly StaffPlace[], { parameters }: PolicyPack): StaffNeed[] {
  return NORMS.flatMap(({ id, parameter, short }) => {
    const norm = parameters.get(parameter)?.value;
    if (typeof norm !== 'number') return [];
    const known = places.flatMap((place) => {
      const wanted = short(place, norm);
      return wanted === null ? [] : [{ name: place.name, within: withinOf(place), short: wanted }];
    });
    if (known.length === 0) return [];
    const below = known.filter((place) => place.short > 0).sort((left, right) => right.short - left.short);
    return [
      {
        id,
        parameter,
        norm,
        places: known.length,
        below: below.length,
        short: below.reduce((all, place) => all + place.short, 0),
        lacking: places.length - known.length,
        worst: below.slice(0, NAMED),
      },
    ];
  });
}
