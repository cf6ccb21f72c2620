import { SEVERITIES } from '../../i18n/words.ts';
import type { Input, PackClause, RuleResult, RuleState, Run } from '../../model/run.ts';
import { type Cell, plain, type Tone } from '../blocks.ts';
import { citationText, type Wording } from '../wording.ts';
import { tableHtml, textHtml } from './blocks-html.ts';
import { COVERED, INPUT_STATES, PAGE_WORDS, STATES } from './words.ts';

const COVERED_TONES: Readonly<Record<PackClause['covered'], Tone>> = {
  checked: 'good',
  partly: 'warning',
  'by-hand': 'info',
  'not-covered': 'muted',
};
const STATE_TONES: Readonly<Record<RuleState, Tone>> = {
  crashed: 'error',
  findings: 'warning',
  skipped: 'muted',
  passed: 'good',
};

/** Clause by clause: how far the program checks it, and what came of it this time. One table for each pack. */
export function clausesHtml(run: Run, wording: Wording): string {
  const results = new Map(run.rules.map((result) => [result.id, result]));
  const word = (id: keyof typeof PAGE_WORDS) => wording.say(PAGE_WORDS[id]);
  const heads = [word('covered'), word('thisRun'), word('clause'), word('rules')];
  const packs = run.packs.map(({ id, title }) => {
    const own = (run.clauses ?? []).filter(({ pack }) => pack === id);
    if (own.length === 0) return '';
    const rows = own.map((clause): Cell[] => {
      const source = clause.citation === null ? '' : citationText(clause.citation);
      const parts = [clause.clause, source, clause.reason?.[wording.locale] ?? ''];
      return [
        { text: wording.say(COVERED[clause.covered]), tone: COVERED_TONES[clause.covered] },
        cameOf(clause, results, wording),
        plain(parts.filter(Boolean).join('\n')),
        plain(clause.rules.join('\n')),
      ];
    });
    const name = title[wording.locale];
    const counts = (Object.keys(COVERED) as PackClause['covered'][])
      .map((state) => [wording.say(COVERED[state]), own.filter(({ covered }) => covered === state).length])
      .map((pair) => pair.join(' '))
      .join(' · ');
    return `<details><summary>${textHtml(`${name}　${counts}`)}</summary>${tableHtml(name, heads, rows)}</details>`;
  });
  return `<p>${textHtml(word('clausesNote'))}</p>\n${packs.filter(Boolean).join('\n')}`;
}

function cameOf({ rules }: PackClause, results: ReadonlyMap<string, RuleResult>, wording: Wording): Cell {
  const own = rules.flatMap((id) => results.get(id) ?? []);
  const count = (state: RuleState) => own.filter((result) => result.state === state).length;
  const say = (id: keyof typeof PAGE_WORDS, args = {}) => wording.say(PAGE_WORDS[id], args);
  if (own.length === 0) return { text: '—', tone: 'muted' };
  if (count('crashed') > 0) return { text: say('runCrashed'), tone: 'error' };
  const findings = own.reduce((sum, result) => sum + result.findings, 0);
  if (findings > 0) return { text: say('runFindings', { count: findings }), tone: 'warning' };
  const skipped = count('skipped');
  if (skipped === own.length) return { text: say('runSkipped'), tone: 'muted' };
  if (skipped > 0) return { text: say('runPartly', { skipped }), tone: 'info' };
  return { text: say('runPassed'), tone: 'good' };
}

/** How every rule ended, with the reasons why it was not checked somewhere. */
export function rulesHtml(run: Run, wording: Wording): string {
  const reasons = new Map<string, Set<string>>();
  for (const skip of run.skips)
    reasons.set(skip.rule, (reasons.get(skip.rule) ?? new Set()).add(wording.skip(skip)));
  const heads = [wording.word('rule'), wording.word('level'), wording.word('count'), wording.word('reason')];
  return (Object.keys(STATES) as RuleState[])
    .map((state) => {
      const own = run.rules.filter((rule) => rule.state === state);
      if (own.length === 0) return '';
      const rows = own.map(({ id, severity, findings }): Cell[] => [
        plain(`${wording.ruleTitle(id)}\n${id}`),
        plain(wording.say(SEVERITIES[severity])),
        plain(String(findings)),
        plain([...(reasons.get(id) ?? [])].join('\n')),
      ]);
      const name = `${wording.say(STATES[state])} ${own.length}`;
      return `<details class="tone ${STATE_TONES[state]}"${state === 'crashed' ? ' open' : ''}><summary>${textHtml(name)}</summary>${tableHtml(name, heads, rows)}</details>`;
    })
    .filter(Boolean)
    .join('\n');
}

const INPUT_ORDER: readonly Input['state'][] = ['unreadable', 'read', 'skipped'];

/** Every file handed in, those that could not be read first. */
export function filesHtml(run: Run, wording: Wording): string {
  const counts = new Map<string, number>();
  for (const { origins } of run.findings) {
    const file = origins[0]?.file ?? '';
    counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  const word = (id: keyof typeof PAGE_WORDS) => wording.say(PAGE_WORDS[id]);
  const heads = [
    wording.word('file'),
    word('state'),
    word('format'),
    word('dataRows'),
    wording.word('finding'),
  ];
  const rows = INPUT_ORDER.flatMap((state) =>
    run.inputs
      .filter((input) => input.state === state)
      .map(({ path, format, sheets, skipped }): Cell[] => [
        plain(path),
        {
          text: [wording.say(INPUT_STATES[state]), skipped === null ? '' : wording.word(skipped)]
            .filter(Boolean)
            .join('\n'),
          tone: state === 'unreadable' ? 'error' : state === 'skipped' ? 'muted' : 'plain',
        },
        plain(format === null ? '—' : `.${format}`),
        plain(String(sheets.reduce((sum, sheet) => sum + sheet.rows.data, 0))),
        plain(String(counts.get(path) ?? 0)),
      ]),
  );
  return tableHtml(word('files'), heads, rows);
}
