import type { BurdenChange, PairDecision } from '../../model/burden.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Catalogue } from '../../model/policy.ts';
import { foldText } from '../../model/text.ts';
import { crosswalk } from './crosswalk.ts';
import { EssenceReader } from './essence.ts';
import { type UnitLists, unitListsOf } from './listed-items.ts';
import { phrasingOf } from './phrasing.ts';

/** The lists of one unit in both versions, and what became of each item. */
export interface ComparedUnit {
  readonly unit: string;
  readonly before: UnitLists;
  readonly after: UnitLists;
  readonly changes: readonly BurdenChange[];
}

/** Why the lists of a unit were not held against any others. */
export interface UncomparedUnit {
  readonly unit: string;
  readonly side: 'before' | 'after';
  readonly why: 'no-other-version' | 'several-versions';
  readonly files: readonly string[];
  readonly items: number;
}

export interface ListComparison {
  /** What the items were compared by, for whatever is to be held against them. */
  readonly reader: EssenceReader;
  readonly units: readonly ComparedUnit[];
  readonly uncompared: readonly UncomparedUnit[];
}

/** Pairs the units of two versions by folder and name, else by name alone, and tells what became of every item. */
export function compareLists(
  before: readonly Dataset[],
  after: readonly Dataset[],
  catalogues: ReadonlyMap<string, Catalogue>,
  decisions: readonly PairDecision[] = [],
): ListComparison {
  const sides = { before: unitListsOf(before), after: unitListsOf(after) };
  const uncompared = (['before', 'after'] as const).flatMap((side) =>
    sides[side].filter(isUnclear).map((unit) => left(unit, side, 'several-versions')),
  );
  const clear = {
    before: sides.before.filter((unit) => !isUnclear(unit)),
    after: sides.after.filter((unit) => !isUnclear(unit)),
  };
  const { pairs, rest } = pairUnits(clear.before, clear.after);
  const reader = new EssenceReader(phrasingOf(catalogues));
  const names = namesOf(pairs.map(([unit]) => unit));
  return {
    reader,
    units: pairs.map(([one, other], index) => ({
      unit: names[index] ?? one.unit,
      before: one,
      after: other,
      changes: crosswalk({ before: one.items, after: other.items }, reader, decisions),
    })),
    uncompared: [
      ...uncompared,
      ...rest.before.map((unit) => left(unit, 'before', 'no-other-version')),
      ...rest.after.map((unit) => left(unit, 'after', 'no-other-version')),
    ],
  };
}

function isUnclear({ rivals }: UnitLists): boolean {
  return rivals.length > 0;
}

function left(unit: UnitLists, side: UncomparedUnit['side'], why: UncomparedUnit['why']): UncomparedUnit {
  return { unit: unit.unit, side, why, files: unit.files, items: unit.items.length };
}

type UnitPair = readonly [before: UnitLists, after: UnitLists];
interface Sides {
  readonly before: readonly UnitLists[];
  readonly after: readonly UnitLists[];
}

function pairUnits(
  before: readonly UnitLists[],
  after: readonly UnitLists[],
): { pairs: readonly UnitPair[]; rest: Sides } {
  const pairs: UnitPair[] = [];
  let rest: Sides = { before, after };
  // Two files handed in alone are the two versions, whatever they are called.
  const isSingle = [before, after].every((units) => onlyOnes(units, byScope).size === units.length);
  for (const nameOf of isSingle ? [byScope] : [withFolder, alone]) {
    const [lefts, rights] = [onlyOnes(rest.before, nameOf), onlyOnes(rest.after, nameOf)];
    for (const [name, unit] of lefts) {
      const match = rights.get(name);
      if (match !== undefined) pairs.push([unit, match]);
    }
    const taken = new Set(pairs.flat());
    rest = {
      before: before.filter((unit) => !taken.has(unit)),
      after: after.filter((unit) => !taken.has(unit)),
    };
  }
  return { pairs: pairs.sort(([left], [right]) => before.indexOf(left) - before.indexOf(right)), rest };
}

const withFolder = ({ folder, unit }: UnitLists) => `${folder}\n${foldText(unit)}`;
const byScope = ({ scope }: UnitLists) => scope ?? '';
const alone = ({ unit }: UnitLists) => foldText(unit);

/** Units whose name no other of the same version has. */
function onlyOnes(
  units: readonly UnitLists[],
  nameOf: (unit: UnitLists) => string,
): ReadonlyMap<string, UnitLists> {
  const found = new Map<string, UnitLists | null>();
  for (const unit of units) found.set(nameOf(unit), found.has(nameOf(unit)) ? null : unit);
  return new Map([...found].flatMap(([name, unit]) => (unit === null ? [] : [[name, unit] as const])));
}

/** Names as people see them; where two units share one, with their folder. */
function namesOf(units: readonly UnitLists[]): string[] {
  const single = onlyOnes(units, alone);
  return units.map((unit) => (single.has(alone(unit)) ? unit.unit : `${unit.folder}/${unit.unit}`));
}
