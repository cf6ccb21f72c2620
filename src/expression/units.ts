import { unitOf } from '../model/units.ts';
import { recordOfType } from './cel-errors.ts';
import type { ExpressionTypes } from './expression.ts';
import { PARAM } from './language.ts';
import { slip } from './slips.ts';
import { argumentsOf, calledName, type Node, nodesOf, partsOf } from './tree.ts';

/** Where two sides must count the same thing. */
const COMPARED = ['<', '<=', '>', '>=', '==', '!=', '+', '-'];
/** A percentage and a multiple are fractions of like things; both are read as such. */
const PARTS = ['%', '‰', '倍'];

/**
 * After the types are checked: a parameter in 户 is not held against 人, nor one in 万人 against 人, which an expression
 * does not convert. Two fields may be compared whatever they count: there are no fewer residents than households.
 */
export function inspectUnits(root: Node, source: string, types: ExpressionTypes): void {
  for (const node of nodesOf(root)) {
    if (!COMPARED.includes(node.op)) continue;
    const [left, right] = partsOf(node).map((part) => unitIn(part, types));
    if (left === undefined || right === undefined || left === '' || right === '') continue;
    if (isSame(left, right) || !asksParameter(node)) continue;
    throw slip(source, 'expression-unit', node, { found: left, expected: right });
  }
}

function asksParameter(node: Node): boolean {
  return [...nodesOf(node)].some((part) => calledName(part) === PARAM.number);
}

function isSame(left: string, right: string): boolean {
  if (PARTS.includes(left) || PARTS.includes(right)) return PARTS.includes(left) && PARTS.includes(right);
  const [one, other] = [unitOf(left), unitOf(right)];
  return one.dimension === other.dimension && one.factor === other.factor;
}

/** What a part of an expression counts; empty where it cannot be told. */
function unitIn(node: Node, types: ExpressionTypes): string {
  const { units } = types;
  if (units === undefined) return '';
  if (node.op === '.') {
    const record = recordOfType(partsOf(node)[0]?.checkedType?.name ?? '', types);
    const field = (node.args as readonly [Node, string])[1];
    return record === null ? '' : (units.fields[record]?.[field] ?? '');
  }
  if (node.op === '+' || node.op === '-') {
    return partsOf(node)
      .map((part) => unitIn(part, types))
      .reduce((known, unit) => known || unit, '');
  }
  const [first] = node.op === 'call' || node.op === 'rcall' ? argumentsOf(node) : [];
  switch (calledName(node)) {
    case PARAM.number:
      return units.parameters[String(first?.args)] ?? '';
    case 'double':
    case 'sum':
      return first === undefined ? '' : unitIn(first, types);
    case 'map':
      return unitIn(argumentsOf(node).at(-1) as Node, types);
    case 'days':
      return '日';
    case 'workdays':
      return '工作日';
    default:
      return '';
  }
}
