import type { PolicyPack } from '../model/policy.ts';
import type { FigureParameter } from '../model/run.ts';
import type { Rule } from '../rules/define.ts';

/** The parameters in force that a rule, or a check of a pack, goes by. */
export function parametersOf(
  id: string,
  rule: Pick<Rule, 'asks'> | undefined,
  policy: PolicyPack,
): readonly FigureParameter[] {
  const patterns = (rule?.asks.parameters ?? []).map(patternOf);
  const written = JSON.stringify(policy.checks.get(id) ?? null);
  return [...policy.parameters.values()]
    .filter((one) => patterns.some((pattern) => pattern.test(one.id)) || isNamed(one.id, written))
    .map(({ id: parameter, value, unit, citation }) => ({ id: parameter, value, unit, citation }));
}

/** `duty.<list>.max` stands for one id of each list. */
function patternOf(asked: string): RegExp {
  const parts = asked.split(/<[^>]*>/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^.]+')}$`);
}

/** A check names a parameter in quotes, in an expression too. */
function isNamed(parameter: string, written: string): boolean {
  return [`"${parameter}"`, `'${parameter}'`, `\\"${parameter}\\"`].some((quoted) =>
    written.includes(quoted),
  );
}
