import type { LayoutNorms, SizeClass } from '../../model/layout.ts';
import type { PolicyPack } from '../../model/policy.ts';

/** What planning asks a pack for. */
export const NORM_PARAMETERS = {
  low: 'community.households.std-low',
  high: 'community.households.std-high',
  splitAbove: 'community.households.split-above',
  mergeMost: 'layout.merge.most',
  balance: 'layout.price.balance',
  move: 'layout.price.move',
  added: 'layout.joint.new',
  abolished: 'layout.joint.abolished',
  room: 'layout.joint.room',
  priced: 'layout.price.barrier',
  workersPer10k: 'staff.per-10k',
  workersPerGrid: 'grid.workers-per-grid',
} as const satisfies Record<keyof LayoutNorms, string>;

/** A plan without this value would have to make it up. */
export class NormMissing extends Error {
  constructor(readonly parameter: string) {
    super(`no value for ${parameter}`);
  }
}

/** The pack's values, with those of `set` in their place. Throws `NormMissing`. */
export function normsOf(policy: PolicyPack, set: ReadonlyMap<string, number>): LayoutNorms {
  const optional = (norm: keyof LayoutNorms): number | null => {
    const id = NORM_PARAMETERS[norm];
    const value = set.get(id) ?? policy.parameters.get(id)?.value;
    return typeof value === 'number' ? value : null;
  };
  const needed = (norm: keyof LayoutNorms): number => {
    const value = optional(norm);
    if (value === null) throw new NormMissing(NORM_PARAMETERS[norm]);
    return value;
  };
  return {
    low: needed('low'),
    high: needed('high'),
    splitAbove: needed('splitAbove'),
    mergeMost: needed('mergeMost'),
    balance: Math.round(10 * needed('balance')),
    move: Math.round(10 * needed('move')),
    added: needed('added'),
    abolished: needed('abolished'),
    room: needed('room'),
    priced: needed('priced'),
    workersPer10k: optional('workersPer10k'),
    workersPerGrid: optional('workersPerGrid'),
  };
}

/** The limits themselves belong to the standard: 超过 and 小于 are strict. */
export function classOf(households: number | null, { low, high, splitAbove }: LayoutNorms): SizeClass {
  if (households === null) return 'unknown';
  if (households < low) return 'under';
  if (households > splitAbove) return 'over';
  return households > high ? 'watch' : 'standard';
}
