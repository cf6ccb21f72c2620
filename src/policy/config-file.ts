import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { PackError, wholeFile } from './pack-error.ts';
import { parseFile, placeIn, validated, validatorOf } from './pack-folder.ts';

/** Options by the names that the program gives them; `check` holds those of one command. */
export interface ConfigDocument {
  readonly [option: string]: unknown;
  readonly check?: Readonly<Record<string, unknown>>;
}

/** What a file of settings says. Throws `PackError` for the first mistake, with file, line and column, as for a pack. */
export function readConfig(file: string, schemaFile: string): ConfigDocument {
  if (!existsSync(file)) throw new PackError('no-config', wholeFile(file));
  const read = parseFile(file, path.dirname(realpathSync(file)));
  if (read.document.contents === null) return {};
  const document = validated(read, validatorOf(schemaFile)) as ConfigDocument;
  const written = [document.check?.out ?? [], document.check?.baseline ?? []].flat().map(String);
  // A folder that somebody sent may hold such a file: it must not have reports written over what lies elsewhere.
  const outside = written.find((text) => leavesFolder(text.slice(text.indexOf('=') + 1)));
  if (outside !== undefined) {
    const key = document.check?.baseline === outside ? 'baseline' : 'out';
    throw new PackError('config-outside', placeIn(read, ['check', key], 'key'), { found: outside });
  }
  return document;
}

function leavesFolder(target: string): boolean {
  const isAbsolute =
    path.posix.isAbsolute(target) || path.win32.isAbsolute(target) || /^[A-Za-z]:/.test(target);
  return isAbsolute || path.posix.normalize(target.replaceAll('\\', '/')).startsWith('..');
}
