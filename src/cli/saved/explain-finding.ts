import type { Locale } from '../../model/policy.ts';
import type { Finding, Run } from '../../model/run.ts';
import { nearest } from '../../model/text.ts';
import { drawBlocks } from '../../report/draw.ts';
import { findingBlocks } from '../../report/runs/finding-blocks.ts';
import { wordingFor } from '../../report/wording.ts';
import { paintFor } from '../colour.ts';
import { UsageError } from '../usage-error.ts';
import { RUNS_TEXTS } from './runs-words.ts';
import { readSavedRun } from './saved-run.ts';

const WIDTH = 80;

/** One finding of a saved report, by its fingerprint: what was seen, what the clause says, what puts it right. */
export function explainFinding(fingerprint: string, report: string, locale: Locale): string {
  const run = readSavedRun(report);
  const finding = findingOf(run, fingerprint);
  const blocks = findingBlocks(run, finding, wordingFor(run, locale));
  return drawBlocks(blocks, process.stdout.columns ?? WIDTH, paintFor('auto', process.stdout));
}

function findingOf({ findings, waivers }: Run, fingerprint: string): Finding {
  const all = [...findings, ...(waivers?.waived ?? []).map(({ finding }) => finding)];
  const found = all.find((one) => one.fingerprint === fingerprint);
  if (found !== undefined) return found;
  const known = all.map((one) => one.fingerprint);
  throw new UsageError(RUNS_TEXTS.noFinding, {
    found: fingerprint,
    suggestion: nearest(fingerprint, known) ?? 'none',
  });
}
