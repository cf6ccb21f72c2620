import { OUTCOMES, SEVERITIES } from '../../i18n/words.ts';
import type { Figure, FigurePart, FigureParts, Run } from '../../model/run.ts';
import { type Block, line, plain } from '../blocks.ts';
import { citationText, type Wording } from '../wording.ts';
import { COUNTED, INPUT_STATES, RULE_STATES, WHY_WORDS, WITH_FINDINGS } from './figure-words.ts';
import { partRow } from './part-rows.ts';

/** More are in the workbook of `--evidence`. */
const MOST_DRAWN = 20;

/** Every figure that a run carries. */
export function figureList({ figures }: Run, wording: Wording): Block[] {
  return [
    {
      kind: 'table',
      head: [wording.say(WHY_WORDS.value), wording.say(WHY_WORDS.figure)],
      rows: figures.map(({ id, value }) => [plain(String(value)), plain(id)]),
      fill: 1,
    },
    line(wording.say(WHY_WORDS.others), 'muted'),
  ];
}

/** One figure: how it is worked out, by which parameters, and what it is made of. */
export function figureBlocks(
  run: Run,
  figure: Figure,
  parts: readonly FigurePart[],
  wording: Wording,
): Block[] {
  const { id, value, formula } = figure;
  const filter = filterText(figure.parts, wording);
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return [
    { kind: 'heading', text: `${id} = ${value}` },
    line(wording.say(WHY_WORDS.formula, { formula, what: wording.say(COUNTED[figure.parts.of]) })),
    line(wording.say(WHY_WORDS.filter, { filter: filter === '' ? wording.say(WHY_WORDS.all) : filter })),
    line(wording.say(WHY_WORDS.rounding)),
    ...parameterTable(run, figure, wording),
    { kind: 'heading', text: wording.say(WHY_WORDS.parts, { count: parts.length }) },
    ...partTable(parts, wording),
    ...(total === value ? [] : [line(wording.say(WHY_WORDS.notListed), 'warning')]),
  ];
}

function filterText(parts: FigureParts, wording: Wording): string {
  const told: string[] = [];
  if (parts.of === 'inputs') {
    if (parts.states !== undefined)
      told.push(parts.states.map((state) => wording.say(INPUT_STATES[state])).join(' / '));
    if (parts.withFindings !== undefined)
      told.push(wording.say(WITH_FINDINGS[parts.withFindings ? 'yes' : 'no']));
  }
  if (parts.of === 'rows') told.push((parts.roles ?? []).map((role) => wording.role(role)).join(' / '));
  if (parts.of === 'rules' && parts.state !== undefined) told.push(wording.say(RULE_STATES[parts.state]));
  if (parts.of === 'findings') {
    if (parts.severity !== undefined) told.push(wording.say(SEVERITIES[parts.severity]));
    if (parts.outcome !== undefined) told.push(wording.say(OUTCOMES[parts.outcome]));
    if (parts.file !== undefined) told.push(parts.file);
  }
  if ('rule' in parts && parts.rule !== undefined)
    told.push(`${wording.ruleTitle(parts.rule)} ${parts.rule}`);
  return told.filter((text) => text !== '').join('；');
}

function parameterTable(run: Run, { parameters }: Figure, wording: Wording): Block[] {
  if (parameters.length === 0) return [];
  const citations = new Map(run.citations.map((citation) => [citation.id, citation]));
  return [
    {
      kind: 'table',
      head: [wording.say(WHY_WORDS.parameter), wording.say(WHY_WORDS.clause)],
      rows: parameters.map(({ id, value, unit, citation }) => {
        const cited = citations.get(citation ?? '');
        return [
          plain(`${id} = ${value} ${unit}`.trim()),
          plain(cited === undefined ? wording.say(WHY_WORDS.noClause) : citationText(cited)),
        ];
      }),
      fill: 1,
    },
  ];
}

function partTable(parts: readonly FigurePart[], wording: Wording): Block[] {
  if (parts.length === 0) return [line(wording.say(WHY_WORDS.nothing))];
  const rows = parts.slice(0, MOST_DRAWN).map((part) => {
    const { file, sheet, cell, rule, text } = partRow(part, wording);
    const place = [file, [sheet, cell].filter((one) => one !== '').join('!')].filter((one) => one !== '');
    return [
      plain(String(part.weight)),
      plain([place.join('　'), text, rule].filter((one) => one !== '').join('\n')),
    ];
  });
  const more = parts.length - MOST_DRAWN;
  return [
    {
      kind: 'table',
      head: [wording.say(WHY_WORDS.adds), wording.say(WHY_WORDS.which)],
      rows,
      fill: 1,
    },
    ...(more > 0 ? [line(wording.say(WHY_WORDS.more, { count: more }), 'muted')] : []),
  ];
}
