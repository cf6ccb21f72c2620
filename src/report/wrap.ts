import LineBreaker from 'linebreak';
import { columnsOf } from './width.ts';

/**
 * Text as lines of at most `width` terminal columns, two for a Chinese character. Breaks where UAX #14
 * allows it, so that Chinese runs on without gaps and no line begins with a closing mark; a stretch that
 * is too wide by itself is broken anywhere. Nothing is cut.
 */
export function wrapText(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(text: string, width: number): string[] {
  if (columnsOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of stretches(text)) {
    const parts = used + columnsOf(piece.trimEnd()) <= width ? [piece] : ['', ...chop(piece, width)];
    for (const [index, part] of parts.entries()) {
      if (index > 0 && line !== '') lines.push(line.trimEnd());
      line = index > 0 ? part : line + part;
      used = index > 0 ? columnsOf(part) : used + columnsOf(part);
    }
  }
  return [...lines, line.trimEnd()];
}

/** The text cut at every place where a line may end. Ids such as serial-gap stay whole, to be copied. */
function stretches(text: string): string[] {
  const breaker = new LineBreaker(text);
  const pieces: string[] = [];
  let from = 0;
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    if (/[a-z]-$/.test(text.slice(from, next.position)) && next.position < text.length) continue;
    pieces.push(text.slice(from, next.position));
    from = next.position;
  }
  return pieces;
}

/** A stretch without any place to break, in parts that fit. */
function chop(piece: string, width: number): string[] {
  if (columnsOf(piece.trimEnd()) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (part !== '' && columnsOf(part + character.trimEnd()) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
