import type { BurdenChange } from '../../model/burden.ts';
import type { Demand, StillDone } from '../../model/burden-report.ts';
import type { Dataset, FieldRecord } from '../../model/dataset.ts';
import { foldText } from '../../model/text.ts';
import { SURE } from './align.ts';
import { isOfDuties } from './balance.ts';
import { candidatesOf } from './candidates.ts';
import type { EssenceReader } from './essence.ts';
import { runningForms } from './evidence/rows.ts';
import { Comparison, scoreOf } from './likeness.ts';

/** Tables of what was sent down and of forms. `since`: what was sent down before that ISO day says nothing of the later version. */
export function demandsIn(datasets: readonly Dataset[], since: string | null): Demand[] {
  return datasets.flatMap(({ records }) =>
    records.flatMap(({ kind, records: rows }) => {
      if (kind.id === 'dispatch')
        return rows
          .filter((row) => isRecent(row, since))
          .map((row) => demand(row, 'dispatch', 'dispatchItem', 'dispatcher'));
      return kind.id === 'form'
        ? runningForms(rows).map((row) => demand(row, 'form', 'formName', 'issuer'))
        : [];
    }),
  );
}

function demand(row: FieldRecord, by: Demand['by'], field: string, department: string): Demand {
  return {
    by,
    text: row.text(field),
    unit: row.text('community'),
    department: row.text(department),
    at: row.at(field),
  };
}

/** What has no day counts: nobody says that it was earlier. */
function isRecent(row: FieldRecord, since: string | null): boolean {
  const { iso } = row.date('dispatchedOn');
  return since === null || iso === null || iso >= since;
}

/** Duties that a unit's later lists no longer hold and that something still asks for, each with the likeliest demand. */
export function stillDone(
  unit: string,
  changes: readonly BurdenChange[],
  demands: readonly Demand[],
  reader: EssenceReader,
): StillDone[] {
  const gone = changes
    .filter((change) => (change.kind === 'removed' || change.kind === 'taken-back') && isOfDuties(change))
    .flatMap(({ before }) => before);
  const own = demands.filter((one) => isAskedOf(one, unit));
  const essences = {
    gone: gone.map(({ key }) => reader.read(key)),
    own: own.map(({ text }) => reader.read(foldText(text))),
  };
  const comparison = new Comparison(reader.pairCount);
  return candidatesOf(essences.gone, essences.own, reader.pairCount).flatMap((others, index): StillDone[] => {
    const [item, essence] = [gone[index], essences.gone[index]];
    let best: StillDone | null = null;
    for (const other of others) {
      const [one, otherEssence] = [own[other], essences.own[other]];
      if (!item || !essence || !one || !otherEssence) continue;
      const score = scoreOf(comparison.of(essence, otherEssence));
      if (score >= SURE && score > (best?.score ?? 0)) best = { unit, item, demand: one, score };
    }
    return best === null ? [] : [best];
  });
}

/** A list that names no community is everyone's, so that whatever is asked of anyone counts. */
function isAskedOf({ unit: asked }: Demand, unit: string): boolean {
  if (!/(?:社区|村|嘎查)$/u.test(unit)) return true;
  const [one, other] = [foldText(asked), foldText(unit)];
  return one === '' || one.startsWith(other) || other.startsWith(one);
}
