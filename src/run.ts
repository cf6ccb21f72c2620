import type { Origin } from './model/origin.ts';
import type { LocalText, PolicyPack } from './model/policy.ts';
import type { Fault, Finding, Input, PackClause, Run, RunSettings, Skip } from './model/run.ts';
import { byCodeUnit } from './model/text.ts';
import type { LineShift } from './model/workbook.ts';
import type { Rule } from './rules/define.ts';
import { withoutEchoes } from './rules/echoes.ts';
import { maskFindings, maskMeasures, maskRankings, maskReturned } from './rules/masking.ts';
import { type FileOutcome, ruleResults } from './rules/runner.ts';
import { figuresOf } from './runs/figures.ts';
import { sealed } from './runs/seal.ts';

export interface RunParts {
  readonly version: string;
  readonly policy: PolicyPack;
  readonly rules: readonly Rule[];
  readonly checked: readonly {
    readonly input: Input;
    readonly outcome: FileOutcome;
    readonly residents: readonly string[];
  }[];
  readonly overall: FileOutcome;
  readonly measures?: boolean;
  readonly clauses?: readonly PackClause[] | undefined;
  readonly settings: RunSettings;
}

/** Puts what was found into one result whose order depends on nothing but the input. */
export function assembleRun(parts: RunParts): Run {
  const { version, policy, checked, overall, measures: asked = false, settings, clauses } = parts;
  const { values: shown } = settings;
  const outcomes = withoutEchoes([...checked.map(({ outcome }) => outcome), overall]);
  const inputs = checked.map(({ input }) => maskReturned(input, shown));
  const found = outcomes.flatMap(({ findings }) => findings);
  const residents = new Map(checked.map(({ input, residents: names }) => [input.path, names]));
  const sorted = withLines(sortFindings(found, inputs), inputs);
  const findings = numberRepeats(maskFindings(sorted, residents, shown));
  const rules = ruleResults(policy, outcomes);
  const measures = maskMeasures(
    outcomes.flatMap((outcome) => outcome.measures),
    shown,
  );
  const idle: Skip[] = rules
    .filter(({ state, skips }) => state === 'skipped' && skips === 0)
    .map(({ id }) => ({ rule: id, reason: { id: 'nothing-to-check', args: {} }, origin: null }));
  const skips = [...outcomes.flatMap((outcome) => outcome.skips), ...idle];
  const figures = figuresOf({ inputs, rules, findings, skips }, policy, parts.rules);
  const cited = new Set([
    ...findings.flatMap(({ citations }) => citations),
    ...figures.flatMap(({ parameters }) => parameters.flatMap(({ citation }) => citation ?? [])),
  ]);
  const run: Omit<Run, 'seal'> = {
    schemaVersion: 1,
    tool: { name: 'jianfu', version },
    packs: policy.layers,
    asOf: policy.asOf,
    settings,
    terms: termsOf(policy),
    inputs,
    rules,
    findings,
    skips,
    faults: outcomes.flatMap(({ faults }): readonly Fault[] => faults),
    figures,
    rankings: maskRankings(
      outcomes.flatMap((outcome) => outcome.rankings),
      shown,
    ),
    ...(asked || measures.length > 0 ? { measures } : {}),
    ...(clauses === undefined ? {} : { clauses }),
    citations: [...policy.citations.values()].filter(({ id }) => cited.has(id)),
  };
  return sealed(run, policy);
}

/** File, sheet as it lies in the workbook, row, column, rule. */
function sortFindings(findings: readonly Finding[], inputs: readonly Input[]): Finding[] {
  const sheetOrder = new Map<string, number>();
  for (const { path, sheets } of inputs) {
    for (const [index, { sheet }] of sheets.entries()) sheetOrder.set(`${path}\n${sheet}`, index);
  }
  const place = ({ origins: [origin] }: Finding) => ({
    file: origin?.file ?? '',
    sheet: sheetOrder.get(`${origin?.file}\n${origin?.sheet}`) ?? -1,
    row: origin?.row ?? 0,
    column: origin?.column ?? 0,
  });
  return findings
    .map((finding) => ({ finding, at: place(finding) }))
    .sort(
      (left, right) =>
        byCodeUnit(left.at.file, right.at.file) ||
        left.at.sheet - right.at.sheet ||
        left.at.row - right.at.row ||
        left.at.column - right.at.column ||
        byCodeUnit(left.finding.rule, right.finding.rule) ||
        byCodeUnit(JSON.stringify(left.finding), JSON.stringify(right.finding)),
    )
    .map(({ finding }) => finding);
}

/** Two findings that say the same of rows with the same words need two fingerprints. */
function numberRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, count);
    return count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count}` };
  });
}

/** In a text file an editor shows lines and a spreadsheet rows: where they differ, both are said. */
function withLines(findings: readonly Finding[], inputs: readonly Input[]): readonly Finding[] {
  const shifts = new Map<string, readonly LineShift[]>();
  for (const { path, text } of inputs)
    if (text !== null && text.lines.length > 0) shifts.set(path, text.lines);
  if (shifts.size === 0) return findings;
  return findings.map((finding) => ({
    ...finding,
    origins: finding.origins.map((origin) => withLine(origin, shifts.get(origin.file) ?? [])),
  }));
}

function withLine(origin: Origin, shifts: readonly LineShift[]): Origin {
  const { row } = origin;
  if (row === null) return origin;
  const shift = shifts.findLast((candidate) => candidate.row <= row);
  const line = shift === undefined ? row : row - shift.row + shift.line;
  return line === row ? origin : { ...origin, line };
}

/** Labels of every id that a message or a table may carry. */
export function termsOf({ vocabulary, checks, catalogues }: PolicyPack): Record<string, LocalText> {
  const terms: Record<string, LocalText> = {};
  for (const kind of vocabulary.kinds) {
    terms[`kind.${kind.id}`] = kind.label;
    for (const { id, label } of kind.fields) terms[`field.${id}`] ??= label;
  }
  for (const { id, label } of vocabulary.lists) terms[`list.${id}`] = label;
  for (const { id, label } of vocabulary.scopes) terms[`scope.${id}`] = label;
  for (const { id, title } of catalogues.values()) terms[`catalogue.${id}`] = title;
  for (const check of checks.values()) {
    const { id, title, remedy } = check;
    terms[`check.${id}`] = title;
    if (remedy !== null) terms[`remedy.${id}`] = remedy;
    if (check.method !== 'expression') continue;
    terms[`says.${id}`] = check.says;
    if (check.doubt !== undefined) terms[`doubt.${id}`] = check.doubt.says;
  }
  return terms;
}
