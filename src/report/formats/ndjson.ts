import type { Finding, Run } from '../../model/run.ts';
import type { Waiver } from '../../model/waiver.ts';
import { jsonText } from '../json-text.ts';
import type { Wording } from '../wording.ts';

/** One finding a line, as in the JSON report, with `waiver`: `null`, or what lets it stand. */
export function ndjsonReport(run: Run, wording: Wording): string {
  const line = (finding: Finding, waiver: Waiver | null) =>
    `${jsonText({ ...finding, text: wording.finding(finding), waiver })}\n`;
  return [
    ...run.findings.map((finding) => line(finding, null)),
    ...(run.waivers?.waived ?? []).map(({ finding, waiver }) => line(finding, waiver)),
  ].join('');
}
