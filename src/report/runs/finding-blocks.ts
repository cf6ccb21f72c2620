import { OUTCOMES, SEVERITIES } from '../../i18n/words.ts';
import type { Finding, Run } from '../../model/run.ts';
import { type Block, line, plain } from '../blocks.ts';
import { citationText, placeOf, type Wording } from '../wording.ts';
import { FINDING_WORDS } from './finding-words.ts';

/** One finding: what was seen and where, what the clause says in its own words, what puts it right. */
export function findingBlocks(run: Run, finding: Finding, wording: Wording): Block[] {
  const { rule, severity, outcome, origins, fingerprint, margin } = finding;
  const level = `${wording.say(SEVERITIES[severity])} · ${wording.say(OUTCOMES[outcome])}`;
  return [
    { kind: 'heading', text: `${wording.ruleTitle(rule)}  ${rule}` },
    line(wording.finding(finding), severity),
    line(`${level} · ${wording.say(FINDING_WORDS.fingerprint, { fingerprint })}`, 'muted'),
    { kind: 'heading', text: wording.say(FINDING_WORDS.seen) },
    {
      kind: 'table',
      head: [FINDING_WORDS.place, FINDING_WORDS.column, FINDING_WORDS.row].map((word) => wording.say(word)),
      rows: origins.map((origin) => [
        plain(`${origin.file}\n${placeOf(origin)}`.trim()),
        plain(origin.header ?? '—'),
        plain(origin.key ?? '—'),
      ]),
      fill: 2,
    },
    ...(margin === undefined ? [] : [line(wording.say(FINDING_WORDS.margin, { margin: Math.abs(margin) }))]),
    ...clauses(run, finding, wording),
    { kind: 'heading', text: wording.say(FINDING_WORDS.remedy) },
    line(wording.remedy(finding)),
    line(wording.say(FINDING_WORDS.page, { rule }), 'muted'),
  ];
}

function clauses(run: Run, { citations }: Finding, wording: Wording): Block[] {
  const cited = run.citations.filter(({ id }) => citations.includes(id));
  const told =
    cited.length === 0
      ? [line(wording.say(FINDING_WORDS.noClause))]
      : cited.flatMap((citation) => [
          line(citationText(citation)),
          ...(citation.quote === null ? [] : [line(`“${citation.quote}”`, 'muted')]),
        ]);
  return [{ kind: 'heading', text: wording.say(FINDING_WORDS.clause) }, ...told];
}
