import type {
  CalendarYear,
  Catalogue,
  CatalogueEntry,
  Citation,
  FieldWords,
  KindWords,
  ListWords,
  LocalText,
  Parameter,
  PolicyPack,
  RuleSetting,
  Vocabulary,
} from '../model/policy.ts';
import { calendarYear } from './calendar.ts';
import type {
  CatalogueDocument,
  CitationDocument,
  ColumnsDocument,
  EntryDocument,
  PackDocuments,
  ParameterDocument,
  RuleDocument,
  WordsDocument,
} from './documents.ts';

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
  const parameters = new Map<string, Parameter>();
  const citations = new Map<string, Citation>();
  const catalogues = new Map<string, Catalogue>();
  const calendar = new Map<number, CalendarYear>();
  let vocabulary: Vocabulary = {
    kinds: [],
    lists: [],
    scopes: [],
    lines: { meta: [], note: [], subtotal: [] },
  };
  let region: PolicyPack['region'] = { province: null, city: null };
  for (const layer of layers) {
    const id = layer.pack.id;
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
    parameters,
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
    citations: document.citations ?? below?.citations ?? [],
    options: { ...below?.options, ...document.options },
    pack,
  });
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
  if (inForce === null) {
    // Before its first day a layer says nothing, so what lies below still holds; a value that has ended is ended.
    if (document.values.some(({ from }) => from <= day)) parameters.delete(document.id);
    return;
  }
  parameters.set(document.id, {
    id: document.id,
    value: inForce.value,
    unit: document.unit,
    from: inForce.from,
    to: inForce.to ?? null,
    citation: inForce.citation ?? null,
    pack,
  });
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
    title: document.title ?? below?.title ?? document.id,
    citation,
    entries: [...base.filter(({ name }) => !replaced.has(name)), ...added],
    pack,
  });
}

function layVocabulary(below: Vocabulary, above: ColumnsDocument): Vocabulary {
  const lines = { ...below.lines };
  for (const name of ['meta', 'note', 'subtotal'] as const) {
    lines[name] = [...below.lines[name], ...(above.lines?.[name] ?? [])];
  }
  return {
    kinds: layKinds(below.kinds, above.kinds ?? []),
    lists: layWords(below.lists, above.lists ?? []),
    scopes: layWords(below.scopes, above.scopes ?? []),
    lines,
  };
}

function layKinds(below: readonly KindWords[], above: NonNullable<ColumnsDocument['kinds']>): KindWords[] {
  const kinds = new Map(below.map((kind) => [kind.id, kind]));
  for (const { id, label, key, fields } of above) {
    const known = kinds.get(id);
    const required = new Map([
      ...(known?.fields ?? []).map((field) => [field.id, field.required] as const),
      ...fields.flatMap((field) =>
        field.required === undefined ? [] : [[field.id, field.required] as const],
      ),
    ]);
    kinds.set(id, {
      id,
      label: label ?? known?.label ?? ownLabel(id),
      key: key ?? known?.key ?? [],
      fields: layWords(known?.fields ?? [], fields).map(
        (field): FieldWords => ({ ...field, required: required.get(field.id) ?? false }),
      ),
    });
  }
  return [...kinds.values()];
}

function layWords(below: readonly ListWords[], above: readonly WordsDocument[]): ListWords[] {
  const lists = new Map(below.map(({ id, label, words }) => [id, { id, label, words }]));
  for (const { id, label, words } of above) {
    const known = lists.get(id);
    lists.set(id, {
      id,
      label: label ?? known?.label ?? ownLabel(id),
      words: [...new Set([...(known?.words ?? []), ...words])],
    });
  }
  return [...lists.values()];
}

function ownLabel(id: string): LocalText {
  return { 'zh-CN': id, en: id };
}
