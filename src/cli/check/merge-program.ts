import type { Command } from 'commander';
import type { Locale, LocalText } from '../../model/policy.ts';
import { repeatable } from '../repeatable.ts';
import { TEXTS } from '../texts.ts';
import type { MergeOptions } from './merge.ts';
import { SHARD_WORDS } from './shard-words.ts';
import { addStanding } from './standing-program.ts';

/** `jianfu merge` with its options. */
export function addMerge(command: Command, t: (text: LocalText) => string, locale: Locale): void {
  addStanding(command, t)
    .description(t(SHARD_WORDS.merge))
    .argument('<blobs...>', t(SHARD_WORDS.blobs))
    .option('--policy <id>', t(SHARD_WORDS.mergePolicy))
    .option('--root <path>', t(SHARD_WORDS.root), repeatable, [])
    .option('--out <format[=path]>', t(TEXTS.checkOut), repeatable, [])
    .option('--fail-on <level>', t(TEXTS.failOn), 'error')
    .option('--color <when>', t(TEXTS.color), 'auto')
    .option('-q, --quiet', t(TEXTS.quiet))
    .addHelpText('after', `\n${t(TEXTS.exitCodes)}`)
    .action(async (blobs: string[], options: MergeOptions) => {
      const { mergeCommand } = await import('./merge.ts');
      process.exitCode = await mergeCommand(blobs, options, locale);
    });
}
