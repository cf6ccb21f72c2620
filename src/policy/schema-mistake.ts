import { type Document, isMap, isPair, isScalar, type LineCounter, type Node } from 'yaml';
import { nearest } from '../model/text.ts';
import type { ErrorObject } from '../schema/schema.ts';
import { PackError, type PackMistake } from './pack-error.ts';

/** Turns what the schema says into mistakes with line and column in the YAML, one for each place; the gravest first. */
export function schemaMistakes(
  file: string,
  document: Document,
  lines: LineCounter,
  errors: readonly ErrorObject[],
): readonly PackError[] {
  const [first, ...others] = [...byPlace(errors)].map(
    ([, own]) =>
      notQuoted(own) ?? own.reduce((best, candidate) => (rank(candidate) > rank(best) ? candidate : best)),
  );
  const gravest =
    notQuoted(errors) ??
    errors.reduce(
      (best, candidate) => (rank(candidate) > rank(best) ? candidate : best),
      first as ErrorObject,
    );
  const rest = [first as ErrorObject, ...others].filter(
    (error) => error !== gravest && !errors.some((inner) => isWithin(inner, error)),
  );
  return [gravest, ...rest].map((error) => schemaMistake(file, document, lines, error));
}

/** Unknown keys of one map are told each; of all else that is wrong at one place, the best description. */
function byPlace(errors: readonly ErrorObject[]): ReadonlyMap<string, readonly ErrorObject[]> {
  const places = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    const key = String(error.params.additionalProperty ?? '');
    const place = `${error.instancePath}\n${key}`;
    places.set(place, [...(places.get(place) ?? []), error]);
  }
  return places;
}

/** A choice of schemas that fails because of something deeper is no mistake of its own. */
function isWithin(inner: ErrorObject, { keyword, instancePath }: ErrorObject): boolean {
  const isChoice = keyword === 'oneOf' || keyword === 'anyOf' || keyword === 'discriminator';
  return isChoice && inner.instancePath.startsWith(`${instancePath}/`);
}

function schemaMistake(file: string, document: Document, lines: LineCounter, error: ErrorObject): PackError {
  const keys = error.instancePath.split('/').slice(1).map(unescapePointer);
  const { mistake, args, key } = describe(error);
  const { line, col } = lines.linePos(
    key === null ? offsetOf(document, keys) : offsetOf(document, [...keys, key], 'key'),
  );
  const path = [...keys, ...(key === null ? [] : [key])].join('.');
  return new PackError(mistake, { file, line, column: col, path }, args);
}

/** A number, yes or no where only text will do: told before the choice of schemas that it fails. */
function notQuoted(errors: readonly ErrorObject[]): ErrorObject | undefined {
  return errors.find(
    ({ keyword, params, data, instancePath }) =>
      keyword === 'type' &&
      params.type === 'string' &&
      isWrittenPlain(data) &&
      !errors.some(
        (other) =>
          other.keyword === 'type' &&
          other.instancePath === instancePath &&
          other.params.type === typeof data,
      ),
  );
}

function isWrittenPlain(data: unknown): data is number | boolean | null {
  return typeof data === 'number' || typeof data === 'boolean' || data === null;
}

/** The deepest error is nearest to the mistake; inside a choice of schemas the choice itself says it better. */
function rank({ instancePath, keyword, schemaPath }: ErrorObject): number {
  const branch = /\/(?:oneOf|anyOf)\/\d/.test(schemaPath) ? -2 : 0;
  return instancePath.split('/').length * 10 + (keyword === 'additionalProperties' ? 1 : 0) + branch;
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A branch of the schema of checks: one for each method. */
interface MethodBranch {
  readonly properties: { readonly method: { readonly const: string } };
}

/** A claim has a key `says` too, which is no sentence. */
function isCondition(data: unknown): boolean {
  return typeof data === 'object' && data !== null && ('holds' in data || 'if' in data);
}

interface Description {
  readonly mistake: PackMistake;
  readonly args: Readonly<Record<string, string | number>>;
  /** The key at fault inside the object at the error's path. */
  readonly key: string | null;
}

function describe(error: ErrorObject): Description {
  const params = error.params as Readonly<Record<string, unknown>>;
  const found = typeof error.data === 'string' ? error.data : JSON.stringify(error.data);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
      const suggestion = nearest(key, known) ?? '';
      return { mistake: 'unknown-key', args: { found: key, suggestion, expected: known.join(' ') }, key };
    }
    case 'required':
      return params.missingProperty === 'says' && isCondition(error.data)
        ? { mistake: 'no-words', args: {}, key: null }
        : { mistake: 'missing-key', args: { expected: String(params.missingProperty) }, key: null };
    case 'discriminator': {
      const known = (error.parentSchema?.oneOf as readonly MethodBranch[] | undefined) ?? [];
      const methods = known.map(({ properties }) => properties.method.const);
      const word = String((error.params as { tagValue?: unknown }).tagValue);
      const suggestion = nearest(word, methods) ?? '';
      return {
        mistake: 'not-allowed',
        args: { found: word, suggestion, expected: methods.join(' | ') },
        key: null,
      };
    }
    case 'oneOf':
      return { mistake: 'no-origin', args: {}, key: null };
    case 'enum': {
      const allowed = (params.allowedValues as readonly unknown[]).map(String);
      const suggestion = nearest(found, allowed) ?? '';
      return {
        mistake: 'not-allowed',
        args: { found, suggestion, expected: allowed.join(' | ') },
        key: null,
      };
    }
    case 'type':
      if (typeof error.data === 'number' && LIMIT_OF_CHECK.test(error.instancePath)) {
        return { mistake: 'limit-number', args: { found }, key: null };
      }
      if (params.type === 'string' && isWrittenPlain(error.data)) {
        return { mistake: 'unquoted', args: { found, expected: `'${found}'` }, key: null };
      }
      return { mistake: 'wrong-type', args: { found, expected: String(params.type) }, key: null };
    case 'pattern': {
      const expected = String(error.parentSchema?.description ?? params.pattern);
      return { mistake: 'pattern', args: { found, expected }, key: null };
    }
    default:
      return {
        mistake: 'schema',
        args: { keyword: error.keyword, found, expected: limitOf(params) },
        key: null,
      };
  }
}

/** What a bound of the schema allows, as `minItems: 1`. */
function limitOf({ limit, allowedValue }: Readonly<Record<string, unknown>>): string {
  return String(limit ?? allowedValue ?? '');
}

/** The keys of checks.yaml that take a parameter's id. */
const LIMIT_OF_CHECK = /^\/checks\/\d+\/(?:min|max|target|equals|total|times)$/;

/** Where the value at `keys` is written, or its key; a value that is itself a map or list is told by its key. */
export function offsetOf(
  document: Document,
  keys: readonly (string | number)[],
  wanted: 'key' | 'value' = 'value',
): number {
  const parent =
    keys.length <= 1 ? document.contents : (document.getIn(keys.slice(0, -1), true) as Node | null);
  const last = keys.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === last);
    const written = wanted === 'value' && isScalar(pair?.value) ? pair.value : pair?.key;
    const start = (written as Node | undefined)?.range?.[0];
    if (start !== undefined) return start;
  }
  const node = (keys.length === 0 ? document.contents : document.getIn(keys, true)) as Node | null;
  return node?.range?.[0] ?? 0;
}
