import type { Command } from 'commander';
import type { Locale, LocalText } from '../../model/policy.ts';
import { repeatable } from '../repeatable.ts';
import { TEXTS } from '../texts.ts';
import type { BurdenOptions } from './burden.ts';
import { BURDEN_TEXTS, DIFF_TEXTS } from './burden-words.ts';
import type { DiffOptions } from './diff.ts';
import type { SimilarOptions } from './similar.ts';

/** `jianfu diff` with its options. */
export function addDiff(
  command: Command,
  t: (text: LocalText) => string,
  policy: string,
  locale: Locale,
): Command {
  return withVersions(command, t, policy)
    .description(t(DIFF_TEXTS.diff))
    .option('--review <file.xlsx>', t(DIFF_TEXTS.review))
    .option('--force', t(DIFF_TEXTS.force))
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { diffCommand } = await import('./diff.ts');
      process.exitCode = await diffCommand([before, after], options, locale);
    });
}

/** `jianfu burden` with its options. */
export function addBurden(
  command: Command,
  t: (text: LocalText) => string,
  policy: string,
  locale: Locale,
): Command {
  return withVersions(command, t, policy)
    .description(t(BURDEN_TEXTS.burden))
    .option('--evidence <path>', t(BURDEN_TEXTS.evidence), repeatable, [])
    .option('--since <date>', t(BURDEN_TEXTS.since))
    .option('--by <what>', t(BURDEN_TEXTS.by), repeatable, [])
    .option('--declared <before:after>', t(BURDEN_TEXTS.declared))
    .action(async (before: string, after: string, options: BurdenOptions) => {
      const { burdenCommand } = await import('./burden.ts');
      process.exitCode = await burdenCommand([before, after], options, locale);
    });
}

/** `jianfu similar` with its options. */
export function addSimilar(
  command: Command,
  t: (text: LocalText) => string,
  policy: string,
  locale: Locale,
): Command {
  return command
    .description(t(BURDEN_TEXTS.similar))
    .argument('<paths...>', t(TEXTS.paths))
    .option('--policy <id>', t(TEXTS.policy), policy)
    .option('--as-of <date>', t(TEXTS.asOf))
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, [])
    .action(async (paths: string[], options: SimilarOptions) => {
      const { similarCommand } = await import('./similar.ts');
      process.exitCode = await similarCommand(paths, options, locale);
    });
}

function withVersions(command: Command, t: (text: LocalText) => string, policy: string): Command {
  return command
    .argument('<before>', t(DIFF_TEXTS.before))
    .argument('<after>', t(DIFF_TEXTS.after))
    .option('--policy <id>', t(TEXTS.policy), policy)
    .option('--as-of <date>', t(TEXTS.asOf))
    .option('--before-sheet <name>', t(DIFF_TEXTS.beforeSheet), repeatable, [])
    .option('--after-sheet <name>', t(DIFF_TEXTS.afterSheet), repeatable, [])
    .option('--reviewed <file>', t(DIFF_TEXTS.reviewed), repeatable, [])
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, []);
}
