import type { ListedItem } from '../../model/burden.ts';
import type {
  BurdenReport,
  Effort,
  Rate,
  Reduction,
  Share,
  StillDone,
  Tally,
} from '../../model/burden-report.ts';
import { roundHalfUp } from '../../model/units.ts';
import { balanceOf, isOfDuties, sharesBy } from './balance.ts';
import type { ComparedUnit } from './compare.ts';

/** Adds up what became of the duties of all units. */
export function burdenOf(units: readonly ComparedUnit[], still: readonly StillDone[]): BurdenReport {
  const changes = units.flatMap((unit) => unit.changes);
  const duties = changes.filter(isOfDuties);
  const balance = balanceOf(changes);
  const unitNames = new Map(
    units.flatMap(({ unit, before, after }) =>
      [...before.items, ...after.items].map((item) => [item, unit] as const),
    ),
  );
  const ranked = (nameOf: (item: ListedItem) => string) =>
    sharesBy(changes, nameOf).map((share) => ({
      ...share,
      rate: rateOf(share.before - share.after, share.before),
    }));
  return {
    units: units.length,
    balance,
    likely: reductionOf(balance.likely, still),
    strict: reductionOf(balance.strict, still),
    movedToAssist: duties.filter(
      ({ kind, before, after }) =>
        kind === 'moved' && before[0]?.list === 'perform' && after[0]?.list === 'assist',
    ).length,
    removedNowBarred: duties.filter(({ reason }) => reason.id === 'now-barred').length,
    addedWereBarred: duties.filter(({ reason }) => reason.id === 'was-barred').length,
    shares: {
      list: ranked(({ list }) => list ?? ''),
      department: byBefore(ranked(({ department }) => department)),
      category: byBefore(ranked(({ category }) => category)),
      unit: ranked((item) => unitNames.get(item) ?? item.unit),
    },
    effort: {
      before: effortOf(duties.flatMap(({ before }) => before)),
      after: effortOf(duties.flatMap(({ after }) => after)),
    },
    stillDone: still,
  };
}

function reductionOf(tally: Tally, still: readonly StillDone[]): Reduction {
  const count = (by: StillDone['demand']['by']) => still.filter(({ demand }) => demand.by === by).length;
  const [stillDispatched, stillAsked] = [count('dispatch'), count('form')];
  const { before, after, removed, takenBack, handedOver, mergedAway, splitExtra, added } = tally;
  return {
    nominal: rateOf(before - after, before),
    real: rateOf(removed + takenBack - stillDispatched - stillAsked - added, before),
    difference: { mergedAway, splitExtra, handedOver, stillDispatched, stillAsked },
  };
}

export function rateOf(numerator: number, denominator: number): Rate {
  return {
    value: denominator === 0 ? null : roundHalfUp((numerator / denominator) * 100),
    numerator,
    denominator,
  };
}

function byBefore<T extends Share>(shares: readonly T[]): T[] {
  return [...shares].sort(
    (left, right) =>
      right.before - left.before || right.after - left.after || (left.name < right.name ? -1 : 1),
  );
}

function effortOf(items: readonly ListedItem[]): Effort {
  const known = items.filter(({ timesAYear, minutes }) => timesAYear !== null && minutes !== null);
  const minutes = known.reduce(
    (sum, { timesAYear, minutes: each, communities }) => sum + (timesAYear ?? 0) * (each ?? 0) * communities,
    0,
  );
  return { items: items.length, known: known.length, hours: roundHalfUp(minutes / 60, 1) };
}
