import { argumentsOf, calledName, isLoop, type Node, partsOf, receiverOf } from './tree.ts';

/** How long lists are: those of variables and catalogues by name, and the longest of all for what cannot be told. */
export interface Sizes {
  readonly variables: ReadonlyMap<string, number>;
  readonly catalogues: ReadonlyMap<string, number>;
}

/** An upper bound of the steps an evaluation takes: a node is one step, a loop its body once per item. */
export function costOf(node: Node, sizes: Sizes): number {
  if (isLoop(node)) {
    const list = receiverOf(node) as Node;
    const body = argumentsOf(node).slice(1);
    const once = body.reduce((sum, part) => sum + costOf(part, sizes), 1);
    return costOf(list, sizes) + lengthOf(list, sizes) * once;
  }
  const parts = partsOf(node).reduce((sum, part) => sum + costOf(part, sizes), 1);
  return parts + searched(node, sizes);
}

/** Looking for something in a list goes through the list. */
function searched(node: Node, sizes: Sizes): number {
  const name = calledName(node);
  const list =
    node.op === 'in'
      ? partsOf(node)[1]
      : name === 'containsAny' || name === 'isAny' || name === 'sum'
        ? argumentsOf(node)[0]
        : undefined;
  return list === undefined ? 0 : lengthOf(list, sizes);
}

function lengthOf(list: Node, sizes: Sizes): number {
  if (list.op === 'list') return (list.args as readonly Node[]).length;
  if (isLoop(list)) return lengthOf(receiverOf(list) as Node, sizes);
  if (list.op === '?:')
    return Math.max(
      ...partsOf(list)
        .slice(1)
        .map((part) => lengthOf(part, sizes)),
    );
  if (list.op === 'id') return sizes.variables.get(String(list.args)) ?? longest(sizes);
  if (calledName(list) === 'catalogue') {
    return sizes.catalogues.get(String(argumentsOf(list)[0]?.args)) ?? 0;
  }
  return longest(sizes);
}

function longest({ variables, catalogues }: Sizes): number {
  return Math.max(1, ...variables.values(), ...catalogues.values());
}
