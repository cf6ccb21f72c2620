import type { Command } from 'commander';
import type { Locale, LocalText } from '../../model/policy.ts';
import { CACHE_WORDS } from './cache-words.ts';

/** `jianfu cache` and `jianfu cache clean`. */
export function addCache(
  command: Command,
  configure: (command: Command) => Command,
  t: (text: LocalText) => string,
  locale: Locale,
): void {
  command.description(t(CACHE_WORDS.cache)).action(async () => {
    const { cacheInfo } = await import('./cache.ts');
    process.stdout.write(`${cacheInfo(locale)}\n`);
  });
  configure(command.command('clean'))
    .description(t(CACHE_WORDS.clean))
    .action(async () => {
      const { cleanCache } = await import('./cache.ts');
      process.stdout.write(`${cleanCache(locale)}\n`);
    });
}
