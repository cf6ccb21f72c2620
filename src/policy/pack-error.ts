import type { ExpressionMistakeId } from '../expression/expression.ts';

/** What is wrong with a pack, as facts; worded in `cli/texts.ts`. */
export type PackMistake =
  | 'not-found'
  | 'yaml'
  | 'not-utf8'
  | 'too-large'
  | 'too-many-entries'
  | 'too-deep'
  | 'directive'
  | 'several-documents'
  | 'tag'
  | 'alias'
  | 'merge-key'
  | 'repeated-key'
  | 'reserved-key'
  | 'unquoted'
  | 'outside'
  | 'extends-address'
  | 'extends-too-long'
  | 'not-in-year'
  | ExpressionMistakeId
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'not-allowed'
  | 'pattern'
  | 'no-origin'
  | 'no-words'
  | 'wrong-unit'
  | 'not-resting-on'
  | 'claim-place'
  | 'unknown-rule'
  | 'unknown-option'
  | 'unknown-citation'
  | 'unknown-entry'
  | 'unknown-kind'
  | 'unknown-field'
  | 'unknown-parameter'
  | 'unknown-catalogue'
  | 'other-unit'
  | 'limit-number'
  | 'no-clause'
  | 'taken-id'
  | 'unknown-province'
  | 'no-such-day'
  | 'ends-before'
  | 'repeated-id'
  | 'circular'
  | 'no-map'
  | 'no-waivers'
  | 'no-config'
  | 'config-outside'
  | 'unmapped-field'
  | 'ambiguous-field'
  | 'schema';

/** `line` and `column` are 1-based; 0 when the file has no such place. `path` is the way to the value. */
export interface PackPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
}

/** Thrown when a pack cannot be used. */
export class PackError extends Error {
  constructor(
    readonly mistake: PackMistake,
    readonly place: PackPlace,
    readonly args: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${place.file}:${place.line}:${place.column} ${mistake} ${place.path} ${JSON.stringify(args)}`);
  }
}

/** Hears of a mistake; throws, or notes it and lets the search go on. */
export type Refuse = (error: PackError) => void;

export const refuseAtOnce: Refuse = (error) => {
  throw error;
};

export function wholeFile(file: string): PackPlace {
  return { file, line: 0, column: 0, path: '' };
}
