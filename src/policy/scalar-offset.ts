import type { ParsedNode, Scalar } from 'yaml';

/**
 * Where in the file a character of a text stands, whatever way the text is written: plain, in quotes, as a block, folded
 * over lines. Folding changes blanks and nothing else, so the place is found by counting the characters that are none.
 * An offset on a blank or at the end gives the place behind the last character before it.
 */
export function offsetInScalar(node: ParsedNode & Scalar, file: string, offset: number): number | null {
  const { value } = node;
  if (typeof value !== 'string' || node.range === undefined || node.range === null) return null;
  const wanted = value.slice(0, offset).replaceAll(/\s/gu, '').length;
  const onMark = offset < value.length && !/\s/u.test(value.charAt(offset));
  let counted = 0;
  let behind = node.range[0];
  for (const mark of marksOf(node.type ?? 'PLAIN', file, node.range[0], node.range[1])) {
    if (counted === wanted) return onMark ? mark.start : behind;
    counted += 1;
    behind = mark.end;
  }
  return counted === wanted ? behind : null;
}

interface Mark {
  readonly start: number;
  readonly end: number;
}

/** The characters of a scalar that are no blanks, one for each UTF-16 unit of its value. */
function* marksOf(type: string, file: string, from: number, to: number): Generator<Mark> {
  const quote = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 1 : 0;
  const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  let at = isBlock ? file.indexOf('\n', from) + 1 : from + quote;
  const end = to - quote;
  while (at < end) {
    const length =
      type === 'QUOTE_DOUBLE'
        ? escapeLength(file, at)
        : file.startsWith("''", at) && type === 'QUOTE_SINGLE'
          ? 2
          : 1;
    const units =
      length > 1 && type === 'QUOTE_DOUBLE' ? escapedUnits(file, at, length) : unitsOf(file.charAt(at));
    for (let unit = 0; unit < units; unit++) yield { start: at, end: at + length };
    at += length;
  }
}

function unitsOf(mark: string): number {
  return /\s/u.test(mark) ? 0 : 1;
}

const ESCAPE_LENGTHS: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };
/** Escapes that stand for a blank, or for nothing at the end of a line. */
const BLANKS = ['n', 't', 'r', 'v', 'f', ' ', '_', 'L', 'P', '\t', '\n', '\r'];

function escapeLength(file: string, at: number): number {
  return file.charAt(at) === '\\' ? (ESCAPE_LENGTHS[file.charAt(at + 1)] ?? 2) : 1;
}

function escapedUnits(file: string, at: number, length: number): number {
  const kind = file.charAt(at + 1);
  if (length === 2) return BLANKS.includes(kind) ? 0 : 1;
  const text = String.fromCodePoint(Number.parseInt(file.slice(at + 2, at + length), 16));
  return /\s/u.test(text) ? 0 : text.length;
}
