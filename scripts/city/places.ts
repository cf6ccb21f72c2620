import { readFileSync } from 'node:fs';
import type { Rng } from './prng.ts';
import type { Place, Roster, RosterField, Row, Unit } from './types.ts';

export const PLACES_FILE = new URL('../../fixtures/cities/hohhot-places.csv', import.meta.url);

const tail = (place: Place): number => Number(place.code.slice(9));

export const unitOf = (place: Place): Unit => (tail(place) < 200 ? 'community' : 'village');

/** All 居委会 and 村委会; places that only resemble one (last digits from 400) are left out. */
export function readPlaces(): Place[] {
  const lines = readFileSync(PLACES_FILE, 'utf8').trim().split(/\r?\n/).slice(1);
  const places = lines.map((line) => {
    const [code = '', name = '', subdistrict = '', district = ''] = line.split(',');
    return { code, name, subdistrict, district };
  });
  return places.filter((place) => tail(place) < 400);
}

function spread<T>(items: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)] as T);
}

/** 450 is the city's own number of communities; the share of villages is kept for smaller cities. */
export function choosePlaces(all: readonly Place[], count: number): Place[] {
  const communities = all.filter((p) => unitOf(p) === 'community');
  const villages = all.filter((p) => unitOf(p) === 'village');
  const wanted = Math.min(communities.length, Math.round((count * communities.length) / 450));
  const rest = count - wanted;
  if (rest > villages.length)
    throw new Error(`--count may be at most ${communities.length + villages.length}`);
  const chosen = [...spread(communities, wanted), ...spread(villages, rest)];
  return chosen.sort((a, b) => (a.code < b.code ? -1 : 1));
}

export const ROSTER_COLUMNS: readonly RosterField[] = [
  'code',
  'name',
  'subdistrict',
  'district',
  'households',
  'residents',
  'classCode',
];

function rosterRow(place: Place, rng: Rng): Row {
  // Within the city's 1000 to 3000 households, so that no advice about size is due.
  const households = rng.int(1050, 2950);
  return {
    code: place.code,
    name: place.name,
    subdistrict: place.subdistrict,
    district: place.district,
    households,
    residents: Math.round(households * (2.1 + rng.next() * 1.2)),
    classCode: unitOf(place) === 'village' ? rng.pick(['220', '122']) : rng.pick(['111', '112']),
  };
}

export function makeRoster(places: readonly Place[], rng: Rng): Roster {
  const optional = rng.next() < 0.7 ? ROSTER_COLUMNS : ROSTER_COLUMNS.filter((f) => f !== 'classCode');
  return { columns: [...optional], rows: places.map((place) => rosterRow(place, rng.fork(place.code))) };
}
