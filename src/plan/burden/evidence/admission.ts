import { workingDaysBetween } from '../../../indicators/working-days.ts';
import type { AdmissionBreach, AdmissionRecord } from '../../../model/burden-evidence.ts';
import type { Dataset, FieldRecord } from '../../../model/dataset.ts';
import type { Calendar, PolicyPack } from '../../../model/policy.ts';
import { foldText } from '../../../model/text.ts';
import { rowsOf } from './rows.ts';

/** What was sent down without admission or outside its time, and admissions applied for or decided too late for the pack. */
export function admissionRecord(
  datasets: readonly Dataset[],
  { parameters, calendar }: PolicyPack,
  since: string | null,
): AdmissionRecord | null {
  const admissions = rowsOf(datasets, 'admission');
  const dispatched = dispatchedSince(datasets, since);
  if (admissions.length === 0 && dispatched.length === 0) return null;
  const limit = (id: string) => {
    const value = parameters.get(id)?.value;
    return typeof value === 'number' ? value : null;
  };
  const [lead, decision] = [limit('admission.lead.workdays'), limit('admission.decision.workdays')];
  const kept = admissions.map((row) => [
    ...(lead === null ? [] : [heldTo(row, ['appliedOn', 'startsOn'], 'short-lead', lead, calendar)]),
    ...(decision === null
      ? []
      : [heldTo(row, ['appliedOn', 'decidedOn'], 'late-decision', decision, calendar)]),
  ]);
  const approvals = approvalsIn(admissions);
  return {
    dispatched: dispatched.length,
    admissions: admissions.length,
    breaches: [
      ...dispatched.flatMap((row) => againstApproval(row, approvals)),
      ...kept.flat().filter((one) => one !== null && one !== 'uncounted'),
    ] as AdmissionBreach[],
    uncounted: kept.flat().filter((one) => one === 'uncounted').length,
    lead,
    decision,
  };
}

/** What was sent down before `since`, an ISO day, is another matter; what has no day counts. */
export function dispatchedSince(datasets: readonly Dataset[], since: string | null): FieldRecord[] {
  return rowsOf(datasets, 'dispatch').filter((row) => {
    const { iso } = row.date('dispatchedOn');
    return since === null || iso === null || iso >= since;
  });
}

/** Refused applications approve nothing. */
function approvalsIn(admissions: readonly FieldRecord[]): ReadonlyMap<string, FieldRecord> {
  const granted = admissions.filter((row) => !/不同意|不予|驳回|退回|否/u.test(row.text('decision')));
  return new Map(
    granted.flatMap((row) => {
      const number = foldText(row.text('approvalNumber'));
      return number === '' ? [] : [[number, row] as const];
    }),
  );
}

export function hasApproval(row: FieldRecord): boolean {
  return row.text('approvalNumber') !== '';
}

function againstApproval(row: FieldRecord, approvals: ReadonlyMap<string, FieldRecord>): AdmissionBreach[] {
  const number = row.text('approvalNumber');
  const of = (fault: AdmissionBreach['fault'], found: string, limit: string): AdmissionBreach => ({
    fault,
    item: row.text('dispatchItem'),
    department: row.text('dispatcher'),
    found,
    limit,
    at: row.at('dispatchItem'),
  });
  if (!hasApproval(row)) return [of('no-approval', '', '')];
  // Without a register of admissions a number can only be believed.
  if (approvals.size === 0) return [];
  const admission = approvals.get(foldText(number));
  if (admission === undefined) return [of('unknown-approval', number, '')];
  const [day, from, to] = [
    row.date('dispatchedOn').iso,
    admission.date('decidedOn').iso,
    admission.date('endsOn').iso,
  ];
  if (day === null) return [];
  return [
    ...(from !== null && day < from ? [of('before-approval', day, from)] : []),
    ...(to !== null && day > to ? [of('after-end', day, to)] : []),
  ];
}

function heldTo(
  row: FieldRecord,
  [first, last]: readonly ['appliedOn', 'startsOn' | 'decidedOn'],
  fault: 'short-lead' | 'late-decision',
  limit: number,
  calendar: Calendar,
): AdmissionBreach | 'uncounted' | null {
  const [from, to] = [row.date(first).iso, row.date(last).iso];
  if (from === null || to === null) return 'uncounted';
  const counted = workingDaysBetween(from, to, calendar);
  if (!('days' in counted)) return 'uncounted';
  const isKept = fault === 'short-lead' ? counted.days >= limit : counted.days <= limit;
  if (isKept) return null;
  return {
    fault,
    item: row.text('admissionItem'),
    department: row.text('applicant'),
    found: String(counted.days),
    limit: String(limit),
    at: row.at(last),
  };
}
