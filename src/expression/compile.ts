import { isCelError, slipOf } from './cel-errors.ts';
import { answerOf, type Checked } from './evaluate.ts';
import type { Answer, Bindings, ExpressionMistake, ExpressionReads, ExpressionTypes } from './expression.ts';
import { inspectTree, inspectTypes, readsOf } from './inspect.ts';
import { type Language, languageOf } from './language.ts';
import type { PolicyAsked } from './record.ts';
import { Slip, slip } from './slips.ts';
import type { Node } from './tree.ts';
import { inspectUnits } from './units.ts';

const MAX_LENGTH = 4000;

/** An expression whose names and types are right. */
export interface Expression {
  readonly source: string;
  readonly reads: ExpressionReads;
  /** `bindings` gives every variable that the types name. Never throws for bad data. */
  evaluate(bindings: Bindings, policy: PolicyAsked): Answer;
}

/**
 * Reads a CEL expression and checks every name and type in it; gives the first mistake, with its place, if there is
 * one. This module loads the expression library, so import it only where a pack has expressions.
 */
export function compileExpression(source: string, types: ExpressionTypes): Expression | ExpressionMistake {
  try {
    const checked = check(source, types);
    return {
      source,
      reads: checked.reads,
      evaluate: (bindings, policy) => answerOf(checked, bindings, policy),
    };
  } catch (error) {
    if (error instanceof Slip) return error.mistake;
    if (isCelError(error)) return slipOf(error, source, types).mistake;
    throw error;
  }
}

export function isMistake(result: Expression | ExpressionMistake): result is ExpressionMistake {
  return 'mistake' in result;
}

function check(source: string, types: ExpressionTypes): Checked {
  if (source.length > MAX_LENGTH) {
    const place = { start: MAX_LENGTH, end: MAX_LENGTH };
    throw slip(source, 'expression-too-large', place, { expected: `${MAX_LENGTH}` });
  }
  const language = languageFor(types);
  const program = language.environment.parse(source);
  const root = program.ast as unknown as Node;
  inspectTree(root, source, types, language);
  const { valid, error } = program.check();
  if (!valid) throw error;
  inspectTypes(root, source, types);
  inspectUnits(root, source, types);
  return { root, types, language, reads: readsOf(root, types), run: (context) => program(context) };
}

/** Setting up a language costs more than an expression does; many expressions share the same types. */
const languages = new WeakMap<ExpressionTypes, Language>();

function languageFor(types: ExpressionTypes): Language {
  const known = languages.get(types);
  if (known !== undefined) return known;
  const language = languageOf(types);
  languages.set(types, language);
  return language;
}
