import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Document, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { nearest } from '../model/text.ts';
import { DOCUMENT_NAMES, type DocumentName, type PackDocuments } from './documents.ts';
import { PackError, type PackProblem } from './pack-error.ts';

/** Larger files are refused before they are parsed: wide maps cost quadratic time. */
const MAX_BYTES = 1_048_576;

/**
 * Reads and validates a pack's folder. Throws `PackError` for the first mistake, with file, line and column,
 * what was found, what was expected and a valid example.
 */
export function readPackFolder(folder: string, schemaFile: string): PackDocuments {
  if (!existsSync(path.join(folder, 'pack.yaml'))) throw new PackError('not-found', noPlace(folder));
  const documents: Record<string, unknown> = {};
  for (const name of DOCUMENT_NAMES) {
    const file = path.join(folder, `${name}.yaml`);
    if (existsSync(file)) documents[name] = readDocument(file, name, validatorFor(schemaFile, name));
  }
  return documents as unknown as PackDocuments;
}

function noPlace(file: string) {
  return { file, line: 0, column: 0, path: '' };
}

const validators = new Map<string, ValidateFunction>();

function validatorFor(schemaFile: string, name: DocumentName): ValidateFunction {
  const known = validators.get(name);
  if (known !== undefined) return known;
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as { $id: string };
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
  ajv.addSchema(schema);
  const validate = ajv.compile({ $ref: `${schema.$id}#/$defs/${name}` });
  validators.set(name, validate);
  return validate;
}

function readDocument(file: string, name: DocumentName, validate: ValidateFunction): unknown {
  const text = readFileSync(file, 'utf8');
  if (text.length > MAX_BYTES) throw new PackError('yaml', noPlace(file), { found: `${text.length} bytes` });
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
  });
  const mistake = document.errors[0] ?? document.warnings[0];
  if (mistake !== undefined) {
    const { line, col } = lines.linePos(mistake.pos[0]);
    throw new PackError('yaml', { file, line, column: col, path: '' }, { found: mistake.message });
  }
  const value: unknown = toPlain(document, file);
  if (!validate(value)) throw explain(file, name, document, lines, validate.errors ?? []);
  return value;
}

/** Aliases are not needed in a pack and are the way to make a small file huge. */
function toPlain(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw new PackError('yaml', noPlace(file), {
      found: error instanceof Error ? error.message : String(error),
    });
  }
}

/** The deepest error is the one nearest to the mistake; `anyOf` branches above it only repeat it. */
function explain(
  file: string,
  name: DocumentName,
  document: Document,
  lines: LineCounter,
  errors: readonly ErrorObject[],
): PackError {
  const rank = (error: ErrorObject) =>
    error.instancePath.split('/').length * 10 + (error.keyword === 'additionalProperties' ? 1 : 0);
  const error = errors.reduce((best, candidate) => (rank(candidate) > rank(best) ? candidate : best));
  const keys = error.instancePath.split('/').slice(1).map(unescapePointer);
  const { problem, args, key } = describe(error, name);
  const position = lines.linePos(offsetOf(document, keys, key));
  const place = {
    file,
    line: position.line,
    column: position.col,
    path: [...keys, ...(key ? [key] : [])].join('.'),
  };
  return new PackError(problem, place, args);
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

interface Description {
  readonly problem: PackProblem;
  readonly args: Readonly<Record<string, string | number>>;
  /** The key at fault inside the object at the error's path. */
  readonly key: string | null;
}

function describe(error: ErrorObject, name: DocumentName): Description {
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'additionalProperties': {
      const found = String(params.additionalProperty);
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? KNOWN[name] ?? {});
      return { problem: 'unknown-key', args: { found, suggestion: nearest(found, known) ?? '' }, key: found };
    }
    case 'required':
      return { problem: 'missing-key', args: { expected: String(params.missingProperty) }, key: null };
    case 'oneOf':
      return { problem: 'no-origin', args: {}, key: null };
    case 'enum':
      return {
        problem: 'not-allowed',
        args: { expected: (params.allowedValues as unknown[]).join(' | ') },
        key: null,
      };
    case 'type':
      return { problem: 'wrong-type', args: { expected: String(params.type) }, key: null };
    case 'pattern':
      return { problem: 'pattern', args: { expected: String(params.pattern) }, key: null };
    default:
      return { problem: 'schema', args: { found: error.message ?? error.keyword }, key: null };
  }
}

/** Keys to suggest where the error itself does not carry its schema. */
const KNOWN: Partial<Record<DocumentName, Record<string, true>>> = {
  pack: { id: true, title: true, extends: true, reviewed: true, region: true, rules: true },
};

function offsetOf(document: Document, keys: readonly string[], key: string | null): number {
  const node = (keys.length === 0 ? document.contents : document.getIn(keys, true)) as Node | null;
  if (key !== null && isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
    const start = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
    if (start !== undefined) return start;
  }
  return node?.range?.[0] ?? 0;
}
