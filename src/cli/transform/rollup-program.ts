import type { Command } from 'commander';
import type { Locale, LocalText } from '../../model/policy.ts';
import { repeatable } from '../repeatable.ts';
import { TEXTS } from '../texts.ts';
import { CONVERT_WORDS } from './convert-words.ts';
import type { RollupOptions } from './rollup.ts';
import { ROLLUP_WORDS } from './rollup-words.ts';
import type { SplitOptions } from './split.ts';

type Say = (text: LocalText) => string;

/** `jianfu rollup` with its options. */
export function addRollup(command: Command, t: Say, policy: string, locale: Locale): Command {
  return common(command, t, policy)
    .description(t(ROLLUP_WORDS.rollup))
    .option('-o, --output <file>', t(ROLLUP_WORDS.output))
    .option('--roster <file>', t(ROLLUP_WORDS.roster))
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, [])
    .action(async (paths: string[], options: RollupOptions) => {
      const { rollupCommand } = await import('./rollup.ts');
      process.exitCode = await rollupCommand(paths, options, locale);
    });
}

/** `jianfu split` with its options. */
export function addSplit(command: Command, t: Say, policy: string, locale: Locale): Command {
  return common(command, t, policy)
    .description(t(ROLLUP_WORDS.split))
    .option('-o, --output <folder>', t(ROLLUP_WORDS.folder))
    .option('--by <level>', t(ROLLUP_WORDS.by), 'community')
    .action(async (paths: string[], options: SplitOptions) => {
      const { splitCommand } = await import('./split.ts');
      process.exitCode = await splitCommand(paths, options, locale);
    });
}

function common(command: Command, t: Say, policy: string): Command {
  return command
    .argument('<paths...>', t(TEXTS.paths))
    .option('--kind <id>', t(CONVERT_WORDS.kind), repeatable, [])
    .option('--force', t(TEXTS.force))
    .option('--policy <id>', t(TEXTS.policy), policy);
}
