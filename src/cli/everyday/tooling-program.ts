import type { Command } from 'commander';
import type { Locale, LocalText } from '../../model/policy.ts';
import { TEXTS } from '../texts.ts';
import { TOOLING_WORDS } from './tooling-words.ts';

type Translate = (text: LocalText) => string;

/** Commands that look after the tool itself: its settings, what it stands on, and completion in shells. */
export function addTooling(
  program: Command,
  configured: (command: Command) => Command,
  t: Translate,
  locale: Locale,
): void {
  configured(program.command('init'))
    .description(t(TOOLING_WORDS.init))
    .argument('[folder]', t(TOOLING_WORDS.folder), '.')
    .option('--policy <id>', t(TEXTS.policy), 'national')
    .option('--force', t(TEXTS.force))
    .action(async (folder: string, options: { readonly policy: string; readonly force?: boolean }) => {
      const { initCommand } = await import('./init.ts');
      process.exitCode = await initCommand(folder, options, locale);
    });
  configured(program.command('doctor'))
    .description(t(TOOLING_WORDS.doctor))
    .argument('[paths...]', t(TOOLING_WORDS.doctorPaths))
    .action(async (paths: string[], _options: object, command: Command) => {
      const { doctorCommand } = await import('./doctor.ts');
      process.exitCode = await doctorCommand(paths, command.optsWithGlobals().config, locale);
    });
  configured(program.command('completion'))
    .description(t(TOOLING_WORDS.completion))
    .argument('<bash|zsh|fish|powershell>', t(TOOLING_WORDS.shell))
    .action(async (shell: string) => {
      const { completionFor } = await import('./completion.ts');
      process.stdout.write(await completionFor(shell, program));
    });
}
