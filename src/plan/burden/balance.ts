import type { BurdenChange, ListedItem } from '../../model/burden.ts';
import type { Balance, Share, Tally } from '../../model/burden-report.ts';
import { roleOf } from './roles.ts';

export function balanceOf(changes: readonly BurdenChange[]): Balance {
  return { likely: tallyOf(changes, false), strict: tallyOf(changes, true) };
}

/** before − removed − taken back − handed over − joined + new + split = after. */
export function isBalanced(tally: Tally): boolean {
  const { before, removed, takenBack, handedOver, mergedAway, added, splitExtra, after } = tally;
  return before - removed - takenBack - handedOver - mergedAway + added + splitExtra === after;
}

function tallyOf(changes: readonly BurdenChange[], isStrict: boolean): Tally {
  const tally = {
    before: 0,
    removed: 0,
    takenBack: 0,
    handedOver: 0,
    mergedAway: 0,
    added: 0,
    splitExtra: 0,
    after: 0,
  };
  const stayed = { kept: 0, reworded: 0, moved: 0 };
  for (const { kind, before, after, certain } of changes.filter(isOfDuties)) {
    tally.before += before.length;
    tally.after += after.length;
    if (kind === 'taken-back') tally.takenBack += before.length;
    else if (kind === 'handed-over') tally.handedOver += before.length;
    else if (isStrict && !certain) {
      tally.removed += before.length;
      tally.added += after.length;
    } else if (before.length === 0) tally.added += after.length;
    else if (after.length === 0) tally.removed += before.length;
    else {
      tally.mergedAway += Math.max(0, before.length - after.length);
      tally.splitExtra += Math.max(0, after.length - before.length);
      if (kind === 'kept' || kind === 'reworded' || kind === 'moved') stayed[kind]++;
    }
  }
  return { ...tally, ...stayed };
}

/** What is barred is no duty, before or after. */
export function isOfDuties({ before, after }: Pick<BurdenChange, 'before' | 'after'>): boolean {
  return [...before, ...after].every((item) => roleOf(item) === 'duty');
}

export function sharesBy(changes: readonly BurdenChange[], nameOf: (item: ListedItem) => string): Share[] {
  const shares = new Map<string, { before: number; after: number }>();
  const count = (item: ListedItem, side: 'before' | 'after') => {
    const share = shares.get(nameOf(item)) ?? { before: 0, after: 0 };
    shares.set(nameOf(item), share);
    share[side]++;
  };
  for (const { before, after } of changes.filter(isOfDuties)) {
    for (const item of before) count(item, 'before');
    for (const item of after) count(item, 'after');
  }
  return [...shares].map(([name, share]) => ({ name, ...share }));
}
