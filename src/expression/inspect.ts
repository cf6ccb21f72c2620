import { fieldsOfType, recordOfType } from './cel-errors.ts';
import type { ExpressionReads, ExpressionTypes, FieldOfRecord } from './expression.ts';
import { FUNCTIONS, METHODS, WRITTEN_OUT } from './functions.ts';
import { type Language, MATCHES, PARAM } from './language.ts';
import { compilePattern } from './pattern.ts';
import { dayOf, NoSuchValue } from './record.ts';
import { slip, unknownName } from './slips.ts';
import { argumentsOf, calledName, isLoop, type Node, nodesOf, partsOf, receiverOf } from './tree.ts';

/** Loops inside loops that an expression may have. */
const MAX_NESTING = 2;
const INT_MAX = 2n ** 63n - 1n;

/** Before the types are checked: only known functions, arguments written out where they must be, no deep loops. */
export function inspectTree(root: Node, source: string, types: ExpressionTypes, language: Language): void {
  for (const node of nodesOf(root)) {
    if (node.op === 'value') inspectLiteral(node, source);
    if (node.op === 'map') throw slip(source, 'expression-syntax', node, { found: '{' });
    if (calledName(node) !== null) inspectCall(node, source, types, language);
  }
  inspectNesting(root, source, 0);
}

function inspectLiteral(node: Node, source: string): void {
  const { args } = node;
  if (typeof args === 'bigint' && args > INT_MAX) throw slip(source, 'expression-number', node);
  if (args === null) throw slip(source, 'expression-syntax', node, { suggestion: '!has(…)' });
  if (typeof args === 'object') throw slip(source, 'expression-syntax', node);
}

function inspectCall(node: Node, source: string, types: ExpressionTypes, language: Language): void {
  const name = calledName(node) as string;
  const method = node.op === 'rcall';
  const known = method ? METHODS : FUNCTIONS;
  const counts = Object.hasOwn(known, name) ? known[name] : undefined;
  if (counts === undefined) {
    const start = method ? source.indexOf(name, (receiverOf(node) as Node).end) : node.start;
    const place = { start, end: start + name.length };
    throw unknownName(source, 'expression-function', place, name, Object.keys(known));
  }
  const args = argumentsOf(node);
  if (!counts.includes(args.length)) {
    throw slip(source, 'expression-arguments', node, { expected: `${name}: ${counts.join(' / ')}` });
  }
  const written = args[0];
  if (written !== undefined && WRITTEN_OUT.includes(name))
    inspectWritten(name, node, written, source, types, language);
}

function inspectWritten(
  name: string,
  call: Node,
  argument: Node,
  source: string,
  types: ExpressionTypes,
  language: Language,
): void {
  const text = argument.args;
  if (argument.op !== 'value' || typeof text !== 'string') {
    throw slip(source, 'expression-literal', argument, { expected: name });
  }
  const parts = call.args as [string, ...unknown[]];
  switch (name) {
    case 'param': {
      const type = Object.hasOwn(types.parameters, text) ? types.parameters[text] : undefined;
      if (type === undefined)
        throw unknownName(source, 'expression-parameter', argument, text, Object.keys(types.parameters));
      parts[0] = PARAM[type];
      return;
    }
    case 'catalogue':
      if (!types.catalogues.includes(text))
        throw unknownName(source, 'expression-catalogue', argument, text, types.catalogues);
      return;
    case 'date':
      if (dayOf(text) === null) throw slip(source, 'expression-day', argument, { found: text });
      return;
    default: {
      const pattern = compilePattern(text);
      if ('offset' in pattern) throw patternSlip(source, argument, text, pattern);
      language.patterns.set(text, pattern);
      parts[0] = MATCHES;
    }
  }
}

/** The very place inside the pattern, unless escapes in the literal make it unsure. */
function patternSlip(
  source: string,
  literal: Node,
  text: string,
  mistake: { readonly offset: number; readonly found: string },
) {
  const at = source.slice(literal.start, literal.end).indexOf(text);
  const start = at === -1 || text === '' ? literal.start : literal.start + at + mistake.offset;
  return slip(
    source,
    'expression-pattern',
    { start, end: start + mistake.found.length },
    { found: mistake.found },
  );
}

function inspectNesting(node: Node, source: string, depth: number): void {
  if (!isLoop(node)) {
    for (const part of partsOf(node)) inspectNesting(part, source, depth);
    return;
  }
  if (depth === MAX_NESTING) throw slip(source, 'expression-too-deep', node, { expected: `${MAX_NESTING}` });
  inspectNesting(receiverOf(node) as Node, source, depth);
  for (const part of argumentsOf(node)) inspectNesting(part, source, depth + 1);
}

const NUMBERS = ['int', 'double'];
const ANSWERS = [...NUMBERS, 'bool', 'string', 'google.protobuf.Timestamp'];

/** After the types are checked: what CEL allows and the field would trip over. */
export function inspectTypes(root: Node, source: string, types: ExpressionTypes): void {
  for (const node of nodesOf(root)) {
    const type = node.checkedType?.name ?? '';
    if (node.op === '+' && !NUMBERS.includes(type)) throw slip(source, 'expression-joining', node);
    if (node.op === '/') guardDivision(node, source, type);
    if (node.op === '[]' && recordOfType(node.left?.checkedType?.name ?? '', types) !== null)
      throw slip(source, 'expression-types', node, { suggestion: '.' });
    if (calledName(node) === 'has' && node.op === 'call') inspectHas(node, source, types);
    if (calledName(node) === 'double' && argumentsOf(node)[0]?.checkedType?.name === 'string')
      throw slip(source, 'expression-arguments', node, { expected: 'double(text)' });
  }
  const given = root.checkedType?.name ?? '';
  const inner = /^list<(.+)>$/.exec(given)?.[1] ?? given;
  if (types.gives === 'flag' ? given !== 'bool' : !ANSWERS.includes(inner)) {
    throw slip(source, 'expression-condition', root);
  }
}

/** Whole by whole would drop the rest in silence; by zero there is no number, not infinity. */
function guardDivision(node: Node, source: string, type: string): void {
  if (type === 'int') throw slip(source, 'expression-whole-division', node);
  const divide = node.handle;
  if (divide === undefined) throw new Error('the expression library keeps its operators elsewhere');
  node.handle = (left, right, ...rest) => {
    if (Number(right) === 0) throw new NoSuchValue('division-by-zero');
    return divide(left, right, ...rest);
  };
}

function inspectHas(node: Node, source: string, types: ExpressionTypes): void {
  const argument = argumentsOf(node)[0] as Node;
  if (argument.op !== '.')
    throw slip(source, 'expression-arguments', argument, { expected: 'has(row.field)' });
  const [owner, field] = argument.args as readonly [Node, string];
  const record = recordOfType(owner.checkedType?.name ?? '', types);
  if (record === null) throw slip(source, 'expression-arguments', argument, { expected: 'has(row.field)' });
  const known = fieldsOfType(owner.checkedType?.name ?? '', types);
  const place = { start: argument.pos, end: argument.end };
  if (!known.includes(field)) throw unknownName(source, 'expression-field', place, field, known);
}

/** What the tree reads; to be asked once the types are checked. */
export function readsOf(root: Node, types: ExpressionTypes): ExpressionReads {
  const fields = new Map<string, FieldOfRecord>();
  const parameters = new Set<string>();
  const catalogues = new Set<string>();
  let calendar = false;
  for (const node of nodesOf(root)) {
    const owner = node.op === '.' ? (partsOf(node)[0]?.checkedType?.name ?? '') : '';
    const record = recordOfType(owner, types);
    if (record !== null) {
      const field = (node.args as readonly [Node, string])[1];
      fields.set(`${record}.${field}`, { record, field });
    }
    const name = calledName(node);
    if (name === PARAM.number || name === PARAM.text) parameters.add(String(argumentsOf(node)[0]?.args));
    if (name === 'catalogue') catalogues.add(String(argumentsOf(node)[0]?.args));
    if (name === 'workdays') calendar = true;
  }
  return {
    fields: [...fields].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, field]) => field),
    parameters: [...parameters].sort(),
    catalogues: [...catalogues].sort(),
    calendar,
  };
}
