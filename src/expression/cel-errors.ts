import type { ExpressionMistakeId, ExpressionTypes } from './expression.ts';
import { typeNameOf } from './language.ts';
import { meantBy, type Slip, slip, unknownName } from './slips.ts';
import type { Node } from './tree.ts';

/** The library's own errors, told as mistakes of ours: its sentences are English and name its own types. */

export interface CelError extends Error {
  readonly code: string;
  readonly summary: string;
  readonly range?: { readonly start: number; readonly end: number };
  readonly node?: Node;
}

export function isCelError(error: unknown): error is CelError {
  return error instanceof Error && 'code' in error && 'summary' in error;
}

const SYNTAX: Readonly<Record<string, ExpressionMistakeId>> = {
  invalid_escape_sequence: 'expression-escape',
  invalid_hex_escape: 'expression-escape',
  invalid_octal_escape: 'expression-escape',
  octal_escape_out_of_range: 'expression-escape',
  invalid_unicode_escape: 'expression-escape',
  invalid_unicode_surrogate: 'expression-escape',
  invalid_number: 'expression-number',
  invalid_exponent: 'expression-number',
  invalid_condition_type: 'expression-condition',
  invalid_logical_operand: 'expression-condition',
};

const TOKENS: Readonly<Record<string, string>> = {
  RPAREN: ')',
  RBRACKET: ']',
  RBRACE: '}',
  COLON: ':',
  COMMA: ',',
  IDENTIFIER: 'a-z',
};

export function slipOf(error: CelError, source: string, types: ExpressionTypes): Slip {
  const { code, node } = error;
  const start = error.range?.start ?? 0;
  const place = { start, end: Math.max(start, error.range?.end ?? start) };
  switch (code) {
    case 'limit_exceeded': {
      const mistake = error.summary.includes('maxDepth') ? 'expression-too-deep' : 'expression-too-large';
      return slip(source, mistake, place, { expected: /\((\d+)\)/.exec(error.summary)?.[1] ?? '' });
    }
    case 'unknown_variable':
      return unknownVariable(source, place, types);
    case 'no_such_key':
      return unknownField(source, place, node, types);
    case 'no_such_overload':
    case 'incompatible_ternary_branches':
    case 'heterogeneous_list_element':
    case 'invalid_index_type':
    case 'cannot_index_type':
    case 'invalid_comprehension_range':
      return slip(source, 'expression-types', place, { expected: plainTypes(error.summary) });
    case 'no_matching_overload':
      return slip(source, 'expression-arguments', place, { expected: plainTypes(error.summary) });
  }
  if (code === 'invalid_macro_argument') {
    return slip(source, 'expression-arguments', place, { expected: 'has(row.field)  rows.all(r, …)' });
  }
  const found = source.slice(place.start, place.end);
  return slip(source, SYNTAX[code] ?? 'expression-syntax', place, {
    found,
    expected: TOKENS[/^Expected (\w+)/.exec(error.summary)?.[1] ?? ''] ?? '',
    suggestion: meantBy(found),
  });
}

function unknownVariable(
  source: string,
  place: { readonly start: number; readonly end: number },
  types: ExpressionTypes,
): Slip {
  const found = source.slice(place.start, place.end);
  const foreign = meantBy(found);
  if (foreign !== '') return slip(source, 'expression-syntax', place, { suggestion: foreign });
  return unknownName(source, 'expression-name', place, found, Object.keys(types.variables));
}

function unknownField(
  source: string,
  place: { readonly start: number; readonly end: number },
  node: Node | undefined,
  types: ExpressionTypes,
): Slip {
  const owner = node?.left?.checkedType?.name ?? '';
  const fields = fieldsOfType(owner, types);
  return unknownName(source, 'expression-field', place, source.slice(place.start, place.end), fields);
}

export function fieldsOfType(typeName: string, types: ExpressionTypes): string[] {
  const record = recordOfType(typeName, types);
  return Object.keys(record === null ? {} : (types.records[record] ?? {}));
}

/** The record type behind a type of the library; `null` for any other type. */
export function recordOfType(typeName: string, types: ExpressionTypes): string | null {
  return Object.keys(types.records).find((record) => typeNameOf(record) === typeName) ?? null;
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'whole',
  double: 'number',
  bool: 'flag',
  'google.protobuf.Timestamp': 'date',
};

/** `no such overload: int > string` → `whole > text`: the words packs use for types. */
function plainTypes(summary: string): string {
  const detail = /(?:overload: |overload for '|, got '|type ')(.+?)'?$/.exec(summary)?.[1] ?? '';
  return detail
    .replace(/' (?:and|but found) '/, ' / ')
    .replace(/^.*?(?=\()/, (name) => name.split('.').at(-1) ?? name)
    .replaceAll(/google\.protobuf\.Timestamp|\b(?:string|int|double|bool)\b/g, (name) => WORDS[name] ?? name)
    .replaceAll(/record_(\w+)/g, (_, name: string) => name);
}
