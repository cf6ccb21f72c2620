import type { Expression } from '../../expression/compile.ts';
import type { Check } from '../../model/check.ts';
import type { Dataset, RecordSet } from '../../model/dataset.ts';
import type { PolicyPack } from '../../model/policy.ts';
import type { Conditions } from './conditions.ts';
import { lackTeller } from './lacks.ts';
import type { Gather } from './method.ts';
import { readingOf } from './readings.ts';

/** A file without the rows that `where` leaves out. Of rows it cannot decide on, it is told what they lack. */
export function onlyWhere(
  dataset: Dataset,
  check: Check,
  policy: PolicyPack,
  conditions: Conditions | null,
  gather: Pick<Gather<never>, 'skip' | 'excuse'>,
): Dataset {
  if (check.where === null) return dataset;
  const records = dataset.records.map((set) => {
    const condition = conditions?.where(check.id, set.kind.id) ?? null;
    return condition === null ? set : rowsWhere(set, condition, policy, gather);
  });
  return { ...dataset, records };
}

function rowsWhere(
  set: RecordSet,
  condition: Expression,
  policy: PolicyPack,
  gather: Pick<Gather<never>, 'skip' | 'excuse'>,
): RecordSet {
  const tell = lackTeller(set.table, gather);
  const records = set.records.filter((record) => {
    const answer = condition.evaluate({ row: readingOf(record, set.kind) }, policy);
    if (answer.is !== 'value') tell(answer, record);
    else if (answer.value !== true) gather.excuse();
    return answer.is === 'value' && answer.value === true;
  });
  return { ...set, records };
}
