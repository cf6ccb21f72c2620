import type { Asks, Rule } from './define.ts';

/** Everything that rules ask a pack for, each once. */
export function askedBy(rules: readonly Pick<Rule, 'asks'>[]): Required<Asks> {
  const all = (of: keyof Asks) => [...new Set(rules.flatMap(({ asks }) => asks[of] ?? []))];
  return { parameters: all('parameters'), catalogues: all('catalogues') };
}
