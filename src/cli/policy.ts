import path from 'node:path';
import type { PolicyPack } from '../model/policy.ts';
import type { PackClause } from '../model/run.ts';
import { loadLayers, loadPolicy, type PackShelf } from '../policy/load.ts';
import { RULES } from '../rules/index.ts';
import { HOME } from './home.ts';

export const SHELF: PackShelf = {
  packs: path.join(HOME, 'packs'),
  schema: path.join(HOME, 'schemas/policy-pack.schema.json'),
  compiled: path.join(HOME, 'dist/packs.json'),
};

/** The packs as they lie in their folders, with line numbers and examples, for whoever writes one. */
export const FOLDERS: PackShelf = { ...SHELF, compiled: '' };

export const KNOWN_RULES = new Map(RULES.map(({ id, options }) => [id, options]));

/** A shipped pack by id or one's own by folder, in force on a day (`null`: the day of its last review). */
export function policyOf(policy: string, asOf: string | null): Promise<PolicyPack> {
  return loadPolicy({ policy, asOf, knownRules: KNOWN_RULES }, SHELF);
}

/** Clause by clause what the pack and those it extends say of how far they are checked. */
export async function clausesIn(name: string, policy: PolicyPack): Promise<readonly PackClause[]> {
  const { clausesOf } = await import('../policy/coverage.ts');
  const layers = await loadLayers({ policy: name, asOf: policy.asOf, knownRules: KNOWN_RULES }, SHELF);
  return clausesOf(
    layers.map(({ documents }) => documents),
    policy,
  );
}
