import type { Draft, Fault } from './draft.ts';
import type { Layout } from './layout.ts';
import { placeRoster } from './layouts.ts';
import { makeLists } from './lists.ts';
import type { Placement } from './place.ts';
import { unitOf } from './places.ts';
import type { Rng } from './prng.ts';
import type { Format, Mark, Place, Roster } from './types.ts';

export interface Job {
  place: Place;
  layout: Layout;
  format: Format;
  roster: Roster | null;
}

const DATES = ['2024年3月8日', '2024年3月12日', '2024年3月15日', '2024-03-18', '2024.3.20'];

export function makeDraft(job: Job, rng: Rng): Draft {
  const unit = unitOf(job.place);
  const lists =
    job.layout.id === 'roster-only' ? [] : makeLists(unit, job.layout.numbering, rng.fork('lists'));
  return {
    sub: { place: job.place, unit, date: rng.pick(DATES), lists, roster: job.roster },
    layout: job.layout,
    format: job.format,
    rng: rng.fork('faults'),
    claims: new Set(lists.flatMap(({ kind }) => (job.layout.untouched ?? []).map((row) => `${kind}/${row}`))),
  };
}

export function placeDraft(draft: Draft): Placement {
  const placement = draft.layout.place(draft.sub);
  if (draft.sub.roster) placeRoster(placement, draft.sub.roster);
  return placement;
}

/** Tries the faults in turn until `wanted` are in; the ones that found a place are given back. */
export function spoil(
  draft: Draft,
  faults: readonly Fault[],
  wanted: number,
): { marks: Mark[]; used: Fault[] } {
  const marks: Mark[] = [];
  const used: Fault[] = [];
  for (const fault of faults) {
    if (used.length === wanted) break;
    if (used.some((other) => other.id === fault.id)) continue;
    const planted = fault.plant(draft);
    if (!planted) continue;
    marks.push(...planted);
    used.push(fault);
  }
  return { marks, used };
}
