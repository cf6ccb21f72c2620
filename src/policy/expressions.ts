import type { ExpressionMistake } from '../expression/expression.ts';
import type { DocumentName } from './documents.ts';
import { PackError } from './pack-error.ts';
import type { LocatedPack } from './pack-folder.ts';

/** A mistake in an expression of a pack, at the very place inside it: file, line and column. */
export function expressionError(
  pack: LocatedPack,
  document: DocumentName,
  keys: readonly (string | number)[],
  { mistake, offset, found, expected, suggestion, caret }: ExpressionMistake,
): PackError {
  const place = pack.locateInside(document, keys, offset);
  return new PackError(mistake, place, { found, expected, suggestion, caret });
}
