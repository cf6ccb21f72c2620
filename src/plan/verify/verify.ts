import type { LayoutCity, LayoutNorms, PlanBreach, PlanClaim, PlanVerdict } from '../../model/layout.ts';
import { countAnew, verifyDecisions, verifyNumbers } from './numbers.ts';
import { project } from './projected.ts';
import { verifyProofs } from './proofs.ts';
import { verifyShapes } from './shape.ts';

/**
 * Holds a plan against the tables: nothing of the planner is used, every number is counted anew. Whether a split is the
 * best one is not tried again; that its price is the one claimed is.
 */
export function verifyPlan(claim: PlanClaim, city: LayoutCity, norms: LayoutNorms): PlanVerdict {
  const breaches: PlanBreach[] = [];
  const note = (breach: PlanBreach) => void breaches.push(breach);
  verifyNorms(claim, norms, note);
  verifyIds(claim, city, note);
  const state = project(claim, city, note);
  verifyShapes(claim, city, norms, state, note);
  const counted = countAnew(claim, city, norms, state);
  verifyNumbers(claim, city, state, counted, note);
  verifyDecisions(claim, city, norms, state, note);
  verifyProofs(claim, city, norms, state, note);
  return { breaches, counted, changed: state.isUnchanged.filter((isUnchanged) => !isUnchanged).length };
}

function verifyNorms(claim: PlanClaim, norms: LayoutNorms, note: (breach: PlanBreach) => void): void {
  if (claim.norms === null) return;
  for (const norm of Object.keys(norms) as (keyof LayoutNorms)[]) {
    const [claimed, real] = [claim.norms[norm] ?? null, norms[norm]];
    if (claimed !== real)
      note({ id: 'plan-norm-differs', args: { what: norm, claimed: claimed ?? '', real: real ?? '' } });
  }
}

/** No id twice, and none of an existing community for one that is called new. */
function verifyIds(claim: PlanClaim, { communities }: LayoutCity, note: (breach: PlanBreach) => void): void {
  const existing = new Set(communities.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { id, isNew } of claim.communities) {
    if (seen.has(id)) note({ id: 'plan-id-twice', args: { about: id } });
    if (isNew && existing.has(id)) note({ id: 'plan-id-used', args: { about: id } });
    seen.add(id);
  }
}
