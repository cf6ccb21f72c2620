import { OUTCOMES, SEVERITIES } from '../../i18n/words.ts';
import type { Finding, Run } from '../../model/run.ts';
import type { PaperCell, PaperPages, PaperPart } from '../../write/paper.ts';
import { visible } from '../visible.ts';
import { citationText, placeOf, type Wording } from '../wording.ts';

/** A finding in the words that every paper uses for it. */
export interface Told {
  readonly file: string;
  /** Empty for a whole file. */
  readonly place: string;
  readonly level: string;
  readonly outcome: string;
  /** What is wrong and how to put it right. */
  readonly text: string;
  readonly basis: string;
}

/** Tells the findings of a run. */
export function teller(run: Run, wording: Wording): (finding: Finding) => Told {
  const citations = new Map(run.citations.map((citation) => [citation.id, citation]));
  return (finding) => {
    const cited = finding.citations.flatMap((id) => citations.get(id) ?? []).map(citationText);
    return {
      file: finding.origins[0]?.file ?? '',
      place: placeOf(finding.origins[0]),
      level: wording.say(SEVERITIES[finding.severity]),
      outcome: wording.say(OUTCOMES[finding.outcome]),
      text: wording.finding(finding),
      basis: cited.join('；'),
    };
  };
}

/** A paper in which nothing that was handed in can act: no control, no turned direction, no identity number. */
export function inert(paper: readonly PaperPages[]): readonly PaperPages[] {
  return paper.map(({ layout, parts }) => ({ layout, parts: parts.map(inertPart) }));
}

function inertPart(part: PaperPart): PaperPart {
  if (part.rank !== 'table') return { ...part, text: visible(part.text) };
  const cell = (one: PaperCell): PaperCell =>
    typeof one === 'string' ? visible(one) : { ...one, says: visible(one.says) };
  return { ...part, head: part.head.map(visible), rows: part.rows.map((row) => row.map(cell)) };
}
