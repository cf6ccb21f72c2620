import { readdirSync } from 'node:fs';
import path from 'node:path';

/** What a folder holds under one name, with its path below the folder. */
export interface Found {
  readonly relative: string;
  readonly kind: 'file' | 'link' | 'unopened-folder';
}

/**
 * Everything in a folder and the folders in it but those folders themselves: files, pipes and whatever else has a name. Links are
 * told and not followed, so that nothing outside the folder is read and no walk goes in circles. A folder that cannot be opened is told.
 */
export function walkFolder(root: string): Found[] {
  const found: Found[] = [];
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of entriesOf(root, folder)) {
      if (entry === null) found.push({ relative: folder, kind: 'unopened-folder' });
      else if (entry.isDirectory()) waiting.push(path.join(folder, entry.name));
      else {
        const kind = entry.isSymbolicLink() ? 'link' : 'file';
        found.push({ relative: path.join(folder, entry.name), kind });
      }
    }
  }
  return found;
}

/** One `null` for a folder that cannot be opened. */
function entriesOf(root: string, folder: string) {
  try {
    return readdirSync(path.join(root, folder), { withFileTypes: true });
  } catch {
    return [null];
  }
}
