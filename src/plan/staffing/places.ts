import type { Dataset, FieldRecord } from '../../model/dataset.ts';
import type { StaffingNote, StaffMember, StaffPlace } from '../../model/staffing.ts';
import { foldText } from '../../model/text.ts';
import { countOf } from './counts.ts';

/** Everything of a submission that speaks of staff. */
export interface Staffing {
  readonly places: readonly StaffPlace[];
  readonly members: readonly StaffMember[];
  readonly quotas: readonly FieldRecord[];
  readonly grids: readonly FieldRecord[];
  readonly claims: readonly FieldRecord[];
  /** Places whose workers were counted in the register. */
  readonly counted: number;
  readonly notes: readonly StaffingNote[];
}

/** Reads places and staff out of all files. A place told of twice counts once, as it was told first. */
export function staffingOf(datasets: readonly Dataset[]): Staffing {
  const rows = (kind: string) =>
    datasets.flatMap(({ records }) =>
      records.filter((set) => set.kind.id === kind).flatMap((set) => set.records),
    );
  const members = rows('staff').map(memberOf);
  const notes: StaffingNote[] = [];
  const communities = once(
    rows('community').map((row) => placeOf('community', row)),
    notes,
  );
  const counted = withRegister(communities, members, notes);
  const listed = new Set(counted.map(({ subdistrict }) => foldText(subdistrict)));
  // A subdistrict whose communities are listed is made of them, so that nobody counts twice.
  const subdistricts = once(
    rows('subdistrict').map((row) => placeOf('subdistrict', row)),
    notes,
  ).filter(({ name }) => !listed.has(foldText(name)));
  return {
    places: [...counted, ...subdistricts],
    members,
    quotas: rows('post'),
    grids: rows('grid'),
    claims: rows('claim'),
    counted: counted.filter(({ workers }, index) => workers !== communities[index]?.workers).length,
    notes,
  };
}

function placeOf(level: 'community' | 'subdistrict', row: FieldRecord): StaffPlace {
  const name = level === 'community' ? row.text('name') || row.text('code') : row.text('subdistrict');
  return {
    level,
    name,
    code: row.text('code'),
    subdistrict: row.text('subdistrict'),
    district: row.text('district'),
    workers: countOf(row, 'workers'),
    urbanResidents: countOf(row, 'urbanResidents'),
    households: countOf(row, 'households'),
    committeeMembers: countOf(row, 'committeeMembers'),
    grids: countOf(row, 'gridCount'),
    gridWorkers: countOf(row, 'gridWorkers'),
    at: row.at(level === 'community' ? 'name' : 'subdistrict'),
  };
}

function memberOf(row: FieldRecord): StaffMember {
  return {
    community: row.text('community'),
    category: row.text('staffCategory'),
    education: row.text('education'),
    qualification: row.text('qualification'),
    supervisor: row.text('supervisor'),
    born: row.date('birthDate').iso ?? monthOf(row.value('birthDate').text),
  };
}

/** 1980年5月, 1980.05: the first day of the month. */
function monthOf(text: string): string | null {
  const [, year = '', month = ''] = /^\s*((?:19|20)\d\d)[年.\-/]\s*(\d{1,2})月?\s*$/u.exec(text) ?? [];
  const padded = month.padStart(2, '0');
  return padded >= '01' && padded <= '12' ? `${year}-${padded}-01` : null;
}

function once(places: readonly StaffPlace[], notes: StaffingNote[]): StaffPlace[] {
  const seen = new Map<string, StaffPlace>();
  for (const place of places) {
    if (place.name === '') continue;
    const key = JSON.stringify([place.district, place.subdistrict, place.name].map(foldText));
    const first = seen.get(key);
    if (first === undefined) seen.set(key, place);
    else
      notes.push({ id: 'place-twice', args: { name: place.name, first: first.at.a1 ?? '' }, at: place.at });
  }
  return [...seen.values()];
}

/**
 * Where the roster gives no number of workers, the register's people are counted; where both do and differ, the roster
 * stands and the difference is told. A name that stands for several communities is counted for none.
 */
function withRegister(
  places: readonly StaffPlace[],
  members: readonly StaffMember[],
  notes: StaffingNote[],
): StaffPlace[] {
  const counts = new Map<string, number>();
  for (const { community } of members) {
    const key = foldText(community);
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const namesakes = new Map<string, number>();
  for (const { name } of places) namesakes.set(foldText(name), (namesakes.get(foldText(name)) ?? 0) + 1);
  return places.map((place) => {
    const counted = namesakes.get(foldText(place.name)) === 1 ? counts.get(foldText(place.name)) : undefined;
    if (counted === undefined) return place;
    if (place.workers === null) return { ...place, workers: { low: counted, high: counted } };
    if (counted < place.workers.low || counted > place.workers.high) {
      const args = { name: place.name, declared: place.workers.low, counted };
      notes.push({ id: 'workers-differ', args, at: place.at });
    }
    return place;
  });
}
