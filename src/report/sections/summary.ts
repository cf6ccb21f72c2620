import { SEVERITIES } from '../../i18n/words.ts';
import type { Run } from '../../model/run.ts';
import { type Block, line, plain, type Tone } from '../blocks.ts';
import { sealText, type Wording } from '../wording.ts';
import { standing } from './standing.ts';

/** The account of files, rows, rules and findings; what a hurried reader sees last. */
export function summary(run: Run, wording: Wording): Block[] {
  return [
    { kind: 'heading', text: wording.word('summary') },
    ...byRule(run, wording),
    ...summaryLines(run, wording),
    ...nextStep(run, wording),
  ];
}

/** The account in sentences: files, rows, rules, findings. */
export function summaryLines(run: Run, wording: Wording): Block[] {
  return [
    line(filesLine(run, wording)),
    line(rowsLine(run, wording)),
    line(rulesLine(run, wording)),
    line(findingsLine(run, wording), tone(run)),
    ...standing(run, wording),
    line(wording.word('seal', { seal: sealText(run), version: run.tool.version }), 'muted'),
  ];
}

function byRule(run: Run, wording: Wording): Block[] {
  const rows = run.rules
    .filter((rule) => rule.findings > 0)
    .sort((left, right) => right.findings - left.findings)
    .map(({ id, severity, findings }) => [
      plain(String(findings)),
      { text: wording.say(SEVERITIES[severity]), tone: severity },
      plain(`${wording.ruleTitle(id)}  ${id}`),
    ]);
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      head: [wording.word('count'), wording.word('level'), wording.word('rule')],
      rows,
      fill: 2,
    },
  ];
}

function figure(run: Run, id: string): number {
  return run.figures.find((candidate) => candidate.id === id)?.value ?? 0;
}

function filesLine(run: Run, wording: Wording): string {
  const count = (id: string) => figure(run, `files.${id}`);
  return wording.word('filesLine', {
    total: count('total'),
    read: count('read'),
    unreadable: count('unreadable'),
    skipped: count('skipped'),
    dirty: count('with-findings'),
    clean: count('without-findings'),
  });
}

function rowsLine(run: Run, wording: Wording): string {
  const count = (id: string) => figure(run, `rows.${id}`);
  return wording.word('rowsLine', {
    rows: count('total'),
    data: count('data'),
    other: count('other'),
    unclear: count('unclear'),
    skipped: count('skipped'),
  });
}

function rulesLine(run: Run, wording: Wording): string {
  const count = (id: string) => figure(run, `rules.${id}`);
  return wording.word('rulesLine', {
    total: count('total'),
    findings: count('findings'),
    passed: count('passed'),
    skipped: count('skipped'),
    crashed: count('crashed'),
  });
}

export function findingsLine(run: Run, wording: Wording): string {
  return wording.word('findingsLine', {
    total: figure(run, 'findings.total'),
    error: figure(run, 'findings.error'),
    warning: figure(run, 'findings.warning'),
    info: figure(run, 'findings.info'),
  });
}

function tone(run: Run): Tone {
  if (figure(run, 'findings.error') > 0 || run.faults.length > 0) return 'error';
  return run.findings.length > 0 ? 'warning' : 'good';
}

function nextStep(run: Run, wording: Wording): Block[] {
  const rule = run.findings[0]?.rule;
  return rule === undefined ? [] : [line(wording.word('nextStep', { rule }), 'muted')];
}
