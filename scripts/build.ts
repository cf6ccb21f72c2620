import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { loadPolicy, shippedPacks } from '../src/policy/load.ts';
import { readPackFolder } from '../src/policy/pack-folder.ts';
import { RULES } from '../src/rules/index.ts';

/**
 * Bundles the program into dist/ and compiles the shipped packs to JSON. Bundling halves the start;
 * what is imported lazily stays in chunks of its own. `meta.json` tells the tests what the start loads.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

const result = await build({
  absWorkingDir: root,
  // A file that may do harm is read by a program of its own; many files are checked in threads.
  entryPoints: {
    jianfu: 'src/cli/main.ts',
    reader: 'src/read/isolated/child.ts',
    thread: 'src/threads/thread.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  metafile: true,
  legalComments: 'linked',
  // CommonJS packages expect these names, which an ES module does not have.
  banner: {
    js: [
      "import { createRequire as __createRequire } from 'node:module';",
      "import { fileURLToPath as __fileURLToPath } from 'node:url';",
      'const require = __createRequire(import.meta.url);',
      'const __filename = __fileURLToPath(import.meta.url);',
    ].join(' '),
  },
  logLevel: 'warning',
});
writeFileSync(path.join(dist, 'meta.json'), JSON.stringify(result.metafile));

const shelf = {
  packs: path.join(root, 'packs'),
  schema: path.join(root, 'schemas/policy-pack.schema.json'),
  compiled: path.join(root, 'none'),
};
const knownRules = new Map(RULES.map(({ id, options }) => [id, options]));
const packs: Record<string, unknown> = {};
for (const id of shippedPacks(shelf)) {
  // Compiled packs are not checked again when they are used.
  await loadPolicy({ policy: id, asOf: null, knownRules }, shelf);
  // Examples are for whoever writes the pack; they are read from its folder.
  const { examples: _, ...documents } = readPackFolder(path.join(shelf.packs, id), shelf.schema).documents;
  packs[id] = documents;
}
writeFileSync(path.join(dist, 'packs.json'), JSON.stringify(packs));

// What was found with one build is found again only with the same.
const content = createHash('sha256');
for (const name of readdirSync(dist).sort()) {
  if (name.endsWith('.js') || name === 'packs.json') content.update(readFileSync(path.join(dist, name)));
}
writeFileSync(path.join(dist, 'build-id'), content.digest('hex'));
