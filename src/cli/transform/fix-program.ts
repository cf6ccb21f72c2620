import type { Command } from 'commander';
import type { Locale, LocalText } from '../../model/policy.ts';
import { repeatable } from '../repeatable.ts';
import { TEXTS } from '../texts.ts';
import type { FixOptions } from './fix.ts';
import { FIX_WORDS } from './fix-words.ts';

/** `jianfu fix` with its options. */
export function addFix(
  command: Command,
  t: (text: LocalText) => string,
  policy: string,
  locale: Locale,
): Command {
  return command
    .description(t(FIX_WORDS.fix))
    .argument('<paths...>', t(TEXTS.paths))
    .option('-o, --output <folder>', t(FIX_WORDS.output))
    .option('--diff', t(FIX_WORDS.diff))
    .option('--review <file.xlsx>', t(FIX_WORDS.reviewOption))
    .option('--suggested <review.xlsx>', t(FIX_WORDS.suggestedOption))
    .option('--roster <file>', t(FIX_WORDS.rosterOption))
    .option('--force', t(TEXTS.force))
    .option('--policy <id>', t(TEXTS.policy), policy)
    .option('--as-of <date>', t(TEXTS.asOf))
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, [])
    .action(async (paths: string[], options: FixOptions) => {
      const { fixCommand } = await import('./fix.ts');
      process.exitCode = await fixCommand(paths, options, locale);
    });
}
