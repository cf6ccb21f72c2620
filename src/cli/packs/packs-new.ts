import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locale } from '../../model/policy.ts';
import { folderOf } from '../../policy/load.ts';
import { FOLDERS, policyOf } from '../policy.ts';
import { say } from '../say.ts';
import { UsageError } from '../usage-error.ts';
import { packTemplate } from './pack-template.ts';
import { PACK_WORDS } from './pack-words.ts';

const ID = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/** `jianfu packs new ID`: a folder that loads and passes its own test. Never writes where something lies. */
export async function packsNew(
  asked: string,
  options: { readonly extends: string },
  locale: Locale,
): Promise<number> {
  const folder = path.resolve(asked);
  const id = path.basename(folder);
  if (!ID.test(id)) throw new UsageError(PACK_WORDS.badPackId, { found: id });
  if (existsSync(folder)) throw new UsageError(PACK_WORDS.folderExists, { path: asked });
  const below = await policyOf(options.extends, null);
  mkdirSync(folder, { recursive: true });
  const reviewed =
    below.layers
      .map((layer) => layer.reviewed)
      .sort()
      .at(-1) ?? '';
  const parent = parentFrom(folder, options.extends);
  const files = packTemplate({ id, parent, reviewed, schema: schemaFrom(folder) });
  for (const [name, text] of Object.entries(files))
    writeFileSync(path.join(folder, name), text, { flag: 'wx' });
  const shown = /[\\/]/.test(asked) || asked.startsWith('.') ? asked : `./${asked}`;
  process.stdout.write(`${say(PACK_WORDS.packWritten, locale, { path: shown })}\n`);
  return 0;
}

/** A shipped pack by its id; one's own by the way to it from the new folder. */
function parentFrom(folder: string, asked: string): string {
  if (!/[\\/]/.test(asked) && !asked.startsWith('.')) return asked;
  const relative = path.relative(folder, folderOf(asked, process.cwd(), FOLDERS)).replaceAll('\\', '/');
  return relative.startsWith('.') ? relative : `./${relative}`;
}

/** Editors take a relative path, or on another drive an address. */
function schemaFrom(folder: string): string {
  const relative = path.relative(folder, FOLDERS.schema);
  return path.isAbsolute(relative) ? pathToFileURL(FOLDERS.schema).href : relative.replaceAll('\\', '/');
}
