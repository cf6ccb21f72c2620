import { OUTCOMES } from '../i18n/words.ts';
import type { Origin } from '../model/origin.ts';
import type { Citation, Severity } from '../model/policy.ts';
import type { Finding, Run } from '../model/run.ts';
import type { Waiver } from '../model/waiver.ts';
import { visible } from './visible.ts';
import { citationText, placeOf, type Wording } from './wording.ts';

/** A finding as programs that run checks show it: at a line and column of a file. */
export interface Mark {
  readonly finding: Finding;
  /** Who lets it stand; `null` where nobody does. */
  readonly waiver: Waiver | null;
  readonly title: string;
  readonly text: string;
  /** Its clauses, empty for a matter of form. */
  readonly basis: string;
  readonly at: MarkPlace;
  readonly others: readonly MarkPlace[];
}

/** `line` and `column` are the row and column of the cell, from 1, and 1 for a whole sheet or file. `cell`: sheet!A1. */
export interface MarkPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly cell: string;
}

/** Where a file of the run lies, from the folder in which the command runs; forward slashes. */
export type FileAt = (file: string) => string;

/** Every finding of the run, also those that were waived, in the order of the run. */
export function marksOf(run: Run, wording: Wording, fileAt: FileAt): readonly Mark[] {
  const citations = new Map(run.citations.map((citation) => [citation.id, citation]));
  const mark = (finding: Finding, waiver: Waiver | null): Mark => {
    const [first, ...others] = finding.origins.map((origin) => markPlace(origin, fileAt));
    return {
      finding,
      waiver,
      title: visible(`${wording.ruleTitle(finding.rule)} ${finding.rule}`),
      text: visible(`${outcomeText(finding, wording)}${wording.finding(finding)}`),
      basis: visible(basisText(finding, citations)),
      at: first ?? { file: '', line: 1, column: 1, cell: '' },
      others,
    };
  };
  return [
    ...run.findings.map((finding) => mark(finding, null)),
    ...(run.waivers?.waived ?? []).map(({ finding, waiver }) => mark(finding, waiver)),
  ];
}

function markPlace(origin: Origin, fileAt: FileAt): MarkPlace {
  return {
    file: fileAt(origin.file),
    line: origin.line ?? origin.row ?? 1,
    column: origin.column ?? 1,
    cell: visible(placeOf(origin)),
  };
}

function outcomeText({ outcome }: Finding, wording: Wording): string {
  return outcome === 'breach' ? '' : `【${wording.say(OUTCOMES[outcome])}】`;
}

function basisText(finding: Finding, citations: ReadonlyMap<string, Citation>): string {
  return finding.citations
    .flatMap((id) => citations.get(id) ?? [])
    .map(citationText)
    .join('；');
}

/** The worst first; otherwise as in the run. */
export function worstFirst(marks: readonly Mark[]): readonly Mark[] {
  const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
  return marks.toSorted((left, right) => rank[left.finding.severity] - rank[right.finding.severity]);
}
