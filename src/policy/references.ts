import { nearest } from '../model/text.ts';
import { checkChecks } from './check-references.ts';
import type { DocumentName, PackDocuments, ParameterDocument } from './documents.ts';
import { isList, restingOn } from './layers.ts';
import { PackError, type PackMistake, type Refuse, refuseAtOnce } from './pack-error.ts';
import type { LocatedPack } from './pack-folder.ts';

/** Rule ids with the options each takes. */
export type KnownRules = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

type Keys = readonly (string | number)[];
type Complain = (
  mistake: PackMistake,
  document: DocumentName,
  keys: Keys,
  args?: Readonly<Record<string, string>>,
) => void;

/** What the schema cannot see: names that lead nowhere, days that do not exist, ids given twice. */
export function checkReferences(
  pack: LocatedPack,
  layers: readonly PackDocuments[],
  knownRules: KnownRules,
  refuse: Refuse = refuseAtOnce,
): void {
  const complain: Complain = (mistake, document, keys, args = {}) => {
    refuse(new PackError(mistake, pack.locate(document, keys), args));
  };
  const { documents } = pack;
  const citations = layers.flatMap((layer) => layer.citations?.citations.map(({ id }) => id) ?? []);
  checkDay(documents.pack.reviewed, 'pack', ['reviewed'], complain);
  checkProvince(documents, layers, complain);
  checkRules(documents, rulesIn(layers, documents, knownRules), complain);
  checkRemoved(documents, layers.slice(0, layers.indexOf(documents)), complain);
  checkChecks(documents, layers, [...knownRules.keys()], (mistake, keys, args) =>
    complain(mistake, 'checks', keys, args),
  );
  const rules = [...rulesIn(layers, documents, knownRules).keys()];
  checkCoverage(documents, layers, rules, complain);
  checkExamples(documents, rules, complain);
  checkIds(documents, complain);
  for (const [index, parameter] of (documents.parameters?.parameters ?? []).entries()) {
    checkDays(parameter, ['parameters', index, 'values'], complain);
  }
  checkCatalogues(documents, layers, complain);
  checkCalendar(documents, complain);
  for (const { id, document, keys } of citedIn(documents)) {
    if (citations.includes(id)) continue;
    complain('unknown-citation', document, keys, { found: id, suggestion: nearest(id, citations) ?? '' });
  }
}

/** The rules of the program, and those that this pack and the packs below make. */
function rulesIn(layers: readonly PackDocuments[], own: PackDocuments, knownRules: KnownRules): KnownRules {
  const made = layers.slice(0, layers.indexOf(own) + 1).flatMap(({ checks }) => checks?.checks ?? []);
  return new Map([...knownRules, ...made.map(({ id }) => [id, {}] as const)]);
}

function checkCoverage(
  { coverage }: PackDocuments,
  layers: readonly PackDocuments[],
  rules: readonly string[],
  complain: Complain,
): void {
  const parameters = layers.flatMap((layer) => layer.parameters?.parameters.map(({ id }) => id) ?? []);
  for (const [index, { rules: named = [], parameters: kept = [] }] of (coverage?.clauses ?? []).entries()) {
    for (const [mistake, key, ids, known] of [
      ['unknown-rule', 'rules', named, rules],
      ['unknown-parameter', 'parameters', kept, parameters],
    ] as const) {
      for (const [position, found] of ids.entries()) {
        if (known.includes(found)) continue;
        const args = { found, suggestion: nearest(found, known) ?? '', expected: known.join(' ') };
        complain(mistake, 'coverage', ['clauses', index, key, position], args);
      }
    }
  }
}

function checkExamples({ examples }: PackDocuments, rules: readonly string[], complain: Complain): void {
  for (const [index, { rules: named, expect, unchecked = [] }] of (examples?.examples ?? []).entries()) {
    const places = [
      ...named.map((id, at) => [id, ['rules', at], rules] as const),
      ...expect.map(({ rule }, at) => [rule, ['expect', at, 'rule'], named] as const),
      ...unchecked.map((id, at) => [id, ['unchecked', at], named] as const),
    ];
    for (const [found, keys, known] of places) {
      if (known.includes(found)) continue;
      const suggestion = nearest(found, known) ?? '';
      complain('unknown-rule', 'examples', ['examples', index, ...keys], { found, suggestion });
    }
  }
}

function checkRules({ pack }: PackDocuments, knownRules: KnownRules, complain: Complain): void {
  for (const [rule, { options = {} }] of Object.entries(pack.rules ?? {})) {
    const known = knownRules.get(rule);
    if (known === undefined) {
      const suggestion = nearest(rule, [...knownRules.keys()]) ?? '';
      complain('unknown-rule', 'pack', ['rules', rule], { found: rule, suggestion });
      continue;
    }
    for (const [option, value] of Object.entries(options)) {
      const keys = ['rules', rule, 'options', option];
      const expected = known?.[option];
      if (expected === undefined) {
        complain('unknown-option', 'pack', keys, {
          found: option,
          rule,
          expected: Object.keys(known ?? {}).join(' '),
        });
      } else if (typeof value !== typeof expected || Array.isArray(value) !== Array.isArray(expected)) {
        complain('wrong-type', 'pack', keys, {
          found: JSON.stringify(value),
          expected: JSON.stringify(expected),
        });
      }
    }
  }
}

/** A clause can only be taken from a rule that rests on it. */
function checkRemoved({ pack }: PackDocuments, below: readonly PackDocuments[], complain: Complain): void {
  for (const [rule, { citations = [] }] of Object.entries(pack.rules ?? {})) {
    if (isList(citations)) continue;
    const resting = below.reduce<readonly string[]>((ids, { checks, pack: { rules = {} } }) => {
      const made = checks?.checks.find(({ id }) => id === rule);
      return restingOn(made?.citations ?? ids, rules[rule]?.citations);
    }, []);
    for (const [index, found] of (citations.remove ?? []).entries()) {
      if (resting.includes(found)) continue;
      const suggestion = nearest(found, resting) ?? '';
      const keys = ['rules', rule, 'citations', 'remove', index];
      complain('not-resting-on', 'pack', keys, { found, suggestion, expected: resting.join(' ') || '—' });
    }
  }
}

function checkProvince({ pack }: PackDocuments, layers: readonly PackDocuments[], complain: Complain): void {
  const province = pack.region?.province;
  const names = layers
    .flatMap(({ catalogue }) => catalogue?.catalogues ?? [])
    .filter(({ id }) => id === 'region.province')
    .flatMap(({ entries = [], add = [] }) =>
      [...entries, ...add].map((entry) => (typeof entry === 'string' ? entry : entry.name)),
    );
  if (province === undefined || names.length === 0 || names.includes(province)) return;
  const suggestion = names.find((name) => name.startsWith(province)) ?? nearest(province, names) ?? '';
  complain('unknown-province', 'pack', ['region', 'province'], { found: province, suggestion });
}

function checkDay(day: string, document: DocumentName, keys: Keys, complain: Complain): void {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day)) {
    complain('no-such-day', document, keys, { found: day });
  }
}

function checkDays({ values }: ParameterDocument, keys: Keys, complain: Complain): void {
  for (const [index, { from, to }] of values.entries()) {
    checkDay(from, 'parameters', [...keys, index, 'from'], complain);
    if (to === undefined) continue;
    checkDay(to, 'parameters', [...keys, index, 'to'], complain);
    if (to < from) complain('ends-before', 'parameters', [...keys, index, 'to'], { found: to, from });
  }
}

function checkIds(documents: PackDocuments, complain: Complain): void {
  const lists = [
    ['parameters', documents.parameters?.parameters ?? []],
    ['citations', documents.citations?.citations ?? []],
    ['catalogue', documents.catalogue?.catalogues ?? []],
    ['checks', documents.checks?.checks ?? []],
    ['examples', documents.examples?.examples ?? []],
  ] as const;
  for (const [document, entries] of lists) {
    const seen = new Set<string>();
    for (const [index, { id }] of entries.entries()) {
      const root = document === 'catalogue' ? 'catalogues' : document;
      if (seen.has(id)) complain('repeated-id', document, [root, index, 'id'], { found: id });
      seen.add(id);
    }
  }
}

/** `remove` must name an entry that a layer below or this one has. */
function checkCatalogues(
  documents: PackDocuments,
  layers: readonly PackDocuments[],
  complain: Complain,
): void {
  const everything = layers.flatMap(({ catalogue }) => catalogue?.catalogues ?? []);
  for (const [index, { id, remove = [] }] of (documents.catalogue?.catalogues ?? []).entries()) {
    const names = everything
      .filter((catalogue) => catalogue.id === id)
      .flatMap(({ entries = [], add = [] }) => [...entries, ...add])
      .map((entry) => (typeof entry === 'string' ? entry : entry.name));
    for (const [position, name] of remove.entries()) {
      if (names.includes(name)) continue;
      const keys = ['catalogues', index, 'remove', position];
      complain('unknown-entry', 'catalogue', keys, { found: name, suggestion: nearest(name, names) ?? '' });
    }
  }
}

/** Each day stands under its own year, each year once. */
function checkCalendar({ calendar }: PackDocuments, complain: Complain): void {
  const seen = new Set<number>();
  for (const [index, { year, off, work }] of (calendar?.years ?? []).entries()) {
    const keys = ['years', index];
    if (seen.has(year)) complain('repeated-id', 'calendar', [...keys, 'year'], { found: `${year}` });
    seen.add(year);
    for (const [list, spans] of [
      ['off', off],
      ['work', work],
    ] as const) {
      for (const [position, span] of spans.entries())
        checkSpan(span, year, [...keys, list, position], complain);
    }
  }
}

function checkSpan(span: string, year: number, keys: Keys, complain: Complain): void {
  const [from = '', to = from] = span.split('/');
  for (const day of [from, to]) {
    checkDay(day, 'calendar', keys, complain);
    if (!day.startsWith(`${year}-`))
      complain('not-in-year', 'calendar', keys, { found: day, expected: `${year}` });
  }
  if (to < from) complain('ends-before', 'calendar', keys, { found: to, from });
}

interface Cited {
  readonly id: string;
  readonly document: DocumentName;
  readonly keys: Keys;
}

function* citedIn({
  pack,
  parameters,
  catalogue,
  calendar,
  checks,
  coverage,
}: PackDocuments): Generator<Cited> {
  for (const [rule, { citations = [] }] of Object.entries(pack.rules ?? {})) {
    const keys = ['rules', rule, 'citations', ...(isList(citations) ? [] : ['add'])];
    for (const [index, id] of (isList(citations) ? citations : (citations.add ?? [])).entries())
      yield { id, document: 'pack', keys: [...keys, index] };
  }
  for (const [index, { values }] of (parameters?.parameters ?? []).entries()) {
    for (const [position, { citation: id }] of values.entries()) {
      const keys = ['parameters', index, 'values', position, 'citation'];
      if (id !== undefined) yield { id, document: 'parameters', keys };
    }
  }
  for (const [index, { citation, entries = [], add = [] }] of (catalogue?.catalogues ?? []).entries()) {
    if (citation !== undefined)
      yield { id: citation, document: 'catalogue', keys: ['catalogues', index, 'citation'] };
    for (const [list, named] of [
      ['entries', entries],
      ['add', add],
    ] as const) {
      for (const [position, entry] of named.entries()) {
        const id = typeof entry === 'string' ? undefined : entry.citation;
        const keys = ['catalogues', index, list, position, 'citation'];
        if (id !== undefined) yield { id, document: 'catalogue', keys };
      }
    }
  }
  for (const [index, { citation: id }] of (calendar?.years ?? []).entries()) {
    yield { id, document: 'calendar', keys: ['years', index, 'citation'] };
  }
  for (const [index, { citations = [] }] of (checks?.checks ?? []).entries()) {
    for (const [position, id] of citations.entries()) {
      yield { id, document: 'checks', keys: ['checks', index, 'citations', position] };
    }
  }
  for (const [index, { citation: id }] of (coverage?.clauses ?? []).entries()) {
    yield { id, document: 'coverage', keys: ['clauses', index, 'citation'] };
  }
}
