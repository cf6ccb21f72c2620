import { SEVERITIES } from '../../i18n/words.ts';
import type { Run } from '../../model/run.ts';
import type { PaperPart } from '../../write/paper.ts';
import { visible } from '../visible.ts';
import { columnsOf } from '../width.ts';
import type { Wording } from '../wording.ts';
import { PAPER_HEADS as H } from './compliance-words.ts';
import { byFile, byFolder, byRule, figuresOf, type Group } from './counts.ts';
import { barOf } from './findings.ts';
import { NOTE_WORDS as W } from './note-words.ts';
import { dayText, paragraph, texts } from './numbered.ts';
import { percent, type Report } from './report.ts';
import type { Sources } from './sources.ts';
import { inert } from './told.ts';

/** What has room on one page, whatever was handed in. Columns are halves of a Chinese character. */
const BARS = 5;
const PROBLEMS = 5;
const NAME_COLUMNS = 30;
const PROBLEM_COLUMNS = 104;
const TITLE_COLUMNS = 40;

/** One page for a leader: three numbers, one chart, five problems, next steps. */
export function leaderNote(run: Run, wording: Wording): Report {
  const sources: Sources = { run, wording, figures: figuresOf(run), say: wording.say };
  const body: PaperPart[] = [
    paragraph('title', wording.say(W.title)),
    ...texts(lead(sources)),
    paragraph('section', wording.say(W.numbers)),
    numbers(sources),
    ...chart(sources),
    ...problems(sources),
    ...steps(sources),
    paragraph('date', dayText(run.asOf, wording.locale)),
  ];
  return { body, paper: inert([{ layout: 'dense', parts: body }]), kind: 'specific' };
}

function lead({ run, wording, figures, say }: Sources): string {
  return say(W.lead, {
    title: clipped(run.packs.at(-1)?.title[wording.locale] ?? '', TITLE_COLUMNS),
    day: dayText(run.asOf, wording.locale),
    rules: figures.get('rules.total') ?? 0,
    skipped: figures.get('rules.skipped') ?? 0,
  });
}

function numbers({ figures, say }: Sources): PaperPart {
  const count = (id: string) => figures.get(id) ?? 0;
  const [dirty, checked] = [count('files.with-findings'), count('files.checked')];
  return {
    rank: 'table',
    head: [W.files, W.dirty, W.errors].map((text) => say(text)),
    widths: [1, 1, 1],
    centred: [0, 1, 2],
    rows: [
      [
        say(W.filesValue, { total: count('files.total'), unreadable: count('files.unreadable') }),
        say(W.dirtyValue, { dirty, checked, percent: percent(dirty, checked) }),
        say(W.errorsValue, {
          error: count('findings.error'),
          warning: count('findings.warning'),
          info: count('findings.info'),
        }),
      ],
    ],
  };
}

/** By folder, or by file where all lie in one. */
function chart({ run, say }: Sources): PaperPart[] {
  if (run.findings.length === 0) return [];
  const folders = byFolder(run);
  const all = folders.length > 1 ? folders : byFile(run);
  const most = Math.max(...all.map(({ total }) => total));
  return [
    paragraph('section', say(W.chart, leftOut(all, BARS))),
    {
      rank: 'table',
      head: [H.unit, H.error, H.warning, H.info, H.bar].map((text) => say(text)),
      widths: [42, 11, 14, 10, 23],
      centred: [1, 2, 3],
      rows: all
        .slice(0, BARS)
        .map((group) => [
          clippedFront(group.id, NAME_COLUMNS),
          String(group.counts.error),
          String(group.counts.warning),
          String(group.counts.info),
          barOf(group, most, group.id),
        ]),
    },
  ];
}

function leftOut(groups: readonly Group[], shown: number) {
  const rest = groups.slice(shown);
  return { shown, rest: rest.length, count: rest.reduce((sum, { total }) => sum + total, 0) };
}

function problems({ run, wording, say }: Sources): PaperPart[] {
  const rules = byRule(run);
  const told = rules.slice(0, PROBLEMS).map(({ id, first, total, files }, index) =>
    say(W.problem, {
      number: index + 1,
      title: wording.ruleTitle(id),
      level: say(SEVERITIES[first.severity]),
      count: total,
      files,
      remedy: wording.remedy(first),
    }),
  );
  return [
    paragraph('section', say(W.problems, leftOut(rules, PROBLEMS))),
    ...texts(
      ...(told.length === 0 ? [say(W.noProblem)] : told.map((text) => clipped(text, PROBLEM_COLUMNS))),
    ),
  ];
}

function steps({ figures, say }: Sources): PaperPart[] {
  const count = (id: string) => figures.get(id) ?? 0;
  const when = (id: string, text: (typeof W)[keyof typeof W]) =>
    count(id) === 0 ? [] : [say(text, { count: count(id) })];
  const isClean = count('findings.total') === 0;
  const all = [
    ...when('rules.crashed', W.crashed),
    ...when('files.with-findings', W.returned),
    ...when('files.unreadable', W.unreadable),
    ...when('findings.undetermined', W.open),
    ...when('rules.skipped', W.unchecked),
    say(isClean ? W.clean : W.again),
  ];
  return [
    paragraph('section', say(W.steps)),
    ...texts(...all.map((text, index) => say(W.step, { number: index + 1, text }))),
  ];
}

/** The beginning of a text, as far as it has room. */
function clipped(text: string, columns: number): string {
  const shown = visible(text);
  if (columnsOf(shown) <= columns) return shown;
  const characters = [...new Intl.Segmenter('en').segment(shown)].map(({ segment }) => segment);
  let width = 0;
  const end = characters.findIndex((one) => {
    width += columnsOf(one);
    return width > columns - 2;
  });
  return `${characters.slice(0, end).join('')}…`;
}

/** The end of a path tells more than its beginning. */
function clippedFront(text: string, columns: number): string {
  const turned = (one: string) => [...one].reverse().join('');
  return turned(clipped(turned(visible(text)), columns));
}
