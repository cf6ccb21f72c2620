import { sentence, type Terms } from '../../i18n/messages.ts';
import {
  type ChangedFinding,
  FINDING_CHANGES,
  type FindingChange,
  type RunComparison,
  type RunStep,
} from '../../model/comparison.ts';
import type { Locale, LocalText } from '../../model/policy.ts';
import type { Args, Finding } from '../../model/run.ts';
import { type Block, line, plain, type Tone } from '../blocks.ts';
import { placeOf, type Wording, wordingFor } from '../wording.ts';
import { CHANGE_WORDS, COMPARE_WORDS, LOST_WORDS, TREND_WORDS } from './words.ts';

/** Of one change so many are drawn; all are in the JSON. */
const MOST_DRAWN = 20;
/** More columns of numbers leave no room for the rules. */
const MOST_RUNS = 6;

const TONES: Readonly<Record<FindingChange, Tone>> = {
  new: 'error',
  added: 'warning',
  open: 'warning',
  moved: 'plain',
  fixed: 'good',
  lost: 'muted',
};

/** The runs, what changed from each to the next, and every rule over all of them. */
export function comparisonBlocks(facts: RunComparison, terms: Terms, locale: Locale): Block[] {
  const wording = wordingFor({ terms }, locale);
  const say = (text: LocalText, args: Args = {}) => sentence(text, args, locale, terms);
  return [
    runTable(facts, say),
    ...(facts.isSameBasis ? [] : [line(say(COMPARE_WORDS.otherBasis), 'warning')]),
    ...facts.steps.flatMap((step, index): Block[] => [
      { kind: 'heading', text: say(COMPARE_WORDS.step, { from: index + 1, to: index + 2 }) },
      ...(step === null ? [line(say(COMPARE_WORDS.apart))] : stepBlocks(step, wording)),
    ]),
    { kind: 'heading', text: say(COMPARE_WORDS.rules) },
    ...ruleBlocks(facts, wording),
  ];
}

type Say = (text: LocalText, args?: Args) => string;

function runTable({ runs }: RunComparison, say: Say): Block {
  const { files, rows, findings, errors, per100, run } = COMPARE_WORDS;
  return {
    kind: 'table',
    head: ['', ...[files, rows, findings, errors, per100, run].map((word) => say(word))],
    rows: runs.map((one, index) => [
      plain(String(index + 1)),
      ...[one.files, one.rows, one.findings, one.errors, one.per100 ?? '—'].map((cell) =>
        plain(String(cell)),
      ),
      plain(`${one.name}\n${one.packs.map(({ id }) => id).join(' → ')}　${one.asOf}`),
    ]),
    fill: 6,
  };
}

function stepBlocks({ files, counts, findings }: RunStep, wording: Wording): Block[] {
  const renamed = files.pairs.filter(({ before, after }) => before !== after).length;
  const facts = {
    pairs: files.pairs.length,
    renamed,
    gone: files.gone.length,
    added: files.added.length,
  };
  const told = FINDING_CHANGES.filter((change) => change !== 'open').flatMap((change) =>
    findings.filter((one) => one.change === change).slice(0, MOST_DRAWN),
  );
  const held = FINDING_CHANGES.filter((change) => change !== 'open').reduce(
    (sum, change) => sum + Math.max(0, counts[change] - MOST_DRAWN),
    0,
  );
  return [
    line(wording.say(COMPARE_WORDS.stepFiles, facts)),
    {
      kind: 'table',
      head: [wording.say(COMPARE_WORDS.count), wording.say(COMPARE_WORDS.change)],
      rows: FINDING_CHANGES.map((change) => [
        plain(String(counts[change])),
        { text: wording.say(CHANGE_WORDS[change]), tone: counts[change] === 0 ? 'plain' : TONES[change] },
      ]),
      fill: 1,
    },
    ...(told.length === 0 ? [] : [changeTable(told, wording)]),
    ...(held === 0 ? [] : [line(wording.say(COMPARE_WORDS.more, { count: held }), 'muted')]),
  ];
}

function changeTable(changes: readonly ChangedFinding[], wording: Wording): Block {
  return {
    kind: 'table',
    head: [COMPARE_WORDS.change, COMPARE_WORDS.finding].map((word) => wording.say(word)),
    rows: changes.map((one) => [
      { text: wording.say(CHANGE_WORDS[one.change]), tone: TONES[one.change] },
      plain(changeText(one, wording)),
    ]),
    fill: 1,
  };
}

function changeText({ change, before, after, why }: ChangedFinding, wording: Wording): string {
  const finding = after ?? before;
  if (finding === null) return '';
  const from = change === 'moved' && before !== null ? placeText(before) : null;
  const notes = [
    finding.rule,
    ...(from === null ? [] : [wording.say(COMPARE_WORDS.from, { place: from })]),
    ...(why === null ? [] : [wording.say(LOST_WORDS[why])]),
  ];
  return `${placeText(finding)}\n${wording.finding(finding)}\n${notes.join(' · ')}`;
}

function placeText({ origins: [origin] }: Finding): string {
  return `${origin?.file ?? ''}　${placeOf(origin)}`.trimEnd();
}

/** Rules whose number changed; the others are only counted, as they would hide them. */
function ruleBlocks({ runs, rules }: RunComparison, wording: Wording): Block[] {
  if (rules.length === 0) return [line(wording.say(COMPARE_WORDS.noFindings), 'good')];
  const from = Math.max(0, runs.length - MOST_RUNS);
  const changed = rules.filter(({ counts }) => new Set(counts).size > 1);
  const level = rules.length - changed.length;
  const table: Block = {
    kind: 'table',
    head: [
      ...runs.slice(from).map((_, index) => String(from + index + 1)),
      wording.say(COMPARE_WORDS.trend),
      wording.say(COMPARE_WORDS.rule),
    ],
    rows: changed.map(({ rule, counts, trend }) => [
      ...counts.slice(from).map((count) => plain(count === null ? '—' : String(count))),
      plain(wording.say(TREND_WORDS[trend])),
      plain(`${wording.ruleTitle(rule)}  ${rule}`),
    ]),
    fill: runs.length - from + 1,
  };
  return [
    ...(changed.length === 0 ? [] : [table]),
    ...(level === 0 ? [] : [line(wording.say(COMPARE_WORDS.levelRules, { count: level }), 'muted')]),
  ];
}
