import { SEVERITIES } from '../../i18n/words.ts';
import type { Input, Run } from '../../model/run.ts';
import { type Block, line, plain, type Tone } from '../blocks.ts';
import type { Wording } from '../wording.ts';
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
    line(rowsLine(run.inputs, wording)),
    line(rulesLine(run, wording)),
    line(findingsLine(run, wording), tone(run)),
    ...standing(run, wording),
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
  const [read, unreadable, skipped] = ['read', 'unreadable', 'skipped'].map((state) =>
    figure(run, `files.${state}`),
  );
  const dirty = figure(run, 'files.with-findings');
  return wording.word('filesLine', {
    total: run.inputs.length,
    read: read ?? 0,
    unreadable: unreadable ?? 0,
    skipped: skipped ?? 0,
    dirty,
    clean: (read ?? 0) + (unreadable ?? 0) - dirty,
  });
}

function rowsLine(inputs: readonly Input[], wording: Wording): string {
  const ledgers = inputs.flatMap(({ sheets }) => sheets);
  const sum = (roles: readonly (keyof (typeof ledgers)[number]['rows'])[]) =>
    ledgers.reduce((total, { rows }) => total + roles.reduce((part, role) => part + rows[role], 0), 0);
  const other = sum(['title', 'meta', 'header', 'band', 'blank', 'subtotal', 'note']);
  const [data, unclear, skipped] = [sum(['data']), sum(['unclear']), sum(['skipped'])];
  return wording.word('rowsLine', { rows: data + unclear + skipped + other, data, other, unclear, skipped });
}

function rulesLine(run: Run, wording: Wording): string {
  const count = (state: string) => run.rules.filter((rule) => rule.state === state).length;
  return wording.word('rulesLine', {
    total: run.rules.length,
    findings: count('findings'),
    passed: count('passed'),
    skipped: count('skipped'),
    crashed: count('crashed'),
  });
}

export function findingsLine(run: Run, wording: Wording): string {
  return wording.word('findingsLine', {
    total: run.findings.length,
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
