import { RE2JS } from 're2js';

/** Patterns in packs: RE2 syntax, matched in time linear in the text, whatever the pattern. */

export interface Pattern {
  /** Whether the pattern occurs anywhere in the text. */
  found(text: string): boolean;
}

/** `offset` counts from the start of the pattern. */
export interface PatternMistake {
  readonly offset: number;
  readonly found: string;
}

const MAX_LENGTH = 1000;

/** Never throws. Look-around, back-references and repeats above 1000 are refused, as RE2 has none. */
export function compilePattern(source: string): Pattern | PatternMistake {
  if (source.length > MAX_LENGTH) return { offset: MAX_LENGTH, found: `${source.length}` };
  const { text, offsets } = translated(source);
  try {
    const pattern = RE2JS.compile(text);
    return { found: (subject) => pattern.matcher(subject).find() };
  } catch (error) {
    const rest = (error as { input?: string }).input ?? '';
    const at = rest === '' ? -1 : text.indexOf(rest);
    const offset = at === -1 ? 0 : (offsets[at] ?? 0);
    return { offset, found: rest === '' ? source : source.slice(offset, offset + rest.length) };
  }
}

/** What people know from other dialects and RE2 writes differently. */
const FOREIGN =
  /\\\\|\\u\{([0-9a-fA-F]{1,6})\}|\\u([0-9a-fA-F]{4})|\\([pP])\{(?:Script|sc)=(\w+)\}|\(\?<(?=[A-Za-z_])/g;

/** The pattern in RE2's words, with the place in `source` that each character came from. */
function translated(source: string): { readonly text: string; readonly offsets: readonly number[] } {
  let text = '';
  const offsets: number[] = [];
  const add = (piece: string, at: (index: number) => number) => {
    for (let index = 0; index < piece.length; index++) offsets.push(at(index));
    text += piece;
  };
  let done = 0;
  for (const match of source.matchAll(FOREIGN)) {
    const [whole, braced, four, property, script] = match;
    const start = done;
    add(source.slice(start, match.index), (index) => start + index);
    add(inRe2(whole, braced ?? four, property, script), () => match.index);
    done = match.index + whole.length;
  }
  const start = done;
  add(source.slice(start), (index) => start + index);
  return { text, offsets };
}

function inRe2(whole: string, code?: string, property?: string, script?: string): string {
  if (code !== undefined) return `\\x{${code}}`;
  if (property !== undefined) return `\\${property}{${script}}`;
  return whole === '(?<' ? '(?P<' : whole;
}
