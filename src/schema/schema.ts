import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';

/** The one door to the library that holds data against the published schemas. */
export { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';

/** What a schema says against a document: where, what is found there and what was expected. */
export interface SchemaMistake {
  /** `findings[3].origins[0].file`; empty for the whole document. */
  readonly place: string;
  readonly found: string;
  /** `required` for what is not there, `none` for what should not be. */
  readonly expected: string;
}

/** The gravest mistake of a document, `null` where the schema accepts it. That schemas are sound is held by a test. */
export function mistakeIn(document: unknown, schemaFile: string): SchemaMistake | null {
  const ajv = new Ajv2020({
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    validateSchema: false,
    verbose: true,
  });
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);
  if (validate(document)) return null;
  const errors = validate.errors ?? [];
  // Of a choice that fails, what is deepest is nearest to the mistake.
  const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;
  return toMistake(errors.reduce((best, one) => (depth(one) > depth(best) ? one : best)));
}

const MOST_QUOTED = 60;

function toMistake({ instancePath, keyword, params, data }: ErrorObject): SchemaMistake {
  const keys = instancePath.split('/').slice(1).map(unescapePointer);
  const place = (more: readonly string[]) =>
    [...keys, ...more].reduce(
      (all, key) => (/^\d+$/.test(key) ? `${all}[${key}]` : all === '' ? key : `${all}.${key}`),
      '',
    );
  if (keyword === 'required')
    return { place: place([String(params.missingProperty)]), found: '—', expected: 'required' };
  if (keyword === 'additionalProperties') {
    const key = String(params.additionalProperty);
    return { place: place([key]), found: key, expected: 'none' };
  }
  const found = Array.from(JSON.stringify(data) ?? '—');
  const shown = found.length > MOST_QUOTED ? `${found.slice(0, MOST_QUOTED).join('')}…` : found.join('');
  return { place: place([]), found: shown, expected: expectedBy(keyword, params) };
}

function expectedBy(keyword: string, params: ErrorObject['params']): string {
  const { type, allowedValues, allowedValue, pattern, limit } = params as Readonly<Record<string, unknown>>;
  if (Array.isArray(allowedValues)) return allowedValues.map((one) => JSON.stringify(one)).join(' | ');
  if (allowedValue !== undefined) return JSON.stringify(allowedValue);
  return (
    [type].flat().join(' | ') || String(pattern ?? (limit === undefined ? keyword : `${keyword} ${limit}`))
  );
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
