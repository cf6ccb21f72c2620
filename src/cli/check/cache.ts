import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import { checkedFiles } from '../../cache/checked-files.ts';
import { entriesOf } from '../../cache/store.ts';
import type { CheckedFiles, CheckSettings } from '../../check-file.ts';
import type { Locale } from '../../model/policy.ts';
import { HOME } from '../home.ts';
import { say } from '../say.ts';
import { CACHE_WORDS } from './cache-words.ts';

/** Entries of a file are some 5 kB: enough for a hundred thousand. */
const BOUND = 512 * 1024 * 1024;
const OFF = 'off';

/** The cache of a run; none where the program runs from its source, which may change from one run to the next. */
export function cacheOf(): ((settings: CheckSettings) => CheckedFiles) | undefined {
  const build = buildId();
  const folder = cacheFolder();
  if (build === null || folder === null) return undefined;
  return (settings) => checkedFiles(folder, BOUND, settings, build);
}

/** `JIANFU_CACHE` names another folder, or says `off`. */
function cacheFolder(): string | null {
  const { JIANFU_CACHE: named } = process.env;
  if (named === OFF) return null;
  return named === undefined || named === '' ? envPaths('jianfu', { suffix: '' }).cache : path.resolve(named);
}

/** Tells one build of the program from another; `null` where it runs from its source. */
export function buildId(): string | null {
  const file = path.join(HOME, 'dist/build-id');
  const isBuilt = fileURLToPath(import.meta.url).startsWith(path.join(HOME, 'dist') + path.sep);
  return isBuilt && existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** `jianfu cache`: where it is and what it holds. */
export function cacheInfo(locale: Locale): string {
  const folder = cacheFolder();
  if (folder === null) return say(CACHE_WORDS.off, locale);
  const entries = entriesOf(folder);
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  return say(CACHE_WORDS.holds, locale, { folder, count: entries.length, size: inMegabytes(bytes) });
}

/** `jianfu cache clean`: takes away what this program kept there, and nothing else. */
export function cleanCache(locale: Locale): string {
  const folder = cacheFolder();
  if (folder === null) return say(CACHE_WORDS.off, locale);
  const entries = entriesOf(folder);
  for (const { file } of entries) rmSync(file, { force: true });
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  return say(CACHE_WORDS.cleaned, locale, { folder, count: entries.length, size: inMegabytes(bytes) });
}

function inMegabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
