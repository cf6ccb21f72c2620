import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Document, LineCounter, parseDocument } from 'yaml';
import { DOCUMENT_NAMES, type DocumentName, type PackDocuments } from './documents.ts';
import { PackError, type PackPlace, wholeFile } from './pack-error.ts';
import { offsetOf, schemaMistake } from './schema-mistake.ts';

/** Larger files are refused before they are parsed: wide maps cost quadratic time. */
const MAX_BYTES = 1_048_576;

/** A pack with the way back from a value to its line. */
export interface LocatedPack {
  readonly documents: PackDocuments;
  locate(document: DocumentName, keys: readonly (string | number)[]): PackPlace;
}

interface Read {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/**
 * Reads a pack's folder and holds each file against the schema. Throws `PackError` for the first mistake,
 * with file, line and column, what was found and what was expected.
 */
export function readPackFolder(folder: string, schemaFile: string): LocatedPack {
  if (!existsSync(path.join(folder, 'pack.yaml'))) throw new PackError('not-found', wholeFile(folder));
  const documents: Record<string, unknown> = {};
  const read = new Map<DocumentName, Read>();
  for (const name of DOCUMENT_NAMES) {
    const file = path.join(folder, `${name}.yaml`);
    if (!existsSync(file)) continue;
    const own = parseFile(file);
    read.set(name, own);
    documents[name] = validated(own, validatorFor(schemaFile, name));
  }
  return {
    documents: documents as unknown as PackDocuments,
    locate(name, keys) {
      const own = read.get(name);
      if (own === undefined) return wholeFile(path.join(folder, `${name}.yaml`));
      return placeIn(own, keys);
    },
  };
}

function placeIn({ file, document, lines }: Read, keys: readonly (string | number)[]): PackPlace {
  const { line, col } = lines.linePos(offsetOf(document, keys));
  return { file, line, column: col, path: keys.join('.') };
}

const validators = new Map<string, ValidateFunction>();

function validatorFor(schemaFile: string, name: DocumentName): ValidateFunction {
  const known = validators.get(name);
  if (known !== undefined) return known;
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as { $id: string };
  const ajv = new Ajv2020({ allErrors: true, strictRequired: false, allowUnionTypes: true, verbose: true });
  ajv.addSchema(schema);
  const validate = ajv.compile({ $ref: `${schema.$id}#/$defs/${name}` });
  validators.set(name, validate);
  return validate;
}

function parseFile(file: string): Read {
  const bytes = readFileSync(file);
  if (bytes.length > MAX_BYTES)
    throw new PackError('yaml', wholeFile(file), { found: `${bytes.length} bytes` });
  const lines = new LineCounter();
  const document = parseDocument(decoded(bytes, file), {
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
  return { file, document, lines };
}

function decoded(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PackError('not-utf8', wholeFile(file));
  }
}

/** Aliases are not needed in a pack and are the way to make a small file huge. */
function validated({ file, document, lines }: Read, validate: ValidateFunction): unknown {
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw new PackError('yaml', wholeFile(file), {
      found: error instanceof Error ? error.message : String(error),
    });
  }
  if (!validate(value)) throw schemaMistake(file, document, lines, validate.errors ?? []);
  return value;
}
