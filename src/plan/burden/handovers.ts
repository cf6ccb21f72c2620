import type { BurdenChange } from '../../model/burden.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Origin } from '../../model/origin.ts';
import { foldText } from '../../model/text.ts';
import { SURE } from './align.ts';
import { isOfDuties } from './balance.ts';
import { candidatesOf } from './candidates.ts';
import type { ComparedUnit } from './compare.ts';
import type { Essence, EssenceReader } from './essence.ts';
import { Comparison, scoreOf } from './likeness.ts';

/** A function that a map of functions gives to another body than the community. */
export interface MovedFunction {
  readonly text: string;
  readonly owner: string;
  readonly at: Origin;
}

const COMMUNITY =
  /^(?:本)?(?:社区|居委会|居民委员会|社区居委会|社区居民委员会|村|村委会|村民委员会|嘎查村?)$/u;

/** Rows of maps of functions that take something from communities: held by them or by nobody named before, by another after. */
export function movedFunctions(datasets: readonly Dataset[]): MovedFunction[] {
  const rows = datasets.flatMap(({ records }) =>
    records.filter(({ kind }) => kind.id === 'function-map').flatMap((set) => set.records),
  );
  return rows.flatMap((row) => {
    const [text, before, owner] = ['function', 'beforeOwner', 'afterOwner'].map((field) => row.text(field));
    if (!text || !owner || COMMUNITY.test(owner)) return [];
    return !before || COMMUNITY.test(before) ? [{ text, owner, at: row.at('function') }] : [];
  });
}

/** Duties that are gone from the lists without a trace and that a map gives to another body are handed over, not removed. */
export function withHandovers(
  units: readonly ComparedUnit[],
  functions: readonly MovedFunction[],
  reader: EssenceReader,
): readonly ComparedUnit[] {
  if (functions.length === 0) return units;
  const essences = functions.map(({ text }) => reader.read(foldText(text)));
  return units.map((unit) => {
    const gone = unit.changes.filter(isGone);
    const items = gone.map(({ before }) => reader.read(before[0]?.key ?? ''));
    const found = bestOf(items, essences, reader.pairCount);
    const places = new Map(gone.map((change, index) => [change, found[index] ?? null]));
    return {
      ...unit,
      changes: unit.changes.map((change) => handedOver(change, places.get(change), functions)),
    };
  });
}

function isGone(change: BurdenChange): boolean {
  return change.kind === 'removed' && change.reason.id === 'no-counterpart' && isOfDuties(change);
}

interface Best {
  readonly index: number;
  readonly score: number;
}

function bestOf(items: readonly Essence[], others: readonly Essence[], pairCount: number): (Best | null)[] {
  const comparison = new Comparison(pairCount);
  return candidatesOf(items, others, pairCount).map((candidates, index) =>
    candidates.reduce<Best | null>((best, other) => {
      const [item, one] = [items[index], others[other]];
      if (item === undefined || one === undefined) return best;
      const score = scoreOf(comparison.of(item, one));
      return score >= SURE && score > (best?.score ?? 0) ? { index: other, score } : best;
    }, null),
  );
}

function handedOver(
  change: BurdenChange,
  best: Best | null | undefined,
  functions: readonly MovedFunction[],
): BurdenChange {
  const moved = best ? functions[best.index] : undefined;
  if (!best || moved === undefined) return change;
  const at = `${moved.at.sheet ?? ''}!${moved.at.a1 ?? ''}`;
  const args = { text: moved.text, owner: moved.owner, at };
  return { ...change, kind: 'handed-over', score: best.score, reason: { id: 'mapped', args } };
}
