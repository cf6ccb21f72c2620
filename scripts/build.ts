import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readPackFolder } from '../src/policy/pack-folder.ts';

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
  entryPoints: { jianfu: 'src/cli/main.ts' },
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

const schema = path.join(root, 'schemas/policy-pack.schema.json');
const packs = readdirSync(path.join(root, 'packs'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => [name, readPackFolder(path.join(root, 'packs', name), schema)] as const);
writeFileSync(path.join(dist, 'packs.json'), JSON.stringify(Object.fromEntries(packs)));
