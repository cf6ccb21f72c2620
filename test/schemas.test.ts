import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/paths.ts';

const FOLDER = path.join(ROOT, 'schemas');

describe('published schemas', () => {
  it.each(readdirSync(FOLDER))('%s is a sound JSON Schema 2020-12', (file) => {
    const ajv = new Ajv2020({ strict: false });
    const schema = JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'));
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
    expect(ajv.validateSchema({ ...schema, type: 'nothing' })).toBe(false);
  });
});
