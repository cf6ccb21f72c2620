/** The parsed expression as the library leaves it: only what we look at. Pinned to its exact version for that. */
export interface Node {
  readonly op: string;
  args: unknown;
  readonly pos: number;
  readonly start: number;
  readonly end: number;
  /** Left operand and type, once the types have been checked. */
  readonly left?: Node;
  readonly checkedType?: { readonly name: string; readonly kind: string };
  handle?: (left: unknown, right: unknown, node: Node, evaluator: unknown) => unknown;
}

/** Name of a function or method call; `null` for anything else. */
export function calledName(node: Node): string | null {
  return node.op === 'call' || node.op === 'rcall' ? (node.args as readonly [string])[0] : null;
}

/** What a method is called on; `null` for a function. */
export function receiverOf(node: Node): Node | null {
  return node.op === 'rcall' ? (node.args as readonly [string, Node])[1] : null;
}

export function argumentsOf(node: Node): readonly Node[] {
  const args = node.args as readonly unknown[];
  return (node.op === 'rcall' ? args[2] : args[1]) as readonly Node[];
}

/** The parts of a node, from left to right. */
export function partsOf(node: Node): readonly Node[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case 'call':
      return argumentsOf(node);
    case 'rcall':
      return [receiverOf(node) as Node, ...argumentsOf(node)];
    case '.':
      return [(node.args as readonly Node[])[0] as Node];
    case 'map':
      return (node.args as readonly (readonly Node[])[]).flat();
    default:
      return Array.isArray(node.args) ? (node.args as readonly Node[]) : [node.args as Node];
  }
}

/** Every node, what holds before what it holds. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const part of partsOf(node)) yield* nodesOf(part);
}

/** Macros go through a list: what stands behind their first argument is done once per item. */
const MACROS = ['all', 'exists', 'exists_one', 'map', 'filter'];

export function isLoop(node: Node): boolean {
  return node.op === 'rcall' && MACROS.includes(calledName(node) ?? '');
}
