import type { Run } from '../../model/run.ts';
import type { PaperPart } from '../../write/paper.ts';
import { standingLines } from '../sections/standing.ts';
import { sealText, type Wording } from '../wording.ts';
import { annexesOf } from './compliance-annexes.ts';
import { COMPLIANCE_WORDS as W } from './compliance-words.ts';
import { figuresOf } from './counts.ts';
import { mainFindings, remedies } from './findings.ts';
import { attachmentList, dayText, paragraph, sections, texts } from './numbered.ts';
import { percent, type Report } from './report.ts';
import { CLAUSES_ANNEX, type Sources } from './sources.ts';
import { inert } from './told.ts';
import { uncheckedParts } from './unchecked.ts';
import { unreadParts } from './unread.ts';

/** The report on a check: basis, what was read, numbers, findings, what was not checked, remedies, attachments. */
export function complianceReport(run: Run, wording: Wording): Report {
  const { locale } = wording;
  const sources: Sources = { run, wording, figures: figuresOf(run), say: wording.say };
  const annexes = annexesOf(sources);
  const body: PaperPart[] = [
    paragraph('title', wording.say(W.title)),
    ...sections(
      [
        { title: wording.say(W.basis), parts: basis(sources) },
        { title: wording.say(W.reading), parts: unreadParts(sources) },
        { title: wording.say(W.overall), parts: overall(sources) },
        { title: wording.say(W.main), parts: mainFindings(sources) },
        { title: wording.say(W.unchecked), parts: uncheckedParts(sources) },
        { title: wording.say(W.remedies), parts: remedies(sources) },
      ].filter(({ parts }) => parts.length > 0),
      locale,
    ),
    ...attachmentList(
      annexes.map(({ title }) => title),
      locale,
    ),
    paragraph('date', dayText(run.asOf, locale)),
  ];
  return {
    body,
    paper: inert([{ layout: 'upright', parts: body }, ...annexes.map(({ pages }) => pages)]),
    kind: 'specific',
  };
}

function basis({ run, wording, figures, say }: Sources): PaperPart[] {
  const count = (id: string) => figures.get(id) ?? 0;
  return texts(
    say(W.policy, {
      title: run.packs.at(-1)?.title[wording.locale] ?? '',
      day: dayText(run.asOf, wording.locale),
      count: run.citations.length,
      annex: CLAUSES_ANNEX,
    }),
    say(W.received, {
      total: count('files.total'),
      read: count('files.read'),
      unreadable: count('files.unreadable'),
      skipped: count('files.skipped'),
      rows: count('rows.total'),
      data: count('rows.data'),
      other: count('rows.other'),
      unclear: count('rows.unclear'),
      unused: count('rows.skipped'),
    }),
    say(W.outcomes),
  );
}

function overall({ run, wording, figures, say }: Sources): PaperPart[] {
  const count = (id: string) => figures.get(id) ?? 0;
  const [dirty, checked] = [count('files.with-findings'), count('files.checked')];
  const found = {
    total: count('findings.total'),
    error: count('findings.error'),
    warning: count('findings.warning'),
    info: count('findings.info'),
    breach: count('findings.breach'),
    advice: count('findings.advice'),
    undetermined: count('findings.undetermined'),
  };
  const share = {
    dirty,
    checked,
    percent: percent(dirty, checked),
    clean: count('files.without-findings'),
  };
  const rules = {
    total: count('rules.total'),
    findings: count('rules.findings'),
    passed: count('rules.passed'),
    skipped: count('rules.skipped'),
    crashed: count('rules.crashed'),
  };
  return texts(
    ...(found.total === 0 ? [say(W.nothingFound)] : [say(W.found, found), say(W.share, share)]),
    say(W.rules, rules),
    ...standingLines(run, wording),
    wording.word('seal', { seal: sealText(run), version: run.tool.version }),
  );
}
