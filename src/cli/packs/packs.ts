import { MODALITIES, SEVERITIES } from '../../i18n/words.ts';
import type { Locale, LocalText, PolicyPack } from '../../model/policy.ts';
import { shippedPacks } from '../../policy/load.ts';
import { type Block, line, plain } from '../../report/blocks.ts';
import { drawBlocks } from '../../report/draw.ts';
import { citationText } from '../../report/wording.ts';
import { RULE_TITLES } from '../../rules/index.ts';
import { parseDay } from '../check/check.ts';
import { paintFor } from '../colour.ts';
import { policyOf, SHELF } from '../policy.ts';
import { PACK_HEADINGS } from '../texts.ts';
import { tell } from '../told.ts';
import type { ShowOptions } from './packs-program.ts';

/** The packs that ship with the program: id, day of the last review, number of rules, title, region, layers. */
export async function packsList(locale: Locale): Promise<string> {
  const packs = await Promise.all(shippedPacks(SHELF).map((id) => policyOf(id, null)));
  const rows = packs.map(({ layers, region, rules }) => {
    const own = layers.at(-1);
    const below = layers.slice(0, -1).map(({ id }) => id);
    const place = [...new Set([region.province, region.city])].filter((name) => name !== null).join('');
    return [
      own?.id ?? '',
      own?.reviewed ?? '',
      String(rules.size),
      [own?.title[locale], place, below.join(' → ')].filter((text) => text !== '').join('\n'),
    ].map(plain);
  });
  return draw([
    { kind: 'table', head: headings(['packId', 'reviewed', 'rules', 'packTitle'], locale), rows, fill: 3 },
  ]);
}

/** What is in force on a day: rules, parameters and citations; or, where asked for, catalogues and header words. */
export async function packsShow(policy: string, options: ShowOptions, locale: Locale): Promise<void> {
  const pack = await policyOf(policy, parseDay(options.asOf));
  const { catalogues = false, words = false } = options;
  const blocks = [
    line(`${pack.layers.at(-1)?.title[locale] ?? ''}　${pack.asOf}`),
    ...(catalogues ? catalogueBlocks(pack, locale) : []),
    ...(words ? wordBlocks(pack, locale) : []),
    ...(catalogues || words ? [] : inForceBlocks(pack, locale)),
  ];
  const { rules, parameters, citations, catalogues: lists, vocabulary, layers, asOf, region } = pack;
  const inForce = { rules: [...rules.values()], parameters: [...parameters.values()] };
  const facts = { layers, asOf, region, ...inForce, citations: [...citations.values()] };
  await tell({ facts: { ...facts, catalogues: [...lists.values()], vocabulary }, blocks }, options.out);
}

function inForceBlocks(pack: PolicyPack, locale: Locale): Block[] {
  return [
    { kind: 'heading', text: heading('rules', locale) },
    rulesTable(pack, locale),
    { kind: 'heading', text: heading('parameters', locale) },
    parametersTable(pack, locale),
    { kind: 'heading', text: heading('citations', locale) },
    citationsTable(pack, locale),
  ];
}

/** Names with their other spellings and what excuses them. */
function catalogueBlocks({ catalogues }: PolicyPack, locale: Locale): Block[] {
  return [...catalogues.values()].flatMap(({ id, title, citation, pack, entries }): Block[] => [
    { kind: 'heading', text: `${title[locale]}　${id}` },
    line([pack, citation ?? ''].filter((text) => text !== '').join('　'), 'muted'),
    {
      kind: 'table',
      head: headings(['name', 'otherNames', 'exceptions'], locale),
      rows: entries.map(({ name, synonyms, exceptions }) =>
        [name, synonyms.join('、'), exceptions.join('、')].map(plain),
      ),
      fill: 1,
    },
  ]);
}

/** Header words kind by kind. */
function wordBlocks({ vocabulary: { kinds, lists, scopes } }: PolicyPack, locale: Locale): Block[] {
  const table = (of: readonly { id: string; label: LocalText; words: readonly string[] }[]): Block => ({
    kind: 'table',
    head: headings(['field', 'headerWords'], locale),
    rows: of.map(({ id, label, words }) => [plain(`${label[locale]}\n${id}`), plain(words.join('、'))]),
    fill: 1,
  });
  return [
    ...kinds.flatMap(({ id, label, fields }): Block[] => [
      { kind: 'heading', text: `${label[locale]}　${id}` },
      table(fields),
    ]),
    { kind: 'heading', text: heading('listWords', locale) },
    table([...lists, ...scopes]),
  ];
}

function draw(blocks: readonly Block[]): string {
  return drawBlocks(blocks, process.stdout.columns ?? 80, paintFor('auto', process.stdout));
}

function heading(id: keyof typeof PACK_HEADINGS, locale: Locale): string {
  return PACK_HEADINGS[id][locale];
}

function headings(ids: readonly (keyof typeof PACK_HEADINGS)[], locale: Locale): string[] {
  return ids.map((id) => heading(id, locale));
}

function rulesTable({ rules, checks }: PolicyPack, locale: Locale): Block {
  const rows = [...rules.values()].map(({ id, severity, modality, citations, pack }) => [
    { text: word(SEVERITIES[severity], locale), tone: severity },
    plain(word(MODALITIES[modality], locale)),
    plain(pack),
    plain(
      [
        `${id}　${word(RULE_TITLES[id] ?? checks.get(id)?.title ?? { 'zh-CN': '', en: '' }, locale)}`,
        ...citations,
      ].join('\n'),
    ),
  ]);
  return { kind: 'table', head: headings(['severity', 'modality', 'pack', 'rule'], locale), rows, fill: 3 };
}

function word(text: LocalText, locale: Locale): string {
  return text[locale];
}

function parametersTable({ parameters }: PolicyPack, locale: Locale): Block {
  const rows = [...parameters.values()].map(({ id, value, unit, from, to, citation, pack }) => [
    plain(`${value} ${unit}`),
    plain(to === null ? `${from} …` : `${from} … ${to}`),
    plain(pack),
    plain(`${id}\n${citation ?? word(MODALITIES.form, locale)}`),
  ]);
  return { kind: 'table', head: headings(['value', 'inForce', 'pack', 'id'], locale), rows, fill: 3 };
}

function citationsTable({ citations }: PolicyPack, locale: Locale): Block {
  const rows = [...citations.values()].map((citation) => [
    plain(citation.id),
    plain(
      [citationText(citation), citation.quote ?? '', citation.source]
        .filter((text) => text !== '')
        .join('\n'),
    ),
  ]);
  return { kind: 'table', head: headings(['packId', 'citation'], locale), rows, fill: 1 };
}
