import type { Command } from 'commander';
import type { Locale, LocalText } from '../../model/policy.ts';
import { repeatable } from '../repeatable.ts';
import { TEXTS } from '../texts.ts';
import { MARKS_WORDS } from './marks-words.ts';
import type { UnmarkOptions } from './unmark.ts';

/** `jianfu unmark` with its options. */
export function addUnmark(command: Command, t: (text: LocalText) => string, locale: Locale): Command {
  return command
    .description(t(MARKS_WORDS.unmark))
    .argument('<paths...>', t(TEXTS.paths))
    .option('-o, --output <folder>', t(MARKS_WORDS.output))
    .option('--force', t(TEXTS.force))
    .option('--limit <id=value>', t(TEXTS.limit), repeatable, [])
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, [])
    .action(async (paths: string[], options: UnmarkOptions) => {
      const { unmarkCommand } = await import('./unmark.ts');
      process.exitCode = await unmarkCommand(paths, options, locale);
    });
}
