import { Environment } from '@marcbachmann/cel-js';
import { workingDaysBetween } from '../indicators/working-days.ts';
import type { Catalogue } from '../model/policy.ts';
import { foldText } from '../model/text.ts';
import type { ExpressionTypes } from './expression.ts';
import type { Pattern } from './pattern.ts';
import {
  CEL_TYPE,
  dayOf,
  type Frame,
  isoDay,
  Lacking,
  lack,
  NoSuchValue,
  type RecordClass,
  recordClass,
} from './record.ts';

/** CEL with our types and functions: nothing in it can reach a clock, a file or the network. */

const LIMITS = {
  maxAstNodes: 500,
  maxDepth: 32,
  maxListElements: 200,
  maxMapEntries: 1,
  maxCallArguments: 4,
};

export interface Language {
  readonly environment: Environment;
  readonly frame: Frame;
  readonly records: ReadonlyMap<string, RecordClass>;
  /** Patterns of `matches`, compiled when the expression was. */
  readonly patterns: Map<string, Pattern>;
}

/** The name a record type goes by inside the library; kinds have hyphens, which it does not know. */
export function typeNameOf(record: string): string {
  return `record_${record.replaceAll(/[^A-Za-z0-9]/g, '_')}`;
}

export function languageOf(types: ExpressionTypes): Language {
  const environment = new Environment({ limits: LIMITS });
  const frame: Frame = {
    policy: { parameters: new Map(), catalogues: new Map(), calendar: new Map() },
    lacks: new Map(),
  };
  const patterns = new Map<string, Pattern>();
  const records = new Map<string, RecordClass>();
  for (const [record, fields] of Object.entries(types.records)) {
    const ctor = recordClass(record, fields);
    records.set(record, ctor);
    const celFields = Object.fromEntries(
      Object.entries(fields).map(([field, type]) => [field, CEL_TYPE[type]] as const),
    );
    environment.registerType(typeNameOf(record), { ctor, fields: celFields });
  }
  for (const [name, { record, many }] of Object.entries(types.variables)) {
    const type = typeNameOf(record);
    environment.registerVariable(name, many ? `list<${type}>` : type);
  }
  addNumbers(environment);
  addDays(environment, frame);
  addTexts(environment, patterns);
  addPolicy(environment, frame);
  return { environment, frame, records, patterns };
}

const SYNC = { async: false } as const;
const INT_LIMIT = 2n ** 63n;

/** Whole numbers and decimals mix, as people expect of them; the library's own CEL keeps them apart. */
function addNumbers(environment: Environment): void {
  const operators: Readonly<Record<string, (left: number, right: number) => number>> = {
    '+': (left, right) => left + right,
    '-': (left, right) => left - right,
    '*': (left, right) => left * right,
    '/': (left, right) => left / right,
  };
  for (const [sign, apply] of Object.entries(operators)) {
    const handler = (left: bigint | number, right: bigint | number) => apply(Number(left), Number(right));
    environment.registerOperator(`int ${sign} double: double`, handler);
    environment.registerOperator(`double ${sign} int: double`, handler);
  }
  environment.registerOperator('int == double', (left: bigint, right: number) => Number(left) === right);
  environment.registerFunction('sum(list<int>): int', sumOfWhole, SYNC);
  environment.registerFunction(
    'sum(list<double>): double',
    (list: readonly number[]) => list.reduce((total, one) => total + one, 0),
    SYNC,
  );
}

function sumOfWhole(list: readonly bigint[]): bigint {
  const total = list.reduce((sum, one) => sum + one, 0n);
  if (total >= INT_LIMIT || total < -INT_LIMIT) throw new NoSuchValue('out-of-range');
  return total;
}

const DAY = 86_400_000;
const TIMESTAMP = 'google.protobuf.Timestamp';

function addDays(environment: Environment, frame: Frame): void {
  environment.registerFunction(`date(string): ${TIMESTAMP}`, (text: string) => dayOf(text), SYNC);
  environment.registerFunction(`year(${TIMESTAMP}): int`, (day: Date) => BigInt(day.getUTCFullYear()), SYNC);
  environment.registerFunction(
    `days(${TIMESTAMP}, ${TIMESTAMP}): int`,
    (from: Date, to: Date) => BigInt(Math.round((to.getTime() - from.getTime()) / DAY)),
    SYNC,
  );
  environment.registerFunction(
    `workdays(${TIMESTAMP}, ${TIMESTAMP}): int`,
    (from: Date, to: Date) => {
      const count = workingDaysBetween(isoDay(from), isoDay(to), frame.policy.calendar);
      if ('days' in count) return BigInt(count.days);
      lack(frame, { what: 'calendar', year: count.uncovered });
      throw new Lacking();
    },
    SYNC,
  );
}

function addTexts(environment: Environment, patterns: ReadonlyMap<string, Pattern>): void {
  environment.registerFunction(
    `string.${MATCHES}(string): bool`,
    (text: string, pattern: string) => patterns.get(pattern)?.found(text) ?? false,
    SYNC,
  );
  environment.registerFunction(
    'string.containsAny(list<string>): bool',
    (text: string, names: readonly string[]) => {
      const folded = foldText(text);
      return names.some((name) => folded.includes(foldText(name)));
    },
    SYNC,
  );
  environment.registerFunction(
    'string.isAny(list<string>): bool',
    (text: string, names: readonly string[]) => {
      const folded = foldText(text);
      return names.some((name) => folded === foldText(name));
    },
    SYNC,
  );
}

/** Names that calls are given once their written-out argument is known. */
export const MATCHES = 'matches_re2';
export const PARAM = { number: 'param_number', text: 'param_text' } as const;

function addPolicy(environment: Environment, frame: Frame): void {
  const inForce = (id: string) => {
    const parameter = frame.policy.parameters.get(id);
    if (parameter !== undefined) return parameter;
    lack(frame, { what: 'parameter', id });
    throw new Lacking();
  };
  environment.registerFunction(
    `${PARAM.number}(string): double`,
    (id: string) => {
      const { value, unit } = inForce(id);
      return unit === '%' ? Number(value) / 100 : Number(value);
    },
    SYNC,
  );
  environment.registerFunction(
    `${PARAM.text}(string): string`,
    (id: string) => String(inForce(id).value),
    SYNC,
  );
  environment.registerFunction(
    'catalogue(string): list<string>',
    (id: string) => {
      const catalogue = frame.policy.catalogues.get(id);
      if (catalogue !== undefined) return namesOf(catalogue);
      lack(frame, { what: 'catalogue', id });
      throw new Lacking();
    },
    SYNC,
  );
}

const names = new WeakMap<Catalogue, readonly string[]>();

/** Names and synonyms of a catalogue, as written. */
export function namesOf(catalogue: Catalogue): readonly string[] {
  const known = names.get(catalogue);
  if (known !== undefined) return known;
  const all = catalogue.entries.flatMap(({ name, synonyms }) => [name, ...synonyms]);
  names.set(catalogue, all);
  return all;
}
