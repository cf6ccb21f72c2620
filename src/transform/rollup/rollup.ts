import type { KindWords } from '../../model/policy.ts';
import { byCodeUnit } from '../../model/text.ts';
import type { CanonicalRow, CanonicalValue } from '../canonical.ts';
import { addTo } from '../lists.ts';
import { bareName, findUnit, type Place, placeOf, type Roster } from './place.ts';
import { newestOf, type VersionReason } from './versions.ts';

/** What is counted of a unit: rows of a kind, items of a list, or the sum of a field. */
export interface MeasureId {
  readonly kind: string;
  /** A list of duty items by name, or a field; `null` for the number of rows. */
  readonly part: string | null;
  readonly of: 'rows' | 'list' | 'sum';
}

/** One unit with what it handed in. */
export interface UnitRow {
  readonly place: Place;
  readonly code: string;
  /** On the roster; `null` without a roster. */
  readonly isExpected: boolean | null;
  /** Files it handed in that are used; a roster that names it is none, unless rosters are all there is. */
  readonly files: readonly string[];
  /** By `keyOf` of the measure. */
  readonly amounts: ReadonlyMap<string, number>;
  /** Numbers that could not be added: empty or in doubt. */
  readonly missing: number;
}

/** The units of one subdistrict, district or of everything, added up. */
export interface GroupRow {
  readonly place: Place;
  readonly units: number;
  readonly expected: number;
  readonly submitted: number;
  readonly amounts: ReadonlyMap<string, number>;
  readonly missing: number;
}

export interface SupersededFile {
  readonly unit: string;
  readonly kind: string;
  readonly list: string | null;
  readonly file: string;
  readonly by: string;
  readonly reason: VersionReason;
  /** Fields in which the two differ, where each is a single row. */
  readonly differences: readonly Difference[];
}

export interface Difference {
  readonly field: string;
  readonly unused: CanonicalValue;
  readonly used: CanonicalValue;
}

export interface Rollup {
  readonly measures: readonly MeasureId[];
  readonly units: readonly UnitRow[];
  readonly subdistricts: readonly GroupRow[];
  readonly districts: readonly GroupRow[];
  readonly total: GroupRow;
  readonly superseded: readonly SupersededFile[];
  /** Rows that are used, by kind, in their order. */
  readonly rows: ReadonlyMap<string, readonly CanonicalRow[]>;
  /** Rows of which nothing tells whose they are. */
  readonly homeless: readonly CanonicalRow[];
}

export function measureKey({ kind, part, of }: MeasureId): string {
  return JSON.stringify([kind, of, part]);
}

interface OpenUnit {
  readonly place: Place;
  readonly code: string;
  readonly isExpected: boolean | null;
  readonly rows: Map<string, CanonicalRow[]>;
}

/**
 * Canonical rows by unit, of several submissions of the same the newest, added up level by level. Sums are of the rows that are used
 * and of nothing else.
 */
export function rollUp(
  rows: ReadonlyMap<string, readonly CanonicalRow[]>,
  kinds: readonly KindWords[],
  roster: Roster | null,
): Rollup {
  const units = new Map<string, OpenUnit>();
  for (const unit of roster?.units ?? []) open(units, unit, unit.code, true);
  const homeless: CanonicalRow[] = [];
  for (const [kind, found] of rows) {
    for (const row of found) {
      const unit = unitFor(placeOf(row, kind), units, roster);
      if (unit === null) homeless.push(row);
      else addTo(unit.rows, kind, [row]);
    }
  }
  const superseded: SupersededFile[] = [];
  const used = new Set<CanonicalRow>();
  for (const unit of units.values()) {
    for (const [kind, own] of unit.rows) {
      const kept = withoutOldVersions(unit, kind, own, superseded);
      unit.rows.set(kind, kept);
      for (const row of kept) used.add(row);
    }
  }
  const keptRows = new Map(
    [...rows].map(([kind, found]) => [kind, found.filter((row) => used.has(row))] as const),
  );
  const measures = measuresOf(keptRows, kinds);
  // A row in a roster is no submission of the community, unless rosters are all there is.
  const others = [...rows.keys()].filter((kind) => kind !== 'community');
  const counted = others.length > 0 ? others : ['community'];
  const unitRows = [...units.values()].map((unit) => unitRow(unit, measures, counted)).sort(byPlace);
  const isSubdistrict = ({ subdistrict, district }: Place) => ({ community: '', subdistrict, district });
  const isDistrict = ({ district }: Place) => ({ community: '', subdistrict: '', district });
  const nowhere = { community: '', subdistrict: '', district: '' };
  return {
    measures,
    units: unitRows,
    subdistricts: grouped(unitRows, isSubdistrict, measures),
    districts: grouped(unitRows, isDistrict, measures),
    total: grouped(unitRows, () => nowhere, measures)[0] ?? added(nowhere, [], measures),
    superseded,
    rows: keptRows,
    homeless,
  };
}

/** A unit of the roster, or one of its own for who is not on it. */
function unitFor(place: Place, units: Map<string, OpenUnit>, roster: Roster | null): OpenUnit | null {
  if (place.community === '') return null;
  const known = roster === null ? null : findUnit(place, roster);
  if (known !== null) return open(units, known, known.code, true);
  return open(units, place, '', roster === null ? null : false);
}

function open(
  units: Map<string, OpenUnit>,
  place: Place,
  code: string,
  isExpected: boolean | null,
): OpenUnit {
  const key = JSON.stringify([bareName(place.community), place.subdistrict, place.district]);
  const { community, subdistrict, district } = place;
  const unit = units.get(key) ?? {
    place: { community, subdistrict, district },
    code,
    isExpected,
    rows: new Map(),
  };
  units.set(key, unit);
  return unit;
}

/** Of the rows that several files have of one list, or of one kind, those of the newest file. */
function withoutOldVersions(
  { place }: OpenUnit,
  kind: string,
  rows: readonly CanonicalRow[],
  superseded: SupersededFile[],
): CanonicalRow[] {
  const lists = new Map<string | null, Map<string, CanonicalRow[]>>();
  for (const row of rows) {
    const list = listIn(row, kind);
    const files = lists.get(list) ?? new Map<string, CanonicalRow[]>();
    lists.set(list, files);
    addTo(files, row.file, [row]);
  }
  return [...lists].flatMap(([list, files]) => {
    const submissions = [...files].map(([file, own]) => ({ file, rows: own }));
    const decision = newestOf(submissions.sort((left, right) => byCodeUnit(left.file, right.file)));
    for (const { file, reason } of decision.superseded) {
      const differences = differencesOf(files.get(file) ?? [], decision.used.rows);
      const by = decision.used.file;
      superseded.push({ unit: place.community, kind, list, file, by, reason, differences });
    }
    return decision.used.rows;
  });
}

function differencesOf(unused: readonly CanonicalRow[], used: readonly CanonicalRow[]): Difference[] {
  const [left, right] = [unused[0], used[0]];
  if (left === undefined || right === undefined || unused.length + used.length > 2) return [];
  return [...new Set([...left.values.keys(), ...right.values.keys()])]
    .map((field) => ({
      field,
      unused: left.values.get(field) ?? null,
      used: right.values.get(field) ?? null,
    }))
    .filter((found) => found.field !== 'serial' && found.unused !== found.used);
}

function listIn({ values }: CanonicalRow, kind: string): string | null {
  return kind === 'duty-list' ? String(values.get('list') ?? '') : null;
}

function measuresOf(
  rows: ReadonlyMap<string, readonly CanonicalRow[]>,
  kinds: readonly KindWords[],
): MeasureId[] {
  return kinds.flatMap((kind): MeasureId[] => {
    const own = rows.get(kind.id) ?? [];
    if (own.length === 0) return [];
    if (kind.id === 'duty-list') {
      const lists = [...new Set(own.map((row) => listIn(row, kind.id) ?? ''))];
      return lists.map((part) => ({ kind: kind.id, part, of: 'list' }));
    }
    const summed = kind.fields.filter(
      ({ id, type, unit }) =>
        unit !== null && (type === 'whole' || type === 'number') && own.some(({ values }) => values.has(id)),
    );
    return [
      { kind: kind.id, part: null, of: 'rows' },
      ...summed.map(({ id }) => ({ kind: kind.id, part: id, of: 'sum' as const })),
    ];
  });
}

function unitRow(
  { place, code, isExpected, rows }: OpenUnit,
  measures: readonly MeasureId[],
  counted: readonly string[],
): UnitRow {
  const amounts = new Map<string, number>();
  let missing = 0;
  for (const measure of measures) {
    const own = rows.get(measure.kind) ?? [];
    const { amount, lacks } = tallyOf(measure, own);
    amounts.set(measureKey(measure), amount);
    missing += lacks;
  }
  const submitted = counted.flatMap((kind) => rows.get(kind) ?? []);
  const files = [...new Set(submitted.map(({ file }) => file))].sort(byCodeUnit);
  return { place, code, isExpected, files, amounts, missing };
}

function tallyOf({ kind, part, of }: MeasureId, rows: readonly CanonicalRow[]) {
  if (of === 'rows') return { amount: rows.length, lacks: 0 };
  if (of === 'list') return { amount: rows.filter((row) => listIn(row, kind) === part).length, lacks: 0 };
  const values = rows.map((row) => row.values.get(part ?? ''));
  const numbers = values.filter((value) => typeof value === 'number');
  return { amount: total(numbers), lacks: values.length - numbers.length };
}

/** Without the dust of binary fractions. */
function total(numbers: readonly number[]): number {
  return Number(numbers.reduce((sum, number) => sum + number, 0).toPrecision(15));
}

function grouped(
  units: readonly UnitRow[],
  placeFor: (place: Place) => Place,
  measures: readonly MeasureId[],
): GroupRow[] {
  const groups = new Map<string, UnitRow[]>();
  for (const unit of units) {
    const key = JSON.stringify(placeFor(unit.place));
    addTo(groups, key, [unit]);
  }
  return [...groups].map(([key, own]) => added(JSON.parse(key) as Place, own, measures));
}

function added(place: Place, units: readonly UnitRow[], measures: readonly MeasureId[]): GroupRow {
  const amounts = measures.map((measure) => {
    const key = measureKey(measure);
    return [key, total(units.map((unit) => unit.amounts.get(key) ?? 0))] as const;
  });
  return {
    place,
    units: units.length,
    expected: units.filter(({ isExpected }) => isExpected === true).length,
    submitted: units.filter(({ files }) => files.length > 0).length,
    amounts: new Map(amounts),
    missing: total(units.map(({ missing }) => missing)),
  };
}

function byPlace({ place: left }: UnitRow, { place: right }: UnitRow): number {
  return (
    byCodeUnit(left.district, right.district) ||
    byCodeUnit(left.subdistrict, right.subdistrict) ||
    byCodeUnit(left.community, right.community)
  );
}
