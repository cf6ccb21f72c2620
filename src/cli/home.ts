import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder the program is installed in, whether it runs from `dist/` or from the source tree. */
export const HOME = findHome(path.dirname(fileURLToPath(import.meta.url)));

function findHome(folder: string): string {
  if (existsSync(path.join(folder, 'package.json')) && existsSync(path.join(folder, 'packs'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('the program folder has no packs/');
  return findHome(parent);
}

export function version(): string {
  const { version } = JSON.parse(readFileSync(path.join(HOME, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
