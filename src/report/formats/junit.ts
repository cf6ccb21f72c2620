import { CI_WORDS } from '../../i18n/ci-words.ts';
import type { Run, Skip } from '../../model/run.ts';
import { grouped } from '../grouped.ts';
import { type FileAt, type Mark, marksOf } from '../marks.ts';
import { approval, standingLines } from '../sections/standing.ts';
import { visible } from '../visible.ts';
import { sealText, type Wording } from '../wording.ts';

/** How one test case ended: `failure` for a finding, `error` where the tool failed. */
type CaseKind = 'passed' | 'failure' | 'error' | 'skipped';

interface Case {
  readonly name: string;
  readonly kind: CaseKind;
  readonly summary: string;
  readonly text: string;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/**
 * JUnit's XML. A suite for every file that was read or should have been, with a case for its reading and one for every rule that says
 * something about it; and one suite for all files, with a case for every rule that found nothing: passed, not checked, or failed itself.
 */
export function junitReport(run: Run, wording: Wording, fileAt: FileAt): string {
  const marks = grouped(marksOf(run, wording, fileAt), ({ at }) => at.file);
  const skips = grouped(run.skips, ({ origin }) => (origin === null ? '' : fileAt(origin.file)));
  const files = run.inputs.filter(({ state }) => state !== 'skipped').map(({ path }) => fileAt(path));
  const suites = files.map((file): Suite => {
    const own = marks.get(file) ?? [];
    const read: Case = { name: wording.say(CI_WORDS.isRead), kind: 'passed', summary: '', text: '' };
    const isUnread = own.some(({ finding }) => finding.rule === 'file-unreadable');
    const cases = [
      ...[...grouped(own, ({ finding }) => finding.rule).values()].map((same) => ruleCase(same, wording)),
      ...skippedCases(skips.get(file) ?? [], own, wording),
    ];
    return { name: visible(file), cases: isUnread ? cases : [read, ...cases] };
  });
  const all = { name: wording.say(CI_WORDS.allFiles), cases: overallCases(run, wording) };
  return document([...suites, all], standingLines(run, wording), sealText(run));
}

/** All that one rule says about one file. Notes do not fail; a case whose findings are all waived is skipped. */
function ruleCase(marks: readonly Mark[], wording: Wording): Case {
  const open = marks.filter(({ waiver }) => waiver === null);
  const isFailing = open.some(({ finding }) => finding.severity !== 'info');
  const kind = isFailing ? 'failure' : open.length > 0 ? 'passed' : 'skipped';
  const [first] = open.length > 0 ? open : marks;
  const lines = marks.map(({ at, text, basis, waiver }) => {
    const told = [at.cell, text, basis === '' ? '' : wording.say(CI_WORDS.basis, { basis })];
    const waived =
      waiver === null ? [] : [wording.say(CI_WORDS.waivedBy, { approval: approval(waiver, wording) })];
    return [...told.filter((part) => part !== ''), ...waived].join(' · ');
  });
  const waived = first?.waiver ?? null;
  const summary =
    waived === null
      ? `${first?.at.cell ?? ''} ${first?.text ?? ''}`.trim()
      : wording.say(CI_WORDS.waivedBy, { approval: approval(waived, wording) });
  return { name: first?.title ?? '', kind, summary: visible(summary), text: visible(lines.join('\n')) };
}

/** A rule that could not be checked in a file and found nothing there. */
function skippedCases(skips: readonly Skip[], found: readonly Mark[], wording: Wording): readonly Case[] {
  const withFindings = new Set(found.map(({ finding }) => finding.rule));
  return [...grouped(skips, ({ rule }) => rule)]
    .filter(([rule]) => !withFindings.has(rule))
    .map(([rule, same]) => {
      const reasons = [...new Set(same.map((skip) => wording.skip(skip)))].join('；');
      return { name: nameOf(rule, wording), kind: 'skipped', summary: visible(reasons), text: '' };
    });
}

function overallCases(run: Run, wording: Wording): readonly Case[] {
  const reasons = grouped(run.skips, ({ rule }) => rule);
  const rules = run.rules
    .filter(({ state }) => state === 'passed' || state === 'skipped')
    .map(({ id, state }): Case => {
      const [skip] = reasons.get(id) ?? [];
      const summary = skip === undefined ? wording.say(CI_WORDS.notChecked) : wording.skip(skip);
      const kind = state === 'passed' ? 'passed' : 'skipped';
      return {
        name: nameOf(id, wording),
        kind,
        summary: kind === 'passed' ? '' : visible(summary),
        text: '',
      };
    });
  const faults = run.faults.map(({ rule, file, error }): Case => {
    const name = rule === null ? (file ?? '') : nameOf(rule, wording);
    return { name: visible(name), kind: 'error', summary: visible(error), text: visible(file ?? '') };
  });
  return [...rules, ...faults];
}

function nameOf(rule: string, wording: Wording): string {
  return `${wording.ruleTitle(rule)} ${rule}`;
}

function document(suites: readonly Suite[], notes: readonly string[], seal: string): string {
  const cases = suites.flatMap((suite) => suite.cases);
  const inside = suites.map((suite) => suiteXml(suite));
  const said = notes.length === 0 ? [] : [`  <system-out>${escaped(visible(notes.join('\n')))}</system-out>`];
  // A suite of suites has no place for text: the seal and what was waived stand in a suite without cases.
  const account = [
    `  <testsuite name="jianfu"${countsOf([])}>`,
    `    <properties><property name="seal" value="${seal}"/></properties>`,
    ...said.map((line) => `  ${line}`),
    '  </testsuite>',
  ];
  const lines = [`<testsuites name="jianfu"${countsOf(cases)}>`, ...inside, ...account, '</testsuites>'];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`;
}

function suiteXml({ name, cases }: Suite): string {
  const inside = cases.map((one) => caseXml(one, name));
  return [`  <testsuite name="${escaped(name)}"${countsOf(cases)}>`, ...inside, '  </testsuite>'].join('\n');
}

function countsOf(cases: readonly Case[]): string {
  const count = (kind: CaseKind) => cases.filter((one) => one.kind === kind).length;
  return ` tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}

function caseXml({ name, kind, summary, text }: Case, suite: string): string {
  const open = `    <testcase name="${escaped(name)}" classname="${escaped(suite)}"`;
  if (kind === 'passed' && text === '') return `${open}/>`;
  const body =
    kind === 'passed'
      ? `<system-out>${escaped(text)}</system-out>`
      : `<${kind} message="${escaped(summary)}">${escaped(text)}</${kind}>`;
  return `${open}>${body}</testcase>`;
}

/** What XML does not allow at all is gone before: `visible` writes control characters out. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
}
