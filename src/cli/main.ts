import { Command, CommanderError, Option } from 'commander';
import { LOCALES, type Locale, type LocalText } from '../model/policy.ts';
import { addCache } from './check/cache-program.ts';
import { CACHE_WORDS } from './check/cache-words.ts';
import type { CheckOptions } from './check/check.ts';
import { MARKS_WORDS } from './check/marks-words.ts';
import { addMerge } from './check/merge-program.ts';
import { isShard } from './check/shard-option.ts';
import { SHARD_WORDS } from './check/shard-words.ts';
import { addStanding } from './check/standing-program.ts';
import { addUnmark } from './check/unmark-program.ts';
import { WATCH_WORDS } from './check/watch-words.ts';
import { addBurden, addDiff, addSimilar } from './duties/burden-program.ts';
import { addFigures } from './duties/figures-program.ts';
import { addConfig, showConfig } from './everyday/config-program.ts';
import { applySettings, type Configuration, configurationFor, optionIn } from './everyday/configuration.ts';
import { addTooling } from './everyday/tooling-program.ts';
import { version } from './home.ts';
import { onInterrupt } from './interrupt.ts';
import { addLayout } from './layout/layout-program.ts';
import { oneOf } from './outputs.ts';
import { addPacks } from './packs/packs-program.ts';
import { progressSoFar } from './progress.ts';
import { addReading } from './reading.ts';
import { repeatable } from './repeatable.ts';
import { addCompare, addVerify, addWhy } from './saved/runs-program.ts';
import { RUNS_TEXTS } from './saved/runs-words.ts';
import type { WhatifOptions } from './saved/whatif.ts';
import { WHATIF_WORDS } from './saved/whatif-words.ts';
import { say } from './say.ts';
import { addStaff } from './staff/staff-program.ts';
import type { TablesOptions } from './tables.ts';
import { tellError } from './tell-error.ts';
import { HELP_TITLES, TEXTS } from './texts.ts';
import { addConvert } from './transform/convert-program.ts';
import { addFix } from './transform/fix-program.ts';
import { addRollup, addSplit } from './transform/rollup-program.ts';
import { addTemplate } from './transform/template-program.ts';

const DEFAULT_LOCALE: Locale = 'zh-CN';
const DEFAULT_POLICY = 'national';

/** Runs the command line and sets the exit code; never calls `process.exit`, so that output is flushed. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', ignoreClosedPipe);
  process.stderr.on('error', ignoreClosedPipe);
  const configuration = await configurationFor(argv, process.cwd());
  const locale = localeIn(argv, configuration);
  onInterrupt(() => say(TEXTS.interrupted, locale, { ...progressSoFar() }));
  try {
    const program = programFor(locale);
    program.hook('preAction', (_, command) => applySettings(command, configuration, locale));
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    process.exitCode = report(error, locale);
  }
}

/** `| head` closes the pipe early; that is not a failure. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

/** The language is needed before the command line is parsed, for what parsing itself has to say. */
function localeIn(argv: readonly string[], configuration: Configuration | null): Locale {
  const value = optionIn('--lang', argv) ?? configuration?.document.lang;
  return LOCALES.find((locale) => locale === value) ?? DEFAULT_LOCALE;
}

function programFor(locale: Locale): Command {
  const t = (text: LocalText) => say(text, locale);
  const program = new Command('jianfu');
  const configure = (command: Command): Command =>
    addConfig(command, t)
      .exitOverride()
      .configureOutput({ writeErr: () => {} })
      .configureHelp(helpIn(locale))
      .helpOption('-h, --help', t(TEXTS.help))
      .addOption(
        new Option('--lang <zh-CN|en>', t(TEXTS.lang))
          .default(DEFAULT_LOCALE)
          .argParser((value) => oneOf('--lang', value, LOCALES)),
      );
  configure(program)
    .description(t(TEXTS.program))
    .version(version(), '-V, --version', t(TEXTS.versionOption))
    .helpCommand('help [command]', t(TEXTS.help))
    .addHelpText('after', `\n${t(TEXTS.examples)}\n\n${t(TEXTS.exitCodes)}`);
  addCheck(showConfig(configure(program.command('check'))), t, locale);
  const tables = configure(program.command('tables'))
    .description(t(TEXTS.tables))
    .argument('<file>', t(TEXTS.file))
    .option('--policy <id>', t(TEXTS.policy), DEFAULT_POLICY)
    .option('--out <format>', t(TEXTS.tablesOut), 'table')
    .option('--color <when>', t(TEXTS.color), 'auto');
  addReading(tables, t).action(async (file: string, options: TablesOptions) => {
    const { tablesCommand } = await import('./tables.ts');
    process.exitCode = await tablesCommand(file, options, locale);
  });
  configure(program.command('explain'))
    .description(t(TEXTS.explain))
    .argument('<rule>', t(TEXTS.ruleId))
    .option('--policy <id>', t(TEXTS.policy))
    .option('--report <path>', t(RUNS_TEXTS.explainReport))
    .action(async (rule: string, options: { readonly policy?: string; readonly report?: string }) => {
      if (options.report !== undefined) {
        const { explainFinding } = await import('./saved/explain-finding.ts');
        process.stdout.write(explainFinding(rule, options.report, locale));
        return;
      }
      const { explain } = await import('./saved/explain.ts');
      process.stdout.write(await explain(rule, options.policy ?? null, locale));
    });
  configure(program.command('whatif'))
    .description(t(WHATIF_WORDS.whatif))
    .argument('[paths...]', t(TEXTS.paths))
    .option('--report <path>', t(WHATIF_WORDS.report))
    .option('--set <id=values>', t(WHATIF_WORDS.set), repeatable, [])
    .option('--policy <id>', t(TEXTS.policy), DEFAULT_POLICY)
    .option('--as-of <date>', t(TEXTS.asOf))
    .option('--out <format[=path]>', t(TEXTS.out), repeatable, [])
    .action(async (paths: string[], options: WhatifOptions) => {
      const { whatifCommand } = await import('./saved/whatif.ts');
      process.exitCode = await whatifCommand(paths, options, locale);
    });
  addMerge(configure(program.command('merge')), t, locale);
  addCompare(configure(program.command('compare')), t, locale);
  addWhy(configure(program.command('why')), t, locale);
  addVerify(configure(program.command('verify')), t, locale);
  addReading(addRollup(configure(program.command('rollup')), t, DEFAULT_POLICY, locale), t);
  addReading(addSplit(configure(program.command('split')), t, DEFAULT_POLICY, locale), t);
  addUnmark(configure(program.command('unmark')), t, locale);
  addReading(addFix(configure(program.command('fix')), t, DEFAULT_POLICY, locale), t);
  addReading(addConvert(configure(program.command('convert')), t, DEFAULT_POLICY, locale), t);
  addDiff(configure(program.command('diff')), t, DEFAULT_POLICY, locale);
  addBurden(configure(program.command('burden')), t, DEFAULT_POLICY, locale);
  addSimilar(configure(program.command('similar')), t, DEFAULT_POLICY, locale);
  addFigures(configure(program.command('figures')), t, DEFAULT_POLICY, locale);
  addLayout(configure(program.command('layout')), configure, t, locale);
  addStaff(configure(program.command('staff')), t, locale);
  addTemplate(configure(program.command('template')), t, locale);
  addCache(configure(program.command('cache')), configure, t, locale);
  addPacks(configure(program.command('packs')), configure, t, locale);
  addTooling(program, configure, t, locale);
  return program;
}

/** Commander writes its own words in English; these are its seams. */
function helpIn(locale: Locale) {
  const title = (text: string) => HELP_TITLES[text]?.[locale] ?? text;
  return {
    styleTitle: title,
    optionDescription: ({ description, defaultValue }: Option) =>
      typeof defaultValue === 'string'
        ? say(TEXTS.byDefault, locale, { description, value: defaultValue })
        : description,
    commandUsage: (command: Command) =>
      [...ancestors(command).map((one) => one.name()), command.usage()]
        .join(' ')
        .replace('[options]', title('[options]'))
        .replace('[command]', title('[command]')),
  };
}

function ancestors(command: Command): Command[] {
  return command.parent === null ? [command] : [...ancestors(command.parent), command];
}

function addCheck(command: Command, t: (text: LocalText) => string, locale: Locale): void {
  addStanding(addReading(command, t), t)
    .description(t(TEXTS.check))
    .argument('[paths...]', t(TEXTS.paths))
    .option('--policy <id>', t(TEXTS.policy), DEFAULT_POLICY)
    .option('--as-of <date>', t(TEXTS.asOf))
    .option('--out <format[=path]>', t(TEXTS.checkOut), repeatable, [])
    .option('--fail-on <level>', t(TEXTS.failOn), 'error')
    .option('--color <when>', t(TEXTS.color), 'auto')
    .option('-q, --quiet', t(TEXTS.quiet))
    .option('--stdin-filename <name>', t(TEXTS.stdinFilename), 'stdin')
    .option('--jobs <n>', t(TEXTS.jobs), 'auto')
    .option('--no-cache', t(CACHE_WORDS.noCache))
    .option('--shard <i/n>', t(SHARD_WORDS.shard))
    .option('--watch', t(WATCH_WORDS.watch))
    .option('--no-values', t(TEXTS.noValues))
    .option('--measures', t(TEXTS.measures))
    .option('--force', t(TEXTS.forceMarked))
    .option('--propose-waivers <file>', t(MARKS_WORDS.proposeWaivers))
    .addHelpText('after', `\n${t(TEXTS.exitCodes)}`)
    .action(async (paths: string[], options: CheckOptions) => {
      if (isShard(options)) {
        const { checkShard } = await import('./check/check-shard.ts');
        process.exitCode = await checkShard(paths, options, locale);
        return;
      }
      const { checkCommand } = await import('./check/check.ts');
      const watch = options.watch === true ? await import('./check/watch.ts') : null;
      process.exitCode = await (watch?.watchCommand ?? checkCommand)(paths, options, locale);
    });
}

/** Says what went wrong on standard error and returns the exit code. */
function report(error: unknown, locale: Locale): number {
  return error instanceof CommanderError ? reportCommander(error, locale) : tellError(error, locale);
}

/** Commander exits 1 and speaks English; ours is 2, in the reader's language. */
function reportCommander(error: CommanderError, locale: Locale): number {
  if (error.exitCode === 0) return 0;
  const found = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const suggestion = /Did you mean (?:one of )?([^?,)]+)/.exec(error.message)?.[1] ?? 'none';
  const text = COMMANDER_TEXTS[error.code];
  if (text === undefined) {
    // No sub-command was given: commander has shown the help, which goes to standard error here.
    process.stderr.write(programFor(locale).helpInformation());
    return 2;
  }
  process.stderr.write(`jianfu: ${say(text, locale, { found, suggestion })}\n`);
  return 2;
}

const COMMANDER_TEXTS: Readonly<Record<string, LocalText>> = {
  'commander.unknownOption': TEXTS.unknownOption,
  'commander.unknownCommand': TEXTS.unknownCommand,
  'commander.missingArgument': TEXTS.missingArgument,
  'commander.optionMissingArgument': TEXTS.missingValue,
  'commander.excessArguments': TEXTS.tooMany,
};
