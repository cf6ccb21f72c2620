import path from 'node:path';
import { check, listInputs } from '../src/pipeline.ts';
import { loadPolicy } from '../src/policy/load.ts';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { RULES } from '../src/rules/index.ts';

/** All that `check` does with a folder but its rules: FOLDER and where the program lies. */
const [folder = '', home = ''] = process.argv.slice(2);
const shelf = {
  packs: path.join(home, 'packs'),
  schema: path.join(home, 'schemas/policy-pack.schema.json'),
  compiled: path.join(home, 'dist/packs.json'),
};
const knownRules = new Map(RULES.map(({ id, options }) => [id, options]));
const { files } = await listInputs([folder], DEFAULT_LIMITS);
const policy = await loadPolicy({ policy: 'hohhot', asOf: null, knownRules }, shelf);
const run = await check({ files, policy, rules: [], version: '0' });
process.stdout.write(`${run.inputs.length}\n`);
