import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PackShelf } from '../../src/policy/load.ts';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The packs as they lie in the source tree, never the compiled ones. */
export const SHELF: PackShelf = {
  packs: path.join(ROOT, 'packs'),
  schema: path.join(ROOT, 'schemas/policy-pack.schema.json'),
  compiled: path.join(ROOT, 'no-compiled-packs.json'),
};
