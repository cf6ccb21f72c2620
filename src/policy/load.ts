import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PolicyPack } from '../model/policy.ts';
import { nearest } from '../model/text.ts';
import type { PackDocuments } from './documents.ts';
import { layPacks } from './layers.ts';
import { PackError, wholeFile } from './pack-error.ts';
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
interface Layer {
  readonly documents: PackDocuments;
  readonly located: LocatedPack | null;
}

/** Loads a pack with everything it extends, in force on one day. Throws `PackError`. */
export async function loadPolicy(request: LoadRequest, shelf: PackShelf): Promise<PolicyPack> {
  const layers: Layer[] = [];
  await collect(request.policy, process.cwd(), shelf, layers, []);
  const documents = layers.map((layer) => layer.documents);
  for (const { located } of layers) {
    if (located === null) continue;
    const { checkReferences } = await import('./references.ts');
    checkReferences(located, documents, request.knownRules);
  }
  return layPacks(documents, request.asOf);
}

/** Depth first, what is extended before what extends it, each pack once. */
async function collect(
  asked: string,
  from: string,
  shelf: PackShelf,
  layers: Layer[],
  trail: readonly string[],
): Promise<void> {
  const folder = folderOf(asked, from, shelf);
  const layer = await readPack(asked, folder, shelf);
  const { id, extends: parents = [] } = layer.documents.pack;
  if (trail.includes(id)) {
    throw new PackError('circular', wholeFile(path.join(folder, 'pack.yaml')), {
      found: [...trail, id].join(' → '),
    });
  }
  for (const parent of parents) await collect(parent, folder, shelf, layers, [...trail, id]);
  if (!layers.some(({ documents }) => documents.pack.id === id)) layers.push(layer);
}

function isPath(asked: string): boolean {
  return /[\\/]/.test(asked) || asked.startsWith('.');
}

function folderOf(asked: string, from: string, shelf: PackShelf): string {
  if (!isPath(asked)) return path.join(shelf.packs, asked);
  const resolved = path.resolve(from, asked);
  return path.basename(resolved) === 'pack.yaml' ? path.dirname(resolved) : resolved;
}

async function readPack(asked: string, folder: string, shelf: PackShelf): Promise<Layer> {
  const compiled = isPath(asked) ? undefined : compiledPacks(shelf)?.[asked];
  if (compiled !== undefined) return { documents: compiled, located: null };
  if (!existsSync(path.join(folder, 'pack.yaml'))) {
    throw new PackError('not-found', wholeFile(asked), {
      suggestion: nearest(asked, shippedPacks(shelf)) ?? '',
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
