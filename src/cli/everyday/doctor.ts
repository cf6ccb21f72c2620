import { existsSync } from 'node:fs';
import path from 'node:path';
import { REPORT_WORDS } from '../../i18n/words.ts';
import type { Locale } from '../../model/policy.ts';
import type { Args } from '../../model/run.ts';
import { PackError } from '../../policy/pack-error.ts';
import { listInputs } from '../../read/inputs.ts';
import { LIMIT_IDS, LIMITS, shownLimit } from '../../read/limits.ts';
import { type Block, plain } from '../../report/blocks.ts';
import { drawBlocks } from '../../report/draw.ts';
import { grouped } from '../../report/grouped.ts';
import { WAIVERS_FILE, WAIVERS_SCHEMA } from '../check/standing.ts';
import { paintFor } from '../colour.ts';
import { HOME, version } from '../home.ts';
import { policyOf, SHELF } from '../policy.ts';
import { say, sayPackError } from '../say.ts';
import { CONFIG_FILE, type Configuration, configurationFor } from './configuration.ts';
import { fontStates } from './fonts.ts';
import { TOOLING_WORDS as WORDS } from './tooling-words.ts';

const NODE_NEEDED = [20, 19] as const;
const NAMES_SHOWN = 3;

type Row = readonly [string, string];

/** Shows what the tool stands on. Exits 2 where something keeps it from working: settings, waivers or Node. */
export async function doctorCommand(
  paths: readonly string[],
  config: string | false | undefined,
  locale: Locale,
): Promise<number> {
  const t = (id: keyof typeof WORDS, args?: Args) => say(WORDS[id], locale, args);
  const argv = config === false ? ['--no-config'] : config === undefined ? [] : ['--config', config];
  const configuration = await configurationFor(argv, process.cwd());
  const waivers = await waiverRow(configuration, t, locale);
  const mistake = mistakeText(configuration?.mistake ?? null, locale);
  const sections: readonly (readonly [string, readonly Row[]])[] = [
    [t('program'), await programRows(t)],
    [t('settings'), [[t('configFile'), mistake ?? configuration?.file ?? t('none')], waivers.row]],
    [t('surroundings'), surroundings(t, locale)],
    [t('fonts'), fontStates().map(({ name, isFound }) => [name, t(isFound ? 'found' : 'missingFont')])],
    [t('reading'), await readingRows(pathsFrom(paths, configuration), t, locale)],
    [t('limits'), LIMIT_IDS.map((id) => [id, shownLimit(id, LIMITS[id].value)])],
  ];
  const blocks = sections.flatMap(([title, rows]): Block[] => [
    { kind: 'heading', text: title },
    {
      kind: 'table',
      head: [t('item'), t('state')],
      rows: rows.map(([item, state]) => [plain(item), plain(state)]),
      fill: 1,
    },
  ]);
  process.stdout.write(drawBlocks(blocks, process.stdout.columns ?? 80, paintFor('auto', process.stdout)));
  return mistake !== null || waivers.isBroken || isNodeOld() ? 2 : 0;
}

type Translate = (id: keyof typeof WORDS, args?: Args) => string;

async function programRows(t: Translate): Promise<readonly Row[]> {
  const { shippedPacks } = await import('../../policy/load.ts');
  const packs: string[] = [];
  for (const id of shippedPacks(SHELF)) {
    const day = (await policyOf(id, null)).layers.at(-1)?.reviewed ?? '';
    packs.push(t('reviewed', { id, day }));
  }
  const node = process.versions.node;
  return [
    ['jianfu', version()],
    ['Node.js', isNodeOld() ? t('nodeOld', { version: node }) : node],
    [t('installed'), HOME],
    [t('packs'), packs.join('\n')],
  ];
}

function isNodeOld(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major < NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor < NODE_NEEDED[1]);
}

function surroundings(t: Translate, locale: Locale): readonly Row[] {
  const { locale: machine, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { columns } = process.stdout;
  const { LANG, NO_COLOR } = process.env;
  return [
    [t('reports'), locale],
    [t('machine'), [machine, timeZone, LANG ?? ''].filter((part) => part !== '').join(' · ')],
    [t('terminal'), columns === undefined ? t('notTerminal') : t('columns', { columns })],
    ...(NO_COLOR === undefined ? [] : [['NO_COLOR', NO_COLOR] as const]),
  ];
}

async function waiverRow(configuration: Configuration | null, t: Translate, locale: Locale) {
  const folder = configuration === null ? '.' : path.dirname(configuration.file);
  const file = path.join(folder, String(configuration?.document.check?.waivers ?? WAIVERS_FILE));
  const row = (state: string): Row => [t('waivers'), state];
  if (!existsSync(file)) return { row: row(t('noneHere')), isBroken: false };
  const { readWaivers } = await import('../../policy/waiver-file.ts');
  try {
    const { length: count } = readWaivers(file, WAIVERS_SCHEMA);
    return { row: row(t('waiverCount', { file, count })), isBroken: false };
  } catch (error) {
    return { row: row(mistakeText(error, locale) ?? file), isBroken: true };
  }
}

function mistakeText(mistake: unknown, locale: Locale): string | null {
  if (mistake === null) return null;
  return mistake instanceof PackError ? sayPackError(mistake, locale) : `${CONFIG_FILE}: ${String(mistake)}`;
}

function pathsFrom(paths: readonly string[], configuration: Configuration | null): readonly string[] {
  if (paths.length > 0 || configuration === null) return paths;
  const folder = path.dirname(configuration.file);
  return ((configuration.document.check?.paths ?? []) as readonly string[]).map((one) =>
    path.join(folder, one).replaceAll('\\', '/'),
  );
}

async function readingRows(paths: readonly string[], t: Translate, locale: Locale): Promise<readonly Row[]> {
  if (paths.length === 0) return [['—', t('noPaths')]];
  const { files, missing } = await listInputs(paths);
  const toRead = files.filter(({ skipped }) => skipped === null);
  const passed = grouped(
    files.filter(({ skipped }) => skipped !== null),
    ({ skipped }) => skipped ?? '',
  );
  return [
    [t('readCount'), t('files', { count: toRead.length })],
    ...[...passed].map(([reason, own]): Row => {
      const names = own.slice(0, NAMES_SHOWN).map((file) => file.path);
      const word = REPORT_WORDS[reason as keyof typeof REPORT_WORDS][locale];
      return [
        t('passedOver', { reason: word }),
        t('someNames', { count: own.length, names: names.join('、') }),
      ];
    }),
    ...missing.map((one): Row => [t('notFound'), one]),
  ];
}
