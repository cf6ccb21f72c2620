import type {
  ChangedFinding,
  ComparedRun,
  FindingChange,
  LostWhy,
  RuleCounts,
  RunComparison,
  RunStep,
  Trend,
} from '../model/comparison.ts';
import { FINDING_CHANGES } from '../model/comparison.ts';
import { canonicalText } from '../model/digest.ts';
import type { Finding, Run } from '../model/run.ts';
import { byCodeUnit } from '../model/text.ts';
import { roundHalfUp } from '../model/units.ts';
import { matchFindings } from './match-findings.ts';
import { pairFiles } from './pair-files.ts';

export interface NamedRun {
  readonly name: string;
  readonly run: Run;
}

/** Runs in the order given: from month to month, or district beside district. */
export function compareRuns(named: readonly NamedRun[]): RunComparison {
  const runs = named.map(({ run }) => run);
  const [first] = runs;
  return {
    runs: named.map(comparedRun),
    steps: runs.slice(1).map((run, index) => stepBetween(runs[index] as Run, run)),
    rules: ruleCounts(runs),
    isSameBasis: runs.every((run) => basisOf(run) === basisOf(first as Run)),
  };
}

function basisOf({ tool, seal, settings }: Run): string {
  return canonicalText([tool, seal.policy, settings]);
}

function comparedRun({ name, run }: NamedRun): ComparedRun {
  const figure = (id: string) => run.figures.find((one) => one.id === id)?.value ?? 0;
  const [rows, findings] = [figure('rows.data'), figure('findings.total')];
  return {
    name,
    packs: run.packs,
    asOf: run.asOf,
    tool: run.tool,
    seal: run.seal.code,
    files: figure('files.total') - figure('files.skipped'),
    rows,
    findings,
    errors: figure('findings.error'),
    per100: rows === 0 ? null : roundHalfUp((findings / rows) * 100),
  };
}

function stepBetween(before: Run, after: Run): RunStep | null {
  const pairs = pairFiles(before.inputs, after.inputs);
  const looked = (run: Run) => run.inputs.filter(({ state }) => state !== 'skipped').map(({ path }) => path);
  if (pairs.length === 0 && looked(before).length > 0 && looked(after).length > 0) return null;
  const [left, right] = [new Set(pairs.map((one) => one.before)), new Set(pairs.map((one) => one.after))];
  const findings = changedFindings(before, after, new Map(pairs.map((pair) => [pair.before, pair.after])));
  const count = (change: FindingChange) => findings.filter((one) => one.change === change).length;
  return {
    files: {
      pairs,
      gone: looked(before).filter((path) => !left.has(path)),
      added: looked(after).filter((path) => !right.has(path)),
    },
    counts: Object.fromEntries(FINDING_CHANGES.map((change) => [change, count(change)])) as RunStep['counts'],
    findings,
  };
}

/** Every finding of both runs once: those of the later run in its order, then those that are there no more. */
function changedFindings(
  before: Run,
  after: Run,
  pairs: ReadonlyMap<string, string>,
): readonly ChangedFinding[] {
  const earlier = matchFindings(before.findings, after.findings, pairs);
  const known = new Set(pairs.values());
  const told = new Set<Finding>();
  const now = after.findings.map((finding): ChangedFinding => {
    const same = earlier.get(finding) ?? null;
    if (same === null) {
      const change = known.has(fileOf(finding)) ? 'new' : 'added';
      return { change, before: null, after: finding, why: null };
    }
    told.add(same);
    const change = placeOf(same) === placeOf(finding) ? 'open' : 'moved';
    return { change, before: same, after: finding, why: null };
  });
  const lostWhy = lostBetween(after, pairs);
  const gone = before.findings
    .filter((finding) => !told.has(finding))
    .map((finding): ChangedFinding => {
      const why = lostWhy(finding);
      return { change: why === null ? 'fixed' : 'lost', before: finding, after: null, why };
    });
  return [...now, ...gone];
}

function fileOf({ origins: [origin] }: Finding): string {
  return origin?.file ?? '';
}

/** The sheet and cell: a file under another name is still the same place. */
function placeOf({ origins: [origin] }: Finding): string {
  return `${origin?.sheet ?? ''}\n${origin?.a1 ?? ''}`;
}

/** Why the later run could not have found a finding again; `null` where it looked. What was not checked is never fixed. */
function lostBetween(after: Run, pairs: ReadonlyMap<string, string>): (finding: Finding) => LostWhy | null {
  const inputs = new Map(after.inputs.map((input) => [input.path, input]));
  const rules = new Map(after.rules.map((rule) => [rule.id, rule]));
  const skips = new Set(after.skips.map(({ rule, origin }) => `${rule}\n${origin?.file}`));
  return (finding) => {
    const file = pairs.get(fileOf(finding));
    const input = inputs.get(file ?? '');
    if (file === undefined || input === undefined) return 'file-gone';
    if (input.state !== 'read') return 'file-unreadable';
    const rule = rules.get(finding.rule);
    if (rule === undefined) return 'rule-off';
    const isSkipped = rule.state === 'skipped' || rule.state === 'crashed';
    return isSkipped || skips.has(`${finding.rule}\n${file}`) ? 'rule-skipped' : null;
  };
}

/** Rules that found something in any run; the most found in the last run first. */
function ruleCounts(runs: readonly Run[]): readonly RuleCounts[] {
  const found = runs.flatMap(({ rules }) => rules.filter(({ findings }) => findings > 0).map(({ id }) => id));
  return [...new Set(found)]
    .map((rule) => {
      const counts = runs.map(({ rules }) => {
        const own = rules.find(({ id }) => id === rule);
        return own === undefined || own.state === 'skipped' || own.state === 'crashed' ? null : own.findings;
      });
      return { rule, counts, trend: trendOf(counts.flatMap((count) => count ?? [])) };
    })
    .sort((left, right) => lastOf(right) - lastOf(left) || byCodeUnit(left.rule, right.rule));
}

function lastOf({ counts }: RuleCounts): number {
  return counts.at(-1) ?? -1;
}

export function trendOf(counts: readonly number[]): Trend {
  const steps = counts.slice(1).map((count, index) => count - (counts[index] ?? 0));
  const [rises, falls] = [steps.some((step) => step > 0), steps.some((step) => step < 0)];
  if (rises && falls) return 'mixed';
  return rises ? 'rising' : falls ? 'falling' : 'level';
}
