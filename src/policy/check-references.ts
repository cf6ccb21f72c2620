import type { Operand, RowsOperand, Target, Term } from '../model/check.ts';
import type { KindWords, Vocabulary } from '../model/policy.ts';
import { nearest } from '../model/text.ts';
import { unitClashes } from './check-units.ts';
import type { CheckDocument, PackDocuments } from './documents.ts';
import { parameterUnitsIn } from './layers.ts';
import type { PackMistake } from './pack-error.ts';
import { layVocabulary, NO_WORDS } from './vocabulary.ts';

type Keys = readonly (string | number)[];
type Complain = (mistake: PackMistake, keys: Keys, args: Readonly<Record<string, string>>) => void;

/** Everything that the checks of a pack may name. */
interface Known {
  readonly kinds: readonly KindWords[];
  readonly parameters: ReadonlyMap<string, string>;
  readonly catalogues: readonly string[];
  readonly rules: readonly string[];
}

/** What a claim's names may leave open. */
const PLACE = '{place}';

const LIMITS = ['min', 'max', 'target', 'equals', 'total', 'times', 'points'] as const;

/** Names in checks.yaml that lead nowhere: kinds, fields, parameters, catalogues; and limits in another unit. */
export function checkChecks(
  documents: PackDocuments,
  layers: readonly PackDocuments[],
  builtIn: readonly string[],
  complain: Complain,
): void {
  const below = layers.slice(0, layers.indexOf(documents));
  const taken = new Set([
    ...builtIn,
    ...below.flatMap(({ checks }) => checks?.checks.map(({ id }) => id) ?? []),
  ]);
  const known = knownIn(layers);
  for (const [index, check] of (documents.checks?.checks ?? []).entries()) {
    const keys = ['checks', index];
    if (taken.has(check.id)) complain('taken-id', [...keys, 'id'], { found: check.id });
    if (check.modality !== 'form' && (check.citations ?? []).length === 0) {
      complain('no-clause', [...keys, 'modality'], { found: check.modality ?? '' });
    }
    checkNames(check, keys, known, complain);
  }
}

function knownIn(layers: readonly PackDocuments[]): Known {
  const vocabulary = layers.reduce<Vocabulary>(
    (below, { columns }) => layVocabulary(below, columns ?? {}),
    NO_WORDS,
  );
  return {
    kinds: vocabulary.kinds,
    parameters: parameterUnitsIn(layers),
    catalogues: layers.flatMap(({ catalogue }) => catalogue?.catalogues.map(({ id }) => id) ?? []),
    rules: [],
  };
}

function checkNames(check: CheckDocument, keys: Keys, known: Known, complain: Complain): void {
  const named = (found: string, names: readonly string[], at: Keys, mistake: PackMistake) => {
    if (names.includes(found)) return;
    complain(mistake, [...keys, ...at], {
      found,
      suggestion: nearest(found, names) ?? '',
      expected: names.join(' '),
    });
  };
  const kindNames = known.kinds.map(({ id }) => id);
  const kindsAt = (ids: readonly string[], at: Keys) => {
    for (const id of ids) named(id, kindNames, at, 'unknown-kind');
  };
  const fieldsAt = (ids: readonly string[], kinds: readonly string[], at: Keys) => {
    const fields = known.kinds
      .filter(({ id }) => kinds.includes(id))
      .map((kind) => kind.fields.map(({ id }) => id));
    for (const id of ids) for (const names of fields) named(id, names, at, 'unknown-field');
  };
  const of = typeof check.of === 'string' ? [check.of] : check.of;
  kindsAt(of, ['of']);
  fieldsAt(check.besides ?? [], of, ['besides']);
  if (Array.isArray(check.group)) fieldsAt(check.group, of, ['group']);
  for (const limit of LIMITS) {
    const id = (check as unknown as Partial<Record<string, string>>)[limit];
    if (id !== undefined) named(id, [...known.parameters.keys()], [limit], 'unknown-parameter');
  }
  for (const [key, { of: kind, field }] of targetsIn(check)) {
    kindsAt([kind], [key, 'of']);
    fieldsAt([field], [kind], [key, 'field']);
  }
  for (const [key, term] of termsIn(check)) {
    if (term.of !== undefined) kindsAt([term.of], [key, 'of']);
    const kinds = term.of === undefined ? of : [term.of];
    if (term.field !== undefined) fieldsAt([term.field], kinds, [key, 'field']);
    fieldsAt(term.by ?? [], kinds, [key, 'by']);
  }
  for (const key of FIELDS) {
    const ids = (check as unknown as Partial<Record<string, string | readonly string[]>>)[key];
    if (ids !== undefined) fieldsAt(typeof ids === 'string' ? [ids] : ids, of, [key]);
  }
  if ('catalogue' in check && check.catalogue !== undefined) {
    named(check.catalogue, known.catalogues, ['catalogue'], 'unknown-catalogue');
  }
  for (const [key, id] of operandsIn(check)) {
    named(id, [...known.parameters.keys()], [key], 'unknown-parameter');
  }
  for (const [key, found] of badPlaces(check)) complain('claim-place', [...keys, key], { found });
  for (const { mistake, key, found, expected } of unitClashes(check, of, known))
    complain(mistake, [...keys, key], { found, expected });
}

/** Keys that name fields of the check's own kind; `from` and `to` of an interval among them. */
const FIELDS = ['field', 'fields', 'other', 'from', 'to', 'same', 'place', 'empty'] as const;

type Keyed<T> = readonly (readonly [string, T])[];

function targetsIn(check: CheckDocument): Keyed<Target> {
  const {
    in: targets,
    domain,
    each,
  } = check as {
    readonly in?: Target | readonly Target[];
    readonly domain?: Target;
    readonly each?: Target;
  };
  const keyed = [
    ['in', [targets ?? []].flat()],
    ['domain', [domain ?? []].flat()],
    ['each', [each ?? []].flat()],
  ] as const;
  return keyed.flatMap(([key, found]) => found.map((target) => [key, target] as const));
}

function termsIn(check: CheckDocument): Keyed<Term> {
  if (check.method === 'ratio') {
    return [
      ['numerator', check.numerator],
      ['denominator', check.denominator],
    ];
  }
  const rows = saidBy(check).filter((said): said is readonly [string, RowsOperand] => {
    return typeof said[1] !== 'string' && 'of' in said[1];
  });
  if (check.method !== 'conservation') return rows;
  const sides = [
    ['before', check.before],
    ['after', check.after],
  ] as const;
  return sides.flatMap(([key, terms]) => terms.map((term) => [key, term] as const));
}

/** Parameters that a claim takes for declared numbers. */
function operandsIn(check: CheckDocument): Keyed<string> {
  return saidBy(check).flatMap(([key, operand]) =>
    typeof operand !== 'string' && 'parameter' in operand ? [[key, operand.parameter] as const] : [],
  );
}

/** A place that the result does not name cannot be filled in elsewhere, nor two of them told apart. */
function badPlaces(check: CheckDocument): Keyed<string> {
  const said = saidBy(check).flatMap(([key, operand]) =>
    typeof operand === 'string' ? [[key, operand] as const] : [],
  );
  const isOpen = said.some(([key, name]) => key === 'is' && name.includes(PLACE));
  return said.filter(([, name]) => {
    const count = name.split(PLACE).length - 1;
    return count > 1 || (count === 1 && !isOpen) || /[{}]/.test(name.replaceAll(PLACE, ''));
  });
}

function saidBy(check: CheckDocument): Keyed<Operand> {
  if (check.method !== 'claim') return [];
  const keys = ['is', 'parts', 'less', 'before', 'after', 'part', 'whole'] as const;
  const said = check as unknown as Partial<Record<string, Operand | readonly Operand[]>>;
  return keys.flatMap((key) => [said[key] ?? []].flat().map((operand) => [key, operand] as const));
}
