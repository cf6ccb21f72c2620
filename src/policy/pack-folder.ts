import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Document, LineCounter, parseDocument } from 'yaml';
import { DOCUMENT_NAMES, type DocumentName, type PackDocuments } from './documents.ts';
import { PackError } from './pack-error.ts';
import { schemaMistake } from './schema-mistake.ts';

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
    if (existsSync(file)) documents[name] = readDocument(file, validatorFor(schemaFile, name));
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
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    verbose: true,
  });
  ajv.addSchema(schema);
  const validate = ajv.compile({ $ref: `${schema.$id}#/$defs/${name}` });
  validators.set(name, validate);
  return validate;
}

function readDocument(file: string, validate: ValidateFunction): unknown {
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
  if (!validate(value)) throw schemaMistake(file, document, lines, validate.errors ?? []);
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
