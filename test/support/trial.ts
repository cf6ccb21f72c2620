import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { runExamples } from '../../src/examples.ts';
import { METHOD_MESSAGES, RULES } from '../../src/rules/index.ts';
import { SHELF } from './paths.ts';

const KNOWN = new Map(RULES.map(({ id, options }) => [id, options]));
const HEAD = "id: trial\ntitle: {zh-CN: 试验, en: Trial}\nreviewed: '2024-06-01'\n";
const CITATIONS = 'citations:\n  - {id: c1, title: 某文件, source: 原文}\n';

function parametersOf(values: Readonly<Record<string, readonly [number, string]>>): string {
  const entries = Object.entries(values).map(
    ([id, [value, unit]]) =>
      `  - {id: ${id}, unit: '${unit}', values: [{from: '2020-01-01', value: ${value}, citation: c1}]}`,
  );
  return `parameters:\n${entries.join('\n')}\n`;
}

export type Rows = readonly (readonly (string | number | boolean | null)[])[];

interface Trial {
  readonly check: string;
  /** The pack below; base unless said. */
  readonly extend?: string;
  readonly parameters?: Readonly<Record<string, readonly [number, string]>>;
  readonly catalogue?: string;
  readonly tables: readonly Rows[];
}

/** Runs one check over some tables; answers `sheet!A1 outcome message {args}`, or `not checked: reason`. */
export async function outcomesOf({
  check,
  extend = 'base',
  parameters = {},
  catalogue,
  tables,
}: Trial): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'trial-'));
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  write('pack.yaml', `${HEAD}extends: [${extend}]\n`);
  write('citations.yaml', CITATIONS);
  if (Object.keys(parameters).length > 0) write('parameters.yaml', parametersOf(parameters));
  if (catalogue !== undefined) write('catalogue.yaml', catalogue);
  const setting = 'title: {zh-CN: 试, en: Try}, severity: error, modality: must, citations: [c1]';
  write('checks.yaml', `checks:\n  - {id: trial, ${setting}, ${check}}\n`);
  const example = {
    id: 'one',
    situation: { 'zh-CN': '一', en: 'one' },
    rules: ['trial'],
    tables: tables.map((rows) => ({ rows })),
    expect: [],
  };
  write('examples.yaml', JSON.stringify({ examples: [example] }));
  const { results } = await runExamples({ policy: folder, asOf: null, knownRules: KNOWN }, SHELF);
  const [result] = results;
  if (result === undefined) throw new Error('no result');
  expect(result.wrong).toEqual([]);
  return [
    ...result.unchecked.map(({ reason }) =>
      `not checked: ${reason.id} ${Object.values(reason.args).join(' ')}`.trim(),
    ),
    ...result.unexpected.map(({ origins: [origin], outcome, message: { id, args } }) => {
      expect(METHOD_MESSAGES[id]).toBeDefined();
      return `${origin?.sheet}!${origin?.a1} ${outcome} ${id} ${JSON.stringify(args)}`;
    }),
  ];
}
