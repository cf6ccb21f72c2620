import type { BurdenEvidence, Pusher } from '../../../model/burden-evidence.ts';
import type { Dataset } from '../../../model/dataset.ts';
import type { PolicyPack } from '../../../model/policy.ts';
import { byCodeUnit } from '../../../model/text.ts';
import { roundHalfUp } from '../../../model/units.ts';
import { rateOf } from '../reduction.ts';
import { admissionRecord, dispatchedSince, hasApproval } from './admission.ts';
import { formLoad } from './forms.ts';
import { rowsOf, runningForms } from './rows.ts';
import { certificateCount, signsCleared } from './signs.ts';

/** Points for one task without approval, where a place has made them known. */
const POINTS = 'dispatch.unapproved.points';

/** What tables beside the lists say of burden: `after` with the evidence given for it, `before` for what is compared. */
export function evidenceIn(
  before: readonly Dataset[],
  after: readonly Dataset[],
  policy: PolicyPack,
  since: string | null,
): BurdenEvidence {
  const value = policy.parameters.get(POINTS)?.value;
  const points = typeof value === 'number' ? value : null;
  return {
    signs: signsCleared(after),
    certificates: certificateCount(before, after),
    forms: formLoad(after),
    pushers: pushersIn(after, since, points),
    admission: admissionRecord(after, policy, since),
    points,
  };
}

/** Tasks sent down and forms asked for, by who asks; a department that nothing names is one of its own. */
function pushersIn(datasets: readonly Dataset[], since: string | null, points: number | null): Pusher[] {
  const counts = new Map<string, { dispatched: number; unapproved: number; forms: number }>();
  const of = (name: string) => {
    const count = counts.get(name) ?? { dispatched: 0, unapproved: 0, forms: 0 };
    counts.set(name, count);
    return count;
  };
  for (const row of dispatchedSince(datasets, since)) {
    const count = of(row.text('dispatcher'));
    count.dispatched++;
    if (!hasApproval(row)) count.unapproved++;
  }
  for (const row of runningForms(rowsOf(datasets, 'form'))) of(row.text('issuer')).forms++;
  const all = [...counts].map(([department, count]) => ({ department, ...count }));
  const weight = ({ dispatched, forms }: (typeof all)[number]) => dispatched + forms;
  const whole = all.reduce((sum, one) => sum + weight(one), 0);
  let reached = 0;
  return all
    .sort((left, right) => weight(right) - weight(left) || byCodeUnit(left.department, right.department))
    .map((one) => {
      reached += weight(one);
      return {
        ...one,
        share: rateOf(weight(one), whole),
        cumulative: rateOf(reached, whole),
        points: points === null ? null : roundHalfUp(one.unapproved * points),
      };
    });
}
