import type { PolicyPack, Severity } from '../model/policy.ts';
import type {
  Figure,
  FigureParameter,
  FigurePart,
  FigureParts,
  Finding,
  Input,
  Outcome,
  Run,
} from '../model/run.ts';
import type { RowRole } from '../model/table.ts';
import type { Rule } from '../rules/define.ts';
import { parametersOf } from './rule-parameters.ts';

/** What figures are counted from. */
export type Counted = Pick<Run, 'inputs' | 'rules' | 'findings' | 'skips' | 'waivers'>;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const OUTCOMES: readonly Outcome[] = ['breach', 'advice', 'undetermined'];
const OTHER_ROWS: readonly RowRole[] = ['title', 'meta', 'header', 'band', 'blank', 'subtotal', 'note'];
const LOOKED_AT = ['read', 'unreadable'] as const;

/** What every report counts, by the id of the figure. */
const SUMMARY: readonly (readonly [string, FigureParts])[] = [
  ['files.total', { of: 'inputs' }],
  ['files.read', { of: 'inputs', states: ['read'] }],
  ['files.unreadable', { of: 'inputs', states: ['unreadable'] }],
  ['files.skipped', { of: 'inputs', states: ['skipped'] }],
  ['files.checked', { of: 'inputs', states: LOOKED_AT }],
  ['files.with-findings', { of: 'inputs', withFindings: true }],
  ['files.without-findings', { of: 'inputs', states: LOOKED_AT, withFindings: false }],
  ['rows.total', { of: 'rows' }],
  ['rows.data', { of: 'rows', roles: ['data'] }],
  ['rows.other', { of: 'rows', roles: OTHER_ROWS }],
  ['rows.unclear', { of: 'rows', roles: ['unclear'] }],
  ['rows.skipped', { of: 'rows', roles: ['skipped'] }],
  ['rules.total', { of: 'rules' }],
  ['rules.findings', { of: 'rules', state: 'findings' }],
  ['rules.passed', { of: 'rules', state: 'passed' }],
  ['rules.skipped', { of: 'rules', state: 'skipped' }],
  ['rules.crashed', { of: 'rules', state: 'crashed' }],
  ['findings.total', { of: 'findings' }],
  ...SEVERITIES.map((severity) => [`findings.${severity}`, { of: 'findings', severity }] as const),
  ...OUTCOMES.map((outcome) => [`findings.${outcome}`, { of: 'findings', outcome }] as const),
];

/** The figures of a run: its summary, and one for each rule that found something. */
export function figuresOf(run: Counted, policy: PolicyPack, rules: readonly Rule[]): readonly Figure[] {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  return [
    ...SUMMARY.map(([id, parts]) => figure(run, id, parts, [])),
    ...run.rules
      .filter(({ findings }) => findings > 0)
      .map(({ id }) =>
        figure(
          run,
          `findings.rule.${id}`,
          { of: 'findings', rule: id },
          parametersOf(id, known.get(id), policy),
        ),
      ),
  ];
}

/** The figures of a run whose findings became fewer. Of files nothing changes: none is clean because its findings are waived. */
export function recounted(run: Pick<Run, 'figures'> & Counted): readonly Figure[] {
  return run.figures.map((one) =>
    one.parts.of === 'inputs' ? one : { ...one, value: countOf(run, one.parts) },
  );
}

const FILE = 'findings.file.';
const SKIPS = 'skips.rule.';

/** A figure by id: one that the run carries, or one of a single file or rule, which is counted when it is asked for. */
export function figureOf(run: Run, id: string): Figure | null {
  const own = run.figures.find((one) => one.id === id);
  if (own !== undefined) return own;
  const file = id.startsWith(FILE) ? id.slice(FILE.length) : null;
  if (file !== null && run.inputs.some(({ path }) => path === file))
    return figure(run, id, { of: 'findings', file }, []);
  const rule = id.startsWith(SKIPS) ? id.slice(SKIPS.length) : null;
  if (rule !== null && run.rules.some((one) => one.id === rule))
    return figure(run, id, { of: 'skips', rule }, []);
  return null;
}

function figure(
  run: Counted,
  id: string,
  parts: FigureParts,
  parameters: readonly FigureParameter[],
): Figure {
  const formula = parts.of === 'rows' ? 'sum' : 'count';
  return {
    id,
    value: countOf(run, parts),
    numerator: null,
    denominator: null,
    rounding: null,
    formula,
    parameters,
    parts,
  };
}

function countOf(run: Counted, parts: FigureParts): number {
  return partsOf(run, parts).reduce((sum, { weight }) => sum + weight, 0);
}

/** Everything that a figure is made of, in the order of the run. */
export function partsOf(run: Counted, parts: FigureParts): readonly FigurePart[] {
  switch (parts.of) {
    case 'findings':
      return run.findings
        .filter((finding) => isCounted(finding, parts))
        .map((finding) => ({ kind: 'finding', finding, weight: 1 }));
    case 'inputs':
      return inputsIn(run, parts).map((input) => ({ kind: 'input', input, weight: 1 }));
    case 'rows':
      return run.inputs.flatMap(({ path, sheets }) =>
        sheets.flatMap(({ sheet, rows }): FigurePart[] => {
          const roles = parts.roles ?? (Object.keys(rows) as RowRole[]);
          const weight = roles.reduce((sum, role) => sum + rows[role], 0);
          return weight === 0 ? [] : [{ kind: 'sheet', file: path, sheet, weight }];
        }),
      );
    case 'rules':
      return run.rules
        .filter(({ state }) => parts.state === undefined || parts.state === state)
        .map(({ id }) => ({ kind: 'rule', rule: id, weight: 1 }));
    case 'skips':
      return run.skips
        .filter(({ rule }) => rule === parts.rule)
        .map((skip) => ({ kind: 'skip', skip, weight: 1 }));
  }
}

function isCounted(finding: Finding, parts: Extract<FigureParts, { of: 'findings' }>): boolean {
  return (
    (parts.severity === undefined || parts.severity === finding.severity) &&
    (parts.outcome === undefined || parts.outcome === finding.outcome) &&
    (parts.rule === undefined || parts.rule === finding.rule) &&
    (parts.file === undefined || parts.file === finding.origins[0]?.file)
  );
}

function inputsIn(
  run: Counted,
  { states, withFindings }: Extract<FigureParts, { of: 'inputs' }>,
): readonly Input[] {
  const waived = run.waivers?.waived.map(({ finding }) => finding) ?? [];
  const found = new Set([...run.findings, ...waived].map(({ origins }) => origins[0]?.file));
  return run.inputs.filter(
    ({ path, state }) =>
      (states === undefined || states.includes(state)) &&
      (withFindings === undefined || found.has(path) === withFindings),
  );
}
