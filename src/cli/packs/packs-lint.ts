import { type Untried, untriedChecks } from '../../examples.ts';
import type { Locale } from '../../model/policy.ts';
import { byCodeUnit } from '../../model/text.ts';
import { PHRASING_CATALOGUES } from '../../plan/burden/phrasing.ts';
import { BARRIER_CATALOGUES } from '../../plan/city/borders.ts';
import { NORM_PARAMETERS } from '../../plan/layout/norms.ts';
import { type Hint, hintsIn } from '../../policy/hints.ts';
import { layPacks } from '../../policy/layers.ts';
import { folderOf, loadLayers } from '../../policy/load.ts';
import { PackError, type PackPlace, type Refuse } from '../../policy/pack-error.ts';
import { type LocatedPack, readPackFolder } from '../../policy/pack-folder.ts';
import { type Block, line } from '../../report/blocks.ts';
import { askedBy } from '../../rules/asked.ts';
import { RULES } from '../../rules/index.ts';
import { oneOf } from '../outputs.ts';
import { FOLDERS, KNOWN_RULES } from '../policy.ts';
import { say, sayPackError } from '../say.ts';
import { tell } from '../told.ts';
import { HINTS, PACK_WORDS } from './pack-words.ts';

const FAIL_ON = ['mistake', 'hint'] as const;

/** `jianfu packs lint`: every mistake of a pack, then what is odd. 2 on mistakes, 1 on hints if they are to count. */
export async function packsLint(
  pack: string,
  options: { readonly failOn: string; readonly out: readonly string[] },
  locale: Locale,
): Promise<number> {
  const failOn = oneOf('--fail-on', options.failOn, FAIL_ON);
  const { mistakes, hints } = await lint(pack);
  const facts = {
    mistakes: mistakes.map(({ mistake, place, args }) => ({ mistake, ...place, args })),
    hints: hints.map(({ hint, place, args }) => ({ hint, ...place, args })),
  };
  await tell({ facts, blocks: blocksOf(mistakes, hints, locale) }, options.out);
  if (mistakes.length > 0) return 2;
  return failOn === 'hint' && hints.length > 0 ? 1 : 0;
}

interface Linted {
  readonly mistakes: readonly PackError[];
  readonly hints: readonly Hint[];
}

/** Files first: names can only be followed, and oddities seen, in files that are in form. */
async function lint(pack: string): Promise<Linted> {
  const mistakes: PackError[] = [];
  const refuse: Refuse = (error) => mistakes.push(error);
  const request = { policy: pack, asOf: null, knownRules: KNOWN_RULES };
  try {
    readPackFolder(folderOf(pack, process.cwd(), FOLDERS), FOLDERS.schema, refuse);
    if (mistakes.length > 0) return { mistakes: inOrder(mistakes), hints: [] };
    const layers = await loadLayers(request, FOLDERS, refuse);
    const own = layers.at(-1)?.located;
    if (mistakes.length > 0 || own === null || own === undefined)
      return { mistakes: inOrder(mistakes), hints: [] };
    const documents = layers.map((layer) => layer.documents);
    const policy = layPacks(documents, null);
    const { parameters, catalogues } = askedBy(RULES);
    const asked = {
      parameters: [...parameters, ...Object.values(NORM_PARAMETERS)],
      catalogues: [...catalogues, ...BARRIER_CATALOGUES, ...PHRASING_CATALOGUES],
    };
    const untried = untriedChecks(policy, own.documents.examples?.examples ?? []);
    const hints = [...hintsIn(own, documents, policy, asked), ...untried.map((one) => untriedHint(one, own))];
    return { mistakes, hints: inOrder(hints) };
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return { mistakes: inOrder([...mistakes, error]), hints: [] };
  }
}

function untriedHint({ rule, lacks }: Untried, own: LocatedPack): Hint {
  const index = own.documents.checks?.checks.findIndex(({ id }) => id === rule) ?? -1;
  const place = own.locate('checks', ['checks', index, 'id']);
  return {
    hint: lacks === 'finding' ? 'no-finding-example' : 'no-pass-example',
    place,
    args: { found: rule },
  };
}

function inOrder<T extends { readonly place: PackPlace }>(found: readonly T[]): readonly T[] {
  return [...found].sort(
    (left, right) =>
      byCodeUnit(left.place.file, right.place.file) ||
      left.place.line - right.place.line ||
      left.place.column - right.place.column,
  );
}

function blocksOf(mistakes: readonly PackError[], hints: readonly Hint[], locale: Locale): Block[] {
  const hintText = ({ hint, place, args }: Hint) =>
    `${place.file}:${place.line}:${place.column}\n  ${PACK_WORDS.hint[locale]}${say(HINTS[hint], locale, { ...args, suggestion: args.suggestion || 'none' })}`;
  return [
    ...mistakes.map((error) => line(sayPackError(error, locale), 'error')),
    ...hints.map((hint) => line(hintText(hint), 'warning')),
    line(
      say(PACK_WORDS.lintLine, locale, { mistakes: mistakes.length, hints: hints.length }),
      mistakes.length > 0 ? 'error' : hints.length > 0 ? 'warning' : 'good',
    ),
    ...(mistakes.length === 0 ? [] : [line(PACK_WORDS.lintAgain[locale], 'muted')]),
  ];
}
