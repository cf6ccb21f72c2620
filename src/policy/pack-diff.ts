import type { Citation, PolicyPack } from '../model/policy.ts';
import { byCodeUnit } from '../model/text.ts';
import type { PackDocuments, ParameterDocument } from './documents.ts';
import { layPacks } from './layers.ts';

export const DIFF_PARTS = ['citation', 'parameter', 'rule', 'entry', 'word'] as const;
export type DiffPart = (typeof DIFF_PARTS)[number];

/** Something two packs differ in; `null` on the side that does not have it. */
export interface PackDifference {
  readonly part: DiffPart;
  readonly id: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A pack to compare: everything it says, or what holds on one day. */
export interface DiffSide {
  readonly layers: readonly PackDocuments[];
  readonly asOf: string | null;
}

/** What differs between two packs, part by part and id by id. */
export function packDifferences(left: DiffSide, right: DiffSide): readonly PackDifference[] {
  const day = left.asOf !== null || right.asOf !== null;
  const [before, after] = [left, right].map((side) => statements(side, day));
  return DIFF_PARTS.flatMap((part) => {
    const [old, now] = [before?.[part] ?? new Map(), after?.[part] ?? new Map()] as const;
    const ids = [...new Set([...old.keys(), ...now.keys()])].sort(byCodeUnit);
    return ids
      .map((id) => ({ part, id, before: old.get(id) ?? null, after: now.get(id) ?? null }))
      .filter((difference) => difference.before !== difference.after);
  });
}

type Statements = Readonly<Record<DiffPart, ReadonlyMap<string, string>>>;

/** Everything a pack says, each with the text it is compared by. */
function statements({ layers, asOf }: DiffSide, onlyInForce: boolean): Statements {
  const pack = layPacks(layers, asOf);
  return {
    citation: new Map(
      [...pack.citations.values()].map(({ id, ...citation }) => [id, citationText(citation)]),
    ),
    parameter: onlyInForce ? inForce(pack) : timelines(layers),
    rule: new Map([...pack.rules.values()].map((rule) => [rule.id, ruleText(rule.id, pack)])),
    entry: new Map(
      [...pack.catalogues.values()].flatMap(({ id, entries }) =>
        entries.map(({ name, synonyms, exceptions, when, citation }): [string, string] => [
          `${id} ${name}`,
          [
            ...synonyms,
            ...exceptions.map((word) => `−${word}`),
            when === 'always' ? '' : when,
            citation ?? '',
          ]
            .filter((text) => text !== '')
            .join(' '),
        ]),
      ),
    ),
    word: new Map(wordsOf(pack)),
  };
}

function citationText({ title, issuer, number, date, clause, quote, source }: Omit<Citation, 'id'>): string {
  return [title, issuer, number, date, clause, quote, source].filter((text) => text !== null).join('\n');
}

/** The setting with the method and its keys, so that another limit counts as a change. */
function ruleText(id: string, { rules, checks }: PolicyPack): string {
  const setting = rules.get(id);
  const check = checks.get(id);
  if (setting === undefined) return '';
  const { severity, modality, citations, options } = setting;
  const keys = check === undefined ? {} : withoutNames(check as unknown as Readonly<Record<string, unknown>>);
  return [
    ...Object.entries({ severity, modality, citations, ...options, ...keys })
      .filter(([, value]) => value !== null && value !== undefined && JSON.stringify(value) !== '[]')
      .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
  ].join('\n');
}

function withoutNames(check: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { id: _id, pack: _pack, ...keys } = check;
  return keys;
}

function inForce({ parameters }: PolicyPack): Map<string, string> {
  return new Map(
    [...parameters.values()].map(({ id, value, unit, from, to, citation }) => [
      id,
      `${value} ${unit}（${from} … ${to ?? ''}）${citation ?? ''}`,
    ]),
  );
}

/** All values of all layers with their days, so that a change that is yet to come is seen too. */
function timelines(layers: readonly PackDocuments[]): Map<string, string> {
  const texts = new Map<string, string[]>();
  for (const { parameters } of layers) {
    for (const parameter of parameters?.parameters ?? []) {
      texts.set(parameter.id, [...(texts.get(parameter.id) ?? []), ...valueTexts(parameter)]);
    }
  }
  return new Map([...texts].map(([id, values]) => [id, values.join('\n')]));
}

function valueTexts({ unit, values }: ParameterDocument): string[] {
  return values.map(
    ({ from, to, value, citation }) => `${value} ${unit}（${from} … ${to ?? ''}）${citation ?? ''}`,
  );
}

function wordsOf({ vocabulary: { kinds, lists, scopes } }: PolicyPack): [string, string][] {
  return [
    ...kinds.flatMap((kind) =>
      kind.fields.flatMap((field) =>
        field.words.map((word): [string, string] => [`${kind.id}.${field.id} ${word}`, '+']),
      ),
    ),
    ...lists.flatMap(({ id, words }) => words.map((word): [string, string] => [`lists.${id} ${word}`, '+'])),
    ...scopes.flatMap(({ id, words }) =>
      words.map((word): [string, string] => [`scopes.${id} ${word}`, '+']),
    ),
  ];
}
