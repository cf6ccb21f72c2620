import type { PolicyPack } from '../model/policy.ts';
import type { Rule } from './define.ts';
import { RULES } from './index.ts';
import { compileChecks } from './methods/compile.ts';

/** Every rule a pack can put in force: those of the program, and those the pack makes itself. */
export function rulesOf(policy: PolicyPack): readonly Rule[] {
  return [...RULES, ...compileChecks(policy)];
}
