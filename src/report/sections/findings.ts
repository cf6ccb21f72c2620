import { OUTCOMES, SEVERITIES } from '../../i18n/words.ts';
import type { Citation } from '../../model/policy.ts';
import type { Finding, Input, Run } from '../../model/run.ts';
import { type Block, type Cell, line, plain } from '../blocks.ts';
import { citationText, placeOf, type Wording } from '../wording.ts';

/** Findings file by file, in the order in which a person would meet them. */
export function findings(run: Run, wording: Wording): Block[] {
  const inputs = new Map(run.inputs.map((input) => [input.path, input]));
  const citations = new Map(run.citations.map((citation) => [citation.id, citation]));
  return [...byFile(run.findings)].flatMap(([file, own]): Block[] => [
    { kind: 'heading', text: `${file}　${wording.word('fileCounts', { count: own.length })}` },
    ...joined(inputs.get(file), wording),
    {
      kind: 'table',
      head: [wording.word('place'), wording.word('level'), wording.word('finding')],
      rows: [
        ...shown(own).map((finding) => toRow(finding, citations, wording)),
        ...held(own).map((rest) => moreRow(rest, wording)),
      ],
      fill: 2,
    },
  ]);
}

/** What a person must know to count after us: which tables were taken for one list. */
function joined(input: Input | undefined, wording: Wording): Block[] {
  return (input?.joined ?? []).map((addresses) => {
    const tables = addresses.map((address) => wording.word('joinedTable', { ...address }));
    return line(wording.word('joinedTables', { tables: tables.join(' + ') }), 'muted');
  });
}

/** Of one rule in one file so many are shown; what twenty thousand rows share is told once, with its number. */
const SHOWN_PER_RULE = 10;

function byRule(own: readonly Finding[]): readonly (readonly Finding[])[] {
  const rules = new Map<string, Finding[]>();
  for (const finding of own) {
    const known = rules.get(finding.rule);
    if (known === undefined) rules.set(finding.rule, [finding]);
    else known.push(finding);
  }
  return [...rules.values()];
}

function shown(own: readonly Finding[]): readonly Finding[] {
  const first = new Set(byRule(own).flatMap((findings) => findings.slice(0, SHOWN_PER_RULE)));
  return own.filter((finding) => first.has(finding));
}

/** What is not shown, rule by rule. */
function held(own: readonly Finding[]): readonly (readonly Finding[])[] {
  return byRule(own)
    .map((findings) => findings.slice(SHOWN_PER_RULE))
    .filter((findings) => findings.length > 0);
}

function moreRow(rest: readonly Finding[], wording: Wording): readonly Cell[] {
  const [first] = rest;
  const places = [...new Set([placeOf(first?.origins[0]), placeOf(rest.at(-1)?.origins[0])])];
  const severity = first?.severity ?? 'info';
  const rule = first?.rule ?? '';
  return [
    plain(places.join(' … ')),
    { text: wording.say(SEVERITIES[severity]), tone: severity },
    plain(wording.word('more', { count: rest.length, title: wording.ruleTitle(rule), rule })),
  ];
}

export function byFile(all: readonly Finding[]): Map<string, Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of all) {
    const file = finding.origins[0]?.file ?? '';
    const own = files.get(file);
    if (own === undefined) files.set(file, [finding]);
    else own.push(finding);
  }
  return files;
}

function toRow(
  finding: Finding,
  citations: ReadonlyMap<string, Citation>,
  wording: Wording,
): readonly Cell[] {
  const place = placeOf(finding.origins[0]);
  const outcome = finding.outcome === 'breach' ? '' : `【${wording.say(OUTCOMES[finding.outcome])}】`;
  const cited = finding.citations.flatMap((id) => citations.get(id) ?? []).map(citationText);
  const basis = cited.length === 0 ? wording.word('form') : `${wording.word('basis')} ${cited.join('；')}`;
  const at = finding.origins[0]?.line;
  const physical = at === undefined ? '' : ` · ${wording.word('physicalLine', { line: at })}`;
  return [
    plain(place === '' ? wording.word('wholeFile') : place),
    { text: wording.say(SEVERITIES[finding.severity]), tone: finding.severity },
    plain(
      `${outcome}${wording.finding(finding)}\n${basis} · ${wording.ruleTitle(finding.rule)} ${finding.rule}${physical}`,
    ),
  ];
}
