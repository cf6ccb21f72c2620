import type { Check } from '../model/check.ts';
import type {
  CalendarYear,
  Catalogue,
  CatalogueEntry,
  Citation,
  Parameter,
  PolicyPack,
  RuleSetting,
} from '../model/policy.ts';
import { calendarYear } from './calendar.ts';
import type {
  CatalogueDocument,
  CheckDocument,
  CitationDocument,
  EntryDocument,
  PackDocuments,
  ParameterDocument,
  RestsOn,
  RuleDocument,
} from './documents.ts';
import { layVocabulary, NO_WORDS } from './vocabulary.ts';

/**
 * Lays packs over one another, the most general first, and cuts them to one day. A later layer overrides
 * what it names and leaves the rest standing. `asOf` defaults to the latest day a layer was reviewed, so
 * that the clock has no say in the result.
 */
export function layPacks(layers: readonly PackDocuments[], asOf: string | null): PolicyPack {
  const day =
    asOf ??
    layers
      .map(({ pack }) => pack.reviewed)
      .sort()
      .at(-1) ??
    '';
  const rules = new Map<string, RuleSetting>();
  const checks = new Map<string, Check>();
  const parameters = new Map<string, Parameter>();
  const citations = new Map<string, Citation>();
  const catalogues = new Map<string, Catalogue>();
  const calendar = new Map<number, CalendarYear>();
  let vocabulary = NO_WORDS;
  let region: PolicyPack['region'] = { province: null, city: null };
  for (const layer of layers) {
    const id = layer.pack.id;
    for (const document of layer.checks?.checks ?? []) {
      checks.set(document.id, toCheck(document, id));
      layRule(rules, document.id, document, id);
    }
    for (const [rule, setting] of Object.entries(layer.pack.rules ?? {})) layRule(rules, rule, setting, id);
    for (const document of layer.parameters?.parameters ?? []) layParameter(parameters, document, day, id);
    for (const document of layer.citations?.citations ?? []) citations.set(document.id, toCitation(document));
    for (const document of layer.catalogue?.catalogues ?? []) layCatalogue(catalogues, document, id);
    for (const year of layer.calendar?.years ?? []) calendar.set(year.year, calendarYear(year, id));
    vocabulary = layVocabulary(vocabulary, layer.columns ?? {});
    const { province, city } = layer.pack.region ?? {};
    region = { province: province ?? region.province, city: city ?? region.city };
  }
  return {
    layers: layers.map(({ pack: { id, title, reviewed } }) => ({ id, title, reviewed })),
    asOf: day,
    region,
    rules: new Map([...rules].sort(([left], [right]) => (left < right ? -1 : 1))),
    checks,
    parameters,
    parameterTypes: parameterTypesIn(layers),
    citations,
    catalogues,
    calendar,
    vocabulary,
  };
}

function layRule(rules: Map<string, RuleSetting>, id: string, document: RuleDocument, pack: string): void {
  if (document.severity === 'off') {
    rules.delete(id);
    return;
  }
  const below = rules.get(id);
  rules.set(id, {
    id,
    severity: document.severity ?? below?.severity ?? 'error',
    modality: document.modality ?? below?.modality ?? 'form',
    citations: restingOn(below?.citations ?? [], document.citations),
    options: { ...below?.options, ...document.options },
    pack,
  });
}

/** The clauses a rule rests on after a layer had its say. */
export function restingOn(below: readonly string[], said: RestsOn | undefined): readonly string[] {
  if (said === undefined) return below;
  if (isList(said)) return said;
  const { add = [], remove = [] } = said;
  return [...below.filter((id) => !remove.includes(id) && !add.includes(id)), ...add];
}

export function isList(said: RestsOn): said is readonly string[] {
  return Array.isArray(said);
}

function toCheck(document: CheckDocument, pack: string): Check {
  const { severity, modality, citations, options, of, remedy, besides, group, where, ...keys } = document;
  return {
    ...keys,
    of: typeof of === 'string' ? [of] : of,
    remedy: remedy ?? null,
    besides: besides ?? [],
    group: group ?? null,
    where: (typeof where === 'string' ? where : where?.if) ?? null,
    whereSays: typeof where === 'object' ? where.says : null,
    pack,
  };
}

function layParameter(
  parameters: Map<string, Parameter>,
  document: ParameterDocument,
  day: string,
  pack: string,
): void {
  const inForce = document.values
    .filter(({ from, to }) => from <= day && (to === undefined || day <= to))
    .reduce<ParameterDocument['values'][number] | null>(
      (latest, value) => (latest === null || value.from > latest.from ? value : latest),
      null,
    );
  // Before its first day and after its last a layer says nothing, so what lies below still holds.
  if (inForce === null) return;
  parameters.set(document.id, {
    id: document.id,
    value: inForce.value,
    unit: document.unit,
    from: inForce.from,
    to: inForce.to ?? null,
    region: inForce.region ?? null,
    citation: inForce.citation ?? null,
    pack,
  });
}

/** Text as soon as one value is text. */
export function parameterTypesIn(layers: readonly PackDocuments[]): Map<string, 'number' | 'text'> {
  const types = new Map<string, 'number' | 'text'>();
  for (const { id, values } of layers.flatMap(({ parameters }) => parameters?.parameters ?? [])) {
    const text = values.some(({ value }) => typeof value === 'string');
    types.set(id, text || types.get(id) === 'text' ? 'text' : 'number');
  }
  return types;
}

/** Of the topmost layer that names the parameter. */
export function parameterUnitsIn(layers: readonly PackDocuments[]): Map<string, string> {
  const parameters = layers.flatMap((layer) => layer.parameters?.parameters ?? []);
  return new Map(parameters.map(({ id, unit }) => [id, unit] as const));
}

function toCitation(document: CitationDocument): Citation {
  return { issuer: null, number: null, date: null, clause: null, quote: null, ...document };
}

function toEntry(document: EntryDocument, citation: string | null): CatalogueEntry {
  const { name, ...rest } = typeof document === 'string' ? { name: document } : document;
  return { name, synonyms: [], exceptions: [], when: 'always', citation, ...rest };
}

/** `entries` replaces what lies below; `add` and `remove` edit it. */
function layCatalogue(catalogues: Map<string, Catalogue>, document: CatalogueDocument, pack: string): void {
  const below = catalogues.get(document.id);
  const citation = document.citation ?? below?.citation ?? null;
  const toEntries = (list: readonly EntryDocument[]) => list.map((entry) => toEntry(entry, citation));
  const base = document.entries === undefined ? (below?.entries ?? []) : toEntries(document.entries);
  const removed = new Set(document.remove ?? []);
  const added = toEntries(document.add ?? []);
  const replaced = new Set([...removed, ...added.map(({ name }) => name)]);
  catalogues.set(document.id, {
    id: document.id,
    title: document.title ?? below?.title ?? { 'zh-CN': document.id, en: document.id },
    citation,
    entries: [...base.filter(({ name }) => !replaced.has(name)), ...added],
    pack,
  });
}
