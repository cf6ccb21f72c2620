import { MODALITIES, SEVERITIES } from '../i18n/words.ts';
import type { Locale, LocalText, PolicyPack } from '../model/policy.ts';
import { shippedPacks } from '../policy/load.ts';
import { type Block, line, plain } from '../report/blocks.ts';
import { drawBlocks } from '../report/draw.ts';
import { citationText } from '../report/wording.ts';
import { RULE_TITLES } from '../rules/index.ts';
import { parseDay } from './check.ts';
import { paintFor } from './colour.ts';
import { policyOf, SHELF } from './policy.ts';
import { PACK_HEADINGS } from './texts.ts';

/** The packs that ship with the program: id, day of the last review, what each extends, title. */
export async function packsList(locale: Locale): Promise<string> {
  const packs = await Promise.all(shippedPacks(SHELF).map((id) => policyOf(id, null)));
  const rows = packs.map(({ layers }) => {
    const own = layers.at(-1);
    const below = layers.slice(0, -1).map(({ id }) => id);
    return [own?.id ?? '', own?.reviewed ?? '', below.join(' → ') || '—', own?.title[locale] ?? ''].map(
      plain,
    );
  });
  return draw([
    { kind: 'table', head: headings(['packId', 'reviewed', 'extends', 'title'], locale), rows, fill: 3 },
  ]);
}

/** What is in force on a day: rules with severity and clause, parameters with unit and origin, citations. */
export async function packsShow(policy: string, asOf: string | undefined, locale: Locale): Promise<string> {
  const pack = await policyOf(policy, parseDay(asOf));
  return draw([
    line(`${pack.layers.at(-1)?.title[locale] ?? ''}　${pack.asOf}`),
    { kind: 'heading', text: heading('rules', locale) },
    rulesTable(pack, locale),
    { kind: 'heading', text: heading('parameters', locale) },
    parametersTable(pack, locale),
    { kind: 'heading', text: heading('citations', locale) },
    citationsTable(pack, locale),
  ]);
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
