import { compileExpression, type Expression, isMistake } from '../../expression/compile.ts';
import type { ExpressionTypes } from '../../expression/expression.ts';
import { typesFor } from '../../expression/subjects.ts';
import type { PolicyPack } from '../../model/policy.ts';

/** The expressions of a pack's checks, ready to be asked. */
export interface Conditions {
  /** Whether a row is one the check is about; `null` where every row is. */
  where(check: string, kind: string): Expression | null;
  /** What must hold, by the check's method `expression`. */
  holds(check: string, kind: string): Expression | null;
  /** Where it is true, the source leaves open what does not hold; `null` where it never does. */
  doubt(check: string, kind: string): Expression | null;
}

/**
 * Reads the expressions of all checks. This module loads the expression library, so it is imported only where a pack
 * has expressions. They were checked when the pack was read; a mistake here is one of ours.
 */
export function conditionsOf(policy: PolicyPack): Conditions {
  const { parameterTypes } = policy;
  // Units were compared when the pack was read.
  const names = { parameterTypes, parameterUnits: new Map(), catalogues: [...policy.catalogues.keys()] };
  const where = new Map<string, Expression>();
  const holds = new Map<string, Expression>();
  const doubt = new Map<string, Expression>();
  for (const check of policy.checks.values()) {
    const kinds = policy.vocabulary.kinds.filter(({ id }) => check.of.includes(id));
    if (check.where !== null) {
      for (const [kind, types] of typesFor('row', kinds, names)) {
        where.set(`${check.id} ${kind}`, compiled(check.where, types));
      }
    }
    if (check.method === 'expression') {
      for (const [kind, types] of typesFor(check.scope ?? 'row', kinds, names)) {
        holds.set(`${check.id} ${kind}`, compiled(check.holds, types));
        if (check.doubt !== undefined) doubt.set(`${check.id} ${kind}`, compiled(check.doubt.if, types));
      }
    }
  }
  return {
    where: (check, kind) => where.get(`${check} ${kind}`) ?? null,
    holds: (check, kind) => holds.get(`${check} ${kind}`) ?? null,
    doubt: (check, kind) => doubt.get(`${check} ${kind}`) ?? null,
  };
}

function compiled(source: string, types: ExpressionTypes): Expression {
  const result = compileExpression(source, types);
  if (isMistake(result)) throw new Error(`${result.mistake} in ${source}`);
  return result;
}
