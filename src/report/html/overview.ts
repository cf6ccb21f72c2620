import { SEVERITIES } from '../../i18n/words.ts';
import type { LocalText } from '../../model/policy.ts';
import type { Run } from '../../model/run.ts';
import { plain } from '../blocks.ts';
import { type Bar, barsSvg, type Chart, type Kept } from '../charts/bars-svg.ts';
import { type Tally, talliesByRule, talliesByUnit } from '../charts/tallies.ts';
import { head } from '../sections/head.ts';
import { rankings } from '../sections/rankings.ts';
import { waivers } from '../sections/standing.ts';
import { summaryLines } from '../sections/summary.ts';
import { faults } from '../sections/unchecked.ts';
import type { Wording } from '../wording.ts';
import { blocksHtml, tableHtml, textHtml } from './blocks-html.ts';
import { PAGE_WORDS } from './words.ts';

/** What a hurried reader sees: what could not be read, what failed, the numbers, where most of it lies. */
export function overviewHtml(run: Run, wording: Wording): string {
  return [
    blocksHtml(head(run, wording)),
    numbersHtml(run, wording),
    unreadableHtml(run, wording),
    blocksHtml(faults(run, wording)),
    blocksHtml(summaryLines(run, wording)),
    chartsHtml(run, wording),
    blocksHtml([...waivers(run, wording), ...rankings(run, wording)]),
  ].join('\n');
}

/** Figures of the run, worst first. */
const NUMBERS: readonly (readonly [string, LocalText, string])[] = [
  ['findings.error', SEVERITIES.error, 'error'],
  ['findings.warning', SEVERITIES.warning, 'warning'],
  ['findings.info', SEVERITIES.info, 'info'],
  ['files.unreadable', PAGE_WORDS.filesUnreadable, 'error'],
  ['files.read', PAGE_WORDS.filesRead, ''],
  ['files.with-findings', PAGE_WORDS.filesWithFindings, ''],
];

function numbersHtml({ figures }: Run, wording: Wording): string {
  const parts = NUMBERS.map(([id, name, tone]) => {
    const value = figures.find((figure) => figure.id === id)?.value ?? 0;
    return `<div class="number ${value > 0 ? tone : ''}"><dt>${textHtml(wording.say(name))}</dt><dd>${value}</dd></div>`;
  });
  return `<dl class="numbers">${parts.join('')}</dl>`;
}

/** First of all: a file that nobody could read looks like one without faults. */
function unreadableHtml({ inputs }: Run, wording: Wording): string {
  const rows = inputs.flatMap(({ path, unreadable }) =>
    unreadable === null
      ? []
      : [
          [
            plain(path),
            plain(
              wording.finding({
                rule: 'file-unreadable',
                message: { id: unreadable.reason, args: unreadable.args },
              }),
            ),
          ],
        ],
  );
  if (rows.length === 0) return '';
  const title = wording.say(PAGE_WORDS.unreadable);
  return `<h3>${textHtml(title)}</h3>\n${tableHtml(title, [wording.word('file'), wording.word('reason')], rows)}`;
}

/** Bars of a chart; what is left over is told below it, as one bar for all of it would dwarf the others. */
const MOST_BARS = 12;

function chartsHtml(run: Run, wording: Wording): string {
  if (run.findings.length === 0) return '';
  const title = wording.ruleTitle;
  const byRule = chartHtml(wording.say(PAGE_WORDS.byRule), talliesByRule(run), wording, title, 'start');
  const path = (id: string) => id;
  const byUnit = chartHtml(wording.say(PAGE_WORDS.byUnit), talliesByUnit(run), wording, path, 'end');
  return `<div class="charts">${byRule}${byUnit}</div>`;
}

function chartHtml(
  title: string,
  tallies: readonly Tally[],
  wording: Wording,
  labelOf: (id: string) => string,
  kept: Kept,
): string {
  const shown = tallies
    .slice(0, MOST_BARS)
    .map(({ id, counts, total }): Bar => ({ label: labelOf(id), counts, total }));
  const rest = tallies.slice(MOST_BARS);
  const left = { count: rest.length, total: rest.reduce((sum, { total }) => sum + total, 0) };
  const note = rest.length === 0 ? '' : `<p>${textHtml(wording.say(PAGE_WORDS.others, left))}</p>`;
  const description = `${title}: ${shown.map(({ label, total }) => `${label} ${total}`).join('; ')}`;
  return `<figure><figcaption>${textHtml(title)}</figcaption>\n${barsSvg({ bars: shown, description, kept, names: levelNames(wording) })}${note}</figure>`;
}

function levelNames(wording: Wording): Chart['names'] {
  return {
    error: wording.say(SEVERITIES.error),
    warning: wording.say(SEVERITIES.warning),
    info: wording.say(SEVERITIES.info),
  };
}
