import type { Command } from 'commander';
import type { Locale, LocalText } from '../../model/policy.ts';
import { TEXTS } from '../texts.ts';
import type { TemplateOptions } from './template.ts';
import { TEMPLATE_WORDS } from './template-words.ts';

/** `jianfu template`; it loads what it needs when it is called. */
export function addTemplate(command: Command, t: (text: LocalText) => string, locale: Locale): void {
  command
    .description(t(TEMPLATE_WORDS.template))
    .argument('<kind>', t(TEMPLATE_WORDS.kind))
    .option('-o, --output <file.xlsx>', t(TEMPLATE_WORDS.output))
    .option('--policy <id>', t(TEXTS.policy), 'national')
    .option('--as-of <date>', t(TEXTS.asOf))
    .option('--force', t(TEMPLATE_WORDS.force))
    .action(async (kind: string, options: TemplateOptions) => {
      const { templateCommand } = await import('./template.ts');
      process.exitCode = await templateCommand(kind, options, locale);
    });
}
