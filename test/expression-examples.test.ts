import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Answer } from '../src/expression/expression.ts';
import { typesFor } from '../src/expression/subjects.ts';
import { compiledAs, type Fields, reading } from './support/expressions.ts';
import { ROOT } from './support/paths.ts';
import { policyOf } from './support/policy.ts';

interface Example {
  readonly expression: string;
  readonly kind?: string;
  readonly row?: Fields;
  readonly rows?: readonly Fields[];
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly lacks?: readonly string[];
}

const manual = readFileSync(path.join(ROOT, 'docs/policy-packs.md'), 'utf8');
const blocks = [...manual.matchAll(/^```yaml\n(- \{expression:[\s\S]*?)^```$/gm)].map(
  ([, block = '']) => block,
);
const examples = parse(blocks[0] ?? '') as readonly Example[];
const policy = await policyOf('hohhot');
const names = {
  parameterTypes: policy.parameterTypes,
  parameterUnits: new Map<string, string>(),
  catalogues: [...policy.catalogues.keys()],
};

function answerOf({ expression, kind = 'community', row, rows }: Example): Answer {
  const kinds = policy.vocabulary.kinds.filter(({ id }) => id === kind);
  const types = typesFor(row === undefined ? 'table' : 'row', kinds, names)[0]?.[1];
  if (types === undefined) throw new Error(`no kind ${kind}`);
  const bindings = row === undefined ? { rows: (rows ?? []).map(reading) } : { row: reading(row) };
  return compiledAs(expression, types).evaluate(bindings, policy);
}

describe('the examples of expressions in the manual', () => {
  it('are the same in both languages, and at least ten', () => {
    expect(blocks).toHaveLength(2);
    expect(blocks[1]).toBe(blocks[0]);
    expect(examples.length).toBeGreaterThanOrEqual(10);
  });

  it.each(examples.map((example) => [example.expression, example] as const))('%s', (_source, example) => {
    const answer = answerOf(example);
    if (example.answer !== 'unknown') {
      expect(answer).toEqual({ is: 'value', value: example.answer === 'yes' });
      return;
    }
    expect(answer.is).toBe('unknown');
    const lacks = answer.is === 'unknown' ? answer.lacks : [];
    const named = lacks.map((lack) =>
      'field' in lack ? lack.field : 'year' in lack ? `${lack.year}` : lack.id,
    );
    expect(named).toEqual(example.lacks);
  });
});
