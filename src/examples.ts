import type { PolicyPack } from './model/policy.ts';
import type { Finding, Input, Skip } from './model/run.ts';
import type { Sheet, Workbook } from './model/workbook.ts';
import type { ExampleDocument, ExpectedFinding } from './policy/documents.ts';
import { examplesOf, type LoadRequest, loadPolicy, type PackShelf } from './policy/load.ts';
import { readRecords } from './records/records.ts';
import type { Rule } from './rules/define.ts';
import { rulesOf } from './rules/rules-of.ts';
import { type FileOutcome, ruleResults, runFileRules, runSetRules } from './rules/runner.ts';
import { findTables } from './tables/tables.ts';

/** How one example of a pack came out. Right when the last four lists are empty. */
export interface ExampleResult {
  readonly example: ExampleDocument;
  /** Expected, and not found. */
  readonly missing: readonly ExpectedFinding[];
  /** Found, and not expected. */
  readonly unexpected: readonly Finding[];
  /** Rules that could not be checked although the example does not say so, and why. */
  readonly unchecked: readonly Pick<Skip, 'rule' | 'reason'>[];
  /** Rules that failed, or were checked although the example says they cannot be, or are not in force. */
  readonly wrong: readonly { readonly rule: string; readonly why: 'fault' | 'checked' | 'not-in-force' }[];
}

/** A check of the pack without an example that finds something, or without one that finds nothing. */
export interface Untried {
  readonly rule: string;
  readonly lacks: 'finding' | 'pass';
}

export interface ExamplesResult {
  readonly results: readonly ExampleResult[];
  readonly untried: readonly Untried[];
}

/** Runs the examples in a pack's own folder, not those of what it extends. Throws `PackError`. */
export async function runExamples(request: LoadRequest, shelf: PackShelf): Promise<ExamplesResult> {
  const examples = await examplesOf(request.policy, shelf);
  const packs = new Map<string | null, PolicyPack>();
  const results: ExampleResult[] = [];
  for (const example of examples) {
    const asOf = example.asOf ?? request.asOf;
    const policy = packs.get(asOf) ?? (await loadPolicy({ ...request, asOf }, shelf));
    packs.set(asOf, policy);
    results.push(runExample(example, policy, await rulesOf(policy)));
  }
  const policy = await loadPolicy(request, shelf);
  return { results, untried: untriedChecks(policy, examples) };
}

/** The checks of the pack asked for that lack an example; those of what it extends are not its business. */
export function untriedChecks(policy: PolicyPack, examples: readonly ExampleDocument[]): Untried[] {
  const own = policy.layers.at(-1)?.id;
  const made = [...policy.checks.values()].filter(({ pack }) => pack === own).map(({ id }) => id);
  return made.flatMap((rule) => untriedIn(rule, examples));
}

export function isRight({ missing, unexpected, unchecked, wrong }: ExampleResult): boolean {
  return [missing, unexpected, unchecked, wrong].every((list) => list.length === 0);
}

function untriedIn(rule: string, examples: readonly ExampleDocument[]): Untried[] {
  const own = examples.filter(
    ({ rules, unchecked = [] }) => rules.includes(rule) && !unchecked.includes(rule),
  );
  const finds = ({ expect }: ExampleDocument) => expect.some((expected) => expected.rule === rule);
  return [
    ...(own.some(finds) ? [] : [{ rule, lacks: 'finding' as const }]),
    ...(own.some((example) => !finds(example)) ? [] : [{ rule, lacks: 'pass' as const }]),
  ];
}

function runExample(example: ExampleDocument, policy: PolicyPack, known: readonly Rule[]): ExampleResult {
  const { rules: names, expect, unchecked: cannot = [] } = example;
  const rules = known.filter(({ id }) => names.includes(id));
  const outcomes = [...filesOf(example)].map(([file, workbook]): FileOutcome => {
    const tables = findTables(file, workbook, policy.vocabulary);
    return runFileRules(rules, inputFor(file, workbook), readRecords(tables), policy);
  });
  const all = [...outcomes, runSetRules(rules, outcomes, policy)];
  const findings = all.flatMap((outcome) => outcome.findings);
  const skips = all.flatMap((outcome) => outcome.skips);
  const states = new Map(ruleResults(policy, all).map(({ id, state }) => [id, state]));
  const { missing, unexpected } = compare(expect, findings, example);
  return {
    example,
    missing,
    unexpected,
    unchecked: names
      .filter((rule) => states.get(rule) === 'skipped' && !cannot.includes(rule))
      .map((rule) => skips.find((skip) => skip.rule === rule) ?? nothingFor(rule)),
    wrong: names.flatMap((rule): ExampleResult['wrong'] => {
      const state = states.get(rule);
      if (state === undefined) return [{ rule, why: 'not-in-force' }];
      if (state === 'crashed') return [{ rule, why: 'fault' }];
      return cannot.includes(rule) && state !== 'skipped' ? [{ rule, why: 'checked' }] : [];
    }),
  };
}

function nothingFor(rule: string): Pick<Skip, 'rule' | 'reason'> {
  return { rule, reason: { id: 'nothing-to-check', args: {} } };
}

/** Each expected finding takes one of those found; what is left on either side is told. */
function compare(
  expect: readonly ExpectedFinding[],
  findings: readonly Finding[],
  example: ExampleDocument,
): { missing: ExpectedFinding[]; unexpected: Finding[] } {
  const unexpected = [...findings];
  const missing = expect.filter((expected) => {
    const index = unexpected.findIndex((finding) => isExpected(finding, expected, example));
    if (index === -1) return true;
    unexpected.splice(index, 1);
    return false;
  });
  return { missing, unexpected };
}

function isExpected(finding: Finding, expected: ExpectedFinding, { tables }: ExampleDocument): boolean {
  const [origin] = finding.origins;
  const at = expected.at.includes('!') ? expected.at : `${sheetName(tables[0], 0)}!${expected.at}`;
  const { outcome, message, args = {} } = expected;
  return (
    finding.rule === expected.rule &&
    `${origin?.sheet}!${origin?.a1}` === at &&
    (outcome === undefined || finding.outcome === outcome) &&
    (message === undefined || finding.message.id === message) &&
    Object.entries(args).every(([name, value]) => finding.message.args[name] === value)
  );
}

type ExampleTable = ExampleDocument['tables'][number];

function sheetName(table: ExampleTable | undefined, index: number): string {
  return table?.sheet ?? `表${index + 1}`;
}

/** Tables of one file are its sheets. */
function filesOf({ id, tables }: ExampleDocument): Map<string, Workbook> {
  const files = new Map<string, Sheet[]>();
  for (const [index, table] of tables.entries()) {
    const file = table.file ?? `${id}.xlsx`;
    const rows = table.rows.map((cells, row) => ({
      number: row + 1,
      cells: cells.map((cell) => cell ?? undefined),
      hidden: false,
    }));
    const sheet = {
      name: sheetName(table, index),
      hidden: false,
      merges: [],
      hiddenColumns: [],
      rows: () => rows,
    };
    files.set(file, [...(files.get(file) ?? []), sheet]);
  }
  return new Map(
    [...files].map(([file, sheets]) => [
      file,
      { format: 'xlsx', encoding: null, countedCells: null, sheets },
    ]),
  );
}

function inputFor(path: string, { format, encoding, countedCells }: Workbook): Input {
  const read = {
    sha256: null,
    bytes: 0,
    state: 'read',
    unreadable: null,
    text: null,
    handover: null,
    skipped: null,
    sheets: [],
    joined: [],
  } as const;
  return { path, format, encoding, countedCells, ...read };
}
