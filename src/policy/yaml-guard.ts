import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  type YAMLError,
} from 'yaml';
import type { PackMistake } from './pack-error.ts';

/** What a pack may not hold although YAML allows it: what makes files slow, large, or read as something else. */

/** `offset` counts UTF-16 units from the start of the file; `keys` lead to the value. */
export interface YamlMistake {
  readonly mistake: PackMistake;
  readonly offset: number;
  readonly keys: readonly (string | number)[];
  readonly args: Readonly<Record<string, string | number>>;
}

/** A file that holds more is refused before it is parsed, which takes some 30 microseconds per entry. */
const MAX_ENTRIES = 20_000;
const MAX_DEPTH = 32;
/** Parsing this deep is still safe; what is deeper would end in the parser's own stack. */
const MAX_PARSED_DEPTH = 200;

/** Looks at the text before it is parsed. */
export function guardText(text: string): YamlMistake | null {
  const directive = /^%.*$/m.exec(text);
  if (directive !== null) return at('directive', directive.index, { found: directive[0].trim() });
  let entries = 0;
  let open = 0;
  for (let index = 0; index < text.length; index++) {
    const mark = text.charCodeAt(index);
    if (mark === NEWLINE || mark === COMMA) entries += 1;
    else if (mark === BRACKET || mark === BRACE) open += 1;
    else if ((mark === BRACKET_END || mark === BRACE_END) && open > 0) open -= 1;
    if (entries > MAX_ENTRIES) return at('too-many-entries', index, { expected: MAX_ENTRIES });
    if (open > MAX_PARSED_DEPTH) return at('too-deep', index, { expected: MAX_DEPTH });
  }
  const indented = /^[ \-?]{200,}/m.exec(text);
  return indented === null
    ? null
    : at('too-deep', indented.index + indented[0].length - 1, { expected: MAX_DEPTH });
}

const NEWLINE = 10;
const COMMA = 44;
const BRACKET = 91;
const BRACKET_END = 93;
const BRACE = 123;
const BRACE_END = 125;

function at(mistake: PackMistake, offset: number, args: YamlMistake['args'] = {}): YamlMistake {
  return { mistake, offset, keys: [], args };
}

/** What the parser itself complained of first. */
export function parserMistake({ errors, warnings }: Document): YamlMistake | null {
  const first: YAMLError | undefined = errors[0] ?? warnings[0];
  if (first === undefined) return null;
  const [offset] = first.pos;
  switch (first.code) {
    case 'MULTIPLE_DOCS':
      return at('several-documents', offset);
    case 'TAG_RESOLVE_FAILED':
      return at('tag', offset, { found: /: (\S+)$/.exec(first.message)?.[1]?.replace(CORE, '!!') ?? '' });
    case 'RESOURCE_EXHAUSTION':
      return at('too-deep', offset, { expected: MAX_DEPTH });
    default:
      return at('yaml', offset, { code: first.code, found: first.message });
  }
}

const CORE = 'tag:yaml.org,2002:';

interface Visit {
  readonly node: Node | null;
  readonly keys: readonly (string | number)[];
}

/** Looks at every node in the order of the file. */
export function guardNodes(document: Document, text: string): YamlMistake | null {
  const waiting: Visit[] = [{ node: document.contents, keys: [] }];
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    const { node, keys } = visit;
    if (node === null) continue;
    const mistake = guardNode(node, keys, text);
    if (mistake !== null) return mistake;
    if (isMap(node)) {
      const wrong = guardKeys(node.items as readonly { key: unknown }[], keys, text);
      if (wrong !== null) return wrong;
    }
    waiting.push(...insideOf(node, keys).reverse());
  }
  return null;
}

function insideOf(node: Node, keys: Visit['keys']): Visit[] {
  if (isSeq(node)) return node.items.map((item, index) => ({ node: item as Node, keys: [...keys, index] }));
  if (!isMap(node)) return [];
  return node.items.map(({ key, value }) => ({
    node: value as Node | null,
    keys: [...keys, isScalar(key) ? String(key.value) : ''],
  }));
}

function guardNode(node: Node, keys: Visit['keys'], text: string): YamlMistake | null {
  const offset = (node as ParsedNode).range?.[0] ?? 0;
  if (isAlias(node)) return { mistake: 'alias', offset, keys, args: { found: `*${node.source}` } };
  if (keys.length > MAX_DEPTH) return { mistake: 'too-deep', offset, keys, args: { expected: MAX_DEPTH } };
  if (node.tag !== undefined) {
    return { mistake: 'tag', offset, keys, args: { found: node.tag.replace(CORE, '!!') } };
  }
  if (!isScalar(node) || node.type !== 'PLAIN') return null;
  const written = text.slice(offset, (node as ParsedNode).range?.[1]);
  const misread = typeof node.value === 'number' ? !PLAIN_NUMBER.test(written) : PLAIN_DAY.test(written);
  return misread
    ? { mistake: 'unquoted', offset, keys, args: { found: written, expected: `'${written}'` } }
    : null;
}

/** Numbers that mean what they look like. 010, 1e5, 0x1F and long ones are codes, or better written in larger units. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,7})(?:\.\d+)?$/;
/** Text by YAML 1.2, a date by 1.1: what other programs would read differently is written with quotes. */
const PLAIN_DAY = /^\d{4}-\d{1,2}-\d{1,2}/;

const RESERVED = ['__proto__', 'constructor', 'prototype'];

function guardKeys(
  items: readonly { key: unknown }[],
  keys: Visit['keys'],
  text: string,
): YamlMistake | null {
  const seen = new Set<string>();
  for (const { key } of items) {
    const range = (key as ParsedNode | null)?.range;
    const offset = range?.[0] ?? 0;
    const found = text.slice(offset, range?.[1]).trim();
    const mistake = keyMistake(key, seen);
    if (mistake !== null) return { mistake, offset, keys, args: { found, expected: `'${found}'` } };
    seen.add((key as { value: string }).value);
  }
  return null;
}

function keyMistake(key: unknown, seen: ReadonlySet<string>): PackMistake | null {
  if (isAlias(key)) return 'alias';
  if (!isScalar(key) || typeof key.value !== 'string') return 'unquoted';
  if (key.tag !== undefined) return 'tag';
  if (key.value === '<<') return 'merge-key';
  if (RESERVED.includes(key.value)) return 'reserved-key';
  return seen.has(key.value) ? 'repeated-key' : null;
}
