import { PERIOD_UNITS } from '../indicators/periods.ts';
import type { Term } from '../model/check.ts';
import type { KindWords } from '../model/policy.ts';
import { rateUnitOf, type Unit, unitOf } from '../model/units.ts';
import type { CheckDocument } from './documents.ts';

/** A parameter, or a second field, that counts something else than what it is held against. */
export interface UnitClash {
  /** `wrong-unit`: whatever it is held against, only what is expected will do. */
  readonly mistake: 'other-unit' | 'wrong-unit';
  readonly key: string;
  readonly found: string;
  readonly expected: string;
}

interface Known {
  readonly kinds: readonly KindWords[];
  /** Units by the id of the parameter. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** What a share, a rate or a multiple is told in. */
const PARTS = ['%', '‰', '倍'];
/** What rows cannot be counted in. */
const NOT_COUNTED = ['㎡', '元', '分', '月', '日', '工作日', 'part'];
const TIMES = ['日', '月'];

/** 户 against 人 is a slip of whoever wrote the pack. What has no unit is held against anything. */
export function unitClashes(check: CheckDocument, of: readonly string[], known: Known): readonly UnitClash[] {
  const unitsOf = (field: string | undefined, kinds: readonly string[] = of) =>
    fieldUnits(known, kinds, field);
  switch (check.method) {
    case 'range':
      return limits(check, ['min', 'max'], known).flatMap(([key, unit]) =>
        against(key, unit, rateUnitOf(unit).over, unitsOf(check.field)),
      );
    case 'count':
      return limits(check, ['min', 'max', 'equals'], known).flatMap(([key, unit]) => counted(key, unit));
    case 'ratio':
      return limits(check, ['min', 'max', 'target'], known).flatMap(([key, unit]) =>
        ratioClashes(
          key,
          unit,
          termUnits(check.numerator, of, known),
          termUnits(check.denominator, of, known),
        ),
      );
    case 'share':
      return limits(check, ['min', 'max', 'target'], known).flatMap(([key, unit]) => partOnly(key, unit));
    case 'floor':
      return [
        ...unitsOf(check.other).flatMap((unit) => against('other', unit, unitOf(unit), unitsOf(check.field))),
        ...limits(check, ['times'], known).flatMap(([key, unit]) => partOnly(key, unit)),
      ];
    case 'weights-sum':
      return limits(check, ['total'], known).flatMap(([key, unit]) =>
        against(key, unit, unitOf(unit), unitsOf(check.field)),
      );
    case 'interval':
      return limits(check, ['min', 'max'], known)
        .filter(([, unit]) => !PERIOD_UNITS.includes(unit))
        .map(([key, found]) => wrongUnit(key, found, '工作日 日 月 年'));
    case 'ranking':
      return check.points !== undefined
        ? []
        : limits(check, ['max'], known).flatMap(([key, unit]) =>
            check.field === undefined
              ? counted(key, unit)
              : against(key, unit, unitOf(unit), unitsOf(check.field)),
          );
    case 'claim':
      return check.says !== 'share' || check.unit === undefined
        ? []
        : limits(check, ['min', 'max'], known).flatMap(([key, unit]) =>
            against(key, unit, rateUnitOf(unit).over, [check.unit?.split('/')[0] ?? '']),
          );
    default:
      return [];
  }
}

function wrongUnit(key: string, found: string, expected: string): UnitClash {
  return { mistake: 'wrong-unit', key, found, expected };
}

type Keyed = readonly (readonly [key: string, unit: string])[];

/** The limits a check has among these keys, with their units. */
function limits(check: CheckDocument, keys: readonly string[], { parameters }: Known): Keyed {
  const said = check as unknown as Readonly<Record<string, unknown>>;
  return keys.flatMap((key) => {
    const unit = parameters.get(String(said[key] ?? ''));
    return unit === undefined ? [] : [[key, unit] as const];
  });
}

/** Of one field in each of the kinds; a percentage is one, whether the pack says so or not. */
function fieldUnits({ kinds }: Known, of: readonly string[], field: string | undefined): readonly string[] {
  return kinds
    .filter(({ id }) => of.includes(id))
    .flatMap(({ fields }) => fields.filter(({ id }) => id === field))
    .map(({ unit, type }) => unit ?? (type === 'percent' ? '%' : ''));
}

/** Rows that are counted have no unit. */
function termUnits(term: Term, of: readonly string[], known: Known): readonly string[] {
  return term.field === undefined
    ? []
    : fieldUnits(known, term.of === undefined ? of : [term.of], term.field);
}

function against(key: string, found: string, unit: Unit, others: readonly string[]): UnitClash[] {
  const other = others.find((one) => !alike(dimensionOf(unit, found), dimensionOf(unitOf(one), one)));
  return other === undefined ? [] : [{ mistake: 'other-unit', key, found, expected: other }];
}

/** A unit like 人/万人 names both sides; % and 倍 ask for like sides, and nothing else will do. */
function ratioClashes(
  key: string,
  found: string,
  numerators: readonly string[],
  denominators: readonly string[],
): UnitClash[] {
  const { over, under } = rateUnitOf(found);
  if (under !== null) {
    return [...against(key, found, over, numerators), ...against(key, found, under, denominators)].slice(
      0,
      1,
    );
  }
  const [top = '', below = ''] = [numerators[0], denominators[0]];
  if (!PARTS.includes(found)) return [wrongUnit(key, found, `${top || '…'}/${below || '…'} % 倍`)];
  return alike(dimensionOf(unitOf(top), top), dimensionOf(unitOf(below), below))
    ? []
    : [wrongUnit(key, found, `${top}/${below}`)];
}

function partOnly(key: string, found: string): UnitClash[] {
  return PARTS.includes(found) ? [] : [wrongUnit(key, found, PARTS.join(' '))];
}

/** Rows are counted in whole ones, perhaps for each stretch of time: 次/年. */
function counted(key: string, found: string): UnitClash[] {
  const { over, under } = rateUnitOf(found);
  const [word = ''] = found.split('/');
  const whole = over.factor === 1 && !NOT_COUNTED.includes(dimensionOf(over, word));
  const each = under === null || TIMES.includes(under.dimension);
  return whole && each ? [] : [wrongUnit(key, found, '个 件 次 …')];
}

function dimensionOf({ dimension }: Unit, word: string): string {
  return PARTS.includes(word) ? 'part' : dimension;
}

function alike(left: string, right: string): boolean {
  return left === right || left === '' || right === '';
}
