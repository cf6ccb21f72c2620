import type { Command } from 'commander';
import type { Locale, LocalText } from '../../model/policy.ts';
import { repeatable } from '../repeatable.ts';
import { TEXTS } from '../texts.ts';
import { PACK_TEXTS } from './pack-words.ts';
import type { RehearseOptions } from './packs-rehearse.ts';

/** `trace`: an id or part of one, or `true` for everything. */
export interface ShowOptions {
  readonly asOf?: string;
  readonly catalogues?: boolean;
  readonly words?: boolean;
  readonly trace?: string | true;
  readonly out: readonly string[];
}

type Configure = (command: Command) => Command;
type Translate = (text: LocalText) => string;

/** The commands under `jianfu packs`; each loads what it needs when it is called. */
export function addPacks(packs: Command, configure: Configure, t: Translate, locale: Locale): void {
  packs.description(t(TEXTS.packs)).helpCommand(false);
  const command = (usage: string, text: LocalText) =>
    configure(packs.command(usage))
      .description(t(text))
      .addHelpText('after', `\n${t(TEXTS.exitCodes)}`);
  command('list', TEXTS.packsList).action(async () => {
    const { packsList } = await import('./packs.ts');
    process.stdout.write(await packsList(locale));
  });
  command('show', TEXTS.packsShow)
    .argument('<pack>', t(TEXTS.packId))
    .option('--as-of <date>', t(TEXTS.asOf))
    .option('--catalogues', t(PACK_TEXTS.catalogues))
    .option('--words', t(PACK_TEXTS.words))
    .option('--trace [id]', t(PACK_TEXTS.trace))
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, [])
    .action(async (pack: string, options: ShowOptions) => {
      if (options.trace !== undefined) {
        const { packsTrace } = await import('./packs-trace.ts');
        await packsTrace(pack, options, locale);
        return;
      }
      const { packsShow } = await import('./packs.ts');
      await packsShow(pack, options, locale);
    });
  command('coverage', PACK_TEXTS.coverage)
    .argument('<pack>', t(TEXTS.packId))
    .option('--as-of <date>', t(TEXTS.asOf))
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, [])
    .action(async (pack: string, options: { asOf?: string; out: string[] }) => {
      const { packsCoverage } = await import('./packs-coverage.ts');
      process.exitCode = await packsCoverage(pack, options, locale);
    });
  command('test', PACK_TEXTS.test)
    .argument('<pack>', t(TEXTS.packId))
    .option('--as-of <date>', t(TEXTS.asOf))
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, [])
    .action(async (pack: string, options: { asOf?: string; out: string[] }) => {
      const { packsTest } = await import('./packs-test.ts');
      process.exitCode = await packsTest(pack, options, locale);
    });
  command('lint', PACK_TEXTS.lint)
    .argument('<pack>', t(TEXTS.packId))
    .option('--fail-on <what>', t(PACK_TEXTS.lintFailOn), 'mistake')
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, [])
    .action(async (pack: string, options: { failOn: string; out: string[] }) => {
      const { packsLint } = await import('./packs-lint.ts');
      process.exitCode = await packsLint(pack, options, locale);
    });
  command('diff', PACK_TEXTS.diff)
    .argument('<before>', t(PACK_TEXTS.diffSide))
    .argument('<after>', t(PACK_TEXTS.diffSide))
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, [])
    .action(async (before: string, after: string, options: { out: string[] }) => {
      const { packsDiff } = await import('./packs-diff.ts');
      process.exitCode = await packsDiff(before, after, options, locale);
    });
  command('new', PACK_TEXTS.new)
    .argument('<id>', t(PACK_TEXTS.newId))
    .option('--extends <pack>', t(PACK_TEXTS.extends), 'national')
    .action(async (id: string, options: { extends: string }) => {
      const { packsNew } = await import('./packs-new.ts');
      process.exitCode = await packsNew(id, options, locale);
    });
  command('rehearse', PACK_TEXTS.rehearse)
    .argument('<draft>', t(TEXTS.packId))
    .option('--on <path>', t(PACK_TEXTS.rehearseOn), repeatable, [])
    .option('--against <pack>', t(PACK_TEXTS.rehearseAgainst))
    .option('--as-of <date>', t(TEXTS.asOf))
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, [])
    .action(async (draft: string, options: RehearseOptions) => {
      const { packsRehearse } = await import('./packs-rehearse.ts');
      process.exitCode = await packsRehearse(draft, options, locale);
    });
  command('doc', PACK_TEXTS.doc)
    .argument('<pack>', t(TEXTS.packId))
    .option('--as-of <date>', t(TEXTS.asOf))
    .option('--out <format[=path]>', t(PACK_TEXTS.docOut), repeatable, [])
    .action(async (pack: string, options: { asOf?: string; out: string[] }) => {
      const { packsDoc } = await import('./packs-doc.ts');
      process.exitCode = await packsDoc(pack, options, locale);
    });
}
