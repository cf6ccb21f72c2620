import type { Finding, Run } from '../../model/run.ts';
import { factsOf } from '../../model/run-facts.ts';
import { jsonText } from '../json-text.ts';
import type { Wording } from '../wording.ts';

/** The whole run as one JSON document (`schemas/report.schema.json`), each finding with its sentence. */
export function jsonReport(run: Run, wording: Wording): string {
  const told = ({ message, ...rest }: Finding) => ({
    ...rest,
    message,
    text: wording.finding({ message, ...rest }),
  });
  const findings = run.findings.map(told);
  const waived = run.waivers?.waived.map(({ finding, waiver }) => ({ finding: told(finding), waiver }));
  const waivers = run.waivers === undefined ? {} : { waivers: { ...run.waivers, waived } };
  return `${jsonText({ ...factsOf(run), lang: wording.locale, findings, ...waivers }, 2)}\n`;
}
