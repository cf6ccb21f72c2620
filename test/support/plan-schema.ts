import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ROOT } from './paths.ts';

/** Mistakes of a plan against its published schema; empty for a plan in form. */
export function planMistakes(plan: unknown): string {
  const schema = JSON.parse(readFileSync(path.join(ROOT, 'schemas/layout-plan.schema.json'), 'utf8'));
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  return validate(plan) ? '' : JSON.stringify(validate.errors);
}
