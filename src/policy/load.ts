import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PolicyPack } from '../model/policy.ts';
import { nearest } from '../model/text.ts';
import type { PackDocuments } from './documents.ts';
import { layPacks } from './layers.ts';
import { PackError } from './pack-error.ts';

/** Where the program's own data lies. Packs that ship with it are compiled when the program is built. */
export interface PackShelf {
  readonly packs: string;
  readonly schema: string;
  /** Absent in a source tree that was not built; the folders are then read instead. */
  readonly compiled: string;
}

export interface LoadRequest {
  /** A shipped pack's id, or the path of a pack's folder. */
  readonly policy: string;
  readonly asOf: string | null;
  readonly knownRules: ReadonlySet<string>;
}

/** Loads a pack with everything it extends, in force on one day. Throws `PackError`. */
export async function loadPolicy(request: LoadRequest, shelf: PackShelf): Promise<PolicyPack> {
  const layers: PackDocuments[] = [];
  await collect(request.policy, process.cwd(), shelf, layers, []);
  for (const layer of layers) checkReferences(layer, layers, request.knownRules);
  return layPacks(layers, request.asOf);
}

/** Depth first, what is extended before what extends it, each pack once. */
async function collect(
  reference: string,
  from: string,
  shelf: PackShelf,
  layers: PackDocuments[],
  trail: readonly string[],
): Promise<void> {
  const documents = await readPack(reference, from, shelf);
  const { id } = documents.pack;
  if (trail.includes(id)) {
    throw new PackError('circular', noPlace(reference), { found: [...trail, id].join(' → ') });
  }
  const folder = isPath(reference) ? path.resolve(from, reference) : shelf.packs;
  for (const parent of documents.pack.extends ?? [])
    await collect(parent, folder, shelf, layers, [...trail, id]);
  if (!layers.some(({ pack }) => pack.id === id)) layers.push(documents);
}

function isPath(reference: string): boolean {
  return /[\\/]/.test(reference) || reference.startsWith('.');
}

async function readPack(reference: string, from: string, shelf: PackShelf): Promise<PackDocuments> {
  const compiled = isPath(reference) ? undefined : compiledPacks(shelf)?.[reference];
  if (compiled !== undefined) return compiled;
  const folder = isPath(reference) ? path.resolve(from, reference) : path.join(shelf.packs, reference);
  if (!existsSync(path.join(folder, 'pack.yaml'))) {
    throw new PackError('not-found', noPlace(reference), {
      suggestion: nearest(reference, await shippedPacks(shelf)) ?? '',
    });
  }
  const { readPackFolder } = await import('./pack-folder.ts');
  return readPackFolder(folder, shelf.schema);
}

function compiledPacks(shelf: PackShelf): Readonly<Record<string, PackDocuments>> | null {
  if (!existsSync(shelf.compiled)) return null;
  return JSON.parse(readFileSync(shelf.compiled, 'utf8')) as Record<string, PackDocuments>;
}

/** Ids of the packs that ship with the program, in order. */
export async function shippedPacks(shelf: PackShelf): Promise<string[]> {
  const { readdir } = await import('node:fs/promises');
  const entries = await readdir(shelf.packs, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function noPlace(file: string) {
  return { file, line: 0, column: 0, path: '' };
}

/** Rules and citations that a pack names must exist. */
function checkReferences(
  layer: PackDocuments,
  layers: readonly PackDocuments[],
  knownRules: ReadonlySet<string>,
): void {
  const known = new Set(layers.flatMap(({ citations }) => citations?.citations.map(({ id }) => id) ?? []));
  const file = `${layer.pack.id}/pack.yaml`;
  const unknown = (id: string, at: string, where: string) =>
    new PackError(
      'unknown-citation',
      { ...noPlace(`${layer.pack.id}/${where}`), path: at },
      {
        found: id,
        suggestion: nearest(id, [...known]) ?? '',
      },
    );
  for (const [rule, { citations }] of Object.entries(layer.pack.rules ?? {})) {
    if (!knownRules.has(rule)) {
      const suggestion = nearest(rule, [...knownRules]) ?? '';
      throw new PackError(
        'unknown-rule',
        { ...noPlace(file), path: `rules.${rule}` },
        { found: rule, suggestion },
      );
    }
    for (const id of citations ?? [])
      if (!known.has(id)) throw unknown(id, `rules.${rule}.citations`, 'pack.yaml');
  }
  for (const { id, values } of layer.parameters?.parameters ?? []) {
    for (const { citation } of values) {
      if (citation !== undefined && !known.has(citation)) throw unknown(citation, id, 'parameters.yaml');
    }
  }
  for (const { id, citation, entries = [], add = [] } of layer.catalogue?.catalogues ?? []) {
    const named = [...entries, ...add].flatMap((entry) =>
      typeof entry === 'string' ? [] : [entry.citation],
    );
    for (const used of [citation, ...named]) {
      if (used !== undefined && !known.has(used)) throw unknown(used, id, 'catalogue.yaml');
    }
  }
}
