import { compileExpression, type Expression, isMistake } from '../../expression/compile.ts';
import type { ExpressionTypes } from '../../expression/expression.ts';
import { type ExpressionScope, typesFor } from '../../expression/subjects.ts';
import type { Check } from '../../model/check.ts';
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
 * The expressions of all checks, each compiled when it is first asked: most runs have tables of few kinds. This module
 * loads the expression library, so it is imported only where a pack has expressions. They were checked when the pack was
 * read; a mistake here is one of ours.
 */
export function conditionsOf(policy: PolicyPack): Conditions {
  const { parameterTypes } = policy;
  // Units were compared when the pack was read.
  const names = { parameterTypes, parameterUnits: new Map(), catalogues: [...policy.catalogues.keys()] };
  const expressions = new Map<string, Expression | null>();
  const compiledOnce = (check: Check, part: Part, kind: string): Expression | null => {
    const { source, scope } = partOf(check, part);
    if (source === null) return null;
    const kinds = policy.vocabulary.kinds.filter(({ id }) => check.of.includes(id));
    const types = typesFor(scope, kinds, names).find(([id]) => id === kind)?.[1];
    return types === undefined ? null : compiled(source, types);
  };
  const ask = (part: Part) => (id: string, kind: string) => {
    const key = `${part} ${id} ${kind}`;
    const known = expressions.get(key);
    if (known !== undefined) return known;
    const check = policy.checks.get(id);
    const expression = check === undefined ? null : compiledOnce(check, part, kind);
    expressions.set(key, expression);
    return expression;
  };
  return { where: ask('where'), holds: ask('holds'), doubt: ask('doubt') };
}

type Part = keyof Conditions;

function partOf(
  check: Check,
  part: Part,
): { readonly source: string | null; readonly scope: ExpressionScope } {
  if (part === 'where') return { source: check.where, scope: 'row' };
  if (check.method !== 'expression') return { source: null, scope: 'row' };
  const scope = check.scope ?? 'row';
  return { source: part === 'holds' ? check.holds : (check.doubt?.if ?? null), scope };
}

function compiled(source: string, types: ExpressionTypes): Expression {
  const result = compileExpression(source, types);
  if (isMistake(result)) throw new Error(`${result.mistake} in ${source}`);
  return result;
}
