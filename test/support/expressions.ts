import { compileExpression, type Expression, isMistake } from '../../src/expression/compile.ts';
import type {
  Answer,
  ExpressionMistake,
  ExpressionTypes,
  ReadField,
} from '../../src/expression/expression.ts';
import type { PolicyAsked } from '../../src/expression/record.ts';
import type { Calendar, Catalogue, Parameter } from '../../src/model/policy.ts';

/** A roster's row, alone and among others, and a worker's row: what most expressions are about. */
export const TYPES: ExpressionTypes = {
  records: {
    community: {
      name: 'text',
      code: 'id',
      households: 'whole',
      residents: 'whole',
      area: 'number',
      rate: 'percent',
      founded: 'date',
      load: 'text',
      stable: 'flag',
    },
    'staff-post': { community: 'text', posts: 'whole' },
  },
  variables: {
    row: { record: 'community', many: false },
    rows: { record: 'community', many: true },
    staffPost: { record: 'staff-post', many: true },
  },
  parameters: { 'community.households.max': 'number', 'rate.floor': 'number', 'word.plain': 'text' },
  catalogues: ['word.overloaded'],
  gives: 'any',
};

export type Fields = Readonly<Record<string, string | number | boolean | null>>;

export function reading(fields: Fields): ReadField {
  return (field) => fields[field] ?? null;
}

const parameter = (id: string, value: number | string, unit: string): [string, Parameter] => [
  id,
  { id, value, unit, from: '2024-01-01', to: null, citation: 'c1', pack: 'p', region: null },
];

const overloaded: Catalogue = {
  id: 'word.overloaded',
  title: { 'zh-CN': '负荷过重的说法', en: '负荷过重的说法' },
  citation: null,
  entries: [{ name: '过重', synonyms: ['超负荷'], exceptions: [], when: 'always', citation: null }],
  pack: 'p',
};

const calendar: Calendar = new Map([
  [
    2024,
    {
      year: 2024,
      off: [
        '2024-02-10',
        '2024-02-11',
        '2024-02-12',
        '2024-02-13',
        '2024-02-14',
        '2024-02-15',
        '2024-02-16',
        '2024-02-17',
      ],
      work: ['2024-02-04', '2024-02-18'],
      citation: 'c1',
      pack: 'p',
    },
  ],
]);

/** In force: all but the parameter `word.plain`, which is known and has no value on the day. */
export const POLICY: PolicyAsked = {
  parameters: new Map([parameter('community.households.max', 3000, '户'), parameter('rate.floor', 30, '%')]),
  catalogues: new Map([['word.overloaded', overloaded]]),
  calendar,
};

export function compiledAs(source: string, types: ExpressionTypes = TYPES): Expression {
  const result = compileExpression(source, types);
  if (isMistake(result)) throw new Error(`${result.mistake} at ${result.offset}\n${result.caret}`);
  return result;
}

export function mistakeIn(source: string, types: ExpressionTypes = TYPES): ExpressionMistake {
  const result = compileExpression(source, types);
  if (!isMistake(result)) throw new Error(`no mistake found in ${source}`);
  return result;
}

export function answerTo(source: string, row: Fields, others: readonly Fields[] = []): Answer {
  return compiledAs(source).evaluate(
    { row: reading(row), rows: [row, ...others].map(reading), staffPost: [] },
    POLICY,
  );
}
