import type { PolicyPack } from '../model/policy.ts';
import type { Rule } from './define.ts';
import { RULES } from './index.ts';
import { compileChecks } from './methods/compile.ts';

/** Every rule a pack can put in force: those of the program, and those the pack makes itself. */
export async function rulesOf(
  policy: PolicyPack,
  /** `measures`: checks leave every number they hold against a parameter. */
  { measures = false }: { readonly measures?: boolean } = {},
): Promise<readonly Rule[]> {
  const checks = [...policy.checks.values()];
  // The expression library is loaded only for packs that have expressions.
  const conditions = checks.some(({ where, method }) => where !== null || method === 'expression')
    ? (await import('./methods/conditions.ts')).conditionsOf(policy)
    : null;
  return [...RULES, ...compileChecks(policy, conditions, measures)];
}
