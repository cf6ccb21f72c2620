import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Command, CommanderError } from 'commander';
import type { Locale, LocalText } from '../../model/policy.ts';
import type { ConfigDocument } from '../../policy/config-file.ts';
import { isShard } from '../check/shard-option.ts';
import { HOME } from '../home.ts';
import { say } from '../say.ts';
import { CONFIG_WORDS } from './config-words.ts';

export const CONFIG_FILE = 'jianfu.config.yaml';
export const CONFIG_SCHEMA = path.join(HOME, 'schemas/config.schema.json');
const WAIVERS_FILE = 'jianfu-waivers.yaml';

/** Settings found for a command line. `mistake` is thrown once a command needs them, so that others run beside a broken file. */
export interface Configuration {
  readonly file: string;
  readonly document: ConfigDocument;
  readonly mistake: unknown;
}

/** Commands that look after settings, or need none. */
const WITHOUT: readonly string[] = ['init', 'doctor', 'completion'];

export async function configurationFor(argv: readonly string[], cwd: string): Promise<Configuration | null> {
  if (argv.includes('--no-config')) return null;
  const file = optionIn('--config', argv) ?? nearest(cwd);
  if (file === null) return null;
  const { readConfig } = await import('../../policy/config-file.ts');
  try {
    return { file, document: readConfig(file, CONFIG_SCHEMA), mistake: null };
  } catch (mistake) {
    return { file, document: {}, mistake };
  }
}

/** The value of an option that is needed before the command line is parsed; `null` where it is not given. */
export function optionIn(option: string, argv: readonly string[]): string | null {
  const at = argv.findIndex((argument) => argument === option || argument.startsWith(`${option}=`));
  const found = argv[at];
  if (found === undefined) return null;
  return (found === option ? argv[at + 1] : found.slice(option.length + 1)) ?? null;
}

/** The file in this folder or the nearest above, relative to this one. */
function nearest(cwd: string): string | null {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    const file = path.join(folder, CONFIG_FILE);
    if (existsSync(file)) return path.relative(cwd, file);
    if (path.dirname(folder) === folder) return null;
  }
}

/** Gives a command what the settings say and the command line does not. Throws what is wrong with them. */
export function applySettings(command: Command, configuration: Configuration | null, locale: Locale): void {
  const isTopLevel = command.parent?.parent === null;
  if (isTopLevel && WITHOUT.includes(command.name())) return;
  if (configuration !== null) {
    if (configuration.mistake !== null) throw configuration.mistake;
    give(command, settingsFor(command, configuration));
  }
  if (command.optsWithGlobals().printConfig === true) {
    process.stdout.write(shown(command, configuration, locale));
    throw new CommanderError(0, 'jianfu.shown', '');
  }
  if (configuration === null || command.optsWithGlobals().quiet === true) return;
  process.stderr.write(`${say(CONFIG_WORDS.used, locale, { file: configuration.file })}\n`);
}

function settingsFor(command: Command, { file, document }: Configuration): Record<string, unknown> {
  const { check = {}, ...common } = document;
  const folder = path.dirname(file);
  const here = (text: string) => path.join(folder, text).replaceAll('\\', '/');
  const policy = typeof common.policy === 'string' && /^\.|\//.test(common.policy);
  const settings: Record<string, unknown> = { ...common };
  if (policy) settings.policy = here(String(common.policy));
  // These go by the pack that a saved run names.
  if (isCalled(command, 'verify', 'merge')) delete settings.policy;
  if (!isCalled(command, 'check', 'merge')) return settings;
  const texts = (value: unknown) => (value as readonly string[]).map(String);
  Object.assign(settings, check);
  if (check.paths !== undefined) settings.paths = texts(check.paths).map(here);
  if (check.out !== undefined) settings.out = texts(check.out).map((text) => outputFrom(text, here));
  for (const key of ['waivers', 'baseline'])
    if (check[key] !== undefined) settings[key] = here(String(check[key]));
  if (check.waivers === undefined && existsSync(here(WAIVERS_FILE))) settings.waivers = here(WAIVERS_FILE);
  if (isCalled(command, 'check') && isShard(command.opts<Parts>())) {
    for (const key of OF_THE_WHOLE) delete settings[key];
  }
  return settings;
}

type Parts = Parameters<typeof isShard>[0];

/** What only the whole of a run can be held against or written as: a part of it leaves that to `merge`. */
const OF_THE_WHOLE = ['out', 'waivers', 'baseline', 'newOnly', 'failOn'] as const;

/** Whether a command of the first rank has one of these names. */
function isCalled(command: Command, ...names: readonly string[]): boolean {
  return command.parent?.parent === null && names.includes(command.name());
}

/** `json=result.json` with its path as seen from here. */
function outputFrom(text: string, here: (path: string) => string): string {
  const at = text.indexOf('=');
  return at === -1 ? text : `${text.slice(0, at + 1)}${here(text.slice(at + 1))}`;
}

/** Options that were typed stay; what a command has no option for is for others. */
function give(command: Command, { paths, ...settings }: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(settings)) {
    const isKnown = command.options.some((option) => option.attributeName() === name);
    if (isKnown && sourceOf(name, command) !== 'cli') command.setOptionValueWithSource(name, value, 'config');
  }
  const [given] = command.processedArgs as unknown[][];
  if (Array.isArray(paths) && Array.isArray(given) && given.length === 0) command.processedArgs[0] = paths;
}

/** What all commands take, such as --lang, is heard by the program itself wherever it is typed. */
function sourceOf(name: string, command: Command): string | undefined {
  const own = command.getOptionValueSource(name);
  return command.parent?.getOptionValueSource(name) === 'cli' ? 'cli' : own;
}

const SOURCES: Readonly<Record<string, LocalText>> = {
  cli: CONFIG_WORDS.cli,
  config: CONFIG_WORDS.byConfig,
};

/** What would hold, as a file of settings could say it, each line with where it comes from. */
function shown(command: Command, configuration: Configuration | null, locale: Locale): string {
  const head = say(configuration === null ? CONFIG_WORDS.noFile : CONFIG_WORDS.used, locale, {
    file: configuration?.file ?? '',
  });
  const [paths] = command.processedArgs as unknown[];
  const own = command.options
    .map((option) => option.attributeName())
    .filter((name, index, all) => !UNSAID.includes(name) && all.indexOf(name) === index)
    .filter((name) => command.getOptionValue(name) !== undefined)
    .map((name) => {
      const source = sourceOf(name, command);
      const value =
        (source === 'cli' && command.parent?.getOptionValue(name)) || command.getOptionValue(name);
      return [name, value, source] as const;
    });
  const lines = own.map(([name, value, source]) => {
    const from = SOURCES[source ?? ''] ?? CONFIG_WORDS.default;
    return `  ${name}: ${JSON.stringify(value)}  # ${say(from, locale)}`;
  });
  const given = Array.isArray(paths) ? [`  paths: ${JSON.stringify(paths)}`] : [];
  return [`# ${head}`, `${command.name()}:`, ...given, ...lines, ''].join('\n');
}

const UNSAID: readonly string[] = ['config', 'printConfig'];
