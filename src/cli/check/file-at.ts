import path from 'node:path';
import type { InputFile } from '../../read/inputs.ts';
import type { FileAt } from '../../report/marks.ts';

/**
 * Where files lie, from the folder the command runs in: a report names them from the argument they came with, which no other program
 * could find. What lies elsewhere keeps its name.
 */
export function fileAtFor(files: readonly Pick<InputFile, 'path' | 'absolute'>[], cwd: string): FileAt {
  const places = new Map(files.map((file) => [file.path, placeOf(file, cwd)]));
  return (file) => places.get(file) ?? file;
}

function placeOf({ path: name, absolute }: Pick<InputFile, 'path' | 'absolute'>, cwd: string): string {
  const relative = path.relative(cwd, absolute).replaceAll('\\', '/').normalize('NFC');
  if (absolute === '' || relative.startsWith('../') || path.isAbsolute(relative)) return name;
  // What lies in an archive has the archive's own place, and behind it the way inside.
  const base = path.posix.basename(relative);
  const inside = name.split('/');
  const at = inside.indexOf(base);
  return at === -1 || at === inside.length - 1 ? relative : [relative, ...inside.slice(at + 1)].join('/');
}
