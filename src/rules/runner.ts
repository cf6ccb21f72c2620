import type { Dataset } from '../model/dataset.ts';
import type { Origin } from '../model/origin.ts';
import type { PolicyPack, RuleSetting } from '../model/policy.ts';
import type { Fault, Finding, Input, Measure, Outcome, Ranking, RuleResult, Skip } from '../model/run.ts';
import type { Table } from '../model/table.ts';
import type { Context, FileRule, Options, Report, Rule, Scope, SetRule, Subjects } from './define.ts';
import { fingerprintOf } from './fingerprint.ts';
import { firstHeaderOrigin } from './origins.ts';

/** What the rules say about one file, and the facts they leave for the rules over all files. */
export interface FileOutcome {
  readonly findings: readonly Finding[];
  readonly skips: readonly Skip[];
  readonly faults: readonly Fault[];
  /** Subjects each rule really looked at. */
  readonly checked: ReadonlyMap<string, number>;
  readonly facts: ReadonlyMap<string, readonly unknown[]>;
  readonly measures: readonly Measure[];
  readonly rankings: readonly Ranking[];
}

interface Collector {
  readonly findings: Finding[];
  readonly skips: Skip[];
  readonly faults: Fault[];
  readonly checked: Map<string, number>;
  readonly facts: Map<string, readonly unknown[]>;
  readonly measures: Measure[];
  readonly rankings: Ranking[];
}

function newCollector(): Collector {
  return {
    findings: [],
    skips: [],
    faults: [],
    checked: new Map(),
    facts: new Map(),
    measures: [],
    rankings: [],
  };
}

/** Runs every rule in force over one file. `dataset` is `null` for a file that was not read. */
export function runFileRules(
  rules: readonly Rule[],
  input: Input,
  dataset: Dataset | null,
  policy: PolicyPack,
): FileOutcome {
  const collector = newCollector();
  const subjects = subjectsIn(input, dataset);
  for (const rule of rules) {
    const setting = policy.rules.get(rule.id);
    if (setting === undefined) continue;
    guarded(rule, input.path, collector, () => {
      if (rule.scope === 'set') {
        if (dataset !== null) collector.facts.set(rule.id, rule.collect(dataset));
        return;
      }
      const context = contextFor(rule, setting, policy, collector);
      for (const placed of subjects[rule.scope]) checkSubject(rule, placed, context, collector);
    });
  }
  return collector;
}

/** Runs the rules over all files once, over the facts that every file left. */
export function runSetRules(
  rules: readonly Rule[],
  outcomes: readonly FileOutcome[],
  policy: PolicyPack,
): FileOutcome {
  const collector = newCollector();
  for (const rule of rules) {
    const setting = policy.rules.get(rule.id);
    if (setting === undefined || rule.scope !== 'set') continue;
    const facts = outcomes.flatMap((outcome) => outcome.facts.get(rule.id) ?? []);
    if (facts.length === 0) continue;
    guarded(rule, null, collector, () => {
      const context = contextFor(rule, setting, policy, collector);
      (rule as SetRule).check(facts, context);
      if (!context.skipped) collector.checked.set(rule.id, facts.length);
    });
  }
  return collector;
}

/** How every rule in force ended. A rule that had nothing to look at is skipped, never passed. */
export function ruleResults(policy: PolicyPack, outcomes: readonly FileOutcome[]): readonly RuleResult[] {
  const tally = <T extends { readonly rule: string | null }>(of: (outcome: FileOutcome) => readonly T[]) => {
    const counts = new Map<string, number>();
    for (const outcome of outcomes) {
      for (const { rule } of of(outcome)) if (rule !== null) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
    return counts;
  };
  const findings = tally((outcome) => outcome.findings);
  const skips = tally((outcome) => outcome.skips);
  const faults = tally((outcome) => outcome.faults);
  return [...policy.rules.values()].map(({ id, severity }) => {
    const counts = {
      findings: findings.get(id) ?? 0,
      skips: skips.get(id) ?? 0,
      faults: faults.get(id) ?? 0,
    };
    const checked = outcomes.some((outcome) => (outcome.checked.get(id) ?? 0) > 0);
    const state =
      counts.faults > 0 ? 'crashed' : counts.findings > 0 ? 'findings' : checked ? 'passed' : 'skipped';
    return { id, severity, state, ...counts };
  });
}

function guarded(rule: Rule, file: string | null, collector: Collector, work: () => void): void {
  try {
    work();
  } catch (error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    collector.faults.push({ rule: rule.id, file, error: text });
  }
}

/** A subject with what decides whether a rule looks at it, worked out once for all rules. */
interface Placed {
  readonly subject: Subjects[Scope];
  readonly table: Table | null;
  /** Fields the table has a column for. */
  readonly fields: ReadonlySet<string | null>;
  /** `undefined` where the subject is no list. */
  readonly list?: string | null;
}

function subjectsIn(input: Input, dataset: Dataset | null): Readonly<Record<Scope, readonly Placed[]>> {
  const none = { table: null, fields: new Set<string>() };
  const fields = new Map(
    dataset?.tables.map((table) => [table, new Set(table.columns.map(({ field }) => field))]),
  );
  const placed = <S extends Subjects[Scope]>(subject: S, table: Table): Placed => ({
    subject,
    table,
    fields: fields.get(table) ?? none.fields,
  });
  const {
    tables = [],
    dutyLists = [],
    rosters = [],
    certificateLists = [],
  }: Partial<Dataset> = dataset ?? {};
  return {
    input: [{ subject: input, ...none }],
    workbook: dataset === null ? [] : [{ subject: dataset, ...none }],
    table: tables.map((table) => placed(table, table)),
    'duty-list': dutyLists.map((duties) => ({ ...placed(duties, duties.table), list: duties.list })),
    roster: rosters.map((roster) => placed(roster, roster.table)),
    'certificate-list': certificateLists.map((list) => placed(list, list.table)),
  };
}

function checkSubject(
  rule: FileRule,
  { subject, table, fields, list }: Placed,
  context: SubjectContext,
  collector: Collector,
): void {
  if (rule.lists.length > 0 && list !== undefined) {
    if (list === null) {
      context.skip('list-unknown', {}, table === null ? undefined : firstHeaderOrigin(table));
      return;
    }
    if (!rule.lists.includes(list)) return;
  }
  const missing = table === null ? undefined : rule.needs.find((field) => !fields.has(field));
  if (missing !== undefined && table !== null) {
    context.skip('column-missing', { field: missing }, firstHeaderOrigin(table));
    return;
  }
  context.skipped = false;
  rule.check(subject, context);
  if (!context.skipped) collector.checked.set(rule.id, (collector.checked.get(rule.id) ?? 0) + 1);
}

/** The context of one rule for one file; `skipped` says whether the subject at hand was passed over. */
interface SubjectContext extends Context<string, Options> {
  skipped: boolean;
}

function contextFor(
  rule: Rule,
  setting: RuleSetting,
  policy: PolicyPack,
  collector: Collector,
): SubjectContext {
  const outcome: Outcome = setting.modality === 'should' ? 'advice' : 'breach';
  const context: SubjectContext = {
    policy,
    options: { ...rule.options, ...(setting.options as Options) },
    skipped: false,
    report(report) {
      collector.findings.push(toFinding(rule.id, setting, outcome, report));
    },
    skip(id, args = {}, origin) {
      context.skipped = true;
      // A subject without anything for this rule is no gap; the run says so once if it was so everywhere.
      if (id === 'nothing-to-check') return;
      collector.skips.push({ rule: rule.id, reason: { id, args }, origin: origin ?? null });
    },
    measure(measure) {
      collector.measures.push({ rule: rule.id, ...measure });
    },
    rank(ranking) {
      collector.rankings.push({ rule: rule.id, ...ranking });
    },
    looked() {
      context.skipped = false;
    },
  };
  return context;
}

function toFinding(rule: string, setting: RuleSetting, outcome: Outcome, report: Report<string>): Finding {
  const origins: readonly Origin[] = Array.isArray(report.at) ? report.at : [report.at as Origin];
  const message = { id: report.message, args: report.args ?? {} };
  return {
    rule,
    severity: setting.severity,
    outcome: report.outcome ?? outcome,
    message,
    origins,
    citations: citationsOf(report.citation ?? null, setting),
    ...(report.margin === undefined ? {} : { margin: report.margin }),
    fingerprint: fingerprintOf({ rule, message, origins }),
  };
}

/** A rule may narrow the clauses its pack lists to the one at hand; it cannot bring in another. */
function citationsOf(citation: string | null, { citations }: RuleSetting): readonly string[] {
  return citation !== null && citations.includes(citation) ? [citation] : citations;
}
