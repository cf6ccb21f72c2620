import { isCelError } from './cel-errors.ts';
import { costOf } from './cost.ts';
import type {
  Answer,
  AnswerValue,
  Bindings,
  ExpressionReads,
  ExpressionTypes,
  NoValue,
  ReadField,
} from './expression.ts';
import { type Language, namesOf } from './language.ts';
import { isoDay, Lacking, NoSuchValue, type PolicyAsked } from './record.ts';
import type { Node } from './tree.ts';

/** Steps one evaluation may take; about a second. */
export const MAX_STEPS = 5_000_000;

/** An expression after its check, ready to be asked. */
export interface Checked {
  readonly root: Node;
  readonly types: ExpressionTypes;
  readonly language: Language;
  readonly reads: ExpressionReads;
  run(context: Readonly<Record<string, unknown>>): unknown;
}

/** Never throws for bad data: what is missing, or has no value, is an answer. */
export function answerOf(checked: Checked, bindings: Bindings, policy: PolicyAsked): Answer {
  const steps = costOf(checked.root, sizesOf(checked, bindings, policy));
  if (steps > MAX_STEPS) return { is: 'too-costly', steps, limit: MAX_STEPS };
  const { frame } = checked.language;
  frame.policy = policy;
  frame.lacks = new Map();
  try {
    return { is: 'value', value: plain(checked.run(bound(checked, bindings))) };
  } catch (error) {
    const why = noValue(error);
    if (why !== null) return { is: 'none', why };
    if (!isLack(error) || frame.lacks.size === 0) throw error;
    return { is: 'unknown', lacks: [...frame.lacks.values()] };
  }
}

function sizesOf({ reads }: Checked, bindings: Bindings, { catalogues }: PolicyAsked) {
  const variables = new Map<string, number>();
  for (const [name, given] of Object.entries(bindings)) {
    if (typeof given !== 'function') variables.set(name, given.length);
  }
  const lengths = new Map<string, number>();
  for (const id of reads.catalogues) {
    const catalogue = catalogues.get(id);
    lengths.set(id, catalogue === undefined ? 0 : namesOf(catalogue).length);
  }
  return { variables, catalogues: lengths };
}

function bound({ types, language }: Checked, bindings: Bindings): Record<string, unknown> {
  const { records, frame } = language;
  const context: Record<string, unknown> = {};
  for (const [name, { record, many }] of Object.entries(types.variables)) {
    const Ctor = records.get(record);
    const given = bindings[name];
    if (Ctor === undefined || given === undefined) throw new Error(`nothing is bound to ${name}`);
    const wrapped = (read: ReadField) => new Ctor(read, frame);
    context[name] = many ? (given as readonly ReadField[]).map(wrapped) : wrapped(given as ReadField);
  }
  return context;
}

/** Codes of the library for what has no value. */
const NO_VALUES: Readonly<Record<string, NoValue>> = {
  division_by_zero: 'division-by-zero',
  modulo_by_zero: 'division-by-zero',
  numeric_overflow: 'out-of-range',
  index_out_of_bounds: 'out-of-range',
  index_out_of_range: 'out-of-range',
};

function noValue(error: unknown): NoValue | null {
  if (error instanceof NoSuchValue) return error.why;
  return isCelError(error) ? (NO_VALUES[error.code] ?? null) : null;
}

/** The library says `no_such_key` where a record gave no value. */
function isLack(error: unknown): boolean {
  return error instanceof Lacking || (isCelError(error) && error.code === 'no_such_key');
}

/** Values in the words of JavaScript: whole numbers as numbers, days as ISO text. */
function plain(value: unknown): AnswerValue {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return isoDay(value);
  if (Array.isArray(value)) return value.map(plain);
  return value as AnswerValue;
}
