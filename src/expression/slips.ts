import { nearest } from '../model/text.ts';
import { caretUnder } from './caret.ts';
import type { ExpressionMistake, ExpressionMistakeId } from './expression.ts';

/** Thrown while an expression is looked at; `compileExpression` hands back the mistake. */
export class Slip extends Error {
  constructor(readonly mistake: ExpressionMistake) {
    super(mistake.mistake);
  }
}

interface Details {
  readonly found?: string;
  readonly expected?: string;
  readonly suggestion?: string;
}

export function slip(
  source: string,
  mistake: ExpressionMistakeId,
  place: { readonly start: number; readonly end: number },
  { found = source.slice(place.start, place.end), expected = '', suggestion = '' }: Details = {},
): Slip {
  const { start: offset, end } = place;
  return new Slip({ mistake, offset, end, found, expected, suggestion, caret: caretUnder(source, offset) });
}

/** A name that leads nowhere, with those that would and the one that was likely meant. */
export function unknownName(
  source: string,
  mistake: ExpressionMistakeId,
  place: { readonly start: number; readonly end: number },
  found: string,
  known: readonly string[],
): Slip {
  return slip(source, mistake, place, {
    found,
    expected: shortList(known),
    suggestion: nearest(found, known) ?? '',
  });
}

const MANY = 24;

function shortList(known: readonly string[]): string {
  return known.length > MANY ? `${known.slice(0, MANY).join(' ')} …` : known.join(' ');
}

/** What people write for what CEL writes: other languages, and full-width marks from a Chinese keyboard. */
const MEANT: Readonly<Record<string, string>> = {
  '=': '==',
  '<>': '!=',
  and: '&&',
  or: '||',
  not: '!',
  '&': '&&',
  '|': '||',
  且: '&&',
  和: '&&',
  或: '||',
  非: '!',
  不是: '!',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '×': '*',
  '÷': '/',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '、': ',',
  null: '!has(…)',
};

export function meantBy(found: string): string {
  const meant = MEANT[found];
  if (meant !== undefined) return meant;
  const folded = found.normalize('NFKC');
  return folded === found ? '' : folded;
}
