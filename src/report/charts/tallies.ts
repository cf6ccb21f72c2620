import type { Severity } from '../../model/policy.ts';
import type { Finding, Run } from '../../model/run.ts';
import { byCodeUnit } from '../../model/text.ts';

/** Findings of one rule or unit by level. */
export interface Tally {
  /** A rule's id, or a path. */
  readonly id: string;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly total: number;
}

/** Rules with findings, those with the most first. */
export function talliesByRule({ findings }: Pick<Run, 'findings'>): readonly Tally[] {
  return talliesBy(findings, ({ rule }) => rule);
}

/** Folders that were handed in, or files where all lie in one; those with the most findings first. */
export function talliesByUnit({ findings, inputs }: Pick<Run, 'findings' | 'inputs'>): readonly Tally[] {
  const folders = new Set(inputs.map(({ path }) => folderOf(path)));
  const unitOf = folders.size > 1 ? folderOf : (path: string) => path;
  return talliesBy(findings, ({ origins: [origin] }) => unitOf(origin?.file ?? ''));
}

/** A file that lies in no folder is its own. */
function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end === -1 ? path : path.slice(0, end);
}

function talliesBy(findings: readonly Finding[], idOf: (finding: Finding) => string): readonly Tally[] {
  const tallies = new Map<string, Record<Severity, number>>();
  for (const finding of findings) {
    const id = idOf(finding);
    const counts = tallies.get(id) ?? { error: 0, warning: 0, info: 0 };
    counts[finding.severity]++;
    tallies.set(id, counts);
  }
  return [...tallies]
    .map(([id, counts]) => ({ id, counts, total: counts.error + counts.warning + counts.info }))
    .sort((left, right) => right.total - left.total || byCodeUnit(left.id, right.id));
}
