import { RETURNED_WORDS } from '../i18n/returned-words.ts';
import { OUTCOMES, RESULT_WORDS, SEVERITIES } from '../i18n/words.ts';
import type { Citation } from '../model/policy.ts';
import { MARK_STATES, REPLIES, RESULT_COLUMNS, type ReturnedMark } from '../model/result-sheet.ts';
import type { Finding, Input, Run } from '../model/run.ts';
import type { CellMark, Marks, ResultRow } from '../write/marks/mark.ts';
import { type FollowUp, followUp, keysOf } from './returned.ts';
import { byFile } from './sections/findings.ts';
import { visible } from './visible.ts';
import { citationText, placeOf, type Wording } from './wording.ts';

/** Of one cell so many findings stand in its comment; all stand in the sheet of results. */
const MOST_IN_COMMENT = 8;

/** The marks of every file that has findings, by its path. */
export function marksOf(run: Run, wording: Wording): ReadonlyMap<string, Marks> {
  const citations = new Map(run.citations.map((citation) => [citation.id, citation]));
  const inputs = new Map(run.inputs.map((input) => [input.path, input]));
  const files = byFile(run.findings);
  return new Map(
    [...files].flatMap(([file, findings]) => {
      const input = inputs.get(file);
      if (input === undefined || input.state !== 'read') return [];
      return [[file, marksOfFile(run, input, findings, { citations, wording })] as const];
    }),
  );
}

interface Words {
  readonly citations: ReadonlyMap<string, Citation>;
  readonly wording: Wording;
}

function marksOfFile(run: Run, input: Input, findings: readonly Finding[], words: Words): Marks {
  const { wording } = words;
  const say = (id: keyof typeof RESULT_WORDS, args = {}) => visible(wording.say(RESULT_WORDS[id], args));
  const follow = followUp(run, input, findings);
  const keys = follow?.keys ?? keysOf(findings);
  const open = findings.map((finding, index) => rowOf(finding, keys[index] ?? '', words));
  const rows = follow === null ? open : withReplies(open, follow, wording);
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  const guide = [
    say('counts', { total: findings.length, ...counts, packs: titleOf(run, wording), day: run.asOf }),
    ...(follow === null ? [] : [followCounts(follow, wording)]),
    say('guide'),
    ...(input.format === 'xlsx' && input.handover === null
      ? []
      : [say('rewritten', { format: input.format ?? '' })]),
  ];
  return {
    cells: cellMarks(findings, open, wording),
    sheet: {
      name: say('sheet'),
      title: say('title', { file: input.path }),
      guide: guide.join('\n'),
      headers: { ...mapped(RESULT_COLUMNS, (text) => wording.say(text)) },
      replies: Object.values(REPLIES).map((text) => wording.say(text)),
      footer: say('footer'),
      rows,
    },
  };
}

/** Findings of now with the replies that came back, and below them what is fixed. */
function withReplies(rows: readonly ResultRow[], { open, fixed }: FollowUp, { say }: Wording): ResultRow[] {
  const stateOf = (id: keyof typeof MARK_STATES) => say(MARK_STATES[id]);
  const replyOf = ({ reply }: ReturnedMark) => (reply === null ? '' : say(REPLIES[reply]));
  const now = rows.map((row, index): ResultRow => {
    const mark = open[index] ?? null;
    if (mark === null) return { ...row, state: stateOf('new') };
    return { ...row, state: stateOf('open'), reply: replyOf(mark), note: visible(mark.note) };
  });
  const gone = fixed.map((mark): ResultRow => {
    const { key, place, level, text, basis, remedy } = mark;
    const told = [place, level, text, basis, remedy, mark.note].map(visible);
    const [where = '', how = '', what = '', why = '', way = '', note = ''] = told;
    const words = { place: where, level: how, text: what, basis: why, remedy: way, note };
    return { ...words, key, sheet: null, a1: null, state: stateOf('fixed'), reply: replyOf(mark) };
  });
  return [...now, ...gone];
}

function followCounts({ open, fixed }: FollowUp, wording: Wording): string {
  const known = open.filter((mark) => mark !== null).length;
  const counts = { fixed: fixed.length, open: known, fresh: open.length - known };
  return visible(wording.say(RETURNED_WORDS.counts, counts));
}

function mapped<K extends string, V, W>(from: Readonly<Record<K, V>>, by: (value: V) => W): Record<K, W> {
  return Object.fromEntries(Object.entries<V>(from).map(([key, value]) => [key, by(value)])) as Record<K, W>;
}

function titleOf({ packs }: Run, { locale }: Wording): string {
  return packs.at(-1)?.title[locale] ?? '';
}

function rowOf(finding: Finding, key: string, { citations, wording }: Words): ResultRow {
  const [origin] = finding.origins;
  const place = placeOf(origin);
  const remedy = wording.remedy(finding);
  const said = wording.finding(finding);
  // A general method ends with its remedy, which has a column of its own here.
  const text = remedy !== '' && said.endsWith(remedy) ? said.slice(0, -remedy.length).trimEnd() : said;
  const cited = finding.citations.flatMap((id) => citations.get(id) ?? []).map(citationText);
  return {
    place: visible(place === '' ? wording.word('wholeFile') : place),
    sheet: origin?.sheet ?? null,
    a1: origin?.a1 ?? null,
    level: levelOf(finding, wording),
    state: null,
    text: visible(`${text}\n${wording.ruleTitle(finding.rule)} ${finding.rule}`),
    basis: visible(cited.length === 0 ? wording.word('form') : cited.join('；')),
    remedy: visible(remedy),
    reply: '',
    note: '',
    key,
  };
}

/** 错误, 警告, 提示; where the clause is soft, or the data does not decide, that instead. */
function levelOf({ outcome, severity }: Finding, wording: Wording): string {
  return wording.say(outcome === 'breach' ? SEVERITIES[severity] : OUTCOMES[outcome]);
}

function cellMarks(
  findings: readonly Finding[],
  rows: readonly ResultRow[],
  wording: Wording,
): ReadonlyMap<string, readonly CellMark[]> {
  const sheets = new Map<string, Map<string, { row: number; column: number; texts: string[] }>>();
  for (const [index, finding] of findings.entries()) {
    const [origin] = finding.origins;
    const row = rows[index];
    if (!origin?.sheet || origin.row === null || origin.column === null || row === undefined) continue;
    const cells = sheets.get(origin.sheet) ?? new Map();
    sheets.set(origin.sheet, cells);
    const place = `${origin.row},${origin.column}`;
    const cell = cells.get(place) ?? { row: origin.row, column: origin.column, texts: [] };
    cells.set(place, cell);
    cell.texts.push(commentText(row, wording));
  }
  return new Map(
    [...sheets].map(([sheet, cells]) => [
      sheet,
      [...cells.values()].map(({ row, column, texts }) => ({ row, column, text: joined(texts, wording) })),
    ]),
  );
}

function commentText({ level, text, basis, remedy }: ResultRow, wording: Wording): string {
  const [what = '', ...rule] = text.split(/\n(?=[^\n]*$)/);
  const lines = [
    `【${level}】${what}`,
    wording.say(RESULT_WORDS.basisLine, { basis }),
    ...(remedy === '' ? [] : [wording.say(RESULT_WORDS.remedyLine, { remedy })]),
    `${rule.join(' ')}（jianfu）`,
  ];
  return lines.join('\n');
}

function joined(texts: readonly string[], wording: Wording): string {
  const rest = texts.length - MOST_IN_COMMENT;
  const more = rest > 0 ? [visible(wording.say(RESULT_WORDS.moreInCell, { count: rest }))] : [];
  return [...more, ...texts.slice(0, MOST_IN_COMMENT)].join('\n\n');
}
