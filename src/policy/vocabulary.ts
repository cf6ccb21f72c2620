import type { FieldWords, KindWords, ListWords, LocalText, Vocabulary } from '../model/policy.ts';
import type { ColumnsDocument, FieldDocument, WordsDocument } from './documents.ts';

export const NO_WORDS: Vocabulary = {
  kinds: [],
  lists: [],
  scopes: [],
  lines: { meta: [], note: [], subtotal: [] },
};

/** Header words, names of lists and lines: each layer adds, and may take words away. */
export function layVocabulary(below: Vocabulary, above: ColumnsDocument): Vocabulary {
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
  for (const { id, label, key, name, fields } of above) {
    const known = kinds.get(id);
    kinds.set(id, {
      id,
      label: label ?? known?.label ?? ownLabel(id),
      key: key ?? known?.key ?? [],
      name: name ?? known?.name ?? null,
      fields: layFields(known?.fields ?? [], fields),
    });
  }
  return [...kinds.values()];
}

function layFields(below: readonly FieldWords[], above: readonly FieldDocument[]): FieldWords[] {
  const known = new Map(below.map((field) => [field.id, field]));
  const said = new Map(above.map((field) => [field.id, field]));
  return layWords(below, above).map((words): FieldWords => {
    const old = known.get(words.id);
    const own = said.get(words.id);
    return {
      ...words,
      required: own?.required ?? old?.required ?? false,
      type: own?.type ?? old?.type ?? 'text',
      unit: own?.unit ?? old?.unit ?? null,
      repeats: own?.repeats ?? old?.repeats ?? false,
      yes: [...(old?.yes ?? []), ...(own?.yes ?? [])],
      no: [...(old?.no ?? []), ...(own?.no ?? [])],
    };
  });
}

function layWords(below: readonly ListWords[], above: readonly WordsDocument[]): ListWords[] {
  const lists = new Map(below.map(({ id, label, words }) => [id, { id, label, words }]));
  for (const { id, label, words = [], remove = [] } of above) {
    const known = lists.get(id);
    lists.set(id, {
      id,
      label: label ?? known?.label ?? ownLabel(id),
      words: [...new Set([...(known?.words ?? []), ...words])].filter((word) => !remove.includes(word)),
    });
  }
  return [...lists.values()];
}

function ownLabel(id: string): LocalText {
  return { 'zh-CN': id, en: id };
}
