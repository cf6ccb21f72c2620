import type { Operand, RowsOperand } from '../../model/check.ts';
import type { FieldRecord } from '../../model/dataset.ts';
import type { Origin } from '../../model/origin.ts';
import type { PolicyPack } from '../../model/policy.ts';
import { foldText } from '../../model/text.ts';
import { unitOf } from '../../model/units.ts';
import type { TermFact } from './terms.ts';

/** A declared number: what its words leave open, and how finely it was written. */
export interface Declared {
  /** What operands call it by. */
  readonly key: string;
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly dimension: string;
  readonly text: string;
  /** Names that the wording lists, where it lists any. */
  readonly names: readonly string[];
  readonly at: Origin | null;
}

/** Both ends included. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

export function isRows(operand: Operand): operand is RowsOperand {
  return typeof operand !== 'string' && 'of' in operand;
}

/** What a sum over rows goes by among declared numbers. */
export function rowsName({ of, field }: RowsOperand): string {
  return `${of}.${field ?? ''}`;
}

/** Rows that were handed in, as a number to compare with; `null` where a cell of theirs is no number. */
export function declaredOf({ term, low, high, dimension, unread, at }: TermFact): Declared | null {
  if (unread.length > 0) return null;
  const text = low === high ? String(low) : `${low}～${high}`;
  return { key: term, name: nameOfRows(term, at), low, high, dimension, text, names: [], at: null };
}

function isCount(term: string): boolean {
  return term.endsWith('.');
}

/** By the words of the submission: the header that is added up, or the sheet whose rows are counted. */
function nameOfRows(term: string, { header, sheet }: Origin): string {
  return (isCount(term) ? null : header) ?? sheet ?? '';
}

/** A row of a table of claims; `null` where its cell holds no number. */
export function declaredIn(record: FieldRecord): Declared | null {
  const name = record.text('claim');
  const text = record.text('claimed');
  if (name === '') return null;
  const key = foldText(name);
  const names = namesIn(record.text('statement'));
  const at = record.at('claimed');
  const parts = addedUp(text);
  if (parts !== null) return { key, name, low: parts, high: parts, dimension: '', text, names, at };
  const quantity = record.quantity('claimed');
  if (quantity === null) return null;
  const { dimension, factor } = unitOf(quantity.unit);
  const half = quantity.hedge === null ? halfDigit(text) * quantity.scale : 0;
  const low = (quantity.low - half) * factor;
  return { key, name, low, high: (quantity.high + half) * factor, dimension, text, names, at };
}

/** 4+2 */
function addedUp(text: string): number | null {
  if (!/^\d+(?:[+＋]\d+)+$/u.test(text)) return null;
  return text.split(/[+＋]/u).reduce((sum, part) => sum + Number(part), 0);
}

/**
 * Half of the last digit written: 43.57% may stand for 43.565 to 43.575, 2.88万 for 28,750 to 28,850. A bare
 * whole number is a count and stands for itself.
 */
function halfDigit(text: string): number {
  const match = /\d+(?:\.(\d+))?\s*([万亿千百%％倍])?/u.exec(text.normalize('NFKC').replaceAll(',', ''));
  const [, decimals = '', sign] = match ?? [];
  return decimals === '' && sign === undefined ? 0 : 0.5 * 10 ** -decimals.length;
}

function namesIn(text: string): string[] {
  return text
    .split(/[、，,；;\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The number of an operand: declared in the submission, or a parameter of the pack on its day. */
export function operandIn(
  operand: Operand,
  declared: readonly Declared[],
  { parameters }: PolicyPack,
): Declared | null {
  if (typeof operand === 'string' || isRows(operand)) {
    const key = typeof operand === 'string' ? foldText(operand) : rowsName(operand);
    return declared.find((one) => one.key === key) ?? null;
  }
  const found = parameters.get(operand.parameter);
  if (found === undefined || typeof found.value !== 'number') return null;
  const { dimension, factor } = unitOf(found.unit);
  const value = found.value * factor;
  return {
    key: operand.parameter,
    name: operand.parameter,
    low: value,
    high: value,
    dimension,
    text: String(found.value),
    names: [],
    at: null,
  };
}

export function sumOf(plus: readonly Ends[], minus: readonly Ends[]): Ends {
  const total = (of: (ends: Ends) => number, away: (ends: Ends) => number) =>
    plus.reduce((sum, ends) => sum + of(ends), 0) - minus.reduce((sum, ends) => sum + away(ends), 0);
  return {
    low: total(
      ({ low }) => low,
      ({ high }) => high,
    ),
    high: total(
      ({ high }) => high,
      ({ low }) => low,
    ),
  };
}

/** Of numbers above zero. */
export function quotientOf(top: Ends, below: Ends): Ends {
  return { low: top.low / below.high, high: top.high / below.low };
}

/** (before − after) ÷ before: falls where more is left, and where less was there. */
export function rateOf(before: Ends, after: Ends): Ends {
  return { low: 1 - after.high / before.low, high: 1 - after.low / before.high };
}

export function meet(left: Ends, right: Ends): boolean {
  return left.low <= right.high + SLACK && right.low <= left.high + SLACK;
}

/** What binary fractions leave over. */
const SLACK = 1e-9;
