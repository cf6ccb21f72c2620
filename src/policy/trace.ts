import type { EntryDocument, PackDocuments, RuleDocument, WordsDocument } from './documents.ts';
import { isList } from './layers.ts';
import type { Layer } from './load.ts';
import type { PackPlace } from './pack-error.ts';

/** What a value of a pack came to be through: the layers that had a say in it, in order. */
export interface Trace {
  readonly of: 'rule' | 'parameter' | 'entry' | 'word';
  readonly id: string;
  readonly steps: readonly TraceStep[];
}

export interface TraceStep {
  readonly pack: string;
  /** `null` where the pack's folder was not read. */
  readonly place: PackPlace | null;
  readonly said: string;
  readonly citations: readonly string[];
}

type Keys = readonly (string | number)[];
interface Say {
  readonly of: Trace['of'];
  readonly id: string;
  readonly document: keyof PackDocuments;
  readonly keys: Keys;
  readonly said: string;
  readonly citations?: readonly (string | undefined)[];
}

/** Follows every rule, parameter, catalogue entry and header word through the layers, the most general first. */
export function traceOf(layers: readonly Layer[], day: string): readonly Trace[] {
  const traces = new Map<string, { readonly of: Trace['of']; readonly id: string; steps: TraceStep[] }>();
  for (const { documents, located } of layers) {
    for (const { of, id, document, keys, said, citations = [] } of saidIn(documents, day)) {
      const trace = traces.get(`${of} ${id}`) ?? { of, id, steps: [] };
      traces.set(`${of} ${id}`, trace);
      trace.steps.push({
        pack: documents.pack.id,
        place: located?.locate(document, keys) ?? null,
        said,
        citations: citations.flatMap((citation) => citation ?? []),
      });
    }
  }
  return [...traces.values()];
}

function* saidIn(documents: PackDocuments, day: string): Generator<Say> {
  yield* rulesIn(documents);
  yield* parametersIn(documents, day);
  yield* entriesIn(documents);
  yield* wordsIn(documents);
}

function* rulesIn({ checks, pack }: PackDocuments): Generator<Say> {
  for (const [index, check] of (checks?.checks ?? []).entries()) {
    const { id, citations = [], ...setting } = check;
    const said = `method: ${check.method}, ${settingText(setting)}`;
    yield { of: 'rule', id, document: 'checks', keys: ['checks', index, 'id'], said, citations };
  }
  for (const [id, setting] of Object.entries(pack.rules ?? {})) {
    const { citations = [], ...rest } = setting;
    // An edit is told as it is written; the clauses themselves are told where they are listed.
    const own = isList(citations)
      ? { said: settingText(rest), citations }
      : { said: settingText(setting), citations: [] };
    yield { of: 'rule', id, document: 'pack', keys: ['rules', id], ...own };
  }
}

/** What one layer wrote about a rule's setting, as it would stand on one line. */
function settingText({ severity, modality, citations, options }: RuleDocument): string {
  return Object.entries({ severity, modality, citations, options })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

function* parametersIn({ parameters }: PackDocuments, day: string): Generator<Say> {
  for (const [index, { id, unit, values }] of (parameters?.parameters ?? []).entries()) {
    for (const [position, { from, to, value, citation }] of values.entries()) {
      if (from > day || (to !== undefined && to < day)) continue;
      const keys = ['parameters', index, 'values', position, 'value'];
      const said = `${value} ${unit}, ${from} … ${to ?? ''}`.trim();
      yield { of: 'parameter', id, document: 'parameters', keys, said, citations: [citation] };
    }
  }
}

function* entriesIn({ catalogue }: PackDocuments): Generator<Say> {
  for (const [index, { id, citation, entries = [], add = [], remove = [] }] of (
    catalogue?.catalogues ?? []
  ).entries()) {
    const at = (list: string, position: number) => ['catalogues', index, list, position];
    const head = { of: 'entry', document: 'catalogue' } as const;
    for (const [list, named, sign] of [
      ['entries', entries, '='],
      ['add', add, '+'],
    ] as const) {
      for (const [position, entry] of named.entries()) {
        const said = [sign, ...namesOf(entry)].join(' ');
        const own = typeof entry === 'string' ? citation : (entry.citation ?? citation);
        const [name = ''] = namesOf(entry);
        yield { ...head, id: `${id} ${name}`, keys: at(list, position), said, citations: [own] };
      }
    }
    for (const [position, name] of remove.entries()) {
      yield { ...head, id: `${id} ${name}`, keys: at('remove', position), said: '−', citations: [citation] };
    }
  }
}

function namesOf(entry: EntryDocument): readonly string[] {
  return typeof entry === 'string' ? [entry] : [entry.name, ...(entry.synonyms ?? [])];
}

function* wordsIn({ columns }: PackDocuments): Generator<Say> {
  for (const [index, { id: kind, fields }] of (columns?.kinds ?? []).entries()) {
    for (const [position, field] of fields.entries()) {
      yield* wordsOf(field, `${kind}.${field.id}`, ['kinds', index, 'fields', position]);
    }
  }
  for (const list of ['lists', 'scopes'] as const) {
    for (const [index, words] of (columns?.[list] ?? []).entries()) {
      yield* wordsOf(words, `${list}.${words.id}`, [list, index]);
    }
  }
}

function* wordsOf({ words = [], remove = [] }: WordsDocument, id: string, keys: Keys): Generator<Say> {
  const head = { of: 'word', document: 'columns' } as const;
  for (const [at, word] of words.entries())
    yield { ...head, id: `${id} ${word}`, keys: [...keys, 'words', at], said: '+' };
  for (const [at, word] of remove.entries())
    yield { ...head, id: `${id} ${word}`, keys: [...keys, 'remove', at], said: '−' };
}
