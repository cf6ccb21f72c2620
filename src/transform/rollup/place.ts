import type { CanonicalRow } from '../canonical.ts';
import { addTo } from '../lists.ts';

/** The unit a row belongs to; a level that nothing tells is empty. */
export interface Place {
  readonly community: string;
  readonly subdistrict: string;
  readonly district: string;
}

/** Fields that name the community, by kind; all others say `community`, and duty lists who submitted them. */
const COMMUNITY_FIELDS = ['name', 'community', 'submitter'] as const;
const SUBDISTRICT = /(?:街道|镇|乡|苏木)$/u;
const DISTRICT = /(?:区|县|旗|市)$/u;

/** Where a row belongs, by its own cells and else by the folders its file lies in. */
export function placeOf({ values, file }: CanonicalRow, kind: string): Place {
  const say = (field: string) => String(values.get(field) ?? '').trim();
  const named =
    kind === 'community'
      ? say('name')
      : COMMUNITY_FIELDS.slice(1)
          .map(say)
          .find((name) => name !== '');
  const folders = file.split('/').slice(0, -1).reverse();
  const folder = (pattern: RegExp) => folders.find((name) => pattern.test(name)) ?? '';
  return {
    community: named ?? '',
    subdistrict: say('subdistrict') || folder(SUBDISTRICT),
    district: say('district') || folder(DISTRICT),
  };
}

const TAIL = /(?:社区|村)?(?:居民委员会|村民委员会|居委会|村委会)$|(?:社区|村)$/u;

/** A name without what people write or leave out: 公主府社区居委会 and 公主府社区 are one. */
export function bareName(name: string): string {
  const plain = name.normalize('NFKC').replace(/\s/gu, '');
  const bare = plain.replace(TAIL, '');
  return bare === '' ? plain : bare;
}

/** One unit that should hand in: a row of the roster. */
export interface RosterUnit extends Place {
  readonly code: string;
}

export interface Roster {
  readonly units: readonly RosterUnit[];
  /** Codes that several units have, with those units. */
  readonly repeated: ReadonlyMap<string, readonly RosterUnit[]>;
}

/** The roster in rows of the kind `community`; a unit named twice in one subdistrict is one. */
export function rosterOf(rows: readonly CanonicalRow[]): Roster {
  const units = new Map<string, RosterUnit>();
  const codes = new Map<string, RosterUnit[]>();
  for (const row of rows) {
    const place = placeOf(row, 'community');
    if (place.community === '') continue;
    const code = String(row.values.get('code') ?? '');
    const unit = { ...place, code };
    const key = JSON.stringify([bareName(place.community), place.subdistrict, place.district]);
    if (units.has(key)) continue;
    units.set(key, unit);
    if (code !== '') addTo(codes, code, [unit]);
  }
  const repeated = new Map([...codes].filter(([, same]) => same.length > 1));
  return { units: [...units.values()], repeated };
}

/** The unit of the roster that a place means; `null` where there is none, or several that it could be. */
export function findUnit(place: Place, { units }: Roster): RosterUnit | null {
  const name = bareName(place.community);
  const named = units.filter((unit) => bareName(unit.community) === name);
  const fits = (unit: RosterUnit) =>
    (place.subdistrict === '' || unit.subdistrict === '' || unit.subdistrict === place.subdistrict) &&
    (place.district === '' || unit.district === '' || unit.district === place.district);
  const [only, other] = named.filter(fits);
  return other === undefined ? (only ?? null) : null;
}
