/** What an expression in a pack is: its parts, its answers, and what can be wrong with it. */

/** How a field is read; the same words as in `columns.yaml`. */
export type FieldType = 'text' | 'id' | 'whole' | 'number' | 'date' | 'percent' | 'flag';

/** What an expression may name. Record types go by the kind of table their rows come from. */
export interface ExpressionTypes {
  readonly records: Readonly<Record<string, Readonly<Record<string, FieldType>>>>;
  /** Variables by name: one record, or `many` of them. */
  readonly variables: Readonly<Record<string, { readonly record: string; readonly many: boolean }>>;
  /** Parameters of the pack and of all it extends, on whatever day. */
  readonly parameters: Readonly<Record<string, 'number' | 'text'>>;
  readonly catalogues: readonly string[];
  /** What fields and parameters count, where it is known. */
  readonly units?: {
    readonly fields: Readonly<Record<string, Readonly<Record<string, string>>>>;
    readonly parameters: Readonly<Record<string, string>>;
  };
  /** `flag` where only yes or no will do, as in a condition. */
  readonly gives: 'flag' | 'any';
}

export interface FieldOfRecord {
  readonly record: string;
  readonly field: string;
}

/** What an expression reads, in the order of the alphabet. A rule can pass over a table that lacks one of these. */
export interface ExpressionReads {
  readonly fields: readonly FieldOfRecord[];
  readonly parameters: readonly string[];
  readonly catalogues: readonly string[];
  readonly calendar: boolean;
}

/**
 * One record by its fields. `text` and `id` are strings, `whole`, `number` and `percent` numbers (a percentage
 * as a fraction: 0.3688), `date` an ISO day, `flag` a boolean. `null` where the cell is empty or not of its type.
 */
export type ReadField = (field: string) => string | number | boolean | null;

export type Bindings = Readonly<Record<string, ReadField | readonly ReadField[]>>;

/** What was missing when an answer was sought. */
export type Lack =
  | { readonly what: 'field'; readonly record: string; readonly field: string }
  | { readonly what: 'parameter'; readonly id: string }
  | { readonly what: 'catalogue'; readonly id: string }
  | { readonly what: 'calendar'; readonly year: number };

export type AnswerValue = boolean | number | string | readonly AnswerValue[];

/** Why there is no value although nothing was missing. */
export type NoValue = 'division-by-zero' | 'out-of-range';

/**
 * What came of an expression. `unknown`: something it needs is missing, and what is there does not decide. `none`:
 * there is no such value. `too-costly`: not tried, as it might take more than `limit` steps.
 */
export type Answer =
  | { readonly is: 'value'; readonly value: AnswerValue }
  | { readonly is: 'unknown'; readonly lacks: readonly Lack[] }
  | { readonly is: 'none'; readonly why: NoValue }
  | { readonly is: 'too-costly'; readonly steps: number; readonly limit: number };

/** What is wrong with an expression, as facts; a pack's mistake of the same name words it. */
export type ExpressionMistakeId =
  | 'expression-syntax'
  | 'expression-escape'
  | 'expression-name'
  | 'expression-field'
  | 'expression-function'
  | 'expression-arguments'
  | 'expression-types'
  | 'expression-condition'
  | 'expression-whole-division'
  | 'expression-joining'
  | 'expression-unit'
  | 'expression-parameter'
  | 'expression-catalogue'
  | 'expression-literal'
  | 'expression-number'
  | 'expression-day'
  | 'expression-pattern'
  | 'expression-too-large'
  | 'expression-too-deep';

/** `offset` and `end` count UTF-16 units from the start of the source. */
export interface ExpressionMistake {
  readonly mistake: ExpressionMistakeId;
  readonly offset: number;
  readonly end: number;
  readonly found: string;
  /** What is known or was expected there; empty where nothing short can be said. */
  readonly expected: string;
  readonly suggestion: string;
  /** The line of the source with a mark under the place. */
  readonly caret: string;
}
