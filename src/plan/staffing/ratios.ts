import type { PlaceLevel, StaffPlace, StaffRatio } from '../../model/staffing.ts';
import { foldText } from '../../model/text.ts';
import { NONE, ratioOf, shortOf, sum } from './counts.ts';

/**
 * Workers to 10,000 urban residents for every place, and for each subdistrict, district and the whole as the sum of
 * their places. A place that lacks one of the two numbers is in no sum and is counted as lacking.
 */
export function ratiosOf(places: readonly StaffPlace[], norm: number | null): StaffRatio[] {
  const levels: readonly [PlaceLevel, (place: StaffPlace) => readonly string[] | null][] = [
    [
      'community',
      (place) => (place.level === 'community' ? [place.name, withinOf(place), place.code] : null),
    ],
    ['subdistrict', ({ subdistrict, district }) => (subdistrict === '' ? null : [subdistrict, district])],
    ['district', ({ district }) => (district === '' ? null : [district, ''])],
    ['city', () => ['', '']],
  ];
  return levels.flatMap(([level, nameOf]) =>
    groupsOf(places, nameOf).map((group) => ratio(level, group, norm)),
  );
}

export function withinOf({ level, subdistrict, district }: StaffPlace): string {
  return level === 'community' && subdistrict !== '' ? subdistrict : district;
}

interface Group {
  readonly name: string;
  readonly within: string;
  readonly places: StaffPlace[];
}

function groupsOf(
  places: readonly StaffPlace[],
  nameOf: (place: StaffPlace) => readonly string[] | null,
): Group[] {
  const groups = new Map<string, Group>();
  for (const place of places) {
    const names = nameOf(place);
    if (names === null) continue;
    const key = JSON.stringify(names.map(foldText));
    const group = groups.get(key) ?? { name: names[0] ?? '', within: names[1] ?? '', places: [] };
    groups.set(key, group);
    group.places.push(place);
  }
  return [...groups.values()];
}

function ratio(level: PlaceLevel, { name, within, places }: Group, norm: number | null): StaffRatio {
  let workers = NONE;
  let urbanResidents = NONE;
  let known = 0;
  for (const place of places) {
    if (place.workers === null || place.urbanResidents === null || place.urbanResidents.low === 0) continue;
    workers = sum(workers, place.workers);
    urbanResidents = sum(urbanResidents, place.urbanResidents);
    known++;
  }
  return {
    level,
    name,
    within,
    places: known,
    lacking: places.length - known,
    workers,
    urbanResidents,
    per10k: known === 0 ? NONE : ratioOf(workers, urbanResidents),
    short: known === 0 || norm === null ? null : shortOf(norm, workers, urbanResidents),
  };
}

/** Communities that are short, by persons short to a resident: those first to be given a vacancy. */
export function firstInNeed(ratios: readonly StaffRatio[]): StaffRatio[] {
  return ratios
    .filter(({ level, short }) => level === 'community' && short !== null && short.low > 0)
    .sort(
      (left, right) =>
        (right.short?.low ?? 0) * left.urbanResidents.high -
        (left.short?.low ?? 0) * right.urbanResidents.high,
    );
}
