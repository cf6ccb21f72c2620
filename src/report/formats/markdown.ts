import { CI_WORDS } from '../../i18n/ci-words.ts';
import type { Run } from '../../model/run.ts';
import { type Block, line } from '../blocks.ts';
import { markdownOf } from '../draw-markdown.ts';
import { grouped } from '../grouped.ts';
import { findings } from '../sections/findings.ts';
import { head } from '../sections/head.ts';
import { waivers } from '../sections/standing.ts';
import { summary } from '../sections/summary.ts';
import { faults, unchecked } from '../sections/unchecked.ts';
import type { Wording } from '../wording.ts';

/** GitHub shows no summary of more than 1 MiB. */
const MOST_BYTES = 900_000;

/** A summary of a job: the account first, then the findings file by file, as many files as there is room for. */
export function markdownReport(run: Run, wording: Wording): string {
  const account = [...head(run, wording), ...summary(run, wording), ...faults(run, wording)];
  const rest = [...waivers(run, wording), ...unchecked(run, wording)];
  const before = `## ${wording.say(CI_WORDS.account)}\n\n${markdownOf(account)}`;
  const after = markdownOf(rest);
  const { shown, files, left } = withinRoom(run, wording, MOST_BYTES - size(before) - size(after));
  const note: Block[] =
    files === 0 ? [] : [line(wording.say(CI_WORDS.filesLeftOut, { files, findings: left }))];
  return `${[before, shown, markdownOf(note), after].filter((part) => part !== '').join('\n')}\n`;
}

/** The findings of whole files, until the room is used up, and how many files and findings are left. */
function withinRoom(run: Run, wording: Wording, room: number) {
  const byFile = grouped(run.findings, ({ origins }) => origins[0]?.file ?? '');
  const parts: string[] = [];
  let [used, files, left] = [0, 0, 0];
  for (const own of byFile.values()) {
    const part = files > 0 ? '' : markdownOf(findings({ ...run, findings: own }, wording));
    if (files > 0 || used + size(part) > room) {
      files += 1;
      left += own.length;
      continue;
    }
    used += size(part);
    parts.push(part);
  }
  return { shown: parts.join('\n'), files, left };
}

function size(text: string): number {
  return Buffer.byteLength(text);
}
