import type { PolicyPack } from '../model/policy.ts';
import { nearest } from '../model/text.ts';
import { coverageOf } from './coverage.ts';
import type { DocumentName, FieldDocument, PackDocuments, ParameterDocument } from './documents.ts';
import type { PackPlace } from './pack-error.ts';
import type { LocatedPack } from './pack-folder.ts';

/** What is odd about a pack without being wrong, as facts. */
export type HintId =
  | 'unused-parameter'
  | 'unused-catalogue'
  | 'unused-citation'
  | 'overlapping-values'
  | 'near-kind'
  | 'near-field'
  | 'no-clause-listed'
  | 'unworded-condition'
  | 'idle-rule'
  | 'no-finding-example'
  | 'no-pass-example';

export interface Hint {
  readonly hint: HintId;
  readonly place: PackPlace;
  readonly args: Readonly<Record<string, string>>;
}

/** Ids that the program asks for; `<scope>`, `<list>` and `<field>` stand for any of the vocabulary. */
export interface Asked {
  readonly parameters: readonly string[];
  readonly catalogues: readonly string[];
}

type Keys = readonly (string | number)[];
type Note = (hint: HintId, document: DocumentName, keys: Keys, args: Hint['args']) => void;

/** Looks at the pack asked for, over the layers below it. */
export function hintsIn(
  pack: LocatedPack,
  layers: readonly PackDocuments[],
  policy: PolicyPack,
  asked: Asked,
): Hint[] {
  const hints: Hint[] = [];
  const note: Note = (hint, document, keys, args) =>
    hints.push({ hint, place: pack.locate(document, keys), args });
  const { documents } = pack;
  const whole = {
    parameters: expanded(asked.parameters, policy),
    catalogues: expanded(asked.catalogues, policy),
  };
  const kept = (documents.coverage?.clauses ?? []).flatMap((clause) => clause.parameters ?? []);
  const used = { ...whole, parameters: [...whole.parameters, ...kept] };
  unusedIn(documents, layers, used, note);
  for (const [index, parameter] of (documents.parameters?.parameters ?? []).entries())
    overlapsIn(parameter, ['parameters', index, 'values'], note);
  nearNames(documents, layers.slice(0, -1), note);
  unwordedIn(documents, note);
  clausesIn(documents, policy, note);
  return hints;
}

function unusedIn(
  { parameters, catalogue }: PackDocuments,
  layers: readonly PackDocuments[],
  { parameters: askedParameters, catalogues: askedCatalogues }: Asked,
  note: Note,
): void {
  const texts = layers.flatMap(({ checks }) => checks?.checks ?? []).flatMap(textsIn);
  const named = (id: string) =>
    texts.some((text) => text === id || text.includes(`"${id}"`) || text.includes(`'${id}'`));
  const unused = (ids: readonly string[], asked: readonly string[]) =>
    ids.map((id, index) => ({ id, index })).filter(({ id }) => !named(id) && !asked.includes(id));
  const own = (parameters?.parameters ?? []).map(({ id }) => id);
  for (const { id, index } of unused(own, askedParameters)) {
    const keys = ['parameters', index, 'id'];
    note('unused-parameter', 'parameters', keys, {
      found: id,
      suggestion: nearest(id, askedParameters) ?? '',
    });
  }
  const lists = (catalogue?.catalogues ?? []).map(({ id }) => id);
  for (const { id, index } of unused(lists, askedCatalogues)) {
    const keys = ['catalogues', index, 'id'];
    note('unused-catalogue', 'catalogue', keys, {
      found: id,
      suggestion: nearest(id, askedCatalogues) ?? '',
    });
  }
}

/** Every text that stands somewhere in a check. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function expanded(
  ids: readonly string[],
  { vocabulary: { kinds, scopes, lists } }: PolicyPack,
): readonly string[] {
  const fields = kinds.flatMap((kind) => kind.fields.filter(({ type }) => type === 'id'));
  const marks = { '<scope>': scopes, '<list>': lists, '<field>': fields };
  return Object.entries(marks).reduce<readonly string[]>(
    (all, [mark, known]) =>
      all.flatMap((id) => (id.includes(mark) ? known.map((one) => id.replace(mark, one.id)) : [id])),
    ids,
  );
}

/** Two values that hold on one day: the one that began last counts, which may not be what was meant. */
function overlapsIn({ id, values }: ParameterDocument, keys: Keys, note: Note): void {
  for (const [index, { from, region }] of values.entries()) {
    const other = values.find(
      (before) =>
        before.from < from && (before.to === undefined || before.to >= from) && before.region === region,
    );
    // A value without end that another follows is the usual way to write a change.
    if (other?.to === undefined) continue;
    note('overlapping-values', 'parameters', [...keys, index, 'from'], { found: id, from, to: other.to });
  }
}

/** New kinds and fields whose id is one letter away from one below are likely the same one, misspelt. */
function nearNames({ columns }: PackDocuments, below: readonly PackDocuments[], note: Note): void {
  const kindsBelow = below.flatMap((layer) => layer.columns?.kinds ?? []);
  const kindIds = [...new Set(kindsBelow.map(({ id }) => id))];
  for (const [index, { id, fields }] of (columns?.kinds ?? []).entries()) {
    const suggestion = kindIds.includes(id) ? null : nearest(id, kindIds);
    if (suggestion !== null) note('near-kind', 'columns', ['kinds', index, 'id'], { found: id, suggestion });
    const known = kindsBelow.filter((kind) => kind.id === id).flatMap((kind) => kind.fields.map(idOf));
    for (const [position, field] of fields.entries()) {
      const other = known.includes(field.id) ? null : nearField(field, known);
      const at = ['kinds', index, 'fields', position, 'id'];
      if (other !== null) note('near-field', 'columns', at, { found: field.id, suggestion: other });
    }
  }
}

const idOf = ({ id }: FieldDocument): string => id;

/** Plurals and short ids are near to one another by nature, so only long ids count, and a single slip. */
function nearField({ id }: FieldDocument, known: readonly string[]): string | null {
  const other = id.length < 5 ? null : nearest(id, known);
  return other !== null && Math.abs(other.length - id.length) <= 1 && other[0] === id[0] ? other : null;
}

/** A paper can only print the expression then. */
function unwordedIn({ checks }: PackDocuments, note: Note): void {
  for (const [index, { where }] of (checks?.checks ?? []).entries()) {
    if (typeof where === 'string')
      note('unworded-condition', 'checks', ['checks', index, 'where'], { found: where });
  }
}

function clausesIn(documents: PackDocuments, policy: PolicyPack, note: Note): void {
  const { uncited, unlisted, idle } = coverageOf(documents, policy);
  const citations = (documents.citations?.citations ?? []).map(({ id }) => id);
  const at = (id: string) => ['citations', citations.indexOf(id), 'id'];
  for (const id of uncited) note('unused-citation', 'citations', at(id), { found: id });
  for (const id of new Set(unlisted.map(({ citation }) => citation)))
    note('no-clause-listed', 'citations', at(id), { found: id });
  for (const [index, { rules = [] }] of (documents.coverage?.clauses ?? []).entries()) {
    for (const [position, rule] of rules.entries()) {
      if (!idle.some((one) => one.rule === rule)) continue;
      note('idle-rule', 'coverage', ['clauses', index, 'rules', position], { found: rule });
    }
  }
}
