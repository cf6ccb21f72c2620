import type { Command } from 'commander';
import type { Locale, LocalText } from '../../model/policy.ts';
import { repeatable } from '../repeatable.ts';
import { TEXTS } from '../texts.ts';
import type { ConvertOptions } from './convert-choices.ts';
import { CONVERT_WORDS } from './convert-words.ts';
import { FORM_WORDS } from './form-words.ts';

/** `jianfu convert` with its options. */
export function addConvert(
  command: Command,
  t: (text: LocalText) => string,
  policy: string,
  locale: Locale,
): Command {
  return command
    .description(t(CONVERT_WORDS.convert))
    .argument('<paths...>', t(TEXTS.paths))
    .option('-o, --output <file>', t(CONVERT_WORDS.output))
    .option('--kind <id>', t(CONVERT_WORDS.kind), repeatable, [])
    .option('--select <fields>', t(CONVERT_WORDS.select))
    .option('--sheets-by <field>', t(CONVERT_WORDS.sheetsBy))
    .option('--as-form <file.xlsx>', t(FORM_WORDS.asForm))
    .option('--with-origin', t(CONVERT_WORDS.withOrigin))
    .option('--all-columns', t(CONVERT_WORDS.allColumns))
    .option('--output-encoding <name>', t(CONVERT_WORDS.outputEncoding), 'utf-8')
    .option('--force', t(TEXTS.force))
    .option('--policy <id>', t(TEXTS.policy), policy)
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, [])
    .action(async (paths: string[], options: ConvertOptions) => {
      const { convertCommand } = await import('./convert.ts');
      process.exitCode = await convertCommand(paths, options, locale);
    });
}
