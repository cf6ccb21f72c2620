import type { PolicyPack } from '../../src/model/policy.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { RULES } from '../../src/rules/index.ts';
import { SHELF } from './paths.ts';

const loaded = new Map<string, Promise<PolicyPack>>();

/** A shipped pack by id, or a pack folder by path; loaded once per test file. */
export function policyOf(policy: string): Promise<PolicyPack> {
  const known = loaded.get(policy);
  if (known !== undefined) return known;
  const knownRules = new Map(RULES.map(({ id, options }) => [id, options]));
  const pack = loadPolicy({ policy, asOf: null, knownRules }, SHELF);
  loaded.set(policy, pack);
  return pack;
}
