import { unitText } from '../../i18n/units.ts';
import { MODALITIES, OUTCOMES } from '../../i18n/words.ts';
import type { Check } from '../../model/check.ts';
import type { Citation, Locale, Parameter, PolicyPack, RuleSetting } from '../../model/policy.ts';
import type { ClauseDocument } from '../../policy/documents.ts';
import { dayText, numeral } from '../../report/paper/numbered.ts';
import { citationText } from '../../report/wording.ts';
import { METHOD_REMEDIES, RULE_TITLES } from '../../rules/index.ts';
import type { Paragraph } from '../../write/paper.ts';
import { say } from '../say.ts';
import { COVERED_WORDS } from './pack-words.ts';
import { METHOD_WORDS, PAPER_WORDS } from './paper-words.ts';
import { rulePage } from './rule-pages.ts';

type Word = (id: keyof typeof PAPER_WORDS, args?: Readonly<Record<string, string | number>>) => string;

/** A pack as a paper: title, basis, scope, one clause for each rule, what is not checked, how results are told. */
export function packPaper(
  policy: PolicyPack,
  clauses: readonly ClauseDocument[],
  locale: Locale,
): readonly Paragraph[] {
  const word: Word = (id, args = {}) => say(PAPER_WORDS[id], locale, args);
  const own = policy.layers.at(-1);
  const layers = [...policy.layers].reverse();
  const rules = (pack: string) => [...policy.rules.values()].filter((rule) => rule.pack === pack);
  const parts: (readonly [string, readonly Paragraph[]])[] = [
    [word('basis'), basis(policy, word)],
    [word('scope'), [text(scopeText(policy, word, locale))]],
    ...layers
      .filter(({ id }) => rules(id).length > 0)
      .map(
        ({ id, title }) =>
          [
            word('rulesOf', { title: title[locale] }),
            rules(id).flatMap((rule, index) => rulePart(rule, index, policy, word, locale)),
          ] as const,
      ),
    [word('uncovered'), uncovered(clauses, policy, word, locale)],
    [word('results'), [text(word('resultsText'))]],
  ];
  return [
    { rank: 'title', text: word('title', { title: own?.title[locale] ?? '' }) },
    ...parts.flatMap(([title, paragraphs], index): Paragraph[] => [
      { rank: 'section', text: word('section', { number: numeral(index + 1, locale), title }) },
      ...paragraphs,
    ]),
  ];
}

/** One rule of a pack as a paper of its own; `null` where the pack has no such rule. */
export function rulePaper(id: string, policy: PolicyPack, locale: Locale): readonly Paragraph[] | null {
  const rule = policy.rules.get(id);
  if (rule === undefined) return null;
  const word: Word = (name, args = {}) => say(PAPER_WORDS[name], locale, args);
  const [, ...body] = rulePart(rule, 0, policy, word, locale);
  const title = policy.checks.get(id)?.title[locale] ?? id;
  return [{ rank: 'title', text: locale === 'en' ? `${title} (${id})` : `${title}（${id}）` }, ...body];
}

function text(of: string): Paragraph {
  return { rank: 'text', text: of };
}

/** The citations that rules in force rest on, each once. */
function basis({ rules, citations }: PolicyPack, word: Word): Paragraph[] {
  const cited = new Set([...rules.values()].flatMap((rule) => rule.citations));
  const own = [...citations.values()].filter(({ id }) => cited.has(id));
  if (own.length === 0) return [text(word('noBasis'))];
  const items = own.map((citation) => ({ citation: citationText(citation), source: citation.source }));
  const unlike = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...unlike.values()].map((item, index) => text(word('basisItem', { number: index + 1, ...item })));
}

function scopeText({ region, asOf, layers }: PolicyPack, word: Word, locale: Locale): string {
  const place = [...new Set([region.province, region.city])].filter((name) => name !== null).join('');
  return [
    place === '' ? '' : word('place', { place }),
    word('day', { day: dayText(asOf, locale), reviewed: dayText(layers.at(-1)?.reviewed ?? '', locale) }),
  ].join('');
}

function rulePart(
  rule: RuleSetting,
  index: number,
  policy: PolicyPack,
  word: Word,
  locale: Locale,
): Paragraph[] {
  const check = policy.checks.get(rule.id);
  const page = check === undefined ? rulePage(rule.id, locale) : null;
  const title = (RULE_TITLES[rule.id] ?? check?.title)?.[locale] ?? rule.id;
  const how = check === undefined ? (page?.what ?? '') : checkText(check, policy, word, locale);
  const remedy =
    check === undefined ? page?.remedy : (check.remedy ?? METHOD_REMEDIES[check.method])?.[locale];
  const outcome = OUTCOMES[rule.modality === 'should' ? 'advice' : 'breach'][locale];
  const cited = rule.citations.flatMap((id) => policy.citations.get(id) ?? []);
  return [
    { rank: 'clause', text: word('clause', { number: numeral(index + 1, locale), title }) },
    text(word('how', { how })),
    ...cited.map((citation) => text(citedText(citation, word))),
    text(word('judged', { outcome, modality: MODALITIES[rule.modality][locale], remedy: remedy ?? '' })),
    ...(page === null || page.notCovered === '' ? [] : [text(word('limits', { what: page.notCovered }))]),
  ];
}

function citedText(citation: Citation, word: Word): string {
  const name = citationText(citation);
  return citation.quote === null
    ? word('cited', { name })
    : word('citedWords', { name, quote: citation.quote });
}

/** How a method looks at the table, with the values in force. */
function checkText(check: Check, policy: PolicyPack, word: Word, locale: Locale): string {
  const kinds = policy.vocabulary.kinds.filter(({ id }) => check.of.includes(id));
  const labels = new Map(
    policy.vocabulary.kinds.flatMap(({ fields }) =>
      fields.map(({ id, label }) => [id, label[locale]] as const),
    ),
  );
  for (const { fields } of kinds) for (const { id, label } of fields) labels.set(id, label[locale]);
  const joint = locale === 'en' ? ', ' : '、';
  const fields = [...new Set(namedIn(check, FIELD_KEYS))].flatMap((id) => labels.get(id) ?? []);
  const values = [...LIMITS].flatMap((key) => {
    const id = (check as unknown as Readonly<Record<string, unknown>>)[key];
    const found = typeof id === 'string' ? policy.parameters.get(id) : undefined;
    if (found === undefined) return [];
    return [word(key, { value: quantityText(found, locale), from: dayText(found.from, locale) })];
  });
  const lists = namedIn(check, ['catalogue']).flatMap((id) => policy.catalogues.get(id) ?? []);
  const besides = check.besides.flatMap((id) => labels.get(id) ?? []);
  return [
    word('table', { kinds: kinds.map(({ label }) => label[locale]).join(joint) }),
    ...whereText(check, word, locale),
    say(METHOD_WORDS[check.method], locale, { fields: fields.join(joint) }),
    ...values,
    ...lists.map(({ title, entries }) => word('list', { title: title[locale], count: entries.length })),
    ...conditionText(check, word, locale),
    ...(besides.length === 0 ? [] : [word('besides', { fields: besides.join(joint) })]),
  ].join(locale === 'en' ? ' ' : '');
}

/** Which rows are looked at; as an expression only where the pack has no words for it. */
function whereText({ where, whereSays }: Check, word: Word, locale: Locale): string[] {
  if (where === null) return [];
  return [whereSays === null ? word('where', { says: where }) : word('where', { says: whereSays[locale] })];
}

function conditionText(check: Check, word: Word, locale: Locale): string[] {
  if (check.method !== 'expression') return [];
  const { says, doubt } = check;
  return [
    word('holds', { says: says[locale] }),
    ...(doubt === undefined ? [] : [word('doubt', { says: doubt.says[locale] })]),
  ];
}

/** 1000户; 1000 households. */
function quantityText({ value, unit }: Parameter, locale: Locale): string {
  if (locale !== 'en') return `${value}${unit}`;
  const words = unitText(unit, locale, Number(value));
  return words.startsWith('%') ? `${value}${words}` : `${value} ${words}`;
}

const FIELD_KEYS = ['field', 'fields', 'other', 'from', 'to'] as const;
const LIMITS = ['min', 'max', 'equals', 'target', 'total', 'times', 'points'] as const;

/** Texts under the keys, at any depth. */
function namedIn(value: unknown, keys: readonly string[], under = false): string[] {
  if (typeof value === 'string') return under ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => namedIn(item, keys, under));
  return Object.entries(value).flatMap(([key, inner]) => namedIn(inner, keys, keys.includes(key)));
}

/** What the ledger says is not, or not wholly, checked; a paper that is silent on this would promise too much. */
function uncovered(
  clauses: readonly ClauseDocument[],
  { citations }: PolicyPack,
  word: Word,
  locale: Locale,
): Paragraph[] {
  if (clauses.length === 0) return [text(word('noLedger'))];
  const open = clauses.filter(({ covered }) => covered !== 'checked');
  if (open.length === 0) return [text(word('allChecked'))];
  return open.map(({ citation, clause, covered, reason }, index) => {
    const found = citations.get(citation);
    return text(
      word('openClause', {
        number: index + 1,
        clause,
        citation: found === undefined ? citation : citationText(found),
        state: COVERED_WORDS[covered][locale],
        // The sentence of the paper sets the full stop.
        reason: reason?.[locale].replace(/[。.]$/u, '') ?? 'none',
      }),
    );
  });
}
