import { compileExpression, isMistake } from '../expression/compile.ts';
import { type ExpressionScope, type KnownNames, typesFor } from '../expression/subjects.ts';
import type { Vocabulary } from '../model/policy.ts';
import type { CheckDocument, PackDocuments } from './documents.ts';
import { parameterTypesIn, parameterUnitsIn } from './layers.ts';
import { PackError, type Refuse, refuseAtOnce } from './pack-error.ts';
import type { LocatedPack } from './pack-folder.ts';
import { layVocabulary, NO_WORDS } from './vocabulary.ts';

/**
 * Holds every expression of a pack against the fields, parameters and catalogues that its layers name. Throws
 * `PackError` at the very place inside the expression. Loads the expression library.
 */
export function checkExpressions(
  pack: LocatedPack,
  layers: readonly PackDocuments[],
  refuse: Refuse = refuseAtOnce,
): void {
  const { kinds } = layers.reduce<Vocabulary>(
    (below, { columns }) => layVocabulary(below, columns ?? {}),
    NO_WORDS,
  );
  const names: KnownNames = {
    parameterTypes: parameterTypesIn(layers),
    parameterUnits: parameterUnitsIn(layers),
    catalogues: layers.flatMap(({ catalogue }) => catalogue?.catalogues.map(({ id }) => id) ?? []),
  };
  for (const [index, check] of (pack.documents.checks?.checks ?? []).entries()) {
    const of = typeof check.of === 'string' ? [check.of] : check.of;
    const own = kinds.filter(({ id }) => of.includes(id));
    for (const [keys, source, scope] of expressionsIn(check)) {
      for (const [, types] of typesFor(scope, own, names)) {
        const result = compileExpression(source, types);
        if (!isMistake(result)) continue;
        const { mistake, offset, found, expected, suggestion, caret } = result;
        const place = pack.locateInside('checks', ['checks', index, ...keys], offset);
        refuse(new PackError(mistake, place, { found, expected, suggestion, caret }));
        break;
      }
    }
  }
}

type Placed = readonly [keys: readonly string[], source: string, scope: ExpressionScope];

function* expressionsIn(check: CheckDocument): Generator<Placed> {
  const { where } = check;
  if (typeof where === 'string') yield [['where'], where, 'row'];
  if (typeof where === 'object') yield [['where', 'if'], where.if, 'row'];
  if (check.method !== 'expression') return;
  const { holds, doubt, scope = 'row' } = check;
  yield [['holds'], holds, scope];
  if (doubt !== undefined) yield [['doubt', 'if'], doubt.if, scope];
}
