import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Document, isScalar, LineCounter, type ParsedNode, parseDocument, type Scalar } from 'yaml';
import { Ajv2020, type ValidateFunction } from '../schema/schema.ts';
import { DOCUMENT_NAMES, type DocumentName, type PackDocuments } from './documents.ts';
import { PackError, type PackPlace, type Refuse, refuseAtOnce, wholeFile } from './pack-error.ts';
import { offsetInScalar } from './scalar-offset.ts';
import { offsetOf, schemaMistakes } from './schema-mistake.ts';
import { guardNodes, guardText, parserMistake, type YamlMistake } from './yaml-guard.ts';

/** Larger files are refused before they are read. */
const MAX_BYTES = 1_048_576;

/** A pack with the way back from a value to its line. */
export interface LocatedPack {
  readonly documents: PackDocuments;
  locate(document: DocumentName, keys: readonly (string | number)[]): PackPlace;
  /** The place of a character inside the text at `keys`; `offset` counts from the start of the text's value. */
  locateInside(document: DocumentName, keys: readonly (string | number)[], offset: number): PackPlace;
}

export interface Read {
  readonly file: string;
  readonly text: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/**
 * Reads a pack's folder and holds each file against the schema. Refuses what it finds, the gravest of
 * a file first, with file, line and column, what was found and what was expected.
 */
export function readPackFolder(
  folder: string,
  schemaFile: string,
  refuse: Refuse = refuseAtOnce,
): LocatedPack {
  if (!existsSync(path.join(folder, 'pack.yaml'))) throw new PackError('not-found', wholeFile(folder));
  const documents: Record<string, unknown> = {};
  const read = new Map<DocumentName, Read>();
  for (const name of DOCUMENT_NAMES) {
    const file = path.join(folder, `${name}.yaml`);
    if (!existsSync(file)) continue;
    try {
      const own = parseFile(file, folder);
      read.set(name, own);
      documents[name] = validated(own, validatorFor(schemaFile, name), refuse);
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      refuse(error);
    }
  }
  return {
    documents: documents as unknown as PackDocuments,
    locate(name, keys) {
      const own = read.get(name);
      if (own === undefined) return wholeFile(path.join(folder, `${name}.yaml`));
      return placeIn(own, keys);
    },
    locateInside(name, keys, offset) {
      const own = read.get(name);
      if (own === undefined) return wholeFile(path.join(folder, `${name}.yaml`));
      const node = own.document.getIn(keys, true);
      const at = isScalar(node) ? offsetInScalar(node as ParsedNode & Scalar, own.text, offset) : null;
      if (at === null) return placeIn(own, keys);
      const { line, col } = own.lines.linePos(at);
      return { file: own.file, line, column: col, path: keys.join('.') };
    },
  };
}

/** Where the value at `keys` is written, or its key. */
export function placeIn(
  { file, document, lines }: Read,
  keys: readonly (string | number)[],
  wanted: 'key' | 'value' = 'value',
): PackPlace {
  const { line, col } = lines.linePos(offsetOf(document, keys, wanted));
  return { file, line, column: col, path: keys.join('.') };
}

const validators = new Map<string, ValidateFunction>();

/** One for all documents of a pack. That the schema itself is sound is held by a test, not looked into at every start. */
const compilers = new Map<string, { readonly ajv: Ajv2020; readonly id: string }>();

function compilerOf(schemaFile: string) {
  const known = compilers.get(schemaFile);
  if (known !== undefined) return known;
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as { $id: string };
  const ajv = new Ajv2020({
    allErrors: true,
    strictRequired: false,
    allowUnionTypes: true,
    verbose: true,
    discriminator: true,
    validateSchema: false,
  });
  ajv.addSchema(schema);
  const compiler = { ajv, id: schema.$id };
  compilers.set(schemaFile, compiler);
  return compiler;
}

function validatorFor(schemaFile: string, name: DocumentName): ValidateFunction {
  const known = validators.get(name);
  if (known !== undefined) return known;
  const { ajv, id } = compilerOf(schemaFile);
  const validate = ajv.compile({ $ref: `${id}#/$defs/${name}` });
  validators.set(name, validate);
  return validate;
}

/** For a YAML file that is no part of a pack: one schema, one file. */
export function validatorOf(schemaFile: string): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false, verbose: true });
  return ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);
}

/** A YAML file inside a folder, with the way back from a value to its line. Throws `PackError`. */
export function parseFile(file: string, folder: string): Read {
  refuseOutside(file, folder);
  const { size } = statSync(file);
  if (size > MAX_BYTES)
    throw new PackError('too-large', wholeFile(file), { found: size, expected: MAX_BYTES });
  const text = decoded(readFileSync(file), file);
  const lines = new LineCounter();
  const refuse = ({ mistake, offset, keys, args }: YamlMistake): never => {
    const { line, col } = lines.linePos(offset);
    throw new PackError(mistake, { file, line, column: col, path: keys.join('.') }, args);
  };
  const before = guardText(text);
  if (before !== null) {
    for (const { index } of text.matchAll(/^/gm)) lines.addNewLine(index);
    refuse(before);
  }
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    // The library's own search for repeated keys takes quadratic time.
    uniqueKeys: false,
  });
  const mistake = parserMistake(document) ?? guardNodes(document, text);
  if (mistake !== null) refuse(mistake);
  return { file, text, document, lines };
}

/** A pack is what lies in its folder: a file of it that is a link to elsewhere is not read. */
function refuseOutside(file: string, folder: string): void {
  if (path.dirname(realpathSync(file)) === realpathSync(folder)) return;
  throw new PackError('outside', wholeFile(file), { found: realpathSync(file) });
}

function decoded(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PackError('not-utf8', wholeFile(file));
  }
}

export function validated(
  { file, document, lines }: Read,
  validate: ValidateFunction,
  refuse: Refuse = refuseAtOnce,
): unknown {
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  if (validate(value)) return value;
  for (const error of schemaMistakes(file, document, lines, validate.errors ?? [])) refuse(error);
  return value;
}
