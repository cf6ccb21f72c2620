import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '../../model/policy.ts';
import { REPLIES } from '../../model/result-sheet.ts';
import type { Run } from '../../model/run.ts';
import type { Waiver } from '../../model/waiver.ts';
import { addWaivers, readWaivers } from '../../policy/waiver-file.ts';
import { followUp } from '../../report/returned.ts';
import { byFile } from '../../report/sections/findings.ts';
import { placeOf } from '../../report/wording.ts';
import { HOME } from '../home.ts';
import { writeOutput } from '../outputs.ts';
import { say } from '../say.ts';
import { MARKS_WORDS } from './marks-words.ts';

const SCHEMA = path.join(HOME, 'schemas/waivers.schema.json');

/** Objections and explanations that came back, at the end of a list of waivers; nobody has approved them yet. */
export async function proposeWaivers(run: Run, target: string, locale: Locale): Promise<void> {
  const added = proposals(run, locale);
  const before = existsSync(target) ? readFileSync(target, 'utf8') : '';
  const known = before.trim() === '' ? [] : readWaivers(target, SCHEMA);
  const fresh = added.filter(({ fingerprint }) => !known.some((one) => one.fingerprint === fingerprint));
  if (fresh.length > 0) {
    const schema = path.relative(path.dirname(path.resolve(target)), SCHEMA).replaceAll('\\', '/');
    await writeOutput(target, addWaivers(before, fresh, schema));
  }
  process.stderr.write(`${say(MARKS_WORDS.proposed, locale, { path: target, count: fresh.length })}\n`);
}

function proposals(run: Run, locale: Locale): Waiver[] {
  const found = byFile(run.findings);
  return run.inputs.flatMap((input) => {
    const findings = found.get(input.path) ?? [];
    const follow = followUp(run, input, findings);
    if (follow === null) return [];
    return findings.flatMap((finding, index): Waiver[] => {
      const mark = follow.open[index] ?? null;
      if (mark === null || (mark.reply !== 'objection' && mark.reply !== 'explanation')) return [];
      const why = mark.note === '' ? say(MARKS_WORDS.noReason, locale) : mark.note;
      return [
        {
          fingerprint: finding.fingerprint,
          rule: finding.rule,
          file: input.path,
          cell: placeOf(finding.origins[0]) || null,
          reason: `${REPLIES[mark.reply][locale]}: ${why}`,
          approver: null,
          document: null,
          expires: yearAfter(run.asOf),
        },
      ];
    });
  });
}

/** Who approves a proposal sets its last day; until then it is a year after the day of the check. */
function yearAfter(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(Date.UTC((year ?? 0) + 1, (month ?? 1) - 1, date)).toISOString().slice(0, 10);
}
