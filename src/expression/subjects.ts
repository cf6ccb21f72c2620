import type { KindWords } from '../model/policy.ts';
import type { ExpressionTypes, FieldType } from './expression.ts';

/** What a condition is about: one row, the rows of one table, or all rows of some kinds in the whole submission. */
export type ExpressionScope = 'row' | 'table' | 'city';

/** What the packs name, on whatever day. */
export interface KnownNames {
  readonly parameterTypes: ReadonlyMap<string, 'number' | 'text'>;
  readonly catalogues: readonly string[];
  /** What parameters count, by id. */
  readonly parameterUnits: ReadonlyMap<string, string>;
}

/** Stands for the kind where an expression is about several at once. */
export const ALL_KINDS = '*';

/**
 * What a condition over these kinds may name, by kind: `row` is a row, `rows` are the rows of a table. In a city each
 * kind is a variable of its own name, with all its rows: `staff`, `dutyList`.
 */
export function typesFor(
  scope: ExpressionScope,
  kinds: readonly KindWords[],
  names: KnownNames,
): readonly (readonly [string, ExpressionTypes])[] {
  if (scope === 'city') {
    const variables = kinds.map(({ id }) => [variableOf(id), { record: id, many: true }] as const);
    return [[ALL_KINDS, { ...baseOf(kinds, names), variables: Object.fromEntries(variables) }]];
  }
  return kinds.map((kind) => {
    const record = kind.id;
    const variables = scope === 'row' ? { row: { record, many: false } } : { rows: { record, many: true } };
    return [kind.id, { ...baseOf([kind], names), variables }] as const;
  });
}

/** `duty-list` → `dutyList`: names in expressions have no hyphens. */
export function variableOf(kind: string): string {
  return kind.replaceAll(/[-.]+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function baseOf(
  kinds: readonly KindWords[],
  { parameterTypes, parameterUnits, catalogues }: KnownNames,
): Omit<ExpressionTypes, 'variables'> {
  const fieldsOf = ({ fields }: KindWords): Record<string, FieldType> =>
    Object.fromEntries(fields.map(({ id, type }) => [id, type] as const));
  const unitsOf = ({ fields }: KindWords): Record<string, string> =>
    Object.fromEntries(
      fields.map(({ id, type, unit }) => [id, unit ?? (type === 'percent' ? '%' : '')] as const),
    );
  return {
    records: Object.fromEntries(kinds.map((kind) => [kind.id, fieldsOf(kind)] as const)),
    parameters: Object.fromEntries(parameterTypes),
    catalogues,
    units: {
      fields: Object.fromEntries(kinds.map((kind) => [kind.id, unitsOf(kind)] as const)),
      parameters: Object.fromEntries(parameterUnits),
    },
    gives: 'flag',
  };
}
