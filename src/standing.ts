import type { Finding, Run } from './model/run.ts';
import { submissionName } from './model/submission.ts';
import type { BaselineEntry, IdleReason, Waived, Waiver } from './model/waiver.ts';
import { recounted } from './runs/figures.ts';
import { resealed } from './runs/seal.ts';

/** How the findings of a run stand to what was decided about them, and to an earlier run. */

/** The run without what waivers let stand, and with the account of them. A waiver holds up to the run's own day, whatever the clock says. */
export function withWaivers(run: Run, file: string, waivers: readonly Waiver[]): Run {
  const holding = new Map(
    waivers
      .filter(({ approver, expires }) => approver !== null && expires >= run.asOf)
      .map((waiver) => [waiver.fingerprint, waiver]),
  );
  const waived = run.findings.flatMap((finding): readonly Waived[] => {
    const waiver = holding.get(finding.fingerprint);
    return waiver === undefined ? [] : [{ finding, waiver }];
  });
  const used = new Set(waived.map(({ waiver }) => waiver));
  const looked = lookedAt(run);
  const idle = waivers
    .filter((waiver) => !used.has(waiver))
    .map((waiver) => ({ waiver, why: idleReason(waiver, run, looked) }));
  const open = run.findings.filter(({ fingerprint }) => !holding.has(fingerprint));
  return resealed({ ...withFindings(run, open), waivers: { file, waived, idle } });
}

function idleReason(waiver: Waiver, { asOf }: Run, looked: (about: About) => boolean): IdleReason {
  if (waiver.expires < asOf) return 'expired';
  if (waiver.approver === null) return 'proposed';
  return looked(waiver) ? 'unused' : 'not-looked-at';
}

export interface Baseline {
  readonly asOf: string;
  readonly entries: readonly BaselineEntry[];
}

/** The run with every finding told apart: known from the baseline, or new. With `newOnly` the known ones are taken out. */
export function withBaseline(run: Run, file: string, baseline: Baseline, newOnly: boolean): Run {
  const before = new Set(baseline.entries.map(({ fingerprint }) => fingerprint));
  const told = run.findings.map(
    (finding): Finding => ({ ...finding, standing: before.has(finding.fingerprint) ? 'known' : 'new' }),
  );
  const fresh = told.filter(({ standing }) => standing === 'new');
  const waived = run.waivers?.waived ?? [];
  const now = new Set(
    [...told, ...waived.map(({ finding }) => finding)].map(({ fingerprint }) => fingerprint),
  );
  const looked = lookedAt(run);
  const gone = baseline.entries.filter((entry) => !now.has(entry.fingerprint) && looked(entry));
  const counts = { fresh: fresh.length, known: told.length - fresh.length };
  const account = { file, asOf: baseline.asOf, ...counts, gone, newOnly };
  return resealed({ ...withFindings(run, newOnly ? fresh : told), baseline: account });
}

/** A run made again, held against the waivers and the baseline that a saved run was held against. That one must list all its findings. */
export function standingAs(run: Run, { waivers, baseline, findings }: Run): Run {
  const all = waivers === undefined ? [] : [...waivers.waived, ...waivers.idle].map(({ waiver }) => waiver);
  const open = waivers === undefined ? run : withWaivers(run, waivers.file, all);
  if (baseline === undefined) return open;
  const known = findings.filter(({ standing }) => standing === 'known').map(entryOf);
  const entries = [...known, ...baseline.gone];
  return withBaseline(open, baseline.file, { asOf: baseline.asOf, entries }, false);
}

function entryOf({ fingerprint, rule, origins: [origin] }: Finding): BaselineEntry {
  const { file = '', sheet = null, a1 = null } = origin ?? {};
  return { fingerprint, rule, file, cell: sheet === null ? null : a1 === null ? sheet : `${sheet}!${a1}` };
}

/** What a later run is held against: the findings that stand open, and what was known of files and rules that this run did not look at. */
export function baselineOf(run: Run, before: Baseline): Baseline {
  const entries = run.findings.map(entryOf);
  const looked = lookedAt(run);
  const now = new Set(entries.map(({ fingerprint }) => fingerprint));
  const kept = before.entries.filter((entry) => !looked(entry) && !now.has(entry.fingerprint));
  return { asOf: run.asOf, entries: [...entries, ...kept] };
}

export const NO_BASELINE: Baseline = { asOf: '', entries: [] };

type About = Pick<Waiver, 'rule' | 'file'>;

/** Whether a run looked for findings of a rule in a file: only then can it say that there is none any more. */
function lookedAt({ inputs, rules }: Run): (about: About) => boolean {
  const ran = new Set(rules.filter(({ state }) => state !== 'crashed').map(({ id }) => id));
  const read = inputs.filter(({ state }) => state !== 'skipped').map(({ path }) => submissionName(path));
  const names = new Set(read);
  return ({ rule, file }) =>
    (rule === null || ran.has(rule)) && (file === null || names.has(submissionName(file)));
}

/** Rules keep the state they ended in, and files with findings stay so: neither is clean because its findings are waived or known. */
function withFindings(run: Run, findings: readonly Finding[]): Run {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rules = run.rules.map((rule) => ({ ...rule, findings: counts.get(rule.id) ?? 0 }));
  const figures = recounted({ ...run, findings, rules });
  return { ...run, findings, rules, figures };
}
