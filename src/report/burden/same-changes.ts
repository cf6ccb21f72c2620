import type { BurdenChange, ListedItem } from '../../model/burden.ts';
import { byCodeUnit } from '../../model/text.ts';

/** One change as many units made it: a city's lists are often the same list. */
export interface SharedChange {
  readonly change: BurdenChange;
  readonly units: readonly string[];
}

/** Changes that read the same, once, with the units that made them; those to review first. */
export function sharedChanges(
  units: readonly { readonly unit: string; readonly changes: readonly BurdenChange[] }[],
): SharedChange[] {
  const shared = new Map<string, { change: BurdenChange; units: string[] }>();
  for (const { unit, changes } of units) {
    for (const change of changes) {
      const key = JSON.stringify([
        change.kind,
        change.certain,
        change.reason.id,
        textsOf(change.before),
        textsOf(change.after),
      ]);
      const known = shared.get(key);
      if (known === undefined) shared.set(key, { change, units: [unit] });
      else if (known.units.at(-1) !== unit) known.units.push(unit);
    }
  }
  return [...shared.values()].sort(
    (left, right) =>
      Number(left.change.certain) - Number(right.change.certain) ||
      ORDER.indexOf(left.change.kind) - ORDER.indexOf(right.change.kind) ||
      right.units.length - left.units.length ||
      byCodeUnit(firstText(left.change), firstText(right.change)),
  );
}

export const ORDER: readonly BurdenChange['kind'][] = [
  'kept',
  'reworded',
  'moved',
  'merged',
  'split',
  'taken-back',
  'handed-over',
  'removed',
  'added',
];

function textsOf(items: readonly ListedItem[]): unknown {
  return items.map(({ list, key }) => [list, key]);
}

function firstText({ before, after }: BurdenChange): string {
  return (before[0] ?? after[0])?.key ?? '';
}
