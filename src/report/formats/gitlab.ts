import { createHash } from 'node:crypto';
import { CI_WORDS } from '../../i18n/ci-words.ts';
import type { Severity } from '../../model/policy.ts';
import type { Run } from '../../model/run.ts';
import { jsonText } from '../json-text.ts';
import { type FileAt, marksOf, worstFirst } from '../marks.ts';
import { standingLines } from '../sections/standing.ts';
import { visible } from '../visible.ts';
import type { Wording } from '../wording.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' };

/** The Code Quality report of GitLab: a list of findings, and one entry more for what was waived or known before. */
export function gitlabReport(run: Run, wording: Wording, fileAt: FileAt): string {
  const open = worstFirst(marksOf(run, wording, fileAt).filter(({ waiver }) => waiver === null));
  const entries = open.map(({ finding, title, text, basis, at }) => ({
    description: [title, at.cell, text, basis === '' ? '' : wording.say(CI_WORDS.basis, { basis })]
      .filter((part) => part !== '')
      .join(' · '),
    check_name: finding.rule,
    fingerprint: finding.fingerprint,
    severity: LEVELS[finding.severity],
    location: { path: at.file, lines: { begin: at.line } },
  }));
  return `${jsonText([...entries, ...accountOf(run, wording), ...faultsOf(run, fileAt)], 2)}\n`;
}

function accountOf(run: Run, wording: Wording) {
  const lines = standingLines(run, wording);
  if (lines.length === 0) return [];
  return [entryOf('jianfu-account', 'info', lines.join(' '), (run.waivers ?? run.baseline)?.file ?? '')];
}

function faultsOf({ faults }: Run, fileAt: FileAt) {
  return faults.map(({ rule, file, error }) =>
    entryOf(rule ?? 'jianfu-fault', 'blocker', error, file === null ? '.' : fileAt(file)),
  );
}

/** What is no finding has a fingerprint of its words. */
function entryOf(name: string, severity: string, text: string, path: string) {
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([name, text, path]))
    .digest('hex');
  const description = visible(text);
  return { description, check_name: name, fingerprint, severity, location: { path, lines: { begin: 1 } } };
}
