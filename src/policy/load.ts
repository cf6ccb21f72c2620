import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { PolicyPack } from '../model/policy.ts';
import { nearest } from '../model/text.ts';
import type { CheckDocument, ExampleDocument, PackDocuments } from './documents.ts';
import { layPacks } from './layers.ts';
import { PackError, type PackPlace, type Refuse, refuseAtOnce, wholeFile } from './pack-error.ts';
import type { LocatedPack } from './pack-folder.ts';
import type { KnownRules } from './references.ts';

/** Where the program's own data lies. Packs that ship with it are compiled when the program is built. */
export interface PackShelf {
  readonly packs: string;
  readonly schema: string;
  /** Absent in a source tree that was not built; the folders are then read instead. */
  readonly compiled: string;
}

export interface LoadRequest {
  /** A shipped pack's id, or the path of a pack's folder or of its pack.yaml. */
  readonly policy: string;
  readonly asOf: string | null;
  readonly knownRules: KnownRules;
}

/** One pack of the chain; `located` where it was read from its folder and is yet to be checked. */
export interface Layer {
  readonly documents: PackDocuments;
  readonly located: LocatedPack | null;
}

/** Loads a pack with everything it extends, in force on one day. Throws `PackError`. */
export async function loadPolicy(request: LoadRequest, shelf: PackShelf): Promise<PolicyPack> {
  const layers = await loadLayers(request, shelf);
  return layPacks(
    layers.map(({ documents }) => documents),
    request.asOf,
  );
}

/** A pack with everything it extends as written, the most general first. Throws `PackError`. */
export async function loadLayers(
  request: LoadRequest,
  shelf: PackShelf,
  refuse: Refuse = refuseAtOnce,
): Promise<readonly Layer[]> {
  const layers: Layer[] = [];
  await collect({ name: request.policy, from: process.cwd(), place: null }, shelf, layers, []);
  const documents = layers.map((layer) => layer.documents);
  for (const { located } of layers) {
    if (located === null) continue;
    const { checkReferences } = await import('./references.ts');
    checkReferences(located, documents, request.knownRules, refuse);
    if (located.documents.checks?.checks.some(hasExpression)) {
      const { checkExpressions } = await import('./expressions.ts');
      checkExpressions(located, documents, refuse);
    }
  }
  return layers;
}

function hasExpression({ where, method }: CheckDocument): boolean {
  return where !== undefined || method === 'expression';
}

/** A pack that is wanted: by the person, or by `extends` at `place`. */
interface Asked {
  readonly name: string;
  readonly from: string;
  readonly place: PackPlace | null;
}

const MAX_LAYERS = 16;

/** The examples in a pack's own folder; none where it has no such file. Throws `PackError`. */
export async function examplesOf(policy: string, shelf: PackShelf): Promise<readonly ExampleDocument[]> {
  const folder = folderOf(policy, process.cwd(), shelf);
  if (!existsSync(path.join(folder, 'examples.yaml'))) return [];
  const { readPackFolder } = await import('./pack-folder.ts');
  return readPackFolder(folder, shelf.schema).documents.examples?.examples ?? [];
}

/** Depth first, what is extended before what extends it, each pack once. */
async function collect(
  asked: Asked,
  shelf: PackShelf,
  layers: Layer[],
  trail: readonly string[],
): Promise<void> {
  const folder = folderOf(asked.name, asked.from, shelf);
  if (asked.place !== null) refuseAddress(asked, folder, asked.place);
  const layer = await readPack(asked, folder, shelf);
  const { id, extends: parents = [] } = layer.documents.pack;
  const place = asked.place ?? wholeFile(path.join(folder, 'pack.yaml'));
  const found = [...trail, id].join(' → ');
  if (trail.includes(id)) throw new PackError('circular', place, { found });
  if (trail.length === MAX_LAYERS) {
    throw new PackError('extends-too-long', place, { found, expected: MAX_LAYERS });
  }
  if (layers.some(({ documents }) => documents.pack.id === id)) return;
  for (const [index, name] of parents.entries()) {
    const at = layer.located?.locate('pack', ['extends', index]) ?? null;
    await collect({ name, from: folder, place: at }, shelf, layers, [...trail, id]);
  }
  layers.push(layer);
}

/** What a pack extends travels with it: no web address, no absolute path, no link to elsewhere. */
function refuseAddress({ name, from }: Asked, folder: string, place: PackPlace): void {
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(name) || path.isAbsolute(name) || name.startsWith('\\');
  if (absolute || (isPath(name) && isLink(folder, path.resolve(realpathSync(from), name)))) {
    throw new PackError('extends-address', place, { found: name });
  }
}

/** Windows does not mind capitals, so neither does this. */
function isLink(folder: string, expected: string): boolean {
  if (!existsSync(folder)) return false;
  const real = realpathSync(folder).toLowerCase();
  return real !== expected.toLowerCase() && real !== path.dirname(expected).toLowerCase();
}

function isPath(asked: string): boolean {
  return /[\\/]/.test(asked) || asked.startsWith('.');
}

export function folderOf(asked: string, from: string, shelf: PackShelf): string {
  if (!isPath(asked)) return path.join(shelf.packs, asked);
  const resolved = path.resolve(from, asked);
  return path.basename(resolved) === 'pack.yaml' ? path.dirname(resolved) : resolved;
}

async function readPack({ name, place }: Asked, folder: string, shelf: PackShelf): Promise<Layer> {
  const compiled = isPath(name) ? undefined : compiledPacks(shelf)?.[name];
  if (compiled !== undefined) return { documents: compiled, located: null };
  if (!existsSync(path.join(folder, 'pack.yaml'))) {
    throw new PackError('not-found', place ?? wholeFile(name), {
      file: name,
      suggestion: nearest(name, shippedPacks(shelf)) ?? '',
    });
  }
  const { readPackFolder } = await import('./pack-folder.ts');
  const located = readPackFolder(folder, shelf.schema);
  return { documents: located.documents, located };
}

function compiledPacks(shelf: PackShelf): Readonly<Record<string, PackDocuments>> | null {
  if (!existsSync(shelf.compiled)) return null;
  return JSON.parse(readFileSync(shelf.compiled, 'utf8')) as Record<string, PackDocuments>;
}

/** Ids of the packs that ship with the program, in order. */
export function shippedPacks(shelf: PackShelf): string[] {
  const entries = readdirSync(shelf.packs, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
