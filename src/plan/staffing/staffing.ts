import type { Dataset } from '../../model/dataset.ts';
import type { PolicyPack } from '../../model/policy.ts';
import type { StaffingReport } from '../../model/staffing.ts';
import { allocate } from './allocation.ts';
import { type Assumptions, forecastOf } from './forecast.ts';
import { impliedBases } from './implied.ts';
import { needsOf } from './needs.ts';
import { staffingOf } from './places.ts';
import { firstInNeed, ratiosOf } from './ratios.ts';
import { doubleGridWorkers, quotasOf, sharesOf, supervisorsOf } from './register.ts';

/** Workers to 10,000 urban residents: 每万城镇常住人口. */
export const RATIO_PARAMETER = 'staff.per-10k';
const SUPERVISOR_PARAMETER = 'supervisor.workers.max';

export interface StaffingRequest {
  readonly datasets: readonly Dataset[];
  readonly unreadable: readonly string[];
  readonly policy: PolicyPack;
  /** New posts to give out; none when `null`. */
  readonly posts: number | null;
  readonly assumptions: Assumptions | null;
}

function normOf(policy: PolicyPack, value: number): StaffingReport['norm'] {
  const citation = policy.parameters.get(RATIO_PARAMETER)?.citation ?? null;
  const title = citation === null ? null : (policy.citations.get(citation)?.title ?? null);
  return { parameter: RATIO_PARAMETER, value, citation, title };
}

/** Everything a submission and a pack say about staff, in facts. */
export function reportStaffing(request: StaffingRequest): StaffingReport {
  const { policy } = request;
  const { places, members, quotas, grids, claims, counted, notes } = staffingOf(request.datasets);
  const asked = policy.parameters.get(RATIO_PARAMETER)?.value;
  const value = typeof asked === 'number' ? asked : null;
  const ratios = ratiosOf(places, value);
  const supervisorNorm = policy.parameters.get(SUPERVISOR_PARAMETER)?.value;
  return {
    policy: policy.layers.map(({ id }) => id),
    asOf: policy.asOf,
    norm: value === null ? null : normOf(policy, value),
    ratios,
    counted,
    implied: impliedBases(claims, policy, value),
    first: firstInNeed(ratios),
    needs: needsOf(places, policy),
    shares: sharesOf(members),
    quotas: quotasOf(quotas, members),
    supervisors: typeof supervisorNorm === 'number' ? supervisorsOf(members, supervisorNorm) : null,
    allocation: request.posts === null ? null : allocate(places, request.posts),
    forecast: request.assumptions === null ? null : forecastOf(members, policy.asOf, request.assumptions),
    notes: [
      ...request.unreadable.map((file) => ({ id: 'file-unreadable' as const, args: { file }, at: null })),
      ...notes,
      ...doubleGridWorkers(grids),
    ],
  };
}
