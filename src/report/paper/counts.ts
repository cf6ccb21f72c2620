import type { Severity } from '../../model/policy.ts';
import type { Finding, Run } from '../../model/run.ts';
import { byCodeUnit } from '../../model/text.ts';

/** Findings that share a rule, a file or a folder. */
export interface Group {
  /** A rule's id, or a path. */
  readonly id: string;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly total: number;
  readonly files: number;
  readonly first: Finding;
}

export function byRule({ findings }: Pick<Run, 'findings'>): readonly Group[] {
  return groups(findings, ({ rule }) => rule);
}

export function byFile({ findings }: Pick<Run, 'findings'>): readonly Group[] {
  return groups(findings, fileOf);
}

/** By the folder a file lies in; a file in no folder is under the empty one. */
export function byFolder({ findings }: Pick<Run, 'findings'>): readonly Group[] {
  return groups(findings, (finding) => {
    const file = fileOf(finding);
    return file.slice(0, Math.max(0, file.lastIndexOf('/')));
  });
}

export function fileOf({ origins: [origin] }: Finding): string {
  return origin?.file ?? '';
}

/** The worst first: by errors, then warnings, then notes, then by id. */
function groups(findings: readonly Finding[], idOf: (finding: Finding) => string): readonly Group[] {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const id = idOf(finding);
    const own = found.get(id);
    if (own === undefined) found.set(id, [finding]);
    else own.push(finding);
  }
  return [...found]
    .map(([id, own]): Group => {
      const count = (severity: Severity) => own.filter((one) => one.severity === severity).length;
      return {
        id,
        counts: { error: count('error'), warning: count('warning'), info: count('info') },
        total: own.length,
        files: new Set(own.map(fileOf)).size,
        first: own[0] as Finding,
      };
    })
    .sort(
      (left, right) =>
        right.counts.error - left.counts.error ||
        right.counts.warning - left.counts.warning ||
        right.counts.info - left.counts.info ||
        byCodeUnit(left.id, right.id),
    );
}

/** Every number that the text of a compliance report or a note prints, by the id of its figure. */
export function figuresOf(run: Run): ReadonlyMap<string, number> {
  return new Map(run.figures.map(({ id, value }) => [id, value]));
}
