import { CI_WORDS } from '../../i18n/ci-words.ts';
import { SEVERITIES } from '../../i18n/words.ts';
import type { Severity } from '../../model/policy.ts';
import type { Run } from '../../model/run.ts';
import { type FileAt, type Mark, marksOf, worstFirst } from '../marks.ts';
import { standingLines } from '../sections/standing.ts';
import { visible } from '../visible.ts';
import type { Wording } from '../wording.ts';

/** GitHub shows so many of each level for one step, and drops the rest without a word. */
const MOST_SHOWN = 10;
const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands that mark findings on files. The last of the notices is the account: how many there are, and how many are not marked. */
export function githubReport(run: Run, wording: Wording, fileAt: FileAt): string {
  const open = worstFirst(marksOf(run, wording, fileAt).filter(({ waiver }) => waiver === null));
  const shown = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    open
      .filter(({ finding }) => finding.severity === severity)
      .slice(0, severity === 'info' ? MOST_SHOWN - 1 : MOST_SHOWN),
  );
  const counts = { total: open.length, shown: shown.length, held: open.length - shown.length };
  const account = [
    wording.say(CI_WORDS.held, { ...counts, most: MOST_SHOWN }),
    ...standingLines(run, wording),
    ...run.faults.map(({ rule, file, error }) => `${rule ?? ''} ${file ?? ''} ${error}`.trim()),
  ];
  const title = wording.say(CI_WORDS.account);
  const level = run.faults.length > 0 ? 'error' : 'notice';
  const lines = [
    ...shown.map((mark) => annotation(mark, wording)),
    `::${level} title=${property(title)}::${data(visible(account.join('\n')))}`,
  ];
  return `${lines.join('\n')}\n`;
}

function annotation({ finding, title, text, basis, at }: Mark, wording: Wording): string {
  const words = [
    at.cell === '' ? text : `${at.cell}　${text}`,
    basis === '' ? wording.word('form') : wording.say(CI_WORDS.basis, { basis }),
  ];
  const severity = wording.say(SEVERITIES[finding.severity]);
  const properties = [
    `file=${property(visible(at.file))}`,
    `line=${at.line}`,
    `col=${at.column}`,
    `title=${property(`${severity} ${title}`)}`,
  ];
  return `::${COMMANDS[finding.severity]} ${properties.join(',')}::${data(words.join('\n'))}`;
}

/** As the runner undoes it: an escaped line break is part of the message and never begins a line. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
