import type { Command } from 'commander';
import type { Locale, LocalText } from '../../model/policy.ts';
import { repeatable } from '../repeatable.ts';
import { TEXTS } from '../texts.ts';
import type { FiguresOptions } from './figures.ts';
import { FIGURES_TEXTS } from './figures-words.ts';

/** `jianfu figures`; it loads what it needs when it is called. */
export function addFigures(
  command: Command,
  t: (text: LocalText) => string,
  policy: string,
  locale: Locale,
): void {
  command
    .description(t(FIGURES_TEXTS.figures))
    .argument('<drafts...>', t(FIGURES_TEXTS.drafts))
    .option('--data <path>', t(FIGURES_TEXTS.data), repeatable, [])
    .option('--policy <id>', t(TEXTS.policy), policy)
    .option('--as-of <date>', t(TEXTS.asOf))
    .option('--fail-on <level>', t(FIGURES_TEXTS.failOn), 'error')
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, [])
    .addHelpText('after', `\n${t(TEXTS.exitCodes)}`)
    .action(async (drafts: string[], options: FiguresOptions) => {
      const { figuresCommand } = await import('./figures.ts');
      process.exitCode = await figuresCommand(drafts, options, locale);
    });
}
